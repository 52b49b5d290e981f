package generator

import (
	"fmt"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
)

// filledRow is a row of a form as it was sent back.
type filledRow struct {
	*form.Row
	form    *SentForm
	damaged bool   // its key cannot be read
	id      string // of what it marks: the number of an activity, of a recommendation
	// occurrence is its ID; of an empty row for a new event «+2».
	occurrence string
	sum        string // of what it marks when the form was made
	base       string // of what the form showed to be on record
	mark       markRow
	event      string
	happened   model.Date
	faults     diag.List // of what was typed

	// What it is about, once that is found.
	found bool
	place *execution.Activity // nil: it is a recommendation
	at    [2]int              // where that stands: of activity and occurrence in the roadmap
	// known: the same is on record, whatever is in force.
	known bool
}

func cloneRows(f *SentForm, rows []*filledRow) []*filledRow {
	var clones []*filledRow
	for _, r := range rows {
		clone := *r
		clone.form = f
		clones = append(clones, &clone)
	}
	return clones
}

// isBlank reports whether the row was an empty one, for a new event.
func (r *filledRow) isBlank() bool { return strings.HasPrefix(r.occurrence, blankKey) }

// isChanged reports whether somebody wrote something here.
func (r *filledRow) isChanged() bool {
	return len(r.faults) > 0 || r.mark.sum() != r.base || r.isBlank() && (r.event != "" || !r.happened.IsZero())
}

// readFilledRow reads what was typed. Faults are kept with the row: whether it matters
// is known only when it is placed.
func readFilledRow(f *SentForm, row *form.Row) *filledRow {
	r := &filledRow{Row: row, form: f}
	parts, ok := form.ParseKey(row.Key)
	if r.damaged = !ok || len(parts) != 4; !r.damaged {
		r.id, r.occurrence, r.sum, r.base = parts[0], parts[1], parts[2], parts[3]
	}
	m, faults := &r.mark, &r.faults
	status := row.Text(markStatus, faults)
	if outcome, ok := f.kind.words.TypedOutcome(status); ok {
		m.Outcome = outcome
	} else if status != "" {
		r.faults.Add(f.kind.unknownStatus(row, status))
	}
	m.Date, m.Until, m.Issued = row.Day(markDate, faults), row.Day(markUntil, faults), row.Day(markIssued, faults)
	m.Result = row.Text(markResult, faults)
	m.Kind, m.Number = row.Text(markKind, faults), row.Mark(markNumber, faults)
	m.Title, m.Link = row.Text(markTitle, faults), row.Text(markLink, faults)
	m.Reason, m.Correction, m.Note = row.Text(markReason, faults), row.Text(markCorrection, faults), row.Text(markNote, faults)
	if r.isBlank() {
		r.event, r.happened = row.Text(markEvent, faults), row.Day(markHappened, faults)
	}
	return r
}

func (k *formKind) unknownStatus(row *form.Row, status string) diag.Problem {
	choices := strings.Join(k.words.Choices(), ", ")
	if _, known := k.words.Typed(status); known {
		return row.Fault(markStatus, "если сообщить нечего, очистите ячейку; если есть – выберите: "+choices,
			"«%s» следует из срока, отметить так нельзя", status)
	}
	if near, ok := k.words.Near(status); ok {
		return row.Fault(markStatus, "может быть, «"+near+"»? Выберите из списка: "+choices, "статуса «%s» нет", cutWords(status))
	}
	return row.Fault(markStatus, "выберите из списка: "+choices, "статуса «%s» нет", cutWords(status))
}

// cutWords is a text short enough for a message.
func cutWords(text string) string {
	const longest = 60
	if line := []rune(oneLine(text)); len(line) > longest {
		return string(line[:longest]) + "…"
	}
	return oneLine(text)
}

// readStray tells of rows that are none of the form. A note under the table is nobody's
// fault; a status in a row of one's own would be lost.
func (f *SentForm) readStray(rows []*form.Row) {
	for _, row := range rows {
		var unread diag.List
		status, words := row.Text(markStatus, &unread), row.Text(markWhat, &unread)
		_, isStatus := f.kind.words.Typed(status)
		if isStatus || status != "" && words != "" {
			f.Problems.Add(row.Fault(markStatus, "впишите отметку в строку "+f.kind.of+", которая была в форме; если строки не хватает, попросите новую форму",
				"эту строку добавили сами: о чём она, не узнать"))
			continue
		}
		p := row.Fault(markStatus, "если это отметка, впишите её в строку "+f.kind.of, "строка не из формы: что в ней написано, не прочитано")
		p.Severity = diag.Warning
		f.Problems.Add(p)
	}
}

// readAside tells of notes beside the table: nobody would see them again.
func (f *SentForm) readAside(notes []form.Aside) {
	for _, a := range notes {
		more := ""
		if a.More > 0 {
			more = fmt.Sprintf(", и в столбце ниже ещё ячеек: %d", a.More)
		}
		f.Problems.Add(diag.Problem{Severity: diag.Warning, Cell: a.Place, Text: fmt.Sprintf("рядом с таблицей написано «%s»%s: это не прочитано", cutWords(a.Text), more),
			Hint: "если это об исполнении, впишите его в столбец «" + f.kind.noted + "»"})
	}
}
