package xlsx

import (
	"fmt"
	"math"

	"doklad/generator/diag"
	"doklad/generator/doc"
)

// plan is a sheet with every size decided.
type plan struct {
	Sheet            // as it was given
	name   string    // in the book
	widths []float64 // of the columns, in points
	unseen []bool    // by columns
	turned []bool    // by columns: their headers are
	rows   []line    // from row 1
	header int       // the row of the table's header, from 1
}

// openHeight is that of a row with cells to fill: easily hit, and by hand too.
const openHeight = 24

// line is one row of the sheet. A row over all columns has one cell with text.
type line struct {
	height float64
	cells  []cell
	merged bool
}

// cell is empty where it only carries its look.
type cell struct {
	text  string
	look  look
	value *doc.Value
}

// lay decides all sizes and reports what Excel cannot show.
func lay(name string, sheet Sheet) (plan, diag.List) {
	t := sheet.Table
	if t == nil {
		return layText(name, sheet)
	}
	open, _ := openCellsOf(sheet) // check has seen the error
	printed := asPrinted(sheet, open)
	p := plan{Sheet: sheet, name: name, unseen: columnsOf(t, sheet.Unseen), turned: columnsOf(t, sheet.Upright)}
	p.widths = columnWidths(upright(printed, p.turned), len(sheet.Above) > 0 || sheet.Across != "" || sheet.Note != "" || sheet.Back.Text != "", p.pages(), p.unseen)
	var found diag.List
	p.above(sheet)
	p.header = len(p.rows) + 1
	header := doc.Row{}
	for _, column := range t.Columns {
		header.Cells = append(header.Cells, doc.Cell{Text: column.Header})
	}
	p.row(header, header, func(column int) look {
		l := headerLook
		l.turned = p.turned[column]
		return l
	}, 0, &found)
	least := 0.0
	if t.WriteIn {
		least = 9 * millimetre // room for a signature
	}
	for i, row := range t.Rows {
		if row.Section {
			p.section(row, &found)
			continue
		}
		least := least
		if open.width(i) > 0 {
			least = max(least, openHeight)
		}
		p.row(row, printed.Rows[i], func(column int) look {
			l := bodyLook(t.Columns[column].Align)
			l.font.bold = row.Total || column < len(row.Cells) && row.Cells[column].Strong
			if in := open.at(column, i); in != nil {
				l = in.look(l)
			}
			return l
		}, least, &found)
	}
	p.warnWide(&found)
	return p, found
}

// columnsOf marks columns by their names; check has seen that they are there.
func columnsOf(t *doc.Table, names []string) []bool {
	marked := make([]bool, len(t.Columns))
	for _, name := range names {
		marked[columnOf(t, name)] = true
	}
	return marked
}

// total is the width of the sheet.
func (p *plan) total() float64 {
	sum := 0.0
	for _, w := range p.widths {
		sum += w
	}
	return sum
}

// row adds a row; printed is the same one in the words that are measured.
func (p *plan) row(row, printed doc.Row, style func(column int) look, least float64, found *diag.List) {
	l := line{height: max(least, bodyFont.height("", 1)), cells: make([]cell, len(p.widths))}
	for i := range p.widths {
		look := style(i)
		l.cells[i].look = look
		if i >= len(printed.Cells) {
			continue
		}
		if i < len(row.Cells) {
			l.cells[i].text, l.cells[i].value = row.Cells[i].Text, row.Cells[i].Value
		}
		measured := look.font
		measured.bold = measured.bold || printed.Total || printed.Cells[i].Strong
		height := measured.height(printed.Cells[i].Text, room(p.widths[i], look.indent))
		if look.turned {
			height = measured.turnedHeight(printed.Cells[i].Text)
		}
		p.warnHigh(height, i, printed.Cells[i].Key, found)
		l.height = max(l.height, height)
	}
	l.height = min(l.height, highestRow)
	p.rows = append(p.rows, l)
}

func (p *plan) section(row doc.Row, found *diag.List) {
	l := line{height: bodyFont.height("", 1), merged: len(p.widths) > 1, cells: make([]cell, len(p.widths))}
	for i := range l.cells {
		l.cells[i].look = sectionLook
	}
	if len(row.Cells) > 0 {
		l.cells[0].text, l.cells[0].value = row.Cells[0].Text, row.Cells[0].Value
		height := sectionLook.font.height(row.Cells[0].Text, room(p.total(), sectionLook.indent))
		p.warnHigh(height, 0, row.Cells[0].Key, found)
		l.height = min(max(l.height, height), highestRow)
	}
	p.rows = append(p.rows, l)
}

// warnHigh reports a cell of the row that is about to be added.
func (p *plan) warnHigh(height float64, column int, key string, found *diag.List) {
	if height <= highestRow {
		return
	}
	found.Add(diag.Warnf(key, "текст слишком длинный, чтобы Excel показал его целиком: нужна строка высотой %.0f пт, а больше %.0f не бывает (лист «%s», ячейка %s)",
		height, highestRow, p.name, ref(column, len(p.rows)+1)).
		WithHint("сократите текст или разделите его на несколько строк таблицы; в ячейке он сохранён весь"))
}

// warnWide reports a table that fits the page only when printed small.
func (p *plan) warnWide(found *diag.List) {
	const smallest = 7.5
	total := p.total()
	for _, width := range p.widths[:min(p.frozenColumns(), len(p.widths))] {
		total += width * float64(p.pages()-1)
	}
	size := bodySize * pageWidth * float64(p.pages()) / total
	if size >= smallest || p.Hidden {
		return
	}
	found.Add(diag.Warnf("", "таблица шире листа A4: при печати буквы уменьшатся до %.0f пт (лист «%s»)", math.Floor(size), p.name).
		WithHint("уменьшите число столбцов или разделите таблицу на две"))
}

// ref is the name of a cell: column from 0, row from 1.
func ref(column, row int) string { return fmt.Sprintf("%s%d", columnLetters(column), row) }

func columnLetters(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
