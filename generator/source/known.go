package source

import (
	"cmp"
	"slices"
	"strings"

	"doklad/generator/russian"
)

// hintOfKnown offers the words that there are, and the one that was meant.
func hintOfKnown(word string, known []string) string {
	hint := "бывают: " + strings.Join(known, ", ")
	if near, found := russian.Nearest(word, known); found {
		hint = "может быть, «" + near + "»? " + hint
	}
	return hint
}

// byNearness are the words that there are, the ones most like the word first.
func byNearness(word string, known []string) []string {
	return slices.SortedStableFunc(slices.Values(known), func(a, b string) int {
		return cmp.Compare(russian.Slips(word, a), russian.Slips(word, b))
	})
}
