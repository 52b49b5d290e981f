package recommendation

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/finding"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// Tie are two rules that held for one finding, and of which neither says more of its
// condition: which is meant is left open. By their words alone it cannot be told, for each
// has a condition of its own.
type Tie struct {
	Code     string           // of the indicator
	Criteria [2]string        // «criterion[2]»
	Finding  *finding.Finding // the first for which both held
	Count    int              // of how many they did
}

func (m *maker) tie(a, b *rule, f *finding.Finding) {
	if a.remedy == b.remedy && a.Addressee == b.Addressee {
		return // they say the same
	}
	n, known := m.tied[[2]*rule{a, b}]
	if !known {
		n = len(m.ties)
		m.tied[[2]*rule{a, b}] = n
		m.ties = append(m.ties, Tie{a.code, [2]string{a.key, b.key}, f, 0})
	}
	m.ties[n].Count++
}

// contradictions finds rules of one indicator that may hold for one finding, speak to one
// addressee, and of which neither says more of its condition: what would follow is left
// open. Both are told. Of conditions over other indicators that differ only the values tell.
func (w *weighing) contradictions() {
	for n := range w.rules {
		for m := n + 1; m < len(w.rules) && w.rules[m].code == w.rules[n].code; m++ {
			a, b := &w.rules[n], &w.rules[m]
			if !w.mayTie(a, b) {
				continue
			}
			what := "повторяют друг друга"
			switch {
			case russian.Fold(a.Term) != russian.Fold(b.Term):
				what = "противоречат друг другу: сроки разные, «" + a.Term + "» и «" + b.Term + "»"
			case a.remedy != b.remedy:
				what = "противоречат друг другу: меры разные"
			}
			whether := "а условие и адресат те же"
			if a.Level != b.Level || a.Zone != b.Zone || len(a.Kinds) != len(b.Kinds) || len(a.Clusters) != len(b.Clusters) {
				whether = "а подойти могут оба, и условий в них поровну"
			}
			for _, r := range []*rule{a, b} {
				w.tell(r, "", diag.Errorf("", "критерии %s и %s %s, %s", numberOf(a), numberOf(b), what, whether).
					WithHint("оставьте один из них, объедините их или уточните условие: level, zone, when, kinds, clusters"))
			}
		}
	}
}

// numberOf is the number of a criterion within its indicator.
func numberOf(r *rule) string { return strings.Trim(strings.TrimPrefix(r.key, "criterion"), "[]") }

// mayTie reports whether two rules may hold for one finding and say as much of their
// condition, whatever the values are.
func (w *weighing) mayTie(a, b *rule) bool {
	return a.Of == b.Of && a.To == b.To && a.particular == b.particular &&
		strings.Join(strings.Fields(a.When), "") == strings.Join(strings.Fields(b.When), "") &&
		w.meet(a, b) && overlap(a.Kinds, b.Kinds) && overlap(a.Clusters, b.Clusters)
}

// meet reports whether a value may be of what both rules name: a level, a zone, or all that
// does not meet the norm.
func (w *weighing) meet(a, b *rule) bool {
	switch {
	case a.Level != "" && b.Level != "":
		return a.Level == b.Level
	case a.Zone != "" && b.Zone != "":
		return a.Zone == b.Zone
	}
	i, _ := w.Indicator(a.code)
	x, y := zonesOf(i, a), zonesOf(i, b)
	return slices.ContainsFunc(x, func(z model.Zone) bool { return slices.Contains(y, z) })
}

// zonesOf are those in which a value may be to which a rule speaks.
func zonesOf(i model.Indicator, r *rule) []model.Zone {
	switch {
	case r.Zone != "":
		return []model.Zone{r.Zone}
	case r.Level != "":
		return i.ZonesOf(r.Level)
	}
	return []model.Zone{model.RedZone, model.YellowZone}
}

// overlap: an empty list is all.
func overlap[T comparable](a, b []T) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// remedies finds rules of one remedy that speak to one addressee in different words: it
// would be open what is printed. Both are told.
func (w *weighing) remedies() {
	type whose struct {
		remedy string
		of     model.Subject
		to     model.AddresseeKind
	}
	first := map[whose]*rule{}
	for n := range w.rules {
		b := &w.rules[n]
		key := whose{b.remedy, b.Of, b.To}
		a, known := first[key]
		if !known {
			first[key] = b
			continue
		}
		differs := ""
		for k, text := range wordsOf(&a.Criterion)[:3] { // what is printed once
			if russian.Fold(*text.of) != russian.Fold(*wordsOf(&b.Criterion)[k].of) {
				differs = text.key
				break
			}
		}
		if differs == "" {
			continue
		}
		for _, r := range []*rule{a, b} {
			w.tell(r, differs, diag.Errorf("", "мера %s у показателей %s и %s описана по-разному: %s", quotedRemedy(b), a.code, b.code, differs).
				WithHint("повторите text, addressee и term дословно или назовите меры по-разному"))
		}
	}
}

func quotedRemedy(r *rule) string {
	if r.Remedy == "" {
		return "с одним текстом"
	}
	return "«" + r.Remedy + "»"
}
