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

// IsSlip reports whether so many slips still leave the word guessable.
func IsSlip(word string, slips int) bool { return slips <= mostSlips(utf8.RuneCountInString(word)) }

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
