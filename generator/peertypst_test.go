//go:build bench && unix

package generator

import (
	"fmt"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/layout"
)

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
