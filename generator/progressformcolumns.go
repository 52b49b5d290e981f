package generator

import (
	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/xlsx"
)

// Columns of the form of marks, by name.
const (
	markActivity   = "activity"
	markOccurrence = "occurrence"
	markBodies     = "bodies"
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
		shown(markBodies, "Ответственные", 44, doc.Left),
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
