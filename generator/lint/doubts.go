package lint

import (
	"fmt"
	"strings"

	"doklad/generator/schedule"
)

// doubts tells what is unclear in each schedule, and the reading that was taken. That
// there is no term at all is told of the cell.
func doubts(p *paper) {
	h := schedule.HorizonOf(p.Order)
	for i := range p.rows {
		r := &p.rows[i]
		if goesOn := i+1 < len(p.rows) && p.rows[i+1].torn && !p.rows[i+1].Schedule.IsEmpty(); goesOn || p.text(r, term) == nil {
			continue // half a term says nothing
		}
		for _, d := range r.reading().Doubts {
			tellDoubt(p, r, r.reading(), d, h)
		}
	}
}

func tellDoubt(p *paper, r *row, reading schedule.Reading, d schedule.Doubt, h schedule.Horizon) {
	words := short(reading.Words)
	taken := reading.Meaning()
	tell := func(code, hint, format string, args ...any) { p.tell(code, r.cell("schedule"), hint, format, args...) }
	switch d {
	case schedule.NotUnderstood:
		tell("DL-UNKNOWN", "назовите день, месяц, квартал, событие или документ, который назначает срок", "срок не понят: «%s»", words)
	case schedule.Undated:
		tell("DL-UNKNOWN", "назовите срок, а с кем согласовать – в графе ответственных", "срок не назван: «%s»", words)
	case schedule.NoSuchDay:
		tell("DL-DAY", "исправьте день", "такого дня нет в календаре: «%s»", words)
	case schedule.Reversed:
		tell("DL-DAY", "назовите год у обоих концов срока", "конец срока раньше начала: «%s»", words)
	case schedule.NoMonth:
		if reading.Every == schedule.Year {
			tell("DL-VAGUE", "назовите месяц, например: «"+strings.TrimRight(words, " .,;")+", август»", "срок без месяца: «%s»; принято: по 31 декабря каждого года", words)
		} else {
			tell("DL-VAGUE", "назовите месяцы, например: «2 раза в год (май, декабрь)»", "срок без месяцев: «%s»; принято: %s", words, taken)
		}
	case schedule.NoYear:
		tell("DL-NOYEAR", "впишите год", "не назван год: «%s»; принято: %s", words, nearest(reading, h))
	case schedule.UntilDay:
		tell("DL-INCL", "напишите «не позднее …» или «по … включительно»", "неясно, входит ли последний день: «%s»; принято: %s включительно", words, taken)
	case schedule.UntilYear:
		tell("DL-HORIZON", fmt.Sprintf("назовите день: «по %s»", lastDay(reading)), "неясно, входит ли год: «%s»; принято: по %s", words, lastDay(reading))
	case schedule.WhichHalf:
		tell("DL-HALF", "назовите месяцы, например: «январь – июнь 2022 г.»", "неясно, какое полугодие, календарное или учебное: «%s»; принято календарное: %s", words, taken)
	case schedule.SchoolDash:
		tell("DL-SCHOOL", "пишите через косую черту: «2021/2022 учебный год»", "учебный год не через косую черту: «%s»; принято: %s", words, taken)
	case schedule.Repeated:
		tell("DL-REPEAT", "проверьте год или уберите повтор", "названо дважды: «%s»; принято: %s", words, taken)
	}
}

// nearest are the days that a term without a year has in this plan.
func nearest(reading schedule.Reading, h schedule.Horizon) string {
	var days []string
	for _, o := range reading.Occurrences(h, nil, nil) {
		if !o.End.IsZero() {
			days = append(days, schedule.Span{From: o.Begin, To: o.End}.String())
		}
	}
	if len(days) == 0 {
		return reading.Meaning() + " года, который не известен"
	}
	return strings.Join(days, ", ")
}

// lastDay is where «до 2024 года» ends.
func lastDay(reading schedule.Reading) string {
	if !reading.Until.IsZero() {
		return reading.Until.String()
	}
	return reading.Spans[len(reading.Spans)-1].To.String()
}
