package generator

import (
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// consolidationXLSX is the consolidation as a workbook: the live table with its places and
// the years before, who handed in, and where each value is from.
func (g Generator) consolidationXLSX(b *consolidated) ([]byte, diag.List, error) {
	office := b.office.Directory.Office
	title := "Свод: " + lowerFirst(oneLine(b.set.Title))
	head := ConsolidationHead{Office: oneLine(office.Full.Nominative), Title: title, Period: fmt.Sprintf("за %d год", b.Year),
		Preliminary: b.standing, Example: office.Example}
	sheets := ConsolidationSheets(b.Years, b.parts[0].catalogue.Formulas, head)
	above := []doc.Block{{Role: doc.AnnexTitle, Parts: []string{title, head.Period, head.Office}}}
	note := ""
	if office.Example {
		note = exampleNote
	}
	sheets = append(sheets,
		xlsx.Sheet{Name: "Полнота", Above: above, Note: note, Table: b.completenessTable(), Marks: b.statusMarks()},
		xlsx.Sheet{Name: "Источники", Above: above, Note: note, Table: b.sourcesTable(), Frozen: 2})
	return writeBook(sheets, xlsx.Properties{Title: fmt.Sprintf("%s, %d год", title, b.Year), Author: office.Full.Nominative, Language: "ru-RU",
		Created: created(model.Date{})})
}

// statusMarks tell the reports that want attention; of several offices there are only
// counts.
func (b *consolidated) statusMarks() []xlsx.Mark {
	if len(b.parts) != 1 {
		return nil
	}
	return []xlsx.Mark{
		{At: "{status}", Equal: []string{string(model.NothingSent), string(model.SeveralSent)}, Colour: "F8CBAD", Bold: true},
		{At: "{status}", Equal: []string{string(model.SentBack), string(model.DraftSent)}, Colour: "FFF2CC", Italic: true},
	}
}

// consolidationText is the paper before it is laid out.
func (g Generator) consolidationText(b *consolidated) (string, diag.List) {
	return inWords(g.composeConsolidation(b))
}
