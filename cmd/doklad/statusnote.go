package main

import (
	"strings"

	"doklad/generator/execution"
	"doklad/generator/russian"
)

// soon is how many days before its last one a term is near.
const soon = 30

// note says what the status leaves open: when it was done, how late, until when it was
// moved, how many days are left.
func (v statusView) note(s execution.Standing) string {
	var parts []string
	add := func(when bool, words string) {
		if when && words != "" {
			parts = append(parts, words)
		}
	}
	moved := s.IsOpen() && len(s.Moves) > 0
	add(s.Status == execution.Moved, "до "+s.Due.String())
	add(!s.DoneOn().IsZero(), s.DoneOn().String())
	if s.Status == execution.Void {
		add(s.Mark != nil, s.Mark.Date.String())
	}
	add(s.Status == execution.DoneLate && s.Late > 0, "на "+inDays(s.Late))
	add(s.IsOverdue() && s.Late > 0, "просрочено на "+inDays(s.Late))
	add(moved && s.Status != execution.Moved, "перенесено до "+s.Due.String())
	if s.IsOpen() && !s.IsOverdue() && !s.Due.IsZero() {
		left := s.Due.DaysSince(v.query.Date)
		add(left == 0, "последний день")
		add(0 < left && left <= soon, russian.Plural(left, "остался", "осталось", "осталось")+" "+inDays(left))
	}
	add(s.Status == execution.NotDue && s.Occurrence == nil, "ждёт события")
	add(s.Status == execution.Undefined && s.Waits(), "нужен график")
	if s.Occurrence != nil {
		add(s.Occurrence.Guess && s.IsOpen(), "день примерный")
		add(true, s.Occurrence.Name)
	}
	return strings.Join(parts, ", ")
}

func inDays(n int) string { return russian.Count(n, "день", "дня", "дней") }

// state is the status and its note in one: «исполнено 30.08.2021».
func (s shown) state() string {
	between := " "
	switch s.Status {
	case execution.NotDue, execution.InWork, execution.Failed, execution.Undefined:
		between = ", "
	}
	return strings.TrimSuffix(string(s.Status)+between+s.note, between)
}

func (v statusView) colour(s shown) colour {
	switch {
	case s.IsOverdue():
		return red
	case s.Status == execution.Done:
		return green
	case s.Status == execution.NotDue || s.Status == execution.Void:
		return faint
	case s.Status == execution.InWork:
		return plain
	}
	return yellow
}
