package crosscheck

import (
	"math"
	"strings"
	"testing"

	"doklad/generator/model"
)

func TestJump(t *testing.T) {
	k := model.KnownValue
	for _, c := range []struct {
		now, was model.Value
		bound    float64
		absolute bool
		want     string
	}{
		{k(130), k(100), 30, false, "holds"}, {k(131), k(100), 30, false, "violated"}, {k(70), k(100), 30, false, "holds"}, {k(69), k(100), 30, false, "violated"},
		{k(1.3), k(1), 30, false, "holds"}, {k(0.7), k(1), 30, false, "holds"}, {k(-130), k(-100), 30, false, "holds"}, {k(-131), k(-100), 30, false, "violated"},
		{k(60.2), k(40.2), 20, true, "holds"}, {k(60.3), k(40.2), 20, true, "violated"}, {k(20.1), k(40.2), 20, true, "violated"}, {k(0.3), k(0.1), 0.2, true, "holds"},
		{k(1), k(0), 30, false, "violated"}, {k(0), k(0), 30, false, "holds"}, {k(0), k(10), 30, false, "violated"}, {k(0), k(10), 100, false, "holds"},
		{k(20), k(0), 20, true, "holds"}, {k(21), k(0), 20, true, "violated"},
		{model.Value{}, k(1), 30, false, "unmade"}, {k(1), model.Value{}, 30, false, "unmade"}, {model.NoValue(), k(1), 30, true, "unmade"}, {k(1), model.NoValue(), 30, true, "unmade"},
	} {
		check := model.Check{ID: "X", Jump: "A1", Bound: c.bound, Absolute: c.absolute}
		if got := outcome(t, check, Subject{Values: model.Values{"A1": c.now}, Before: model.Values{"A1": c.was}}); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// A jump by units is the same there and back; one by per cent is the same up and down from
// one number; and what a wider bound tells, a narrower one tells too.
func FuzzJump(f *testing.F) {
	f.Add(14.0, 10.0, 30.0)
	f.Add(0.0, 0.0, 1.0)
	f.Add(60.2, 40.2, 20.0)
	f.Fuzz(func(t *testing.T, now, was, bound float64) {
		now, was = ofForm(now), ofForm(was)
		if bound = math.Abs(ofForm(bound)); bound == 0 {
			bound = 1 // of a check it is more than 0
		}
		jumps := func(now, was, bound float64, absolute bool) bool {
			check := model.Check{ID: "X", Jump: "A1", Bound: bound, Absolute: absolute}
			return outcome(t, check, Subject{Values: model.Values{"A1": model.KnownValue(now)}, Before: model.Values{"A1": model.KnownValue(was)}}) == "violated"
		}
		if jumps(now, was, bound, true) != jumps(was, now, bound, true) {
			t.Errorf("%v and %v by %v: not the same there and back", now, was, bound)
		}
		for _, absolute := range []bool{true, false} {
			if jumps(now, was, bound, absolute) != jumps(-now, -was, bound, absolute) {
				t.Errorf("%v and %v by %v: the sign matters", now, was, bound)
			}
			if jumps(now, was, 2*bound, absolute) && !jumps(now, was, bound, absolute) {
				t.Errorf("%v and %v: told by %v, not by %v", now, was, 2*bound, bound)
			}
			if jumps(was, was, bound, absolute) {
				t.Errorf("%v has not changed", was)
			}
		}
	})
}

// Between years nothing is compared without a year before, or after a change of method,
// whatever the rule; within this year the check is made all the same.
func TestBetweenYears(t *testing.T) {
	values := model.Values{"A1": states["5"], "B1": states["5"]}
	changed := func(code string) bool { return code != "A1" }
	for _, c := range []struct {
		check  model.Check
		before model.Values
		alike  func(string) bool
		want   string
	}{
		{model.Check{Jump: "A1", Bound: 1}, nil, nil, "нет данных за прошлый год"},
		{model.Check{Jump: "A1", Bound: 1}, model.Values{}, nil, "A1: в этом году 5, в прошлом – нет данных"},
		{model.Check{Jump: "A1", Bound: 1}, model.Values{"A1": states["0"]}, nil, "violated"},
		{model.Check{Jump: "A1", Bound: 1}, model.Values{"A1": states["0"]}, changed, "A1 считается иначе, чем в прошлом году"},
		{model.Check{Left: "B1", Operator: "==", Right: "A1_prev"}, nil, nil, "нет данных за прошлый год"},
		{model.Check{Left: "B1", Operator: "==", Right: "A1_prev", MissingRight: model.NeverSkip}, nil, nil, "нет данных за прошлый год"},
		{model.Check{Left: "B1", Operator: "==", Right: "A1_prev", MissingRight: model.NeverSkip}, model.Values{}, nil, "violated"},
		{model.Check{Left: "B1", Operator: "==", Right: "A1_prev"}, model.Values{}, nil, "нет данных: A1 прошлого года"},
		{model.Check{Left: "B1", Operator: "==", Right: "A1_prev"}, model.Values{"A1": states["0"]}, changed, "A1 считается иначе, чем в прошлом году"},
		{model.Check{Left: "A1", Operator: "!=", Right: "B1"}, nil, changed, "violated"},
	} {
		rules := made(t, c.check)
		subjects := []Subject{{Values: values, Before: c.before}}
		got := ""
		for _, u := range rules.Unmade(subjects, c.alike) {
			got += u.Reason
		}
		if len(rules.Judge(subjects, c.alike)) > 0 {
			got += "violated"
		}
		if got != c.want {
			t.Errorf("%+v of %v: %q, want %q", c.check, c.before, got, c.want)
		}
	}
}

// among are institutions with these values of A1.
func among(kind model.InstitutionKind, cluster string, list ...float64) []Subject {
	var subjects []Subject
	for n, x := range list {
		subjects = append(subjects, Subject{ID: string(kind) + cluster + string(rune('a'+n)), Kind: kind, Cluster: cluster, Values: model.Values{"A1": model.KnownValue(x)}})
	}
	return subjects
}

func TestOutliers(t *testing.T) {
	north, south := among("ДОО", "n", 10, 11, 12, 13, 14), among("ДОО", "s", 100, 110, 120, 130, 12)
	for _, c := range []struct {
		name     string
		check    model.Check
		subjects []Subject
		want     string
	}{
		{"quartiles 11 and 13, fences 5 and 19", model.Check{}, among("ДОО", "", 5, 11, 12, 13, 13), ""},
		{"on the fence", model.Check{Fence: 1}, among("ДОО", "", 9, 11, 12, 13, 15), ""},
		{"beyond the fence", model.Check{Fence: 1}, among("ДОО", "", 8.9, 11, 12, 13, 15.1), "ДООa ДООe"},
		{"three distances if nothing is said", model.Check{}, among("ДОО", "", 4.9, 11, 12, 13, 13), "ДООa"},
		{"four are too few", model.Check{}, among("ДОО", "", 1, 2, 3, 1000), ""},
		{"missing ones do not count", model.Check{}, append(among("ДОО", "", 1, 2, 3, 1000), Subject{}), ""},
		{"no distance", model.Check{}, among("ДОО", "", 5, 5, 5, 5, 100), ""},
		{"among all", model.Check{}, append(south, north...), ""},
		{"in the cluster", model.Check{Among: []string{"cluster"}}, append(south, north...), "ДООse"},
		{"of the kind", model.Check{Among: []string{"kind"}}, append(among("НОШ", "", 1, 1.5, 2), among("ДОО", "", 1, 2, 3, 2.5, 50)...), "ДООe"},
		{"of kind and cluster", model.Check{Among: []string{"kind", "cluster"}, Fence: 1}, append(among("НОШ", "n", 500), north...), ""},
		{"without a cluster", model.Check{Among: []string{"cluster"}}, among("ДОО", "", 1, 2, 3, 2, 50), ""},
		{"of other kinds nothing", model.Check{Kinds: []model.InstitutionKind{"СОШ"}}, among("ДОО", "", 1, 2, 3, 2, 50), ""},
		{"others are not compared with", model.Check{Kinds: []model.InstitutionKind{"СОШ"}}, append(among("ДОО", "", 1, 2, 3), among("СОШ", "", 1, 50)...), ""},
	} {
		c.check.ID, c.check.Outlier = "X", "A1"
		rules := made(t, c.check)
		var got []string
		for _, f := range rules.Judge(c.subjects, nil) {
			got = append(got, f.Subject)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
	findings := made(t, model.Check{ID: "X", Outlier: "A1", Message: "много"}).Judge(among("ДОО", "", 11.25, 12, 13, 14, 30.5), nil)
	if len(findings) != 1 || findings[0].Left != 30.5 || findings[0].Right != 20 ||
		findings[0].Text != "много: A1 = 30,5, а у половины сравнимых учреждений (всего их 5) – от 12 до 14" {
		t.Errorf("%+v", findings)
	}
}

// QUARTILE.INC of the documentation of Excel: 1, 2, 4, 7, 8, 9, 10, 12 has 3.5 first.
func TestQuantile(t *testing.T) {
	list := []float64{1, 2, 4, 7, 8, 9, 10, 12}
	for part, want := range map[float64]float64{0: 1, 0.25: 3.5, 0.5: 7.5, 0.75: 9.25, 1: 12} {
		if got := quantile(list, part); got != want {
			t.Errorf("%v: %v, want %v", part, got, want)
		}
	}
	if got := quantile([]float64{3}, 0.75); got != 3 {
		t.Error(got)
	}
}
