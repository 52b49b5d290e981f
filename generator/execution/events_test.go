package execution

import (
	"fmt"
	"strings"
	"testing"

	"doklad/generator/model"
)

func TestEvents(t *testing.T) {
	const needed, exams, received = "По мере необходимости", "По мере проведения контрольно-оценочных процедур", "в течение 10 рабочих дней со дня получения"
	tell(t, []story{
		// The day of the event is the first; without a lag there is no last.
		{exams, "event 15.03.2022 ВПР", []string{
			"14.03.2022: срок не наступил", "15.03.2022: 2022-03-15 в работе", "01.01.2025: 2022-03-15 в работе"}},
		{exams, "event 15.03.2022 > 31.03.2022 ВПР", []string{
			"15.03.2022: 2022-03-15 в работе", "31.03.2022: 2022-03-15 в работе", "01.04.2022: 2022-03-15 не исполнено +1"}},
		{exams, "event 15.03.2022 > 31.03.2022 ВПР; [2022-03-15] done 02.04.2022", []string{
			"01.04.2022: 2022-03-15 не исполнено +1", "02.04.2022: 2022-03-15 исполнено с опозданием +2"}},
		{exams, "[ВПР-2022] event 15.03.2022 > 31.03.2022; [впр-2022] done 20.03.2022", []string{"20.03.2022: ВПР-2022 исполнено"}},
		// Ten working days after Friday, 3 June: Sunday the 12th is a holiday, so the 13th is off.
		{received, "event 03.06.2022 письмо", []string{
			"03.06.2022: 2022-06-03 в работе", "20.06.2022: 2022-06-03 в работе", "21.06.2022: 2022-06-03 не исполнено +1"}},
		{received, "event 03.06.2022 > 30.06.2022 письмо", []string{"30.06.2022: 2022-06-03 в работе", "01.07.2022: 2022-06-03 не исполнено +1"}},
		// Moved and dropped like any other.
		{received, "event 03.06.2022 письмо; [2022-06-03] moved 10.06.2022 > 15.07.2022", []string{"15.07.2022: 2022-06-03 перенесено", "17.07.2022: 2022-06-03 не исполнено +2"}},
		{exams, "event 15.03.2022 ВПР; [2022-03-15] void 20.03.2022", []string{"20.03.2022: 2022-03-15 утратило актуальность"}},

		// Several events; two of one day.
		{exams, "event 15.03.2022 ВПР; event 15.03.2022 НИКО; event 20.05.2022 ОГЭ; [2022-03-15-2] done 16.03.2022", []string{
			"16.03.2022: 2022-03-15 в работе, 2022-03-15-2 исполнено",
			"20.05.2022: 2022-03-15 в работе, 2022-03-15-2 исполнено, 2022-05-20 в работе"}},
		// The event is amended: it was on another day, and its last day is another.
		{exams, "event 15.03.2022 ВПР; [2022-03-15] event 17.03.2022 > 31.03.2022 ВПР; [2022-03-15] done 18.03.2022", []string{
			"16.03.2022: срок не наступил", "17.03.2022: 2022-03-15 в работе", "18.03.2022: 2022-03-15 исполнено"}},

		// A mark alone opens its own: the meeting was held as it was needed.
		{needed, "done 10.10.2021", []string{"09.10.2021: срок не наступил", "10.10.2021: 2021-10-10 исполнено"}},
		{needed, "done 10.10.2021; done 05.02.2022", []string{"05.02.2022: 2021-10-10 исполнено, 2022-02-05 исполнено"}},
		{needed, "done 10.10.2021; partly 10.10.2021", []string{"10.10.2021: 2021-10-10 исполнено частично"}},
		{needed, "failed 10.10.2021; [2021-10-10] done 12.10.2021", []string{"10.10.2021: 2021-10-10 не исполнено", "12.10.2021: 2021-10-10 исполнено"}},
		{needed, "event 10.10.2021 просьба школы; done 10.10.2021", []string{"10.10.2021: 2021-10-10 исполнено"}},
		// The order of the entries does not matter.
		{needed, "[2021-10-10] done 12.10.2021; event 10.10.2021", []string{"11.10.2021: 2021-10-10 в работе", "12.10.2021: 2021-10-10 исполнено"}},

		// Another paper gives the days: they are told one by one while it has no timetable.
		{"В соответствии с графиком проведения НИКО", "event 10.10.2022 > 14.10.2022 НИКО", []string{
			"09.10.2022: срок не определён", "10.10.2022: 2022-10-10 в работе", "15.10.2022: 2022-10-10 не исполнено +1"}},
	})
}

// Every entry finds the occurrence that it opened, also after the event was amended.
func TestEntriesOfEvents(t *testing.T) {
	p := planOf("По мере необходимости", "event 15.03.2022 ВПР; event 15.03.2022 ВПР; [2022-03-15-2] event 16.03.2022 ВПР; done 15.03.2022; void 01.04.2022")
	var got []string
	for _, c := range p.Counted {
		id := "–"
		if c.Occurrence != nil {
			id = c.Occurrence.ID + " " + c.Occurrence.Name + " " + c.Occurrence.Begin.String()
		}
		got = append(got, fmt.Sprint(id, " ", c.Corrected))
	}
	want := "2022-03-15 ВПР 15.03.2022 false; 2022-03-15-2 ВПР 16.03.2022 true; 2022-03-15-2 ВПР 16.03.2022 false; 2022-03-15 ВПР 15.03.2022 false; – false"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	if got, want := how(p.On(day("01.04.2022"))), "2022-03-15 исполнено, 2022-03-15-2 утратило актуальность"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func timetabled(term, marks string, terms ...model.TimetableTerm) *Plan {
	progress := entries(marks)
	progress.Timetables = []model.TimetableUse{{Activity: "1.1", File: "niko"}}
	return NewPlan(order(term), Record{Progress: progress, Timetables: map[string]*model.Timetable{"niko": {ID: "niko", Terms: terms}}})
}

// A timetable gives days of their own names; a line without a last day is a day.
func TestTimetable(t *testing.T) {
	lines := []model.TimetableTerm{
		{Name: "физика", Begin: day("11.10.2022"), End: day("14.10.2022")},
		{Name: "химия", Begin: day("11.10.2022")},
		{ID: "НИКО-2023", Name: "география", Begin: day("10.10.2023"), End: day("31.12.2023")},
	}
	for _, term := range []string{"В соответствии с графиком проведения НИКО", "По мере проведения процедур"} {
		p := timetabled(term, "[2022-10-11] done 14.10.2022; [нико–2023] done 09.01.2024", lines...)
		for _, want := range []string{
			"01.01.2022: 2022-10-11 срок не наступил, 2022-10-11-2 срок не наступил, НИКО-2023 срок не наступил",
			"11.10.2022: 2022-10-11 в работе, 2022-10-11-2 в работе, НИКО-2023 срок не наступил",
			"14.10.2022: 2022-10-11 исполнено, 2022-10-11-2 не исполнено +3, НИКО-2023 срок не наступил",
			"31.12.2023: 2022-10-11 исполнено, 2022-10-11-2 не исполнено +446, НИКО-2023 в работе",
			"09.01.2024: 2022-10-11 исполнено, 2022-10-11-2 не исполнено +455, НИКО-2023 исполнено с опозданием +9",
		} {
			on, status, _ := strings.Cut(want, ": ")
			if got := how(p.On(day(on))); got != status {
				t.Errorf("%s on %s: %s\nwant %s", term, on, got, status)
			}
		}
		if name := p.Activities[0].Occurrences[1].Name; name != "химия" {
			t.Error(name)
		}
	}
	for marks, want := range map[string]Fault{"done 14.10.2022": WhichOccurrence, "event 14.10.2022": NoEvents, "[2022-10-12] done 14.10.2022": NoOccurrence} {
		if c := timetabled("по графику", marks, lines...).Counted[0]; c.Fault != want {
			t.Errorf("%s: %d, want %d", marks, c.Fault, want)
		}
	}
	p := timetabled("по графику", "void 01.01.2023", lines...)
	if got, want := how(p.On(day("02.01.2023"))), "2022-10-11 не исполнено +80, 2022-10-11-2 не исполнено +83, НИКО-2023 утратило актуальность"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A timetable changes no term that has days of its own; one that could not be read gives
// none.
func TestTimetableOfOther(t *testing.T) {
	if got := how(timetabled("август 2021 г.", "", model.TimetableTerm{Begin: day("11.10.2022")}).On(day("02.09.2021"))); got != "не исполнено +2" {
		t.Error(got)
	}
	progress := &model.Progress{Timetables: []model.TimetableUse{{Activity: "1.1", File: "niko"}, {Activity: "9.9", File: "niko"}}}
	if got := how(NewPlan(order("по графику"), Record{Progress: progress}).On(day("02.09.2021"))); got != "срок не определён" {
		t.Error(got)
	}
}
