package execution

import (
	"fmt"
	"testing"

	"doklad/generator/model"
)

// standings stand in the given ways.
func standings(list ...Status) []Standing {
	var all []Standing
	for _, s := range list {
		all = append(all, Standing{Status: s})
	}
	return all
}

func TestSummary(t *testing.T) {
	for _, test := range []struct {
		of   []Status
		want Status
	}{
		{nil, Undefined},
		{[]Status{NotDue, NotDue}, NotDue},
		{[]Status{Done, NotDue}, InWork}, // begun, and not at its end
		{[]Status{DoneLate, NotDue}, InWork},
		{[]Status{Void, NotDue}, NotDue}, // nothing was done of it
		{[]Status{InWork, NotDue}, InWork},
		{[]Status{Moved, NotDue}, Moved},
		{[]Status{Done, InWork}, InWork},
		{[]Status{Done, Moved, InWork}, Moved},
		{[]Status{Done, Partly, Moved}, Partly},
		{[]Status{Done, Failed, Partly}, Failed},
		{[]Status{Done, Done}, Done},
		{[]Status{Done, DoneLate}, DoneLate},
		{[]Status{Done, Void}, Done},
		{[]Status{Void, Void}, Void},
		{[]Status{Undefined}, Undefined},
	} {
		if got := Summary(standings(test.of...)); got != test.want {
			t.Errorf("%v: %s, want %s", test.of, got, test.want)
		}
	}
	for _, s := range Statuses {
		if got := Summary(standings(s)); got != s {
			t.Errorf("of %s alone: %s", s, got)
		}
	}
}

// Not due, in work, moved, dropped and undefined say nothing of who was in time.
func TestInTime(t *testing.T) {
	for _, test := range []struct {
		marks, on string
		want      string
	}{
		{"", "31.12.2021", "0/0"},
		{"", "01.01.2022", "0/1"},
		{"[2021] done 31.12.2021", "01.01.2022", "1/1"},
		{"[2021] done 01.01.2022", "01.01.2022", "0/1"},
		{"[2021] done 31.12.2021; [2022] done 01.02.2022", "01.02.2022", "2/2"},
		{"[2021] moved 30.12.2021 > 31.01.2022", "01.01.2022", "0/0"},
		{"[2021] void 30.12.2021", "01.01.2022", "0/0"},
		{"[2021] partly 01.12.2021", "31.12.2021", "0/0"}, // not due yet
		{"[2021] partly 01.12.2021", "01.01.2022", "0/1"},
		{"[2021] failed 01.12.2021", "01.12.2021", "0/1"}, // given up
	} {
		tally := Count(planOf("ежегодно", test.marks).On(day(test.on)))
		if tally.All() != 4 {
			t.Errorf("%s: %d times are four", test.marks, tally.All())
		}
		done, of := tally.InTime()
		if got := fmt.Sprintf("%d/%d", done, of); got != test.want {
			t.Errorf("%s on %s: %s, want %s", test.marks, test.on, got, test.want)
		}
	}
}

// Without a last day the word of the clerk is all there is.
func TestInTimeWithoutLastDay(t *testing.T) {
	for marks, want := range map[string]string{"": "0/0", "partly 01.12.2021": "0/1", "failed 01.12.2021": "0/1", "done 01.12.2021": "1/1", "late 01.12.2021": "0/1"} {
		done, of := Count(planOf("постоянно", marks).On(day("31.12.2021"))).InTime()
		if got := fmt.Sprintf("%d/%d", done, of); got != want {
			t.Errorf("%s: %s, want %s", marks, got, want)
		}
	}
}

func TestOverdueAndOpen(t *testing.T) {
	for _, test := range []struct {
		term, marks   string
		overdue, open bool // on 01.09.2021
	}{
		{"июль 2021 г.", "", true, true},
		{"сентябрь 2021 г.", "", false, true},
		{"октябрь 2021 г.", "", false, true},
		{"июль 2021 г.", "done 31.07.2021", false, false},
		{"июль 2021 г.", "done 01.08.2021", false, false},
		{"июль 2021 г.", "void 01.08.2021", false, false},
		{"июль 2021 г.", "partly 30.07.2021", true, true},
		{"сентябрь 2021 г.", "partly 01.09.2021", false, true},
		{"июль 2021 г.", "moved 30.07.2021 > 01.09.2021", false, true},
		{"июль 2021 г.", "moved 30.07.2021 > 31.08.2021", true, true},
		{"сентябрь 2021 г.", "failed 01.09.2021", false, true}, // given up, but its day has not come
		{"июль 2021 г.", "failed 31.07.2021", true, true},
		{"постоянно", "failed 31.07.2021", true, true}, // no day is to come
		{"постоянно", "", false, true},
		{"по согласованию", "", false, true},
	} {
		s := planOf(test.term, test.marks).On(day("01.09.2021"))[0]
		if s.IsOverdue() != test.overdue || s.IsOpen() != test.open {
			t.Errorf("%s, %s: %s, overdue %t, open %t", test.term, test.marks, s.Status, s.IsOverdue(), s.IsOpen())
		}
	}
}

func TestByActivity(t *testing.T) {
	p := NewPlan(order("ежегодно", "август 2021 г.", "ежегодно", "по мере необходимости"), Record{})
	var got []int
	for _, list := range ByActivity(p.On(day("01.01.2022"))) {
		got = append(got, len(list))
		for _, s := range list {
			if s.Activity != list[0].Activity {
				t.Error("two activities in one")
			}
		}
	}
	if fmt.Sprint(got) != "[4 1 4 1]" {
		t.Error(got)
	}
	if len(ByActivity(nil)) != 0 {
		t.Error("nothing is parted into something")
	}
	if tally := Count(p.On(day("01.01.2022"))); tally.All() != 10 || tally[Failed] != 3 || tally[NotDue] != 5 {
		t.Error(tally)
	}
}

// A standing says on which day it was carried out, and what it is called by.
func TestDoneOn(t *testing.T) {
	for marks, want := range map[string]model.Date{
		"": {}, "work 10.08.2021": {}, "failed 10.08.2021": {}, "void 10.08.2021": {}, "moved 10.08.2021 > 01.09.2021": {},
		"done 10.08.2021": day("10.08.2021"), "late 10.09.2021": day("10.09.2021"), "partly 10.08.2021": day("10.08.2021"),
	} {
		s := planOf("август 2021 г.", marks).On(day("01.10.2021"))[0]
		if s.DoneOn() != want || s.OccurrenceID() != "" {
			t.Errorf("%s: %s %s", marks, s.DoneOn(), s.OccurrenceID())
		}
	}
	if s := planOf("по мере необходимости", "").On(day("01.10.2021"))[0]; s.OccurrenceID() != "" || s.Occurrence != nil {
		t.Errorf("%+v", s)
	}
}
