package model

import (
	"math"
	"testing"
	"time"
)

func TestRound(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		want     float64
	}{
		{2.675, 2, 2.68}, {1.005, 2, 1.01}, {0.5, 0, 1}, {-0.5, 0, -1}, {1.5, 0, 2}, {2.5, 0, 3}, {99.95, 1, 100}, {99.94, 1, 99.9},
		{-0.04, 1, 0}, {33.333333, 1, 33.3}, {1e300, 2, 1e300}, {12345678.905, 2, 12345678.91}, {40, 1, 40}, {0.1 + 0.2, 1, 0.3},
	} {
		if got := Round(c.x, c.decimals); got != c.want || got == 0 && math.Signbit(got) {
			t.Errorf("Round(%v, %d) = %v, want %v", c.x, c.decimals, got, c.want)
		}
	}
}

func ptr(x float64) *float64 { return &x }

var mkdo = Indicator{Direction: Higher, Decimals: 2, Thresholds: []Threshold{
	{Level: "серьёзная работа", At: ptr(1)}, {Level: "стремится", At: ptr(2)}, {Level: "базовый", At: ptr(3), Norm: true}, {Level: "хорошее", At: ptr(4)}},
	Criteria: []Criterion{{Text: "поднять"}, {Level: "стремится", Text: "дотянуть"}, {Level: "хорошее", Text: "поделиться"}}}

func TestJudge(t *testing.T) {
	lower := Indicator{Direction: Lower, Thresholds: []Threshold{{Level: "терпимо", At: ptr(25)}, {Level: "хорошо", At: ptr(0), Norm: true}}}
	band := Indicator{Direction: Band, Decimals: 1, Below: "вне нормы", Thresholds: []Threshold{{Level: "норма", Band: &Interval{10, 12}}}}
	mean := Indicator{Direction: Higher, Decimals: 1, Thresholds: []Threshold{{Level: "не ниже страны", Reference: "РФ"}},
		References: []Reference{{Name: "РФ", Year: 2021, Value: 71.4}, {Name: "РФ", Year: 2022, Value: 68.3}}}
	for _, c := range []struct {
		indicator Indicator
		value     float64
		year      int
		want      Level
		none      bool
	}{
		{mkdo, 2.73, 2022, Level{"стремится", 2, false}, false},
		{mkdo, 2.994, 2022, Level{"стремится", 2, false}, false},
		{mkdo, 2.995, 2022, Level{"базовый", 3, true}, false}, // as it is printed: 3,00
		{mkdo, 3, 2022, Level{"базовый", 3, true}, false},
		{mkdo, 4.6, 2022, Level{"хорошее", 4, true}, false},
		{mkdo, 0.5, 2022, Level{BelowThresholds, 0, false}, false},
		{lower, 30, 2022, Level{BelowThresholds, 0, false}, false},
		{lower, 25, 2022, Level{"терпимо", 1, false}, false},
		{lower, 0, 2022, Level{"хорошо", 2, true}, false},
		{band, 9.9, 2022, Level{"вне нормы", 0, false}, false},
		{band, 12, 2022, Level{"норма", 1, true}, false},
		{band, 12.04, 2022, Level{"норма", 1, true}, false},
		{band, 12.1, 2022, Level{"вне нормы", 0, false}, false},
		{mean, 70, 2021, Level{BelowThresholds, 0, false}, false},
		{mean, 70, 2022, Level{"не ниже страны", 1, true}, false},
		{mean, 70, 2023, Level{}, true}, // nobody has told the mean of that year
		{Indicator{Direction: Higher}, 70, 2022, Level{}, true},
	} {
		if got, ok := c.indicator.Judge(KnownValue(c.value), c.year); got != c.want || ok == c.none {
			t.Errorf("%v in %d: %+v, %v, want %+v", c.value, c.year, got, ok, c.want)
		}
	}
	for _, v := range []Value{NoValue(), MissingValue("нет данных")} {
		if got, ok := mkdo.Judge(v, 2022); ok {
			t.Errorf("%+v is judged: %+v", v, got)
		}
	}
}

func TestBetter(t *testing.T) {
	band := Indicator{Direction: Band, Thresholds: []Threshold{{Band: &Interval{10, 12}}}}
	for _, c := range []struct {
		direction Indicator
		a, b      float64
		want      bool
	}{
		{Indicator{Direction: Higher}, 2, 1, true}, {Indicator{Direction: Higher}, 1, 2, false}, {Indicator{Direction: Higher}, 1, 1, false},
		{Indicator{Direction: Higher}, 1.4, 1.3, false}, // both are printed as 1
		{Indicator{Direction: Lower}, 1, 2, true}, {Indicator{Direction: Lower}, 2, 1, false}, {Indicator{Direction: Neutral}, 2, 1, false},
		{band, 11, 9, true}, {band, 9, 11, false}, {band, 10, 12, false}, {band, 13, 8, true}, {band, 14, 8, false},
		{Indicator{Direction: Band}, 1, 2, false},
	} {
		if got := c.direction.Better(c.a, c.b); got != c.want {
			t.Errorf("%s: %v better than %v: %v", c.direction.Direction, c.a, c.b, got)
		}
	}
}

func TestCriteriaOf(t *testing.T) {
	for value, want := range map[float64]string{1.5: "поднять;", 2.5: "дотянуть;", 3.5: "", 4.5: "поделиться;"} {
		level, _ := mkdo.Judge(KnownValue(value), 2022)
		got := ""
		for _, c := range mkdo.CriteriaOf(level) {
			got += c.Text + ";"
		}
		if got != want {
			t.Errorf("%v: %q, want %q", value, got, want)
		}
	}
}

func TestAsOf(t *testing.T) {
	for _, c := range []struct {
		text   string
		period PeriodKind
		said   string
		day    Date
	}{
		{"31 декабря", CalendarYear, "на 31 декабря", Date{2022, 12, 31}},
		{"1 января следующего года", CalendarYear, "на 1 января следующего года", Date{2023, 1, 1}},
		{"20 сентября", SchoolYear, "на 20 сентября", Date{2021, 9, 20}},
		{"31 мая", SchoolYear, "на 31 мая", Date{2022, 5, 31}},
		{"1 сентября", OneDay, "на 1 сентября", Date{2022, 9, 1}},
	} {
		var a AsOf
		if err := a.UnmarshalText([]byte(c.text)); err != nil || a.String() != c.said || a.In(2022, c.period) != c.day {
			t.Errorf("%s: %v, %q, %v", c.text, err, a, a.In(2022, c.period))
		}
	}
	for _, text := range []string{"", "32 декабря", "29 февраля", "31 ноября", "2022-12-31", "декабря", "1 января прошлого года"} {
		var a AsOf
		if a.UnmarshalText([]byte(text)) == nil {
			t.Errorf("%q is taken for %v", text, a)
		}
	}
	if !(AsOf{}).In(2022, CalendarYear).IsZero() || (AsOf{}).String() != "" || (AsOf{Month: time.May, Day: 1}).IsZero() {
		t.Error("a whole period has no day")
	}
}

func TestInterval(t *testing.T) {
	var v Interval
	if err := v.UnmarshalTOML([]any{int64(-5), 12.5}); err != nil || v.String() != "от −5 до 12,5" || !v.Has(12.5) || v.Has(12.6) {
		t.Error(v, err)
	}
	for _, bad := range []any{int64(1), []any{}, []any{int64(1)}, []any{int64(1), "2"}, []any{int64(2), int64(1)}, []any{math.NaN(), 1.0}, []any{0.0, math.Inf(1)}} {
		if new(Interval).UnmarshalTOML(bad) == nil {
			t.Errorf("%v is taken", bad)
		}
	}
}
