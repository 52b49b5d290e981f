package generator

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doklad/templates"
)

// anOrder is what a template of these tests may print.
var anOrder = orderView{Letterhead: []string{"Отдел"}, Kind: "ПРИКАЗ", Date: "25.06.2021", Number: "109", Title: "О проверке",
	Preamble: []string{"В целях проверки", "и ради неё"}, Clauses: []clauseView{{"1.", "Создать группу."}},
	Annexes: []annexView{{Orientation: "portrait", Title: []string{"Состав"}}}}

// Every family of faults is provoked by a template, and told in Russian: what is
// wrong, and what to do.
func TestTemplateWords(t *testing.T) {
	for _, test := range []struct{ template, text, hint string }{
		// What is opened is not closed, what is no sign of a template.
		{"{{.Kind}} {{/* а", "не закрыто пояснение", "*/}}"},
		{"{{/* а */ б}}", "после пояснения стоит лишнее", "сразу за */"},
		{"{{if .Kind}}{{.Kind}}", "не закрыто {{…}}", "свой {{end}}"},
		{"{{.Kind (.Title}}", "не закрыта скобка (", "добавьте )"},
		{"{{.Kind )}}", "лишняя скобка )", "уберите"},
		{"{{.Kind \"а}}", "не закрыты кавычки", "кавычку перед }}"},
		{"{{.Kind `а}}", "не закрыты кавычки", "кавычку перед }}"},
		{"{{.Kind 'а}}", "апостроф", "прямые кавычки"},
		{"{{.Kind 'аб'}}", "апостроф", "прямые кавычки"},
		{`{{.Kind "\п"}}`, `знак после \`, "уберите"},
		{"{{.Kind 12a}}", "непонятное число «12a»", "с точки"},
		{"{{.Kind 0x}}", "непонятное число «0x»", "с точки"},
		{"{{.Kind 99999999999999999999}}", "слишком большое число 99999999999999999999", "кавычки"},
		{"{{9999999999999999999}}", "слишком большое число 9999999999999999999", "кавычки"},
		{"{{$ :а}}", "после : нет знака =", "{{$x := .Title}}"},
		{"{{.Kind “а”}}", "непонятный знак «“»", "слова данных с точкой"},
		{"{{.Kind\u00a0}}", "невидимый знак U+00A0", "напишите заново"},

		// Words out of place.
		{"{{else}}", "лишнее {{else}}", "{{if}}, {{range}}, {{with}}"},
		{"{{if .Kind}}{{else}}{{else}}{{end}}", "два {{else}}", "второе {{else}}"},
		{"{{template}}", "после «template» нет имени", "в прямых кавычках"},
		{"{{define x}}{{end}}", "после «define» нет имени", "в прямых кавычках"},
		{"{{end x}}", "лишнее «x»", "стоят одни"},
		{"{{.Kind..}}", "лишняя точка", "слово"},
		{"{{if end}}", "«end» стоит не на месте", "свои скобки"},
		{"{{.Kind!}}", "непонятный знак «!»", "слова данных с точкой"},
		{`{{"а".Kind}}`, "точка после того", "уберите точку"},
		{"{{if}}{{end}}", "после «if» ничего не стоит", "{{if .Preparer}}"},
		{`{{block "x"}}{{end}}`, "после имени в «block»", `{{block "имя" .}}`},
		{"{{}}", "пустые скобки", "слово данных"},
		{"{{range $a, 5}}{{end}}", "имён больше", "{{range $номер, $текст := .Preamble}}"},
		{"{{$a, $b := .Preamble}}", "имён больше", "{{$x := .Title}}"},
		{"{{range $a, $b := 5}}{{end}}", "имён больше", "{{$x := .Title}}"},
		{"{{.Kind | 5}}", "после знака | стоит не действие", "| parts}}"},
		{"{{Kind}}", "нет такого действия: «Kind»", "{{.Kind}}"},
		{"{{$x}}", "нет такого имени: «$x»", "{{$x := .Title}}"},
		{"{{$x = .Kind}}", "нет такого имени: «$x»", "{{$x := .Title}}"},
		{"{{break}}", "{{break}} стоит вне {{range}}", "уберите"},
		{"{{" + strings.Repeat("(", 20000) + "}}", "слишком много скобок", "слова данных"},
		{`{{define "x"}}а{{end}}{{define "x"}}б{{end}}`, "«x» описан дважды", `{{define "x"}}`},

		// Words that the data does not have, and values of a wrong sort.
		{"{{.Kidn}}", "нет такого слова данных: «.Kidn»", "проверьте"},
		{"{{range .Preamble}}{{.Kind}}{{end}}", "здесь нет слова «.Kind»", "{{$.Kind}}"},
		{"{{.Clauses.Text}}", "у списка нет слова «.Text»", "{{range …}}{{.Text}}{{end}}"},
		{"{{.Certified.Kept}}", "«.Kept» здесь нет", "{{with …}}"},
		{`{{template "x" .}}`, "нет вложенного шаблона «x»", `{{define "x"}}`},
		{`{{define "x"}}{{template "x"}}{{end}}{{template "x"}}`, "вставляет сам себя", "уберите"},
		{"{{range .Kind}}{{end}}", "{{range}} стоит при слове", "без {{range}}"},
		{"{{.Kind .Title}}", "в одних скобках два слова", "по одному"},
		{`{{"а" "б"}}`, "в одних скобках два слова", "по одному"},
		{"{{nil}}", "ничего не печатает", "слова данных"},
		{"{{parts}}", "после «parts» стоит слов: 0, а нужно: 1", "сравните"},
		{"{{parts .Kind}}", "нужен список", "Letterhead"},
		{`{{parts "а"}}`, "нужен список", "Letterhead"},
		{"{{printf .Preamble}}", "нужен текст", "{{parts"},
		{"{{.Preamble}}", "это не слово, а список", "{{range .Preamble}}{{.}}{{end}}"},
		{"{{.}}", "это не слово, а список", "{{.Certified.Post}}"},

		// What the actions say for themselves.
		{"{{index .Preamble 7}}", "нет такого места", "с нуля"},
		{"{{slice .Kind 5 2}}", "нет такого места", "с нуля"},
		{`{{index .Kind "а"}}`, "«index» нужны список и номер", "с нуля"},
		{"{{len 5}}", "«len» считает только", "сравните"},
		{"{{eq .Kind}}", "сравнивать не с чем", "{{if eq"},
		{`{{eq 1 "а"}}`, "сравнить нельзя", "{{if eq"},
		{"{{call .Kind}}", "действие «call» здесь не годится", "сравните"},
	} {
		_, problems := templateText{file: "order.tmpl", text: "Первая строка\n" + test.template}.compose(anOrder)
		if len(problems) != 1 {
			t.Errorf("%.60s: %d problems", test.template, len(problems))
			continue
		}
		p := problems[0]
		if !strings.Contains(p.Text, test.text) || !strings.Contains(p.Hint, test.hint) || p.Line != 2 || inEnglish(p.Text, p.Hint) {
			t.Errorf("%.60s: %s", test.template, p)
		}
	}
}

// A template that would print without end is stopped.
func TestTemplateWithoutEnd(t *testing.T) {
	_, problems := templateText{file: "order.tmpl", text: "{{range 1000000000}}строка {{end}}"}.compose(anOrder)
	if len(problems) != 1 || !strings.Contains(problems[0].Text, "печатает слишком много") || !strings.Contains(problems[0].Hint, "{{range}}") {
		t.Errorf("%v", problems)
	}
}

// What text/template may say tomorrow is said in general words, at its line.
func TestUnknownTemplateFault(t *testing.T) {
	text, hint := sayTemplateFault("something new went wrong")
	if text != "эта строка шаблона не понята" || !strings.Contains(hint, "сравните эту строку") {
		t.Errorf("%s, %s", text, hint)
	}
}

// inEnglish reports whether two English words stand side by side outside of what is
// quoted from a template or is to be written in it.
func inEnglish(texts ...string) bool {
	quoted := regexp.MustCompile(`«[^»]*»|\{\{.*?\}\}`)
	sentence := regexp.MustCompile(`[A-Za-z']{2,} [A-Za-z']{2,}`)
	return slices.ContainsFunc(texts, func(text string) bool {
		return sentence.MatchString(quoted.ReplaceAllString(text, ""))
	})
}

// A template that somebody spoilt is never answered in English, nor without a cure.
func TestSpoiltTemplatesInRussian(t *testing.T) {
	program, err := templates.FS.ReadFile("order.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	pieces := []string{"{{", "}}", "{{end}}", "{{else}}", "{{range .Title}}", "{{if .}}", "{{with 5}}", "(", ")", "|", " | parts", ".", "$", "$x := ", "\"",
		"'", "`", "nil", "true", "0x", "12", "parts ", "index . 3", "len ", "eq ", "call ", "printf ", "{{template \"x\"}}", "{{define \"x\"}}", "{{break}}", "/*", "*/", "\u00a0", "«", "!"}
	random := rand.New(rand.NewPCG(1, 2))
	faulty := 0
	for range 3000 {
		text := string(program)
		for range 1 + random.IntN(3) {
			at := random.IntN(len(text))
			if next := strings.Index(text[at:], "{{"); next >= 0 { // most other places are plain words
				at = min(at+next+random.IntN(12), len(text))
			}
			lost := min(random.IntN(4), len(text)-at)
			text = text[:at] + pieces[random.IntN(len(pieces))] + text[at+lost:]
		}
		text = strings.ToValidUTF8(text, "")
		_, problems := templateText{file: "order.tmpl", text: text}.compose(anOrder)
		for _, p := range problems {
			faulty++
			if inEnglish(p.Text, p.Hint) || p.Hint == "" || p.Line == 0 {
				t.Errorf("%s", p)
			}
		}
	}
	if faulty < 1000 {
		t.Errorf("only %d faults", faulty)
	}
}
