package generator

import (
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
)

// markRow is what people say in one row of the form.
type markRow struct {
	Outcome     model.Outcome
	Date, Until model.Date
	Result      string
	// The document; the form has room for one.
	Kind, Number string
	Issued       model.Date
	Title, Link  string

	Reason, Correction, Note string
}

// markRowOf is what the form shows of a mark.
func markRowOf(e model.ProgressEntry) markRow {
	m := markRow{
		Outcome: e.Outcome, Date: e.Date, Until: e.Until, Result: form.Clean(e.Result),
		Reason: form.Clean(e.Reason), Correction: form.Clean(e.Correction), Note: form.Clean(e.Note),
	}
	if len(e.Evidence) > 0 {
		v := e.Evidence[0]
		m.Kind, m.Number, m.Issued = form.Clean(v.Kind), form.Clean(v.Number), v.Date
		m.Title, m.Link = form.Clean(v.Title), form.Clean(v.Link)
	}
	return m
}

// sum tells whether a row was changed; that of an empty one is empty.
func (m markRow) sum() string {
	if m == (markRow{}) {
		return ""
	}
	return form.Sum(string(m.Outcome), m.Date.String(), m.Until.String(), m.Result, m.Kind, m.Number, m.Issued.String(),
		m.Title, m.Link, m.Reason, m.Correction, m.Note)
}

// statusWords is the choice of the list.
func (m markRow) statusWords() string {
	if m.Outcome == "" {
		return ""
	}
	return execution.Said(m.Outcome)
}

func (m markRow) document() model.Evidence {
	return model.Evidence{Kind: m.Kind, Number: m.Number, Date: m.Issued, Title: m.Title, Link: m.Link}
}

// entry is the mark that a row makes; before is the one it amends, nil for none. What
// the form has no room for stays: further documents, the file of the first.
func (m markRow) entry(before *model.ProgressEntry) model.ProgressEntry {
	e := model.ProgressEntry{Outcome: m.Outcome, Date: m.Date, Until: m.Until, Result: m.Result,
		Reason: m.Reason, Correction: m.Correction, Note: m.Note}
	if before == nil {
		before = &model.ProgressEntry{}
	}
	document, shown := m.document(), markRowOf(*before).document()
	switch {
	case document == shown:
		e.Evidence = append(e.Evidence, before.Evidence...)
	case document.IsEmpty():
		e.Evidence = append(e.Evidence, before.Evidence[1:]...)
	case shown.IsEmpty():
		e.Evidence = append([]model.Evidence{document}, before.Evidence...)
	default:
		e.Evidence = append([]model.Evidence{document}, before.Evidence[1:]...)
	}
	return e
}

// markOutcomes are the statuses that people choose from: an event is told by its day.
var markOutcomes = []model.Outcome{model.OutcomeWork, model.OutcomeDone, model.OutcomeLate, model.OutcomePartly,
	model.OutcomeFailed, model.OutcomeMoved, model.OutcomeVoid}

func markWords() []string {
	var words []string
	for _, o := range markOutcomes {
		words = append(words, execution.Said(o))
	}
	return words
}
