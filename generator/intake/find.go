package intake

import (
	"iter"
	"strings"

	"doklad/generator/form"
	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// headerRows is how deep a header is looked for: above it stand titles and notes.
const headerRows = 100

// table is a table of indicators: vertical, with a row for each, or wide, with a column
// for each. A vertical one is long if its rows name their institutions.
type table struct {
	sheet    *sheet.Sheet
	top      []sheet.Row // down to the header
	all      []sheet.Row // of a short sheet, which was read to its end; else nil
	header   int
	vertical bool
	long     bool
	roles    [roleCount]int // columns; 0: there is none
	columns  []column       // of values, ascending
	known    []int          // those of columns that are of indicators
	values   []int          // all columns in which values may stand, ascending
	twice    []string       // headers that stand over several columns
	own      []bool         // by columns: it is one of the table's
	passed   []passed       // by columns: what stands in the others
}

// column is one column of values.
type column struct {
	at         int
	indicator  *indicator // nil: the code is not known
	code       string     // as it is written
	wasDerived bool       // that the program counts it was told
	unit       string     // another than that of the indicator; its values are refused
}

// isRead reports whether the values under it are taken.
func (c *column) isRead() bool { return c.indicator != nil && c.unit == "" }

// role is what a column says of its row.
type role int

const (
	roleNone role = iota
	roleKey
	roleNumber
	roleName
	roleSenderCode
	roleINN
	roleCode
	roleTitle
	roleUnit
	roleValue
	roleIfNone
	roleNote
	roleLastYear
	roleHow
	roleCount
)

// headers are the roles by the skeletons of the headers.
var headers = func() map[string]role {
	m := map[string]role{}
	for r, texts := range map[role][]string{
		roleKey:        {form.KeyColumn.Header},
		roleNumber:     {"п/п", "№ п/п", "N п/п", "номер", "номер п/п"},
		roleName:       {"Учреждение", "Наименование учреждения", "Название учреждения", "Организация", "Наименование организации", "Образовательная организация", "Наименование образовательной организации", "ОО", "ДОО", "Наименование ОО", "Наименование ДОО", "Школа", "Детский сад"},
		roleSenderCode: {"Код учреждения", "Код организации", "Код ОО", "Код ДОО"},
		roleINN:        {"ИНН", "ИНН учреждения", "ИНН организации"},
		roleCode:       {"Код", "Код показателя"},
		roleTitle:      {"Показатель", "Наименование показателя", "Наименование"},
		roleUnit:       {"Ед. изм.", "Единица измерения", "Ед. измерения"},
		roleValue:      {"Значение", "Значение показателя"},
		roleIfNone:     {"Если числа нет"},
		roleNote:       {"Примечание", "Примечания"},
		roleLastYear:   {"Прошлый год"},
		roleHow:        {"Как считать"},
	} {
		for _, text := range texts {
			m[russian.Skeleton(text)] = r
		}
	}
	return m
}()

// longestHeader, in bytes, is above any header that has a role.
const longestHeader = 150

// roleOf is what a column with this header says; texts that stand in many rows are
// looked at once.
func (f *reading) roleOf(text string) role {
	if text == "" || len(text) > longestHeader {
		return roleNone
	}
	return f.headers.of(text, roleOfHeader)
}

func roleOfHeader(text string) role {
	if line := strings.Trim(oneLine(text), " ."); line == "№" || strings.EqualFold(line, "N") {
		return roleNumber
	}
	return headers[russian.Skeleton(text)]
}

// find looks on a sheet for the header of a table; nil where there is none. Of a form
// its kind is known.
func (f *reading) find(s *sheet.Sheet) (*table, error) {
	var top []sheet.Row
	short, held := true, 0
	for row, err := range s.Rows() {
		if err != nil {
			return nil, err
		}
		if held += len(row.Cells); row.Number > headerRows || held > mostHeld && len(top) > 0 {
			short = false
			break
		}
		top = append(top, row)
	}
	var best *table
	most := 0
	for i := range top {
		for _, t := range []*table{f.vertical(top, i), f.wide(top, i)} {
			if t == nil {
				continue
			}
			if n := t.weight(); n > most {
				best, most = t, n
			}
		}
	}
	if best != nil {
		best.sheet = s
		if short {
			best.all = top
		}
		if err := f.findNamed(best); err != nil {
			return nil, err
		}
	}
	return best, nil
}

// weight is how many headers were known.
func (t *table) weight() int {
	n := len(t.columns)
	for _, column := range t.roles {
		if column > 0 {
			n++
		}
	}
	return n
}

// vertical takes a row for the header of a table of one institution.
func (f *reading) vertical(top []sheet.Row, i int) *table {
	t := &table{top: top[:i+1], header: top[i].Number, vertical: true}
	for _, c := range top[i].Cells {
		t.take(f.roleOf(headerText(c)), c)
	}
	if t.roles[roleCode] == 0 && t.roles[roleKey] == 0 || t.roles[roleValue] == 0 || f.isForm(FormOfAll) {
		return nil
	}
	return t
}

// take keeps the first column of a role and names the others.
func (t *table) take(r role, c sheet.Cell) {
	switch {
	case r == roleNone:
	case t.roles[r] == 0:
		t.roles[r] = c.Column
	case r == roleKey || r == roleCode || r == roleValue || r == roleIfNone || r == roleSenderCode || r == roleName:
		t.twice = append(t.twice, oneLine(c.Text))
	}
}

// wide takes a row for the header of a table with a row for each institution. What the
// other columns are called may stand over it, merged.
func (f *reading) wide(top []sheet.Row, i int) *table {
	if f.isForm(FormOfOne) {
		return nil
	}
	t := &table{top: top[:i+1], header: top[i].Number}
	known := 0
	seen := map[*indicator]bool{}
	for _, c := range top[i].Cells {
		text := headerText(c)
		if r := f.roleOf(text); r != roleNone {
			t.take(r, c)
			continue
		}
		one, code := f.codeOf(text)
		switch {
		case one != nil && seen[one]:
			t.twice = append(t.twice, one.Code)
		case one != nil:
			seen[one] = true
			known++
		case code == "":
			continue
		}
		next := column{at: c.Column, indicator: one, code: code}
		if one != nil {
			next.unit = f.otherUnit(one, text)
		}
		t.columns = append(t.columns, next)
	}
	if known == 0 {
		return nil
	}
	// One code alone may be that of a row; under a header of institutions it is not.
	isSure := known > 1 || f.isForm(FormOfAll) || t.namesInstitutions()
	const mergedOver = 3
	for above := i - 1; above >= 0 && top[above].Number >= t.header-mergedOver; above-- {
		for _, c := range top[above].Cells {
			r := f.roleOf(headerText(c))
			if r != roleNone && t.roles[r] == 0 && t.columnAt(c.Column) == nil {
				t.roles[r] = c.Column
			}
		}
	}
	if t.roles[roleSenderCode] == 0 {
		t.roles[roleSenderCode], t.roles[roleCode] = t.roles[roleCode], 0
	}
	if t.roles[roleName] == 0 && known > 1 {
		t.roles[roleName], t.roles[roleTitle] = t.roles[roleTitle], 0 // «Наименование»
	}
	named := t.roles[roleKey] + t.roles[roleName] + t.roles[roleSenderCode] + t.roles[roleINN]
	if named == 0 || !isSure {
		return nil
	}
	return t
}

// namesInstitutions reports whether a column is headed as that of institutions.
func (t *table) namesInstitutions() bool {
	return t.roles[roleName] > 0 || t.roles[roleSenderCode] > 0 || t.roles[roleINN] > 0
}

func headerText(c sheet.Cell) string {
	if c.Kind != sheet.Text || len(c.Text) > 2000 {
		return ""
	}
	return c.Text
}

// rows gives the rows of the sheet, those of a short one without reading it again. Each
// is good until the next one.
func (t *table) rows() iter.Seq2[sheet.Row, error] {
	if t.all == nil {
		return t.sheet.Passing()
	}
	return func(yield func(sheet.Row, error) bool) {
		for _, row := range t.all {
			if !yield(row, nil) {
				return
			}
		}
	}
}
