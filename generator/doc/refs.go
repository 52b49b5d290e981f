package doc

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// References: «таблица {table:svod}» becomes «таблица 2» before the paper is laid
// out. Their span has the name as its text and no runes of its own.
const (
	RefTable   SpanKind = "table"
	RefFigure  SpanKind = "figure"
	RefHeading SpanKind = "heading"
)

func (s Span) isRef() bool { return s.Kind == RefTable || s.Kind == RefFigure || s.Kind == RefHeading }

func isNoRef(s Span) bool { return !s.isRef() }

// ref reads the name in a reference.
func (r *inlineReader) ref(begin int, span *Span, out *strings.Builder) {
	var name strings.Builder
	for r.more("|{}") {
		r.take(&name)
	}
	if r.at < len(r.raw) && r.raw[r.at] != '}' {
		r.fail(begin, "не закрыта скобка {", "добавьте } после имени")
	}
	r.close(begin)
	if span.Text = trim(name.String()); span.Text == "" && r.fault == nil {
		r.fail(begin, "ссылка без имени", "напишите имя после двоеточия: {table:имя}")
	}
	span.From = utf8.RuneCountInString(out.String())
	span.To = span.From
}

func numberRefs(spans []Span, line int) {
	for i := range spans {
		if spans[i].isRef() {
			spans[i].Line = line
		}
		numberRefs(spans[i].Spans, line)
	}
}

// Resolve counts what a paper counts by itself and puts the numbers in place of
// the references. The document is not changed.
func Resolve(d *Document) ([]Block, []Fault) {
	r := resolver{numbers: Number(d)}
	blocks := slices.Clone(d.Blocks)
	for i := range blocks {
		b := &blocks[i]
		b.Number = r.numbers.Blocks[i]
		if len(b.Spans) == 0 {
			continue
		}
		r.role = b.Role
		b.Parts = slices.Clone(b.Parts)
		var spans []Span
		for part := range b.Parts {
			var own []Span
			b.Parts[part], own = r.resolve(b.Parts[part], b.SpansOf(part))
			spans = append(spans, own...)
		}
		b.Spans = spans
	}
	return blocks, r.faults
}

type resolver struct {
	numbers Numbers
	role    Role
	faults  []Fault
}

// resolve puts numbers into a text; the spans that are left move with its runes. A
// number stays on the line of the word before it.
func (r *resolver) resolve(text string, spans []Span) (string, []Span) {
	var left []Span
	moved := 0
	for _, s := range spans {
		s.From, s.To = s.From+moved, s.To+moved
		if !s.isRef() {
			s.Text, s.Spans = r.resolve(s.Text, s.Spans)
			left = append(left, s)
			continue
		}
		number := r.find(s)
		at := byteOf(text, s.From)
		before := text[:at]
		if bare, ok := strings.CutSuffix(before, " "); ok {
			before = bare + "\u00a0"
		}
		text = before + number + text[at:]
		moved += utf8.RuneCountInString(number)
	}
	return text, left
}

// byteOf is where a rune begins.
func byteOf(text string, rune int) int {
	at := 0
	for ; rune > 0 && at < len(text); rune-- {
		_, width := utf8.DecodeRuneInString(text[at:])
		at += width
	}
	return at
}

// find is the number that a reference asks for.
func (r *resolver) find(ref Span) string {
	of := r.numbers.Named[ref.Kind]
	number, known := of[ref.Text]
	if number != "" {
		return number
	}
	hint := "таких имён в бумаге нет"
	if names := r.numbers.names(ref.Kind); len(names) > 0 {
		hint = "бывают: " + strings.Join(names, ", ")
	}
	if known {
		why := map[SpanKind]string{RefTable: "у таблицы нет названия, поэтому она не нумеруется",
			RefFigure:  "у рисунка нет названия, поэтому он не нумеруется",
			RefHeading: "заголовок без номера: номер даёт точка, «#heading 1. Текст»"}
		hint = why[ref.Kind] + "; " + hint
	}
	mark := fmt.Sprintf("{%s:%s}", ref.Kind, ref.Text)
	r.faults = append(r.faults, Fault{Line: ref.Line, Role: string(r.role), Text: "ссылка " + mark + " ни на что не указывает", Hint: hint, Near: mark})
	return ""
}

// names are the names of a kind that have a number, in order of the letters.
func (n Numbers) names(kind SpanKind) []string {
	var names []string
	for name, number := range n.Named[kind] {
		if number != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
