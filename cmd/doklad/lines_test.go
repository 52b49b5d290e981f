package main

import (
	"slices"
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	for _, test := range []struct {
		words string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"  сбор\n  данных ", 20, []string{"сбор данных"}},
		{"сбор данных", 11, []string{"сбор данных"}},
		{"сбор данных", 10, []string{"сбор", "данных"}},
		{"Август-сентябрь", 10, []string{"Август-", "сентябрь"}},
		{"семинарах,/вебинарах/,совещаниях", 12, []string{"семинарах,/", "вебинарах/,", "совещаниях"}},
		{"в семинарах, /вебинарах/", 14, []string{"в семинарах,", "/вебинарах/"}},
		{"на 10\u00a0дней", 8, []string{"на", "10\u00a0дней"}},
		{"а необходимости", 6, []string{"а", "необхо", "димост", "и"}},
		{"中中中", 3, []string{"中", "中", "中"}},                       // letters of two columns
		{"и\u0306оркии\u0306", 6, []string{"и\u0306оркии\u0306"}}, // «й» of two characters
	} {
		if got := lines(test.words, test.width); !slices.Equal(got, test.want) {
			t.Errorf("%q in %d: %q, want %q", test.words, test.width, got, test.want)
		}
	}
}

func TestCutLines(t *testing.T) {
	for _, test := range []struct {
		words string
		most  int
		want  []string
	}{
		{"сбор данных", 2, []string{"сбор", "данных"}},
		{"сбор данных о школах", 2, []string{"сбор", "данных…"}}, // «данных о» is eight already,
		{"отчёт, сбор", 1, []string{"отчёт…"}},
		{"сбор обо всём", 1, []string{"сбор…"}},
		{"неделимое слово", 1, []string{"неделим…"}},
	} {
		if got := cutLines(lines(test.words, 8), test.most, 8); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.words, got, test.want)
		}
	}
}

// Nothing but spaces is lost, and no line is too wide.
func FuzzLines(f *testing.F) {
	f.Add("Участие в семинарах,/вебинарах/, совещаниях", 7)
	f.Add(" – / - ,", 2)
	f.Fuzz(func(t *testing.T, words string, width int) {
		if width < 2 || width > 300 || strings.ContainsAny(words, "\x1b\x00") || words != strings.ToValidUTF8(words, "") {
			return
		}
		all := lines(words, width)
		for _, line := range all {
			if wide(line) > width {
				t.Errorf("%q in %d: %q", words, width, line)
			}
		}
		bare := func(s string) string { return strings.Join(strings.FieldsFunc(s, isBreak), "") }
		if got := bare(strings.Join(all, "")); got != bare(words) {
			t.Errorf("%q in %d: %q", words, width, all)
		}
	})
}
