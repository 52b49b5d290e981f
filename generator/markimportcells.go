package generator

import (
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// cures are what to do in a form, where lint tells what to do in a file.
var cures = map[string]struct{ column, hint string }{
	"PRG-PROOF":  {markKind, "впишите вид, номер и дату документа или ссылку на него"},
	"PRG-REASON": {markReason, "впишите причину и корректирующее действие"},
	"PRG-MOVED":  {markUntil, "впишите новый срок"},
	"PRG-CONTRA": {markStatus, "проверьте статус и дату"},
	"PRG-DAY":    {markDate, "проверьте год"},
	"REC-PROOF":  {markKind, "впишите вид, номер и дату документа или ссылку на него"},
	"REC-REASON": {markReason, "впишите причину"},
	"REC-DAY":    {markDate, "проверьте год"},
}

// fieldColumns are where the fields of an entry stand in a form.
var fieldColumns = map[string]string{"status": markStatus, "date": markDate, "until": markUntil, "result": markResult,
	"reason": markReason, "correction": markCorrection, "note": markNote, "event": markEvent,
	"activity": markWhat, "recommendation": markWhat, "document": markKind, "occurrence": markOccurrence, "evidence": markKind,
	"kind": markKind, "number": markNumber, "title": markTitle, "link": markLink}

// toCells finds what is wrong with new entries in the rows that they came from.
func (t *recordText) toCells(problems diag.List, from []*filledRow, entries []model.ProgressEntry) diag.List {
	var list diag.List
	for _, p := range problems {
		n := t.numberIn(p.Key)
		if n < 1 || n > len(from) {
			p.Key = ""
			list.Add(p)
			continue
		}
		_, field, _ := strings.Cut(p.Key, ".")
		first, last, _ := strings.Cut(field, ".")
		first, _, _ = strings.Cut(first, "[")
		column := fieldColumns[first]
		switch cure, known := cures[p.Code]; {
		case known && strings.HasSuffix(p.Code, "-DAY"): // of whichever day
			p.Hint = cure.hint
		case known:
			column, p.Hint = cure.column, cure.hint
		case last != "":
			column = fieldColumns[last]
		}
		if entries[n-1].Outcome == model.OutcomeEvent && column == markDate {
			column = markHappened
		}
		p.File, p.Line, p.Column, p.Key, p.Path = "", 0, 0, "", ""
		if first == "by" {
			p.Path, p.Hint = "кто сообщил", "назовите ключом --by id из справочника или фамилию и инициалы"
		} else if p.Cell = from[n-1].Place(markStatus); column != "" {
			p.Cell = from[n-1].Place(column)
		}
		list.Add(p)
	}
	return list
}
