// Package effect tells what became of an indicator after something was recommended or
// decided by it: of two years of a consolidation it makes a sober conclusion, or says why
// there can be none. That one came after the other does not prove that it came of it.
package effect

import (
	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// Conclusion is what is said of the effect («вывод об эффективности»).
type Conclusion string

// The conclusions, in the words of the papers.
const (
	Reached  Conclusion = "порог достигнут" // for the better, and it was not the year before
	Improved Conclusion = "улучшение"
	Alike    Conclusion = "без изменений"
	Worse    Conclusion = "ухудшение"
	Unknown  Conclusion = "оценить нельзя"
)

// Conclusions are all there are, the best first.
var Conclusions = []Conclusion{Reached, Improved, Alike, Worse, Unknown}

// Reason is why there is no conclusion («почему оценить нельзя»).
type Reason string

// The reasons; one that stands earlier hides those after it.
const (
	NoYearAfter   Reason = "следующего года ещё нет"
	Dropped       Reason = "показатель исключён из перечня"
	Closed        Reason = "учреждение закрыто"
	NotApplicable Reason = "показатель не применим"
	NoneAfter     Reason = "нет новых данных"
	NoneBefore    Reason = "нет прежних данных"
	MethodChanged Reason = "методика изменена"
	SmallGroup    Reason = "группа менее 10"
	NoneInBoth    Reason = "нет общих учреждений" // nobody told it in both years
	Incomplete    Reason = "данные неполные"
	NoDirection   Reason = "лучших значений у показателя нет"
)

// Reasons are all there are.
var Reasons = []Reason{NoYearAfter, Dropped, Closed, NotApplicable, NoneAfter, NoneBefore, MethodChanged, SmallGroup, NoneInBoth, Incomplete, NoDirection}

// Effect is what became of one indicator («эффект»).
type Effect struct {
	// Indicator is that of the year after; of the year before where there is none.
	Indicator     model.Indicator
	Before, After consolidation.Cell
	// Change is that of the same institutions, where others told the total the year before.
	Change     consolidation.Change
	Conclusion Conclusion
	Reason     Reason // of what is unknown
	// Same are those that told a total in both years, where not all did; nil where all did, or
	// where they are not what it is judged by.
	Same *consolidation.Same
}

// Text is the conclusion in the words of a table: «улучшение, порог не достигнут».
func (e Effect) Text() string {
	switch note := e.Note(); {
	case note == "":
		return string(e.Conclusion)
	case e.Conclusion == Unknown:
		return string(e.Conclusion) + ": " + note
	default:
		return string(e.Conclusion) + ", " + note
	}
}

// Note is what is told beside the conclusion: why there is none, or whether the norm is
// reached. It is reached by what is printed of the year after, whoever told it.
func (e Effect) Note() string {
	switch {
	case e.Conclusion == Unknown:
		return string(e.Reason)
	case e.Conclusion == Reached || !e.After.Judged:
		return ""
	case e.After.Level.Met:
		return "порог достигнут"
	}
	return "порог не достигнут"
}

// Subject is whose value is judged («чьё значение»); the zero one is the whole.
type Subject struct {
	Unit   string     // ID of an institution, of a cluster, or of a municipality of a region
	Closed model.Date // zero: it is open
}

// Of judges the indicator of a code by the year before and the year after; there need be
// neither.
func Of(code string, s Subject, before, after *consolidation.Consolidation) Effect {
	e := Effect{Conclusion: Unknown}
	was, told := rowOf(before, code)
	if told {
		e.Indicator, e.Before = was.Indicator, s.cell(before, was)
	}
	now, tells := rowOf(after, code)
	if tells {
		e.Indicator, e.After = now.Indicator, s.cell(after, now)
	}
	if e.Reason = e.missing(s, tells, after); e.Reason != "" {
		return e
	}
	e.compare(s, before, after)
	few := was.IsFew(&e.Before) || now.IsFew(&e.After)
	if few {
		e.Same = nil // nothing is told of them either
	}
	if e.Same != nil {
		few = now.IsFew(&e.Same.Before) || now.IsFew(&e.Same.Now)
	}
	e.Reason = e.incomparable(before.Year, after.Year, few)
	switch {
	case e.Reason == "":
		e.Conclusion = e.conclude()
	case e.Reason != SmallGroup:
		e.Same = nil
	}
	return e
}

func rowOf(c *consolidation.Consolidation, code string) (consolidation.Row, bool) {
	if c == nil {
		return consolidation.Row{}, false
	}
	n, found := c.Row(code)
	if !found {
		return consolidation.Row{}, false
	}
	return c.Rows[n], true
}

// cell is the value of the subject; of a unit that is not there, nothing.
func (s Subject) cell(c *consolidation.Consolidation, row consolidation.Row) consolidation.Cell {
	if s.Unit == "" {
		return row.Whole
	}
	if u, found := c.Unit(s.Unit); found {
		return row.Units[u]
	}
	for k, group := range c.Clusters {
		if group.ID == s.Unit {
			return row.Clusters[k]
		}
	}
	return consolidation.Cell{Concerned: true}
}

// compare finds the change of a value: of a total, over those that told it in both years.
func (e *Effect) compare(s Subject, before, after *consolidation.Consolidation) {
	years := consolidation.Years{Consolidation: after, Before: []*consolidation.Consolidation{before}}
	row, _ := after.Row(e.Indicator.Code)
	if u, found := after.Unit(s.Unit); found {
		e.Change = years.UnitChange(row, u)
		return
	}
	if e.Same = years.Same(row, s.Unit); e.Same != nil {
		e.Change = e.Same.Change
	} else if s.Unit == "" {
		e.Change = years.WholeChange(row)
	} else {
		e.Change = years.ClusterChange(row, s.Unit)
	}
}

// missing is why there are no two values; empty where there are.
func (e Effect) missing(s Subject, tells bool, after *consolidation.Consolidation) Reason {
	switch {
	case after == nil:
		return NoYearAfter
	case !tells:
		return Dropped
	case !e.After.IsKnown() && !s.Closed.IsZero() && s.Closed.Year <= after.Year:
		return Closed
	case e.After.State == model.NotApplicable || !e.After.Concerned:
		return NotApplicable
	case !e.After.IsKnown():
		return NoneAfter
	case !e.Before.IsKnown():
		return NoneBefore
	}
	return ""
}

// incomparable is why two values are not compared; empty where they are.
func (e Effect) incomparable(yearBefore, yearAfter int, few bool) Reason {
	same, _ := e.Indicator.Comparable(yearBefore, yearAfter)
	switch {
	case !same:
		return MethodChanged
	case few:
		return SmallGroup
	case e.Same != nil && e.Same.Units == 0:
		return NoneInBoth
	case e.Change.Partial || !e.Change.Known:
		return Incomplete
	case e.Indicator.Direction == model.Neutral:
		return NoDirection
	}
	return ""
}

// conclude: a norm that moved to the value is no effect, so that what is reached must have
// become better. The norm of a trend is not to become worse: after a year in which it did, it
// is reached by becoming better.
func (e Effect) conclude() Conclusion {
	wasBelow := e.Before.Judged && !e.Before.Level.Met
	switch {
	case e.Change.Better && wasBelow && e.After.Judged && e.After.Level.Met:
		return Reached
	case e.Change.Better:
		return Improved
	case e.Change.Worse:
		return Worse
	}
	return Alike
}
