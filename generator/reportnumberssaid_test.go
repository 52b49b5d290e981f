package generator

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"doklad/generator/model"
	"doklad/generator/narrative"
)

// told explains a paragraph about an indicator: it is what was said of it, first of the
// whole, then of the institutions, and has no number besides.
func (w *walk) told(text string) bool {
	for n, first := range w.said {
		rest, is := strings.CutPrefix(text, first.Text)
		if first.Text == "" || !is {
			continue
		}
		both := []narrative.Said{first}
		w.said = slices.Delete(w.said, n, n+1)
		if rest = strings.TrimPrefix(rest, " "); rest != "" {
			at := slices.IndexFunc(w.said, func(s narrative.Said) bool { return s.Text == rest })
			if at < 0 {
				w.errorf("nobody said: %s", rest)
				return true
			}
			both = append(both, w.said[at])
			w.said = slices.Delete(w.said, at, at+1)
		}
		var printed []string
		for _, s := range both {
			for _, n := range s.Numbers {
				printed = append(printed, n.Printed)
			}
		}
		found := narrative.NumbersIn(text)
		slices.Sort(printed)
		slices.Sort(found)
		if !slices.Equal(printed, found) {
			w.errorf("numbers %q, listed are %q: %s", found, printed, text)
		}
		w.explain(both)
		w.numbers += len(found)
		return true
	}
	return false
}

// explain compares each number with the recount.
func (w *walk) explain(both []narrative.Said) {
	var code string
	for _, s := range both {
		for _, n := range s.Numbers {
			code = n.Code
		}
	}
	for _, y := range w.sets {
		if i := y.indicator(code); i.Code != "" {
			if y.total("", code).concerned {
				w.explainWhole(y, i, both[0])
				both = both[1:]
			}
			for _, s := range both {
				w.explainUnits(y, i, s)
			}
		}
	}
}

// explainWhole asks of each number of what was said of the whole.
func (w *walk) explainWhole(y *recount, i model.Indicator, said narrative.Said) {
	c := y.total("", i.Code)
	x := roundHalf(c.Number, i.Decimals)
	var counted, wantCounts []string
	for _, n := range said.Numbers {
		var want []string
		of := y.of(n.Year)
		switch n.What {
		case narrative.Value:
			if v := of.total("", n.Code); v.IsKnown() {
				want = []string{plainNumber(v.Number, i.Decimals)}
			}
		case narrative.Change:
			want = []string{plainNumber(math.Abs(y.change(n.Code).by), i.Decimals)}
		case narrative.Threshold:
			want = y.normNumbers(i)
		case narrative.Gap:
			for _, bound := range y.normNumbers(i) {
				want = append(want, plainDifference(x, bound, i.Decimals))
			}
		case narrative.Reference, narrative.Difference:
			for _, r := range i.References {
				written := plainAsWritten(r.Value)
				_, fraction, _ := strings.Cut(written, ",")
				decimals := max(i.Decimals, len(fraction))
				switch {
				case r.Year != y.year:
				case n.What == narrative.Difference:
					want = append(want, plainNumber(math.Abs(x-r.Value), decimals))
				case n.Unit == oneLine(r.Name):
					want = append(want, plainNumber(r.Value, decimals))
				}
			}
		case narrative.Count:
			counted = append(counted, n.Printed)
			continue
		case narrative.YearOf:
			want = yearsOf(i, y.year, y.year-1)
		case narrative.InName:
			want = w.inNames(y, i)
		}
		w.expectOne(said, n, want)
	}
	if c.IsKnown() && c.told > 0 && c.told < c.asked {
		wantCounts = append(wantCounts, fmt.Sprint(c.told), fmt.Sprint(c.asked))
	}
	years := []*recount{y}
	if before := y.before; before != nil && (!c.IsKnown() && c.State == model.Missing || changeOf(i, c, before.total("", i.Code), y.year, before.year).known && !w.isIncomplete(y, i)) {
		years = append(years, before)
	}
	for _, of := range years {
		if c := of.total("", i.Code); c.IsKnown() && c.hasPart {
			wantCounts = append(wantCounts, plainAsWritten(c.part), plainAsWritten(c.of))
		}
	}
	w.expectAll(said, "counts", counted, wantCounts)
}

// isIncomplete: a count by a formula of sums is less where fewer told theirs, as a sum is.
func (w *walk) isIncomplete(y *recount, i model.Indicator) bool {
	now, before := y.total("", i.Code), y.before.total("", i.Code)
	isCount := i.Unit == model.UnitPeople || i.Unit == model.UnitThings
	return isOfFormula(i) && isCount && !strings.Contains(i.Formula, "/") && (now.told < now.asked || before.told < before.asked)
}

// explainUnits counts anew all that was said of the institutions beside each other.
func (w *walk) explainUnits(y *recount, i model.Indicator, said narrative.Said) {
	var concerned, unknown, ranked []recountCell
	var unknownNames []string
	judged, met, small := 0, 0, 0
	for _, u := range y.units {
		c := y.ofUnit(u.id, i.Code)
		if !c.concerned || c.answer || c.State == model.NotApplicable {
			continue
		}
		concerned = append(concerned, c)
		switch {
		case !c.IsKnown():
			unknown = append(unknown, c)
			unknownNames = append(unknownNames, u.name)
		case c.small:
			small++
		default:
			ranked = append(ranked, c)
		}
		if c.judged && !c.small && i.Unranked == "" {
			judged++
			if c.met {
				met++
			}
		}
	}
	want := map[narrative.What][]string{}
	count := func(numbers ...int) {
		for _, n := range numbers {
			want[narrative.Count] = append(want[narrative.Count], fmt.Sprint(n))
		}
	}
	whole := y.total("", i.Code)
	isTold := whole.IsKnown() && whole.told > 0 // it was said of how many the total is
	if len(unknown) < len(concerned) {
		if len(unknown) > 0 && !(isTold && whole.told < whole.asked) {
			count(len(unknown), len(concerned))
		}
		if len(unknownNames) > 3 {
			count(len(unknownNames) - 3)
		}
		if unused := whole.asked - whole.told - len(unknown); isTold && unused > 0 {
			count(unused, len(concerned))
		}
	}
	norm := y.normNumbers(i)
	if judged >= 2 && (i.Trend || norm != nil) {
		want[narrative.Threshold] = norm
		if met > 0 && met < judged {
			count(met)
		}
		count(judged)
	}
	isNamed := i.Unranked == "" && i.Direction != model.Band
	values := make([]float64, len(ranked))
	for n, c := range ranked {
		values[n] = roundHalf(c.Number, i.Decimals)
	}
	isSum := isSummed(i) || isOfFormula(i) && (i.Unit == model.UnitPeople || i.Unit == model.UnitThings) && !strings.Contains(i.Formula, "/")
	if len(ranked) >= 2 && (isNamed || len(ranked) >= 3 && !isSum) {
		least, most := slices.Min(values), slices.Max(values)
		switch {
		case least == most:
			want[narrative.Value] = []string{plainNumber(least, i.Decimals)}
			count(len(ranked))
		default:
			want[narrative.Value] = []string{plainNumber(least, i.Decimals), plainNumber(most, i.Decimals)}
			want[narrative.Difference] = []string{plainNumber(most-least, i.Decimals)}
			for _, end := range []float64{least, most} {
				if n := len(slices.DeleteFunc(slices.Clone(values), func(x float64) bool { return x != end })); isNamed && n > 3 {
					count(n)
				}
			}
		}
		if small > 0 {
			count(small, len(concerned))
		}
	}
	var groups []string
	for _, cluster := range y.clusters {
		if c := y.total(cluster.id, i.Code); c.IsKnown() && c.concerned && !c.small {
			groups = append(groups, plainNumber(c.Number, i.Decimals))
		}
	}
	if len(groups) > 1 && !isSum {
		want[narrative.Value] = append(want[narrative.Value], groups...)
	}
	got := map[narrative.What][]string{}
	for _, n := range said.Numbers {
		switch n.What {
		case narrative.YearOf:
			w.expectOne(said, n, yearsOf(i, y.year, y.year-1))
		case narrative.InName:
			w.expectOne(said, n, w.inNames(y, i))
		default:
			got[n.What] = append(got[n.What], n.Printed)
		}
		if n.Unit != "" && n.What == narrative.Value {
			c := y.ofUnit(n.Unit, i.Code)
			if slices.ContainsFunc(y.clusters, func(k recountCluster) bool { return k.id == n.Unit }) {
				c = y.total(n.Unit, i.Code)
			}
			if plainNumber(c.Number, i.Decimals) != n.Printed {
				w.errorf("%s of %s is %s, counted %v: %s", i.Code, n.Unit, n.Printed, c.Number, said.Text)
			}
		}
	}
	for _, what := range []narrative.What{narrative.Value, narrative.Difference, narrative.Count, narrative.Threshold, narrative.Change, narrative.Gap, narrative.Reference} {
		w.expectAll(said, string(what), got[what], want[what])
	}
}

// plainDifference is from a number to a bound as it is written.
func plainDifference(x float64, bound string, decimals int) string {
	_, fraction, _ := strings.Cut(bound, ",")
	var at float64
	fmt.Sscan(strings.NewReplacer(",", ".", "−", "-").Replace(bound), &at)
	return plainNumber(math.Abs(x-at), max(decimals, len(fraction)))
}

// yearsOf are the numbers that the names of years have.
func yearsOf(i model.Indicator, years ...int) (numbers []string) {
	for _, year := range years {
		if i.Period == model.SchoolYear {
			numbers = append(numbers, fmt.Sprint(year-1), fmt.Sprintf("%02d", year%100))
		} else {
			numbers = append(numbers, fmt.Sprint(year))
		}
	}
	return numbers
}

// inNames are the numbers in titles, names, levels and reasons that may be printed.
func (w *walk) inNames(y *recount, i model.Indicator) (numbers []string) {
	texts := []string{i.Title, i.Below}
	for _, t := range i.Thresholds {
		texts = append(texts, t.Level, t.Reference)
	}
	for _, r := range i.References {
		texts = append(texts, r.Name)
	}
	for _, m := range i.Methods {
		texts = append(texts, m.Text)
	}
	for _, u := range y.units {
		texts = append(texts, u.name)
	}
	for _, text := range texts {
		numbers = append(numbers, narrative.NumbersIn(text)...)
	}
	return numbers
}

func (w *walk) expectOne(said narrative.Said, n narrative.Number, want []string) {
	if !slices.Contains(want, n.Printed) {
		w.errorf("%s %s of %d is %s, counted %q: %s", n.Code, n.What, n.Year, n.Printed, want, said.Text)
	}
}

func (w *walk) expectAll(said narrative.Said, what string, got, want []string) {
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		w.errorf("%s: %q, counted %q: %s", what, got, want, said.Text)
	}
}
