// Package schedule understands the terms of activities («сроки исполнения») and
// derives from them the days on which something is due.
//
// Reading never fails. The author's words are printed as they are; what is read of
// them serves control only. Words that are not understood are never guessed at, and
// where they can be understood in two ways, the reading that was taken is on record
// as a doubt.
package schedule

import (
	"fmt"
	"slices"

	"doklad/generator/model"
)

// Kind is the sort of a term («вид срока»).
type Kind int

const (
	Unspecified Kind = iota // no term, or one that is not understood
	Point                   // a last day, or a single day
	Interval                // from a day to a day
	Recurring               // the same in every year, quarter, month; or a list of terms
	Continuous              // all the time: nothing can be late
	Event                   // after something that happens, as often as it happens
	External                // on the days of another paper
)

var kindNames = [...]string{"не определён", "день", "промежуток", "повторяется", "постоянно", "по событию", "по графику"}

// String is the kind in Russian.
func (k Kind) String() string { return kindNames[k] }

// Period is what a recurring term recurs in («период»).
type Period int

const (
	Once Period = iota
	Year
	SchoolYear
	HalfYear
	Quarter
	Month
)

var periodNames = [...]string{"один раз", "каждый год", "каждый учебный год", "каждое полугодие", "каждый квартал", "каждый месяц"}

// String is the period in Russian.
func (p Period) String() string { return periodNames[p] }

// Span are days from the first to the last, both included («промежуток дней»). The
// year is 0 where it is not named. No first day: from the beginning of the plan or of
// the period; no last day: to the end of the plan.
type Span struct {
	From, To model.Date
	Clock    string // «15:00» of the last day
}

// Lag is a term counted from an event («срок, исчисляемый с события»).
type Lag struct {
	Days, Months int
	Working      bool // the days are working days; otherwise any (ст. 190–194 ГК РФ)
}

// Reading is how a term is understood («прочтение срока»).
type Reading struct {
	Words string // the author's, unchanged
	Kind  Kind

	// Spans are the days of a point or an interval; those of each period, without a
	// year, in a recurring term. None: the whole period, or all of the plan.
	Spans        []Span
	Every        Period
	Since, Until model.Date // borders of the recurrence, where named
	// Day is the last day of the month («до 5 числа»), 0 for none; Following: of the
	// month after the period that is reported on.
	Day       int
	Following bool

	Event  string // what starts the count
	Lag    Lag    // zero: no last day
	Source string // whose days an external schedule takes

	Doubts []Doubt
}

// Doubt is a defect of the words, or a choice that was made in reading them
// («неясность»).
type Doubt int

const (
	NotUnderstood Doubt = iota // the words are kept, no days are known
	Undated                    // «по согласованию»: words that name no term
	Absent                     // empty, «–», «срок не установлен»
	NoSuchDay                  // 31 June
	Reversed                   // the end is before the beginning
	NoMonth                    // «ежегодно»: read as any day of the year
	NoYear                     // read as the first such days after the order
	UntilDay                   // «до 1 октября»: read with the day included
	UntilYear                  // «до 2024 года»: read with the year included
	WhichHalf                  // «I полугодие»: read as that of the calendar
	SchoolDash                 // «2021-2022 уч. год»: written with a slash
	Repeated                   // the same days twice
)

var doubtNames = [...]string{
	NotUnderstood: "не понято", Undated: "срок не назван", Absent: "срока нет", NoSuchDay: "нет такого дня",
	Reversed: "конец раньше начала", NoMonth: "без месяца", NoYear: "без года", UntilDay: "входит ли день",
	UntilYear: "входит ли год", WhichHalf: "какое полугодие", SchoolDash: "учебный год через дефис", Repeated: "повтор",
}

// String is the doubt in Russian.
func (d Doubt) String() string { return doubtNames[d] }

// IsUnderstood reports whether the words gave a term.
func (r Reading) IsUnderstood() bool { return r.Kind != Unspecified }

// IsDated reports whether the words name days, months, quarters: more than «ежегодно».
func (r Reading) IsDated() bool { return len(r.Spans) > 0 || r.Day > 0 || r.Every > SchoolYear }

// Has reports whether the reading is in doubt in that way.
func (r Reading) Has(d Doubt) bool { return slices.Contains(r.Doubts, d) }

// isZero reports whether the term counted from an event has no length.
func (l Lag) isZero() bool { return l == Lag{} }

// String is the length in Russian, short enough for a table: «10 раб. дн.».
func (l Lag) String() string {
	switch {
	case l.Months > 0:
		return fmt.Sprintf("%d мес.", l.Months)
	case l.Working:
		return fmt.Sprintf("%d раб. дн.", l.Days)
	}
	return fmt.Sprintf("%d дн.", l.Days)
}
