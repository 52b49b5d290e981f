package annotate

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// listTitle is the name of the first sheet.
const listTitle = "Замечания"

// list is the sheet «Замечания».
type list struct {
	lines []line // over the table
	rows  []placed
	forms listForms
}

// line is one of the heading: it goes over all columns.
type line struct {
	text  string
	title bool
}

func listOf(h Heading, all []Remark, rows []placed, s *styles) list {
	l := list{rows: rows, forms: formsOf(s)}
	l.lines = append(l.lines, line{h.Title, true})
	for _, text := range h.Lines {
		l.lines = append(l.lines, line{text, false})
	}
	if text := summary(all, rows); text != "" {
		l.lines = append(l.lines, line{text, false})
	}
	return l
}

// summary tells how many remarks there are in all, and how they are shown.
func summary(all []Remark, rows []placed) string {
	errors, marked := 0, false
	for _, r := range all {
		if r.Grave {
			errors++
		}
	}
	for _, p := range rows {
		marked = marked || p.cell()
	}
	text := ""
	if len(all) > 0 {
		text = fmt.Sprintf("Ошибок: %d, предупреждений: %d.", errors, len(all)-errors)
	}
	if len(rows) < len(all) {
		text += " В книге показаны " + russian.Plural(len(rows), "первое", "первые", "первые") + " " + russian.Count(len(rows), "замечание", "замечания", "замечаний") + "."
	}
	if marked {
		text += " Ячейки с ошибками залиты красным, с предупреждениями – оранжевым; замечания стоят и в примечаниях к ячейкам."
	}
	return text
}

// header is the number of the row with the names of the columns.
func (l list) header() int { return len(l.lines) + 2 }

// The widths of the columns in characters fill a landscape sheet of A4.
var listWidths = [...]int{5, 24, 58, 54}

var listHeaders = [...]string{"№", "Ячейка", "Что неверно", "Что сделать"}

func (l list) xml(space string) string {
	var b strings.Builder
	b.WriteString(xmlHeading + `<worksheet xmlns="` + space + `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
		`<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, width := range listWidths {
		fmt.Fprintf(&b, `<col min="%d" max="%[1]d" width="%d" customWidth="1"/>`, i+1, width)
	}
	b.WriteString(`</cols><sheetData>`)
	for i, one := range l.lines {
		form, height := l.forms.line, 16
		if one.title {
			form, height = l.forms.title, 20
		}
		fmt.Fprintf(&b, `<row r="%d" ht="%d" customHeight="1">`, i+1, height*lineCount(one.text, 140))
		put(&b, 1, i+1, form, one.text)
		b.WriteString(`</row>`)
	}
	fmt.Fprintf(&b, `<row r="%d">`, l.header())
	for i, text := range listHeaders {
		put(&b, i+1, l.header(), l.forms.header, text)
	}
	b.WriteString(`</row>`)
	for i, p := range l.rows {
		l.row(&b, i, p)
	}
	b.WriteString(`</sheetData>`)
	l.tail(&b)
	return b.String()
}

// lineCount is on how many lines a text stands where so many letters find room.
func lineCount(text string, letters int) (lines int) {
	for part := range strings.SplitSeq(text, "\n") {
		lines += 1 + utf8.RuneCountInString(part)/letters
	}
	return min(lines, 25) // a row has at most 409 points
}

func (l list) row(b *strings.Builder, i int, p placed) {
	at := l.header() + 1 + i
	number, label := l.forms.warning, l.forms.text
	if p.Grave {
		number = l.forms.grave
	}
	if p.location() != "" {
		label = l.forms.link
	}
	text := p.Text
	if !p.Grave {
		text = "Предупреждение: " + text
	}
	// Not every program fits the heights of rows by itself.
	lines := 1
	for column, text := range map[int]string{1: p.label(), 2: text, 3: p.Hint} {
		lines = max(lines, lineCount(text, listWidths[column]*5/6)) // words are carried over whole
	}
	fmt.Fprintf(b, `<row r="%d" ht="%d"><c r="A%[1]d" s="%[3]d"><v>%[4]d</v></c>`, at, 16*lines, number, i+1)
	put(b, 2, at, label, p.label())
	put(b, 3, at, l.forms.text, text)
	put(b, 4, at, l.forms.text, p.Hint)
	b.WriteString(`</row>`)
}

func put(b *strings.Builder, column, row, form int, text string) {
	fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, sheet.CellName(row, column), form, cellText(text, maxText))
}

// tail is what stands behind the cells.
func (l list) tail(b *strings.Builder) {
	fmt.Fprintf(b, `<mergeCells count="%d">`, len(l.lines))
	for i := range l.lines {
		fmt.Fprintf(b, `<mergeCell ref="A%d:D%[1]d"/>`, i+1)
	}
	b.WriteString(`</mergeCells>`)
	var links strings.Builder
	for i, p := range l.rows {
		if location := p.location(); location != "" {
			fmt.Fprintf(&links, `<hyperlink ref="B%d" location="%s" display="%s"/>`, l.header()+1+i, escape(location), cellText(p.label(), maxText))
		}
	}
	if links.Len() > 0 {
		b.WriteString(`<hyperlinks>` + links.String() + `</hyperlinks>`)
	}
	b.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>` +
		`<headerFooter><oddFooter>&amp;CЛист &amp;P из &amp;N</oddFooter></headerFooter></worksheet>`)
}

// label is how the list names the place.
func (p placed) label() string {
	if p.sheet == nil {
		if p.Remark.Sheet != "" {
			return "лист «" + p.Remark.Sheet + "»"
		}
		return "весь файл"
	}
	label := "лист «" + p.sheet.Name + "»"
	switch {
	case p.cell() && p.alone:
		label = sheet.CellName(p.Row, p.Column)
	case p.cell():
		label = p.sheet.Place(p.Row, p.Column)
	case p.Row > 0 && p.alone:
		label = fmt.Sprintf("строка %d", p.Row)
	case p.Row > 0:
		label += fmt.Sprintf(", строка %d", p.Row)
	}
	if p.sheet.Hidden != sheet.Visible {
		label += " (лист скрыт)"
	}
	return label
}

// location is where the link leads; empty where there is nothing to be seen.
func (p placed) location() string {
	if p.sheet == nil || p.sheet.Hidden != sheet.Visible {
		return ""
	}
	row, column := min(max(p.Row, 1), maxRow), min(max(p.Column, 1), maxColumn)
	return "'" + strings.ReplaceAll(p.sheet.Name, "'", "''") + "'!" + sheet.CellName(row, column)
}
