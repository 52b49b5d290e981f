package russian

import (
	"strings"
	"unicode/utf8"
)

// farthest is how many slips of the pen still leave a word guessable.
const farthest = 3

// Nearest finds the known word for «может быть, …?»: the fewest letters added, lost,
// changed or swapped with the next, letter case aside; at most a third of the word
// and at most three. Of equally near words the first is taken.
func Nearest(word string, known []string) (string, bool) {
	letters := []rune(strings.ToLower(word))
	least := mostSlips(len(letters)) + 1
	nearest, found := "", false
	for _, candidate := range known {
		d := distance(letters, []rune(strings.ToLower(candidate)))
		if d < least {
			nearest, found, least = candidate, true, d
		}
	}
	return nearest, found
}

// Slips is how many letters are added, lost, changed or swapped with the next between
// two words of the same case.
func Slips(a, b string) int { return distance([]rune(a), []rune(b)) }

// MostSlips is how many slips leave a word guessable.
func MostSlips(word string) int { return mostSlips(utf8.RuneCountInString(word)) }

// FewSlips is Slips where so few leave the word guessable; it gives up where there are
// more, which is much sooner known.
func FewSlips(word, other string) (slips int, few bool) {
	const tooMany = farthest + 1
	a, b := []rune(word), []rune(other)
	most := mostSlips(len(a))
	if len(b) < len(a)-most || len(b) > len(a)+most {
		return 0, false
	}
	// A row has the places as far from the diagonal as there may be slips.
	type row [2*farthest + 1]int
	var none row
	for k := range none {
		none[k] = tooMany
	}
	beforeLast, last := none, none
	for j := range most + 1 {
		last[most+j] = j
	}
	for i := 1; i <= len(a); i++ {
		next, least := none, tooMany
		for j := max(0, i-most); j <= min(len(b), i+most); j++ {
			k := j - i + most
			d := i
			if j > 0 {
				d = last[k]
				if a[i-1] != b[j-1] {
					d++
				}
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d = min(d, beforeLast[k]+1)
				}
				if k > 0 {
					d = min(d, next[k-1]+1)
				}
			}
			if k < 2*most {
				d = min(d, last[k+1]+1)
			}
			next[k] = d
			least = min(least, d)
		}
		if least > most {
			return 0, false
		}
		beforeLast, last = last, next
	}
	slips = last[len(b)-len(a)+most]
	return slips, slips <= most
}

func mostSlips(letters int) int { return min(farthest, letters/3) }

// distance is that of Damerau and Levenshtein where no letter is touched twice.
func distance(a, b []rune) int {
	beforeLast, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			changed := last[j]
			if a[i] != b[j] {
				changed++
			}
			row[j+1] = min(changed, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], beforeLast[j-1]+1)
			}
		}
		beforeLast, last = last, row
	}
	return last[len(b)]
}
