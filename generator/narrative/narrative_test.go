package narrative

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/model"
	"doklad/templates"
)

func program(t testing.TB) *Phrases {
	t.Helper()
	p, err := Read(programText(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func programText(t testing.TB) string {
	t.Helper()
	text, err := templates.FS.ReadFile("narrative.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// listed: the numbers of a text are those listed, in their order, and it is well-formed.
func listed(t testing.TB, said Said) {
	t.Helper()
	var printed []string
	for _, n := range said.Numbers {
		printed = append(printed, n.Printed)
	}
	if got := NumbersIn(said.Text); !slices.Equal(got, printed) {
		t.Errorf("%s\nprints %q\nlists  %q", said.Text, got, printed)
	}
	if said.Text == "" {
		return
	}
	if strings.Contains(said.Text, "  ") || !balanced(said.Text, '«', '»') || !strings.HasSuffix(said.Text, ".") {
		t.Errorf("not well-formed: %s", said.Text)
	}
}

// proved: every number of a case is that of the data.
func proved(t testing.TB, c Case, said Said) {
	t.Helper()
	listed(t, said)
	i := c.Indicator
	decimals := i.Decimals
	for _, n := range said.Numbers {
		if n.Code != i.Code {
			t.Errorf("%v is of another indicator", n)
		}
		var may []string
		switch n.What {
		case Value:
			for _, p := range c.Peers {
				if !p.FromCatalogue && n.Unit == p.ID {
					may = append(may, digits(p.Value, decimals))
				}
			}
			if n.Unit == c.Unit && n.Year == c.Year {
				may = append(may, digits(c.Now.Number, decimals))
			}
			if n.Unit == c.Unit && n.Year == c.YearBefore {
				may = append(may, digits(c.Before.Number, decimals))
			}
		case Change:
			may = append(may, distance(model.Round(c.Now.Number, decimals), model.Round(c.Before.Number, decimals), decimals))
		case Reference:
			for _, p := range c.Peers {
				if p.FromCatalogue && p.Name == n.Unit {
					may = append(may, digits(p.Value, max(decimals, decimalsOf(p.Value))))
				}
			}
		case Difference:
			for _, p := range c.Peers {
				of := decimals
				if p.FromCatalogue {
					of = max(of, decimalsOf(p.Value))
				}
				may = append(may, distance(model.Round(c.Now.Number, decimals), model.Round(p.Value, of), of))
			}
		case Threshold, Gap:
			bound, _ := i.NormIn(c.Year)
			for _, end := range []float64{bound.From, bound.To} {
				if math.IsInf(end, 0) {
					continue
				}
				if n.What == Threshold {
					may = append(may, digits(end, decimalsOf(end)))
				} else {
					may = append(may, distance(model.Round(c.Now.Number, decimals), end, max(decimals, decimalsOf(end))))
				}
			}
		case Count:
			may = append(may, digits(float64(c.Now.Told), 0), digits(float64(c.Now.Of), 0))
			for _, p := range []*consolidation.Part{c.Now.Part, c.Before.Part} {
				if p != nil {
					may = append(may, NumbersIn(p.String())...)
				}
			}
		case YearOf:
			may = append(may, strconv.Itoa(n.Year))
			if i.Period == model.SchoolYear {
				may = []string{strconv.Itoa(n.Year - 1), fmt.Sprintf("%02d", n.Year%100)}
			}
			if n.Year != c.Year && n.Year != c.YearBefore {
				t.Errorf("the year %d is not of the data", n.Year)
			}
		case InName:
			continue
		}
		if !slices.Contains(may, n.Printed) {
			t.Errorf("%s\n%+v is not of the data: %q", said.Text, n, may)
		}
	}
}

// distance is the difference of two numbers as they are printed.
func distance(a, b float64, decimals int) string {
	return digits(model.Fifteen(math.Abs(a-b)), decimals)
}
