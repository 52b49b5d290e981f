package execution

import (
	"fmt"
	"testing"

	"doklad/generator/model"
)

func on(month, day int) model.Date {
	return model.Date{Year: 2022, Day: day}.AddMonths(month)
}

func response(o model.Outcome, month, day int) model.RecommendationMark {
	return model.RecommendationMark{Recommendation: "2021/ds-3/D05", Outcome: o, Date: on(month, day)}
}

// The term of all cases is 1 June 2022, where there is one.
func TestRespond(t *testing.T) {
	type marks = []model.RecommendationMark
	late := func(r Response) string { return fmt.Sprintf("%s, %d, %t", r.Status, r.Late, r.IsOverdue()) }
	for name, c := range map[string]struct {
		marks marks
		day   model.Date
		want  string
	}{
		"nothing told":                 {nil, on(5, 1), "срок не наступил, 0, false"},
		"nothing told, the last day":   {nil, on(6, 1), "срок не наступил, 0, false"},
		"nothing told, a day late":     {nil, on(6, 2), "не исполнено, 1, true"},
		"begun":                        {marks{response("work", 3, 1)}, on(6, 1), "в работе, 0, false"},
		"begun, not finished":          {marks{response("work", 3, 1)}, on(6, 11), "не исполнено, 10, true"},
		"begun too late":               {marks{response("work", 6, 5)}, on(6, 11), "не исполнено, 10, true"},
		"not told yet":                 {marks{response("done", 5, 1)}, on(4, 30), "срок не наступил, 0, false"},
		"done":                         {marks{response("done", 5, 1)}, on(5, 1), "исполнено, 0, false"},
		"done on the last day":         {marks{response("done", 6, 1)}, on(12, 1), "исполнено, 0, false"},
		"done late":                    {marks{response("done", 6, 4)}, on(12, 1), "исполнено с опозданием, 3, false"},
		"partly, in time":              {marks{response("partly", 5, 1)}, on(6, 1), "исполнено частично, 0, false"},
		"partly, and the term is over": {marks{response("partly", 5, 1)}, on(6, 3), "исполнено частично, 2, true"},
		"partly, then done":            {marks{response("partly", 5, 1), response("done", 5, 20)}, on(6, 3), "исполнено, 0, false"},
		"given up before the term":     {marks{response("failed", 5, 1)}, on(5, 2), "не исполнено, 0, false"},
		"given up, the term is over":   {marks{response("failed", 5, 1)}, on(6, 2), "не исполнено, 1, true"},
		"not relevant":                 {marks{response("void", 5, 1)}, on(12, 1), "не актуально, 0, false"},
		"of one day, the last written": {marks{response("done", 5, 1), response("work", 5, 1)}, on(5, 2), "в работе, 0, false"},
		"written later, of an earlier day": {marks{response("done", 5, 1), response("work", 4, 1)}, on(5, 2),
			"исполнено, 0, false"},
		"between the two": {marks{response("done", 5, 1), response("work", 4, 1)}, on(4, 2), "в работе, 0, false"},
	} {
		r := Respond(c.marks, on(6, 1), c.day)
		if got := late(r); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if (r.Mark == nil) != (len(c.marks) == 0 || c.day.Compare(on(4, 30)) == 0) || r.Due != on(6, 1) {
			t.Errorf("%s: %+v", name, r)
		}
	}
	for want, m := range map[string]marks{
		"срок не определён, 0, false":  nil,
		"в работе, 0, false":           {response("work", 1, 1)},
		"исполнено, 0, false":          {response("done", 1, 1)},
		"исполнено частично, 0, false": {response("partly", 1, 1)},
		"не исполнено, 0, false":       {response("failed", 1, 1)},
	} {
		if got := late(Respond(m, model.Date{}, on(12, 1))); got != want {
			t.Errorf("without a term: %s, want %s", got, want)
		}
	}
}

func TestDecided(t *testing.T) {
	for _, c := range []struct {
		decision model.ManagementDecision
		day      model.Date
		want     Status
		late     int
	}{
		{model.ManagementDecision{}, on(5, 1), Undefined, 0},
		{model.ManagementDecision{Term: on(6, 1)}, on(6, 1), NotDue, 0},
		{model.ManagementDecision{Term: on(6, 1)}, on(6, 2), Failed, 1},
		{model.ManagementDecision{Term: on(6, 1), Outcome: "done", OutcomeDate: on(6, 1)}, on(12, 1), Done, 0},
		{model.ManagementDecision{Term: on(6, 1), Outcome: "done", OutcomeDate: on(6, 3)}, on(12, 1), DoneLate, 2},
		{model.ManagementDecision{Term: on(6, 1), Outcome: "done", OutcomeDate: on(6, 3)}, on(6, 2), Failed, 1},
		{model.ManagementDecision{Outcome: "work", OutcomeDate: on(6, 3)}, on(12, 2), InWork, 0},
		{model.ManagementDecision{Outcome: "void", OutcomeDate: on(6, 3)}, on(12, 2), NotRelevant, 0},
	} {
		if r := Decided(c.decision, c.day); r.Status != c.want || r.Late != c.late || r.Mark != nil {
			t.Errorf("%+v on %s: %+v", c.decision, c.day, r)
		}
	}
}

func TestQuarters(t *testing.T) {
	list := []Due{{Recommendation: "a", Day: on(6, 1)}, {Recommendation: "b", Day: on(9, 30)}, {Recommendation: "c"}}
	mark := func(id string, o model.Outcome, month, day int) model.RecommendationMark {
		m := response(o, month, day)
		m.Recommendation = id
		return m
	}
	marks := []model.RecommendationMark{mark("a", "partly", 3, 31), mark("b", "work", 4, 1), mark("b", "done", 9, 30), mark("gone", "done", 3, 1), mark("a", "done", 12, 31)}
	var got string
	for _, q := range Quarters(list, marks, on(3, 31), model.Date{Year: 2023, Month: 3, Day: 30}) {
		all := 0
		got += fmt.Sprintf("%d-%d %s:", q.Year, q.Number, q.Day)
		for _, s := range PlainStatuses {
			if q.Count[s] > 0 {
				got += fmt.Sprintf(" %s %d,", s, q.Count[s])
			}
			all += q.Count[s]
		}
		if got += fmt.Sprintf(" просрочено %d\n", q.Overdue); all != len(list) {
			t.Errorf("%d of %d are counted", all, len(list))
		}
	}
	const want = `2022-1 31.03.2022: срок не наступил 1, исполнено частично 1, срок не определён 1, просрочено 0
2022-2 30.06.2022: в работе 1, исполнено частично 1, срок не определён 1, просрочено 1
2022-3 30.09.2022: исполнено 1, исполнено частично 1, срок не определён 1, просрочено 1
2022-4 31.12.2022: исполнено 1, исполнено с опозданием 1, срок не определён 1, просрочено 0
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	long := model.Date{Year: 2030, Month: 1, Day: 1}
	if q := Quarters(list, marks, on(3, 31), long); len(q) != 4 || q[3].Day != on(12, 31) {
		t.Error("after the last mark:", q)
	}
	if q := Quarters(list[:2], nil, on(3, 31), long); len(q) != 3 || q[2].Day != on(9, 30) {
		t.Error("after the last term:", q)
	}
	if q := Quarters(list, marks, on(3, 31), on(3, 31)); len(q) != 1 {
		t.Error("the last day of the quarter:", q)
	}
	if q := Quarters(list, marks, on(3, 30), on(3, 30)); q != nil {
		t.Error("the quarter is not over:", q)
	}
	if q := Quarters(list, marks, model.Date{}, on(12, 31)); q != nil {
		t.Error("not issued:", q)
	}
}

// What an institution had not done when it was closed is not relevant any more; what it had
// done stays.
func TestClosedAddressee(t *testing.T) {
	due := Due{Recommendation: "a", Day: on(6, 1), Closed: on(5, 10)}
	for _, c := range []struct {
		marks []model.RecommendationMark
		day   model.Date
		want  Status
	}{
		{nil, on(5, 9), NotDue},
		{nil, on(5, 10), NotRelevant},
		{nil, on(7, 1), NotRelevant},
		{[]model.RecommendationMark{response("partly", 5, 1)}, on(7, 1), NotRelevant},
		{[]model.RecommendationMark{response("done", 5, 1)}, on(7, 1), Done},
	} {
		if r := due.Respond(c.marks, c.day); r.Status != c.want || r.Late != 0 {
			t.Errorf("%v on %s: %+v", c.marks, c.day, r)
		}
	}
}

// A quarter has its days, and the next one follows it over the end of the year.
func TestQuarterDays(t *testing.T) {
	q := Quarters(nil, nil, on(10, 5), on(12, 31))[0]
	if q.Label() != "IV квартал 2022 г." || q.Next().Label() != "I квартал 2023 г." || q.Next().Day != (model.Date{Year: 2023, Month: 3, Day: 31}) {
		t.Errorf("%s, then %s to %s", q.Label(), q.Next().Label(), q.Next().Day)
	}
	for day, want := range map[model.Date]bool{on(9, 30): false, on(10, 1): true, on(12, 31): true, {Year: 2023, Month: 1, Day: 1}: false, {Year: 2021, Month: 11, Day: 1}: false} {
		if q.Has(day) != want {
			t.Errorf("%s: %v", day, !want)
		}
	}
}
