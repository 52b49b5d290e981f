package formula

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"doklad/generator/diag"
	"doklad/generator/russian"
)

// sort is what a part of a formula gives.
type sort int

const (
	number sort = iota
	truth
)

const usage = "бывают числа, коды показателей, знаки + - * /, скобки, сравнения == != < <= > >= и min, max, round, sum, mean"

var (
	arithmetic  = []string{"+", "-", "*", "/"}
	comparisons = []string{"==", "!=", "<", "<=", ">", ">="}
	functions   = []string{"min", "max", "round", "sum", "mean"}
)

// checker walks over a formula and collects all that does not belong there.
type checker struct {
	known         []string
	codes, strict []string
	found         diag.List
}

func (c *checker) tell(n ast.Node, hint, format string, args ...any) {
	p := at(n.Location().From, format, args...)
	p.Hint = hint
	c.found.Add(p)
}

func (c *checker) check(n ast.Node) sort {
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
	case *ast.IdentifierNode:
		c.code(n, true)
	case *ast.UnaryNode:
		if n.Operator != "-" && n.Operator != "+" {
			c.tell(n, usage, "знак «%s» здесь не бывает", n.Operator)
		}
		c.number(n.Node)
	case *ast.BinaryNode:
		return c.binary(n)
	case *ast.CallNode:
		c.call(n)
	case *ast.StringNode, *ast.BytesNode:
		c.tell(n, "коды пишутся без кавычек: 100 * DV05 / DV04", "в формуле текст, а нужны числа")
	case *ast.BuiltinNode:
		c.tell(n, usage, "функции «%s» здесь нет", n.Name)
	default:
		c.tell(n, usage, "так в формуле не пишут")
	}
	return number
}

// number checks a part that must give a number.
func (c *checker) number(n ast.Node) {
	if c.check(n) == truth {
		c.tell(n, "сравнение даёт «да» или «нет»: считать с ним нельзя", "нужно число, а стоит сравнение")
	}
}

func (c *checker) binary(n *ast.BinaryNode) sort {
	isComparison := slices.Contains(comparisons, n.Operator)
	if !isComparison && !slices.Contains(arithmetic, n.Operator) {
		c.tell(n, usage, "знак «%s» здесь не бывает", n.Operator)
		return number
	}
	c.number(n.Left)
	c.number(n.Right)
	if x, ok := constant(n.Right); n.Operator == "/" && ok && x == 0 {
		c.tell(n.Right, "исправьте делитель", "деление на ноль")
	}
	if isComparison {
		return truth
	}
	return number
}

func (c *checker) call(n *ast.CallNode) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok || !slices.Contains(functions, callee.Value) {
		name := ""
		if ok {
			name = callee.Value
		}
		hint := "бывают: " + strings.Join(functions, ", ")
		if near, ok := russian.Nearest(name, functions); ok {
			hint = "может быть, «" + near + "»?"
		}
		c.tell(n, hint, "функции «%s» здесь нет", name)
		return
	}
	if len(n.Arguments) == 0 || callee.Value == "round" && len(n.Arguments) > 2 {
		c.tell(n, "впишите в скобки, что считать: round(D01, 2), mean(D02, D03)", "у функции «%s» не столько чисел в скобках", callee.Value)
		return
	}
	if callee.Value == "round" && len(n.Arguments) == 2 {
		if x, ok := n.Arguments[1].(*ast.IntegerNode); !ok || x.Value < 0 || x.Value > maxDecimals {
			c.tell(n.Arguments[1], "впишите целое число от 0 до 6", "неясно, до скольких знаков округлять")
		}
		n = &ast.CallNode{Arguments: n.Arguments[:1]}
	}
	for _, a := range n.Arguments {
		if name, ok := a.(*ast.IdentifierNode); ok && callee.Value != "round" {
			c.code(name, false)
		} else {
			c.number(a)
		}
	}
}

const maxDecimals = 6

// code notes a code; strict where the formula has no value without it.
func (c *checker) code(n *ast.IdentifierNode, strict bool) {
	if !slices.Contains(c.known, n.Value) {
		hint := "назовите код показателя из папки indicators"
		if near, ok := russian.Nearest(n.Value, c.known); ok {
			hint = "может быть, «" + near + "»?"
		}
		same := func(code string) bool { return russian.Skeleton(code) == russian.Skeleton(n.Value) }
		if i := slices.IndexFunc(c.known, same); i >= 0 {
			hint = "наберите прописными латинскими буквами: " + c.known[i]
		}
		c.tell(n, hint, "показателя «%s» нет", n.Value)
		return
	}
	if !slices.Contains(c.codes, n.Value) {
		c.codes = append(c.codes, n.Value)
	}
	if strict && !slices.Contains(c.strict, n.Value) {
		c.strict = append(c.strict, n.Value)
	}
}
