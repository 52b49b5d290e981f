package generator

import (
	"fmt"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/ics"
	"doklad/generator/model"
)

// remind is how many days before the last day a calendar reminds of it. Outlook takes
// one reminder of an event.
const remind = 7

// deadlines are the last days of a roadmap as a calendar (календарь сроков): an event
// for each occurrence that has one.
func (g Generator) deadlines(c *carried) ([]byte, diag.List, error) {
	o := c.order
	calendar := ics.Calendar{
		Name:        fmt.Sprintf("Сроки: приказ от %s № %s", o.Date, oneLine(o.Number)),
		Description: oneLine(o.Title),
		Stamp:       g.Today.Time(), // the statuses are those of the day
	}
	note := ""
	if o.Office.Example { // an event is shown without the description of its calendar
		note = "\n" + exampleNote
		calendar.Description += ". " + exampleNote
	}
	for _, r := range c.rows(g.Today) {
		if r.Due.IsZero() {
			continue
		}
		calendar.Events = append(calendar.Events, ics.Event{
			UID:         ics.UID(officeName(o.Office), o.ID, r.ID, r.OccurrenceID()),
			First:       r.Due.Time(),
			Last:        r.Due.Time(),
			Summary:     fmt.Sprintf("%s %s (приказ № %s)", r.ID, oneLine(r.Text), oneLine(o.Number)),
			Description: r.words() + note,
			Categories:  []string{"Дорожная карта"},
			Cancelled:   r.Status == execution.Void,
			Done:        r.Status == execution.Done || r.Status == execution.DoneLate,
			Remind:      []int{remind},
			Sequence:    r.told(g.Today),
		})
	}
	bytes, err := ics.Write(calendar)
	return bytes, nil, err
}

// words is what the owner of the calendar wants to know of a deadline.
func (r progressRow) words() string {
	lines := []string{"Ответственные: " + orDash(oneLine(r.Responsible)), "Срок: " + orDash(oneLine(r.Schedule.String()))}
	if !r.isOnce() {
		lines = append(lines, "Исполнение: "+oneLine(r.plannedTerm()))
	}
	lines = append(lines, "Планируемый результат: "+orDash(oneLine(r.ExpectedResult)), "Статус: "+r.statusWords())
	return strings.Join(lines, "\n")
}

// told is how many marks were known of an occurrence on a day: each changes the event.
func (r progressRow) told(day model.Date) int {
	n := 0
	if r.Occurrence != nil {
		for _, m := range r.Occurrence.Marks {
			if m.Date.Compare(day) <= 0 {
				n++
			}
		}
	}
	return n
}

// officeName tells offices apart, also one at the root of the data.
func officeName(o *model.Office) string {
	if o.Folder == "." {
		return o.Full.Nominative
	}
	return o.Folder
}
