package russian

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// months are the stems; the endings depend on the last letter of the nominative.
var months = [12]struct{ stem, ending string }{
	{"январ", "ь"}, {"феврал", "ь"}, {"март", ""}, {"апрел", "ь"},
	{"ма", "й"}, {"июн", "ь"}, {"июл", "ь"}, {"август", ""},
	{"сентябр", "ь"}, {"октябр", "ь"}, {"ноябр", "ь"}, {"декабр", "ь"},
}

var (
	softEndings = [...]string{"", "я", "ю", "", "ем", "е"}
	hardEndings = [...]string{"", "а", "у", "", "ом", "е"}
)

// MonthName gives the month in the case: «июня» in a date, «июль – август» in an
// interval, «в августе».
func MonthName(m time.Month, c Case) string {
	month := months[m-time.January]
	switch {
	case c == Nominative || c == Accusative:
		return month.stem + month.ending
	case month.ending == "":
		return month.stem + hardEndings[c]
	}
	return month.stem + softEndings[c]
}

// DateMention is a date found in a text. The bytes from Start to End take in the
// word after the year («г.», «года»), so that the writer's form can be judged
// or replaced as a whole.
type DateMention struct {
	Start, End       int
	Year, Month, Day int
	Verbal           bool
}

var (
	numericDate = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(\d{1,2})\.(\d{1,2})\.(\d{4})` + yearWord)
	})
	verbalDate = sync.OnceValue(func() *regexp.Regexp {
		names := make([]string, len(months))
		for i := range months {
			names[i] = MonthName(time.January+time.Month(i), Genitive)
		}
		return regexp.MustCompile(`(?i)([«"]\d{1,2}[»"]|\d{1,2})` + gap + `+(` + strings.Join(names, "|") + `)` +
			gap + `+(\d{4})` + yearWord)
	})
)

const (
	gap      = `[ \x{A0}\x{202F}]`
	yearWord = `(?:(` + gap + `*(?:года|год|г\.|г))?)`
)

// LongDate is the day in words and digits, «25 июня 2021 г.» (ГОСТ Р 7.0.97-2016, п. 5.10).
func LongDate(t time.Time) string {
	return fmt.Sprintf("%d %s %d г.", t.Day(), MonthName(t.Month(), Genitive), t.Year())
}

// FindDates finds «24.06.2021», «25.06.2021г.», «12 мая 2021г.», «6 апреля 2021
// года», ««25» июня 2021 г.» in the order of the text. A string of digits that is
// no day of the calendar, or a part of a longer number, is passed over.
func FindDates(s string) []DateMention {
	found := findDates(s, numericDate(), false)
	found = append(found, findDates(s, verbalDate(), true)...)
	slices.SortFunc(found, func(a, b DateMention) int { return cmp.Compare(a.Start, b.Start) })
	return found
}

func findDates(s string, form *regexp.Regexp, verbal bool) []DateMention {
	var found []DateMention
	for from := 0; from < len(s); {
		at := form.FindStringSubmatchIndex(s[from:])
		if at == nil {
			break
		}
		for i := range at {
			if at[i] >= 0 {
				at[i] += from
			}
		}
		from = at[0] + 1
		mention, ok := readMention(s, at, verbal)
		if ok {
			found = append(found, mention)
			from = mention.End
		}
	}
	return found
}

// readMention judges the match whose borders are in at: whole, day, month, year, year word.
func readMention(s string, at []int, verbal bool) (DateMention, bool) {
	d := DateMention{Start: at[0], End: at[1], Verbal: verbal}
	d.Day, _ = strconv.Atoi(strings.Trim(s[at[2]:at[3]], `«»"`))
	d.Year, _ = strconv.Atoi(s[at[6]:at[7]])
	if verbal {
		d.Month = monthNumber(s[at[4]:at[5]])
	} else {
		d.Month, _ = strconv.Atoi(s[at[4]:at[5]])
	}
	if at[8] >= 0 && wordGoesOn(s[at[8]:at[9]], s[at[1]:]) {
		d.End = at[7] // «2021 группа», «2021 годами»
	}
	return d, isCalendarDay(d.Year, d.Month, d.Day) && standsAlone(s, d.Start, at[7])
}

func monthNumber(genitive string) int {
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(genitive, MonthName(m, Genitive)) {
			return int(m)
		}
	}
	return 0
}

func isCalendarDay(year, month, day int) bool {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return year > 0 && t.Year() == year && int(t.Month()) == month && t.Day() == day
}

// wordGoesOn tells whether a word without its point is only the start of a longer one.
func wordGoesOn(word, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	return !strings.HasSuffix(word, ".") && unicode.IsLetter(next)
}

// standsAlone refuses dates cut out of longer numbers: «1.24.06.2021», «24.06.20211».
func standsAlone(s string, start, yearEnd int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	if unicode.IsDigit(before) || before == '.' && start > 1 && unicode.IsDigit(rune(s[start-2])) {
		return false
	}
	after := s[yearEnd:]
	next, width := utf8.DecodeRuneInString(after)
	if next == '.' {
		next, _ = utf8.DecodeRuneInString(after[width:])
	}
	return !unicode.IsDigit(next)
}
