package formula

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// Excel is the formula as a spreadsheet counts it, over cells that hold numbers or one of
// two words; an empty cell is missing too. It gives what [Formula.Evaluate] gives, and of a
// condition 1 or 0. cell is the address of a code. It is empty where the formula is deeper
// than Excel reads: who writes it keeps the number.
//
// sure reports the codes whose address always holds a number; nil: none is sure.
//
// The one difference: a spreadsheet takes what is left of 0.1 + 0.2 - 0.3 for 0.
func (f *Formula) Excel(cell func(code string) string, sure func(code string) bool, noData, notApplicable string) string {
	return f.excel(writer{cell: cell, sure: sure, noData: quoted(noData), notApplicable: quoted(notApplicable)})
}

// ConditionExcel is the condition of an indicator as a spreadsheet asks it of one institution:
// 1, 0, or a word. As in [Set.Poll], numbers are compared as they are printed.
func (s *Set) ConditionExcel(code string, cell func(code string) string, noData, notApplicable string) string {
	return s.conditions[code].excel(writer{cell: cell, noData: quoted(noData), notApplicable: quoted(notApplicable),
		decimals: func(code string) int { return s.indicators[code].Decimals }})
}

// quoted is a text as formulas write it.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// writer turns a tree into the language of spreadsheets.
type writer struct {
	cell                  func(code string) string
	sure                  func(code string) bool
	noData, notApplicable string
	decimals              func(code string) int // nil: numbers are taken as they are

	// failures are the parts that may give no number, in the order of counting, as
	// conditions, each with the word that it leads to: the first one decides.
	failures []failure
}

type failure struct{ condition, word string }

// excel asks first what would leave no number, in the order in which run finds it.
func (f *Formula) excel(w writer) string {
	result := w.write(f.tree, 0)
	if f.IsCondition() {
		result = "IF(" + result + ",1,0)"
	}
	result = "IFERROR(" + result + "," + w.noData + ")"
	for _, fail := range slices.Backward(w.decisive()) {
		result = "IF(" + fail.condition + "," + fail.word + "," + result + ")"
	}
	for _, fail := range slices.Backward(f.lacking(w)) {
		result = "IF(" + fail.condition + "," + fail.word + "," + result + ")"
	}
	if depth(result) > deepest {
		return ""
	}
	return result
}

// deepest is how deep Excel lets functions stand in one another.
const deepest = 64

// depth counts brackets of any kind, so it is never too small.
func depth(text string) (most int) {
	now := 0
	for _, r := range text {
		switch r {
		case '(':
			now++
			most = max(most, now)
		case ')':
			now--
		}
	}
	return most
}

// lacking: a strict value that is not applicable comes first, then any that is missing.
func (f *Formula) lacking(w writer) []failure {
	var none, all, listed []string
	for _, code := range f.codes {
		if w.sure != nil && w.sure(code) {
			continue
		}
		cell := w.cell(code)
		is := cell + "=" + w.notApplicable
		all = append(all, cell)
		if slices.Contains(f.strict, code) {
			none = append(none, is)
		} else {
			listed = append(listed, "+("+is+")")
		}
	}
	if all == nil {
		return nil
	}
	there := fmt.Sprintf("COUNT(%s)%s<%d", strings.Join(all, ","), strings.Join(listed, ""), len(all))
	lacks := []failure{{there, w.noData}}
	switch {
	case len(none) == 1:
		lacks = append([]failure{{none[0], w.notApplicable}}, lacks...)
	case len(none) > 1:
		lacks = append([]failure{{"OR(" + strings.Join(none, ",") + ")", w.notApplicable}}, lacks...)
	}
	return lacks
}

// decisive are the failures up to the last list of which nothing may be applicable: after
// it every error means the same.
func (w *writer) decisive() []failure {
	for n := len(w.failures); n > 0; n-- {
		if w.failures[n-1].word == w.notApplicable {
			return w.failures[:n]
		}
	}
	return nil
}

// binding is how closely an operator binds.
func binding(operator string) int {
	switch operator {
	case "+", "-":
		return 2
	case "*", "/":
		return 3
	}
	return 1
}

// write is a part that stands where an operator of some binding is outside.
func (w *writer) write(n ast.Node, outside int) string {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return literal(float64(n.Value))
	case *ast.FloatNode:
		return literal(n.Value)
	case *ast.IdentifierNode:
		return w.number(n.Value)
	case *ast.UnaryNode:
		return "(" + n.Operator + w.write(n.Node, 4) + ")"
	case *ast.BinaryNode:
		return w.binary(n, outside)
	case *ast.CallNode:
		return w.call(n)
	}
	panic(fmt.Sprintf("formula: %T in a checked formula", n))
}

func literal(x float64) string { return strconv.FormatFloat(x, 'G', -1, 64) }

func (w *writer) number(code string) string {
	if w.decimals == nil {
		return w.cell(code)
	}
	return fmt.Sprintf("ROUND(%s,%d)", w.cell(code), w.decimals(code))
}

func (w *writer) binary(n *ast.BinaryNode, outside int) string {
	operator, binds := n.Operator, binding(n.Operator)
	left := w.write(n.Left, binds)
	right := w.write(n.Right, binds+1)
	switch operator {
	case "==":
		operator = "="
	case "!=":
		operator = "<>"
	case "/":
		w.failures = append(w.failures, failure{right + "=0", w.noData})
	}
	if binds < outside {
		return "(" + left + operator + right + ")"
	}
	return left + operator + right
}

// aggregateNames are the functions over a list in spreadsheets, each with what stands in it
// for a value that is left out.
var aggregateNames = map[string]struct{ name, nothing string }{
	"min": {"MIN", "1E+307"}, "max": {"MAX", "-1E+307"}, "sum": {"SUM", "0"}, "mean": {"AVERAGE", "0"},
}

func (w *writer) call(n *ast.CallNode) string {
	name := n.Callee.(*ast.IdentifierNode).Value
	if name == "round" {
		decimals := "0"
		if len(n.Arguments) > 1 {
			decimals = w.write(n.Arguments[1], 0)
		}
		return "ROUND(" + w.write(n.Arguments[0], 0) + "," + decimals + ")"
	}
	function := aggregateNames[name]
	var list, cells []string
	always := 0 // arguments that are numbers whenever the formula has one
	for _, a := range n.Arguments {
		listed, isCode := a.(*ast.IdentifierNode)
		switch {
		case !isCode:
			always++
			list = append(list, w.write(a, 0))
			continue
		case w.decimals == nil:
			list = append(list, w.cell(listed.Value))
		default:
			cell := w.cell(listed.Value)
			list = append(list, fmt.Sprintf("IF(ISNUMBER(%s),%s,%s)", cell, w.number(listed.Value), function.nothing))
		}
		cells = append(cells, w.cell(listed.Value))
	}
	if always == 0 {
		w.failures = append(w.failures, failure{"COUNT(" + strings.Join(cells, ",") + ")=0", w.notApplicable})
	}
	text := strings.Join(list, ",")
	if w.decimals != nil && name == "mean" {
		count := strconv.Itoa(always)
		if len(cells) > 0 {
			count += "+COUNT(" + strings.Join(cells, ",") + ")"
		}
		return "(SUM(" + text + ")/(" + count + "))"
	}
	return function.name + "(" + text + ")"
}
