package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/lint"
	"doklad/generator/model"
)

func day(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// carriedOut is an order whose record has no faults: 2.1 waits for events, 2.2 for
// another paper.
func carriedOut() (*model.Order, *model.Progress) {
	o := valid()
	o.Status = model.Signed
	o.Roadmap.Sections = append(o.Roadmap.Sections, model.Section{Activities: []model.Activity{
		{Number: "3.1.", Schedule: model.NewSchedule("По мере необходимости")},
		{Number: "3.2.", Schedule: model.NewSchedule("В соответствии с графиком проведения НИКО")},
	}})
	return o, &model.Progress{
		Entries: []model.ProgressEntry{
			proved(mark("1.1", "", model.OutcomeDone, "30.08.2021")),
			mark("2.1", "2021", model.OutcomeWork, "01.10.2021"),
			proved(mark("2.1", "2021", model.OutcomeDone, "29.10.2021")),
			happened("3.1", "20.01.2022", "просьба школы"),
			proved(mark("3.1", "2022-01-20", model.OutcomeDone, "25.01.2022")),
		},
		Timetables: []model.TimetableUse{{Activity: "3.2", File: "niko"}},
	}
}

// judged is what is said of the record on 01.03.2023.
func judged(o *model.Order, p *model.Progress) diag.List {
	plan := execution.NewPlan(o, execution.Record{Progress: p, Timetables: map[string]*model.Timetable{"niko": {ID: "niko", Terms: []model.TimetableTerm{
		{ID: "НИКО-2021", Begin: day("11.10.2021"), End: day("14.10.2021")}, {ID: "НИКО-2022", Begin: day("10.10.2022")},
	}}}})
	return lint.Progress(plan, p, day("01.03.2023"))
}

func mark(activity, occurrence string, outcome model.Outcome, on string) model.ProgressEntry {
	return model.ProgressEntry{Activity: activity, Occurrence: model.OccurrenceID(occurrence), Outcome: outcome, Date: day(on)}
}

func happened(activity, on, event string) model.ProgressEntry {
	e := mark(activity, "", model.OutcomeEvent, on)
	e.Event = event
	return e
}

func until(on string, e model.ProgressEntry) model.ProgressEntry {
	e.Until = day(on)
	return e
}

func proved(e model.ProgressEntry) model.ProgressEntry {
	e.Evidence = []model.Evidence{{Kind: "справка", Number: "5"}}
	return e
}

func because(e model.ProgressEntry) model.ProgressEntry {
	e.Reason = "болезнь исполнителя"
	return e
}

func entered(on string, e model.ProgressEntry) model.ProgressEntry {
	e.Entered = day(on)
	return e
}

func sayAll(l diag.List) (all []string) {
	for _, p := range l {
		all = append(all, say(p))
	}
	return all
}

func TestMutatedRecords(t *testing.T) {
	for i, m := range recordMutations {
		o, p := carriedOut()
		m.change(o, p)
		if got := sayAll(judged(o, p)); !slices.Equal(got, m.want) {
			t.Errorf("mutation %d:\n got %q\nwant %q", i+1, got, m.want)
		}
	}
}

// What the reader has told, that an activity or a status is missing, is not told again.
func TestBlankMarksAreToldOnce(t *testing.T) {
	o, p := carriedOut()
	p.Entries = append(p.Entries, model.ProgressEntry{}, mark("1.1", "", "", "30.08.2021"),
		because(mark("1.1", "", model.OutcomePartly, "30.08.2021")))
	if got := sayAll(judged(o, p)); len(got) != 1 || !strings.Contains(got[0], "entry[8]") {
		t.Errorf("%q", got)
	}
}

func TestNothingOnRecordIsNoProblem(t *testing.T) {
	o, _ := carriedOut()
	if got := judged(o, &model.Progress{}); len(got) > 0 {
		t.Error(got)
	}
}

// Of a long list a hint names the first dozen.
func TestHintsAreShort(t *testing.T) {
	o, p := carriedOut()
	o.Roadmap.Sections[0].Activities[0].Schedule = model.NewSchedule("ежемесячно")
	got := judged(o, p)
	want := `впишите occurrence = "…"; есть: 2021-06, 2021-07, 2021-08, 2021-09, 2021-10, 2021-11, 2021-12, 2022-01, 2022-02, 2022-03, 2022-04, 2022-05 …`
	if len(got) != 1 || got[0].Hint != want {
		t.Errorf("%v", got)
	}
	for i := range 20 {
		o.Roadmap.Sections[1].Activities = append(o.Roadmap.Sections[1].Activities, model.Activity{Number: fmt.Sprint(i)})
	}
	p.Entries[0].Activity = "9.9"
	if got := judged(o, p); len(got) != 1 || got[0].Hint != "есть: 1.1, 1.2, 2.1, 2.2, 0, 1, 2, 3, 4, 5, 6, 7 …" {
		t.Errorf("%v", got)
	}
}
