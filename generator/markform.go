package generator

import (
	"fmt"

	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/xlsx"
)

// MarkForm is a workbook in which somebody marks what was done.
type MarkForm struct {
	File
	Body string // who fills it; empty: all rows are in it
	Rows int    // that stand for what is due; those for new events are not counted
}

const (
	// allBodies is the name of the form with the rows of all.
	allBodies     = "vse"
	markSheetName = "Отметки"
)

// markSheet is the sheet to fill: the table under lines that say what it is of.
func markSheet(passport form.Passport, title string, isExample bool, t *doc.Table, marks []xlsx.Mark) xlsx.Sheet {
	s := xlsx.Sheet{Name: markSheetName, Table: t, Frozen: 2, Unseen: []string{form.KeyColumn.Name}, PagesWide: 3, Protect: true, Opens: true, Marks: marks}
	line := func(text string) { s.Above = append(s.Above, doc.Block{Parts: []string{text}}) }
	line(title)
	if passport.Body != "" {
		line("Ответственный: " + passport.Body)
	}
	line(fmt.Sprintf("На %s. Заполняйте жёлтые ячейки там, где есть что сообщить; как – на листе «%s».", passport.Made, howSheetName))
	if isExample {
		line(exampleNote)
	}
	return s
}
