package russian

import (
	"strings"
	"testing"
)

// bound writes ~ for an unbreakable space, so that the tables can be read.
func bound(s string) string { return strings.ReplaceAll(s, "\u00a0", "~") }

func TestNoBreak(t *testing.T) {
	for _, want := range []string{
		// signs
		"от 24.06.2021 №~26-01-06-697", "§~5", "№№~1, 2", "приказ N~109", "план N", "№",
		// units
		"2021~г.", "в 2021–2024~гг. и далее", "на 2021~год", "(2021~г.)", "5~%", "87,5~процента", "32~чел.,",
		"1,5~балла", "5~тыс.~руб.", "32~066,50~руб.", "5~руб./чел.", "12~кв.~м", "2021/22~уч.~г. начат",
		"2021, год", "2021 Году", "5~школ",
		// digit groups
		"1~234~567", "32~066~чел.", "−1~400,5", "в 2021 100~школ", "5 0667", "12 34", "12~000%", "12 000,руб",
		// days
		"12~мая 2021~г.", "5–6~апреля", "«25»~июня 2021~г.", "32~мая", "2021 мая", "12~май", "до 1~сентября,",
		// dashes
		"слово~– слово", "слово~— слово", "слово~- слово", "– слово", "5~–~6", "план-график",
		"строка\n– строка",
		"(S19; учреждений~–~7);", "СОШ №~3 (пример)~–~10", "слово~– «5»",
		// what is counted
		"с 5~классом", "в 5–9~классах,", "(12~школ", "6~из~9", "(6~из~9) при", "100~учреждений", "с 5 до 9", "5 и 6", "№~5 утверждён",
		"п.~3 приказа", "ст.~97 кодекса", "1,5 ставки", "от 24.06.2021 приказ", "из 9~школ", "5, школ", "5 Школ", "6 из школы",
		// references
		"п.~2.1", "пп.~2–5", "подп.~1", "ст.~97 Закона", "ч.~6 ст.~97", "п.~2 ч.~6 ст.~97", "Рис.~2", "(табл.~3)",
		"гл.~IV", "разд.~2", "прил.~1", "стр.~5", "п. два",
		"п.~«а» части 2", "п. «Закон»", "XXI~в. начался", "I~полугодие 2022~г.", "(IV~квартал)", "II этап",
		// abbreviations
		"т.~е. план", "Т.~е. план", "и~т.~д.", "и~т.~п.)", "и~т.п.", "в~т.~ч. 5~школ", "и~т.~п. 5~школ", "и~т.~д. Начальник",
		"и.~о. начальника", "и план",
		// places
		"г.~Оханск", "в г.~Оханск", "ул.~Ленина", "2021~г. Текст", "2021–2022~гг. Текст", "г. «Оханск»", "2021/22~уч.~г. Текст",
		"№~2~(г.~Оханск)", "п.~3 д.~Притыка", "кв.~3 с.~Дубровское",
		// initials
		"М.В.~Дурновцева", "М.~В.~Дурновцева", "Шиловой~Ю.С.", "Шиловой~Ю.~С.", "Начальник М.В.~Дурновцева",
		"Шиловой~Ю.С. Контроль", "возложить на Заборских~Д.В.", "Шиловой~Ю.С., Заборских~Д.В.",
		"Шиловой~Ю.С. Заборских~Д.В.", "Мельнику~И.И.~Контроль", "(Ж.-Б.~Мольер)", "начальнику Ю.С.~Шиловой",
		"М.~В.Дурновцева", "М.В.~ДУРНОВЦЕВА", "Дурновцева, М.В. и", "Директор М.В.~Дурновцева", "РФ. Закон", "I. Общие",
		"Ю.С.) Шилова", "Пушкина (М.В.~Дурновцева)", "И.И.~Образцову Ю.С.~Шиловой",
		// nothing to bind, nothing lost
		"", " ", "  ", "а  б", " № ", "№  5", "№\t5", "№\n5", "текст  2021~г.  текст", "\xff №~5 \xff",
	} {
		in := strings.ReplaceAll(want, "~", " ")
		if got := bound(NoBreak(in)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		already := strings.ReplaceAll(want, "~", "\u00a0")
		if got := NoBreak(already); got != already {
			t.Errorf("second time: got %q, want %q", bound(got), want)
		}
	}
}

func TestNoBreakTrailing(t *testing.T) {
	// A sign with nothing after it stays; two spaces are no space between words.
	for _, s := range []string{"№ ", "п. ", "2021  г.", "М.В.  Дурновцева", "слово  –"} {
		if got := NoBreak(s); got != s {
			t.Errorf("%q became %q", s, bound(got))
		}
	}
}

func TestNoBreakTitle(t *testing.T) {
	for _, want := range []string{
		"О~проведении", "план в~2021~году", "план и~отчет", "А~также", "школы с~углублением", "и~в~школе",
		"об итогах", "от 24.06.2021 №~5", "класс «А» и~Б", "план к",
	} {
		if got := bound(NoBreakTitle(strings.ReplaceAll(want, "~", " "))); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzNoBreak(f *testing.F) {
	for _, s := range []string{
		"от 24.06.2021 № 26", "Шиловой Ю. С. , М. В. Дурновцева", "32 066,50 руб.", "и т. д.", "а  б\n", "\xff №\u00a05 ", "\u202f",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, bind := range []func(string) string{NoBreak, NoBreakTitle} {
			got := bind(s)
			if strings.ReplaceAll(got, "\u00a0", " ") != strings.ReplaceAll(s, "\u00a0", " ") {
				t.Errorf("%q became %q", s, got)
			}
			if again := bind(got); again != got {
				t.Errorf("%q became %q, then %q", s, got, again)
			}
		}
	})
}

// The quick look before the bindings hides none of them.
func FuzzMayBind(f *testing.F) {
	for _, s := range []string{"млн руб.", "слово –", "(и т. п.", "Шиловой Ю.С.,", "«В т. ч.", "слово, (М.В.", "пгт Суксун", "„в т.ч."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		walkPhrases(s, func(p phrase, spaces []int) {
			for i := range spaces {
				if mayBind(p[i], p[i+1]) {
					continue
				}
				for n, b := range bindings {
					if b(p, i) {
						t.Errorf("%q: binding %d between %q and %q is not seen", s, n, p[i], p[i+1])
					}
				}
			}
		})
	})
}

func BenchmarkNoBreak(b *testing.B) {
	text := strings.Repeat("Начальнику отдела Шиловой Ю.С. до 12 мая 2021 г. представить отчет по п. 2.1 приказа № 109 – свод. ", 10)
	for b.Loop() {
		NoBreak(text)
	}
}
