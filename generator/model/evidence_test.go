package model

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"doklad/generator/russian"
)

// What is written as the day of a document and is none is found; days of what the document
// tells of, numbers and names are none of it.
func TestNoDay(t *testing.T) {
	for words, want := range map[string]string{
		"приказ от 32.12.2022 № 1":          "32.12.2022",
		"приказ 31.02.2022 № 1":             "31.02.2022",
		"письмо от 2022-13-01 № 1":          "2022-13-01",
		"приказ от 30 февраля 2022 г. № 1":  "от 30 февраля 2022",
		"приказ от 25.11.22 № 1":            "от 25.11.22",
		"приказ от 31.12.2022 № 1":          "",
		"приказ № 32.12.2022":               "",
		"приказ № 1 «Об итогах 32.12.2022»": "",
		"справка за 01.12.2022":             "",
		"справка от 5 педагогов 2022 года":  "",
		"https://example.ru/32.12.2022":     "",
		"версия 1.32.12.2022":               "",
		"":                                  "",
	} {
		if got := NoDay(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestParseEvidence(t *testing.T) {
	day := Date{2021, time.August, 30}
	order := Evidence{Kind: "приказ", Date: day, Number: "45", Title: "Об утверждении критериев"}
	for words, want := range map[string]Evidence{
		"приказ от 30.08.2021 № 45 «Об утверждении критериев»":                order,
		"приказ от 30 августа 2021 г. №45 «Об утверждении критериев»":         order,
		"приказ №\u00a045 от\u00a030.08.2021г. \"Об утверждении критериев\"":  order,
		"«Об утверждении критериев», приказ, № 45 от 30.08.2021":              order,
		"№ 45, 30.08.2021, приказ «Об утверждении критериев»":                 order,
		"приказ от 2021-08-30 N 45 Об утверждении критериев":                  order,
		"приказ (от «30» августа 2021 года, № 45) «Об утверждении критериев»": order,
		"приказ от 30.08.2021 No. 45 об изменении приказа № 12":               {Kind: "приказ", Date: day, Number: "45", Title: "об изменении приказа № 12"},
		"приказ от 30.08.2021 № 26-01-06-697 «О «дорожной карте» (№ 7)»":      {Kind: "приказ", Date: day, Number: "26-01-06-697", Title: "О «дорожной карте» (№ 7)"},
		"приказ Управления образования от 30.08.2021 № 45/1-од":               {Kind: "приказ Управления образования", Date: day, Number: "45/1-од"},
		"Акт № б/н от 30.08.2021": {Kind: "Акт", Date: day, Number: "б/н"},
		"справка":                 {Kind: "справка"},
		"Итоговый отчёт":          {Kind: "Итоговый отчёт"},
		"№ 45":                    {Number: "45"},
		"от 30.08.2021":           {Date: day},
		"Критерии утверждены советом":                        {Title: "Критерии утверждены советом"},
		"справка за 30.08.2021":                              {Title: "справка за 30.08.2021"},
		"справка о мониторинге 01.08.2021–30.08.2021":        {Title: "справка о мониторинге 01.08.2021–30.08.2021"},
		"акт от 30.02.2021 № 1":                              {Kind: "акт от 30.02.2021", Number: "1"},
		"https://okhansk.ru/doc?id=5, протокол":              {Kind: "протокол", Link: "https://okhansk.ru/doc?id=5"},
		"приказ № 45 https://a.ru/1. https://b.ru":           {Kind: "приказ", Number: "45", Link: "https://a.ru/1", Title: ". https://b.ru"},
		"progress/справка за 2021 год.pdf":                   {File: "progress/справка за 2021 год.pdf"},
		`progress\spravka.PDF`:                               {File: `progress\spravka.PDF`},
		"справка.docx":                                       {File: "справка.docx"},
		"акт приёма/передачи от 30.08.2021 progress/akt.pdf": {Kind: "акт приёма/передачи", Date: day, File: "progress/akt.pdf"},
		"приказ от 30.08.2021 № 45 «Об утверждении критериев» https://a.ru/45.pdf": {Kind: "приказ", Date: day, Number: "45", Title: "Об утверждении критериев", Link: "https://a.ru/45.pdf"},
		"«А» и «Б»":               {Title: "«А» и «Б»"},
		"положение «О ШМО»":       {Kind: "положение", Title: "О ШМО"},
		"школа «Росток»":          {Title: "школа «Росток»"},
		"незакрытая «кавычка № 5": {Kind: "незакрытая «кавычка", Number: "5"},
		"PLAN 5 и ООО":            {Title: "PLAN 5 и ООО"},
		"«»":                      {Title: "«»"},
		" ":                       {},
	} {
		if got := ParseEvidence(words); got != want {
			t.Errorf("%s:\ngot  %+v\nwant %+v", words, got, want)
		}
	}
}

// What a paper prints of a document is read as the same document.
func TestEvidenceReadsItsOwnWords(t *testing.T) {
	for _, words := range []string{"приказ от 30.08.2021 № 45 «Об утверждении критериев»", "справка от 01.02.2022", "протокол № 3 «О ШМО»"} {
		if got := ParseEvidence(words).String(); got != words {
			t.Errorf("%s became %s", words, got)
		}
	}
}

// taken are words that the parts of a document stand for by themselves.
var taken = []string{"от", "г", "год", "года", "n", "no"}

var runs = regexp.MustCompile(`\p{Cyrillic}+|[a-z]+|[0-9]+`)

// FuzzParseEvidence: no word is lost.
func FuzzParseEvidence(f *testing.F) {
	f.Add("приказ от 30 августа 2021 г. № 45 «Об утверждении» https://a.ru/1 progress/a b.pdf")
	f.Add("«25» июня 2021 г. № 1, \"а\" «б «в» г» № 2 N 3 2021-08-30 x.pdf, y.doc")
	f.Add("от от 01.01.2021. «№ 5» (№ 6) http://а\u00a0б «")
	f.Fuzz(func(t *testing.T, words string) {
		words = strings.ToValidUTF8(words, "я") // what else comes is refused where it is read
		e := ParseEvidence(words)
		d := e.Date
		kept := []string{e.Kind, e.Number, e.Title, e.Link, e.File, d.String()}
		if !d.IsZero() {
			kept = append(kept, d.Time().Format(time.DateOnly), d.Time().Format("2.1.2006"), d.Time().Format("2.01.2006"), d.Time().Format("02.1.2006"), russian.MonthName(d.Month, russian.Genitive))
		}
		all := strings.ToLower(strings.Join(kept, " "))
		for _, w := range runs.FindAllString(strings.ToLower(words), -1) {
			if !strings.Contains(all, w) && !slices.Contains(taken, w) {
				t.Errorf("%q lost %q: %+v", words, w, e)
			}
		}
	})
}
