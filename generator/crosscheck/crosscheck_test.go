package crosscheck

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doklad/generator/model"
)

var codes = []string{"A1", "A2", "B1", "B2", "C1"}

// made makes one check over the codes, which must be sound.
func made(t testing.TB, c model.Check) *Rules {
	t.Helper()
	rules, faults := Compile([]model.Check{c}, codes)
	if faults != nil {
		t.Fatalf("%+v: %v", c, faults)
	}
	return rules
}

// outcome is «holds», «violated» or «unmade» of one subject.
func outcome(t testing.TB, c model.Check, s Subject) string {
	t.Helper()
	rules := made(t, c)
	findings, unmade := rules.Judge([]Subject{s}, nil), rules.Unmade([]Subject{s}, nil)
	switch {
	case len(findings) == 1 && unmade == nil:
		return "violated"
	case findings == nil && len(unmade) == 1:
		if unmade[0].Reason == "" {
			t.Errorf("%+v: no reason", c)
		}
		return "unmade"
	case findings == nil && unmade == nil:
		return "holds"
	}
	t.Fatalf("%v and %v", findings, unmade)
	return ""
}

var states = map[string]model.Value{"5": model.KnownValue(5), "0": model.KnownValue(0), "–": {}, "н/п": model.NoValue()}

// One code on each side. What a side gives to a comparison is a number or nothing; what it
// gives to a check of presence is whether there is a value. Both are written here by hand
// from what the words of the model say, not by the code.
func TestTruthTableOfOneCode(t *testing.T) {
	number := map[model.MissingRule]map[string]string{
		model.NeverSkip: {"5": "5", "0": "0", "–": "0", "н/п": ""},
		model.SkipIfAny: {"5": "5", "0": "0", "–": "", "н/п": ""},
		model.SkipIfAll: {"5": "5", "0": "0", "–": "", "н/п": ""},
	}
	present := map[string]bool{"5": true, "0": true, "–": false, "н/п": false}
	holds := map[model.Operator]string{ // of 0 and 0, 0 and 5, 5 and 0, 5 and 5
		model.Equal: "+--+", model.NotEqual: "-++-", model.Less: "-+--", model.LessEqual: "++-+", model.Greater: "--+-", model.GreaterEqual: "+-++",
	}
	cases := 0
	for _, operator := range model.Operators {
		for _, left := range model.MissingRules {
			for _, right := range model.MissingRules {
				for l := range states {
					for r := range states {
						want := ""
						switch operator {
						case model.BothOrNone:
							want = map[bool]string{true: "holds", false: "violated"}[present[l] == present[r]]
						case model.OneOfTwo:
							switch {
							case present[l] && present[r]:
								want = "violated"
							case present[l] || present[r]:
								want = "holds"
							case left == model.NeverSkip && right == model.NeverSkip:
								want = "violated"
							default:
								want = "unmade"
							}
						default:
							a, b := number[left][l], number[right][r]
							if a == "" || b == "" {
								want = "unmade"
								break
							}
							at := strings.Index("00 05 50 55", a+b) / 3
							want = map[byte]string{'+': "holds", '-': "violated"}[holds[operator][at]]
						}
						c := model.Check{ID: "X", Left: "A1", Operator: operator, Right: "B1", MissingLeft: left, MissingRight: right}
						s := Subject{Values: model.Values{"A1": states[l], "B1": states[r]}}
						if got := outcome(t, c, s); got != want {
							t.Errorf("%s %s, %s %s, %s: %s, want %s", l, r, left, right, operator, got, want)
						}
						cases++
					}
				}
			}
		}
	}
	if cases != 8*3*3*4*4 {
		t.Errorf("%d cases", cases)
	}
}

// Several codes on the left side, beside a number.
func TestTruthTableOfSeveralCodes(t *testing.T) {
	const never, anyone, all = model.NeverSkip, model.SkipIfAny, model.SkipIfAll
	k, none, na := model.KnownValue(5), model.Value{}, model.NoValue()
	for _, c := range []struct {
		formula string
		a, b    model.Value
		sum     map[model.MissingRule]string // what == 5 says
		present map[model.MissingRule]bool
	}{
		{"A1 + A2", k, model.KnownValue(0), map[model.MissingRule]string{never: "holds", anyone: "holds", all: "holds"}, map[model.MissingRule]bool{never: true, anyone: true, all: true}},
		{"A1 + A2", k, none, map[model.MissingRule]string{never: "holds", anyone: "unmade", all: "holds"}, map[model.MissingRule]bool{never: true, anyone: false, all: true}},
		{"A1 + A2", none, none, map[model.MissingRule]string{never: "violated", anyone: "unmade", all: "unmade"}, map[model.MissingRule]bool{}},
		{"A1 + A2", k, na, map[model.MissingRule]string{never: "unmade", anyone: "unmade", all: "unmade"}, map[model.MissingRule]bool{}},
		{"A1 + A2", none, na, map[model.MissingRule]string{never: "unmade", anyone: "unmade", all: "unmade"}, map[model.MissingRule]bool{}},
		{"sum(A1, A2)", k, none, map[model.MissingRule]string{never: "holds", anyone: "unmade", all: "holds"}, map[model.MissingRule]bool{never: true, anyone: false, all: true}},
		{"sum(A1, A2)", k, na, map[model.MissingRule]string{never: "holds", anyone: "holds", all: "holds"}, map[model.MissingRule]bool{never: true, anyone: true, all: true}},
		{"mean(A1, A2)", k, na, map[model.MissingRule]string{never: "holds", anyone: "holds", all: "holds"}, map[model.MissingRule]bool{never: true, anyone: true, all: true}},
		{"mean(A1, A2)", k, none, map[model.MissingRule]string{never: "violated", anyone: "unmade", all: "violated"}, map[model.MissingRule]bool{never: true, anyone: false, all: true}},
		{"sum(A1, A2)", none, na, map[model.MissingRule]string{never: "violated", anyone: "unmade", all: "unmade"}, map[model.MissingRule]bool{}},
		{"sum(A1, A2)", na, na, map[model.MissingRule]string{never: "unmade", anyone: "unmade", all: "unmade"}, map[model.MissingRule]bool{}},
	} {
		for _, rule := range model.MissingRules {
			s := Subject{Values: model.Values{"A1": c.a, "A2": c.b, "B1": k}}
			check := model.Check{ID: "X", Left: c.formula, Operator: model.Equal, Right: "5", MissingLeft: rule}
			if got := outcome(t, check, s); got != c.sum[rule] {
				t.Errorf("%s of %v, %v, %s: %s, want %s", c.formula, c.a, c.b, rule, got, c.sum[rule])
			}
			// The other way round it is the same.
			turned := model.Check{ID: "X", Left: "5", Operator: model.Equal, Right: c.formula, MissingRight: rule}
			if got := outcome(t, turned, s); got != c.sum[rule] {
				t.Errorf("5 and %s of %v, %v, %s: %s, want %s", c.formula, c.a, c.b, rule, got, c.sum[rule])
			}
			check.Operator, check.Right = model.BothOrNone, "B1"
			if got := outcome(t, check, s) == "holds"; got != c.present[rule] {
				t.Errorf("%s of %v, %v, %s: a value %v, want %v", c.formula, c.a, c.b, rule, got, c.present[rule])
			}
		}
	}
}

// A number of the check itself is always there: with it a value is demanded, or forbidden.
func TestPresenceOfNumber(t *testing.T) {
	for state, want := range map[string][2]string{"5": {"holds", "violated"}, "0": {"holds", "violated"}, "–": {"violated", "holds"}, "н/п": {"violated", "holds"}} {
		for n, operator := range []model.Operator{model.BothOrNone, model.OneOfTwo} {
			c := model.Check{ID: "X", Left: "A1", Operator: operator, Right: "1"}
			if got := outcome(t, c, Subject{Values: model.Values{"A1": states[state]}}); got != want[n] {
				t.Errorf("%s %s: %s, want %s", state, operator, got, want[n])
			}
		}
	}
}

// Without a rule a check is not made where a value is missing.
func TestRuleByDefault(t *testing.T) {
	c := model.Check{ID: "X", Left: "A1", Operator: model.LessEqual, Right: "B1"}
	if got := outcome(t, c, Subject{Values: model.Values{"A1": states["5"]}}); got != "unmade" {
		t.Error(got)
	}
}

// What cannot be counted is not compared, and says why.
func TestUncountable(t *testing.T) {
	values := model.Values{"A1": states["5"], "A2": states["0"], "B1": states["5"]}
	for _, operator := range model.Operators {
		rules := made(t, model.Check{ID: "X", Left: "100 * A1 / A2", Operator: operator, Right: "B1"})
		unmade := rules.Unmade([]Subject{{ID: "s", Values: values}}, nil)
		if len(unmade) != 1 || unmade[0].Reason != "деление на ноль: A2 = 0" || unmade[0].Subject != "s" || rules.Judge([]Subject{{Values: values}}, nil) != nil {
			t.Errorf("%s: %v", operator, unmade)
		}
	}
}

func TestTolerance(t *testing.T) {
	noisy := 0.1 // of the machine: constants are added exactly
	noisy += 0.2
	for _, c := range []struct {
		l         float64
		operator  model.Operator
		r         float64
		tolerance float64
		want      bool
	}{
		{noisy, "==", 0.3, 0, true}, {noisy, "!=", 0.3, 0, false}, {noisy, "<=", 0.3, 0, true}, {0.3, ">=", noisy, 0, true},
		{noisy, ">", 0.3, 0, false}, {0.3, "<", noisy, 0, false},
		{99.9, "==", 100, 0.1, true}, {100.1, "==", 100, 0.1, true}, {100.11, "==", 100, 0.1, false}, {99.89, "==", 100, 0.1, false}, {1000.1, "==", 1000, 0.1, true},
		{100.1, "!=", 100, 0.1, false}, {100.11, "!=", 100, 0.1, true},
		{12, "<=", 10, 2, true}, {12.01, "<=", 10, 2, false}, {10, ">=", 12, 2, true}, {9.99, ">=", 12, 2, false},
		{12, "<", 10, 2, false}, {11.99, "<", 10, 2, true}, {10, ">", 12, 2, false}, {10.01, ">", 12, 2, true},
		{5, "<", 5, 0, false}, {-5, "<", 5, 0, true}, {-5.1, "==", -5, 0.1, true},
		{0.8, "==", 0.7, 0.1, true}, {0.8, "<=", 0.7, 0.1, true}, {0.8, "!=", 0.7, 0.1, false}, {0.3, "<", 0.1, 0.2, false}, {0.1, ">", 0.3, 0.2, false},
	} {
		if got := compares(c.l, c.operator, c.r, c.tolerance); got != c.want {
			t.Errorf("%v %s %v ± %v: %v", c.l, c.operator, c.r, c.tolerance, got)
		}
	}
}

// A comparison turned round says the same, and of each pair of opposites without a
// tolerance exactly one holds.
func FuzzCompares(f *testing.F) {
	f.Add(1.0, 2.0, 0.5)
	f.Add(0.1+0.2, 0.3, 0.0)
	f.Add(-1e300, 1e300, 1e300)
	f.Fuzz(func(t *testing.T, l, r, tolerance float64) {
		l, r, tolerance = ofForm(l), ofForm(r), math.Abs(ofForm(tolerance))
		for a, b := range map[model.Operator]model.Operator{"==": "==", "!=": "!=", "<": ">", "<=": ">="} {
			if compares(l, a, r, tolerance) != compares(r, b, l, tolerance) {
				t.Errorf("%v %s %v ± %v is not %s turned round", l, a, r, tolerance, b)
			}
		}
		if compares(l, "==", r, tolerance) == compares(l, "!=", r, tolerance) {
			t.Error("== and != agree")
		}
		for a, b := range map[model.Operator]model.Operator{"<": ">=", ">": "<="} {
			if compares(l, a, r, 0) == compares(l, b, r, 0) {
				t.Errorf("%v %s %v and %s", l, a, r, b)
			}
		}
		if compares(l, "<", r, tolerance) && !compares(l, "<=", r, tolerance) || compares(l, "==", r, 0) && !compares(l, "==", r, tolerance) {
			t.Errorf("%v, %v ± %v: what is stricter holds alone", l, r, tolerance)
		}
	})
}

// ofForm makes a number that a form may hold of any: within ±10⁹, which is far above all
// of them, and never none.
func ofForm(x float64) float64 {
	const most = 1e9
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return most
	}
	return math.Mod(x, most)
}

func TestScope(t *testing.T) {
	for _, c := range []struct {
		check model.Check
		want  string // of whom it is violated
	}{
		{model.Check{}, "s1 s2 s3"},
		{model.Check{Kinds: []model.InstitutionKind{"ДОО"}}, "s1"},
		{model.Check{Kinds: []model.InstitutionKind{"СОШ", "ООШ"}}, "s2 s3"},
		{model.Check{Clusters: []string{"north"}}, "s1 s2"},
		{model.Check{Kinds: []model.InstitutionKind{"СОШ"}, Clusters: []string{"north"}}, "s2"},
		{model.Check{Tier: model.TierInstitution}, "s1 s2 s3"},
		{model.Check{Tier: model.TierBoth}, "s1 s2 s3 total"},
		{model.Check{Tier: model.TierMunicipality}, "total"},
		{model.Check{Tier: model.TierBoth, Kinds: []model.InstitutionKind{"УДО"}}, "total"},
	} {
		c.check.ID, c.check.Left, c.check.Operator, c.check.Right = "X", "A1", "<=", "1"
		values := model.Values{"A1": states["5"]}
		rules := made(t, c.check)
		var got []string
		for _, f := range append(rules.Judge([]Subject{
			{ID: "s1", Kind: "ДОО", Cluster: "north", Values: values}, {ID: "s2", Kind: "СОШ", Cluster: "north", Values: values},
			{ID: "s3", Kind: "ООШ", Values: values}}, nil), rules.JudgeTotal(Subject{ID: "total", Values: values}, nil)...) {
			got = append(got, f.Subject)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %v, want %s", c.check, got, c.want)
		}
	}
}

func TestTexts(t *testing.T) {
	this := model.Values{"A1": model.KnownValue(14), "A2": model.KnownValue(12.5), "B1": model.Value{}, "B2": model.NoValue(), "C1": model.KnownValue(-3)}
	last := model.Values{"A1": model.KnownValue(10), "A2": model.KnownValue(0), "C1": model.KnownValue(3)}
	for _, c := range []struct {
		check model.Check
		text  string
		codes string
		l, r  float64
	}{
		{model.Check{Left: "A1", Operator: "<=", Right: " A2 "}, "A1 = 14, A2 = 12,5", "A1 A2", 14, 12.5},
		{model.Check{Left: "A1 + A2", Operator: "==", Right: "100", Tolerance: 0.1}, "A1 + A2 = 26,5 (A1 = 14, A2 = 12,5)", "A1 A2", 26.5, 100},
		{model.Check{Left: "A1 + B1", Operator: "==", Right: "C1", MissingLeft: model.NeverSkip}, "A1 + B1 = 14 (A1 = 14, B1 – нет данных), C1 = −3", "A1 B1 C1", 14, -3},
		{model.Check{Left: "sum(A1, B2)", Operator: "<", Right: "A1"}, "sum(A1, B2) = 14 (A1 = 14, B2 – не применимо), A1 = 14", "A1 B2", 14, 14},
		{model.Check{Left: "A1", Operator: "<=", Right: "A1_prev"}, "A1 = 14, A1 прошлого года = 10", "A1", 14, 10},
		{model.Check{Left: "A1", Operator: "<=", Right: "A1_prev + A2"}, "", "", 0, 0},
		{model.Check{Left: "A1", Operator: "both-or-none", Right: "B1"}, "A1 = 14, B1 – нет данных", "A1 B1", 14, 0},
		{model.Check{Left: "A1", Operator: "both-or-none", Right: "B1 + B2"}, "A1 = 14, B1 – нет данных, B2 – не применимо", "A1 B1 B2", 14, 0},
		{model.Check{Left: "A1 / 3", Operator: "==", Right: "4.66667"}, "A1 / 3 = 4,666667 (A1 = 14)", "A1", 14.0 / 3, 4.66667},
		{model.Check{Jump: "A1", Bound: 30}, "A1 = 14, в прошлом году 10 (рост на 40\u00a0%)", "A1", 14, 10},
		{model.Check{Jump: "A1", Bound: 3, Absolute: true}, "A1 = 14, в прошлом году 10 (рост на 4)", "A1", 14, 10},
		{model.Check{Jump: "A2", Bound: 30}, "A2 = 12,5, в прошлом году 0", "A2", 12.5, 0},
		{model.Check{Jump: "C1", Bound: 199}, "C1 = −3, в прошлом году 3 (снижение на 200\u00a0%)", "C1", -3, 3},
	} {
		c.check.ID, c.check.Message = "X", "не сходится"
		findings := made(t, c.check).Judge([]Subject{{ID: "s", Values: this, Before: last}}, nil)
		if c.text == "" {
			if findings != nil {
				t.Errorf("%+v: %v", c.check, findings)
			}
			continue
		}
		if len(findings) != 1 {
			t.Errorf("%+v: %v", c.check, findings)
			continue
		}
		f := findings[0]
		if f.Text != "не сходится: "+c.text || strings.Join(f.Codes, " ") != c.codes || model.Round(f.Left-c.l, 9) != 0 || f.Right != c.r || f.Check.ID != "X" || f.Subject != "s" {
			t.Errorf("%+v, want %s", f, c.text)
		}
	}
}

// What Compile refuses.
func TestFaults(t *testing.T) {
	left := func(edit func(*model.Check)) model.Check {
		c := model.Check{ID: "X", Left: "A1", Operator: "==", Right: "B1"}
		edit(&c)
		return c
	}
	for _, c := range []struct {
		check model.Check
		want  string
	}{
		{model.Check{}, "id: не сказано, что сверять"},
		{model.Check{Left: "A1", Operator: "==", Right: "B1", Jump: "A1", Bound: 1}, "id: сказано сразу о разном"},
		{model.Check{Jump: "A1", Bound: 1, Outlier: "A1"}, "id: сказано сразу о разном"},
		{model.Check{Left: "A1"}, "right: не указано, что сравнивать: right; operator: неясно, как сравнивать: «»"},
		{left(func(c *model.Check) { c.Operator = "=<" }), "operator: неясно, как сравнивать: «=<»"},
		{left(func(c *model.Check) { c.Operator = "both-or-non" }), "operator: неясно, как сравнивать: «both-or-non»"},
		{left(func(c *model.Check) { c.Left = "A1 +" }), "left+4: формула не дописана"},
		{left(func(c *model.Check) { c.Right = "100 * B7" }), "right+6: показателя «B7» нет"},
		{left(func(c *model.Check) { c.Right = "B1_last" }), "right+0: показателя «B1_last» нет"},
		{left(func(c *model.Check) { c.Left = "A1 > 1" }), "left+0: нужно число, а формула даёт «да» или «нет»"},
		{left(func(c *model.Check) { c.Left, c.Right = "1", "2" }), "left: увязка не называет ни одного показателя этого года"},
		{left(func(c *model.Check) { c.Left, c.Right = "A1_prev", "2" }), "left: увязка не называет ни одного показателя этого года"},
		{left(func(c *model.Check) { c.Tolerance = -1 }), "tolerance: допуск меньше нуля: −1"},
		{left(func(c *model.Check) { c.Operator, c.Tolerance = model.OneOfTwo, 1 }), "tolerance: допуск есть, а числа не сравниваются"},
		{left(func(c *model.Check) { c.MissingLeft, c.MissingRight = "skip", "never" }), "missing_left: неясно, как быть, если значения нет: «skip»; missing_right: неясно, как быть, если значения нет: «never»"},
		{left(func(c *model.Check) { c.Bound, c.Absolute, c.Fence, c.Among = 1, true, 1, []string{"kind"} }), "bound: ключ bound бывает только вместе с jump; absolute: ключ absolute бывает только вместе с jump; among: ключ among бывает только вместе с outlier; fence: ключ fence бывает только вместе с outlier"},
		{left(func(c *model.Check) { c.Tier = "school" }), "level: неясно, чья это увязка: «school»"},
		{left(func(c *model.Check) { c.Tier, c.Clusters = model.TierMunicipality, []string{"n"} }), "level: увязка муниципалитета, а названы виды учреждений или кластеры"},
		{model.Check{Jump: "A1", Bound: -5}, "bound: граница скачка должна быть больше нуля: −5"},
		{model.Check{Jump: "A1"}, "bound: граница скачка должна быть больше нуля: 0"},
		{model.Check{Jump: "A9", Bound: 5}, "jump: показателя «A9» нет"},
		{model.Check{Jump: "A1", Bound: 5, Tolerance: 1, MissingLeft: "never-skip"}, "tolerance: ключ tolerance бывает только вместе с left; missing_left: ключ missing_left бывает только вместе с left"},
		{model.Check{Outlier: "A9"}, "outlier: показателя «A9» нет"},
		{model.Check{Outlier: "A1", Fence: -1}, "fence: граница выброса меньше нуля: −1"},
		{model.Check{Outlier: "A1", Tier: model.TierBoth}, "level: выброс ищут среди учреждений, муниципалитет один"},
		{model.Check{Outlier: "A1", Among: []string{"kind", "kin", "kind"}}, "among[2]: неясно, среди кого сравнивать: «kin»; among[3]: «kind» названо дважды"},
	} {
		rules, faults := Compile([]model.Check{c.check, {ID: "sound", Jump: "A1", Bound: 1}}, codes)
		var got []string
		for _, f := range faults {
			place := f.Key
			if f.Offset > 0 || strings.Contains(f.Text, "показателя «B") || strings.Contains(f.Text, "нужно число") {
				place += fmt.Sprintf("+%d", f.Offset)
			}
			got = append(got, place+": "+f.Text)
			if f.ID != c.check.ID || f.Hint == "" {
				t.Errorf("%+v", f)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%+v\n got %s\nwant %s", c.check, strings.Join(got, "; "), c.want)
		}
		if len(rules.rules) != 1 || rules.rules[0].check.ID != "sound" {
			t.Errorf("%+v: a check with a fault is made, or the sound one is not", c.check)
		}
	}
}

// The order is that of the subjects and of the checks; nothing that was given is changed.
func TestOrder(t *testing.T) {
	rules, _ := Compile([]model.Check{{ID: "2", Left: "A1", Operator: "<", Right: "A1"}, {ID: "1", Left: "A1", Operator: "!=", Right: "A1"}}, codes)
	values := model.Values{"A1": states["5"]}
	var got []string
	for _, f := range rules.Judge([]Subject{{ID: "b", Values: values}, {ID: "a", Values: values}}, nil) {
		got = append(got, f.Subject+f.Check.ID)
		f.Codes[0] = "spoiled"
	}
	again := rules.Judge([]Subject{{ID: "b", Values: values}}, nil)
	if !slices.Equal(got, []string{"b2", "b1", "a2", "a1"}) || again[0].Codes[0] != "A1" || len(values) != 1 {
		t.Error(got, again, values)
	}
}
