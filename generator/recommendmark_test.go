package generator

import (
	"strings"
	"testing"

	"doklad/generator/model"
)

// What is on record is not put there again, by whomever it is told; what another mark of the
// day took back is.
func TestSameMarkOfRecommendation(t *testing.T) {
	g, files := advisedOffice(t)
	place := adviceAt("uo", 2022)
	work := model.ProgressEntry{Activity: "2022/ds-3/D16", Outcome: model.OutcomeWork, Date: dayOf("20.10.2022"), Entered: dayOf("20.10.2022")}
	failed := work
	failed.Outcome, failed.Reason = model.OutcomeFailed, "карантин"
	again := work
	again.By, again.Entered = "primerova", dayOf("21.10.2022")
	for n, test := range []struct {
		marks []model.ProgressEntry
		added int
		known string
	}{
		{[]model.ProgressEntry{work}, 1, "-"},
		{[]model.ProgressEntry{again}, 0, "+"},
		{[]model.ProgressEntry{failed}, 1, "-"},
		{[]model.ProgressEntry{again}, 1, "-"}, // the failure took the first back
		{[]model.ProgressEntry{work, {Activity: "2022/ds-3/D24", Outcome: model.OutcomeWork, Date: dayOf("20.10.2022")}}, 1, "+-"},
	} {
		before := string(files[advisedRecord].Data)
		file, recorded, problems, err := g.Record(place, test.marks)
		if err != nil || len(problems) > 0 {
			t.Fatalf("%d: %v %s", n, err, texts(problems))
		}
		known := ""
		for _, r := range recorded {
			known += map[bool]string{true: "+", false: "-"}[r.Known]
		}
		if known != test.known {
			t.Errorf("%d: known %s, want %s", n, known, test.known)
		}
		if (file.Path == "") != (test.added == 0) {
			t.Errorf("%d: the file is %q", n, file.Path)
		}
		if file.Path != "" {
			files[advisedRecord].Data = file.Bytes
		}
		if added := strings.Count(string(files[advisedRecord].Data), "[[mark]]") - strings.Count(before, "[[mark]]"); added != test.added {
			t.Errorf("%d: %d marks are added, want %d", n, added, test.added)
		}
	}
}

// A document cannot be of a day to come, however the mark is told.
func TestDocumentOfADayToCome(t *testing.T) {
	g, files := advisedOffice(t)
	mark := model.ProgressEntry{Activity: "2022/ds-3/D16", Outcome: model.OutcomeDone, Date: dayOf("20.10.2022"), Evidence: []model.Evidence{{Number: "5", Date: dayOf("21.12.2022")}}}
	_, _, problems, err := g.Record(adviceAt("uo", 2022), []model.ProgressEntry{mark})
	if told := texts(problems); err != nil || !strings.Contains(told, "отметка о рекомендации 2022/ds-3/D16: документ от 21.12.2022: этот день ещё не наступил (сегодня 20.12.2022) [REC-DAY]") || !problems.HasErrors() {
		t.Errorf("%v %s", err, told)
	}
	mark.Evidence[0].Date = g.Clock
	if _, _, problems, err := g.Record(adviceAt("uo", 2022), []model.ProgressEntry{mark}); err != nil || len(problems) > 0 {
		t.Errorf("%v %s", err, texts(problems))
	}
	// What was late says why, as soon as its term is known.
	mark.Date = dayOf("05.12.2022")
	file, recorded, problems, err := g.Record(adviceAt("uo", 2022), []model.ProgressEntry{mark})
	want := "исполнено 05.12.2022, на 4 дня позже срока (01.12.2022), а причина не названа [REC-REASON]"
	if err != nil || len(recorded) != 1 || !strings.Contains(texts(problems), want) {
		t.Errorf("%v %s", err, texts(problems))
	}
	files[advisedRecord].Data = file.Bytes
	if told := texts(g.recommendedYears("2022")[0].faults); !strings.Contains(told, want) {
		t.Errorf("of the file: %s", told)
	}
}
