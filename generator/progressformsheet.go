package generator

import (
	"fmt"

	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// Columns of the form of marks, by name.
const (
	markActivity   = "activity"
	markOccurrence = "occurrence"
	markEvent      = "event"
	markHappened   = "happened"
	markStatus     = "status"
	markDate       = "date"
	markResult     = "result"
	markKind       = "kind"
	markNumber     = "docnumber"
	markIssued     = "issued"
	markTitle      = "title"
	markLink       = "link"
	markUntil      = "until"
	markReason     = "reason"
	markCorrection = "correction"
	markNote       = "note"
)

// markColumn is a column of the form and how it is filled.
type markColumn struct {
	form.Column
	width  float64 // millimetres
	align  doc.Align
	takes  xlsx.Takes
	room   int // letters of a text that the cell is to show
	title  string
	prompt string
}

// markColumns are the columns in their order. What is not filled is for the eyes; two of
// them are read, to make sure that a row was not mixed up with another.
func markColumns() []markColumn {
	shown := func(name, header string, width float64, align doc.Align) markColumn {
		return markColumn{Column: form.Column{Name: name, Header: header, Optional: true}, width: width, align: align}
	}
	filled := func(name, header string, width float64, takes xlsx.Takes, room int, title, prompt string) markColumn {
		c := markColumn{Column: form.Column{Name: name, Header: header, Filled: true}, width: width, takes: takes, room: room, title: title, prompt: prompt}
		if takes != xlsx.TakesText {
			c.align = doc.Centre
		}
		return c
	}
	columns := []markColumn{
		shown("number", "№", 13, doc.Centre),
		shown(markActivity, "Мероприятие", 60, doc.Left),
		shown(markOccurrence, "Исполнение", 28, doc.Left),
		shown("term", "Плановый срок", 34, doc.Left),
		shown("due", "Последний день", 25, doc.Centre),
		shown("standing", "Как обстоит сейчас", 32, doc.Left),
		filled(markEvent, "Событие", 36, xlsx.TakesText, 40, "Событие", "Что произошло: «получен запрос регионального центра», «ВПР, 4 классы». Впишите и дату события; затем, в этой же строке, – отметку об исполнении."),
		filled(markHappened, "Дата события", 25, xlsx.TakesDay, 0, "Дата события", "День, когда это произошло: от него считается срок. Например, 30.08.2026."),
		filled(markStatus, "Статус", 34, xlsx.TakesChoice, 0, "Статус", "Выберите из списка. Если нового нет, ничего не меняйте."),
		filled(markDate, "Дата", 25, xlsx.TakesDay, 0, "Дата", "День, когда исполнено (перенесено, отменено); для «в работе» – на какой день так обстоит. Будущего дня быть не может. Например, 30.08.2026."),
		filled(markResult, "Результат", 52, xlsx.TakesText, 70, "Результат", "Что сделано, в числах, где можно: «Обучено 6 экспертов из 10»."),
		filled(markKind, "Вид документа", 27, xlsx.TakesText, 14, "Документ: вид", "Чем подтверждается: приказ, справка, протокол, отчёт, письмо."),
		filled(markNumber, "Номер документа", 27, xlsx.TakesText, 8, "Документ: номер", "Без знака №, например 45 или 01-12/45."),
		filled(markIssued, "Дата документа", 27, xlsx.TakesDay, 0, "Документ: дата", "День документа, например 30.08.2026."),
		filled(markTitle, "Наименование документа", 42, xlsx.TakesText, 50, "Документ: наименование", "Заголовок без кавычек: Об утверждении плана мониторинга. Если документов несколько, остальные назовите в примечании."),
		filled(markLink, "Ссылка на документ", 32, xlsx.TakesText, 20, "Документ: ссылка", "Адрес в интернете, который начинается с https://. Если его нет, оставьте пустым."),
		filled(markUntil, "Новый срок", 25, xlsx.TakesDay, 0, "Новый срок", "Только для «перенесено»: новый последний день."),
		filled(markReason, "Причина", 42, xlsx.TakesText, 50, "Причина", "Почему не в срок, не полностью, перенесено или больше не нужно."),
		filled(markCorrection, "Корректирующее действие", 44, xlsx.TakesText, 50, "Корректирующее действие", "Что делается, чтобы исполнить или чтобы не повторилось."),
		filled(markNote, "Примечание", 36, xlsx.TakesText, 40, "Примечание", "Всё остальное, что важно; другие документы."),
	}
	for i := range columns {
		switch columns[i].Name {
		case markActivity, markOccurrence:
			columns[i].Optional = false
		case markEvent, markHappened:
			columns[i].Optional = true
		}
	}
	return columns
}

// formColumns are those by which the form is read.
func formColumns() []form.Column {
	var columns []form.Column
	for _, c := range markColumns() {
		columns = append(columns, c.Column)
	}
	return columns
}

const markSheetName = "Отметки"

// markSheet is the sheet to fill.
func (g Generator) markSheet(c *carried, passport form.Passport, rows []formRow) xlsx.Sheet {
	columns := markColumns()
	if !hasBlank(rows) {
		columns = withoutEvents(columns)
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

func withoutEvents(columns []markColumn) []markColumn {
	var left []markColumn
	for _, c := range columns {
		if c.Name != markEvent && c.Name != markHappened {
			left = append(left, c)
		}
	}
	return left
}

// cells are the cells of a row by the names of their columns.
func (r formRow) cells() map[string]doc.Cell {
	text := func(s string) doc.Cell { return doc.Cell{Text: s} }
	m := r.shown()
	cells := map[string]doc.Cell{
		"number": text(r.Number), markActivity: text(form.Clean(r.Text)), markOccurrence: text(r.occurrenceLabel()),
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
