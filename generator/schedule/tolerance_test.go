package schedule

import (
	"strings"
	"testing"
)

// Each change leaves what a term means as it is.
func TestToleranceOfSigns(t *testing.T) {
	for name, change := range map[string]*strings.Replacer{
		"en dash":      strings.NewReplacer("-", "–"),
		"em dash":      strings.NewReplacer("-", "—", "–", "—"),
		"minus":        strings.NewReplacer("-", "−", "–", "−"),
		"hyphen":       strings.NewReplacer("–", "-"),
		"U+2010":       strings.NewReplacer("–", "\u2010", "-", "\u2010"),
		"no-break":     strings.NewReplacer(" ", "\u00a0"),
		"narrow":       strings.NewReplacer(" ", "\u202f"),
		"double":       strings.NewReplacer(" ", "  "),
		"line break":   strings.NewReplacer(" ", "\n"),
		"spaced dash":  strings.NewReplacer("-", " - ", "–", " – "),
		"no г. space":  strings.NewReplacer("0 г.", "0г.", "1 г.", "1г.", "2 г.", "2г.", "3 г.", "3г.", "2 года", "2года", "1 года", "1года"),
		"without г.":   strings.NewReplacer(" г.", ""),
		"года for г.":  strings.NewReplacer(" г.", " года"),
		"г for г.":     strings.NewReplacer(" г.", " г"),
		"ё":            strings.NewReplacer("отчет", "отчёт"),
		"е":            strings.NewReplacer("ё", "е"),
		"Latin с":      strings.NewReplacer("с ", "c ", "С ", "C "),
		"Latin letter": strings.NewReplacer("август", "aвгуст", "квартал", "кваpтал"),
		"soft hyphen":  strings.NewReplacer("ежегод", "ежегод\u00ad", "квар", "квар\u00ad"),
	} {
		for _, w := range wordings {
			same(t, name, w.words, change.Replace(w.words))
		}
	}
	for _, w := range wordings {
		same(t, "capitals", w.words, strings.ToUpper(w.words))
		same(t, "small letters", w.words, strings.ToLower(w.words))
		same(t, "stop", w.words, w.words+".")
	}
}

// same compares what is read; names keep the signs of their author.
func same(t *testing.T, change, words, changed string) {
	t.Helper()
	a, b := Parse(words), Parse(changed)
	a.Event, b.Event, a.Source, b.Source = "", "", "", ""
	if a.Meaning() != b.Meaning() || a.Kind != b.Kind || len(a.Doubts) != len(b.Doubts) {
		t.Errorf("%s: «%s» is %s %v, «%s» is %s %v", change, words, a.Meaning(), a.Doubts, changed, b.Meaning(), b.Doubts)
	}
}

func TestMonthsInAllForms(t *testing.T) {
	for _, list := range []string{
		"август 2022|августа 2022|в августе 2022|Авг. 2022 г.|авг 2022",
		"сентябрь 2022|сентября 2022|сентябре 2022|сент. 2022|сен. 2022",
		"май 2022|мая 2022|в мае 2022", "январь 2022|янв. 2022", "февраль 2022|фев. 2022|февр. 2022",
		"март 2022|мар. 2022|марта 2022", "апрель 2022|апр. 2022", "июнь 2022|июн. 2022", "июль 2022|июл. 2022",
		"октябрь 2022|окт. 2022", "ноябрь 2022|нояб. 2022|ноя. 2022", "декабрь 2022|дек. 2022",
	} {
		forms := strings.Split(list, "|")
		for _, form := range forms {
			same(t, "month", forms[0], form)
			if !Parse(form).IsUnderstood() {
				t.Errorf("«%s» is not understood", form)
			}
		}
	}
}

func TestRomanLookAlikes(t *testing.T) {
	for n, forms := range [][]string{{"I", "І", "l", "1", "1-й", "первый", "Ⅰ"}, {"II", "ІІ", "П", "IІ", "2", "второй", "Ⅱ"},
		{"III", "ІІІ", "Ш", "3-ий", "3", "третий", "Ⅲ"}, {"IV", "ІV", "IУ", "ІУ", "IY", "4", "четвертый", "четвёртый", "Ⅳ"}} {
		want := Parse([]string{"январь – март 2022", "апрель – июнь 2022", "июль – сентябрь 2022", "октябрь – декабрь 2022"}[n]).Meaning()
		for _, form := range forms {
			if got := Parse(form + " квартал 2022 г.").Meaning(); got != want {
				t.Errorf("%s квартал: %s, want %s", form, got, want)
			}
		}
	}
}
