package execution

import (
	"fmt"
	"strings"
	"testing"

	"doklad/generator/model"
	"doklad/generator/schedule"
)

func day(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// order is of 25.06.2021, with a plan to the end of 2024, and an activity of each term:
// 1.1, 1.2 and so on.
func order(terms ...string) *model.Order {
	o := &model.Order{
		Status: model.Signed, Number: "7", Date: day("25.06.2021"), Title: "О плане на 2021–2024 годы",
		Roadmap: &model.Roadmap{Sections: make([]model.Section, 1)},
	}
	for _, term := range terms {
		o.Roadmap.Sections[0].Activities = append(o.Roadmap.Sections[0].Activities, model.Activity{Schedule: model.NewSchedule(term)})
	}
	return o
}

// entries reads marks of activity 1.1, parted by semicolons:
// «[2022] moved 30.08.2022 > 31.10.2022», «event 15.03.2022 ВПР».
func entries(words string) *model.Progress {
	p := &model.Progress{}
	for _, words := range strings.Split(words, ";") {
		if words = strings.TrimSpace(words); words == "" {
			continue
		}
		e := model.ProgressEntry{Activity: "1.1"}
		if name, rest, found := strings.Cut(words, "] "); found {
			e.Occurrence, words = model.OccurrenceID(strings.TrimPrefix(name, "[")), rest
		}
		fields := strings.Fields(words)
		e.Outcome, e.Date = model.Outcome(fields[0]), day(fields[1])
		if fields = fields[2:]; len(fields) > 1 && fields[0] == ">" {
			e.Until, fields = day(fields[1]), fields[2:]
		}
		e.Event = strings.Join(fields, " ")
		p.Entries = append(p.Entries, e)
	}
	return p
}

// calendars know that 2021 and 2022 have no days but those of the law.
var calendars = model.Calendars{2021: {Year: 2021, Verified: true}, 2022: {Year: 2022, Verified: true}}

// planOf is a roadmap of one activity with marks on it.
func planOf(term, marks string) *Plan {
	return NewPlan(order(term), Record{Progress: entries(marks), Calendars: calendars})
}

// how is every occurrence on a day: «2021 не исполнено +5, 2022 в работе»; the number is
// the days that it is late.
func how(standings []Standing) string {
	var list []string
	for _, s := range standings {
		one := strings.TrimSpace(s.OccurrenceID() + " " + string(s.Status))
		if s.Late > 0 {
			one += fmt.Sprintf(" +%d", s.Late)
		}
		list = append(list, one)
	}
	return strings.Join(list, ", ")
}

// story is a roadmap of one activity and how it stands on some days: «30.06.2021: …».
type story struct {
	term, marks string
	want        []string
}

func tell(t *testing.T, stories []story) {
	t.Helper()
	for _, s := range stories {
		p := planOf(s.term, s.marks)
		for _, want := range s.want {
			on, status, _ := strings.Cut(want, ": ")
			if got := how(p.On(day(on))); got != status {
				t.Errorf("«%s», %s\n  on %s: %s\n  want %s", s.term, s.marks, on, got, status)
			}
		}
		for _, c := range p.Counted {
			if c.Fault != NoFault {
				t.Errorf("«%s»: %+v is not counted: %d", s.term, *c.Entry, c.Fault)
			}
		}
	}
}

// Without marks the days alone decide; first and last days are included.
func TestDaysAlone(t *testing.T) {
	tell(t, []story{
		// A last day: there is time from the order on.
		{"до 1 октября 2021 г.", "", []string{
			"25.06.2021: в работе", "30.09.2021: в работе", "01.10.2021: в работе", "02.10.2021: не исполнено +1",
			"01.10.2022: не исполнено +365"}},
		// A single day is waited for.
		{"15 ноября 2021 г.", "", []string{"14.11.2021: срок не наступил", "15.11.2021: в работе", "16.11.2021: не исполнено +1"}},
		{"незамедлительно", "", []string{"25.06.2021: в работе", "28.06.2021: в работе", "29.06.2021: не исполнено +1"}}, // the 26th is a Saturday
		{"29 февраля 2024 г.", "", []string{"28.02.2024: срок не наступил", "29.02.2024: в работе", "01.03.2024: не исполнено +1"}},
		// Due before the order was signed: the days of the roadmap stay.
		{"май 2021 г.", "", []string{"25.06.2021: не исполнено +25"}},

		{"Июль-август 2021", "", []string{
			"25.06.2021: срок не наступил", "30.06.2021: срок не наступил", "01.07.2021: в работе",
			"31.08.2021: в работе", "01.09.2021: не исполнено +1"}},
		{"декабрь 2021 г. – январь 2022 г.", "", []string{
			"30.11.2021: срок не наступил", "31.12.2021: в работе", "31.01.2022: в работе", "01.02.2022: не исполнено +1"}},
		{"с 1 сентября 2024 г.", "", []string{"31.08.2024: срок не наступил", "31.12.2024: в работе", "01.01.2025: не исполнено +1"}},

		{"Август 2022 года, февраль 2023 года", "", []string{
			"31.07.2022: 2022 срок не наступил, 2023 срок не наступил", "01.08.2022: 2022 в работе, 2023 срок не наступил",
			"01.09.2022: 2022 не исполнено +1, 2023 срок не наступил", "01.03.2023: 2022 не исполнено +182, 2023 не исполнено +1"}},

		// The order is signed inside the first year: from its day on.
		{"ежегодно", "", []string{
			"25.06.2021: 2021 в работе, 2022 срок не наступил, 2023 срок не наступил, 2024 срок не наступил",
			"31.12.2021: 2021 в работе, 2022 срок не наступил, 2023 срок не наступил, 2024 срок не наступил",
			"01.01.2022: 2021 не исполнено +1, 2022 в работе, 2023 срок не наступил, 2024 срок не наступил",
			"31.12.2024: 2021 не исполнено +1096, 2022 не исполнено +731, 2023 не исполнено +366, 2024 в работе",
			"01.01.2025: 2021 не исполнено +1097, 2022 не исполнено +732, 2023 не исполнено +367, 2024 не исполнено +1"}},
		{"Ежегодно (февраль)", "", []string{ // that of 2021 was before the order
			"31.01.2022: 2022 срок не наступил, 2023 срок не наступил, 2024 срок не наступил",
			"01.03.2023: 2022 не исполнено +366, 2023 не исполнено +1, 2024 срок не наступил",
			"29.02.2024: 2022 не исполнено +731, 2023 не исполнено +366, 2024 в работе"}},
		{"ежеквартально, с 2024 года", "", []string{
			"31.12.2023: 2024-Q1 срок не наступил, 2024-Q2 срок не наступил, 2024-Q3 срок не наступил, 2024-Q4 срок не наступил",
			"31.03.2024: 2024-Q1 в работе, 2024-Q2 срок не наступил, 2024-Q3 срок не наступил, 2024-Q4 срок не наступил",
			"01.04.2024: 2024-Q1 не исполнено +1, 2024-Q2 в работе, 2024-Q3 срок не наступил, 2024-Q4 срок не наступил"}},
		{"каждый учебный год", "", []string{
			"25.06.2021: 2020/2021 в работе, 2021/2022 срок не наступил, 2022/2023 срок не наступил, 2023/2024 срок не наступил, 2024/2025 срок не наступил",
			"01.09.2021: 2020/2021 не исполнено +1, 2021/2022 в работе, 2022/2023 срок не наступил, 2023/2024 срок не наступил, 2024/2025 срок не наступил"}},

		// Nobody can be late with what is done all the time, even after the plan: it waits
		// for the mark that ends it.
		{"постоянно", "", []string{"25.06.2021: в работе", "31.12.2024: в работе", "01.01.2025: в работе"}},
		{"в течение года", "", []string{
			"01.06.2022: 2021 в работе, 2022 в работе, 2023 срок не наступил, 2024 срок не наступил",
			"01.01.2025: 2021 в работе, 2022 в работе, 2023 в работе, 2024 в работе"}},

		{"По мере необходимости", "", []string{"25.06.2021: срок не наступил", "01.01.2025: срок не наступил"}},
		{"в течение 10 рабочих дней со дня получения", "", []string{"01.01.2025: срок не наступил"}},
		{"В соответствии с графиком проведения НИКО", "", []string{"25.06.2021: срок не определён", "01.01.2025: срок не определён"}},
		{"по согласованию", "", []string{"25.06.2021: срок не определён", "01.01.2025: срок не определён"}},
		{"", "", []string{"01.01.2022: срок не определён"}},
		{"Май, ежегодно с 2025", "", []string{"01.06.2025: срок не определён"}}, // never within the plan
	})
}

func TestEveryMonth(t *testing.T) {
	p := planOf("ежемесячно до 5 числа", "")
	tally := Count(p.On(day("06.08.2021")))
	// The fifth of June was before the order: July, August are over, and 2024 ends with December.
	if tally[Failed] != 2 || tally[NotDue] != 40 || tally.All() != 42 {
		t.Errorf("%v: %s", tally, how(p.On(day("06.08.2021"))))
	}
}

// Days of leap years and of year ends.
func TestLate(t *testing.T) {
	for _, test := range []struct {
		term, marks, on string
		due             string
		late            int
	}{
		{"февраль 2024 г.", "done 01.03.2024", "31.12.2024", "29.02.2024", 1},
		{"февраль 2023 г.", "done 01.03.2023", "31.12.2024", "28.02.2023", 1},
		{"декабрь 2021 г.", "done 10.01.2022", "31.12.2024", "31.12.2021", 10},
		{"декабрь 2021 г.", "", "01.03.2024", "31.12.2021", 791},
		{"декабрь 2021 г.", "partly 01.12.2021", "02.01.2022", "31.12.2021", 2},
		{"декабрь 2021 г.", "partly 01.12.2021", "31.12.2021", "31.12.2021", 0},
		{"декабрь 2021 г.", "failed 01.12.2021", "31.12.2021", "31.12.2021", 0},
		{"декабрь 2021 г.", "failed 01.12.2021", "01.01.2022", "31.12.2021", 1},
		{"декабрь 2021 г.", "void 10.01.2022", "01.03.2022", "31.12.2021", 0},
		{"постоянно", "late 10.01.2022", "01.03.2025", "", 0},
	} {
		s := planOf(test.term, test.marks).On(day(test.on))[0]
		if s.Due.String() != test.due || s.Late != test.late {
			t.Errorf("%s, %s on %s: due %s, late by %d; want %s, %d", test.term, test.marks, test.on, s.Due, s.Late, test.due, test.late)
		}
	}
}

// «2.1.» of the paper and 2.1 of the record are one activity; of two with one number none
// is meant.
func TestNumbers(t *testing.T) {
	o := order("", "", "", "")
	for i, number := range []string{"2.1.", "2.2", "2.2.", ""} {
		o.Roadmap.Sections[0].Activities[i].Number = number
		o.Roadmap.Sections[0].Activities[i].Schedule = model.NewSchedule("август 2021 г.")
	}
	marks := &model.Progress{}
	for _, number := range []string{"2.1", "2.1.", " 2.1 ", "2.2", "1.4", "1.1", "21"} {
		marks.Entries = append(marks.Entries, model.ProgressEntry{Activity: number, Outcome: model.OutcomeDone, Date: day("01.08.2021")})
	}
	p := NewPlan(o, Record{Progress: marks})
	var got []string
	for _, c := range p.Counted {
		one := fmt.Sprint(c.Fault)
		if c.Activity != nil {
			one = c.Activity.ID
		}
		got = append(got, one)
	}
	want := fmt.Sprint("2.1 2.1 2.1 ", WhichActivity, " 1.4 ", NoActivity, " ", NoActivity)
	if strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
	if got, want := how(p.On(day("02.08.2021"))), "исполнено, в работе, в работе, исполнено"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if a := p.Activities[0]; a.Number != "2.1." || a.Section != 0 || a.Place != 0 || a.Reading.Kind != schedule.Interval {
		t.Errorf("%+v", a)
	}
}

// A mark that has no place is on record, and counts nowhere.
func TestFaults(t *testing.T) {
	for _, test := range []struct {
		term, marks string
		want        Fault
	}{
		{"август 2021 г.", "[2021] done 01.08.2021", NoOccurrence},
		{"ежегодно", "done 01.08.2021", WhichOccurrence},
		{"ежегодно", "[2025] done 01.08.2021", NoOccurrence},
		{"ежегодно", "event 01.08.2021", NoEvents},
		{"август 2021 г.", "event 01.08.2021", NoEvents},
		{"Май, ежегодно с 2025", "done 01.08.2021", WhichOccurrence},
		{"По мере необходимости", "[ВПР] done 01.08.2021", NoOccurrence},
		{"По мере необходимости", "[2021-08-01] done 01.08.2021", NoOccurrence},
	} {
		p := planOf(test.term, test.marks)
		if c := p.Counted[0]; c.Fault != test.want || c.Occurrence != nil || c.Corrected {
			t.Errorf("«%s», %s: %+v, want fault %d", test.term, test.marks, c, test.want)
		}
		if before, after := how(planOf(test.term, "").On(day("01.09.2021"))), how(p.On(day("01.09.2021"))); before != after {
			t.Errorf("«%s», %s: it changes %s to %s", test.term, test.marks, before, after)
		}
	}
}

// An order without a record, and one without activities.
func TestNothingOnRecord(t *testing.T) {
	if got := how(NewPlan(order("август 2021 г."), Record{}).On(day("01.08.2021"))); got != "в работе" {
		t.Error(got)
	}
	if got := NewPlan(order(), Record{}).On(day("01.08.2021")); len(got) != 0 {
		t.Error(got)
	}
}
