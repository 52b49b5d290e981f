package intake

import (
	"slices"
	"strings"
	"unicode"

	"doklad/generator/model"
	"doklad/generator/russian"
)

func joinLines(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ' ' }), " ")
}

// The two reasons for an empty cell, as the forms offer them.
const (
	wordMissing       = "нет данных"
	wordNotApplicable = "не применимо"
)

// placeholders are what people write where there is no number, by what is left of it
// without signs, spaces and look-alike letters.
var placeholders = map[string]model.ValueState{
	"нд": model.Missing, "нетданных": model.Missing, "нетсведении": model.Missing, "сведениинет": model.Missing, "данныхнет": model.Missing,
	"х": model.NotApplicable, "нп": model.NotApplicable, "неприменимо": model.NotApplicable, "непроводилось": model.NotApplicable,
	"непроводился": model.NotApplicable, "непроводилась": model.NotApplicable, "непроводились": model.NotApplicable,
	"неучаствовали": model.NotApplicable, "неучаствовал": model.NotApplicable, "неучаствовала": model.NotApplicable, "неучаствовало": model.NotApplicable,
}

// placeholder reads a word or a sign in the place of a number. Text is cleaned.
func placeholder(text string) (state model.ValueState, exact, found bool) {
	switch {
	case strings.EqualFold(text, wordMissing):
		return model.Missing, true, true
	case strings.EqualFold(text, wordNotApplicable):
		return model.NotApplicable, true, true
	case len(text) > 100:
		return 0, false, false
	case isDash(text):
		return model.Missing, false, true
	}
	for _, r := range text { // «х5» has more than words in it, «н/д» only its stroke
		if !unicode.IsLetter(r) && !strings.ContainsRune(" ./-–—", r) {
			return 0, false, false
		}
	}
	state, found = placeholders[russian.Skeleton(text)]
	return state, false, found
}

// isDash: dashes or dots alone.
func isDash(text string) bool {
	return text != "" && strings.Trim(text, "-–—−‑ ") == "" || text == "…" || text == "..."
}

// units are the ways in which people write a unit, by their skeleton.
var units = map[string]string{
	"проц": model.UnitPercent, "процент": model.UnitPercent, "процента": model.UnitPercent, "процентов": model.UnitPercent, "проценты": model.UnitPercent,
	"балл": "балл", "балла": "балл", "баллов": "балл", "баллы": "балл",
	"чел": model.UnitPeople, "человек": model.UnitPeople, "человека": model.UnitPeople,
	"ед": model.UnitThings, "единиц": model.UnitThings, "единица": model.UnitThings, "единицы": model.UnitThings,
	"дн": "дн.", "день": "дн.", "дня": "дн.", "днеи": "дн.",
	"данет": model.UnitYesNo, "услед": "усл. ед.",
}

// unitOf is the unit that the words mean; empty where it is none of ours.
func unitOf(words string) string {
	if words == model.UnitPercent {
		return model.UnitPercent
	}
	if len(words) > 60 {
		return ""
	}
	return units[russian.Skeleton(words)]
}

// manyUnits begin the units that are so many of another: «тыс. чел.».
var manyUnits = []string{"тыс", "млн", "млрд", "милл"}

// otherUnit is the unit that a header ends with – «…, тыс. чел.», «… (ед.)» – where it is
// not that of the indicator.
func (r *Reader) otherUnit(i *indicator, header string) string {
	line := oneLine(header)
	at, end := strings.LastIndexByte(line, ','), len(line)
	if strings.HasSuffix(line, ")") {
		at, end = strings.LastIndexByte(line, '('), len(line)-1
	}
	if at < 0 {
		return ""
	}
	said := strings.TrimSpace(line[at+1 : end])
	skeleton := russian.Skeleton(said)
	switch {
	case len(said) > 60, said == i.Unit, unitOf(said) == i.Unit, said != model.UnitPercent && skeleton == russian.Skeleton(i.Unit):
		return ""
	case skeleton != "" && strings.HasSuffix(russian.Skeleton(i.Title), skeleton): // it is of the name
		return ""
	case unitOf(said) != "" || r.units[skeleton] || slices.ContainsFunc(manyUnits, func(many string) bool { return strings.HasPrefix(skeleton, many) }):
		return said
	}
	return ""
}

// asideWords begin the rows that tell of no indicator and no institution.
var asideWords = []string{
	"итого", "всего", "всреднем", "среднее", "среднии", "сумма", "исполнитель", "исполнила", "исполнил", "директор", "заведующ", "руководитель",
	"ответственн", "примечани", "подпись", "датазаполнени", "главныибухгалтер", "телефон", "согласовано", "утверждаю", "сноск", "источник",
	"помуниципалитету", "поокругу", "пораиону",
}

// isAside reports whether a cell begins a row of sums, signatures or notes.
func isAside(text string) bool {
	if len(text) > 1000 {
		return false
	}
	skeleton := russian.Skeleton(beginning(text, longestHeader))
	if skeleton == "мп" || strings.HasPrefix(strings.TrimSpace(text), "*") {
		return true
	}
	for _, word := range asideWords {
		if strings.HasPrefix(skeleton, word) {
			return true
		}
	}
	return false
}
