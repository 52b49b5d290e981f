package model

import (
	"slices"
	"strings"
)

// Certainty is how sure it is which institution is meant («уверенность»).
type Certainty int

const (
	NotRecognised Certainty = iota // «не узнано»
	SeveralMatch                   // «подходят несколько»
	ByName                         // «по наименованию»
	ByKey                          // «по ИНН, коду или id»
)

// Recognition is what is understood of the words by which an institution was called
// («опознание»).
type Recognition struct {
	Certainty   Certainty
	Institution Institution // of ByName and ByKey
	// Near are those that may have been meant, where it is not known: all that match,
	// or a few that are like them.
	Near []Institution
}

// IsSure reports whether it is known which institution is meant.
func (r Recognition) IsSure() bool { return r.Certainty >= ByName }

// Registry recognises institutions by what people write («реестр учреждений»). It never
// guesses: a name is known, or nothing is.
type Registry struct {
	all    []Institution
	places [][]string
	keys   map[string][]int
	strict map[string][]int
	loose  map[string][]int
	inn    map[string][]int
	entity []int // the institution whose INN stands for this one
	alike  likely
}

// Registry reads all names once.
func (d *Directory) Registry() *Registry {
	r := &Registry{all: d.Institutions, keys: map[string][]int{}, strict: map[string][]int{}, loose: map[string][]int{}, inn: map[string][]int{}}
	if d.Office != nil {
		for _, place := range slices.Concat(d.Office.Territory.Places, d.Office.Territory.Variants, []string{d.Office.Territory.Name}) {
			if words := wordsOfName(place); len(words) > 0 {
				r.places = append(r.places, joined(words, phrases))
			}
		}
		// «муниципального округа «Пример»» goes before the «округа «Пример»» in it.
		slices.SortStableFunc(r.places, func(a, b []string) int { return len(b) - len(a) })
	}
	for i, one := range r.all {
		for _, key := range []string{one.ID, one.Code} {
			put(r.keys, keyOf(cutWords(key)), i)
		}
		put(r.inn, one.INN, i)
		for _, name := range one.Names() {
			s := r.spell(wordsOfName(name))
			put(r.strict, s.strict, i)
			put(r.loose, s.loose, i)
		}
	}
	r.entity = entities(d.Hierarchy())
	r.alike = likelyOf(r.loose)
	return r
}

func put(index map[string][]int, key string, i int) {
	if key != "" && !slices.Contains(index[key], i) {
		index[key] = append(index[key], i)
	}
}

func keyOf(words []string) string { return strings.Join(words, " ") }

// entities finds the legal entity of each: of a branch the institution above.
func entities(h *Hierarchy) []int {
	list := make([]int, len(h.all))
	for i, one := range h.all {
		list[i] = i
		for _, above := range h.Above(one.ID) {
			if !one.Kind.IsPart() {
				break
			}
			list[i], one = h.byID[above.ID], above
		}
	}
	return list
}

// longestCalled, in bytes, is far above any name: what is longer is not looked at.
const longestCalled = 2000

// Recognise tells which institution the words call: by INN, code or ID, else by a name
// or an alias as a whole, spelled in any way.
func (r *Registry) Recognise(words string) Recognition {
	if len(words) > longestCalled {
		return Recognition{}
	}
	cut := cutWords(words)
	inn, rest := takeINN(cut)
	if inn != "" {
		return r.byINN(inn, rest)
	}
	byKey := r.keys[keyOf(cut)]
	named := plainNumbers(cut)
	matches := union(byKey, r.byName(named))
	switch {
	case len(matches) == 1 && len(byKey) == 1:
		return r.sure(ByKey, matches[0])
	case len(matches) == 1:
		return r.sure(ByName, matches[0])
	case len(matches) > 1:
		return r.several(matches)
	}
	return Recognition{Near: r.near(named)}
}

// byName: where the words have a legal form or a place, the one called so to the
// letter; else all that are called so but for these.
func (r *Registry) byName(words []string) []int {
	s := r.spell(words)
	if exact := r.strict[s.strict]; s.strict != s.loose && len(exact) > 0 {
		return exact
	}
	return r.loose[s.loose]
}

func union(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

func (r *Registry) sure(c Certainty, i int) Recognition {
	return Recognition{Certainty: c, Institution: r.all[i]}
}

func (r *Registry) several(matches []int) Recognition {
	return Recognition{Certainty: SeveralMatch, Near: r.those(matches)}
}

func (r *Registry) those(indexes []int) []Institution {
	var list []Institution
	for _, i := range indexes {
		list = append(list, r.all[i])
	}
	return list
}
