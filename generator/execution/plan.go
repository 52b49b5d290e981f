// Package execution derives from a roadmap, and from what is on record of it, how
// every activity stands on a day («исполнение дорожной карты»).
package execution

import (
	"fmt"
	"slices"
	"time"

	"doklad/generator/model"
	"doklad/generator/schedule"
)

// Plan is a roadmap with what is on record of it («план с отметками»).
type Plan struct {
	Order      *model.Order
	Horizon    schedule.Horizon
	Activities []*Activity // in the order of the roadmap

	// Counted are the entries of the record, in their order, and where they belong.
	Counted []Counted
}

// Activity is one row of the roadmap with the times it is due («мероприятие и его
// сроки»).
type Activity struct {
	*model.Activity
	Section, Place int    // from 0
	Number         string // as printed
	ID             string // as other files call it
	Reading        schedule.Reading
	Timetable      *model.Timetable // that gives its days; nil for none

	// Occurrences are none where an event, or a timetable, is waited for.
	Occurrences []*Occurrence
	dropped     []*model.ProgressEntry          // marks on the activity as a whole
	opened      map[*model.ProgressEntry]string // occurrences of entries that name none
}

// Occurrence is one time that an activity is due («исполнение мероприятия»).
type Occurrence struct {
	schedule.Occurrence
	Name string // of the event, or of the line of the timetable
	// Marks are all that is on record of it, corrected ones included.
	Marks []*model.ProgressEntry
}

// Counted is where an entry of the record belongs («учтённая отметка»).
type Counted struct {
	Entry      *model.ProgressEntry
	Activity   *Activity   // nil: none
	Occurrence *Occurrence // nil: none, or all that are left
	Fault      Fault
	Corrected  bool // a later entry takes it back; it stays on record
}

// Fault is why an entry cannot be counted («почему отметка не учтена»).
type Fault int

const (
	NoFault         Fault = iota
	NoActivity            // no activity has that number
	WhichActivity         // two activities have it
	NoOccurrence          // the activity is not due then
	WhichOccurrence       // the activity is due more than once, and none is named
	NoEvents              // an event of an activity that waits for none
)

// Record is what the plan of an order is read with («что записано»).
type Record struct {
	Progress   *model.Progress
	Timetables map[string]*model.Timetable // by the names that Progress uses
	Calendars  model.Calendars
}

// NewPlan finds the times that the activities of an order are due, and puts every
// entry where it belongs. The order has a roadmap.
func NewPlan(o *model.Order, record Record) *Plan {
	if record.Progress == nil {
		record.Progress = &model.Progress{}
	}
	p := &Plan{Order: o, Horizon: schedule.HorizonOf(o)}
	ids := map[string][]*Activity{}
	readings := map[string]schedule.Reading{} // terms repeat
	for i, section := range o.Roadmap.Sections {
		for j := range section.Activities {
			a := &Activity{Activity: &section.Activities[j], Section: i, Place: j, Number: o.Roadmap.NumberOf(i, j)}
			a.ID = model.ActivityID(a.Number)
			words := a.Schedule.String()
			reading, known := readings[words]
			if !known {
				reading = schedule.Parse(words)
				readings[words] = reading
			}
			a.Reading = reading
			ids[a.ID] = append(ids[a.ID], a)
			p.Activities = append(p.Activities, a)
		}
	}
	for _, use := range record.Progress.Timetables {
		if found := ids[model.ActivityID(use.Activity)]; len(found) == 1 {
			found[0].Timetable = record.Timetables[use.File]
		}
	}
	entries := map[*Activity][]*model.ProgressEntry{}
	for i := range record.Progress.Entries {
		e := &record.Progress.Entries[i]
		if found := ids[model.ActivityID(e.Activity)]; len(found) == 1 {
			entries[found[0]] = append(entries[found[0]], e)
		}
	}
	for _, a := range p.Activities {
		a.findOccurrences(p.Horizon, entries[a], record.Calendars)
	}
	for i := range record.Progress.Entries {
		p.Counted = append(p.Counted, count(&record.Progress.Entries[i], ids))
	}
	p.findCorrected()
	return p
}

// Waits reports whether the activity is due only when something happens, or when
// another paper says so.
func (a *Activity) Waits() bool {
	return a.Reading.Kind == schedule.Event || a.Reading.Kind == schedule.External
}

// takesEvents reports whether marks may open an occurrence: not where a timetable
// gives the days.
func (a *Activity) takesEvents() bool { return a.Waits() && a.Timetable == nil }

func (a *Activity) findOccurrences(h schedule.Horizon, entries []*model.ProgressEntry, c model.Calendars) {
	var happened []schedule.Happening
	var names []string
	switch {
	case a.Waits() && a.Timetable != nil:
		happened, names = termsOf(a.Timetable)
	case a.Waits():
		happened, names, a.opened = eventsOf(entries)
	}
	for i, o := range a.Reading.Occurrences(h, happened, c) {
		name := ""
		if i < len(names) {
			name = names[i]
		}
		a.Occurrences = append(a.Occurrences, &Occurrence{Occurrence: o, Name: name})
	}
}

func termsOf(t *model.Timetable) (happened []schedule.Happening, names []string) {
	for _, term := range t.Terms {
		end := term.End
		if end.IsZero() {
			end = term.Begin
		}
		happened = append(happened, schedule.Happening{ID: freeID(happened, string(term.ID), term.Begin), Begin: term.Begin, End: end})
		names = append(names, term.Name)
	}
	return happened, names
}

// eventsOf are the events on record. A mark without an occurrence opens one of its
// own: the meeting that was held as it was needed. Opened are the occurrences of the
// entries that name none.
func eventsOf(entries []*model.ProgressEntry) (happened []schedule.Happening, names []string, opened map[*model.ProgressEntry]string) {
	opened = map[*model.ProgressEntry]string{}
	for _, e := range entries {
		if e.Outcome != model.OutcomeEvent {
			if e.Occurrence != "" || e.Outcome == model.OutcomeVoid {
				continue
			}
			if opened[e] = dayID(e.Date); !hasDay(happened, e.Date) {
				happened, names = append(happened, schedule.Happening{ID: dayID(e.Date), Begin: e.Date}), append(names, "")
			}
			continue
		}
		known := slices.IndexFunc(happened, func(h schedule.Happening) bool { return e.Occurrence.Is(h.ID) })
		if known >= 0 { // amends
			happened[known].Begin, happened[known].End, names[known] = e.Date, e.Until, e.Event
			continue
		}
		one := schedule.Happening{ID: freeID(happened, string(e.Occurrence), e.Date), Begin: e.Date, End: e.Until}
		if e.Occurrence == "" {
			opened[e] = one.ID
		}
		happened, names = append(happened, one), append(names, e.Event)
	}
	return happened, names, opened
}

func hasDay(happened []schedule.Happening, d model.Date) bool {
	return slices.ContainsFunc(happened, func(h schedule.Happening) bool { return h.ID == dayID(d) })
}

func dayID(d model.Date) string { return d.Time().Format(time.DateOnly) }

// freeID is the name given, or else the day; of the second event of a day «2022-03-15-2».
func freeID(happened []schedule.Happening, id string, d model.Date) string {
	if id != "" {
		return id
	}
	id = dayID(d)
	for n := 2; slices.ContainsFunc(happened, func(h schedule.Happening) bool { return h.ID == id }); n++ {
		id = fmt.Sprintf("%s-%d", dayID(d), n)
	}
	return id
}
