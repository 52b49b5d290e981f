package russian

// NoBreakLinking keeps prepositions and conjunctions of up to three letters with
// the word after them, where a line must not end with one: in headings.
func NoBreakLinking(s string) string {
	return bind(s, func(p phrase, i int) bool {
		word := withoutOpening(p[i])
		return len([]rune(word)) <= 3 && isLinking(word)
	})
}
