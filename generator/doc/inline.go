package doc

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands inside a line: {link:https://… | слова}, {note:текст сноски}.
// A note may hold links; nothing else goes into each other. References are in
// refs.go.

// SpanKind is what a part of a line is. Its value is the word of the markup.
type SpanKind string

const (
	Link SpanKind = "link" // words that lead to an address
	Note SpanKind = "note" // «сноска»: its mark stands after a word
)

// Span is a part of the text of a block that is more than text.
type Span struct {
	Kind SpanKind
	Part int // of the block
	// From and To are runes of the visible text. Those of a note are equal: its
	// mark comes behind the rune before.
	From, To int
	Text     string // the address, the text of the note, or the name referred to
	Spans    []Span // links and references in the text of a note
	Line     int    // of a reference, in the markup, from 1
}

// takesSpans reports the roles whose text is running text.
func takesSpans(role Role) bool { return role == Paragraph || role == Clause || role == Item }

const spanHint = `бывают: {link:https://… | слова}, {note:текст сноски} и номера {table:имя}, {figure:имя}, {heading:имя}; саму скобку пишите с косой чертой: \{ \}`

// readParts reads the parts of a block with what stands inside them.
func readParts(b *Block, raw []string) *Fault {
	for i, part := range raw {
		if !strings.ContainsAny(part, "{}") {
			b.Parts = append(b.Parts, trim(unescape(trim(part))))
			continue
		}
		r := inlineReader{raw: trim(part)}
		text, spans := r.text("")
		if r.fault == nil && slices.ContainsFunc(spans, isNoRef) && !takesSpans(b.Role) {
			r.fail(r.first, fmt.Sprintf("в строке «#%s» не бывает ссылок и сносок", b.Role), "они стоят в тексте и в пунктах; перенесите её туда")
		}
		if r.fault != nil {
			r.fault.Role = string(b.Role)
			return r.fault
		}
		b.Parts = append(b.Parts, text)
		for _, s := range spans {
			s.Part = i
			b.Spans = append(b.Spans, s)
		}
	}
	return nil
}

// inlineReader reads a text with braces. After a fault its answers mean nothing.
type inlineReader struct {
	raw   string
	at    int
	first int // where the first span begins
	fault *Fault
}

func (r *inlineReader) fail(from int, text, hint string) {
	if r.fault == nil {
		r.fault = &Fault{Text: text, Hint: hint, Near: r.raw[from:]}
	}
	r.at = len(r.raw)
}

// more reports whether there is a character before any of the ends.
func (r *inlineReader) more(ends string) bool {
	return r.at < len(r.raw) && strings.IndexByte(ends, r.raw[r.at]) < 0
}

// take reads a character, a byte of it, or an escaped one.
func (r *inlineReader) take(out *strings.Builder) {
	c := r.raw[r.at]
	r.at++
	if c == '\\' && r.at < len(r.raw) {
		if c = r.raw[r.at]; c == 'n' {
			c = '\n'
		}
		r.at++
	}
	out.WriteByte(c)
}

// text reads up to the brace that closes a span, or to the end of the part.
func (r *inlineReader) text(inside SpanKind) (string, []Span) {
	var out strings.Builder
	var spans []Span
	for r.at < len(r.raw) {
		switch r.raw[r.at] {
		case '{':
			if len(spans) == 0 && inside == "" {
				r.first = r.at
			}
			if span, ok := r.span(inside, &out); ok {
				spans = append(spans, span)
			}
			continue
		case '}':
			if inside == "" {
				r.fail(r.at, "лишняя скобка }", spanHint)
				continue
			}
			return trimSpans(out.String(), spans)
		}
		r.take(&out)
	}
	return trimSpans(out.String(), spans)
}

// trimSpans drops the spaces around a text, but not those beside a reference; the
// spans in it move with it.
func trimSpans(text string, spans []Span) (string, []Span) {
	if len(spans) == 0 {
		return trim(text), spans
	}
	first, last := byteOf(text, spans[0].From), byteOf(text, spans[len(spans)-1].To)
	text = text[:last] + strings.TrimRight(text[last:], blanks)
	left := first - len(strings.TrimLeft(text[:first], blanks)) // blanks are bytes
	for i := range spans {
		spans[i].From -= left
		spans[i].To -= left
	}
	return text[left:], spans
}

// span reads {word:…}; its visible text goes out.
func (r *inlineReader) span(inside SpanKind, out *strings.Builder) (Span, bool) {
	begin := r.at
	word := r.raw[begin+1:]
	if end := strings.IndexAny(word, ":|{}\\ "); end >= 0 {
		word = word[:end]
	}
	r.at += len("{") + len(word)
	if r.at == len(r.raw) || r.raw[r.at] != ':' {
		r.fail(begin, fmt.Sprintf("после скобки нужно слово с двоеточием, а стоит «{%s»", word), spanHint)
		return Span{}, false
	}
	r.at++
	span := Span{Kind: SpanKind(word)}
	switch {
	case span.isRef() && inside != Link:
		r.ref(begin, &span, out)
	case span.Kind != Link && span.Kind != Note && !span.isRef():
		r.fail(begin, fmt.Sprintf("непонятное слово после скобки: «{%s:»", word), spanHint)
	case inside == Note && span.Kind == Note:
		r.fail(begin, "сноска внутри сноски", "соедините их в одну или поставьте вторую после слова текста")
	case inside == Link:
		r.fail(begin, "в словах ссылки есть ещё одна ссылка или сноска", "закройте первую скобкой }")
	case span.Kind == Note:
		r.note(begin, &span, out)
	default:
		r.link(begin, &span, out)
	}
	return span, r.fault == nil
}

// close reads the brace that ends a span.
func (r *inlineReader) close(begin int) {
	if r.fault == nil && r.at >= len(r.raw) {
		r.fail(begin, "не закрыта скобка {", "добавьте } в конце ссылки или сноски; саму скобку пишите с косой чертой: \\{")
	}
	r.at++
}

// note reads the text of a note. Its mark is bound to the word before it.
func (r *inlineReader) note(begin int, span *Span, out *strings.Builder) {
	span.Text, span.Spans = r.text(Note)
	r.close(begin)
	before := strings.TrimRightFunc(out.String(), func(c rune) bool { return c != '\u00a0' && unicode.IsSpace(c) })
	switch {
	case r.fault != nil:
	case strings.TrimSpace(span.Text) == "":
		r.fail(begin, "пустая сноска", "напишите её текст: {note:текст сноски}")
	case before == "":
		r.fail(begin, "сноска стоит перед всеми словами", "поставьте её после слова, которое она поясняет")
	}
	out.Reset()
	out.WriteString(before)
	span.From = utf8.RuneCountInString(before)
	span.To = span.From
}

// link reads an address and the words that lead to it.
func (r *inlineReader) link(begin int, span *Span, out *strings.Builder) {
	var address strings.Builder
	for r.more("|{}") {
		r.take(&address)
	}
	span.Text = strings.TrimSpace(address.String())
	words := ""
	if r.at < len(r.raw) && r.raw[r.at] == '|' {
		r.at++
		words, _ = r.text(Link)
	} else if r.at < len(r.raw) && r.raw[r.at] == '{' {
		r.fail(begin, "не закрыта скобка {", "добавьте } в конце адреса")
	}
	r.close(begin)
	if words == "" {
		words = strings.TrimPrefix(span.Text, "mailto:")
	}
	if r.fault == nil && !isAddress(span.Text) {
		text := fmt.Sprintf("«%s» не адрес", span.Text)
		if span.Text == "" {
			text = "пустая ссылка: нет адреса"
		}
		r.fail(begin, text, "адрес начинается с https://, http:// или mailto: и пишется без пробелов: {link:https://example.ru | слова}")
	}
	span.From = utf8.RuneCountInString(out.String())
	out.WriteString(words)
	span.To = utf8.RuneCountInString(out.String())
}

// Beside begins the address of a file that lies beside the paper: «./reports/2022.pdf».
const Beside = "./"

func isAddress(text string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:", Beside} {
		if rest, ok := strings.CutPrefix(text, scheme); ok && rest != "" {
			return utf8.ValidString(text) && strings.IndexFunc(text, func(c rune) bool {
				return unicode.IsSpace(c) || unicode.IsControl(c)
			}) < 0
		}
	}
	return false
}

// formatSpans writes a text with its spans as markup.
func formatSpans(text string, spans []Span) string {
	var b strings.Builder
	done, runes := 0, 0
	upTo := func(rune int) string {
		from := done
		for ; runes < rune && done < len(text); runes++ {
			_, width := utf8.DecodeRuneInString(text[done:])
			done += width
		}
		return text[from:done]
	}
	for _, s := range spans {
		b.WriteString(Escape(upTo(s.From)))
		words := upTo(s.To)
		b.WriteString("{" + string(s.Kind) + ":")
		switch {
		case s.isRef():
			b.WriteString(Escape(s.Text))
		case s.Kind == Note:
			b.WriteString(formatSpans(s.Text, s.Spans))
		case words == strings.TrimPrefix(s.Text, "mailto:"):
			b.WriteString(Escape(s.Text))
		default:
			b.WriteString(Escape(s.Text) + " | " + Escape(words))
		}
		b.WriteByte('}')
	}
	b.WriteString(Escape(text[done:]))
	return b.String()
}

// SpansOf are the spans of one part of the block.
func (b Block) SpansOf(part int) []Span {
	var spans []Span
	for _, s := range b.Spans {
		if s.Part == part {
			spans = append(spans, s)
		}
	}
	return spans
}
