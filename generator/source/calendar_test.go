package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

// The calendars that the program carries are sound, and the days that the decrees
// moved are known: what stands here is counted in the printed calendars of a
// five-day week.
func TestCommonCalendars(t *testing.T) {
	calendars, problems := Open(fstest.MapFS{}, data.Common).Calendars(".")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for year, workingDays := range map[int]int{2021: 247, 2022: 247, 2023: 247, 2024: 248, 2025: 247, 2026: 247} {
		n, guesses := 0, 0
		for d := (model.Date{Year: year, Month: 1, Day: 1}); d.Year == year; d = d.AddDays(1) {
			working, guess := calendars.IsWorking(d)
			if working {
				n++
			}
			if guess {
				guesses++
			}
		}
		if n != workingDays || guesses > 0 {
			t.Errorf("%d: %d working days, want %d; %d guesses", year, n, workingDays, guesses)
		}
	}
}

// The office's own calendar comes first, then that of the folder above, then the
// program's.
func TestNearestCalendar(t *testing.T) {
	files := fstest.MapFS{
		"region/calendar/2026.toml":       {Data: []byte("year = 2026\nsource = \"region\"\n")},
		"region/town/calendar/2025.toml":  {Data: []byte("year = 2025\nsource = \"town\"\ndays_off = [2025-04-29]\n")},
		"region/other/calendar/2024.toml": {Data: []byte("year = 2024\nsource = \"other\"\n")},
	}
	calendars, problems := Open(files, data.Common).Calendars("region/town")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for year, want := range map[int]string{2024: "постановление", 2025: "town", 2026: "region", 2021: "постановление"} {
		if c := calendars[year]; c == nil || !strings.HasPrefix(c.Source, want) {
			t.Errorf("%d: %+v, want of %s", year, c, want)
		}
	}
	if len(calendars[2025].DaysOff) != 1 {
		t.Error("days off are not read")
	}
}

func TestBadCalendars(t *testing.T) {
	var got strings.Builder
	for _, text := range []string{
		"year = 2026\nverified = true\nsource = \"пример\"\n[[transfer]]\nfrom = 2026-01-03\nto = 2026-01-09\n",
		"year = 2025\n",
		"yaer = 2026\n",
		"year = 2026\nverified = true\n",
		"year = 2026\n[[transfer]]\nfrom = 2025-01-04\nto = 2026-01-09\n",
		"year = 2026\n[[transfer]]\nfrom = 2026-01-05\nto = 2026-01-09\n",
		"year = 2026\n[[transfer]]\nfrom = 2026-01-03\nto = 2026-01-10\n",
		"year = 2026\n[[transfer]]\nfrom = 2026-01-03\nto = 2026-05-01\n",
		"year = 2026\n[[transfer]]\nfrom = 2026-01-03\nto = 2026-01-09\n[[transfer]]\nfrom = 2026-01-04\nto = 2026-01-09\n",
		"year = 2026\n[[transfer]]\nfrom = 2026-01-03\n",
		"year = 2026\ndays_off = [2027-04-29]\n",
		"year = 2026\n[[transfer]]\nfrom = \"3 января\"\nto = 2026-01-09\n",
	} {
		calendars, problems := Open(fstest.MapFS{"calendar/2026.toml": {Data: []byte(text)}}, nil).Calendars(".")
		fmt.Fprintf(&got, "== %s%d read\n%s\n", text, len(calendars), printed(problems))
		for _, p := range problems {
			if p.Line == 0 {
				t.Errorf("no line: %s", p)
			}
		}
	}
	golden.Assert(t, "badinput/calendar.txt", got.String())
}
