package lint_test

import (
	"slices"
	"strings"
	"testing"

	"doklad/generator/lint"
	"doklad/generator/model"
)

// responses have no faults on 01.03.2023.
func responses() *model.Recommendations {
	return &model.Recommendations{Year: 2021, Date: day("15.09.2021"), Marks: []model.RecommendationMark{
		{Recommendation: "2021/ds-3/D05", Outcome: model.OutcomeWork, Date: day("15.09.2021"), By: "ivanova"},
		{Recommendation: "2021/ds-3/D05", Outcome: model.OutcomeDone, Date: day("01.03.2023"), Entered: day("01.03.2023"), Document: model.Evidence{Number: "5"}},
		{Recommendation: "2021/ds-4/D02", Outcome: model.OutcomeFailed, Date: day("01.03.2022"), Reason: "карантин"},
	}}
}

func decided() *model.DecisionRegister {
	return &model.DecisionRegister{Year: 2022, Decisions: []model.ManagementDecision{
		{ID: "1", Date: day("21.03.2022"), Term: day("01.06.2030")},
		{ID: "2", Date: day("01.03.2023"), Outcome: model.OutcomeDone, OutcomeDate: day("01.03.2023")},
	}}
}

var responseMutations = []struct {
	name   string
	change func(*model.Recommendations)
	want   []string
}{
	{"nothing is wrong", func(*model.Recommendations) {}, nil},
	{"not issued, not marked", func(r *model.Recommendations) { r.Date, r.Marks = day("02.03.2023"), nil }, nil},
	{"issued tomorrow", func(r *model.Recommendations) { r.Date, r.Marks = day("02.03.2023"), r.Marks[1:2] }, []string{"date REC-DAY", "mark[1].date REC-DAY"}},
	{"before the issue", func(r *model.Recommendations) { r.Marks[2].Date = day("14.09.2021") }, []string{"mark[3].date REC-DAY"}},
	{"no day, told when read", func(r *model.Recommendations) { r.Marks[2].Date = model.Date{} }, nil},
	{"of tomorrow", func(r *model.Recommendations) { r.Marks[1].Date = day("02.03.2023") }, []string{"mark[2].date REC-DAY"}},
	{"entered tomorrow", func(r *model.Recommendations) { r.Marks[1].Entered = day("02.03.2023") }, []string{"mark[2].entered REC-DAY"}},
	{"done without a document", func(r *model.Recommendations) { r.Marks[1].Document = model.Evidence{} }, []string{"mark[2].status REC-PROOF"}},
	{"partly without a document", func(r *model.Recommendations) {
		r.Marks[1].Document, r.Marks[1].Outcome, r.Marks[1].Reason = model.Evidence{}, model.OutcomePartly, "карантин"
	}, nil},
	{"a document of tomorrow", func(r *model.Recommendations) { r.Marks[1].Document.Date = day("02.03.2023") }, []string{"mark[2].document.date REC-DAY"}},
	{"a document of today", func(r *model.Recommendations) { r.Marks[1].Document.Date = day("01.03.2023") }, nil},
	{"failed without a reason", func(r *model.Recommendations) { r.Marks[2].Reason = "" }, []string{"mark[3].status REC-REASON"}},
	{"a dash is no reason", func(r *model.Recommendations) { r.Marks[2].Reason = " – " }, []string{"mark[3].status REC-REASON"}},
	{"partly without a reason", func(r *model.Recommendations) { r.Marks[2].Reason, r.Marks[2].Outcome = "", model.OutcomePartly }, []string{"mark[3].status REC-REASON"}},
	{"the reason is told by a later mark of the day", func(r *model.Recommendations) {
		r.Marks = append(r.Marks, r.Marks[2])
		r.Marks[2].Reason = ""
	}, nil},
	{"a later mark of another day takes nothing back", func(r *model.Recommendations) {
		r.Marks = append(r.Marks, r.Marks[2])
		r.Marks[2].Reason, r.Marks[3].Date = "", day("02.03.2022")
	}, []string{"mark[3].status REC-REASON"}},
	{"a mark of nothing", func(r *model.Recommendations) { r.Marks[2].Recommendation, r.Marks[2].Reason = "", "" }, []string{"mark[3].status REC-REASON"}},
	{"twice, by others on another day", func(r *model.Recommendations) {
		again := r.Marks[0]
		again.By, again.Entered = "petrova", day("01.02.2023")
		r.Marks = append(r.Marks, again, again)
	}, []string{"mark[4] REC-TWICE", "mark[5] REC-TWICE"}},
	{"said again after it was taken back", func(r *model.Recommendations) {
		other := r.Marks[0]
		other.By, other.Outcome = "petrova", model.OutcomeVoid
		r.Marks = append(r.Marks, other, r.Marks[0])
	}, nil},
	{"the same of another", func(r *model.Recommendations) {
		other := r.Marks[0]
		other.Recommendation = "2021/ds-4/D05"
		r.Marks = append(r.Marks, other)
	}, nil},
}

func TestResponses(t *testing.T) {
	for _, m := range responseMutations {
		r := responses()
		m.change(r)
		var got []string
		for _, p := range lint.Recommendations(r, day("01.03.2023")) {
			got = append(got, p.Key+" "+p.Code)
			if p.Text == "" || p.Hint == "" || p.Path == "" || strings.HasSuffix(p.Path, " ") {
				t.Errorf("%s: %+v", m.name, p)
			}
		}
		if !slices.Equal(got, m.want) {
			t.Errorf("%s: %q, want %q", m.name, got, m.want)
		}
	}
}

// What was done after its last day says why; without a last day, or in time, it need not.
func TestLateResponses(t *testing.T) {
	for name, test := range map[string]struct {
		due    string
		change func(*model.Recommendations)
		want   []string
	}{
		"late":               {"28.02.2023", func(*model.Recommendations) {}, []string{"mark[2].date REC-REASON"}},
		"on the last day":    {"01.03.2023", func(*model.Recommendations) {}, nil},
		"without a last day": {"", func(*model.Recommendations) {}, nil},
		"with a reason":      {"28.02.2023", func(r *model.Recommendations) { r.Marks[1].Reason = "карантин" }, nil},
		"a dash":             {"28.02.2023", func(r *model.Recommendations) { r.Marks[1].Reason = "-" }, []string{"mark[2].date REC-REASON"}},
		"said again with a reason": {"28.02.2023", func(r *model.Recommendations) {
			r.Marks = append(r.Marks, r.Marks[1])
			r.Marks[3].Reason = "карантин"
		}, nil},
	} {
		r := responses()
		test.change(r)
		var got []string
		for _, p := range lint.LateResponses(r, func(id string) model.Date {
			if id != "2021/ds-3/D05" || test.due == "" {
				return model.Date{}
			}
			return day(test.due)
		}) {
			got = append(got, p.Key+" "+p.Code)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestDaysOfDecisions(t *testing.T) {
	if l := lint.Decisions(decided(), day("01.03.2023")); len(l) > 0 {
		t.Error(l)
	}
	var got []string
	for _, p := range lint.Decisions(decided(), day("28.02.2023")) {
		got = append(got, p.Key+" "+p.Code)
	}
	if want := []string{"decision[2].date REC-DAY", "decision[2].status_date REC-DAY"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
