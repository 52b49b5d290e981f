package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/pdf"
	"doklad/generator/russian"
)

// consolidationView is what templates/consolidation.tmpl may print.
type consolidationView struct {
	Title   []string
	Summary []string
	// Names of the tables: the totals of what is judged, the same by units (as many
	// tables as they need), the totals of the numbers it is derived from, who handed in.
	Totals       string
	Units        []string
	Told         string
	Completeness string
	Note         string // how the tables are read
}

// mostUnits is how many units stand beside each other on a sheet.
const mostUnits = 8

const (
	totalsName       = "totals"
	toldName         = "told"
	completenessName = "completeness"
)

// howToRead stands under the first table.
const howToRead = "Полужирным выделены значения, при которых порог не достигнут. «н/д» – нет данных, «н/п» – не применимо, «–» – показатель не относится к учреждению или не сводится. Доли, посчитанные менее чем от 10, приведены вместе с числами («2 из 5») и в сравнении учреждений не участвуют."

// composeConsolidation fills the template of consolidations.
func (g Generator) composeConsolidation(b *consolidated) (*doc.Document, diag.List) {
	office := b.office.Directory.Office
	text, problems := g.templateFor(b.tree, office.Folder, "consolidation.tmpl")
	if problems.HasErrors() {
		return nil, problems
	}
	title := fmt.Sprintf("Свод: %s, %d год", lowerFirst(oneLine(b.set.Title)), b.Year)
	document := &doc.Document{Title: title, Author: office.Full.Nominative, Language: "ru-RU", Header: title,
		Tables: map[string]*doc.Table{}, Figures: map[string]*doc.Figure{}}
	if office.Example {
		document.Footer = exampleNote
	}
	view := consolidationView{
		Title:        []string{"СВОД", lowerFirst(oneLine(b.set.Title)), fmt.Sprintf("за %d год", b.Year)},
		Summary:      b.summary(),
		Totals:       totalsName,
		Told:         toldName,
		Completeness: completenessName,
		Note:         howToRead,
	}
	if name := oneLine(office.Full.Nominative); name != "" {
		view.Title = append(view.Title, name)
	}
	document.Tables[totalsName] = b.totalsTable(totalsName, "Показатели: итоги", func(i model.Indicator) bool { return i.Direction != model.Neutral })
	document.Tables[toldName] = b.totalsTable(toldName, "Исходные данные: итоги", func(i model.Indicator) bool { return i.Direction == model.Neutral })
	document.Tables[completenessName] = b.completenessTable()
	for n, units := range b.chunks() {
		name := fmt.Sprintf("units-%d", n+1)
		document.Tables[name] = b.unitsTable(name, units)
		view.Units = append(view.Units, name)
	}
	return document, append(problems, text.fill(document, view)...)
}

// chunks are the units that stand in one table: of one cluster as long as they are not
// too many.
func (b *consolidated) chunks() [][]int {
	var chunks [][]int
	for n := range b.Units {
		last := len(chunks) - 1
		if last < 0 || len(chunks[last]) == mostUnits || b.Units[n].Cluster != b.Units[n-1].Cluster {
			chunks = append(chunks, nil)
			last++
		}
		chunks[last] = append(chunks[last], n)
	}
	return chunks
}

// leading are the columns that all tables begin with.
func leading() []doc.Column {
	return []doc.Column{{Header: "Код", Align: doc.Centre, Middle: true, Min: 12}, {Header: "Показатель", Middle: true, Min: 60}, {Header: "Ед. изм.", Align: doc.Centre, Middle: true, Min: 12}}
}

func leadingCells(i model.Indicator) []doc.Cell { return textCells(i.Code, i.Title, i.Unit) }

// totalsTable has the clusters, the whole, the years before and what changed.
func (b *consolidated) totalsTable(name, caption string, wanted func(model.Indicator) bool) *doc.Table {
	t := &doc.Table{Name: name, Caption: caption, Columns: leading()}
	judged := name == totalsName
	add := func(header string) {
		t.Columns = append(t.Columns, doc.Column{Header: header, Align: doc.Centre, Middle: true})
	}
	if judged {
		add("Порог")
	}
	for _, k := range b.Clusters {
		add(k.Name)
	}
	add(b.Whole)
	for _, before := range b.Before {
		add(fmt.Sprintf("%d год", before.Year))
	}
	if len(b.Before) > 0 {
		add("Разница")
	}
	if judged {
		add("Уровень")
	}
	for n, row := range b.Rows {
		i := row.Indicator
		if !wanted(i) || !i.Tier.Covers(model.TierMunicipality) && !row.Whole.Concerned {
			continue
		}
		cells := leadingCells(i)
		if judged {
			cells = append(cells, doc.Cell{Text: normText(i, b.Year)})
		}
		for _, cell := range row.Clusters {
			cells = append(cells, printed(i, cell))
		}
		cells = append(cells, printed(i, row.Whole))
		for _, before := range b.Before {
			cell := consolidation.Cell{}
			if at, found := before.Row(i.Code); found {
				cell = before.Rows[at].Whole
			}
			cells = append(cells, printed(i, cell))
		}
		if len(b.Before) > 0 {
			cells = append(cells, doc.Cell{Text: changeWords(i, b.WholeChange(n))})
		}
		if judged {
			cells = append(cells, doc.Cell{Text: capitalized(row.Whole.Level.Name)})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// unitsTable has what is judged, by some of the units.
func (b *consolidated) unitsTable(name string, units []int) *doc.Table {
	caption := "Показатели по учреждениям"
	if cluster := b.Units[units[0]].Cluster; cluster != "" {
		at := slices.IndexFunc(b.Clusters, func(g consolidation.Group) bool { return g.ID == cluster })
		if at >= 0 {
			caption += ": " + lowerFirst(b.Clusters[at].Name)
		}
	}
	t := &doc.Table{Name: name, Caption: caption, Columns: leading()}
	for _, u := range units {
		t.Columns = append(t.Columns, doc.Column{Header: b.Units[u].Name, Align: doc.Centre, Middle: true})
	}
	for _, row := range b.Rows {
		i := row.Indicator
		concerned := slices.ContainsFunc(units, func(u int) bool { return row.Units[u].Concerned })
		if i.Direction == model.Neutral || !concerned {
			continue
		}
		cells := leadingCells(i)
		for _, u := range units {
			cells = append(cells, printed(i, row.Units[u]))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// printed is a cell on paper.
func printed(i model.Indicator, c consolidation.Cell) doc.Cell {
	cell := doc.Cell{Text: printedWords(i, c), Strong: c.Judged && !c.Level.Met && i.Unranked == ""}
	return cell
}

func printedWords(i model.Indicator, c consolidation.Cell) string {
	switch {
	case !c.Concerned:
		return "–"
	case c.State == model.NotApplicable:
		return wordNotApplicable
	case !c.IsKnown():
		return wordMissing
	case c.Answer || i.Unit == model.UnitYesNo && (c.Number == 0 || c.Number == 1):
		if c.Number == 1 {
			return "да"
		}
		return "нет"
	}
	number := numberWords(i, c.Number)
	if c.Part != nil {
		return c.Part.String() + ", " + number
	}
	return number
}

func numberWords(i model.Indicator, x float64) string { return numberWordsOf(i.Decimals, x) }

func numberWordsOf(decimals int, x float64) string {
	return doc.Value{Kind: doc.NumberValue, Number: x, Format: doc.NumberFormat{Decimals: decimals, Grouped: true}}.String()
}

// changeWords is by how much a total differs from the year before.
func changeWords(i model.Indicator, c consolidation.Change) string {
	switch {
	case c.Note != "":
		return "методика изменена"
	case c.Partial:
		return "неполные данные"
	case !c.Known:
		return "–"
	case c.By > 0:
		return "+" + numberWords(i, c.By)
	}
	return numberWords(i, c.By)
}

// summary says what came in, in sentences.
func (b *consolidated) summary() []string {
	said := []string{b.standing}
	met, judged := 0, 0
	for _, row := range b.Rows {
		if row.Whole.Judged {
			judged++
			if row.Whole.Level.Met {
				met++
			}
		}
	}
	if judged > 0 {
		said = append(said, fmt.Sprintf("%s порог достигнут по %d из %d %s с установленным порогом.", b.Whole, met, judged,
			russian.Plural(judged, "показателя", "показателей", "показателей")))
	}
	var changed []string
	for n, row := range b.Rows {
		if note := b.WholeChange(n).Note; note != "" {
			changed = append(changed, row.Indicator.Code+" – "+oneLine(note))
		}
	}
	if changed != nil {
		said = append(said, "Методика изменена, с прошлым годом не сравнивается: "+strings.Join(changed, "; ")+".")
	}
	return said
}

// consolidationPDF is the consolidation as a paper.
func (g Generator) consolidationPDF(b *consolidated) ([]byte, diag.List, error) {
	profile, fonts, problems := g.officeLook(b.tree, b.office)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	document, faults := g.composeConsolidation(b)
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, problems, nil
	}
	bind(document)
	bytes, found, err := pdf.Write(document, pdf.Options{Profile: profile, Fonts: fonts, Created: created(model.Date{})})
	return bytes, append(problems, found...), err
}
