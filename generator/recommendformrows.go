package generator

import (
	"maps"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/xlsx"
)

// markCells are the cells of the row of a recommendation by the names of their columns, and
// the hidden key of the row: its number, the sum of what is recommended, the sum of what is
// shown to be on record. It has the parts of the key of an activity.
func (r *recommended) markCells(one *recommendation.Recommendation, day model.Date) (map[string]doc.Cell, string) {
	text := func(s string) doc.Cell { return doc.Cell{Text: s} }
	stands := r.responseOn(one, day)
	shown := markRow{}
	if stands.Mark != nil {
		shown = markRowOf(entryOf(*stands.Mark))
	}
	cells := shown.cells(adviceKind.words)
	// In one piece the number would make its column twice as wide, and the print too small.
	maps.Copy(cells, map[string]doc.Cell{
		markID:   text(strings.TrimSuffix(one.ID, one.Code()) + "\n" + one.Code()),
		markWhat: text(form.Clean(one.Text)), markBodies: text(oneLine(one.Name)), "to": text(one.Addressee),
		"due": dayCell(one.Term.Day), markStanding: text(responseWords(stands)),
	})
	return cells, form.Key(one.ID, "", adviceSum(one), shown.sum())
}

// markInputs are the cells to fill, of a form and of the register.
func (r *recommended) markInputs() []xlsx.Input {
	var inputs []xlsx.Input
	for _, c := range adviceMarkColumns() {
		inputs = append(inputs, markInput(c, "{"+c.Name+"}", adviceKind.words, r.record.Date))
	}
	return inputs
}

// missingOnAdvice show, while the form is filled, what is still wanted.
var missingOnAdvice = []xlsx.Mark{
	wanted(markStatus, `AND({.status}="",OR({.date}<>"",{.kind}<>"",{.docnumber}<>"",{.reason}<>""))`),
	wanted(markDate, `AND({.status}<>"",{.date}="")`),
	wanted(markKind, `AND({.status}="исполнено",{.kind}="",{.title}="",{.link}="")`),
	wanted(markNumber, `AND(OR({.kind}<>"",{.title}<>""),{.docnumber}="",{.link}="")`),
	wanted(markReason, `AND(OR({.status}="не исполнено",{.status}="исполнено частично",{.status}="не актуально"),{.reason}="")`),
}

// howToMarkAdvice is the instruction of the forms of recommendations.
func howToMarkAdvice(passport form.Passport) xlsx.Sheet {
	how := newInstruction()
	how.heading("Какой статус выбрать")
	how.items(
		"«в работе» – начато, но не закончено.",
		"«исполнено» – закончено: дата и документ, который это подтверждает. Если это было после срока, «с опозданием» программа допишет сама; назовите причину.",
		"«исполнено частично» – сделано не всё: что и почему осталось, впишите в «Причину».",
		"«не исполнено» – причина.",
		"«не актуально» – делать больше не нужно: причина.",
	)
	how.heading("Что важно")
	how.items(
		"Верна отметка с последней датой: чтобы поправить прежнюю, впишите день не раньше её дня.",
		"Документ нужен один: у него есть номер или ссылка.",
	)
	how.heading("Примеры")
	how.items(
		"Исполнено. Статус: исполнено. Дата: 25.11.2022. Вид документа: приказ. Номер: 48-о. Дата документа: 25.11.2022. Наименование: О режиме дня.",
		"Не актуально. Статус: не актуально. Дата: 01.02.2023. Причина: группа закрыта.",
		"В работе. Статус: в работе. Дата: 17.10.2022.",
	)
	return how.sheet(passport, "")
}
