package model

import (
	"slices"
	"testing"
	"time"
)

// The name of an occurrence may be typed as a text, a year or a day.
func TestOccurrenceIDUnmarshal(t *testing.T) {
	local := time.FixedZone("date-local", 0)
	for _, test := range []struct {
		typed any
		want  OccurrenceID
	}{
		{"2022-Q3", "2022-Q3"},
		{" 2021/2022 ", "2021/2022"},
		{"", ""},
		{int64(2022), "2022"},
		{time.Date(2022, 3, 5, 0, 0, 0, 0, local), "2022-03-05"},
	} {
		var id OccurrenceID
		if err := id.UnmarshalTOML(test.typed); err != nil || id != test.want {
			t.Errorf("%v: %q %v, want %q", test.typed, id, err, test.want)
		}
	}
	for _, typed := range []any{2022.5, true, []any{"2022"}, time.Date(2022, 3, 5, 10, 0, 0, 0, time.UTC)} {
		var id OccurrenceID
		if err := id.UnmarshalTOML(typed); err == nil || id != "" {
			t.Errorf("%v is accepted as %q", typed, id)
		}
	}
}

func TestOccurrenceIs(t *testing.T) {
	for _, test := range []struct {
		typed OccurrenceID
		name  string
		want  bool
	}{
		{"2022", "2022", true},
		{"2022-q3", "2022-Q3", true},
		{"2022–Q3", "2022-Q3", true},
		{"2022-Н1", "2022-H1", true}, // Cyrillic Н
		{"2022-н1", "2022-H1", true},
		{"2022 - H1", "2022-H1", true},
		{"2021 / 2022", "2021/2022", true},
		{"нико-2022", "НИКО-2022", true},
		{"", "", true},
		{"2022", "2021", false},
		{"2022", "2022-Q1", false},
		{"2022-H1", "2022-H2", false},
		{"", "2022", false},
		{"2022", "", false},
	} {
		if got := test.typed.Is(test.name); got != test.want {
			t.Errorf("%q is %q: %t", test.typed, test.name, got)
		}
	}
}

func TestEvidenceString(t *testing.T) {
	on := Date{2021, 8, 30}
	for _, test := range []struct {
		e    Evidence
		want string
	}{
		{Evidence{}, ""},
		{Evidence{Kind: "приказ", Number: "45", Date: on, Title: "Об итогах"}, "приказ от 30.08.2021 № 45 «Об итогах»"},
		{Evidence{Kind: "справка", Title: "Итоги «Школы года»"}, "справка Итоги «Школы года»"}, // no quotes in quotes
		{Evidence{Title: "Справка об итогах"}, "Справка об итогах"},
		{Evidence{Kind: "протокол", Number: "3/1"}, "протокол № 3/1"},
		{Evidence{Kind: "справка", Date: on}, "справка от 30.08.2021"},
		{Evidence{Number: "45"}, "№ 45"},
		{Evidence{Link: "https://example.ru"}, ""}, // said beside it
	} {
		if got := test.e.String(); got != test.want {
			t.Errorf("%+v: %q, want %q", test.e, got, test.want)
		}
	}
	for _, e := range []Evidence{{Kind: "а"}, {Number: "1"}, {Date: on}, {Title: "а"}, {Link: "а"}, {File: "а"}} {
		if e.IsEmpty() {
			t.Errorf("%+v is empty", e)
		}
	}
}

// Two entries say the same whoever wrote them and when; any other field parts them.
func TestSays(t *testing.T) {
	said := func() ProgressEntry {
		return ProgressEntry{Activity: "2.1", Occurrence: "2022-H1", Outcome: OutcomeDone, Date: Date{2022, 5, 1}, Until: Date{2022, 6, 1},
			Event: "а", Result: "б", Evidence: []Evidence{{Kind: "справка"}}, Reason: "в", Correction: "г", Note: "д", By: "е", Entered: Date{2022, 5, 2}}
	}
	for name, change := range map[string]func(e *ProgressEntry){
		"nothing": func(*ProgressEntry) {},
		"by":      func(e *ProgressEntry) { e.By = "ё" },
		"entered": func(e *ProgressEntry) { e.Entered = Date{2023, 1, 1} },
		"number":  func(e *ProgressEntry) { e.Activity = "2.1." },
		"name":    func(e *ProgressEntry) { e.Occurrence = "2022-н1" },
	} {
		e := said()
		if change(&e); !e.Says(said()) || !said().Says(e) {
			t.Errorf("another %s is told from it", name)
		}
	}
	for name, change := range map[string]func(e *ProgressEntry){
		"activity":   func(e *ProgressEntry) { e.Activity = "2.2" },
		"occurrence": func(e *ProgressEntry) { e.Occurrence = "2022-H2" },
		"outcome":    func(e *ProgressEntry) { e.Outcome = OutcomeLate },
		"date":       func(e *ProgressEntry) { e.Date.Day = 2 },
		"until":      func(e *ProgressEntry) { e.Until.Day = 2 },
		"event":      func(e *ProgressEntry) { e.Event = "" },
		"result":     func(e *ProgressEntry) { e.Result = "" },
		"evidence":   func(e *ProgressEntry) { e.Evidence[0].Number = "1" },
		"none":       func(e *ProgressEntry) { e.Evidence = nil },
		"reason":     func(e *ProgressEntry) { e.Reason = "" },
		"correction": func(e *ProgressEntry) { e.Correction = "" },
		"note":       func(e *ProgressEntry) { e.Note = "" },
	} {
		e := said()
		if change(&e); e.Says(said()) || said().Says(e) {
			t.Errorf("another %s is not told from it", name)
		}
	}
}

func TestOutcomes(t *testing.T) {
	for _, o := range Outcomes {
		if done := o == OutcomeDone || o == OutcomeLate; o.IsDone() != done || o.IsFinal() != (done || o == OutcomeVoid) {
			t.Errorf("%s: done %t, final %t", o, o.IsDone(), o.IsFinal())
		}
	}
	if len(Outcomes) != 8 || len(slices.Compact(slices.Sorted(slices.Values(Outcomes)))) != 8 {
		t.Error(Outcomes)
	}
}

func TestActivityID(t *testing.T) {
	for number, want := range map[string]string{"2.1.": "2.1", "2.1": "2.1", " 2.1.\u00a0": "2.1", "\t3.": "3", "1.2.3.": "1.2.3", "": ""} {
		if got := ActivityID(number); got != want {
			t.Errorf("%q: %q, want %q", number, got, want)
		}
	}
	r := Roadmap{Sections: []Section{{}, {Activities: []Activity{{}, {Number: "7."}}}}}
	if r.NumberOf(1, 0) != "2.1" || r.NumberOf(1, 1) != "7." {
		t.Error(r.NumberOf(1, 0), r.NumberOf(1, 1))
	}
}
