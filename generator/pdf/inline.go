package pdf

import (
	"strings"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// inline is a link or the mark of a note in a text that is set. Its pieces may
// stand on several lines, and belong to one element of the structure.
type inline struct {
	kind     doc.SpanKind
	from, to int    // runes of the set text
	address  string // of a link
	words    string // of a link, all of them
	number   int    // of a note
	note     []box  // its lines
	of       pdfa.Elem
}

// running sets the text of a block with what stands inside it, after a lead: the
// number of a point.
func (c *composer) running(lead, text string, spans []doc.Span, s layout.Style) []box {
	text, parts := c.inlines(lead, text, spans)
	return c.paragraph(text, s, parts...)
}

// inlines puts the marks of notes into a text and says where in it, with its lead,
// links and marks stand. Marks that follow each other are parted: «¹,²» is not 12.
func (c *composer) inlines(lead, text string, spans []doc.Span) (string, []*inline) {
	if len(spans) == 0 {
		return lead + text, nil
	}
	source := []rune(text)
	made := []rune(lead)
	parts := make([]*inline, 0, len(spans))
	done := 0
	for i, span := range spans {
		made = append(made, source[done:span.From]...)
		done = span.To
		part := &inline{kind: span.Kind, from: len(made)}
		switch span.Kind {
		case doc.Note:
			if i > 0 && spans[i-1].Kind == doc.Note && spans[i-1].From == span.From {
				made = append(made, ',')
				part.from++
			}
			made = append(made, []rune(c.footnote(part, span))...)
		case doc.Link:
			part.address, part.words = span.Text, string(source[span.From:span.To])
			made = append(made, source[span.From:span.To]...)
		}
		part.to = len(made)
		parts = append(parts, part)
	}
	return string(append(made, source[done:]...)), parts
}

// markInlines finds links and marks on the lines of a text.
func markInlines(boxes []box, lines []typeset.Line, text string, parts []*inline) {
	source := []rune(text)
	for i, line := range lines {
		t := &boxes[i].texts[0]
		for _, part := range parts {
			from, to := line.Part(source, part.from, part.to)
			if from == to {
				continue
			}
			if line.Hyphen && part.to > line.To {
				to = len(line.Text) // its hyphen too
			}
			t.Pieces = append(t.Pieces, Piece{From: from, To: to, in: part})
			if part.kind == doc.Note && part.from >= line.From {
				boxes[i].notes = append(boxes[i].notes, part.note)
			}
		}
	}
}

// wholeWord gives a divided word to the end of the line where it begins, and takes
// it from the line where it goes on; the last line comes first, for a word may go on
// over several. A word that is partly a link is given in pieces: readers are told which
// is which.
func wholeWord(t, next *Text) {
	from, of := t.lastPiece()
	to, goesOn := next.firstPiece()
	t.Whole = strings.TrimSuffix(t.Text[max(from, lastWordAt(t.Text)):], "-")
	if next.Rest = of == goesOn; next.Rest {
		rest := firstWord(next.Text[:to])
		if next.Whole != "" && rest == next.Text {
			rest, next.Whole = next.Whole, ""
		}
		t.Whole += rest
	}
	if t.Whole == "" {
		t.Whole = "\u00ad" // nothing but our hyphen
	}
}

// lastPiece is where the last piece of a line begins, and what it is of.
func (t *Text) lastPiece() (from int, of *inline) {
	if n := len(t.Pieces); n > 0 {
		if last := t.Pieces[n-1]; last.To < len(t.Text) {
			return last.To, nil
		}
		return t.Pieces[n-1].From, t.Pieces[n-1].in
	}
	return 0, nil
}

// firstPiece is where the first piece of a line ends, and what it is of.
func (t *Text) firstPiece() (to int, of *inline) {
	if len(t.Pieces) > 0 {
		if first := t.Pieces[0]; first.From > 0 {
			return first.From, nil
		}
		return t.Pieces[0].To, t.Pieces[0].in
	}
	return len(t.Text), nil
}
