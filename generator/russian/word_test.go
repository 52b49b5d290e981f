package russian

import (
	"slices"
	"testing"
)

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"  МБОУ\u00a0 «Школа  №1» ":      `мбоу "школа № 1"`,
		"МБОУ „Школа № 1“":               `мбоу "школа № 1"`,
		"школа N 1, школа N1, школа Nº1": "школа № 1, школа № 1, школа № 1",
		"План N":            "план n",
		"учёт Ёлки":         "учет елки",
		"MБДOУ":             "мбдоу",  // M and O are Latin
		"CОШ":               "сош",    // C is Latin
		"IT-куб":            "it-куб", // a word is of one alphabet
		"Excel":             "excel",
		"план\u2011график":  "план-график",
		"меро\u00adприятие": "мероприятие",
		"":                  "",
		" \u00a0":           "",
	} {
		if got := Fold(s); got != want {
			t.Errorf("%q → %q, want %q", s, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("МБОУ «Школа №1» N 5 Nº6")
	f.Add("\xff\u212a№ № 1")
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("%q → %q → %q", s, once, twice)
		}
		Stem(s)
		LookAlikes(s)
	})
}

func TestLookAlikes(t *testing.T) {
	for s, want := range map[string][]int{
		"MБДОУ":             {0},    // Latin M
		"в шкoлe":           {4, 6}, // Latin o, e
		"IT-куб, Excel, x":  nil,
		"школа":             nil,
		"":                  nil,
		"«Cад» № 5 и Oтдел": {1, 12},
	} {
		if got := LookAlikes(s); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
