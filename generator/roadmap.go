package generator

import (
	"fmt"

	"doklad/generator/doc"
	"doklad/generator/model"
)

// roadmapName is what the template calls the table of the roadmap.
const roadmapName = "roadmap"

var roadmapHeaders = map[string]string{
	model.ColumnNumber:      "№ п/п",
	model.ColumnActivity:    "Мероприятие (содержание деятельности)",
	model.ColumnResponsible: "Ответственные",
	model.ColumnSchedule:    "Срок исполнения",
	model.ColumnResult:      "Планируемый результат",
}

// roadmapTable is the roadmap (дорожная карта) as a table: the same one goes on
// paper and into the workbook.
func roadmapTable(r *model.Roadmap) *doc.Table {
	t := &doc.Table{Name: roadmapName}
	columns := r.ColumnNames()
	for _, name := range columns {
		column := doc.Column{Header: roadmapHeaders[name]}
		if own, ok := r.Headers[name]; ok {
			column = doc.Column{Header: own, Key: "roadmap.headers." + name}
		}
		if name == model.ColumnNumber {
			column.Align = doc.Centre
		}
		t.Columns = append(t.Columns, column)
	}
	for i, section := range r.Sections {
		key := fmt.Sprintf("roadmap.section[%d]", i+1)
		t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{
			Text: fmt.Sprintf("%d. %s", i+1, section.Title), Key: key + ".title"}}})
		for j, activity := range section.Activities {
			t.Rows = append(t.Rows, activityRow(activity, fmt.Sprintf("%s.activity[%d]", key, j+1), r.NumberOf(i, j), columns))
		}
	}
	return t
}

func activityRow(a model.Activity, key, number string, columns []string) doc.Row {
	cells := map[string]doc.Cell{
		model.ColumnNumber:      {Text: number, Key: key + ".number"},
		model.ColumnActivity:    {Text: a.Text, Key: key + ".text"},
		model.ColumnResponsible: {Text: a.Responsible, Key: key + ".responsible"},
		model.ColumnSchedule:    {Text: a.Schedule.String(), Key: key + ".schedule"},
		model.ColumnResult:      {Text: a.ExpectedResult, Key: key + ".result"},
	}
	row := doc.Row{}
	for _, name := range columns {
		row.Cells = append(row.Cells, cells[name])
	}
	return row
}
