package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"doklad/generator/russian"
)

// mostNear is how many institutions are offered where none is known.
const mostNear = 5

// near are those whose names have the same numbers or differ by a slip of the pen: the
// former first, the nearest first.
func (r *Registry) near(words []string) []Institution {
	s := r.spell(words)
	called := s.loose
	if called == "" {
		called = s.strict
	}
	best := map[int]likeness{}
	for name, indexes := range r.loose {
		l := likeness{slips: russian.Slips(called, name), sameNumbers: sameNumbers(words, name)}
		if !l.sameNumbers && !russian.IsSlip(called, l.slips) {
			continue
		}
		for _, i := range indexes {
			l.index = i
			if known, found := best[i]; !found || l.compare(known) < 0 {
				best[i] = l
			}
		}
	}
	list := slices.SortedFunc(maps.Values(best), likeness.compare)
	var near []Institution
	for _, l := range list[:min(len(list), mostNear)] {
		near = append(near, r.all[l.index])
	}
	return near
}

// likeness is how near a name is to what was written.
type likeness struct {
	index, slips int
	sameNumbers  bool
}

func (l likeness) compare(m likeness) int {
	if l.sameNumbers != m.sameNumbers {
		if l.sameNumbers {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(l.slips, m.slips), cmp.Compare(l.index, m.index))
}

// sameNumbers: both have numbers, and the same ones.
func sameNumbers(words []string, name string) bool {
	numbers := func(words []string) []string {
		return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !isNumber(w) })
	}
	a := numbers(words)
	return len(a) > 0 && slices.Equal(a, numbers(strings.Fields(name)))
}
