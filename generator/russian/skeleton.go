package russian

import (
	"strings"
	"unicode"
)

// Skeleton is what two texts have in common when a person takes them for the same:
// letters and digits in their order, of either case, е for ё, и for й, and all letters
// that look alike on one side, «СOШ» with a Latin O like «СОШ». Spaces, signs and what
// nobody sees are left out. It is for texts typed into forms, which are compared with
// known ones; names are compared by Fold.
func Skeleton(s string) string {
	var b strings.Builder
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		r = unicode.ToLower(r)
		if twin := cyrillicTwin(r); twin != 0 {
			r = twin
		}
		switch r {
		case 'ё':
			r = 'е'
		case 'й':
			r = 'и'
		}
		b.WriteRune(r)
	}
	return b.String()
}
