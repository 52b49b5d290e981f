package intake

import (
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/sheet"
)

// settle judges what a cell says of an institution, and puts it where it belongs.
func (f *reading) settle(s *sheet.Sheet, c sheet.Cell, i *indicator, who *sender, a answer) {
	k := f.kept(s, c.Row, c.Column, who, i.Code)
	if a.blank {
		if i.isAsked(who) {
			f.Blank.add(k)
		}
		return
	}
	aside := false
	switch fills := i.tells(who); {
	case fills:
		i.judge(&a, who)
	case a.isTaken() && a.value.State == model.NotApplicable: // which is so
	case a.isTaken() && a.value.State == model.Missing:
		aside = true
		a.faults = []fault{i.whyNot(who).as(diag.Advice)}
	default:
		a.faults = []fault{i.whyNot(who)}
	}
	for _, what := range a.faults {
		f.remark(s, c.Row, c.Column, what)
	}
	if aside || !a.isTaken() {
		k.number, k.aside = c.Number, aside
		f.texts.say(&k, a.raw, "", "")
		f.Refused.add(k)
		return
	}
	k.number, k.state = a.value.Number, uint8(a.value.State)
	f.texts.say(&k, a.raw, a.note, a.change)
	f.Observations.add(k)
}

// kept is a cell of which nothing is said yet.
func (f *reading) kept(s *sheet.Sheet, row, column int, who *sender, code string) kept {
	if who != f.lastWho { // a whole row is of one
		f.lastWho, f.lastID = who, 0
		if who != nil {
			f.lastID = f.texts.number(who.ID)
		}
	}
	if s != f.lastSheet {
		f.lastSheet, f.lastName = s, f.texts.number(s.Name)
	}
	return kept{row: int32(row), column: uint16(column), who: f.lastID, code: f.texts.number(code), sheet: f.lastName}
}

// refuseCell keeps what stands in a cell of a row that is not taken.
func (f *reading) refuseCell(s *sheet.Sheet, c sheet.Cell, who *sender, code string, aside bool) (kept bool) {
	if isBlank(c) {
		return false
	}
	k := f.kept(s, c.Row, c.Column, who, code)
	k.number, k.aside = c.Number, aside
	f.texts.say(&k, storedText(c), "", "")
	f.Refused.add(k)
	return true
}

// isBlank: nothing that anybody sees.
func isBlank(c sheet.Cell) bool {
	return !c.Uncached && (c.Kind == sheet.Empty || c.Kind == sheet.Text && isBlankText(c.Text))
}

func isBlankText(text string) bool {
	if len(text) > longestAnswer {
		return !strings.ContainsFunc(text, isSeen)
	}
	return oneLine(text) == ""
}

// mostRepeats is how many rows may say again what was said before the table is taken for
// one that somebody put together of many.
const mostRepeats = 1000

// spoken is where the values of one institution, or of one code, stand.
type spoken struct {
	row          int
	from, to     int // of Observations
	contradicted bool
}

// speak reads what is said under a key; what is said again must be the same, else
// nothing of it is taken.
func (f *reading) speak(s *sheet.Sheet, key string, row, column int, read func()) {
	from, blanks, refused := f.Observations.Len(), f.Blank.Len(), f.Refused.Len()
	read()
	first := f.spokenOf[key]
	if first == nil {
		f.spokenOf[key] = &spoken{row, from, f.Observations.Len(), false}
		return
	}
	f.Blank.cut(blanks)
	if f.repeats++; f.repeats == mostRepeats {
		f.refuseFile(faultf(codeTwice, "оставьте в таблице по одной строке", "повторов больше %d: из файла ничего не взято", mostRepeats-1))
		for _, one := range f.spokenOf {
			one.contradicted = true
		}
	}
	same := f.sameSaid(first, from)
	if !same || first.contradicted || f.Refused.Len() > refused {
		f.contradicted, first.contradicted = true, true
		f.remark(s, row, column, faultf(codeTwice, "оставьте одну из строк, другую удалите", "о том же сказано в строке %d, и другое: не взято ни то, ни другое", first.row))
		return
	}
	for i := from; i < f.Observations.Len(); i++ {
		k := *f.Observations.kept(i)
		k.aside = true
		f.Refused.add(k)
	}
	f.Observations.cut(from)
	f.remark(s, row, column, faultf(codeTwice, "удалите повтор", "строка повторяет строку %d: она взята один раз", first.row).as(diag.Warning))
}

// sameSaid reports whether what was said first is what is said from some place on.
func (f *reading) sameSaid(first *spoken, from int) bool {
	if first.to-first.from != f.Observations.Len()-from {
		return false
	}
	for i := first.from; i < first.to; i++ {
		a, b := f.Observations.kept(i), f.Observations.kept(from+i-first.from)
		if a.code != b.code || a.state != b.state || a.number != b.number {
			return false
		}
	}
	return true
}

// keyOf is under what key something is said of an institution and a code: a row of a wide
// table is of the one, a row of a vertical table of the other, a row of a long one of both.
func (f *reading) keyOf(who, code string) string {
	switch {
	case f.isLong:
		return who + "\x00" + code
	case f.Kind == FormOfOne || f.Kind == PlainOfOne:
		return code
	}
	return who
}

// dropContradicted refuses all that was said twice and differently.
func (f *reading) dropContradicted() {
	if !f.contradicted {
		return
	}
	f.Observations.only(func(k *kept) bool {
		if said := f.spokenOf[f.keyOf(f.texts.list[k.who], f.texts.list[k.code])]; said == nil || !said.contradicted {
			return true
		}
		f.Refused.add(*k)
		return false
	})
}

// hasAside reports whether the first words of a row begin a sum, a signature, a note.
func hasAside(row sheet.Row) bool {
	for _, c := range row.Cells {
		if c.Kind == sheet.Text && strings.TrimSpace(c.Text) != "" {
			return isAside(c.Text)
		}
	}
	return false
}

// isNumbering reports whether a row numbers the columns: 1, 2, 3.
func isNumbering(row sheet.Row) bool {
	for i, c := range row.Cells {
		if c.Kind != sheet.Number && c.Kind != sheet.Text || strings.Trim(c.Text, " ") != printed(float64(i+1)) {
			return false
		}
	}
	return len(row.Cells) > 2
}

// tellAside names a row that is no data and has numbers in it.
func (f *reading) tellAside(t *table, row sheet.Row) {
	for _, c := range row.Cells {
		if c.Kind == sheet.Number && c.Column != t.roles[roleNumber] {
			f.remark(t.sheet, row.Number, c.Column, faultf(codeAside, "если это показатели учреждения, впишите его название или код",
				"строка «%s» – не данные: числа в ней не прочитаны", firstWords(row)).as(diag.Advice))
			return
		}
	}
}

func firstWords(row sheet.Row) string {
	for _, c := range row.Cells {
		if c.Kind == sheet.Text && strings.TrimSpace(c.Text) != "" {
			return shown(c.Text)
		}
	}
	return ""
}
