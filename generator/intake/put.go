package intake

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/sheet"
)

// settle judges what a cell says of an institution, and puts it where it belongs.
func (f *reading) settle(s *sheet.Sheet, c sheet.Cell, i *indicator, who *sender, a answer) {
	if a.blank {
		if i.isAsked(who) {
			f.Blank = append(f.Blank, Blank{who.ID, i.Code, f.place(s, c.Row, c.Column)})
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
		f.Refused = append(f.Refused, Refused{who.ID, i.Code, a.raw, f.place(s, c.Row, c.Column), aside})
		return
	}
	f.Observations = append(f.Observations, model.Observation{Institution: who.ID, Code: i.Code, Value: a.value, Raw: a.raw,
		Note: a.note, Change: a.change, At: f.place(s, c.Row, c.Column)})
}

// refuseCell keeps what stands in a cell of a row that is not taken.
func (f *reading) refuseCell(s *sheet.Sheet, c sheet.Cell, who *sender, code string, aside bool) (kept bool) {
	if isBlank(c) {
		return false
	}
	raw, id := c.Text, ""
	if c.Uncached {
		raw = "="
	}
	if who != nil {
		id = who.ID
	}
	f.Refused = append(f.Refused, Refused{id, code, raw, f.place(s, c.Row, c.Column), aside})
	return true
}

// isBlank: nothing that anybody sees.
func isBlank(c sheet.Cell) bool {
	return !c.Uncached && (c.Kind == sheet.Empty || c.Kind == sheet.Text && oneLine(c.Text) == "")
}

// spoken is where the values of one institution, or of one code, stand.
type spoken struct {
	row          int
	from, to     int // of Observations
	contradicted bool
}

// speak reads what is said under a key; what is said again must be the same, else
// nothing of it is taken.
func (f *reading) speak(s *sheet.Sheet, key string, row, column int, read func()) {
	from, blanks, refused := len(f.Observations), len(f.Blank), len(f.Refused)
	read()
	first := f.spokenOf[key]
	if first == nil {
		f.spokenOf[key] = &spoken{row, from, len(f.Observations), false}
		return
	}
	same := slices.EqualFunc(f.Observations[first.from:first.to], f.Observations[from:], func(a, b model.Observation) bool {
		return a.Code == b.Code && a.Value == b.Value
	})
	if !same || first.contradicted || len(f.Refused) > refused {
		first.contradicted = true
		f.remark(s, row, column, faultf(codeTwice, "оставьте одну из строк, другую удалите", "о том же сказано в строке %d, и другое: не взято ни то, ни другое", first.row))
		return
	}
	for _, o := range f.Observations[from:] {
		f.Refused = append(f.Refused, Refused{o.Institution, o.Code, o.Raw, o.At, true})
	}
	f.Observations, f.Blank = f.Observations[:from], f.Blank[:blanks]
	f.remark(s, row, column, faultf(codeTwice, "удалите повтор", "строка повторяет строку %d: она взята один раз", first.row).as(diag.Warning))
}

// dropContradicted refuses all that was said twice and differently.
func (f *reading) dropContradicted() {
	isDropped := func(o model.Observation) bool {
		key := o.Institution
		if f.Kind == FormOfOne || f.Kind == PlainOfOne {
			key = o.Code
		}
		said := f.spokenOf[key]
		return said != nil && said.contradicted
	}
	f.Observations = slices.DeleteFunc(f.Observations, func(o model.Observation) bool {
		dropped := isDropped(o)
		if dropped {
			f.Refused = append(f.Refused, Refused{o.Institution, o.Code, o.Raw, o.At, false})
		}
		return dropped
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
