package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/russian"
)

// mostNear is how many institutions are offered where none is known.
const mostNear = 5

// likely are the names by what two names must have in common to be taken for each other:
// to compare with all of them would take too long.
type likely struct {
	numbered map[string][]string // by the numbers in them
	long     map[int][]string    // by their letters
}

func likelyOf(names map[string][]int) likely {
	l := likely{map[string][]string{}, map[int][]string{}}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if numbers := numbersOf(strings.Fields(name)); numbers != "" {
			l.numbered[numbers] = append(l.numbered[numbers], name)
		}
		n := utf8.RuneCountInString(name)
		l.long[n] = append(l.long[n], name)
	}
	return l
}

// numbersOf are the numbers of a name, in their order.
func numbersOf(words []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !isNumber(w) }), " ")
}

// near are those whose names have the same numbers or differ by a slip of the pen: the
// former first, the nearest first.
func (r *Registry) near(words []string) []Institution {
	s := r.spell(words)
	called := s.loose
	if called == "" {
		called = s.strict
	}
	best := map[int]likeness{}
	offer := func(name string, slips int, sameNumbers bool) {
		for _, i := range r.loose[name] {
			l := likeness{i, slips, sameNumbers}
			if known, found := best[i]; !found || l.compare(known) < 0 {
				best[i] = l
			}
		}
	}
	numbers := numbersOf(words)
	for _, name := range r.alike.numbered[numbers] {
		offer(name, russian.Slips(called, name), true)
	}
	n, most := utf8.RuneCountInString(called), russian.MostSlips(called)
	for length := n - most; length <= n+most; length++ {
		for _, name := range r.alike.long[length] {
			if slips, few := russian.FewSlips(called, name); few {
				offer(name, slips, false)
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
