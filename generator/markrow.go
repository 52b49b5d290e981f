package generator

import (
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
)

// markRow is what people say in one row of a form.
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

// cells are those of the mark in a form, by the names of their columns.
func (m markRow) cells(words execution.Words) map[string]doc.Cell {
	text := func(s string) doc.Cell { return doc.Cell{Text: s} }
	return map[string]doc.Cell{
		markStatus: text(words.Said(m.Outcome)), markDate: dayCell(m.Date), markResult: text(m.Result),
		markKind: text(m.Kind), markNumber: text(m.Number), markIssued: dayCell(m.Issued), markTitle: text(m.Title), markLink: text(m.Link),
		markUntil: dayCell(m.Until), markReason: text(m.Reason), markCorrection: text(m.Correction), markNote: text(m.Note),
	}
}
