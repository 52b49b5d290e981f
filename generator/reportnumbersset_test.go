package generator

import (
	"fmt"
	"slices"

	"doklad/generator/model"
)

// What a report counts over the indicators of a set, from the recount alone.

// judged are the indicators that somebody here has, and that are not only parts of others.
func (y *recount) judged() []model.Indicator {
	if y.told != nil {
		return y.told
	}
	for _, i := range y.set.Indicators {
		has := y.total("", i.Code).concerned
		for _, u := range y.units {
			cell := y.ofUnit(u.id, i.Code)
			has = has || cell.concerned && !cell.answer
		}
		if i.Direction != model.Neutral && has {
			y.told = append(y.told, i)
		}
	}
	return y.told
}

func areaOf(i model.Indicator) string {
	if i.Area == "" {
		return "Прочие показатели"
	}
	return i.Area
}

func (y *recount) areas() (areas []string) {
	for _, i := range y.judged() {
		if !slices.Contains(areas, areaOf(i)) {
			areas = append(areas, areaOf(i))
		}
	}
	return areas
}

func (y *recount) withNorms() (n int) {
	for _, i := range y.judged() {
		if i.Trend || len(i.Thresholds) > 0 {
			n++
		}
	}
	return n
}

// met counts the totals that were judged, and those that meet the norm.
func (y *recount) met() (judged, met int) {
	for _, i := range y.set.Indicators {
		if c := y.total("", i.Code); c.judged && (!c.small || i.ShareWhere != "") {
			judged++
			if c.met {
				met++
			}
		}
	}
	return judged, met
}

// isSmall: a share of fewer than ten people, in this year or the one before.
func (y *recount) isSmall(i model.Indicator) bool {
	return i.ShareWhere == "" && (y.total("", i.Code).small || y.before != nil && y.before.total("", i.Code).small)
}

// became says of a total what became of it, in the words of the table of the changes.
func (y *recount) became(i model.Indicator) string {
	change := y.change(i.Code)
	switch {
	case !change.known || y.isSmall(i) || i.Unit == model.UnitYesNo:
		return "Не сравниваются"
	case change.better:
		return "Улучшились"
	case change.worse:
		return "Ухудшились"
	}
	return "Не изменились"
}

// becameCount counts them in an area; of no name in all.
func (y *recount) becameCount(what, area string) (n int) {
	for _, i := range y.judged() {
		if y.became(i) == what && (area == "" || areaOf(i) == area) {
			n++
		}
	}
	return n
}

// codes are those of the indicators of which something holds, in their order.
func (y *recount) codes(holds func(model.Indicator, recountCell) bool) (codes []string) {
	for _, i := range y.set.Indicators {
		if i.Direction != model.Neutral && holds(i, y.total("", i.Code)) {
			codes = append(codes, i.Code)
		}
	}
	return codes
}

// lists are the codes under the headings of lists, by how these begin.
func (y *recount) lists() map[string][]string {
	lists := map[string][]string{
		"Порог не достигнут": y.codes(func(i model.Indicator, c recountCell) bool {
			return c.judged && !c.met && (!c.small || i.ShareWhere != "")
		}),
		"Порог достигнут, и": y.codes(func(i model.Indicator, c recountCell) bool {
			return c.judged && c.met && (!c.small || i.ShareWhere != "") && y.became(i) == "Улучшились"
		}),
		"Данных нет": y.codes(func(_ model.Indicator, c recountCell) bool { return c.concerned && c.State == model.Missing }),
	}
	for _, what := range []string{"Улучшились", "Ухудшились"} {
		for _, area := range y.areas() {
			for _, i := range y.judged() {
				if areaOf(i) == area && y.became(i) == what {
					lists[what] = append(lists[what], i.Code)
				}
			}
		}
	}
	lists["Задачи"] = y.tasks
	return lists
}

// missed are the indicators below their norm the year before.
func (y *recount) missed() (codes []string) {
	if y.before == nil {
		return nil
	}
	for _, i := range y.before.set.Indicators {
		if c := y.before.total("", i.Code); c.judged && !c.met && (!c.small || i.ShareWhere != "") {
			codes = append(codes, i.Code)
		}
	}
	return codes
}

// below counts the units that do not meet the norm; «–» where none was judged.
func (y *recount) below(code string) string {
	judged, below := 0, 0
	for _, u := range y.units {
		if c := y.ofUnit(u.id, code); c.judged && !c.answer && !c.small && y.indicator(code).Unranked == "" {
			judged++
			if !c.met {
				below++
			}
		}
	}
	if judged == 0 {
		return "–"
	}
	return fmt.Sprint(below)
}

// words are what a table prints of a cell.
func (c recountCell) words(i model.Indicator) string {
	switch {
	case !c.concerned:
		return "–"
	case c.State == model.NotApplicable:
		return "н/п"
	case !c.IsKnown():
		return "н/д"
	case c.answer || i.Unit == model.UnitYesNo:
		if c.Number == 0 {
			return "нет"
		}
		return "да"
	}
	number := plainNumber(c.Number, i.Decimals)
	if c.hasPart {
		return plainAsWritten(c.part) + " из " + plainAsWritten(c.of) + ", " + number
	}
	return number
}

// changeWords are what a table prints of the change of the whole.
func (y *recount) changeWords(code string) string {
	i, change := y.indicator(code), y.change(code)
	switch {
	case !y.total("", code).concerned:
		return "–"
	case change.method:
		return "методика изменена"
	case change.partial:
		return "неполные данные"
	case !change.known || y.isSmall(i):
		return "–"
	case change.by > 0 && roundHalf(change.by, i.Decimals) > 0:
		return "+" + plainNumber(change.by, i.Decimals)
	}
	return plainNumber(change.by, i.Decimals)
}

// normNumbers are the numbers of a norm, as the catalogue has it.
func (y *recount) normNumbers(i model.Indicator) (numbers []string) {
	if i.Trend {
		return nil
	}
	for n, t := range i.Thresholds {
		if !t.Norm && n < len(i.Thresholds)-1 {
			continue
		}
		from, to, known := boundOf(i, t, y.year)
		if !known {
			return nil
		}
		numbers = append(numbers, plainAsWritten(from))
		if from != to {
			numbers = append(numbers, plainAsWritten(to))
		}
		return numbers
	}
	return nil
}
