package russian

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// afterSign: «№ 109», «§ 5», «N 109», «≥ 3».
func afterSign(p phrase, i int) bool {
	left := withoutOpening(p[i])
	return strings.HasSuffix(left, "№") || strings.HasSuffix(left, "§") || left == "≥" || left == "≤" ||
		left == "N" && startsWithDigit(p.at(i+1))
}

// units follow a number; compared without the point.
var units = []string{
	"г", "гг", "год", "года", "году", "годом", "годе", "годы", "годов", "годам", "годами", "годах", "лет", "уч",
	"руб", "рубль", "рубля", "рублю", "рублей", "рублям", "коп", "копейка", "копейки", "копеек",
	"тыс", "тысяча", "тысячи", "тысяч", "млн", "миллион", "миллиона", "миллионов", "млрд",
	"%", "‰", "процент", "процента", "процентов", "процентам", "процентного", "процентных", "п.п",
	"чел", "человек", "человека", "балл", "балла", "баллов", "баллам", "ед", "единиц", "единицы", "шт", "экз",
	"мин", "минут", "минуты", "ч", "час", "часа", "часов", "день", "дня", "дней", "мес", "месяц", "месяца", "месяцев",
	"мм", "см", "м", "км", "кв", "га", "кг", "кБ", "КБ", "МБ", "ГБ",
}

func isUnit(word string) bool {
	unit, _, _ := strings.Cut(word, "/") // «руб./чел.»
	unit = core(unit)
	return slices.Contains(units, unit) || strings.HasPrefix(unit, "%")
}

// beforeUnit: «2021–2024 гг.», «5 %». In «п. 2 ч. 6» the «ч.» is a part of the law,
// not hours.
func beforeUnit(p phrase, i int) bool {
	right := p.at(i + 1)
	if core(right) == "ч" && startsWithDigit(p.at(i+2)) {
		return false
	}
	return endsWithDigit(p[i]) && isUnit(right)
}

// afterThousands: «32 тыс. руб.», «5 кв. м», «2021/22 уч. г.».
func afterThousands(p phrase, i int) bool {
	switch withoutOpening(p[i]) {
	case "тыс.", "млн", "млн.", "млрд", "млрд.", "кв.", "уч.":
		return isUnit(p.at(i + 1))
	}
	return false
}

// betweenDigitGroups: «32 066,50», «1 234 567».
func betweenDigitGroups(p phrase, i int) bool {
	left := strings.TrimLeft(withoutOpening(p[i]), "−-+≈~<>")
	if !isDigits(left) || len(left) > 3 || left[0] == '0' && !endsWithDigit(p.at(i-1)) {
		return false
	}
	whole, fraction, split := strings.Cut(strings.TrimSuffix(core(p.at(i+1)), "%"), ",")
	return len(whole) == 3 && isDigits(whole) && (!split || isDigits(fraction))
}

// beforeMonth: «12 мая», «5–6 апреля», ««25» июня».
func beforeMonth(p phrase, i int) bool {
	left := strings.Trim(p[i], `«»"„“”(`)
	if at := strings.LastIndexAny(left, "–-"); at >= 0 {
		_, width := utf8.DecodeRuneInString(left[at:])
		left = left[at+width:]
	}
	day, err := strconv.Atoi(left)
	if err != nil || day < 1 || day > 31 || len(left) > 2 {
		return false
	}
	right := core(p.at(i + 1))
	for m := time.January; m <= time.December; m++ {
		if right == MonthName(m, Genitive) {
			return true
		}
	}
	return false
}

// beforeDash: no line of a sentence starts with a dash, nor with a hyphen that
// stands for it.
func beforeDash(p phrase, i int) bool { return isDash(p.at(i+1)) && !isDash(p[i]) }

// afterDash: «учреждений – 7»: the number is what the sentence tells.
func afterDash(p phrase, i int) bool {
	return i > 0 && isDash(p[i]) && startsWithDigit(p.at(i+1))
}

// beforeCounted: «5 классом», «в 5–9 классах», but neither «№ 5 утверждён» nor «с 5 до 9»:
// a number of a paper counts nothing, and a preposition is not counted.
func beforeCounted(p phrase, i int) bool {
	from, to, isRange := strings.Cut(withoutOpening(p[i]), "–")
	if !isCount(from) || isRange && !isCount(to) {
		return false
	}
	right := p.at(i + 1)
	return !isNumbered(p, i) &&
		startsWithSmall(right) && utf8.RuneCountInString(core(right)) > 2 && !isLinking(core(right))
}

// isCount: a longer number is a year, or in groups.
func isCount(s string) bool { return isDigits(s) && len(s) <= 3 }

// isNumbered: the number follows «№», or «п.» and the like.
func isNumbered(p phrase, i int) bool {
	return i > 0 && (afterSign(p, i-1) || strings.HasSuffix(p[i-1], "№") || afterReference(p, i-1))
}

// partOfAll: «6 из 9».
func partOfAll(p phrase, i int) bool {
	return isOf(p, i+1) || isOf(p, i)
}

// isOf reports whether the word stands as «из» between two numbers.
func isOf(p phrase, i int) bool {
	return p.at(i) == "из" && isDigits(withoutOpening(p.at(i-1))) && startsWithDigit(p.at(i+1))
}

// afterReference: «п. 2.1», «ст. 97», «Рис. 2», «гл. IV».
func afterReference(p phrase, i int) bool {
	if !strings.HasSuffix(p[i], ".") {
		return false
	}
	switch small(withoutOpening(p[i])) {
	case "п.", "пп.", "подп.", "подпп.", "абз.", "ст.", "ч.", "рис.", "табл.", "стр.", "с.", "гл.",
		"разд.", "прил.", "т.", "вып.", "д.", "кв.", "каб.", "тел.":
		number := withoutOpening(p.at(i + 1))
		return (startsWithDigit(number) || isRoman(core(number)) || isSubpoint(p.at(i+1))) && !endsAbbreviation(p, i)
	}
	return false
}

// isSubpoint: «п. «а»», «пп. "б"».
func isSubpoint(word string) bool {
	return withoutOpening(word) != word && utf8.RuneCountInString(core(word)) == 1
}

// afterRoman: «XXI в.», «I полугодие», «IV квартал».
func afterRoman(p phrase, i int) bool {
	if !isRoman(withoutOpening(p[i])) {
		return false
	}
	switch core(p.at(i + 1)) {
	case "в", "вв", "век", "века", "веке", "полугодие", "полугодия", "полугодии", "квартал", "квартала", "квартале":
		return true
	}
	return false
}

func isRoman(s string) bool { return s != "" && strings.Trim(s, "IVXLC") == "" }

// endsAbbreviation: the last letter of «т. п.», «т. д.», «в т. ч.» refers to nothing.
func endsAbbreviation(p phrase, i int) bool { return core(p.at(i-1)) == "т" }

// afterPlace: «г. Оханск», «ул. Ленина», but not «2021 г. Текст».
func afterPlace(p phrase, i int) bool {
	switch withoutOpening(p[i]) {
	case "г.", "с.", "д.", "п.", "пос.", "дер.", "пгт", "пгт.", "ул.", "пер.", "просп.", "им.":
		return startsWithCapital(p.at(i+1)) && !endsYear(p, i) && !endsAbbreviation(p, i)
	}
	return false
}

// endsYear: the «г.» of «2021 г.» and «2021/22 уч. г.» is no town; that of
// «№ 2 (г. Оханск)» is.
func endsYear(p phrase, i int) bool {
	before := p.at(i - 1)
	return p[i] == "г." && (endsWithDigit(before) || core(before) == "уч")
}

// withinAbbreviation: «т. е.», «и т. д.», «и т.п.», «в т. ч.», «и. о.».
func withinAbbreviation(p phrase, i int) bool {
	right := p.at(i + 1)
	switch small(withoutOpening(p[i])) {
	case "т.":
		return startsWithAny(right, "е.", "д.", "п.", "к.", "н.", "ч.")
	case "и":
		return startsWithAny(right, "т.д.", "т.п.") || right == "т." && startsWithAny(p.at(i+2), "д.", "п.")
	case "в":
		return startsWithAny(right, "т.ч.") || right == "т." && startsWithAny(p.at(i+2), "ч.")
	case "и.":
		return startsWithAny(right, "о.")
	}
	return false
}

// small is a short word in small letters; a long one is not looked at.
func small(word string) string {
	const longest = "подпп."
	if len(word) > len(longest) {
		return word
	}
	return strings.ToLower(word)
}

func startsWithAny(word string, starts ...string) bool {
	return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(word, start) })
}

// afterOneLetter: a one-letter preposition or conjunction goes with the next word.
func afterOneLetter(p phrase, i int) bool {
	switch small(withoutOpening(p[i])) {
	case "в", "к", "с", "о", "у", "и", "а", "я":
		return true
	}
	return false
}
