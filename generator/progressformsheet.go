package generator

import (
	"fmt"
	"maps"

	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// progressMarkSheet is the sheet to fill of a roadmap.
func progressMarkSheet(c *carried, passport form.Passport, rows []formRow) xlsx.Sheet {
	columns := progressKind.columns
	if !hasBlank(rows) {
		columns = without(columns, markEvent, markHappened)
	}
	if passport.Body != "" {
		columns = without(columns, markBodies)
	}
	t := markTable(columns)
	for _, r := range rows {
		t.Rows = append(t.Rows, doc.Row{Cells: markCells(columns, r.cells(), r.key())})
	}
	s := markSheet(passport, fmt.Sprintf("Ход исполнения дорожной карты: %s «%s»", passport.Title, oneLine(c.order.Title)), c.order.Office.Example, t, missingMarks)
	s.Inputs = markInputs(columns, rows, c.order.Date)
	return s
}

func hasBlank(rows []formRow) bool {
	for _, r := range rows {
		if r.isBlank() {
			return true
		}
	}
	return false
}

// cells are the cells of a row by the names of their columns.
func (r formRow) cells() map[string]doc.Cell {
	text := func(s string) doc.Cell { return doc.Cell{Text: s} }
	cells := r.shown().cells(progressKind.words)
	maps.Copy(cells, map[string]doc.Cell{
		"number": text(r.Number), markBodies: text(form.Clean(r.Responsible)), markWhat: text(form.Clean(r.Text)), markOccurrence: text(r.occurrenceLabel()),
		"term": text(r.dueWords()), "due": dayCell(r.Due), markStanding: text(r.standingWords()),
	})
	if !r.isBlank() && opensEvents(r.Activity) && r.Occurrence != nil {
		cells[markEvent], cells[markHappened] = text(form.Clean(r.Occurrence.Name)), dayCell(r.Occurrence.Begin)
	}
	return cells
}

// markInputs are the cells to fill. What happened, and when, is asked only in the empty
// rows: a known event is amended by the office.
func markInputs(columns []markColumn, rows []formRow, from model.Date) []xlsx.Input {
	var inputs []xlsx.Input
	for _, c := range columns {
		if !c.Filled || len(rows) == 0 {
			continue
		}
		if c.Name != markEvent && c.Name != markHappened {
			inputs = append(inputs, markInput(c, "{"+c.Name+"}", progressKind.words, from))
			continue
		}
		for i := 0; i < len(rows); i++ {
			if !rows[i].isBlank() {
				continue
			}
			first := i
			for i+1 < len(rows) && rows[i+1].isBlank() {
				i++
			}
			inputs = append(inputs, markInput(c, fmt.Sprintf("{%s[%d:%d]}", c.Name, first+1, i+1), progressKind.words, from))
		}
	}
	return inputs
}

// missingMarks show, while the form is filled, what is still wanted.
var missingMarks = []xlsx.Mark{
	overdueMark,
	wanted(markStatus, `AND({.status}="",OR({.date}<>"",{.result}<>"",{.until}<>""))`),
	wanted(markDate, `AND({.status}<>"",{.date}="")`),
	wanted(markUntil, `AND({.status}="перенесено",{.until}="")`),
	wanted(markReason, `AND(OR({.status}="исполнено с опозданием",{.status}="не исполнено",{.status}="перенесено",{.status}="утратило актуальность"),{.reason}="")`),
	wanted(markKind, `AND(OR({.status}="исполнено",{.status}="исполнено с опозданием"),{.kind}="",{.title}="",{.link}="")`),
}
