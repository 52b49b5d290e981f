//go:build bench && unix

package generator

import (
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// This file gives the same text to the peers of our engine: a composed document as
// a Typst source and as a flat OpenDocument text.

// sourceOf is a language in which a document can be said to a peer.
type sourceOf interface {
	text(s layout.Style, level int, parts []string) // level 1 to 3 for a heading, else 0
	pair(s layout.Style, left, right string)        // the right one at the right edge, on the last line
	page(m layout.Margins, landscape bool)
	table(t *doc.Table, widths []float64) // widths in millimetres
	String() string
}

// say goes through a document as package pdf does.
func say(d *doc.Document, p *layout.Profile, to sourceOf) string {
	width := 0.0
	page := func(landscape bool, number int) {
		m := p.Page.Margins(landscape, d.LongTerm, number)
		width = 210 - m.Left - m.Right
		if landscape {
			width = 297 - m.Left - m.Right
		}
		to.page(m, landscape)
	}
	if len(d.Blocks) == 0 || d.Blocks[0].Role != doc.Page {
		page(false, 1)
	}
	for i, b := range d.Blocks {
		switch b.Role {
		case doc.Page:
			page(b.Label == doc.Landscape, min(i, 1)+1)
		case doc.TableRole:
			t := d.Tables[b.Label]
			to.table(t, widthsOf(t, p.Table, width))
		case doc.Registration:
			to.pair(p.Registration, b.Parts[0], b.Parts[1])
		case doc.Signature:
			to.pair(p.Signature, b.Parts[0], b.Parts[1])
		case doc.Certification:
			to.text(p.Certification, 0, []string{"Верно"})
			to.pair(p.Certification, b.Parts[0], b.Parts[1])
			to.text(p.Certification, 0, b.Parts[2:])
		case doc.Clause:
			to.text(p.Clause, 0, []string{b.Label + "\u00a0" + b.Text()})
		case doc.Title:
			to.text(p.Title, 1, b.Parts)
		case doc.AnnexTitle:
			to.text(p.AnnexTitle, 1, b.Parts)
		case doc.Heading:
			to.text([]layout.Style{p.Heading1, p.Heading2, p.Heading3}[b.Label[0]-'1'], int(b.Label[0]-'0'), b.Parts)
		case doc.Letterhead:
			to.text(p.Letterhead, 0, b.Parts)
		case doc.Kind:
			to.text(p.Kind, 0, b.Parts)
		case doc.Operative:
			to.text(p.Operative, 0, b.Parts)
		case doc.Approval, doc.AnnexMark:
			to.text(p.Approval, 0, b.Parts)
		case doc.Recipients:
			to.text(p.Recipients, 0, b.Parts)
		case doc.Preparer:
			to.text(p.Preparer, 0, b.Parts)
		default:
			to.text(p.Text, 0, b.Parts)
		}
	}
	return to.String()
}

// widthsOf spares the peers the work of finding the widths of columns: each gets
// its widest word, and the room left by the length of its cells.
func widthsOf(t *doc.Table, look layout.Table, room float64) []float64 {
	const letter = 0.18 // mm a letter and point of size, bold at that
	widths := make([]float64, len(t.Columns))
	natural := make([]float64, len(t.Columns))
	measure := func(i int, text string) {
		for _, word := range strings.Fields(text) {
			widths[i] = max(widths[i], float64(utf8.RuneCountInString(word))*letter*look.Size+2*look.PadSide)
		}
		natural[i] += float64(utf8.RuneCountInString(text))
	}
	for i, column := range t.Columns {
		measure(i, column.Header)
	}
	for _, row := range t.Rows[:min(len(t.Rows), 200)] {
		for i, cell := range row.Cells {
			if !row.Section {
				measure(i, cell.Text)
			}
		}
	}
	left, all := room, 0.0
	for i := range widths {
		left -= widths[i]
		all += natural[i]
	}
	for i := range widths {
		widths[i] += left * natural[i] / all
	}
	return widths
}

// pitch is the distance of baselines in sizes of the font.
func pitch(s layout.Style) float64 {
	return typeset.Tinos().Regular.LineHeight * max(s.Spacing, 1)
}

// tight is the profile as our engine obeys it where that wins a page, so that the
// peers have as much to set on as many pages.
func tight(p *layout.Profile) *layout.Profile {
	set := *p
	set.Text.Spacing, set.Clause.Spacing = p.Text.SpacingMin, p.Clause.SpacingMin
	set.Table.Size = p.Table.SizeMin
	return &set
}

// typstSource is the document in Typst. All text is in string literals, where only
// " and \ mean anything.
type typstSource struct {
	strings.Builder
	title, author string
	look          layout.Table
}

func typst(d *doc.Document, p *layout.Profile) string {
	return say(d, p, &typstSource{title: d.Title, author: d.Author, look: p.Table})
}

func literal(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// content is a text with its forced breaks of lines.
func content(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = "#" + literal(line)
	}
	return "[" + strings.Join(lines, "#linebreak()") + "]"
}

func (o *typstSource) page(m layout.Margins, landscape bool) {
	if o.Len() == 0 {
		fmt.Fprintf(o, `#set document(title: %s, author: %s, date: datetime(year: 2021, month: 6, day: 25))
#set text(font: "Tinos", lang: "ru", size: 14pt, top-edge: 0.8em, bottom-edge: -0.2em)
#set page(paper: "a4", numbering: "1", number-align: top + center)
#set par(justify: true)
#set block(spacing: 0pt)
#show heading: it => block(it.body)
#show table: set par(justify: false, leading: %.4fem, first-line-indent: 0pt)
`, literal(o.title), literal(o.author), pitch(layout.Style{})-1)
	}
	fmt.Fprintf(o, "#set page(flipped: %v, margin: (left: %gmm, right: %gmm, top: %gmm, bottom: %gmm))\n",
		landscape, m.Left, m.Right, m.Top, m.Bottom)
}

func (o *typstSource) space(s layout.Style, lines float64) {
	if lines > 0 {
		fmt.Fprintf(o, "#v(%.3fpt)\n", lines*s.Size*pitch(s))
	}
}

// set is how the text of a style looks.
func set(s layout.Style) string {
	weight := "regular"
	if s.Bold {
		weight = "bold"
	}
	lead := (pitch(s) - 1) * s.Size
	return fmt.Sprintf("set text(size: %gpt, weight: %q); set par(justify: %v, first-line-indent: (amount: %gmm, all: true), leading: %.3fpt, spacing: %.3fpt)",
		s.Size, weight, s.Align == layout.Justified, s.Indent, lead, lead)
}

func (o *typstSource) text(s layout.Style, level int, parts []string) {
	o.space(s, s.Before)
	var body strings.Builder
	if level > 0 {
		fmt.Fprintf(&body, "; show heading: set text(size: %gpt)", s.Size)
	}
	for _, part := range parts {
		made := "par(" + content(part) + ")"
		if level > 0 {
			made = fmt.Sprintf("heading(level: %d, %s)", level, content(part))
		}
		body.WriteString("; " + made)
	}
	width := "100%"
	if s.Width > 0 {
		width = fmt.Sprintf("%gmm", s.Width)
	}
	switch s.Align {
	case layout.Centre:
		fmt.Fprintf(o, "#align(center, block(width: %s, {%s%s}))\n", width, set(s), &body)
	case layout.Right:
		fmt.Fprintf(o, "#align(right, block(width: %s, align(left, {%s%s})))\n", width, set(s), &body)
	default:
		if s.Width > 0 {
			fmt.Fprintf(o, "#block(width: %s, {%s%s})\n", width, set(s), &body)
		} else {
			fmt.Fprintf(o, "#{%s%s}\n", set(s), &body)
			fmt.Fprintf(o, "#v(%.3fpt)\n", (pitch(s)-1)*s.Size)
		}
	}
	o.space(s, s.After)
}

func (o *typstSource) pair(s layout.Style, left, right string) {
	o.space(s, s.Before)
	fmt.Fprintf(o, "#{%s; grid(columns: (1fr, auto), align: (left, right + bottom), block(width: %gmm, %s), %s)}\n",
		set(s), max(s.Width, 60), content(left), content(right))
	o.space(s, s.After)
}

func (o *typstSource) table(t *doc.Table, widths []float64) {
	var columns, aligns, header []string
	for i, column := range t.Columns {
		columns = append(columns, fmt.Sprintf("%.2fmm", widths[i]))
		aligns = append(aligns, []string{"left", "center", "right"}[column.Align])
		header = append(header, "table.cell(align: center + horizon, strong("+content(column.Header)+"))")
	}
	fmt.Fprintf(o, "#{set text(size: %gpt); table(columns: (%s), align: (%s), stroke: %gpt, inset: (x: %gmm, y: %gmm),\ntable.header(%s),\n",
		o.look.Size, strings.Join(columns, ", "), strings.Join(aligns, ", "), o.look.Rule, o.look.PadSide, o.look.PadTop,
		strings.Join(header, ", "))
	for _, row := range t.Rows {
		if row.Section {
			fmt.Fprintf(o, "table.cell(colspan: %d, align: left, strong(%s)),\n", len(t.Columns), content(row.Cells[0].Text))
			continue
		}
		for _, cell := range row.Cells {
			o.WriteString(content(cell.Text) + ", ")
		}
		o.WriteString("\n")
	}
	o.WriteString(")}\n")
}

// odtSource is the document as a flat OpenDocument text.
type odtSource struct {
	styles, body strings.Builder
	masters      strings.Builder
	layouts      strings.Builder
	known        map[string]string // definition of a style → its name
	master       string            // the page that the next block begins
	pages        int
	look         layout.Table
}

func flatODT(d *doc.Document, p *layout.Profile) string {
	return say(d, p, &odtSource{known: map[string]string{}, look: p.Table})
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text))
	return strings.ReplaceAll(b.String(), "&#xA;", "<text:line-break/>")
}

func (o *odtSource) page(m layout.Margins, landscape bool) {
	o.pages++
	width, height, way := 210, 297, "portrait"
	if landscape {
		width, height, way = height, width, "landscape"
	}
	// The header with the number lies in the upper margin.
	const header = 8
	fmt.Fprintf(&o.layouts, `<style:page-layout style:name="L%d"><style:page-layout-properties fo:page-width="%dmm" fo:page-height="%dmm" style:print-orientation="%s" fo:margin-left="%gmm" fo:margin-right="%gmm" fo:margin-top="%gmm" fo:margin-bottom="%gmm"/><style:header-style><style:header-footer-properties fo:min-height="%dmm" fo:margin-bottom="0mm"/></style:header-style></style:page-layout>`,
		o.pages, width, height, way, m.Left, m.Right, m.Top-header, m.Bottom, header)
	fmt.Fprintf(&o.masters, `<style:master-page style:name="M%d" style:page-layout-name="L%d"><style:header><text:p><text:page-number/></text:p></style:header></style:master-page>`, o.pages, o.pages)
	o.master = fmt.Sprintf("M%d", o.pages)
}

// style names a style of paragraphs.
func (o *odtSource) style(s layout.Style, indentLeft float64) string {
	weight, align := "normal", "start"
	if s.Bold {
		weight = "bold"
	}
	switch s.Align {
	case layout.Justified:
		align = "justify"
	case layout.Centre:
		align = "center"
	}
	line := s.Size * pitch(s)
	master := ""
	if o.master != "" {
		master = fmt.Sprintf(` style:master-page-name="%s"`, o.master)
		o.master = ""
	}
	definition := fmt.Sprintf(`%s><style:paragraph-properties fo:text-align="%s" fo:text-indent="%gmm" fo:margin-left="%gmm" fo:margin-top="%.2fpt" fo:margin-bottom="%.2fpt" fo:line-height="%.2fpt"/><style:text-properties style:font-name="Tinos" fo:font-size="%gpt" fo:font-weight="%s" fo:hyphenate="%v" fo:language="ru" fo:country="RU"/></style:style>`,
		master, align, s.Indent, indentLeft, s.Before*line, s.After*line, line, s.Size, weight, s.Align == layout.Justified)
	name, ok := o.known[definition]
	if !ok {
		name = fmt.Sprintf("P%d", len(o.known)+1)
		o.known[definition] = name
		fmt.Fprintf(&o.styles, `<style:style style:name="%s" style:family="paragraph" style:parent-style-name="Standard"%s`, name, definition)
	}
	return name
}

func (o *odtSource) text(s layout.Style, level int, parts []string) {
	left := 0.0
	if s.Align == layout.Right {
		left = 170 - s.Width
	}
	for _, part := range parts {
		name := o.style(s, left)
		if level > 0 {
			fmt.Fprintf(&o.body, "<text:h text:style-name=\"%s\" text:outline-level=\"%d\">%s</text:h>\n", name, level, escaped(part))
			continue
		}
		fmt.Fprintf(&o.body, "<text:p text:style-name=\"%s\">%s</text:p>\n", name, escaped(part))
	}
}

func (o *odtSource) pair(s layout.Style, left, right string) {
	fmt.Fprintf(&o.body, "<text:p text:style-name=\"%s\">%s<text:tab/>%s</text:p>\n", o.style(s, 0), escaped(left), escaped(right))
}

func (o *odtSource) table(t *doc.Table, widths []float64) {
	if o.master != "" {
		o.text(layout.Style{Size: 2}, 0, []string{""})
	}
	plain := layout.Style{Size: o.look.Size}
	bold := layout.Style{Size: o.look.Size, Bold: true}
	fmt.Fprintf(&o.styles, `<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="%gpt solid #000000" fo:padding-left="%gmm" fo:padding-right="%gmm" fo:padding-top="%gmm" fo:padding-bottom="%gmm"/></style:style>`,
		o.look.Rule, o.look.PadSide, o.look.PadSide, o.look.PadTop, o.look.PadTop)
	all := 0.0
	for i, width := range widths {
		all += width
		fmt.Fprintf(&o.styles, `<style:style style:name="C%d" style:family="table-column"><style:table-column-properties style:column-width="%.2fmm"/></style:style>`, i, width)
	}
	fmt.Fprintf(&o.styles, `<style:style style:name="T" style:family="table"><style:table-properties style:width="%.2fmm" table:align="left"/></style:style>`, all)
	o.body.WriteString(`<table:table table:style-name="T">`)
	for i := range widths {
		fmt.Fprintf(&o.body, `<table:table-column table:style-name="C%d"/>`, i)
	}
	cell := func(s layout.Style, span int, text string) {
		fmt.Fprintf(&o.body, `<table:table-cell table:style-name="cell" table:number-columns-spanned="%d"><text:p text:style-name="%s">%s</text:p></table:table-cell>`,
			span, o.style(s, 0), escaped(text))
		for range span - 1 {
			o.body.WriteString("<table:covered-table-cell/>")
		}
	}
	o.body.WriteString("<table:table-header-rows><table:table-row>")
	for _, column := range t.Columns {
		cell(bold, 1, column.Header)
	}
	o.body.WriteString("</table:table-row></table:table-header-rows>\n")
	for _, row := range t.Rows {
		o.body.WriteString("<table:table-row>")
		if row.Section {
			cell(bold, len(t.Columns), row.Cells[0].Text)
		} else {
			for _, c := range row.Cells {
				cell(plain, 1, c.Text)
			}
		}
		o.body.WriteString("</table:table-row>\n")
	}
	o.body.WriteString("</table:table>\n")
}

func (o *odtSource) String() string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Tinos" svg:font-family="Tinos"/></office:font-face-decls>
<office:styles><style:style style:name="Standard" style:family="paragraph" style:class="text"/></office:styles>
<office:automatic-styles>` + o.layouts.String() + o.styles.String() + `</office:automatic-styles>
<office:master-styles>` + o.masters.String() + `</office:master-styles>
<office:body><office:text>
` + o.body.String() + `</office:text></office:body></office:document>
`
}

// varied is the document with one word of every paragraph and cell made another of
// the same letters, so that no engine has met the text before while its lengths
// stay the same. Seed 0 is the document itself.
func varied(d *doc.Document, seed int) *doc.Document {
	if seed == 0 {
		return d
	}
	random := rand.New(rand.NewPCG(uint64(seed), 109))
	other := *d
	other.Blocks = make([]doc.Block, len(d.Blocks))
	for i, b := range d.Blocks {
		other.Blocks[i] = b
		other.Blocks[i].Parts = make([]string, len(b.Parts))
		for j, part := range b.Parts {
			other.Blocks[i].Parts[j] = variedText(part, random)
		}
	}
	other.Tables = map[string]*doc.Table{}
	for name, t := range d.Tables {
		table := *t
		table.Rows = make([]doc.Row, len(t.Rows))
		for i, row := range t.Rows {
			table.Rows[i] = doc.Row{Section: row.Section, Cells: make([]doc.Cell, len(row.Cells))}
			for j, cell := range row.Cells {
				table.Rows[i].Cells[j] = doc.Cell{Text: variedText(cell.Text, random), Key: cell.Key}
			}
		}
		other.Tables[name] = &table
	}
	return &other
}

// variedText shuffles the letters inside one of the longer words.
func variedText(text string, random *rand.Rand) string {
	runes := []rune(text)
	var words [][2]int
	for from := 0; from < len(runes); {
		to := from
		for to < len(runes) && unicode.Is(unicode.Cyrillic, runes[to]) && unicode.IsLower(runes[to]) {
			to++
		}
		if to-from >= 5 {
			words = append(words, [2]int{from, to})
		}
		from = max(to, from+1)
	}
	if len(words) == 0 {
		return text
	}
	word := words[random.IntN(len(words))]
	inside := runes[word[0]+1 : word[1]]
	random.Shuffle(len(inside), func(i, j int) { inside[i], inside[j] = inside[j], inside[i] })
	return string(runes)
}

// bigTable is a landscape document with a roadmap of so many rows of differing
// texts, a section title over every 50.
func bigTable(rows int) *doc.Document {
	random := rand.New(rand.NewPCG(1000, 5))
	of := func(words ...string) string { return words[random.IntN(len(words))] }
	t := &doc.Table{Name: roadmapName, Columns: []doc.Column{
		{Header: "№ п/п", Align: doc.Centre}, {Header: "Мероприятие (содержание деятельности)"}, {Header: "Ответственные"},
		{Header: "Срок исполнения"}, {Header: "Планируемый результат"},
	}}
	deed := func() string {
		text := of("Разработка и утверждение", "Подготовка", "Проведение", "Обсуждение", "Участие в составлении", "Согласование", "Организация и проведение") + " " +
			of("критериев и показателей", "плана мероприятий", "мониторинга", "аналитических материалов", "методических рекомендаций", "положения о конкурсе", "совещаний, семинаров и вебинаров") + " " +
			of("системы оценки качества", "по вопросам обеспечения доступности", "по результатам самообследования", "в рамках реализации программы развития") + " " +
			of("дошкольного образования", "начального общего образования", "дополнительного образования детей", "инклюзивного образования")
		for range random.IntN(3) {
			text += of(" на территории округа", " с участием родительской общественности", " для руководителей и педагогических работников",
				" с учётом данных предыдущего года", " в соответствии с требованиями федеральных стандартов", ", размещение материалов на официальных сайтах")
		}
		return text
	}
	number := 0
	for i := range rows {
		if i%50 == 0 {
			number = 0
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{
				Text: fmt.Sprintf("%d. %s: направление работы № %d", i/50+1, of("Нормативно-правовое обеспечение", "Общесистемные мероприятия", "Мониторинг хода реализации плана"), i/50+1)}}})
		}
		number++
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
			{Text: fmt.Sprintf("%d.%d", i/50+1, number)},
			{Text: deed() + fmt.Sprintf(", этап %d", i+1)},
			{Text: of("Отдел образования", "Отдел образования, дошкольные образовательные организации", "Методист отдела образования", "Руководители образовательных организаций", "Специалисты отдела, рабочая группа")},
			{Text: of("ежегодно", "ежеквартально", "до 1 сентября") + of("", "", " 2026 г.", " 2027 г.")},
			{Text: of("Утверждены", "Подготовлены", "Определены", "Обобщены") + " " + of("критерии и показатели", "предложения по совершенствованию", "результаты наблюдений", "рекомендации") + " " +
				of("системы оценки качества образования", "управления качеством", "условий обучения и воспитания") + of("", " на территории округа", " в образовательных организациях")},
		}})
	}
	d := &doc.Document{Title: "План мероприятий (пример)", Author: "Отдел образования (пример)", Language: "ru-RU",
		Blocks: []doc.Block{{Role: doc.Page, Label: doc.Landscape}, {Role: doc.TableRole, Label: roadmapName}},
		Tables: map[string]*doc.Table{}}
	typography(d.Blocks)
	d.Tables[roadmapName] = typographyOfTable(t)
	return d
}

// letters counts the letters of a text: the one count that divisions of words,
// spaces, page numbers and numbers do not disturb.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// wordsOf are all texts of a document, and the header of its table apart, which
// is printed on every page of the table.
func wordsOf(d *doc.Document) (once, header string) {
	var all, top strings.Builder
	for _, b := range d.Blocks {
		if b.Role == doc.Clause {
			all.WriteString(b.Label + " ")
		}
		for _, part := range b.Parts {
			all.WriteString(part + "\n")
		}
		t := d.Tables[b.Label]
		if b.Role != doc.TableRole || t == nil {
			continue
		}
		for _, column := range t.Columns {
			top.WriteString(column.Header + "\n")
		}
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				all.WriteString(cell.Text + "\n")
			}
		}
	}
	return all.String(), top.String()
}
