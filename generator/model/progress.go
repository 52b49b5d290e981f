package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Progress is what is on record of how a roadmap is carried out («ход исполнения»).
type Progress struct {
	// Signatory is the person who signs the report; empty: the executor of the order.
	Signatory string `toml:"signatory"`
	// Timetables tell which activities take their days from another paper.
	Timetables []TimetableUse `toml:"timetable"`
	// Entries are in the order in which they were made, and are never changed: a later
	// one amends an earlier one, and both stay.
	Entries []ProgressEntry `toml:"entry"`
}

// ProgressEntry is one mark on an activity («отметка об исполнении»).
type ProgressEntry struct {
	Activity   string       `toml:"activity"`   // its number
	Occurrence OccurrenceID `toml:"occurrence"` // empty where the activity is due but once
	Outcome    Outcome      `toml:"status"`
	// Date is the day of what is told: when it was done, moved, dropped; when the
	// event was.
	Date Date `toml:"date"`
	// Until is the new last day of what was moved; the last day of what an event asks for.
	Until Date   `toml:"until"`
	Event string `toml:"event"` // what happened, of an event

	Result     string     `toml:"result"`
	Evidence   []Evidence `toml:"evidence"`
	Reason     string     `toml:"reason"`     // of the deviation
	Correction string     `toml:"correction"` // what is done about it
	Note       string     `toml:"note"`

	By      string `toml:"by"`      // who told it: an ID of the directory, or a name
	Entered Date   `toml:"entered"` // when it was written down
}

// Outcome is what a mark says («что отмечено»).
type Outcome string

// The outcomes, as the file and the commands call them.
const (
	OutcomeWork   Outcome = "work"
	OutcomeDone   Outcome = "done"
	OutcomeLate   Outcome = "late" // done, but late
	OutcomePartly Outcome = "partly"
	OutcomeFailed Outcome = "failed"
	OutcomeMoved  Outcome = "moved"
	OutcomeVoid   Outcome = "void"
	OutcomeEvent  Outcome = "event" // what the activity waits for has happened
)

// Outcomes are all outcomes there are.
var Outcomes = []Outcome{OutcomeWork, OutcomeDone, OutcomeLate, OutcomePartly, OutcomeFailed, OutcomeMoved, OutcomeVoid, OutcomeEvent}

// IsDone reports whether the activity is carried out, in time or not.
func (o Outcome) IsDone() bool { return o == OutcomeDone || o == OutcomeLate }

// IsFinal reports whether nothing is left to do: a mark that follows corrects this one.
func (o Outcome) IsFinal() bool { return o.IsDone() || o == OutcomeVoid }

// OccurrenceID names one time that an activity is due («исполнение»): «2022»,
// «2022-Q3», «2021/2022», the day of an event.
type OccurrenceID string

// UnmarshalTOML takes the name in quotes, and a year or a day without them.
func (id *OccurrenceID) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case string:
		*id = OccurrenceID(strings.TrimSpace(v))
	case int64:
		*id = OccurrenceID(fmt.Sprint(v))
	case time.Time:
		var d Date
		if err := d.UnmarshalTOML(v); err != nil {
			return err
		}
		*id = OccurrenceID(v.Format(time.DateOnly))
	default:
		return wrongOccurrence{}
	}
	return nil
}

// wrongOccurrence says what is wrong with a name that is no name.
type wrongOccurrence struct{}

func (wrongOccurrence) Error() string { return "это не имя исполнения" }
func (wrongOccurrence) Hint() string {
	return "впишите год или имя в кавычках: occurrence = \"2022-Q3\""
}

// Is reports whether a name in a file means this occurrence, however it was typed.
func (id OccurrenceID) Is(name string) bool {
	if string(id) == name {
		return true
	}
	return foldOccurrence.Replace(strings.ToUpper(string(id))) == foldOccurrence.Replace(strings.ToUpper(name))
}

// Letters and dashes that look alike: Cyrillic Н of «H1».
var foldOccurrence = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "Н", "H", " ", "", "\u00a0", "")

// Evidence is the document that proves a result («подтверждающий документ»).
type Evidence struct {
	Kind   string `toml:"kind"` // приказ, справка, протокол
	Number string `toml:"number"`
	Date   Date   `toml:"date"`
	Title  string `toml:"title"`
	Link   string `toml:"link"` // https://…
	File   string `toml:"file"` // beside the data, from the folder of the office
}

// IsEmpty reports whether nothing is said of the document.
func (e Evidence) IsEmpty() bool { return e == Evidence{} }

// String is the document as a paper calls it: «приказ от 30.08.2021 № 45 «…»».
func (e Evidence) String() string {
	var parts []string
	add := func(before, s, after string) {
		if s != "" {
			parts = append(parts, before+s+after)
		}
	}
	add("", e.Kind, "")
	add("от ", e.Date.String(), "")
	add("№ ", e.Number, "")
	switch {
	case len(parts) == 0 || strings.ContainsAny(e.Title, "«»"):
		add("", e.Title, "")
	default:
		add("«", e.Title, "»")
	}
	return strings.Join(parts, " ")
}

// Says reports whether two entries tell the same, whoever wrote them down and when.
func (e ProgressEntry) Says(f ProgressEntry) bool {
	return e.Outcome == f.Outcome && e.Date == f.Date && e.Until == f.Until && e.Event == f.Event &&
		e.Result == f.Result && slices.Equal(e.Evidence, f.Evidence) &&
		e.Reason == f.Reason && e.Correction == f.Correction && e.Note == f.Note &&
		ActivityID(e.Activity) == ActivityID(f.Activity) && e.Occurrence.Is(string(f.Occurrence))
}

// TimetableUse ties an activity to the timetable that gives its days («привязка к
// графику»).
type TimetableUse struct {
	Activity string `toml:"activity"`
	File     string `toml:"file"` // the name in timetables/, without .toml
}

// Timetable are the days that another paper gives («график»): of studies, of tests.
type Timetable struct {
	ID     string          `toml:"-"`
	Title  string          `toml:"title"`
	Source string          `toml:"source"` // the paper it was taken from
	Terms  []TimetableTerm `toml:"term"`
}

// TimetableTerm is one line of a timetable («строка графика»).
type TimetableTerm struct {
	ID    OccurrenceID `toml:"id"` // empty: its first day
	Name  string       `toml:"name"`
	Begin Date         `toml:"begin"`
	End   Date         `toml:"end"` // empty: the first day
}
