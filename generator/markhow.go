package generator

import (
	"fmt"

	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/xlsx"
)

const howSheetName = "Как заполнять"

// instruction is the sheet that says how to fill a form, in plain words.
type instruction []doc.Block

func (i *instruction) add(role doc.Role, label string, parts ...string) {
	for _, part := range parts {
		*i = append(*i, doc.Block{Role: role, Label: label, Parts: []string{part}})
	}
}

func (i *instruction) items(parts ...string) { i.add(doc.Item, doc.Dashes, parts...) }
func (i *instruction) heading(part string)   { i.add(doc.Heading, "1", part) }

// newInstruction begins with what all forms of marks have in common.
func newInstruction() *instruction {
	how := &instruction{}
	how.add(doc.Title, "", "Как заполнять отметки об исполнении")
	how.heading("Что делать")
	how.items(
		"На листе «"+markSheetName+"» заполняйте только жёлтые ячейки: остальные заперты.",
		"В строке, по которой есть что сообщить, выберите «Статус» и впишите «Дату» – день, когда это было. Дальше – то, что к статусу относится.",
		"Строки, по которым нового нет, не трогайте. Незаполненные строки удалять не нужно.",
		"Что уже записано, стоит в жёлтых ячейках. Если оно неверно или изменилось, впишите верное поверх: прежняя отметка сохранится в истории.",
		"Даты пишите цифрами: 30.08.2026. Ячейки с точками на розовом – то, чего ещё не хватает.",
	)
	return how
}

// sheet ends with where the form goes, and when and of what it was made.
func (i *instruction) sheet(passport form.Passport, left string) xlsx.Sheet {
	i.heading("Куда отправить")
	i.add(doc.Paragraph, "", fmt.Sprintf("Сохраните книгу в том же виде (.xlsx) и отправьте туда, откуда её получили: %s. Не переносите таблицу в другую книгу: отметки узнают по скрытому листу этой.", passport.Office),
		fmt.Sprintf("Форма сделана %s: %s.", passport.Made, passport.Title)+left)
	return xlsx.Sheet{Name: howSheetName, Text: *i, Protect: true}
}
