package generator

import (
	"fmt"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

const (
	indicatorSheetName = "Показатели"
	tellSheetName      = "Как заполнить"
)

// Columns of the form of an institution, by name.
const (
	tellCode  = "code"
	tellTitle = "title"
	tellUnit  = "unit"
	tellValue = "value"
	tellWhy   = "why"
	tellLast  = "last"
	tellHow   = "how"
	tellNote  = "note"
)

// tellColumn is a column of the form of an institution.
type tellColumn struct {
	form.Column
	width float64 // millimetres; together they are the page
	align doc.Align
}

// tellColumns are the columns in their order. What is for the eyes only is not needed to
// read the form: each row has its key.
func tellColumns() []tellColumn {
	shown := func(name, header string, width float64, align doc.Align) tellColumn {
		return tellColumn{form.Column{Name: name, Header: header, Optional: true}, width, align}
	}
	filled := func(name, header string, width float64, align doc.Align) tellColumn {
		return tellColumn{form.Column{Name: name, Header: header, Filled: true}, width, align}
	}
	return []tellColumn{
		shown(tellCode, "Код", 16, doc.Centre),
		shown(tellTitle, "Показатель", 50, doc.Left),
		shown(tellUnit, "Ед. изм.", 16, doc.Centre),
		filled(tellValue, "Значение", 25, doc.Centre),
		filled(tellWhy, "Если числа нет", 27, doc.Centre),
		shown(tellLast, "Прошлый год", 24, doc.Centre),
		shown(tellHow, "Как считать", 66, doc.Left),
		filled(tellNote, "Примечание", 30, doc.Left),
	}
}

// formOfOne is the form of one institution.
func (m *monitored) formOfOne(set model.IndicatorSet, one model.Institution, asked []model.Indicator, name string) (MonitoringForm, diag.List, error) {
	passport := m.passport(monitoringFormKind, set, asked, len(asked))
	passport.BodyID, passport.Body = one.ID, oneLine(form.Clean(one.Full.Nominative))
	file, found, err := m.book(set, name, passport, m.tellSheet(set, one, asked, passport), m.howToTell(passport, oneTells))
	return MonitoringForm{File: file, Set: set.ID, Body: passport.Body, Cells: len(asked)}, found, err
}

// tellSheet is the sheet that an institution fills.
func (m *monitored) tellSheet(set model.IndicatorSet, one model.Institution, asked []model.Indicator, passport form.Passport) xlsx.Sheet {
	t := &doc.Table{Name: "indicators"}
	for _, c := range tellColumns() {
		t.Columns = append(t.Columns, doc.Column{Header: c.Header, Name: c.Name, Width: c.width, Align: c.align})
	}
	t.Columns = append(t.Columns, doc.Column{Header: form.KeyColumn.Header, Name: form.KeyColumn.Name})
	text := func(s string) doc.Cell { return doc.Cell{Text: oneLine(form.Clean(s))} }
	s := xlsx.Sheet{Name: indicatorSheetName, Table: t, NoFilter: true, Frozen: 2, Unseen: []string{form.KeyColumn.Name}, Protect: true, Opens: true}
	for n, i := range asked {
		value, known := m.last(set, one.ID, i.Code)
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{text(i.Code), text(i.Title), text(i.Unit), {}, {},
			toldCell(i, value, known), text(howToCount(i, m.year)), {}, {Text: form.Key(i.Code)}}})
		s.Inputs = append(s.Inputs, valueInput(fmt.Sprintf("{%s[%d]}", tellValue, n+1), i, m.year))
	}
	s.Inputs = append(s.Inputs,
		xlsx.Input{At: "{" + tellWhy + "}", Takes: xlsx.TakesChoice, Choices: noNumberWords, Title: "Если числа нет",
			Prompt: "«Нет данных» – число должно быть, но взять его неоткуда. «Не применимо» – считать нечего: нет таких детей, классов, работ. Если число есть, оставьте пустым."},
		xlsx.Input{At: "{" + tellNote + "}", Title: "Примечание", Prompt: "Что надо знать о числе: почему оно намного больше или меньше прошлогоднего, почему его нет."})
	s.Marks = m.tellMarks(asked)
	s.Above = m.above(doc.Title, passport, m.year, "Учреждение: "+passport.Body,
		fmt.Sprintf("Заполните жёлтые ячейки (см. лист «%s»). Код закрашен, пока строка пуста; ячейка темнеет, если не сходится.", tellSheetName))
	return s
}

// above is what stands over the table of a form. A title in the middle is not seen where
// the sheet is printed over several pages.
func (m *monitored) above(title doc.Role, passport form.Passport, year int, about string, more ...string) []doc.Block {
	blocks := []doc.Block{{Role: title, Parts: []string{passport.Title}}}
	if m.office.Directory.Office.Example {
		more = append(more, exampleNote)
	}
	for _, text := range append([]string{about, fmt.Sprintf("Отчётный период: %d год", year)}, more...) {
		blocks = append(blocks, doc.Block{Parts: []string{text}})
	}
	return blocks
}

// tellMarks show, while the form is filled, what is still empty and what contradicts
// itself: a number and why there is none, a part that is more than its whole.
func (m *monitored) tellMarks(asked []model.Indicator) []xlsx.Mark {
	const both = `AND({.value}<>"",{.why}<>"")`
	wrong := func(at, where string) xlsx.Mark {
		return xlsx.Mark{At: at, Where: where, Colour: "F8CBAD", Pattern: doc.HatchRight}
	}
	marks := []xlsx.Mark{
		{At: "{code}", Where: `AND({.value}="",{.why}="")`, Colour: "FCE4D6", Pattern: doc.Dots},
		wrong("{value}", both), wrong("{why}", both),
	}
	row := func(code string) int {
		return slices.IndexFunc(asked, func(i model.Indicator) bool { return i.Code == code }) + 1
	}
	for _, i := range m.catalogue.All() {
		f := m.catalogue.Formulas.Formula(i.Code)
		if f == nil {
			continue
		}
		if part, whole, isShare := f.Share(); isShare && row(part) > 0 && row(whole) > 0 {
			p, w := fmt.Sprintf("{value[%d]}", row(part)), fmt.Sprintf("{value[%d]}", row(whole))
			marks = append(marks, wrong(p, fmt.Sprintf("AND(ISNUMBER(%s),ISNUMBER(%s),%s>%s)", p, w, p, w)))
		}
	}
	return marks
}
