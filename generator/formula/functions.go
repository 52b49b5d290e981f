package formula

import (
	"errors"
	"slices"

	"github.com/expr-lang/expr/ast"

	"doklad/generator/model"
)

// aggregates are the functions over a list.
var aggregates = map[string]func([]float64) float64{
	"min": slices.Min[[]float64],
	"max": slices.Max[[]float64],
	"sum": sum,
	"mean": func(list []float64) float64 {
		return sum(list) / float64(len(list))
	},
}

func sum(list []float64) float64 {
	total := 0.0
	for _, x := range list {
		total += x
	}
	return total
}

// leftOut stands for a value that is not applicable, in a list.
type leftOut struct{}

// Why there is no value.
type (
	notApplicable struct{}
	noDivision    struct{ divisor string }
)

func (notApplicable) Error() string { return "не применимо" }
func (e noDivision) Error() string {
	if e.divisor == "" {
		return "деление на ноль"
	}
	return "деление на ноль: " + e.divisor + " = 0"
}

// overKnown counts over what is applicable; where nothing is, neither is the result.
func overKnown(count func([]float64) float64) func(...any) (any, error) {
	return func(arguments ...any) (any, error) {
		list := make([]float64, 0, len(arguments))
		for _, a := range arguments {
			if x, ok := a.(float64); ok {
				list = append(list, x)
			}
		}
		if len(list) == 0 {
			return nil, notApplicable{}
		}
		return count(list), nil
	}
}

func round(arguments ...any) (any, error) {
	decimals := 0
	if len(arguments) > 1 {
		decimals = int(arguments[1].(float64))
	}
	return model.Round(arguments[0].(float64), decimals), nil
}

// divide is the name of the function in whose place a person writes «/».
const divide = "quotient"

func quotient(arguments ...any) (any, error) {
	if arguments[1].(float64) == 0 {
		return nil, noDivision{arguments[2].(string)}
	}
	return arguments[0].(float64) / arguments[1].(float64), nil
}

// floats makes every number a fraction, for whole numbers of the machine overflow in
// silence, and every division a function that looks at the divisor.
type floats struct{}

func (floats) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IntegerNode:
		ast.Patch(node, &ast.FloatNode{Value: float64(n.Value)})
	case *ast.BinaryNode:
		if n.Operator == "/" {
			divisor := ""
			if name, ok := n.Right.(*ast.IdentifierNode); ok {
				divisor = name.Value
			}
			ast.Patch(node, &ast.CallNode{Callee: &ast.IdentifierNode{Value: divide},
				Arguments: []ast.Node{n.Left, n.Right, &ast.StringNode{Value: divisor}}})
		}
	}
}

// reasonOf is the value that says why there is no number.
func reasonOf(err error) model.Value {
	var zero noDivision
	switch {
	case errors.As(err, &notApplicable{}):
		return model.NoValue()
	case errors.As(err, &zero):
		return model.MissingValue(zero.Error())
	}
	panic("formula: a checked formula does not run: " + err.Error())
}
