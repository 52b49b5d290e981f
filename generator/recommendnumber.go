package generator

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// codeWord is how the code of an indicator looks, also in small letters and in Russian ones:
// of those it is told which are wrong.
var codeWord = regexp.MustCompile(`(?i)^[A-ZА-ЯЁ]{1,3}[0-9]{1,3}[A-ZА-ЯЁ]?$`)

// LooksLikeRecommendation reports whether a word looks like the number of a recommendation,
// or like a part of one: it ends with the code of an indicator.
func LooksLikeRecommendation(word string) bool {
	called := strings.ToLower(model.RecommendationID(word))
	if kind := path.Base(called); slices.Contains(model.AddresseeKinds, model.AddresseeKind(kind)) {
		called = path.Dir(called)
	}
	return codeWord.MatchString(path.Base(called))
}

// NamesRecommendation reports whether a word means a recommendation: it looks like one, and
// no order is called so.
func (g Generator) NamesRecommendation(word string) bool {
	return LooksLikeRecommendation(word) && len(source.Open(g.Data, g.Common).FindOrders(model.RecommendationID(word))) == 0
}

var yearInNumber = regexp.MustCompile(`(?i)(?:^|/)([0-9]{4})/[^/]+/[^/]+(?:/[a-z]+)?$`)

// namedYear is the year that a number names; empty where it names none.
func namedYear(word string) string {
	if m := yearInNumber.FindStringSubmatch(model.RecommendationID(word)); m != nil {
		return m[1]
	}
	return ""
}

// calledSo are the names of the recommendations that a number may mean, and the last of
// them: those whose own it is or ends so, else those that have it among their other names.
func calledSo(years []*recommended, asked string) (found []string, of *recommended, one *recommendation.Recommendation) {
	for _, names := range []func(*recommended, *recommendation.Recommendation) []string{ownName, otherNames} {
		for _, r := range years {
			for n := range r.list {
				rec := &r.list[n]
				if slices.ContainsFunc(names(r, rec), func(name string) bool { return isCalled(name, asked) }) {
					found, of, one = append(found, ownName(r, rec)[0]), r, rec
				}
			}
		}
		if len(found) > 0 {
			break
		}
	}
	return found, of, one
}

// isCalled reports whether a name is what is asked for, or ends with it, letter case aside.
func isCalled(name, asked string) bool {
	from := len(name) - len(asked)
	return asked != "" && from >= 0 && strings.EqualFold(name[from:], asked) && (from == 0 || name[from-1] == '/')
}

// russianIn are the Russian letters of a number: its institution and its code have none.
func russianIn(number string) string {
	parts := strings.Split(number, "/")
	return strings.Join(strings.FieldsFunc(strings.Join(parts[max(0, len(parts)-3):], ""), func(r rune) bool { return !unicode.Is(unicode.Cyrillic, r) }), "")
}

// meant says what a number that is none is wrong in, and what may have been meant; empty
// where neither can be told.
func meant(years []*recommended, number string) string {
	var said, known []string
	switch letters := []rune(russianIn(number)); {
	case len(letters) == 1:
		said = append(said, fmt.Sprintf("в номере русская буква «%c», а нужна латинская", letters[0]))
	case len(letters) > 1:
		said = append(said, fmt.Sprintf("в номере русские буквы «%s», а нужны латинские", string(letters)))
	}
	for _, r := range years {
		for _, one := range r.list {
			parts := strings.Split(r.out(one.ID), "/")
			known = append(known, strings.Join(parts[max(0, len(parts)-1-strings.Count(number, "/")):], "/"))
		}
	}
	if near, ok := russian.Nearest(number, known); ok {
		said = append(said, "может быть, «"+near+"»?")
	}
	return strings.Join(said, "; ")
}

// called is the whole number of the recommendation that a number with its year can only
// mean: letter case, the kind of the addressee and which of the indicators aside. What may
// mean several, or none, stays.
func (r *recommended) called(id string) string {
	if _, given := r.byID[id]; given || !strings.HasPrefix(id, fmt.Sprint(r.year, "/")) {
		return id
	}
	if found, _, one := calledSo([]*recommended{r}, r.out(id)); len(found) == 1 {
		return one.ID
	}
	return id
}

// mayHaveBeen reports whether a number could have been given in the year: the addressee and
// the indicator are known. Any other never was one.
func (r *recommended) mayHaveBeen(id string) bool {
	key, ok := model.ParseRecommendationKey(id)
	if !ok || key.Year != fmt.Sprint(r.year) {
		return false
	}
	_, listed := r.office.Directory.Institution(key.Institution)
	_, known := r.catalogue.Indicator(key.Code)
	return known && (listed || key.Institution == model.OfficeItself)
}

// notGiven says that a recommendation which is named somewhere does not follow of the
// numbers, or not any more, and what comes of it.
func (r *recommended) notGiven(key, id, comes string) diag.Problem {
	var hints []string
	if meant := meant([]*recommended{r}, id); meant != "" && !r.mayHaveBeen(id) {
		hints = append(hints, meant)
	}
	own := r.idsBeside(id)
	if own != "" {
		hints = append(hints, "этому адресату рекомендовано: "+own)
	}
	switch {
	case r.mayHaveBeen(id):
		hints = append(hints, "если показатель с тех пор изменился, запись ничему не мешает")
	case len(hints) == 0:
		hints = append(hints, "исправьте номер: он составлен по листу рекомендаций и напечатан в реестре")
	}
	if named, ok := model.ParseRecommendationKey(id); ok && r.catalogue.Dropped(named.Code) {
		return diag.Warnf(key, "рекомендации «%s» больше нет: показатель %s исключён из перечня; %s", id, named.Code, comes).
			WithHint("запись остаётся и ничему не мешает")
	}
	hint := strings.Join(hints, "; ")
	return diag.Warnf(key, "рекомендации «%s» из чисел %d года не следует: %s", id, r.year, comes).WithHint("%s", hint)
}

// idsBeside are the recommendations of whom a mark names.
func (r *recommended) idsBeside(id string) string {
	key, ok := model.ParseRecommendationKey(id)
	if !ok {
		return ""
	}
	var ids []string
	for _, one := range r.list {
		if strings.HasPrefix(one.ID, key.Year+"/"+key.Institution+"/") {
			ids = append(ids, one.ID)
		}
	}
	return strings.Join(ids, ", ")
}

// unknown refuses a number of which nothing was recommended.
func (r *recommended) unknown(id string) error {
	if own := r.idsBeside(id); own != "" {
		return fmt.Errorf("рекомендации «%s» из чисел %d года не следует; этому адресату рекомендовано: %s", id, r.year, own)
	}
	return fmt.Errorf("рекомендации «%s» из чисел %d года не следует; номер напечатан в листе рекомендаций и в реестре", id, r.year)
}
