package pdf

import (
	"cmp"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
)

// SetLine is a justified line with the width of its spaces.
type SetLine struct {
	Page  int
	Share float64 // of the normal width of a space
	Text  string
}

// WorstLines lays a document out and gives the lines with the widest spaces and
// those with the narrowest, at most so many of each, the worst first.
func WorstLines(d *doc.Document, o Options, most int) (widest, narrowest []SetLine, problems diag.List) {
	o = o.withDefaults()
	problems = newComposer(d, o).run(func(page Page) {
		for _, t := range page.Texts {
			if t.Space == 0 || !strings.ContainsAny(t.Text, spaces) {
				continue
			}
			share := 1 + t.Space/o.Fonts.Face(t.Bold).Width(" ", t.Size)
			line := SetLine{Page: page.Number, Share: share, Text: strings.ReplaceAll(t.Text, "\u00a0", " ")}
			if share > 1 {
				widest = append(widest, line)
			} else {
				narrowest = append(narrowest, line)
			}
		}
	})
	byShare := func(a, b SetLine) int { return cmp.Compare(a.Share, b.Share) }
	slices.SortStableFunc(narrowest, byShare)
	slices.SortStableFunc(widest, func(a, b SetLine) int { return byShare(b, a) })
	return widest[:min(most, len(widest))], narrowest[:min(most, len(narrowest))], problems
}
