package pdf

import (
	"strings"
	"unicode/utf8"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// This file parts the lines that belong to several elements.

// parted has each piece of a line as a line of its own.
func (s *sheet) parted(texts []Text) []Text {
	all := make([]Text, 0, len(texts))
	for _, t := range texts {
		if len(t.Pieces) == 0 {
			all = append(all, t)
			continue
		}
		first, at := len(all), 0
		for _, piece := range t.Pieces {
			all = s.appendPiece(all, t, Piece{From: at, To: piece.From, Of: t.Of})
			all = s.appendPiece(all, t, piece)
			at = piece.To
		}
		all = s.appendPiece(all, t, Piece{From: at, To: len(t.Text), Of: t.Of})
		for i := first; i < len(all); i++ {
			if i > first {
				all[i].Rest = false
			}
			if i < len(all)-1 {
				all[i].Whole, all[i].Joined = "", true
			}
		}
	}
	return all
}

// appendPiece adds a piece of a line at its place.
func (s *sheet) appendPiece(all []Text, t Text, piece Piece) []Text {
	if piece.From == piece.To {
		return all
	}
	part := t
	part.Text, part.Of, part.Pieces = t.Text[piece.From:piece.To], piece.Of, nil
	part.X += s.width(t, t.Text[:piece.From])
	if piece.From > 0 {
		before, _ := utf8.DecodeLastRuneInString(t.Text[:piece.From])
		next, _ := utf8.DecodeRuneInString(part.Text)
		part.X += s.face(t).Kern(before, next) * t.Size
	}
	if in := piece.in; in != nil && in.kind == doc.Link {
		s.link(part, in)
	} else if figures := s.face(t).Lowered(part.Text); figures != "" {
		part.Text, part.Size, part.Y = figures, typeset.RaisedSize*t.Size, t.Y-typeset.Rise*t.Size
	}
	return append(all, part)
}

// width is how wide the beginning of a line is, its spaces stretched.
func (s *sheet) width(t Text, text string) float64 {
	gaps := strings.Count(text, " ") + strings.Count(text, "\u00a0")
	return s.face(t).Width(text, t.Size) + float64(gaps)*t.Space
}

// link lays an annotation over a piece of a line.
func (s *sheet) link(t Text, in *inline) {
	face := s.face(t)
	baseline := s.page.Height - t.Y
	s.links = append(s.links, pdfa.Annotation{
		Of: t.Of, Words: in.words, Address: in.address,
		Left: t.X, Right: t.X + s.width(t, t.Text),
		Bottom: baseline - face.Descent*t.Size, Top: baseline + face.Ascent*t.Size,
	})
}
