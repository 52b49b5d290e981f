package formula

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

var codes = []string{"D01", "D02", "D03", "DV04", "DV05"}

func known(x float64) model.Value { return model.KnownValue(x) }

func values() map[string]model.Value {
	return map[string]model.Value{
		"D01": known(3), "D02": known(2.5), "D03": model.NoValue(), "DV04": known(8), "DV05": known(0),
	}
}

func mustCompile(t *testing.T, text string) *Formula {
	t.Helper()
	f, problems := Compile(text, append([]string{"X1"}, codes...))
	if problems != nil {
		t.Fatal(text, problems)
	}
	return f
}

func TestEvaluate(t *testing.T) {
	none := model.NoValue()
	for text, want := range map[string]model.Value{
		"1 + 2 * 3":                   known(7),
		"7 / 2":                       known(3.5),
		"-D01 + +5":                   known(2),
		"100 * D02 / DV04":            known(31.25),
		"9223372036854775807 + 1":     known(9.22337203685478e18), // no overflow of whole numbers
		"0.1 + 0.2":                   known(0.3),
		"round(2.675, 2)":             known(2.68),
		"round(-2.5)":                 known(-3),
		"round(D02)":                  known(3),
		"min(D01, D02, DV04)":         known(2.5),
		"max(D01, 2 * D02)":           known(5),
		"sum(D01, D02, D03)":          known(5.5), // «н/п» is left out
		"mean(D01, D02, D03)":         known(2.75),
		"mean(D03)":                   none, // nothing is applicable
		"mean(D03, D03) + D01":        none,
		"D03 + 1":                     none,
		"round(D03)":                  none,
		"mean(D01, D03 + 1)":          none, // only what is merely listed is left out
		"D03 + X1":                    none, // data would not change it
		"X1 + D01":                    model.MissingValue("нет данных: X1"),
		"mean(D01, X1)":               model.MissingValue("нет данных: X1"),
		"D01 / DV05":                  model.MissingValue("деление на ноль: DV05 = 0"),
		"DV05 / DV05":                 model.MissingValue("деление на ноль: DV05 = 0"),
		"D01 / (DV05 * 2)":            model.MissingValue("деление на ноль"),
		"1e300 * 1e300":               model.MissingValue("слишком большое число"),
		"1e300 * 1e300 - 1e300*1e300": model.MissingValue("слишком большое число"),
		"DV05 * -1":                   known(0),
	} {
		got := mustCompile(t, text).Evaluate(values())
		if got != want || got.Number == 0 && math.Signbit(got.Number) {
			t.Errorf("%s = %+v, want %+v", text, got, want)
		}
	}
}

func TestHolds(t *testing.T) {
	for text, want := range map[string]bool{
		"D01 >= 3": true, "D01 > 3": false, "D01 == 3": true, "D01 != 3": false,
		"D02 + 1 < D01 * 2": true, "mean(D01, D02, D03) <= 2.75": true,
	} {
		f := mustCompile(t, text)
		if holds, reason := f.Holds(values()); holds != want || !reason.IsKnown() || !f.IsCondition() {
			t.Errorf("%s: %v, %+v", text, holds, reason)
		}
	}
	if _, reason := mustCompile(t, "D03 >= 3").Holds(values()); reason != model.NoValue() {
		t.Errorf("not applicable: %+v", reason)
	}
	if _, reason := mustCompile(t, "X1 >= 3").Holds(values()); reason != model.MissingValue("нет данных: X1") {
		t.Errorf("missing: %+v", reason)
	}
}

func TestShare(t *testing.T) {
	for text, want := range map[string]string{
		"100 * D01 / DV04": "D01 DV04", "D01 * 100 / DV04": "D01 DV04", "(100 * D01) / (DV04)": "D01 DV04",
		"D01 / DV04": " ", "10 * D01 / DV04": " ", "100 * D01 / (DV04 + 1)": " ", "100 * (D01 + D02) / DV04": " ",
		"100 * D01 / DV04 + 0": " ", "100 * 100 / DV04": " ",
	} {
		part, whole, ok := mustCompile(t, text).Share()
		if got := part + " " + whole; got != want || ok != (part != "") {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestCodes(t *testing.T) {
	f := mustCompile(t, "mean(D02, D01) - D02 + round(DV04)")
	if got := f.Codes(); !slices.Equal(got, []string{"D02", "D01", "DV04"}) {
		t.Error(got)
	}
}

// Every message of a bad formula, with the column at which it is told.
func TestBadFormulas(t *testing.T) {
	var got strings.Builder
	for _, text := range []string{
		"", "  ", "D01 +", "(D01", "D01)", "D01 D02", "0,5 * D01", "D01 − D02", "D01 + №", "D01 × 2", "D01 : 2",
		"D99 + 1", "d01", "DV4", "\"D01\"", "'a' + 'b'", "b'x'", "D01 / 0", "D01 / (2 - 2)", "D01 / -0.0", "D01 + 1 / 0 + D77",
		"D01 ** 2", "D01 ^ 2", "D01 % 2", "1..9999999", "D01 ?? 1", "D01 in [1]", "not D01", "!(D01 > 1)", "D01 > 1 and D02 > 1",
		"D01 > 1 ? 1 : 0", "if D01 > 1 {1} else {0}", "let x = 1; x", "1; 2", "[1, 2]", "{a: 1}", "D01.x", "D01[0]", "D01[1:2]", "$env", "nil", "true",
		"map(1..100000, # * 2)", "filter([1], true)", "reduce(1..9, #acc)", "repeat(\"a\", 1000000000)", "now()", "len(D01)", "count([1])",
		"avg(D01, D02)", "Mean(D01)", "quotient(1, 2, \"a\")", "D01()", "(D01 + 1)(2)", "min()", "round(D01, D02)", "round(D01, 7)", "round(D01, 1, 2)", "round(D01, -1)",
		"(D01 > 1) + 1", "mean(D01 > 1)", "(D01 > 1) == (D02 > 1)", "1 < D01 < 3", "-(D01 > 1)", "/* a */", "D01 // a", "99999999999999999999", "1e999",
		"min", strings.Repeat("1+", 150) + "1", strings.Repeat("(", 499), strings.Repeat("D01 + ", 100) + "D01",
	} {
		f, problems := Compile(text, codes)
		if f != nil && problems != nil {
			t.Errorf("%q: a formula and problems", text)
		}
		if len(text) > 40 {
			text = text[:40] + "…"
		}
		fmt.Fprintf(&got, "== %s\n", text)
		for _, p := range problems {
			fmt.Fprintf(&got, "%d: %s | %s\n", p.Offset+1, p.Text, p.Hint)
			if p.Text == "" || p.Hint == "" || p.Key != "" {
				t.Errorf("%q: %+v", text, p)
			}
		}
	}
	golden.Assert(t, "bad.txt", got.String())
}

// Whatever is typed, a formula gives a number, a truth value or a problem in the text,
// the same each time.
func FuzzFormula(f *testing.F) {
	for _, text := range []string{"100 * D01 / DV04", "mean(D01, D02, D03)", "D01 >= 3", "round(D01, 2)", "map(1..9, #)", "((((", "D01 | mean(D02)", "1e308*10/DV05", "\xff", "`a", "not", "a?.b ?? {}"} {
		f.Add(text, 1.0, 0.0)
	}
	f.Fuzz(func(t *testing.T, text string, a, b float64) {
		formula, problems := Compile(text, codes)
		if (formula == nil) == (problems == nil) {
			t.Fatalf("%q: %v", text, problems)
		}
		for _, p := range problems {
			if p.Offset < 0 || p.Offset > len([]rune(text)) {
				t.Fatalf("%q: offset %d", text, p.Offset)
			}
		}
		if formula == nil {
			return
		}
		given := map[string]model.Value{"D01": known(a), "D02": known(b), "D03": model.NoValue(), "DV04": known(a * b)}
		if formula.IsCondition() {
			formula.Holds(given)
			return
		}
		first := formula.Evaluate(given)
		if first != formula.Evaluate(given) || first.IsKnown() && (math.IsNaN(first.Number) || math.IsInf(first.Number, 0)) {
			t.Fatalf("%q: %+v", text, first)
		}
	})
}
