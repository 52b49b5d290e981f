// Package formula counts derived indicators: arithmetic and comparison over the codes of
// other indicators, with min, max, round, sum and mean. It is the home of the library of
// expressions; nothing else of that language is let in, so that a formula has no loops, no
// texts and no memory to fill.
//
// A value may be missing or «не применимо». A formula over a missing value is missing, over
// one that is not applicable is not applicable; but sum, mean, min and max leave out what
// is not applicable, as the scale of quality does with «н/п». A division by zero gives no
// value, and says so.
package formula

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/types"
	"github.com/expr-lang/expr/vm"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Bounds of a formula: far above what a person writes. The first keeps the parser, which
// calls itself for each bracket, from growing.
const (
	maxLength = 500
	maxNodes  = 200
)

// Formula is a formula ready to be counted. It may be used by many at once.
type Formula struct {
	program *vm.Program
	tree    ast.Node
	sort    sort
	codes   []string // all that it names, in the order of the text
	strict  []string // of these, what is not merely listed in sum, mean, min, max
	share   [2]string
	mean    []string
}

// Compile reads a formula over the known codes. Its problems have the offset in the text
// and no key.
func Compile(text string, known []string) (*Formula, diag.List) {
	if length := len([]rune(text)); length > maxLength {
		return nil, diag.List{at(maxLength, "формула длиннее %d знаков: %d", maxLength, length).
			WithHint("разбейте её: посчитайте часть в отдельном показателе и назовите его код")}
	}
	tree, problem := parse(text)
	if problem != nil {
		return nil, diag.List{*problem}
	}
	c := checker{known: known}
	f := &Formula{tree: tree, sort: c.check(tree)}
	if c.found != nil {
		return nil, c.found
	}
	f.codes, f.strict, f.share, f.mean = c.codes, c.strict, shareOf(tree), meanOf(tree)
	names := types.Map{}
	for _, code := range f.codes {
		names[code] = types.Any
		if slices.Contains(f.strict, code) {
			names[code] = types.Float64
		}
	}
	var err error
	f.program, err = expr.Compile(text, append(options(), expr.Env(names), expr.Patch(floats{}))...)
	if err != nil {
		return nil, diag.List{at(0, "формула не читается: %v", err).WithHint("%s", usage)}
	}
	return f, nil
}

// options let in our functions and nothing else.
func options() []expr.Option {
	list := []expr.Option{expr.DisableAllBuiltins(), expr.DisableIfOperator(), expr.Optimize(false), expr.MaxNodes(maxNodes)}
	for name, count := range aggregates {
		list = append(list, expr.Function(name, overKnown(count), new(func(...any) float64)))
	}
	return append(list, expr.Function("round", round, new(func(float64) float64), new(func(float64, float64) float64)),
		expr.Function(divide, quotient, new(func(float64, float64, string) float64)))
}

// parse is the tree of the text.
func parse(text string) (ast.Node, *diag.Problem) {
	config := conf.CreateNew()
	for _, option := range options() {
		option(config)
	}
	tree, err := parser.ParseWithConfig(text, config)
	if err != nil {
		problem := unreadable(text, err)
		return nil, &problem
	}
	return tree.Node, nil
}

// Codes are the codes that the formula names, each once, in the order of the text.
func (f *Formula) Codes() []string { return f.codes }

// IsCondition reports whether the formula says yes or no, not a number.
func (f *Formula) IsCondition() bool { return f.sort == truth }

// Share tells the codes of part and whole of a formula like 100 * part / whole.
func (f *Formula) Share() (part, whole string, ok bool) {
	return f.share[0], f.share[1], f.share[0] != ""
}

// Mean tells the codes of an index that is the mean of others: mean(A, B, C).
func (f *Formula) Mean() (codes []string, ok bool) { return f.mean, f.mean != nil }

// Evaluate counts the number over the values; a code that is not among them is missing.
func (f *Formula) Evaluate(values map[string]model.Value) model.Value {
	result, reason := f.run(values)
	if reason != nil {
		return *reason
	}
	x, isNumber := result.(float64)
	switch {
	case !isNumber:
		panic("formula: a condition is no number")
	case math.IsInf(x, 0) || math.IsNaN(x):
		return model.MissingValue("слишком большое число")
	}
	return model.KnownValue(model.Fifteen(x))
}

// Holds tells whether the condition holds; where that cannot be told, reason is the value
// that says why, and not known.
func (f *Formula) Holds(values map[string]model.Value) (holds bool, reason model.Value) {
	result, none := f.run(values)
	if none != nil {
		return false, *none
	}
	return result.(bool), model.KnownValue(0)
}

func (f *Formula) run(values map[string]model.Value) (any, *model.Value) {
	var missing []string
	known := make(map[string]any, len(f.codes))
	for _, code := range f.codes {
		switch v := values[code]; {
		case v.State == model.NotApplicable && slices.Contains(f.strict, code):
			none := model.NoValue()
			return nil, &none
		case v.State == model.NotApplicable:
			known[code] = leftOut{}
		case v.State == model.Missing:
			missing = append(missing, code)
		default:
			known[code] = v.Number
		}
	}
	if missing != nil {
		none := model.MissingValue("нет данных: " + strings.Join(missing, ", "))
		return nil, &none
	}
	result, err := expr.Run(f.program, known)
	if err != nil {
		none := reasonOf(err)
		return nil, &none
	}
	return result, nil
}

func at(offset int, format string, args ...any) diag.Problem {
	p := diag.Errorf("", "%s", fmt.Sprintf(format, args...))
	p.Offset = offset
	return p
}
