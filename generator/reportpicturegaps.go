package generator

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/doc"
)

// gapReasons say why there is no number, by the word in its cell.
var gapReasons = map[string]string{wordMissing: "нет данных", wordNotApplicable: "не применимо"}

const otherGap = "значения нет"

// gaps are the names without numbers, by the reason.
func (p picture) gaps() map[string][]string {
	gaps := map[string][]string{}
	add := func(c doc.Cell, name string) {
		why, known := gapReasons[c.Text]
		if !known {
			why = otherGap
		}
		gaps[why] = append(gaps[why], name)
	}
	for _, r := range p.Rows {
		for n, c := range r.Cells {
			switch {
			case !math.IsNaN(p.number(c)):
			case len(r.Cells) == 1:
				add(c, r.Name)
			default:
				add(c, fmt.Sprintf("%s (%s)", r.Name, p.Series[n]))
			}
		}
	}
	return gaps
}

// allGaps names everything without a number: «нет данных: Школа № 3; не применимо: Школа
// № 5»; empty where nothing is missing.
func (p picture) allGaps() string {
	var said []string
	gaps := p.gaps()
	for _, why := range slices.Sorted(maps.Keys(gaps)) {
		said = append(said, why+": "+strings.Join(gaps[why], ", "))
	}
	return strings.Join(said, "; ")
}

// shortGaps are those that the drawing leaves out, for the caption: by their names where
// these are short, else by their number: «нет данных: 5 из 45».
func (p picture) shortGaps() string {
	const mostLetters = 100
	_, others := p.drawn()
	if len(others) == 0 {
		return ""
	}
	if all := p.allGaps(); utf8.RuneCountInString(all) <= mostLetters {
		return all
	}
	why := "без чисел"
	if gaps := p.gaps(); len(gaps) == 1 {
		why = slices.Collect(maps.Keys(gaps))[0]
	}
	return fmt.Sprintf("%s: %d из %d", why, len(others), len(p.Rows))
}
