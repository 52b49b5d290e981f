package typeset

import "strings"

// superiors are the raised figures that marks of notes are made of.
const superiors = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// A font without raised figures shows its ordinary ones, smaller and higher.
const (
	RaisedSize = 0.6
	Rise       = 0.35 // of the baseline, as a share of the size
)

// Superior writes a number in raised figures.
func Superior(number string) string {
	raised := []rune(superiors)
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return raised[r-'0']
	}, number)
}

// lowered is the ordinary figure of a raised one.
func lowered(r rune) (rune, bool) {
	figure := '0'
	for _, raised := range superiors {
		if r == raised {
			return figure, true
		}
		figure++
	}
	return 0, false
}

// Lowered gives the ordinary figures to show instead of raised ones that the font
// lacks; empty where it has them, or where the text is something else.
func (f *Face) Lowered(text string) string {
	var figures strings.Builder
	lacks := false
	for _, r := range text {
		figure, ok := lowered(r)
		if !ok {
			return ""
		}
		figures.WriteRune(figure)
		lacks = lacks || f.share(r) < 0
	}
	if !lacks {
		return ""
	}
	return figures.String()
}
