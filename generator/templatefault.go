package generator

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// templateFault takes apart what text/template says: the line, the byte in it where
// it is known, and the words after the piece of the template that it quotes.
var templateFault = regexp.MustCompile(`(?s)^template: [^:]*:(?:(\d+):)?(?:(\d+):)? (?:executing "[^"]*" at <.{0,30}?>: )?(.*)$`)

// fault puts a mistake found by text/template into Russian, at its place.
func (t templateText) fault(err error) diag.List {
	p := diag.Problem{File: t.file, Code: "TEMPLATE", Line: 1, Column: 1}
	said := err.Error()
	if m := templateFault.FindStringSubmatch(said); m != nil {
		if line, _ := strconv.Atoi(m[1]); line > 0 {
			p.Line = line
		}
		if at, _ := strconv.Atoi(m[2]); at > 0 {
			p.Column = t.column(p.Line, at)
		}
		said = m[3]
	}
	p.Text, p.Hint = sayTemplateFault(said)
	if t.actions != "" {
		p.Hint = t.actions
	}
	if line, column := t.unclosed(p.Line); line > 0 {
		p.Line, p.Column = line, column
		p.Text, p.Hint = sayTemplateFault("unclosed action")
	}
	return diag.List{p}
}

// unclosed finds a «{{» without its «}}», before the next one or the end of the line, on
// a line up to the one where text/template gave up: it reads on, the writer does not.
func (t templateText) unclosed(until int) (line, column int) {
	for i, text := range strings.Split(t.text, "\n") {
		if i >= until || strings.Contains(text, "/*") {
			continue
		}
		for _, rest, found := strings.Cut(text, "{{"); found; _, rest, found = strings.Cut(rest, "{{") {
			if inside, _, closed := strings.Cut(rest, "}}"); !closed || strings.Contains(inside, "{{") {
				return i + 1, len([]rune(text[:len(text)-len(rest)-len("{{")])) + 1
			}
		}
	}
	return 0, 0
}

// column turns the byte offset of text/template into characters from 1.
func (t templateText) column(line, at int) int {
	lines := strings.Split(t.text, "\n")
	if line < 1 || line > len(lines) || at > len(lines[line-1]) {
		return 1
	}
	return len([]rune(lines[line-1][:at])) + 1
}

// faultOfMarkup finds the line of the template that wrote a faulty line of
// markup: the one with the same word after #. A mark stands at the start of a line or
// after an action; elsewhere # is a word of the text or of a comment.
func (t templateText) faultOfMarkup(f doc.Fault) diag.Problem {
	p := diag.Problem{File: t.file, Code: "MARKUP", Text: f.Text, Hint: f.Hint, Line: 1, Column: 1}
	if f.Near != "" {
		p.Line, p.Column = t.placeOf(f.Near)
		return p
	}
	mark := regexp.MustCompile(`(?:^|\}\})\s*(#` + regexp.QuoteMeta(f.Role) + `)(?:[\s{]|$)`)
	for i, line := range strings.Split(t.text, "\n") {
		if m := mark.FindStringSubmatchIndex(line); m != nil {
			p.Line, p.Column = i+1, len([]rune(line[:m[2]]))+1
			break
		}
	}
	return p
}

var templateAction = regexp.MustCompile(`(?s)\{\{.*?\}\}`)

// placeOf finds where the template writes a text: as much of its beginning as
// stands there, for the rest may be words of the data.
func (t templateText) placeOf(text string) (line, column int) {
	masked := templateAction.ReplaceAllStringFunc(t.text, func(action string) string {
		return strings.Map(func(r rune) rune {
			if r != '\n' {
				r = 0
			}
			return r
		}, action)
	})
	for text != "" {
		if before, _, found := strings.Cut(masked, text); found {
			start := strings.LastIndexByte(before, '\n') + 1
			return strings.Count(before, "\n") + 1, len([]rune(before[start:])) + 1
		}
		_, last := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-last]
	}
	return 1, 1
}

// unknownTables finds «#table» lines that name no table.
func (t templateText) unknownTables(d *doc.Document) diag.List {
	var problems diag.List
	for _, b := range d.Blocks {
		if b.Role == doc.TableRole && d.Tables[b.Label] == nil {
			problems.Add(t.faultOfMarkup(doc.Fault{Role: "table",
				Text: "нет таблицы «" + b.Label + "»", Hint: "имя таблицы даёт программа: {{.Table}}"}))
		}
	}
	return problems
}

// unknownFigures finds «#figure» and «#emblem» lines that name no figure.
func (t templateText) unknownFigures(d *doc.Document) diag.List {
	var problems diag.List
	for _, b := range d.Blocks {
		if (b.Role == doc.FigureRole || b.Role == doc.Emblem) && d.Figures[b.Label] == nil {
			problems.Add(t.faultOfMarkup(doc.Fault{Role: string(b.Role),
				Text: "нет рисунка «" + b.Label + "»", Hint: "имя рисунка даёт программа: {{.Figure}}"}))
		}
	}
	return problems
}

// unprintable finds the characters of the template itself that a font lacks.
func (t templateText) unprintable(fonts *typeset.Family) diag.List {
	var problems diag.List
	for i, line := range strings.Split(t.text, "\n") {
		for j, r := range []rune(line) {
			if r != '\t' && !(fonts.Regular.Has(r) && fonts.Bold.Has(r)) {
				p := typeset.MissingGlyph(r, "", 0)
				p.File, p.Line, p.Column = t.file, i+1, j+1
				problems.Add(p)
			}
		}
	}
	return problems
}
