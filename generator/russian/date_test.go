package russian

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestMonthName(t *testing.T) {
	for m, want := range map[time.Month]string{
		time.January: "январь января январю январь январем январе",
		time.March:   "март марта марту март мартом марте",
		time.May:     "май мая маю май маем мае",
		time.June:    "июнь июня июню июнь июнем июне",
		time.August:  "август августа августу август августом августе",
	} {
		got := forms(func(_ string, _ Gender, c Case) string { return MonthName(m, c) }, "", Male)
		if got != want {
			t.Errorf("%v: %s, want %s", m, got, want)
		}
	}
	var genitives []string
	for m := time.January; m <= time.December; m++ {
		genitives = append(genitives, MonthName(m, Genitive))
	}
	want := "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
	if got := strings.Join(genitives, " "); got != want {
		t.Errorf("got %s", got)
	}
}

func TestFindDates(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // «mention → normal form»
	}{
		{"от 24.06.2021 № 26", []string{"24.06.2021 → 24.06.2021"}},
		{"приказ от 25.06.2021г. № 109", []string{"25.06.2021г. → 25.06.2021"}},
		{"1.9.2021 года", []string{"1.9.2021 года → 01.09.2021"}},
		{"до 12 мая 2021г.", []string{"12 мая 2021г. → 12 мая 2021"}},
		{"6\u00a0апреля 2021\u00a0года.", []string{"6\u00a0апреля 2021\u00a0года → 6 апреля 2021"}},
		{"«25» июня 2021 г.", []string{"«25» июня 2021 г. → 25 июня 2021"}},
		{"«12 МАЯ 2021»", []string{"12 МАЯ 2021 → 12 мая 2021"}},
		{"12 мая 2021 года и 24.06.2021, 25.06.2021", []string{
			"12 мая 2021 года → 12 мая 2021", "24.06.2021 → 24.06.2021", "25.06.2021 → 25.06.2021"}},
		{"25.06.2021.", []string{"25.06.2021 → 25.06.2021"}},
		{"25.06.2021 группа, 26.06.2021 годами", []string{"25.06.2021 → 25.06.2021", "26.06.2021 → 26.06.2021"}},
		{"29.02.2020 и 29.02.2021", []string{"29.02.2020 → 29.02.2020"}},
		{"1–5 мая 2021", []string{"5 мая 2021 → 5 мая 2021"}},
		{"31.06.2021, 00.01.2021, 01.13.2021, 01.01.0000, 31 июня 2021", nil},
		{"124.06.2021, 24.06.20211, 1.24.06.2021, 24.06.2021.5, 112 мая 2021, 12 мая 20215", nil},
		{"12 мая, июнь 2021 г., 24.06.21", nil},
		{"", nil},
	} {
		var got []string
		for _, d := range FindDates(test.text) {
			form := fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
			if d.Verbal {
				form = fmt.Sprintf("%d %s %d", d.Day, MonthName(time.Month(d.Month), Genitive), d.Year)
			}
			got = append(got, test.text[d.Start:d.End]+" → "+form)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func FuzzFindDates(f *testing.F) {
	for _, s := range []string{"24.06.2021г.", "«25» июня 2021 года", "12 мая 2021\u00a0г", "\xff12 мая 2021", "1.1.1.2021"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, d := range FindDates(s) {
			if d.Start < end || d.End <= d.Start || d.End > len(s) {
				t.Fatalf("%q: %+v after %d", s, d, end)
			}
			if utf8.ValidString(s) && !(utf8.ValidString(s[:d.Start]) && utf8.ValidString(s[d.Start:d.End])) {
				t.Errorf("%q: %+v cuts a letter", s, d)
			}
			if !isCalendarDay(d.Year, d.Month, d.Day) {
				t.Errorf("%q: %+v is no day", s, d)
			}
			end = d.End
		}
	})
}
