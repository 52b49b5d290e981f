package russian

import (
	"slices"
	"strings"
	"testing"
)

// hyphenated shows where a word may be divided.
func hyphenated(word string) string {
	letters := []rune(word)
	for _, at := range slices.Backward(Hyphens(word)) {
		letters = slices.Insert(letters, at, '-')
	}
	return string(letters)
}

func TestHyphens(t *testing.T) {
	for _, want := range []string{
		"об-ра-зо-ва-ния", "осу-ществ-лять", "ко-ор-ди-на-цию", "де-я-тель-но-сти", "от-вет-ствен-ных",
		"ре-а-ли-за-ции", "ме-ро-при-я-тий", "учре-жде-ни-я-ми", "под-го-тов-ки", "объ-ек-тив-ность", "подъ-езд",
	} {
		if got := hyphenated(strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for _, whole := range []string{"", "я", "да", "год", "Министерства", "РСОКО", "ВПР", "2021", "план-график", "school", "a", "Шилова"} {
		if at := Hyphens(whole); at != nil {
			t.Errorf("%s is divided: %s", whole, hyphenated(whole))
		}
	}
	if got := hyphenated("учёба"); got != "учё-ба" {
		t.Errorf("ё: %s", got)
	}
}

// The words that the authors of the patterns give with their hyphens all come
// out so.
func TestHyphensOfReferenceWords(t *testing.T) {
	count := 0
	for want := range strings.FieldsSeq(hyphenWords) {
		count++
		if got := hyphenated(strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if count < 180 {
		t.Errorf("only %d reference words", count)
	}
}

func TestHyphenParts(t *testing.T) {
	for text, want := range map[string]string{
		"(образования,": "(об-ра-зо-ва-ния,", "«развития»": "«раз-ви-тия»", "№": "№", "26-01": "26-01", "г.": "г.",
	} {
		got := text
		for _, at := range slices.Backward(HyphenParts(text)) {
			got = got[:at] + "-" + got[at:]
		}
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func FuzzHyphenParts(f *testing.F) {
	f.Add("(образования,")
	f.Add("ёжик")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, at := range HyphenParts(text) {
			if at <= last || at >= len(text) {
				t.Fatalf("%q at %d", text, at)
			}
			last = at
		}
	})
}
