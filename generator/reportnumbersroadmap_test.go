package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/execution"
)

// recountRoadmap is how the activities of an order stand on the day of the report.
type recountRoadmap []execution.Standing

// roadmap is that of the order under whose heading the walk is.
func (w *walk) roadmap() recountRoadmap {
	for _, c := range w.r.carried {
		if strings.Contains(plain(w.heading), "№ "+c.order.Number) {
			return c.plan.On(w.r.report.AsOf)
		}
	}
	w.errorf("no order under this heading")
	return nil
}

func (m recountRoadmap) count(statuses ...execution.Status) (n int) {
	for _, s := range m {
		if slices.Contains(statuses, s.Status) {
			n++
		}
	}
	return n
}

func (m recountRoadmap) activities() int {
	seen := map[*execution.Activity]bool{}
	for _, s := range m {
		seen[s.Activity] = true
	}
	return len(seen)
}

func (m recountRoadmap) section(n int) recountRoadmap {
	return slices.DeleteFunc(slices.Clone(m), func(s execution.Standing) bool { return s.Section != n })
}

// whole has one standing for each activity: the gravest.
func (m recountRoadmap) whole() (whole recountRoadmap) {
	by := map[*execution.Activity]recountRoadmap{}
	var order []*execution.Activity
	for _, s := range m {
		if by[s.Activity] == nil {
			order = append(order, s.Activity)
		}
		by[s.Activity] = append(by[s.Activity], s)
	}
	for _, a := range order {
		whole = append(whole, execution.Standing{Activity: a, Status: execution.Summary(by[a])})
	}
	return whole
}

func (m recountRoadmap) words() string {
	var parts []string
	for _, s := range execution.Statuses {
		if n := m.count(s); n > 0 {
			parts = append(parts, fmt.Sprintf("%s – %d", s, n))
		}
	}
	return strings.Join(parts, ", ")
}

// inTime: of what was due or done, what was done in time; a part of what is not due yet is
// left out.
func (m recountRoadmap) inTime() (done, due int) {
	for _, s := range m {
		switch s.Status {
		case execution.Done:
			done++
			due++
		case execution.DoneLate, execution.Failed:
			due++
		case execution.Partly:
			if s.Late > 0 || s.Due.IsZero() {
				due++
			}
		}
	}
	return done, due
}
