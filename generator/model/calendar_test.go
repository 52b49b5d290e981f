package model

import "testing"

func date(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// calendar2025 has every sort of transfer.
var calendar2025 = Calendars{2025: {Year: 2025, Verified: true, Transfers: []Transfer{
	{date("04.01.2025"), date("02.05.2025")}, {date("23.02.2025"), date("08.05.2025")},
	{date("08.03.2025"), date("13.06.2025")}, {date("01.11.2025"), date("03.11.2025")},
}, DaysOff: []Date{date("29.04.2025")}}}

func TestIsWorking(t *testing.T) {
	for _, test := range []struct {
		day     string
		working bool
		why     string
	}{
		{"03.02.2025", true, "a Monday"},
		{"08.02.2025", false, "a Saturday"},
		{"04.11.2025", false, "a holiday"},
		{"02.05.2025", false, "a Friday moved to by the decree"},
		{"01.11.2025", true, "a working Saturday"},
		{"04.01.2025", false, "a holiday that was moved from is still a holiday"},
		{"24.02.2025", true, "the Sunday before was moved elsewhere"},
		{"10.03.2025", true, "the holiday of Saturday was moved elsewhere"},
		{"29.04.2025", false, "a day off of the territory"},
	} {
		if working, guess := calendar2025.IsWorking(date(test.day)); working != test.working || guess {
			t.Errorf("%s: working %t, guess %t: %s", test.day, working, guess, test.why)
		}
	}
}

// Without a calendar the law alone is known: holidays, and the days off that move by
// themselves; this is a guess.
func TestNoCalendar(t *testing.T) {
	for text, want := range map[string]bool{
		"08.01.2030": false, "10.06.2030": true, "12.06.2030": false, "15.06.2030": false,
		"10.03.2031": false, // 8 March is a Saturday
		"09.01.2028": false, // a Sunday
		"10.01.2028": true,  // those of January are moved by the decree only
	} {
		if working, guess := Calendars(nil).IsWorking(date(text)); working != want || !guess {
			t.Errorf("%s: working %t, guess %t", text, working, guess)
		}
	}
	unverified := Calendars{2027: {Year: 2027}}
	if _, guess := unverified.IsWorking(date("05.07.2027")); !guess {
		t.Error("a calendar that is not verified is no guess")
	}
}

func TestAddWorkingDays(t *testing.T) {
	for _, test := range []struct {
		from string
		n    int
		want string
	}{
		{"31.01.2025", 1, "03.02.2025"}, // Friday to Monday
		{"30.04.2025", 1, "05.05.2025"}, // over 1 and 2 May
		{"31.10.2025", 2, "05.11.2025"}, // the working Saturday counts, 3 and 4 November do not
		{"03.02.2025", 10, "17.02.2025"},
		{"08.02.2025", 0, "08.02.2025"},
	} {
		if got, _ := calendar2025.AddWorkingDays(date(test.from), test.n); got != date(test.want) {
			t.Errorf("%s + %d: %s, want %s", test.from, test.n, got, test.want)
		}
	}
	if _, guess := calendar2025.AddWorkingDays(date("29.12.2025"), 10); !guess {
		t.Error("a term that ends in a year without a calendar is no guess")
	}
}

// Ст. 193 ГК РФ.
func TestLastDay(t *testing.T) {
	for from, want := range map[string]string{
		"07.02.2025": "07.02.2025", "08.02.2025": "10.02.2025", "07.06.2025": "09.06.2025", "01.11.2025": "01.11.2025", "02.11.2025": "05.11.2025",
	} {
		if got, _ := calendar2025.LastDay(date(from)); got != date(want) {
			t.Errorf("%s: %s, want %s", from, got, want)
		}
	}
}

// Ст. 192 ГК РФ, п. 3: a month without such a day ends the term with its last day.
func TestAddMonths(t *testing.T) {
	for _, test := range []struct {
		from string
		n    int
		want string
	}{{"31.01.2024", 1, "29.02.2024"}, {"30.11.2023", 3, "29.02.2024"}, {"15.12.2023", 1, "15.01.2024"}, {"31.03.2022", -1, "28.02.2022"}} {
		if got := date(test.from).AddMonths(test.n); got != date(test.want) {
			t.Errorf("%s + %d: %s, want %s", test.from, test.n, got, test.want)
		}
	}
}
