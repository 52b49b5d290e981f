package recommendation

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// contradictions finds rules of one indicator that may hold for one finding, speak to one
// addressee, and of which neither says more of its condition: what would follow is left
// open. Both are told.
func (w *weighing) contradictions() {
	for n := range w.rules {
		for m := n + 1; m < len(w.rules) && w.rules[m].code == w.rules[n].code; m++ {
			a, b := &w.rules[n], &w.rules[m]
			if !sameCondition(a, b) {
				continue
			}
			what := "повторяют друг друга"
			switch {
			case russian.Fold(a.Term) != russian.Fold(b.Term):
				what = "противоречат друг другу: сроки разные, «" + a.Term + "» и «" + b.Term + "»"
			case a.remedy != b.remedy:
				what = "противоречат друг другу: меры разные"
			}
			for _, r := range []*rule{a, b} {
				w.tell(r, "", diag.Errorf("", "критерии %s и %s %s, а условие и адресат те же", numberOf(a), numberOf(b), what).
					WithHint("оставьте один из них, объедините их или уточните условие: level, zone, when, kinds, clusters"))
			}
		}
	}
}

// numberOf is the number of a criterion within its indicator.
func numberOf(r *rule) string { return strings.Trim(strings.TrimPrefix(r.key, "criterion"), "[]") }

func sameCondition(a, b *rule) bool {
	return a.Of == b.Of && a.To == b.To && a.Level == b.Level && a.Zone == b.Zone && a.particular == b.particular &&
		strings.Join(strings.Fields(a.When), "") == strings.Join(strings.Fields(b.When), "") &&
		overlap(a.Kinds, b.Kinds) && overlap(a.Clusters, b.Clusters)
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
