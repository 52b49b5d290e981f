package model

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"doklad/generator/russian"
)

// TypedDate reads a day as people type it into a form: 30.08.2026, 30,8,26, 30/08/2026,
// 2026-08-30, 30 августа 2026 г. What may mean two days, or lacks its year, is refused.
// Its errors are in Russian and have a hint.
func TypedDate(s string) (Date, error) {
	text := strings.TrimSpace(midnight.ReplaceAllString(typed(s), ""))
	text = strings.TrimSpace(yearWord.ReplaceAllString(text, "$1"))
	switch m := typedForms.FindStringSubmatch(text); {
	case m == nil:
	case m[1] != "":
		return typedDay(s, m[3], m[2], m[1])
	case m[5] != "":
		month, found := typedMonth(m[5])
		if !found {
			return Date{}, notTyped(s)
		}
		return typedDay(s, m[4], strconv.Itoa(month), m[6])
	case m[8] != m[10]: // 30.08/2026
	case m[8] != "." && m[8] != "," && couldSwap(m[7], m[9]):
		return Date{}, typedFault{fmt.Sprintf("«%s» можно прочесть двояко: день или месяц стоит первым", shown(s)),
			"напишите через точки, сначала день: " + typedExample}
	default:
		return typedDay(s, m[7], m[9], m[11])
	}
	if dayAndMonth.MatchString(text) {
		return Date{}, typedFault{fmt.Sprintf("в дате «%s» нет года", shown(s)), "напишите дату целиком: " + typedExample}
	}
	return Date{}, notTyped(s)
}

const typedExample = "30.08.2026"

// typedFault is what is wrong with a date in a form, and the cure.
type typedFault struct{ text, hint string }

func (f typedFault) Error() string { return f.text }
func (f typedFault) Hint() string  { return f.hint }

func notTyped(s string) error {
	return typedFault{fmt.Sprintf("«%s» не дата", shown(s)), "напишите один день цифрами: " + typedExample}
}

// shown is a text short enough for a message.
func shown(s string) string {
	const longest = 40
	line := []rune(strings.Join(strings.Fields(s), " "))
	if len(line) > longest {
		return string(line[:longest]) + "…"
	}
	return string(line)
}

var (
	// year-month-day | day month-word year | day.month.year
	typedForms = regexp.MustCompile(`^(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})` +
		`|"?(\d{1,2})"? *(\p{L}{3,})\.? *(\d{4})` +
		`|(\d{1,2}) ?([.,/-]) ?(\d{1,2}) ?([.,/-]) ?(\d{4}|\d{2}))$`)
	dayAndMonth = regexp.MustCompile(`^\d{1,2}(?:[.,/-]\d{1,2}[.,]?| *\p{L}{3,})$`)
	yearWord    = regexp.MustCompile(`(\d) *(?:года?|г\.?)$`)
	// midnight is what programs add to a day: 30.08.2026 0:00:00.
	midnight = regexp.MustCompile(`(?:t| +)0?0:00(?::00(?:\.0+)?)?z?$`)
	dashes   = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-")
)

// typed is a text in small letters of one alphabet and plain signs. The «t» of
// 2026-08-30T00:00:00 is Latin: it stands by digits alone, where Fold leaves it.
func typed(s string) string {
	text := strings.TrimRight(dashes.Replace(russian.Fold(s)), " .,;")
	return strings.TrimLeft(text, " ")
}

// typedMonth finds a month by the beginning of its name in any case: «авг», «августа»,
// «август».
func typedMonth(word string) (month int, found bool) {
	for m := time.January; m <= time.December; m++ {
		for _, name := range []string{russian.MonthName(m, russian.Genitive), russian.MonthName(m, russian.Nominative)} {
			if strings.HasPrefix(russian.Fold(name), word) {
				return int(m), true
			}
		}
	}
	return 0, false
}

// couldSwap reports whether day and month are two days in either order.
func couldSwap(a, b string) bool {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	return x != y && x >= 1 && y >= 1 && x <= 12 && y <= 12
}

// century makes a year of two digits one of this century: nothing older is reported.
func century(year string) string {
	if len(year) == 2 {
		return "20" + year
	}
	return year
}

func typedDay(s, day, month, year string) (Date, error) {
	d, err := ParseDate(day + "." + month + "." + century(year))
	if err != nil {
		return Date{}, typedFault{fmt.Sprintf("«%s»: такого дня нет в календаре", shown(s)), "проверьте день и месяц; дата пишется так: " + typedExample}
	}
	return d, nil
}
