package model

import (
	"fmt"
	"strings"
)

// Roadmap is the plan of activities («дорожная карта»).
type Roadmap struct {
	Annex
	// Columns are the columns in their order; empty: number, activity,
	// responsible, schedule, result.
	Columns  []string          `toml:"columns"`
	Headers  map[string]string `toml:"headers"` // other titles of columns
	Sections []Section         `toml:"section"`
}

// Section is a part of a roadmap under one title («раздел»).
type Section struct {
	Title      string     `toml:"title"`
	Activities []Activity `toml:"activity"`
}

// Activity is one row of a roadmap («мероприятие»).
type Activity struct {
	Number         string   `toml:"number"` // as printed; empty: ours, «2.1»
	Text           string   `toml:"text"`
	Responsible    string   `toml:"responsible"` // names of organizations, as printed
	Schedule       Schedule `toml:"schedule"`
	ExpectedResult string   `toml:"result"` // «планируемый результат»
	// Reason says why there is no result, where the result is «–».
	Reason string `toml:"reason"`
}

// Columns of a roadmap.
const (
	ColumnNumber      = "number"
	ColumnActivity    = "activity"
	ColumnResponsible = "responsible"
	ColumnSchedule    = "schedule"
	ColumnResult      = "result"
)

// RoadmapColumns are the columns in their usual order.
var RoadmapColumns = []string{ColumnNumber, ColumnActivity, ColumnResponsible, ColumnSchedule, ColumnResult}

// ColumnNames are the columns that this roadmap has, in its order.
func (r *Roadmap) ColumnNames() []string {
	if len(r.Columns) > 0 {
		return r.Columns
	}
	return RoadmapColumns
}

// NumberOf is the number of an activity as printed: its own, else the section's and its
// place in it, «2.1». Section and place count from 0.
func (r *Roadmap) NumberOf(section, place int) string {
	if number := r.Sections[section].Activities[place].Number; number != "" {
		return number
	}
	return fmt.Sprintf("%d.%d", section+1, place+1)
}

// ActivityID is what a printed number is called by in other files: «2.1.» is 2.1, and so
// are «2. 1» and «2,1».
func ActivityID(number string) string {
	return strings.Trim(plainNumber.Replace(number), ".")
}

var plainNumber = strings.NewReplacer(" ", "", "\u00a0", "", "\t", "", ",", ".")
