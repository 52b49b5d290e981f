package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

var (
	pairStart  = regexp.MustCompile(`^[A-Za-z0-9_.-]+[ \t]*=`)
	number     = regexp.MustCompile(`^[+-]?[0-9][0-9_.]*$`)
	dottedDate = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(г\.?)?$`)
)

func isDottedDate(s string) bool { return dottedDate.MatchString(s) }

func noValue(p *spot) (text, hint string) {
	if p.got() == '[' {
		return listEnd(p)
	}
	return "нет значения после знака =", `впишите значение, пустую строку "" или удалите ключ`
}

func badValue(p *spot) (text, hint string) {
	r := p.got()
	word := p.word()
	switch {
	case p.lineEnd() || r == '#':
		return noValue(p)
	case strings.ContainsRune("«»“”„‘’", r):
		return "строка начинается с типографской кавычки, а не с прямой",
			"возьмите её в прямые кавычки, ёлочки оставьте внутри: " + inQuotes(p.words())
	case strings.EqualFold(word, "true") || strings.EqualFold(word, "да"):
		return "непонятное значение: " + word, "«да» пишется так: true"
	case strings.EqualFold(word, "false") || strings.EqualFold(word, "нет"):
		return "непонятное значение: " + word, "«нет» пишется так: false"
	case unicode.IsLetter(r):
		return "слова без кавычек: " + p.words(), "возьмите слова в кавычки: " + inQuotes(p.words())
	}
	return "непонятное значение: " + word, "слова и номера возьмите в прямые кавычки: \"…\""
}

// words is what was meant as one text: the rest of the line, or up to the next
// comma or bracket inside brackets.
func (p *spot) words() string {
	ends := "#"
	if _, value, ok := strings.Cut(p.before(), "="); !ok || strings.ContainsAny(value, "[{") {
		ends = "#,]}"
	}
	words := p.after()
	if i := strings.IndexAny(words, ends); i > 0 {
		words = words[:i]
	}
	return shortened(words)
}

// inQuotes shows a text as it should be typed.
func inQuotes(s string) string {
	switch {
	case !strings.ContainsAny(s, `"\`):
		return `"` + s + `"`
	case !strings.Contains(s, "'"):
		return "'" + s + "'"
	}
	return `"…"`
}

func listEnd(p *spot) (text, hint string) {
	switch {
	case p.ended():
		return "список не закрыт: нет скобки ]", `закройте скобку: ["…", "…"]`
	case pairStart.MatchString(p.after()):
		return "список не закрыт: дальше начинается другой ключ", "закройте скобку ] перед этим ключом"
	}
	return "между значениями списка нет запятой: «" + p.word() + "»",
		`значения пишите через запятую, в конце скобка: ["…", "…"]; кавычки внутри строки — «ёлочками»`
}

func inlineEnd(p *spot) (text, hint string) {
	if p.ended() {
		return "таблица в фигурных скобках не закрыта", "закройте скобку: { ключ = значение }"
	}
	return "между ключами в фигурных скобках нет запятой: «" + p.word() + "»",
		`пишите через запятую: { ключ = "…", ключ = "…" }`
}

func tooManyQuotes(p *spot) (text, hint string) {
	return "слишком много кавычек подряд", "текст в трёх кавычках кончается тремя кавычками, лишние удалите"
}

const useSlash = `вместо \ пишите / или две черты \\; строку с чертами можно взять в одинарные кавычки: '…'`

func badEscape(p *spot) (text, hint string) {
	r := p.got()
	if before := p.before(); strings.HasSuffix(before, `\`) {
		p.at--
	}
	if r == '\n' {
		return `лишняя обратная черта \ в конце строки`, useSlash
	}
	return fmt.Sprintf(`после обратной черты стоит «%c»: сочетания \%c нет`, r, r), useSlash
}

func spaceEscape(p *spot) (text, hint string) {
	for _, blank := range []string{`\ `, "\\\t"} {
		if i := strings.Index(p.source[p.at:], blank); i >= 0 {
			p.at += i
			break
		}
	}
	return `после обратной черты \ стоит пробел`, useSlash
}

func badCode(p *spot) (text, hint string) {
	if i := strings.LastIndex(p.before(), `\`); i >= 0 {
		p.at += i - len(p.before())
	}
	sample := map[string]string{"two": `\x41`, "four": `\u0410`, "eight": `\U00000410`}[strings.Fields(p.message)[1]]
	return "неполный код знака: " + p.word(),
		"код знака пишется полностью: " + sample + "; если это путь к файлу, " + useSlash
}

func noSuchCode(p *spot) (text, hint string) {
	_, code, _ := strings.Cut(p.message, `\u`)
	code, _, _ = strings.Cut(code, "'")
	for _, escape := range []string{`\u`, `\U`} {
		if i := strings.Index(p.source[p.at:], escape+code); i >= 0 {
			p.at += i
			break
		}
	}
	return "знака с кодом " + code + " нет", "впишите сам знак вместо кода"
}

func badDate(p *spot) (text, hint string) { return badDateOf(p.word()) }

func badDateOf(word string) (text, hint string) {
	if m := dottedDate.FindStringSubmatch(word); m != nil {
		return "дата записана не по образцу: " + word,
			fmt.Sprintf("пишите год, месяц, день: %s-%02s-%02s", m[3], m[2], m[1])
	}
	if len(word) > 0 && strings.Trim(word, "0123456789-:.TZtz+") != "" {
		return "непонятное значение: " + word, "возьмите его в кавычки: " + inQuotes(word)
	}
	return "нет такой даты или времени: " + word,
		"дата пишется 2021-06-25; номер возьмите в кавычки: " + inQuotes(word)
}

func badNumber(p *spot) (text, hint string) {
	word := p.word()
	quote := "номер, с которым не считают, возьмите в кавычки: " + inQuotes(word)
	switch {
	case isDottedDate(word):
		return badDateOf(word)
	case strings.Contains(p.message, "leading zero"):
		return "число начинается с нуля: " + word, "уберите ноль; " + quote
	case strings.Contains(p.message, "underscores") && strings.Contains(word, "_"):
		return "подчёркивание в числе стоит не между цифрами: " + word, "удалите его"
	case strings.Contains(p.message, "must be followed"):
		return "после точки в числе нет цифр: " + word, "уберите точку или допишите цифры"
	}
	return "непонятное число: " + word, "число пишется цифрами с точкой: 97.5; " + quote
}
