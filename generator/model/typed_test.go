package model

import (
	"strings"
	"testing"
)

func TestTypedDate(t *testing.T) {
	for _, s := range []string{
		"30.08.2026", " 30.8.2026 ", "30.08.26", "30,08,2026", "30/08/2026", "30/08/26", "30-08-2026", "30–8–2026",
		"2026-08-30", "2026.08.30", "2026-08-30T00:00:00Z", "30.08.2026 0:00:00", "30.08.2026 00:00",
		"30 августа 2026 г.", "30 Августа 2026 года", "«30» августа 2026г.", "30\u00a0авг.\u00a02026", "30 август 2026",
		"30.08.2026г.", "30.08.2026 г", "30.08.2026.", "30. 08. 2026", "30 aвгуcтa 2026", "30.08.\u200b2026", "30августа2026",
	} {
		d, err := TypedDate(s)
		if want := (Date{2026, 8, 30}); err != nil || d != want {
			t.Errorf("%q: %v, %v", s, d, err)
		}
	}
	for s, want := range map[string]Date{
		"05.08.2026": {2026, 8, 5}, "8/8/2026": {2026, 8, 8}, "31 мая 2026": {2026, 5, 31}, "1 мар 2026": {2026, 3, 1},
		"2 сент. 2026": {2026, 9, 2}, "12.13.26": {}, "29 февраля 2028 г.": {2028, 2, 29},
	} {
		d, err := TypedDate(s)
		if d != want || (err != nil) != want.IsZero() {
			t.Errorf("%q: %v, %v", s, d, err)
		}
	}
}

func TestTypedDateRefuses(t *testing.T) {
	for s, want := range map[string]string{
		"05/08/2026":             "двояко",
		"5-8-26":                 "двояко",
		"30.08":                  "нет года",
		"30 августа":             "нет года",
		"30.02.2026":             "нет в календаре",
		"31.06.2026":             "нет в календаре",
		"0.0.2026":               "нет в календаре",
		"август 2026":            "не дата",
		"до 30.08.2026":          "не дата",
		"30.08.2026-31.08.2026":  "не дата",
		"30.08/2026":             "не дата",
		"30.08.2026 14:30":       "не дата",
		"30.08.026":              "не дата",
		"30 ма 2026":             "не дата",
		"вчера":                  "не дата",
		"":                       "не дата",
		"30 июлю 2026":           "не дата",
		strings.Repeat("9", 300): "99…» не дата",
	} {
		d, err := TypedDate(s)
		if err == nil || !strings.Contains(err.Error(), want) || !d.IsZero() {
			t.Errorf("%q: %v, %v; want %s", s, d, err, want)
			continue
		}
		if hint, ok := err.(interface{ Hint() string }); !ok || hint.Hint() == "" {
			t.Errorf("%q: no cure", s)
		}
	}
}

// Whatever is typed gives a day of the calendar or a fault.
func FuzzTypedDate(f *testing.F) {
	for _, s := range []string{"30.08.2026", "30 августа 2026 г.", "2026-08-30T00:00:00", "5/8/26"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := TypedDate(s)
		if (err == nil) == d.IsZero() || err == nil && d != DateOf(d.Time()) {
			t.Fatalf("%q: %v, %v", s, d, err)
		}
		if err == nil {
			if again, err := TypedDate(d.String()); again != d || err != nil {
				t.Fatalf("%q: %v is read as %v, %v", s, d, again, err)
			}
		}
	})
}
