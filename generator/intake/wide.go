package intake

import (
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/sheet"
)

// rowBefore is what is remembered of the row above.
type rowBefore struct {
	row    int
	number string // in the column №
	isData bool
}

// readWide reads a table with a row for each institution.
func (f *reading) readWide(t *table) error {
	f.before = rowBefore{}
	err := f.rowsOfOne(t, func(rows []sheet.Row, bottom int) {
		f.readSender(t, rows, bottom)
	})
	f.tellGoneColumns(t)
	return err
}

// readSender reads the rows of one institution.
func (f *reading) readSender(t *table, rows []sheet.Row, bottom int) {
	first := rows[0]
	number := first.Cell(t.roles[roleNumber])
	before := f.before
	f.before = rowBefore{row: bottom, number: strings.Trim(oneLine(beginning(number.Text, longestCode)), " .")}
	again, moved := f.headerAgain(t, first)
	switch {
	case moved:
		f.void = true
		f.remark(t.sheet, first.Number, 1, faultf(codeTable, "пришлите таблицы отдельными файлами",
			"ниже начинается другая таблица: она не прочитана"))
		fallthrough
	case f.void:
		f.refuseRows(t, rows, nil, false)
		return
	case again, before.row == 0 && first.Number <= t.header+2 && isNumbering(first):
		f.refuseRows(t, rows, nil, true)
		return
	case !t.isNamed(first):
		f.readNameless(t, rows, before)
		return
	}
	who, wrong := f.senderOf(t, first)
	if wrong != nil {
		f.readUnknown(t, rows, before, who, *wrong)
		return
	}
	f.tellRowNumber(t, number, before.number)
	f.before.isData = true
	for _, row := range rows {
		t.passOver(row)
	}
	if f.spokenOf[who.ID] == nil {
		f.Institutions = append(f.Institutions, who.ID)
	}
	f.speak(t.sheet, who.ID, first.Number, max(t.roles[roleName], 1), func() {
		if len(rows) == 1 {
			f.readRow(t, first, who, bottom)
		} else {
			f.readMergedRows(t, rows, who, bottom)
		}
	})
}

// isNamed reports whether a row says whose it is.
func (t *table) isNamed(row sheet.Row) bool {
	for _, r := range [...]role{roleKey, roleName, roleSenderCode, roleINN} {
		if t.vertical && r == roleKey { // of an indicator
			continue
		}
		if at := t.roles[r]; at > 0 && !isBlank(row.Cell(at)) {
			return true
		}
	}
	return false
}

// readNameless: numbers without an institution are a sum, the rest of the row above, or
// nobody's.
func (f *reading) readNameless(t *table, rows []sheet.Row, before rowBefore) {
	if hasAside(rows[0]) {
		f.tellAside(t, rows[0])
		f.refuseRows(t, rows, nil, true)
		return
	}
	if !f.refuseRows(t, rows, nil, false) {
		return
	}
	if before.isData && before.row == rows[0].Number-1 {
		f.remark(t.sheet, rows[0].Number, max(t.roles[roleName], 1), splitFault(rows[0].Number))
		return
	}
	f.remark(t.sheet, rows[0].Number, max(t.roles[roleName], 1), nobodysFault(rows[0].Number))
}

func nobodysFault(row int) fault {
	return faultf(codeWho, "впишите в строку название или код учреждения", "числа в строке %d ничьи: учреждение не названо", row)
}

func splitFault(row int) fault {
	return faultf(codeSplit, "если это одна запись, соедините строки; если нет, впишите, о ком эта строка", "строка %d продолжает строку %d?", row, row-1)
}

// readUnknown refuses a row whose institution is not known.
func (f *reading) readUnknown(t *table, rows []sheet.Row, before rowBefore, who *sender, wrong fault) {
	row := rows[0]
	if who != nil {
		f.mentioned[who.ID] = true
	}
	if who == nil && hasAside(row) {
		f.tellAside(t, row)
		f.refuseRows(t, rows, nil, true)
		return
	}
	has := f.refuseRows(t, rows, who, false)
	numbered := t.roles[roleNumber] > 0 && before.number != "" && f.before.number == ""
	switch {
	case has && who == nil && numbered && before.row == row.Number-1:
		wrong = splitFault(row.Number)
	case !has && who != nil && who.Kind.IsGroup():
		return
	case !has: // a title inside the table, or a row left empty
		wrong = wrong.as(diag.Warning)
	}
	f.remark(t.sheet, row.Number, max(t.roles[roleName], 1), wrong)
	f.checkUnknown()
}

// checkUnknown gives up a file of another place.
func (f *reading) checkUnknown() {
	if f.unknown > mostUnknown {
		f.refuseFile(faultf(codeWho, "проверьте, того ли района файл; дополните справочник учреждений", "не узнано больше %d учреждений: дальше файл не прочитан", mostUnknown))
	}
}

// refuseRows keeps all values of rows that are not taken.
func (f *reading) refuseRows(t *table, rows []sheet.Row, who *sender, aside bool) (has bool) {
	for _, row := range rows {
		for _, cell := range row.Cells {
			if c := t.columnAt(cell.Column); c != nil && f.refuseCell(t.sheet, cell, who, c.name(), aside) {
				has = true
			}
		}
	}
	return has
}

// refuseUnknown keeps what stands under codes that nobody knows, or under another unit;
// their headers were told of.
func (f *reading) refuseUnknown(t *table, cells []sheet.Cell, who *sender) {
	if len(t.known) == len(t.columns) {
		return
	}
	for _, cell := range cells {
		if c := t.columnAt(cell.Column); c != nil && !c.isRead() {
			f.refuseCell(t.sheet, cell, who, c.name(), c.indicator == nil)
		}
	}
}

func (c *column) name() string {
	if c.indicator != nil {
		return c.indicator.Code
	}
	return c.code
}

// readRow reads the values of one row, both of whose lists ascend.
func (f *reading) readRow(t *table, row sheet.Row, who *sender, bottom int) {
	cells := row.Cells
	for _, k := range t.known {
		c := &t.columns[k]
		before := 0
		for before < len(cells) && cells[before].Column < c.at {
			before++
		}
		f.refuseUnknown(t, cells[:before], who)
		cells = cells[before:]
		cell := sheet.Cell{Row: row.Number, Column: c.at}
		if len(cells) > 0 && cells[0].Column == c.at {
			cell = cells[0]
		}
		f.readValue(t, c, cell, who, bottom)
	}
	f.refuseUnknown(t, cells, who)
}

// readMergedRows reads several rows of one institution: what only one of them says is
// taken.
func (f *reading) readMergedRows(t *table, rows []sheet.Row, who *sender, bottom int) {
	for _, row := range rows {
		f.refuseUnknown(t, row.Cells, who)
	}
	for _, k := range t.known {
		c := &t.columns[k]
		var said []sheet.Cell
		differ := false
		for _, row := range rows {
			if cell := row.Cell(c.at); !isBlank(cell) {
				said = append(said, cell)
				differ = differ || cell.Text != said[0].Text || cell.Number != said[0].Number || cell.Kind != said[0].Kind
			}
		}
		if len(said) == 0 {
			said = []sheet.Cell{{Row: rows[0].Number, Column: c.at}}
		}
		if differ {
			texts := make([]string, 0, len(said))
			for _, cell := range said[:min(len(said), 5)] {
				texts = append(texts, shown(cell.Text)+" ("+cell.Name()+")")
			}
			f.remark(t.sheet, said[0].Row, c.at, faultf(codeMerged, "оставьте одно число", "в строках одного учреждения разное: %s", strings.Join(texts, ", ")))
		} else {
			f.readValue(t, c, said[0], who, bottom)
			said = said[1:]
		}
		for _, cell := range said {
			f.refuseCell(t.sheet, cell, who, c.name(), !differ)
		}
	}
}

// readValue reads one cell under an indicator.
func (f *reading) readValue(t *table, c *column, cell sheet.Cell, who *sender, bottom int) {
	i := c.indicator
	switch {
	case i.derived:
		if f.refuseCell(t.sheet, cell, who, i.Code, false) && !c.wasDerived {
			c.wasDerived = true
			f.remark(t.sheet, cell.Row, cell.Column, i.whyNot(who))
		}
		return
	case f.isShared(t, cell, bottom):
		if f.refuseCell(t.sheet, cell, who, i.Code, false) {
			f.remark(t.sheet, cell.Row, cell.Column, sharedFault)
		}
		return
	}
	f.settle(t.sheet, cell, i, who, i.read(cell, f.isText))
}

// headerAgain reports whether a row is the header once more, or that of another table.
func (f *reading) headerAgain(t *table, row sheet.Row) (again, moved bool) {
	same, other := 0, 0
	for _, c := range row.Cells {
		if c.Kind != sheet.Text || c.Text == "" || isDigit(c.Text[0]) || len(c.Text) > 2000 {
			continue
		}
		one, _ := f.codeOf(c.Text)
		if one == nil {
			continue
		}
		if at := t.columnAt(c.Column); at != nil && at.indicator == one {
			same++
		} else {
			other++
		}
	}
	return other == 0 && same > 0 && (same > 1 || len(t.columns) == 1), other > 1 || other == 1 && same > 0
}

func (t *table) columnAt(at int) *column {
	k, found := slices.BinarySearchFunc(t.columns, at, func(c column, at int) int { return c.at - at })
	if !found {
		return nil
	}
	return &t.columns[k]
}

// tellRowNumber finds a row «1.10» that became «1.1»: Excel took it for a number.
func (f *reading) tellRowNumber(t *table, c sheet.Cell, before string) {
	if c.Kind != sheet.Number || before == "" {
		return
	}
	group, last, ok := strings.Cut(strings.Replace(before, ",", ".", 1), ".")
	own, short, ok2 := strings.Cut(strings.Replace(c.Text, ",", ".", 1), ".")
	n, err := strconv.Atoi(last)
	if !ok || !ok2 || err != nil || own != group || short+"0" != strconv.Itoa(n+1) {
		return
	}
	f.remark(t.sheet, c.Row, c.Column, faultf(codeRowNumber, "задайте столбцу номеров формат «Текстовый»",
		"номер «%s» стоит после «%s»: похоже, было «%s.%s0»", c.Text, before, own, short).as(diag.Advice))
}
