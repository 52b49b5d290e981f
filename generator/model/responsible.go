package model

import (
	"strings"
	"unicode/utf8"

	"doklad/generator/russian"
)

// Responsible is one body named in the cell «ответственные».
type Responsible struct {
	Name   string // as written, without a note in brackets after it
	ID     string // of the organization; empty when the directory does not know the name
	Joined bool   // nothing parts it from the name before it: «ИРО ПК Отдел образования»
	Offset int    // where the name begins in the cell, in characters
}

// Roster is the directory's names of organizations («перечень наименований»), ready
// for reading many cells.
type Roster struct {
	ids     map[string]string // folded name → ID
	longest map[string]int    // first word of a folded name → words of the longest such name
}

// Roster folds the names once. Of two bodies with one name the first is taken.
func (d *Directory) Roster() *Roster {
	r := &Roster{ids: map[string]string{}, longest: map[string]int{}}
	for _, o := range d.Bodies() {
		for _, name := range o.Names() {
			folded := russian.Fold(name)
			if _, taken := r.ids[folded]; taken || folded == "" {
				continue
			}
			r.ids[folded] = o.ID
			first, _, _ := strings.Cut(folded, " ")
			r.longest[first] = max(r.longest[first], strings.Count(folded, " ")+1)
		}
	}
	return r
}

// Responsible reads the names of organizations out of one cell («ответственные»).
// Names are parted by commas, semicolons and line breaks; « и » parts them only
// where both sides are known, because it also stands inside names («Министерство
// образования и науки»). Known names in a row with nothing between them are given
// one by one, the later ones Joined. Unknown names are kept.
func (r *Roster) Responsible(words string) []Responsible {
	var all []Responsible
	counted, characters := 0, 0
	for _, part := range nameParts(words) {
		for _, name := range r.names(words, part) {
			characters += utf8.RuneCountInString(words[counted:name.start])
			counted = name.start
			all = append(all, Responsible{
				Name: words[name.start:name.end], ID: name.id, Joined: name.joined, Offset: characters,
			})
		}
	}
	return all
}

// span is a piece of the cell in bytes.
type span struct {
	start, end int
	id         string
	joined     bool
}

// nameParts cuts at the separators that stand outside brackets and quotes.
func nameParts(words string) []span {
	var parts []span
	depth, start := 0, 0
	for i, r := range words {
		switch r {
		case '(', '«':
			depth++
		case ')', '»':
			depth = max(depth-1, 0)
		case '\n':
			depth = 0
		}
		if depth == 0 && strings.ContainsRune(",;\n", r) {
			parts = append(parts, span{start: start, end: i})
			start = i + 1
		}
	}
	return append(parts, span{start: start, end: len(words)})
}

// longestPart, in bytes, keeps a broken cell from costing quadratic time: no list of
// bodies between two commas is that long.
const longestPart = 2000

// names reads one part: a known name, known names in a row, two known names around
// « и », or else the whole part as an unknown name.
func (r *Roster) names(words string, part span) []span {
	part = trimmed(words, part)
	text := words[part.start:part.end]
	if text == "" {
		return nil
	}
	if len(text) > longestPart {
		return []span{part}
	}
	if names := r.run(words, part); names != nil {
		return names
	}
	for from := 0; ; {
		i := strings.Index(text[from:], " и ")
		if i < 0 {
			return []span{part}
		}
		before := span{start: part.start, end: part.start + from + i}
		from += i + len(" и ")
		left := r.run(words, trimmed(words, before))
		if left == nil {
			continue
		}
		right := r.names(words, span{start: part.start + from, end: part.end})
		if len(right) > 0 && right[0].id != "" {
			return append(left, right...)
		}
	}
}

// run reads the whole part as known names one after another, with or without a note
// in brackets at its end; nil if it is not that.
func (r *Roster) run(words string, part span) []span {
	text := words[part.start:part.end]
	names := r.tile(text, wordSpans(text), map[int]bool{}, 0)
	if names == nil {
		text = withoutNote(text)
		names = r.tile(text, wordSpans(text), map[int]bool{}, 0)
	}
	for i := range names {
		names[i].start += part.start
		names[i].end += part.start
		names[i].joined = i > 0
	}
	return names
}

// tile covers the words of text from the given one with known names, the longest
// first: «Отдел образования УМУ» before «Отдел образования». Dead are the words from
// which it is known to be impossible.
func (r *Roster) tile(text string, words []span, dead map[int]bool, from int) []span {
	if from >= len(words) || dead[from] {
		return nil
	}
	start := words[from].start
	first := russian.Fold(text[start:words[from].end])
	for n := min(r.longest[first], len(words)-from); n > 0; n-- {
		end := words[from+n-1].end
		id, known := r.ids[russian.Fold(text[start:end])]
		if !known {
			continue
		}
		name := span{start: start, end: end, id: id}
		if from+n == len(words) {
			return []span{name}
		}
		if rest := r.tile(text, words, dead, from+n); rest != nil {
			return append([]span{name}, rest...)
		}
	}
	dead[from] = true
	return nil
}

const blanks = " \t\u00a0"

func wordSpans(text string) []span {
	var words []span
	start := -1
	for i, r := range text {
		switch blank := strings.ContainsRune(blanks, r); {
		case blank && start >= 0:
			words = append(words, span{start: start, end: i})
			start = -1
		case !blank && start < 0:
			start = i
		}
	}
	if start >= 0 {
		words = append(words, span{start: start, end: len(text)})
	}
	return words
}

// trimmed drops blanks around the part and the full stop after it.
func trimmed(words string, part span) span {
	text := strings.TrimRight(words[part.start:part.end], blanks+".")
	part.end = part.start + len(text)
	part.start += len(text) - len(strings.TrimLeft(text, blanks))
	return part
}

// withoutNote drops «(по согласованию)», which is no part of the name; brackets that
// are part of it were tried before.
func withoutNote(text string) string {
	if i := strings.LastIndexByte(text, '('); i > 0 && strings.HasSuffix(text, ")") {
		return strings.TrimRight(text[:i], blanks)
	}
	return text
}
