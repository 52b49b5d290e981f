package intake

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// readVertical reads a table of one institution, with a row for each indicator.
func (f *reading) readVertical(t *table, who *sender) error {
	if who != nil && !slices.Contains(f.Institutions, who.ID) {
		f.Institutions = append(f.Institutions, who.ID)
	}
	open := 0 // the row above, if it has a code and nothing else
	if err := f.rowsOfOne(t, func(rows []sheet.Row, bottom int) {
		for k, row := range rows {
			if k > 0 { // under a code that is merged
				f.refuseAnswers(t, row, who, "", false, sharedFault)
				continue
			}
			open = f.readIndicator(t, row, bottom, who, open)
		}
	}); err != nil {
		return err
	}
	f.tellGoneIndicators(t, who)
	return nil
}

// readIndicator reads one row; it returns its number if the row may go on in the next.
// Without a sender it says why: the row is nobody's.
func (f *reading) readIndicator(t *table, row sheet.Row, bottom int, who *sender, open int, why ...fault) int {
	i, code, wrong := f.indicatorOf(t, row)
	again, moved := f.isVerticalHeader(t, row)
	switch {
	case moved:
		f.void = true
		f.remark(t.sheet, row.Number, 1, faultf(codeTable, "пришлите таблицы отдельными файлами", "ниже начинается другая таблица: она не прочитана"))
		fallthrough
	case f.void || who == nil && len(why) == 0:
		f.refuseAnswers(t, row, who, code, false)
		return 0
	case again, row.Number <= t.header+2 && i == nil && isNumbering(row):
		f.refuseAnswers(t, row, who, "", true)
		return 0
	case wrong == nil && i == nil && hasAside(row):
		f.tellAside(t, row)
		f.refuseAnswers(t, row, who, "", true)
		return 0
	case wrong == nil && i == nil && open == row.Number-1 && open > 0:
		f.refuseAnswers(t, row, who, "", false, splitFault(row.Number))
		return 0
	case wrong == nil && i == nil:
		f.refuseAnswers(t, row, who, "", false, faultf(codeCode, "впишите в строку код показателя", "в строке нет кода: о каком показателе число, не узнать"))
		return 0
	case len(why) > 0:
		if !f.refuseAnswers(t, row, who, code, false, why...) && i != nil {
			f.remark(t.sheet, row.Number, max(t.roles[roleName], 1), why[0].as(diag.Warning))
		}
		f.checkUnknown()
		return 0
	case wrong != nil:
		if !f.refuseAnswers(t, row, who, code, false, *wrong) {
			f.remark(t.sheet, row.Number, max(t.roles[roleCode], 1), wrong.as(diag.Warning))
		}
		return 0
	}
	t.passOver(row)
	f.sets[i.set] = true
	f.speak(t.sheet, f.keyOf(who.ID, i.Code), row.Number, t.roles[roleValue], func() { f.readAnswer(t, row, bottom, i, who) })
	if isBlank(row.Cell(t.roles[roleValue])) && !t.hasReason(row) {
		return row.Number
	}
	return 0
}

func (t *table) hasReason(row sheet.Row) bool {
	at := t.roles[roleIfNone]
	return at > 0 && !isBlank(row.Cell(at))
}

// indicatorOf is what a row is about: by its key, else by its code. Both, and the name
// beside them, must agree. All are nil in a row without either.
func (f *reading) indicatorOf(t *table, row sheet.Row) (i *indicator, code string, wrong *fault) {
	var keyed *indicator
	if key := row.Cell(t.roles[roleKey]); key.Kind == sheet.Text && len(key.Text) <= longestKey {
		if parts, ok := form.ParseKey(key.Text); ok && len(parts) == 1 {
			f.rows++
			if keyed = f.codes[parts[0]]; keyed == nil {
				what := f.unknownCode(parts[0])
				return nil, parts[0], &what
			}
		}
	}
	if t.roles[roleCode] > 0 {
		if c := row.Cell(t.roles[roleCode]); c.Kind == sheet.Text {
			code = strings.Trim(oneLine(beginning(c.Text, 2*longestCode)), " .:;,")
			if len(c.Text) > 2*longestCode {
				code += "…" // which is none
			}
		} else if c.Kind != sheet.Empty {
			code = c.Text
		}
	}
	if code != "" {
		one, found := f.codeOf(code)
		switch {
		case one != nil && found == code:
			i = one
			f.tellLookAlike(t, row.Number, t.roles[roleCode], code, i)
		case keyed == nil && found == "" && (hasAside(row) || isBlank(row.Cell(t.roles[roleValue]))): // a sum, a section
			return nil, "", nil
		default:
			what := f.unknownCode(code)
			return nil, code, &what
		}
	}
	const cure = "строки перепутались, когда таблицу сортировали или копировали по частям: впишите числа в новую форму"
	switch {
	case keyed != nil && i != nil && keyed != i:
		f.unclear[keyed.Code], f.unclear[i.Code] = true, true
		what := faultf(codeKey, cure, "строка показателя %s, а код в ней стоит %s", keyed.Code, i.Code)
		return nil, i.Code, &what
	case keyed != nil:
		i = keyed
	case i == nil:
		return nil, "", nil
	}
	if title := row.Cell(t.roles[roleTitle]); t.roles[roleTitle] > 0 && title.Kind == sheet.Text && len(title.Text) < 2000 {
		same := f.titled.of(title.Text, func(text string) []*indicator { return f.titles[russian.Skeleton(text)] })
		if len(same) > 0 && !slices.Contains(same, i) {
			f.unclear[i.Code] = true
			what := faultf(codeKey, cure, "код %s, а название – показателя %s", i.Code, same[0].Code)
			return nil, i.Code, &what
		}
	}
	return i, i.Code, nil
}

// readAnswer reads what a row says of an indicator: a number, or why there is none.
func (f *reading) readAnswer(t *table, row sheet.Row, bottom int, i *indicator, who *sender) {
	c := row.Cell(t.roles[roleValue])
	a := i.read(c, f.isText)
	if t.hasReason(row) {
		reason := row.Cell(t.roles[roleIfNone])
		b := i.readReason(reason)
		contradicts := !b.isTaken() || a.value.IsKnown() || a.value.State != b.value.State
		if !a.blank { // one of the two cells is taken, or none
			defer f.refuseCell(t.sheet, reason, who, i.Code, !contradicts)
		}
		switch {
		case a.blank:
			a, c = b, reason
		case contradicts:
			a.refuse(codeContradiction, "оставьте что-то одно: число или причину, почему его нет", "стоит «%s», а рядом – «%s»", shown(c.Text), shown(reason.Text))
		}
	}
	if a.blank {
		f.settle(t.sheet, c, i, who, a)
		return
	}
	if f.isShared(t, c, bottom) {
		a.faults = []fault{sharedFault}
	}
	if said := oneLine(row.Cell(t.roles[roleUnit]).Text); t.roles[roleUnit] > 0 && said != "" && a.isTaken() && a.value.IsKnown() && said != i.Unit && unitOf(said) != i.Unit {
		a.refuse(codeUnit, "пересчитайте число в единицы «"+i.Unit+"»", "в строке единица «%s», а показатель – в единицах «%s»", shown(said), i.Unit)
	}
	if t.roles[roleNote] > 0 {
		if note := noteText(row.Cell(t.roles[roleNote])); note != "" && a.note != "" {
			a.note += "; " + note
		} else if note != "" {
			a.note = note
		}
	}
	f.settle(t.sheet, c, i, who, a)
}

// readReason reads the column «Если числа нет».
func (i *indicator) readReason(c sheet.Cell) answer {
	a := answer{raw: c.Text}
	line := oneLine(beginning(c.Text, longestAnswer))
	if _, _, found := placeholder(line); len(c.Text) > longestAnswer || c.Kind != sheet.Text || !found {
		a.refuse(codeWord, "выберите из списка: «"+wordMissing+"» или «"+wordNotApplicable+"»; число впишите в столбец «Значение»", "«%s» – не причина, почему числа нет", shown(c.Text))
		return a
	}
	i.readWord(&a, line)
	return a
}

// refuseAnswers keeps what a row that is not taken says.
func (f *reading) refuseAnswers(t *table, row sheet.Row, who *sender, code string, aside bool, why ...fault) (has bool) {
	for _, r := range [...]role{roleValue, roleIfNone} {
		at := t.roles[r]
		if at == 0 || !f.refuseCell(t.sheet, row.Cell(at), who, code, aside) {
			continue
		}
		if !has {
			for _, what := range why {
				f.remark(t.sheet, row.Number, at, what)
			}
		}
		has = true
	}
	return has
}

// isVerticalHeader reports whether a row is the header once more, or that of another
// table.
func (f *reading) isVerticalHeader(t *table, row sheet.Row) (again, moved bool) {
	coded, valued := 0, 0
	for _, c := range row.Cells {
		switch f.roleOf(headerText(c)) {
		case roleCode:
			coded = c.Column
		case roleValue:
			valued = c.Column
		}
	}
	switch {
	case valued == 0:
		return false, false
	case valued == t.roles[roleValue]:
		return true, false
	}
	return false, coded > 0
}
