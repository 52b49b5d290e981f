package generator

import (
	"fmt"
	"math"
	"slices"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// Words of cells that hold no number; formulas of the workbook know them too.
const (
	wordMissing       = "н/д"
	wordNotApplicable = "н/п"
)

const (
	sheetConsolidation = "Свод"
	sheetPlaces        = "Места"
)

// ConsolidationHead is what stands over the tables of a consolidation.
type ConsolidationHead struct {
	Office string // in full
	Title  string // «Свод показателей дошкольного образования»
	Period string // «за 2021 год»
	// Preliminary says what is still to come: «предварительный: сдали 10 из 12»; empty: all
	// is there.
	Preliminary string
	Example     bool // the numbers are invented
	// Sheet tells the sheets of several consolidations of one workbook apart: «школы» makes
	// «Свод школы», «2021 школы». Empty: there is one.
	Sheet string
}

// ConsolidationSheets are the main part of the workbook of a consolidation: the table with
// live formulas, the places, and the years before in the same layout.
func ConsolidationSheets(y consolidation.Years, formulas *formula.Set, head ConsolidationHead) []xlsx.Sheet {
	tables := newConsolidationCells(y, formulas, head.Sheet)
	sheets := []xlsx.Sheet{tables.now.sheet(head, head.Period), placesSheet(y.Consolidation, head)}
	for _, t := range tables.earlier {
		sheets = append(sheets, t.sheet(head, fmt.Sprintf("данные прошлых лет: %d", t.Year)))
	}
	return sheets
}

// consolidationTable is the table of one year while it is made: first it is known where
// everything stands, then it is laid.
type consolidationTable struct {
	consolidation.Years
	name     string // of its sheet
	formulas *formula.Set
	earlier  []*consolidationTable // of the years before
	table    *doc.Table
	rows     map[string]int // of the table by code, from 1
	marks    []xlsx.Mark    // of single cells
	wide     []bool         // by columns: some of its numbers have others beside them
}

func newConsolidationTable(y consolidation.Years, name string, formulas *formula.Set, earlier []*consolidationTable) *consolidationTable {
	t := &consolidationTable{Years: y, name: name, formulas: formulas, earlier: earlier, rows: map[string]int{}}
	n := 0
	if len(t.Clusters) > 0 {
		n++ // the row of clusters
	}
	for _, part := range t.parts() {
		n++
		for _, row := range part.rows {
			n++
			t.rows[t.Rows[row].Indicator.Code] = n
		}
	}
	return t
}

// lay fills the table. A paper only asks where its numbers stand, so that this waits for the
// workbook: the formulas take longer to say than the values to count.
func (t *consolidationTable) lay() {
	t.table = &doc.Table{Name: "consolidation", Columns: t.columns()}
	t.wide = make([]bool, len(t.table.Columns))
	if len(t.Clusters) > 0 {
		t.table.Rows = append(t.table.Rows, t.clusterRow())
	}
	for _, part := range t.parts() {
		t.table.Rows = append(t.table.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: part.title}}})
		for _, row := range part.rows {
			t.table.Rows = append(t.table.Rows, t.row(row))
		}
	}
}

// consolidationPart is a part of the table under its title.
type consolidationPart struct {
	title string
	rows  []int
}

// parts are the indicators, and after them what they are counted from.
func (t *consolidationTable) parts() []consolidationPart {
	parts := []consolidationPart{{title: "Показатели"}, {title: "Исходные данные"}}
	for n, row := range t.Rows {
		part := &parts[0]
		if row.Indicator.Direction == model.Neutral {
			part = &parts[1]
		}
		part.rows = append(part.rows, n)
	}
	return slices.DeleteFunc(parts, func(p consolidationPart) bool { return p.rows == nil })
}

// Names of columns, by which formulas call them.
const (
	columnWhole  = "whole"
	columnChange = "change"
	// Unseen ones, for the marks: the norm, the digits after the comma, where the better
	// values lie, and whether units answer «да» or «нет» there.
	columnFrom   = "from"
	columnTo     = "to"
	columnDigits = "digits"
	columnSense  = "sense"
	columnPoll   = "poll"
)

var consolidationUnseen = []string{columnFrom, columnTo, columnDigits, columnSense, columnPoll}

// consolidationFirst is how many columns stand before the values.
const consolidationFirst = 4

func columnUnit(n int) string    { return fmt.Sprintf("u%d", n+1) }
func columnCluster(n int) string { return fmt.Sprintf("c%d", n+1) }
func columnYear(year int) string { return fmt.Sprintf("y%d", year) }

func (t *consolidationTable) columns() []doc.Column {
	columns := []doc.Column{
		{Header: "Код", Width: 13}, {Header: "Показатель", Width: 68},
		{Header: "Ед. изм.", Align: doc.Centre, Width: 14}, {Header: "Порог", Align: doc.Centre, Width: 20},
	}
	add := func(header, name string) {
		columns = append(columns, doc.Column{Header: header, Align: doc.Centre, Name: name, Width: 15})
	}
	for n, u := range t.Units {
		add(u.Name, columnUnit(n))
	}
	for n, c := range t.Clusters {
		add(c.Name, columnCluster(n))
	}
	add(t.Whole, columnWhole)
	for _, before := range t.Before {
		add(fmt.Sprintf("%s, %d", before.Whole, before.Year), columnYear(before.Year))
	}
	if len(t.Before) > 0 {
		add(fmt.Sprintf("Изменение к %d", t.Before[0].Year), columnChange)
	}
	for n, header := range []string{"Норма от", "Норма до", "Знаков", "Лучше", "Опрос"} {
		columns = append(columns, doc.Column{Header: header, Name: consolidationUnseen[n]})
	}
	return columns
}

// clusterRow says over each unit which cluster it is of.
func (t *consolidationTable) clusterRow() doc.Row {
	cells := []doc.Cell{{}, {Text: "Кластер"}, {}, {}}
	for _, u := range t.Units {
		name := ""
		for _, c := range t.Clusters {
			if c.ID == u.Cluster {
				name = c.Name
			}
		}
		cells = append(cells, doc.Cell{Text: name})
	}
	return doc.Row{Cells: cells}
}

// row is the row of an indicator.
func (t *consolidationTable) row(n int) doc.Row {
	row := t.Rows[n]
	i := row.Indicator
	cells := []doc.Cell{{Text: i.Code}, {Text: i.Title}, {Text: i.Unit}, {Text: normText(i, t.Year)}}
	for u, c := range row.Units {
		cells = append(cells, t.cell(i, c, columnUnit(u), len(cells), t.unitFormula(i, c, u)))
	}
	for k, c := range row.Clusters {
		cells = append(cells, t.cell(i, c, columnCluster(k), len(cells), t.totalFormula(row, c, columnCluster(k), t.clusterUnits(k))))
	}
	cells = append(cells, t.cell(i, row.Whole, columnWhole, len(cells), t.totalFormula(row, row.Whole, columnWhole, span{0, len(t.Units)})))
	for _, before := range t.earlier {
		cells = append(cells, before.totalOf(i))
	}
	if len(t.Before) > 0 {
		cells = append(cells, t.changeCell(n))
	}
	return doc.Row{Cells: append(cells, normCells(i, t.Year)...)}
}

// cell is a value with its formula; column is its place in the row.
func (t *consolidationTable) cell(i model.Indicator, c consolidation.Cell, name string, column int, live string) doc.Cell {
	if !c.Concerned {
		return doc.Cell{}
	}
	if c.Part != nil {
		t.wide[column] = true
	}
	if c.Small {
		t.marks = append(t.marks, t.smallMark(i, name))
	}
	return indicatorCell(i, c, live)
}

// indicatorCell is a value as a number, an answer in a word, the parts of a small share in the
// format.
func indicatorCell(i model.Indicator, c consolidation.Cell, live string) doc.Cell {
	format := formatOf(i)
	if c.Answer {
		format = doc.NumberFormat{YesNo: true}
	}
	if c.Part != nil {
		format.Parts = c.Part.String()
	}
	return valueCell(c.Value, format, live)
}

func formatOf(i model.Indicator) doc.NumberFormat {
	if i.Unit == model.UnitYesNo {
		return doc.NumberFormat{YesNo: true}
	}
	return doc.NumberFormat{Decimals: i.Decimals, Grouped: true}
}

// valueCell keeps the format under a word too: a number may come in its place.
func valueCell(v model.Value, format doc.NumberFormat, live string) doc.Cell {
	value := doc.Value{Format: format, Formula: live}
	switch v.State {
	case model.Known:
		value.Kind, value.Number = doc.NumberValue, v.Number
		return value.Cell()
	case model.NotApplicable:
		return doc.Cell{Text: wordNotApplicable, Value: &value}
	}
	return doc.Cell{Text: wordMissing, Value: &value}
}

// normCells are what the marks compare with.
func normCells(i model.Indicator, year int) []doc.Cell {
	number := func(x float64) doc.Cell {
		if math.IsInf(x, 0) {
			return doc.Cell{}
		}
		return doc.Value{Kind: doc.NumberValue, Number: x, Format: doc.NumberFormat{Decimals: i.Decimals}}.Cell()
	}
	from, to := doc.Cell{}, doc.Cell{}
	if norm, ok := i.NormIn(year); ok {
		from, to = number(norm.From), number(norm.To)
	}
	sense := map[model.Direction]float64{model.Higher: 1, model.Lower: -1}[i.Direction]
	poll := doc.Cell{}
	if i.ShareWhere != "" {
		poll = number(1)
	}
	return []doc.Cell{from, to, number(float64(i.Decimals)), number(sense), poll}
}
