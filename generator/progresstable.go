package generator

import (
	"fmt"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// progressRow is one occurrence in the words of the report.
type progressRow struct {
	execution.Standing
	entry int // of the mark in force in the record, from 1; 0 for none
}

// place is where the activity stands in the order.
func (r progressRow) place(field string) string {
	return fmt.Sprintf("roadmap.section[%d].activity[%d]%s", r.Section+1, r.Standing.Place+1, field)
}

// key is a place in the record.
func (r progressRow) key(field string) string {
	if r.entry == 0 {
		return ""
	}
	return fmt.Sprintf("entry[%d]%s", r.entry, field)
}

// isOnce reports whether the author's words are all there is to say of the term.
func (r progressRow) isOnce() bool { return r.Occurrence == nil || r.Occurrence.ID == "" }

// plannedTerm is when it is due: the author's words, or which time is meant of what is
// due more than once.
func (r progressRow) plannedTerm() string {
	if r.isOnce() {
		return orDash(r.Schedule.String()) + r.moved()
	}
	label := r.Occurrence.Label()
	if r.Occurrence.Name != "" {
		label += ", " + r.Occurrence.Name
	}
	if !r.Occurrence.End.IsZero() && r.Occurrence.End != r.Occurrence.Begin {
		label += ", по\u00a0" + r.Occurrence.End.String()
	}
	return label + r.moved()
}

// activity is what is to be done; of what is due more than once, with its term.
func (r progressRow) activity() string {
	if r.isOnce() {
		return r.Text
	}
	return r.Text + "\nСрок: " + strings.TrimSpace(r.Schedule.String())
}

// moved tells the terms that were set anew.
func (r progressRow) moved() string {
	s := ""
	for _, m := range r.Moves {
		if !m.Until.IsZero() {
			s += "; перенесено " + m.Date.String() + " на " + m.Until.String()
		}
	}
	return s
}

// statusWords is the status, and by how much it is late.
func (r progressRow) statusWords() string {
	switch late := r.lateWords(); {
	case late == "":
		return string(r.Status)
	case r.Status == execution.DoneLate:
		return string(r.Status) + strings.TrimPrefix(late, "опоздание")
	default:
		return string(r.Status) + ", " + late
	}
}

// lateWords is by how much it is, or was, late; empty where it is not.
func (r progressRow) lateWords() string {
	days := russian.Count(r.Late, "день", "дня", "дней")
	switch {
	case r.Late == 0:
		return ""
	case r.Status == execution.DoneLate:
		return "опоздание на " + days
	}
	return "просрочено на " + days
}

// said is what the mark in force tells; an empty one where there is none.
func (r progressRow) said() model.ProgressEntry {
	if r.Mark == nil {
		return model.ProgressEntry{}
	}
	return *r.Mark
}

// evidence are the documents, a line each.
func (r progressRow) evidence() string {
	var lines []string
	for i, e := range r.said().Evidence {
		words := e.String()
		switch {
		case words == "":
			words = e.Link + e.File
		case i > 0 && e.Link != "": // only the first is clicked
			words += ", " + e.Link
		}
		lines = append(lines, words)
	}
	return strings.Join(lines, "\n")
}

// deviation is why the term was not kept, and what is done about it; of a term moved
// and then kept, why it was moved.
func (r progressRow) deviation() string {
	reason, correction := r.said().Reason, r.said().Correction
	if reason == "" && len(r.Moves) > 0 {
		reason = r.Moves[len(r.Moves)-1].Reason
	}
	switch {
	case correction == "":
		return reason
	case reason == "":
		return "Меры: " + lowerFirst(correction)
	}
	return reason + "\nМеры: " + lowerFirst(correction)
}

// lowerFirst makes a sentence the rest of one, unless it begins with a name in
// capitals.
func lowerFirst(s string) string {
	runes := []rune(s)
	if len(runes) > 1 && strings.ToUpper(string(runes[1])) == string(runes[1]) {
		return s
	}
	return strings.ToLower(string(runes[:min(1, len(runes))])) + string(runes[min(1, len(runes)):])
}

// orDash stands in for what is not there, so that a reader sees it was not forgotten.
func orDash(s string) string {
	if strings.TrimSpace(s) == "" {
		return "–"
	}
	return s
}

const (
	progressName = "progress"
	statusesName = "statuses"
	sectionsName = "sections"
	bodiesName   = "responsible"
)

// progressTable is the execution of every activity on paper: what is the same for all
// occurrences of an activity stands once. Its headers are short: nine columns leave no
// room for «Подтверждающий», and the words of the activities would be cut by letters.
func progressTable(rows []progressRow, sections []model.Section) *doc.Table {
	t := &doc.Table{Name: progressName, Caption: "Исполнение мероприятий", Columns: []doc.Column{
		{Header: "№ п/п", Align: doc.Centre},
		{Header: "Мероприятие"},
		{Header: "Ответственные"},
		{Header: "Плановый срок"},
		{Header: "Статус", Min: 27}, // «просрочено на» in a line
		{Header: "Фактический срок", Align: doc.Centre},
		{Header: "Достигнутый результат"},
		{Header: "Документ"},
		{Header: "Причина и меры"},
	}}
	for i, r := range rows {
		first := i == 0 || rows[i-1].Activity != r.Activity
		if first && (i == 0 || rows[i-1].Section != r.Section) {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{
				Text: fmt.Sprintf("%d. %s", r.Section+1, sections[r.Section].Title), Key: fmt.Sprintf("roadmap.section[%d].title", r.Section+1)}}})
		}
		var cells []doc.Cell
		if first {
			span := 1
			for i+span < len(rows) && rows[i+span].Activity == r.Activity {
				span++
			}
			cells = []doc.Cell{
				{Text: r.Number, Rows: span, Key: r.place(".number")},
				{Text: r.activity(), Rows: span, Key: r.place(".text")},
				{Text: orDash(r.Responsible), Rows: span, Key: r.place(".responsible")},
			}
		}
		t.Rows = append(t.Rows, doc.Row{Cells: append(cells,
			doc.Cell{Text: r.plannedTerm(), Key: r.place(".schedule")},
			doc.Cell{Text: r.statusWords()},
			doc.Cell{Text: orDash(r.DoneOn().String())},
			doc.Cell{Text: orDash(r.said().Result), Key: r.key(".result")},
			doc.Cell{Text: orDash(r.evidence()), Key: r.key("")},
			doc.Cell{Text: orDash(r.deviation()), Key: r.key(".reason")},
		)})
	}
	return t
}
