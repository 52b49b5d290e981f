package generator

import (
	"cmp"
	"fmt"
	"math"
	"strconv"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

const (
	lastYearSheetName = "Прошлый год"
	// wholeMunicipality is what the last row is called.
	wholeMunicipality = "Муниципалитет в целом"
)

// Columns of the form of all, besides those of the indicators.
const (
	rowNumber      = "number"
	rowInstitution = "institution"
	rowCode        = "institutioncode"
)

// Widths of the columns of the form of all, in millimetres.
const (
	numberWidth, institutionWidth, codeWidth = 12.0, 52.0, 30.0
	indicatorWidth                           = 27.0
	pageMillimetres                          = 254.0
)

// formOfAll is the form with a row for each institution and one of the municipality.
func (m *monitored) formOfAll(set model.IndicatorSet, tellers []model.Institution) (MonitoringForm, diag.List, error) {
	columns := toldIn(set)
	passport := m.passport(monitoringTableKind, set, columns, len(tellers)+1)
	rows := append(tellers[:len(tellers):len(tellers)], model.Institution{})
	f := MonitoringForm{Set: set.ID}

	fill := m.rowSheet(set, rows, columns, true)
	fill.Name, fill.Opens = indicatorSheetName, true
	fill.Above = m.above(doc.Paragraph, passport, m.year, "Сведения учреждений – по строкам; последняя строка – о муниципалитете в целом",
		fmt.Sprintf("Заполните жёлтые ячейки (см. лист «%s»). Серые не заполняют: показатель учреждения не касается.", tellSheetName))
	for _, i := range columns {
		for first := 0; first < len(rows); {
			next := first + 1
			open := m.isOpenCell(i, rows[first])
			for next < len(rows) && m.isOpenCell(i, rows[next]) == open {
				next++
			}
			at := fmt.Sprintf("{%s[%d:%d]}", i.Code, first+1, next)
			if open {
				f.Cells += next - first
				fill.Inputs = append(fill.Inputs, valueInput(at, i, m.year, noNumberWords...))
			} else {
				fill.Marks = append(fill.Marks, xlsx.Mark{At: at, Where: "TRUE", Colour: "D0CECE", Pattern: doc.Dots})
			}
			first = next
		}
	}

	last := m.rowSheet(set, rows, columns, false)
	last.Name = lastYearSheetName
	last.Above = m.above(doc.Paragraph, passport, m.year-1, "Что сообщено год назад – для сравнения; этот лист не заполняют")
	last.Marks = fill.Marks

	var found diag.List
	var err error
	f.File, found, err = m.book(set, allInstitutions, passport, fill, last, m.howToTell(passport, officeTells))
	return f, found, err
}

// isOpenCell reports whether an indicator is told in a row; that of the municipality has
// no institution.
func (m *monitored) isOpenCell(i model.Indicator, one model.Institution) bool {
	if one.ID == "" {
		return i.Tier == model.TierMunicipality
	}
	return m.isTold(i, one)
}

// rowSheet is a sheet of a row per institution: to be filled, or with what was told last
// year, which has no keys, so that it is not taken for what is handed in.
func (m *monitored) rowSheet(set model.IndicatorSet, rows []model.Institution, columns []model.Indicator, fill bool) xlsx.Sheet {
	t := &doc.Table{Name: "rows", Columns: []doc.Column{
		{Header: "№", Name: rowNumber, Width: numberWidth, Align: doc.Centre},
		{Header: "Учреждение", Name: rowInstitution, Width: institutionWidth},
		{Header: "Код учреждения", Name: rowCode, Width: codeWidth, Align: doc.Centre},
	}}
	for _, i := range columns {
		t.Columns = append(t.Columns, doc.Column{Header: columnHeader(i), Name: i.Code, Width: indicatorWidth, Align: doc.Centre})
	}
	s := xlsx.Sheet{Table: t, NoFilter: true, Frozen: 3, Protect: true, PagesWide: pagesWide(len(columns))}
	if fill {
		t.Columns = append(t.Columns, doc.Column{Header: form.KeyColumn.Header, Name: form.KeyColumn.Name})
		s.Unseen = []string{form.KeyColumn.Name}
	}
	for n, one := range rows {
		cells := []doc.Cell{{Text: strconv.Itoa(n + 1)}, {Text: oneLine(form.Clean(one.Name()))}, {Text: cmp.Or(one.Code, one.ID)}}
		if one.ID == "" {
			cells = []doc.Cell{{}, {Text: wholeMunicipality}, {}}
		}
		for _, i := range columns {
			cell := doc.Cell{}
			if !fill && m.isOpenCell(i, one) {
				value, known := m.last(set, one.ID, i.Code)
				cell = toldCell(i, value, known)
			}
			cells = append(cells, cell)
		}
		if fill {
			cells = append(cells, doc.Cell{Text: form.Key(one.ID)})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return s
}

// columnHeader names an indicator so that its column is found again by the code.
func columnHeader(i model.Indicator) string {
	return fmt.Sprintf("%s. %s, %s", i.Code, oneLine(form.Clean(i.Title)), i.Unit)
}

// pagesWide is over how many pages the indicators are printed beside the names.
func pagesWide(indicators int) int {
	const room = pageMillimetres - numberWidth - institutionWidth - codeWidth
	return int(math.Ceil(float64(indicators) * indicatorWidth / room))
}
