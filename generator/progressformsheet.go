package generator

import (
	"fmt"
	"slices"

	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

const markSheetName = "Отметки"

// markSheet is the sheet to fill.
func (g Generator) markSheet(c *carried, passport form.Passport, rows []formRow) xlsx.Sheet {
	columns := markColumns()
	if !hasBlank(rows) {
		columns = without(columns, markEvent, markHappened)
	}
	if passport.Body != "" {
		columns = without(columns, markBodies)
	}
	t := &doc.Table{Name: "marks"}
	for _, column := range columns {
		t.Columns = append(t.Columns, doc.Column{Header: column.Header, Name: column.Name, Width: column.width, Align: column.align})
	}
	t.Columns = append(t.Columns, doc.Column{Header: form.KeyColumn.Header, Name: form.KeyColumn.Name})
	for _, r := range rows {
		cells := r.cells()
		row := doc.Row{}
		for _, column := range columns {
			row.Cells = append(row.Cells, cells[column.Name])
		}
		t.Rows = append(t.Rows, doc.Row{Cells: append(row.Cells, doc.Cell{Text: r.key()})})
	}
	s := xlsx.Sheet{
		Name: markSheetName, Table: t, Frozen: 2, Unseen: []string{form.KeyColumn.Name}, PagesWide: 3, Protect: true, Opens: true,
		Marks: missingMarks,
	}
	line := func(text string) { s.Above = append(s.Above, doc.Block{Parts: []string{text}}) }
	line(fmt.Sprintf("Ход исполнения дорожной карты: %s «%s»", passport.Title, oneLine(c.order.Title)))
	if passport.Body != "" {
		line("Ответственный: " + passport.Body)
	}
	line(fmt.Sprintf("На %s. Заполняйте жёлтые ячейки там, где есть что сообщить; как – на листе «%s».", passport.Made, howSheetName))
	if c.order.Office.Example {
		line(exampleNote)
	}
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

func without(columns []markColumn, names ...string) []markColumn {
	return slices.DeleteFunc(columns, func(c markColumn) bool { return slices.Contains(names, c.Name) })
}

// cells are the cells of a row by the names of their columns.
func (r formRow) cells() map[string]doc.Cell {
	text := func(s string) doc.Cell { return doc.Cell{Text: s} }
	m := r.shown()
	cells := map[string]doc.Cell{
		"number": text(r.Number), markBodies: text(form.Clean(r.Responsible)), markActivity: text(form.Clean(r.Text)), markOccurrence: text(r.occurrenceLabel()),
		"term": text(r.dueWords()), "due": dayCell(r.Due), "standing": text(r.standingWords()),
		markStatus: text(m.statusWords()), markDate: dayCell(m.Date), markResult: text(m.Result),
		markKind: text(m.Kind), markNumber: text(m.Number), markIssued: dayCell(m.Issued), markTitle: text(m.Title), markLink: text(m.Link),
		markUntil: dayCell(m.Until), markReason: text(m.Reason), markCorrection: text(m.Correction), markNote: text(m.Note),
	}
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
		in := xlsx.Input{Takes: c.takes, Room: c.room, Title: c.title, Prompt: c.prompt}
		switch {
		case !c.Filled || len(rows) == 0:
			continue
		case c.takes == xlsx.TakesChoice:
			in.Choices = markWords()
		case c.takes == xlsx.TakesDay && c.Name != markIssued:
			in.From = from.Time()
		}
		if c.Name != markEvent && c.Name != markHappened {
			in.At = "{" + c.Name + "}"
			inputs = append(inputs, in)
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
			in.At = fmt.Sprintf("{%s[%d:%d]}", c.Name, first+1, i+1)
			inputs = append(inputs, in)
		}
	}
	return inputs
}

// missingMarks show, while the form is filled, what is still wanted.
var missingMarks = []xlsx.Mark{
	{At: "{standing}", Where: `ISNUMBER(SEARCH("просрочено",{.standing}))`, Colour: "F8CBAD", Bold: true},
	wanted(markStatus, `AND({.status}="",OR({.date}<>"",{.result}<>"",{.until}<>""))`),
	wanted(markDate, `AND({.status}<>"",{.date}="")`),
	wanted(markUntil, `AND({.status}="перенесено",{.until}="")`),
	wanted(markReason, `AND(OR({.status}="исполнено с опозданием",{.status}="не исполнено",{.status}="перенесено",{.status}="утратило актуальность"),{.reason}="")`),
	wanted(markKind, `AND(OR({.status}="исполнено",{.status}="исполнено с опозданием"),{.kind}="",{.title}="",{.link}="")`),
}

func wanted(column, where string) xlsx.Mark {
	return xlsx.Mark{At: "{" + column + "}", Where: where, Colour: "FCE4D6", Pattern: doc.Dots}
}
