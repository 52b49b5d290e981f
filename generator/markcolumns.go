package generator

import (
	"slices"

	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// Columns of the forms of marks, by name.
const (
	markID         = "id"   // the number of the recommendation
	markWhat       = "what" // the activity or the recommendation in words
	markOccurrence = "occurrence"
	markBodies     = "bodies"
	markStanding   = "standing"
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

// markColumn is a column of a form and how it is filled.
type markColumn struct {
	form.Column
	width  float64 // millimetres
	align  doc.Align
	takes  xlsx.Takes
	room   int // letters of a text that the cell is to show
	title  string
	prompt string
}

// shownColumn is one for the eyes; some may be left out.
func shownColumn(name, header string, width float64, align doc.Align) markColumn {
	return markColumn{Column: form.Column{Name: name, Header: header, Optional: true}, width: width, align: align}
}

// readColumn is shown and read, to make sure that a row was not mixed up with another.
func readColumn(name, header string, width float64) markColumn {
	c := shownColumn(name, header, width, doc.Left)
	c.Optional = false
	return c
}

func filledColumn(name, header string, width float64, takes xlsx.Takes, room int, title, prompt string) markColumn {
	c := markColumn{Column: form.Column{Name: name, Header: header, Filled: true}, width: width, takes: takes, room: room, title: title, prompt: prompt}
	if takes != xlsx.TakesText {
		c.align = doc.Centre
	}
	return c
}

func statusColumn() markColumn {
	return filledColumn(markStatus, "Статус", 34, xlsx.TakesChoice, 0, "Статус", "Выберите из списка. Если нового нет, ничего не меняйте.")
}

// documentColumns are those of the document that confirms a mark; further is where others
// are named.
func documentColumns(further string) []markColumn {
	return []markColumn{
		filledColumn(markKind, "Вид документа", 27, xlsx.TakesText, 14, "Документ: вид", "Чем подтверждается: приказ, справка, протокол, отчёт, письмо."),
		filledColumn(markNumber, "Номер документа", 27, xlsx.TakesText, 8, "Документ: номер", "Без знака №, например 45 или 01-12/45."),
		filledColumn(markIssued, "Дата документа", 27, xlsx.TakesDay, 0, "Документ: дата", "День документа, например 30.08.2026."),
		filledColumn(markTitle, "Наименование документа", 42, xlsx.TakesText, 50, "Документ: наименование", "Заголовок без кавычек: Об утверждении плана мониторинга."+further),
		filledColumn(markLink, "Ссылка на документ", 32, xlsx.TakesText, 20, "Документ: ссылка", "Адрес в интернете, который начинается с https://. Если его нет, оставьте пустым."),
	}
}

// progressColumns are the columns of the forms of a roadmap in their order.
func progressColumns() []markColumn {
	event := filledColumn(markEvent, "Событие", 36, xlsx.TakesText, 40, "Событие", "Что произошло: «получен запрос регионального центра», «ВПР, 4 классы». Впишите и дату события; затем, в этой же строке, – отметку об исполнении.")
	happened := filledColumn(markHappened, "Дата события", 25, xlsx.TakesDay, 0, "Дата события", "День, когда это произошло: от него считается срок. Например, 30.08.2026.")
	event.Optional, happened.Optional = true, true
	return slices.Concat([]markColumn{
		shownColumn("number", "№", 13, doc.Centre),
		readColumn(markWhat, "Мероприятие", 60),
		shownColumn(markBodies, "Ответственные", 44, doc.Left),
		readColumn(markOccurrence, "Исполнение", 28),
		shownColumn("term", "Плановый срок", 34, doc.Left),
		shownColumn("due", "Последний день", 25, doc.Centre),
		shownColumn(markStanding, "Как обстоит сейчас", 32, doc.Left),
		event, happened, statusColumn(),
		filledColumn(markDate, "Дата", 25, xlsx.TakesDay, 0, "Дата", "День, когда исполнено (перенесено, отменено); для «в работе» – на какой день так обстоит. Будущего дня быть не может. Например, 30.08.2026."),
		filledColumn(markResult, "Результат", 52, xlsx.TakesText, 70, "Результат", "Что сделано, в числах, где можно: «Обучено 6 экспертов из 10»."),
	}, documentColumns(" Если документов несколько, остальные назовите в примечании."), []markColumn{
		filledColumn(markUntil, "Новый срок", 25, xlsx.TakesDay, 0, "Новый срок", "Только для «перенесено»: новый последний день."),
		filledColumn(markReason, "Причина", 42, xlsx.TakesText, 50, "Причина", "Почему не в срок, не полностью, перенесено или больше не нужно."),
		filledColumn(markCorrection, "Корректирующее действие", 44, xlsx.TakesText, 50, "Корректирующее действие", "Что делается, чтобы исполнить или чтобы не повторилось."),
		filledColumn(markNote, "Примечание", 36, xlsx.TakesText, 40, "Примечание", "Всё остальное, что важно; другие документы."),
	})
}

// adviceColumns are the columns of the forms of recommendations in their order. The form of
// an institution, which has no column of these, is printed on one page side by side.
func adviceColumns() []markColumn {
	return slices.Concat([]markColumn{
		shownColumn(markID, "Номер", 26, doc.Left),
		readColumn(markWhat, "Рекомендация", 60),
		shownColumn(markBodies, "Учреждение, группа", 44, doc.Left),
		shownColumn("to", "Кому", 25, doc.Left),
		shownColumn("due", "Последний день", 21, doc.Centre),
		shownColumn(markStanding, "Как обстоит сейчас", 26, doc.Left),
	}, adviceMarkColumns())
}

// adviceUpright are columns whose headers are wider than what they hold.
var adviceUpright = []string{"due", markDate, markKind, markNumber, markIssued}

// adviceMarkColumns are what a mark on a recommendation says, in the forms and in the
// register.
func adviceMarkColumns() []markColumn {
	columns := slices.Concat([]markColumn{statusColumn(),
		filledColumn(markDate, "Дата", 25, xlsx.TakesDay, 0, "Дата", "День, когда исполнено; для «в работе» – на какой день так обстоит. Будущего дня быть не может. Например, 30.08.2026."),
	}, documentColumns(" Документ нужен один."), []markColumn{
		filledColumn(markReason, "Причина", 42, xlsx.TakesText, 50, "Причина", "Почему не в срок, не полностью, не исполнено или не актуально."),
	})
	widths := map[string]float64{markStatus: 26, markDate: 21, markKind: 20, markNumber: 18, markIssued: 21, markTitle: 34, markLink: 24, markReason: 28}
	for n := range columns {
		c := &columns[n]
		c.width, c.room = widths[c.Name], min(c.room, 32) // a row of four lines
	}
	return columns
}

// without are the columns but for some.
func without(columns []markColumn, names ...string) []markColumn {
	return slices.DeleteFunc(slices.Clone(columns), func(c markColumn) bool { return slices.Contains(names, c.Name) })
}

// markTable is the table of a form: its columns, the hidden keys in the last.
func markTable(columns []markColumn) *doc.Table {
	t := &doc.Table{Name: "marks"}
	for _, c := range columns {
		t.Columns = append(t.Columns, doc.Column{Header: c.Header, Name: c.Name, Width: c.width, Align: c.align})
	}
	t.Columns = append(t.Columns, doc.Column{Header: form.KeyColumn.Header, Name: form.KeyColumn.Name})
	return t
}

// markCells are the cells of a row in the order of the columns, the key in the last.
func markCells(columns []markColumn, cells map[string]doc.Cell, key string) []doc.Cell {
	var row []doc.Cell
	for _, c := range columns {
		row = append(row, cells[c.Name])
	}
	return append(row, doc.Cell{Text: key})
}

// markInput is how a column is filled in the cells of a reference. Nothing was marked
// before the first day.
func markInput(c markColumn, at string, words execution.Words, from model.Date) xlsx.Input {
	in := xlsx.Input{At: at, Takes: c.takes, Room: c.room, Title: c.title, Prompt: c.prompt}
	switch {
	case c.takes == xlsx.TakesChoice:
		in.Choices = words.Choices()
	case c.takes == xlsx.TakesDay && c.Name != markIssued && !from.IsZero():
		in.From = from.Time()
	}
	return in
}

// overdueMark shows what is late.
var overdueMark = xlsx.Mark{At: "{" + markStanding + "}", Where: `ISNUMBER(SEARCH("просрочено",{.standing}))`, Colour: "F8CBAD", Bold: true}

// wanted shows, while a form is filled, what is still missing.
func wanted(column, where string) xlsx.Mark {
	return xlsx.Mark{At: "{" + column + "}", Where: where, Colour: "FCE4D6", Pattern: doc.Dots}
}
