package chart

import (
	"math"
	"slices"
	"strings"

	"doklad/generator/russian"
	"doklad/generator/typeset"
)

// plain is a name with single spaces, those that bind made unbreakable.
func plain(name string) string {
	return russian.NoBreak(strings.Join(strings.Fields(name), " "))
}

// wrap sets a name in at most so many lines; whole: no word was divided for it.
func (b *board) wrap(name string, size, width float64, most int) (lines []string, fits, whole bool) {
	whole = true
	for _, set := range typeset.Break(name, typeset.Setting{Face: b.fonts.Regular, Size: size, Width: width / pt, Manner: typeset.Balanced}) {
		lines = append(lines, set.Text)
		whole = whole && !set.Hyphen && !set.Cut
	}
	return lines, len(lines) <= most, whole
}

// shorten wraps a name, and leaves words out in one place until it fits: those that
// most of its fellows share, for schools must not become the same, and else those in
// the middle. Of a single word the end is left out.
func (b *board) shorten(name string, size, width float64, most int, fellows shared) []string {
	words := strings.Split(name, " ")
	for out := range len(words) {
		short := name
		if out > 0 {
			from := fellows.leastLoss(words, out)
			short = strings.Join(words[:from], " ") + "…"
			if tail := words[from+out:]; len(tail) > 0 {
				short += " " + strings.Join(tail, " ")
			}
		}
		if lines, fits, whole := b.wrap(short, size, width, most); fits && (whole || out == len(words)-1 && most > 1) {
			return lines
		}
	}
	letters := []rune(words[0])
	for len(letters) > 1 && b.wide(string(letters)+"…", size) > width {
		letters = letters[:len(letters)-1]
	}
	return []string{string(letters) + "…"}
}

// shared counts in how many names a word stands.
type shared map[string]int

func sharedWords(names []string) shared {
	s := shared{}
	for _, name := range names {
		words := strings.Split(name, " ")
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			s[word]++
		}
	}
	return s
}

// leastLoss is where so many words in a row begin that say least: a word says the
// less, the more names have it. Of equals it is the row nearest the middle.
func (s shared) leastLoss(words []string, out int) (from int) {
	best, far := math.Inf(1), 0
	for i := len(words) - out; i >= 0; i-- {
		loss := 0.0
		for _, word := range words[i : i+out] {
			loss += 1 / float64(max(1, s[word]))
		}
		aside := 2*i + out - len(words)
		if aside = max(aside, -aside); loss < best-tiny || loss < best+tiny && aside < far {
			from, best, far = i, loss, aside
		}
	}
	return from
}
