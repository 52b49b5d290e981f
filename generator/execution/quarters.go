package execution

import (
	"fmt"
	"time"

	"doklad/generator/model"
	"doklad/generator/schedule"
)

// Due is a recommendation with its last day («рекомендация к исполнению»).
type Due struct {
	Recommendation string // as the marks name it
	Day            model.Date
	// Closed is from when there is nobody any more to carry it out; zero: there is.
	Closed model.Date
}

// Respond is how it stands at the end of a day by its marks. What was not done when the
// addressee was closed is not relevant any more.
func (d Due) Respond(marks []model.RecommendationMark, day model.Date) Response {
	r := Respond(marks, d.Day, day)
	if !d.Closed.IsZero() && d.Closed.Compare(day) <= 0 && r.Status != Done && r.Status != DoneLate {
		r.Status, r.Late = NotRelevant, 0
	}
	return r
}

// Quarter is how the recommendations stood on the last day of a quarter («отчёт за
// квартал»).
type Quarter struct {
	Year, Number int
	Day          model.Date
	Count        map[Status]int // none of the statuses is left out that somebody has
	Overdue      int
}

// Label is the quarter as papers call it: «IV квартал 2021 г.».
func (q Quarter) Label() string {
	return schedule.Occurrence{ID: fmt.Sprintf("%d-Q%d", q.Year, q.Number)}.Label()
}

// Has reports whether a day is in the quarter.
func (q Quarter) Has(day model.Date) bool { return lastOfQuarter(day) == q.Day }

// Next is the quarter after it, of which nothing is counted yet.
func (q Quarter) Next() Quarter { return QuarterOf(q.Day.AddDays(1)) }

// QuarterOf is the quarter of a day, of which nothing is counted yet.
func QuarterOf(day model.Date) Quarter { return quarterTo(lastOfQuarter(day)) }

func quarterTo(last model.Date) Quarter {
	return Quarter{Year: last.Year, Number: int(last.Month) / 3, Day: last, Count: map[Status]int{}}
}

// Quarters are those from the day of issue that were over on a day, the first one first. The
// last is that of the last term or of the last mark: after it nothing changes but how late
// they are. Marks on what is not among the recommendations are not counted.
func Quarters(list []Due, marks []model.RecommendationMark, issued, day model.Date) []Quarter {
	if issued.IsZero() {
		return nil
	}
	own, until := MarksOf(marks), issued
	reach := func(d model.Date) {
		if d.Compare(until) > 0 {
			until = d
		}
	}
	for _, due := range list {
		reach(due.Day)
		for _, m := range own[due.Recommendation] {
			reach(m.Date)
		}
	}
	var quarters []Quarter
	for last := lastOfQuarter(issued); last.Compare(day) <= 0 && last.Compare(lastOfQuarter(until)) <= 0; last = lastOfQuarter(last.AddDays(1)) {
		q := quarterTo(last)
		for _, due := range list {
			r := due.Respond(own[due.Recommendation], last)
			q.Count[r.Status]++
			if r.IsOverdue() {
				q.Overdue++
			}
		}
		quarters = append(quarters, q)
	}
	return quarters
}

// MarksOf are the marks on each recommendation, in the order of the file.
func MarksOf(marks []model.RecommendationMark) map[string][]model.RecommendationMark {
	own := map[string][]model.RecommendationMark{}
	for _, m := range marks {
		own[m.Recommendation] = append(own[m.Recommendation], m)
	}
	return own
}

func lastOfQuarter(d model.Date) model.Date {
	return model.LastOfMonth(d.Year, (d.Month+2)/3*time.March)
}
