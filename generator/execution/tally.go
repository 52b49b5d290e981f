package execution

import "slices"

// Tally is how many occurrences stand in each way («счёт по статусам»).
type Tally map[Status]int

// partlyAhead are those partly done whose last day is still to come: they are among
// [Partly] too.
const partlyAhead Status = "исполнено частично, срок не вышел"

// Count counts the standings.
func Count(standings []Standing) Tally {
	t := Tally{}
	for _, s := range standings {
		t.Add(s)
	}
	return t
}

// Add counts one more.
func (t Tally) Add(s Standing) {
	t[s.Status]++
	if s.IsPartlyAhead() {
		t[partlyAhead]++
	}
}

// IsPartlyAhead reports whether it is partly done and its last day is still to come.
func (s Standing) IsPartlyAhead() bool {
	return s.Status == Partly && s.Late == 0 && !s.Due.IsZero()
}

// All is the number of occurrences.
func (t Tally) All() int {
	n := 0
	for _, status := range Statuses {
		n += t[status]
	}
	return n
}

// InTime is the share of what was done in time («доля исполненных в срок»): of those
// that were done or should have been, done and done in time. What was dropped or moved
// to a later day, and what is not due yet though a part of it is done, is not counted.
func (t Tally) InTime() (done, of int) {
	return t[Done], t[Done] + t[DoneLate] + t[Partly] - t[partlyAhead] + t[Failed]
}

// severity is the order in which one status of an activity hides another.
var severity = []Status{Failed, Partly, Undefined, Moved, InWork, NotDue, DoneLate, Done, Void}

// Summary is the status of an activity as a whole: the gravest of its occurrences; one
// of which some are done and others are not due yet is in work.
func Summary(standings []Standing) Status {
	t := Count(standings)
	for _, status := range severity {
		switch {
		case t[status] == 0:
		case status == NotDue && t[Done]+t[DoneLate] > 0:
			return InWork
		default:
			return status
		}
	}
	return Undefined
}

// ByActivity parts the standings of each activity, in their order.
func ByActivity(standings []Standing) [][]Standing {
	return slices.Collect(func(yield func([]Standing) bool) {
		for start := 0; start < len(standings); {
			end := start + 1
			for end < len(standings) && standings[end].Activity == standings[start].Activity {
				end++
			}
			if !yield(standings[start:end]) {
				return
			}
			start = end
		}
	})
}
