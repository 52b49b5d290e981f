//go:build bench && unix

package generator

import (
	"encoding/xml"
	"fmt"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/layout"
)

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
