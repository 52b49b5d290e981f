package formula

import "github.com/expr-lang/expr/ast"

// constant is the value of a part in which no code stands.
func constant(n ast.Node) (float64, bool) {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return float64(n.Value), true
	case *ast.FloatNode:
		return n.Value, true
	case *ast.UnaryNode:
		x, ok := constant(n.Node)
		if n.Operator == "-" {
			x = -x
		}
		return x, ok
	case *ast.BinaryNode:
		a, left := constant(n.Left)
		b, right := constant(n.Right)
		switch n.Operator {
		case "+":
			return a + b, left && right
		case "-":
			return a - b, left && right
		case "*":
			return a * b, left && right
		}
	}
	return 0, false
}

// shareOf are part and whole of 100 * part / whole, in either order of the product.
func shareOf(n ast.Node) [2]string {
	quotient, ok := n.(*ast.BinaryNode)
	if !ok || quotient.Operator != "/" {
		return [2]string{}
	}
	whole, isCode := quotient.Right.(*ast.IdentifierNode)
	product, ok := quotient.Left.(*ast.BinaryNode)
	if !isCode || !ok || product.Operator != "*" {
		return [2]string{}
	}
	factor, part := product.Left, product.Right
	if _, first := factor.(*ast.IdentifierNode); first {
		factor, part = part, factor
	}
	name, ok := part.(*ast.IdentifierNode)
	if x, isNumber := constant(factor); !ok || !isNumber || x != 100 {
		return [2]string{}
	}
	return [2]string{name.Value, whole.Value}
}

// meanOf are the codes of mean(A, B, C) over nothing but codes.
func meanOf(n ast.Node) []string {
	call, ok := n.(*ast.CallNode)
	if !ok {
		return nil
	}
	if name, ok := call.Callee.(*ast.IdentifierNode); !ok || name.Value != "mean" {
		return nil
	}
	var codes []string
	for _, argument := range call.Arguments {
		code, ok := argument.(*ast.IdentifierNode)
		if !ok {
			return nil
		}
		codes = append(codes, code.Value)
	}
	return codes
}
