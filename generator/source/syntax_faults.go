package source

import (
	"fmt"
	"strings"
)

func say(text, hint string) func(*spot) (string, string) {
	return func(*spot) (string, string) { return text, hint }
}

const oneKeyPerLine = "строка бывает вида: ключ = значение, [таблица] или # пояснение"

// faults translates the messages of github.com/BurntSushi/toml v1.6.0, lex.go
// and parse.go. The first that fits is taken.
var faults = []fault{
	{"expected a top-level item to end", true, extra},

	{"expected end of table array name", true, say(
		"заголовок списка таблиц не закрыт второй скобкой",
		"пишите так: [[имя]]")},
	{"unexpected end of table name", false, say(
		"в заголовке таблицы нет имени",
		"впишите имя между скобками: [имя]")},
	{"unexpected table separator", false, say(
		"в заголовке таблицы лишняя точка",
		"пишите имена через одну точку: [имя.имя]")},
	{"expected '.' or ']' to end table name", true, headingEnd},

	{"unexpected '=': key name appears blank", false, noKey},
	{"unexpected '.': keys cannot start", false, strayDot},
	{"unexpected '.'", false, strayDot},
	{"unexpected '='", false, strayDot},
	{"unexpected EOF; expected key separator", false, noEquals},
	{"expected '.' or '='", true, keyEnd},

	{"floats must start with a digit", true, say(
		"дробное число начинается с точки",
		"допишите ноль: 0.5")},
	{"unexpected EOF; expected value", false, noValue},
	{"expected value but found", false, badValue},
	{"unexpected comma", true, say("лишняя запятая", "удалите её или впишите пропущенное значение")},
	{"expected a comma (',')", true, listEnd},
	{"expected a comma or an inline table", true, inlineEnd},

	{"unexpected EOF; expected", false, say(
		"строка не закрыта: до конца файла нет закрывающей кавычки",
		"закройте кавычку; сколько кавычек открывает текст (одна или три), столько и закрывает")},
	{"strings cannot contain newlines", false, say(
		"строка не закрыта: в конце нет кавычки",
		"закройте кавычку; текст из нескольких строк берите в три кавычки: \"\"\"…\"\"\"")},
	{`unexpected '""""""'`, true, tooManyQuotes},
	{`unexpected "''''''"`, true, tooManyQuotes},
	{"invalid escape in string", true, badEscape},
	{"invalid escape: ", false, spaceEscape},
	{"expected two hexadecimal", true, badCode},
	{"expected four hexadecimal", true, badCode},
	{"expected eight hexadecimal", true, badCode},
	{"Escaped character", false, noSuchCode},

	{"invalid datetime", false, badDate},
	{"Invalid integer", false, badNumber},
	{"Invalid float", false, badNumber},
	{"invalid float", false, badNumber},
	{"expected a digit", false, badNumber},
	{"cannot use sign", false, badNumber},
	{"not a binary number", false, badNumber},
	{"not an octal number", false, badNumber},
	{"not a hexadecimal number", false, badNumber},
	{outOfRange, false, func(p *spot) (string, string) {
		return "слишком большое число " + p.word(),
			"проверьте, нет ли лишних цифр; номер, с которым не считают, возьмите в кавычки: " + inQuotes(p.word())
	}},
}

// extra is what stands after a value or header on its line.
func extra(p *spot) (text, hint string) {
	before := strings.TrimRight(p.before(), " \t")
	switch {
	case strings.HasPrefix(strings.TrimSpace(before), "["):
		return "лишнее после заголовка таблицы: «" + p.word() + "»",
			"ключи пишите с новой строки, пояснение начинайте со знака #"
	case pairStart.MatchString(p.after()):
		return "второй ключ в той же строке: «" + p.word() + "»", "каждый ключ пишите с новой строки"
	case strings.HasSuffix(before, `"`) || strings.HasSuffix(before, `'`):
		return "лишнее после закрывающей кавычки: «" + p.word() + "»",
			`кавычки внутри строки пишите «ёлочками» или с чертой: \"`
	}
	written := before[strings.LastIndexAny(before, " \t=")+1:]
	if isDottedDate(written + p.word()) {
		return badDateOf(written + p.word())
	}
	if number.MatchString(written) {
		switch r := p.got(); {
		case r == ',':
			return "в числе стоит запятая", "дробное число пишите с точкой: " + written + "." + strings.TrimSpace(p.word()[1:])
		case r == '%':
			return "число записано со знаком %", "уберите знак: " + written
		case r >= '0' && r <= '9':
			return "в числе стоит пробел", "пишите цифры слитно: " + written + p.word()
		default:
			return "лишнее после числа: «" + p.word() + "»",
				"если это слова, а не число, возьмите их в кавычки"
		}
	}
	return "лишнее после значения: «" + p.word() + "»",
		"каждый ключ пишите с новой строки, пояснение начинайте со знака #"
}

func headingEnd(p *spot) (text, hint string) {
	switch letter, ok := strayLetter(string(p.got())); {
	case p.lineEnd():
		return "заголовок таблицы не закрыт скобкой", "закройте скобку: [имя] или [[имя]]"
	case ok:
		return fmt.Sprintf("русская буква «%c» в заголовке таблицы", letter),
			`имена пишутся латиницей, как в образце; русское имя возьмите в кавычки: ["имя"]`
	}
	return "лишнее в заголовке таблицы: «" + p.word() + "»",
		"имя пишется латинскими буквами, цифрами и знаками - и _, без пробелов: [имя]"
}

func noKey(p *spot) (text, hint string) {
	if p.got() == '{' {
		return "таблица в фигурных скобках не закрыта", "закройте скобку: { ключ = значение }"
	}
	return "перед знаком = нет ключа", oneKeyPerLine
}

func strayDot(p *spot) (text, hint string) {
	return "лишняя точка в имени ключа", "пишите имя без точек; имя с точкой берите в кавычки"
}

func noEquals(p *spot) (text, hint string) {
	return "после ключа «" + p.keyBefore() + "» нет знака =", oneKeyPerLine
}

func keyEnd(p *spot) (text, hint string) {
	before := p.before()
	key := before[strings.LastIndexAny(before, " \t{,")+1:]
	letter, stray := strayLetter(string(p.got()))
	switch {
	case p.lineEnd():
		return noEquals(p)
	case stray && key == "" && strings.Trim(before, " \t") == "":
		return "русское слово на месте ключа: «" + p.word() + "»",
			`ключи пишутся латиницей, как в образце; русское имя возьмите в кавычки: "имя" = …; пояснение начинайте со знака #`
	case stray && key != "":
		return fmt.Sprintf("в ключе «%s» русская буква «%c»", key+p.word(), letter), "наберите ключ заново латиницей"
	case p.got() == ':':
		return "вместо знака = стоит двоеточие", "пишите так: " + p.keyBefore() + ` = "…"`
	case strings.Trim(before, " \t") == "":
		return "непонятное начало строки: «" + p.word() + "»", oneKeyPerLine
	}
	return noEquals(p)
}
