package russian

import (
	"math/rand/v2"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"дата", "номер", "мероприятие", "ответственные", "срок"}
	for word, want := range map[string]string{
		"номер": "номер", "Номер": "номер", "нмоер": "номер", "номр": "номер", "номеры": "номер",
		"ноемры":      "номер",         // two slips in six letters
		"мроприяте":   "мероприятие",   // two in nine
		"отвествены":  "ответственные", // three in ten
		"отвествны":   "",              // four
		"стр":         "",              // one of three is the border, two are lost
		"сро":         "срок",
		"строк":       "срок",
		"сорк":        "срок",
		"дт":          "", // a third of two letters is none
		"":            "",
		"исполнитель": "",
	} {
		got, ok := Nearest(word, known)
		if got != want || ok != (want != "") {
			t.Errorf("%q → %q, %v, want %q", word, got, ok, want)
		}
	}
	if got, _ := Nearest("кот", []string{"ток1", "кит", "кат"}); got != "кит" {
		t.Errorf("of equals the first: got %s", got)
	}
	if _, ok := Nearest("кот", nil); ok {
		t.Error("found among none")
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "абв", 3}, {"абв", "", 3}, {"абв", "абв", 0}, {"абв", "бав", 1}, {"абв", "аб", 1},
		{"абв", "абг", 1}, {"абвг", "бавгд", 2}, {"ca", "abc", 3}, {"школа", "шкала", 1},
	} {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("%q – %q: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestFewSlipsAreSlips(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		letters := make([]rune, random.IntN(14))
		for i := range letters {
			letters[i] = 'а' + random.Int32N(3)
		}
		return string(letters)
	}
	few := 0
	for range 100_000 {
		a, b := word(), word()
		want := Slips(a, b)
		got, ok := FewSlips(a, b)
		if ok != (want <= MostSlips(a)) || ok && got != want {
			t.Fatalf("%q – %q: %d, %v, want %d of at most %d", a, b, got, ok, want, MostSlips(a))
		}
		if ok {
			few++
		}
	}
	if few < 1000 {
		t.Errorf("only %d pairs are alike", few)
	}
}
