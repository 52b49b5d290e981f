package generator

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"doklad/generator/chart"
	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/narrative"
)

// results tells every indicator, area by area: a table, a figure over years, sentences, and
// figures by institution.
func (w *reportWriter) results(section *sectionView) *resultsView {
	if section == nil {
		return nil
	}
	view := &resultsView{sectionView: *section}
	for _, s := range w.sets {
		set := resultsSet{ID: s.set.ID, Title: oneLine(s.set.Title)}
		set.Judged, set.Met = s.met()
		set.Radar = w.radar(s)
		for n, area := range s.areas {
			set.Areas = append(set.Areas, w.area(s, n+1, area))
		}
		view.Sets = append(view.Sets, set)
	}
	return view
}

// met counts the totals that can be judged, and those of them that meet their norm. A share
// of so few that it is not compared is not counted.
func (s *reportSet) met() (judged, met int) {
	for _, row := range s.Rows {
		if row.Whole.Judged && !row.IsFew(&row.Whole) {
			judged++
			if row.Whole.Level.Met {
				met++
			}
		}
	}
	return judged, met
}

func (w *reportWriter) area(s *reportSet, n int, area reportArea) areaView {
	view := areaView{Title: area.title, OtherMethod: s.hasOtherMethod(area), Table: w.add(s.areaTable(n, area)), Columns: w.draw(s.name("years", n), s.columns(area))}
	for _, row := range area.rows {
		view.Paragraphs = append(view.Paragraphs, w.tell(s, row))
	}
	for _, row := range w.drawn(s, area) {
		view.Bars = append(view.Bars, w.draw(s.name("units-"+s.Rows[row].Indicator.Code, n), s.byInstitution(row))...)
	}
	return view
}

// tell says how an indicator stands, and how the institutions stand beside each other.
func (w *reportWriter) tell(s *reportSet, row int) string {
	var whole string
	if c, has := narrative.OfWhole(s.Years, row); has {
		whole = w.say(w.phrases.Say(c))
	}
	units := w.say(w.phrases.SayUnits(s.Consolidation, row))
	return strings.TrimSpace(whole + " " + units)
}

// drawn are the indicators of an area that are drawn by institution: those that were asked
// for, or the first that institutions tell.
func (w *reportWriter) drawn(s *reportSet, area reportArea) (rows []int) {
	for _, row := range area.rows {
		i := s.Rows[row].Indicator
		asked := slices.Contains(w.report.ByInstitution, i.Code)
		first := len(w.report.ByInstitution) == 0 && len(rows) == 0
		if (asked || first) && i.Unit != model.UnitYesNo && s.numbersOf(row) > 1 {
			rows = append(rows, row)
		}
	}
	return rows
}

// known counts the institutions of which a number is known.
func (s *reportSet) known(row int) (n int) {
	for _, c := range s.Rows[row].Units {
		if c.IsKnown() && !c.Answer {
			n++
		}
	}
	return n
}

// numbersOf counts the institutions with a value to be drawn.
func (s *reportSet) numbersOf(row int) (n int) {
	for _, c := range s.Rows[row].Units {
		if c.IsRanked() && !c.Answer {
			n++
		}
	}
	return n
}

// areaTable has the indicators of an area over the years.
func (s *reportSet) areaTable(n int, area reportArea) *doc.Table {
	t := &doc.Table{Name: s.name("area", n), Caption: fmt.Sprintf("%s: значения показателей по годам", area.title), Columns: []doc.Column{
		{Header: "Код", Align: doc.Centre, Middle: true, Min: 11}, {Header: "Показатель, единица измерения", Middle: true, Min: 55}, {Header: "Порог", Align: doc.Centre, Middle: true, Min: 16}}}
	t.Columns = append(t.Columns, s.yearColumns()...)
	names := s.referenceNames(area)
	for _, name := range names {
		t.Columns = append(t.Columns, doc.Column{Header: fmt.Sprintf("%s, %d", name, s.Year), Align: doc.Centre, Middle: true, Min: 15})
	}
	for _, row := range area.rows {
		i := s.Rows[row].Indicator
		cells := textCells(i.Code, titled(i), orDash(normText(i, s.Year)))
		for _, of := range s.years() {
			cell := s.total(i, of)
			if same, _ := i.Comparable(s.Year, of.Year); !same && cell.Value != nil && cell.Value.Kind == doc.NumberValue {
				cell.Text += otherMethod
			}
			cells = append(cells, cell)
		}
		if len(s.Before) > 0 {
			cells = append(cells, s.change(row))
		}
		for _, name := range names {
			cells = append(cells, s.reference(i, name))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// otherMethod marks a value that was counted in another way than that of this year.
const otherMethod = "*"

// hasOtherMethod reports whether the table of an area has such a mark.
func (s *reportSet) hasOtherMethod(area reportArea) bool {
	return slices.ContainsFunc(area.rows, func(row int) bool {
		return slices.ContainsFunc(s.Before, func(of *consolidation.Consolidation) bool {
			same, _ := s.Rows[row].Indicator.Comparable(s.Year, of.Year)
			n, found := of.Row(s.Rows[row].Indicator.Code)
			return !same && found && of.Rows[n].Whole.IsKnown()
		})
	})
}

// referenceNames are what the indicators of an area are compared with, in the order of the
// catalogue: the region, the country.
func (s *reportSet) referenceNames(area reportArea) (names []string) {
	for _, row := range area.rows {
		for _, r := range s.Rows[row].Indicator.References {
			if name := oneLine(r.Name); r.Year == s.Year && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func (s *reportSet) reference(i model.Indicator, name string) doc.Cell {
	for _, r := range i.References {
		if r.Year == s.Year && oneLine(r.Name) == name {
			return doc.Value{Kind: doc.NumberValue, Number: r.Value, Format: doc.NumberFormat{Decimals: max(i.Decimals, decimalsOf(r.Value)), Grouped: true}}.Cell()
		}
	}
	return doc.Cell{Text: "–"}
}

// columns are the shares of an area over the years, side by side. What was counted in
// another way is not drawn beside this year.
func (s *reportSet) columns(area reportArea) picture {
	p := picture{Kind: groupedColumns, Unit: model.UnitPercent, Decimals: 1,
		Caption: fmt.Sprintf("%s: показатели в процентах по годам (названия по кодам – в таблице значений)", area.title)}
	for _, of := range s.years() {
		p.Series = append(p.Series, fmt.Sprint(of.Year))
	}
	for _, row := range area.rows {
		i := s.Rows[row].Indicator
		if i.Unit != model.UnitPercent || !s.Rows[row].Whole.IsKnown() || s.isSmall(row) {
			continue
		}
		line := pictureRow{Name: i.Code}
		for _, of := range s.years() {
			cell := doc.Cell{}
			if same, _ := i.Comparable(s.Year, of.Year); same {
				cell = s.total(i, of)
			}
			line.Cells = append(line.Cells, cell)
		}
		p.Rows = append(p.Rows, line)
	}
	if len(p.Series) < 2 || p.isNothing() {
		p.Rows = nil // one year is no dynamics, and zeros are nothing to see
	}
	p.Top = p.topOfShares()
	return p
}

// byInstitution draws the values of the institutions: from the best one on, or where nobody
// may be ranked, how many have which value.
func (s *reportSet) byInstitution(row int) picture {
	i := s.Rows[row].Indicator
	if i.Unranked != "" {
		return s.histogram(row)
	}
	p := picture{Kind: lyingBars, Caption: oneLine(i.Title) + ": значения по учреждениям", Unit: i.Unit, Decimals: i.Decimals, Series: []string{fmt.Sprint(s.Year)}}
	p.Threshold = s.threshold(i)
	order := make([]int, 0, len(s.Units))
	small := 0
	for u, c := range s.Rows[row].Units {
		switch {
		case !c.Concerned || c.Answer || c.State == model.NotApplicable:
		case c.Small:
			small++
		default:
			order = append(order, u)
		}
	}
	if i.Direction != model.Band {
		slices.SortStableFunc(order, func(a, b int) int { return s.places(row, a, b) })
	}
	if small > 0 {
		p.Caption += " (без групп менее 10)"
	}
	for _, u := range order {
		p.Rows = append(p.Rows, pictureRow{Name: s.Units[u].Name, Cells: []doc.Cell{shown(i, s.Rows[row].Units[u], s.cells.unit(i.Code, u))}})
	}
	p.Top = p.topOfShares()
	return p
}

// places compares two institutions; who told nothing stands last.
func (s *reportSet) places(row, a, b int) int {
	i, x, y := s.Rows[row].Indicator, s.Rows[row].Units[a], s.Rows[row].Units[b]
	switch {
	case x.IsKnown() != y.IsKnown():
		if x.IsKnown() {
			return -1
		}
		return 1
	case !x.IsKnown():
		return 0
	case i.Better(x.Number, y.Number):
		return -1
	case i.Better(y.Number, x.Number):
		return 1
	}
	return 0
}

// isNothing reports whether there is no number but 0.
func (p picture) isNothing() bool {
	return !slices.ContainsFunc(p.Rows, func(r pictureRow) bool {
		return slices.ContainsFunc(p.numbers(r), func(x float64) bool { return x != 0 && !math.IsNaN(x) })
	})
}

// topOfShares is where the axis of shares ends: at the whole, unless all of them are small
// beside it or one is above.
func (p picture) topOfShares() float64 {
	most := 0.0
	for _, row := range p.Rows {
		for _, cell := range row.Cells {
			if cell.Value != nil && cell.Value.Kind == doc.NumberValue {
				most = max(most, cell.Value.Number)
			}
		}
	}
	if p.Unit != model.UnitPercent || most <= 50 || most > 100 {
		return 0
	}
	return 100
}

// threshold is the norm where it is one number.
func (s *reportSet) threshold(i model.Indicator) *pictureThreshold {
	norm, ok := i.NormIn(s.Year)
	if !ok || i.Trend || i.Direction == model.Band {
		return nil
	}
	value := norm.From
	if i.Direction == model.Lower {
		value = norm.To
	}
	return &pictureThreshold{Value: value, Name: "порог " + formatNumber(value)}
}

func (s *reportSet) histogram(row int) picture {
	i := s.Rows[row].Indicator
	p := picture{Kind: histogram, Caption: fmt.Sprintf("%s: сколько учреждений имеют какое значение", oneLine(i.Title)), Unit: i.Unit, Series: []string{"Учреждений"}}
	var values []float64
	for _, c := range s.Rows[row].Units {
		if c.IsRanked() && !c.Answer {
			values = append(values, i.Round(c.Number))
		}
	}
	if len(values) < 3 {
		return p
	}
	bins := chart.Intervals(values, i.Decimals, i.Range.From, i.Range.To)
	cells := s.cells.units(i.Code)
	if len(values) < s.known(row) {
		cells = "" // small groups are left out, which no formula of the sheet can tell
	}
	p.Rows = histogramRows(bins, i.Decimals, cells)
	return p
}

// radar shows the areas of quality of an index that is the mean of several marks.
func (w *reportWriter) radar(s *reportSet) (names []string) {
	for n, row := range s.Rows {
		i := row.Indicator
		f := s.formulas().Formula(i.Code)
		if f == nil || !row.Whole.IsKnown() {
			continue
		}
		parts, isMean := f.Mean()
		if !isMean || len(parts) < 3 || len(parts) > 12 {
			continue
		}
		p := picture{Kind: radar, Caption: oneLine(i.Title) + ": составляющие", Decimals: i.Decimals, Unit: i.Unit}
		var drawn []*consolidation.Consolidation
		for _, of := range s.years()[max(0, len(s.years())-2):] {
			if same, _ := i.Comparable(s.Year, of.Year); same {
				drawn = append(drawn, of)
				p.Series = append(p.Series, fmt.Sprint(of.Year))
			}
		}
		for k, code := range parts {
			at, found := s.Row(code)
			if !found {
				p.Rows = nil
				break
			}
			part := s.Rows[at].Indicator
			if k == 0 {
				p.Lowest, p.Highest = part.Range.From, part.Range.To
			}
			line := pictureRow{Name: part.Title}
			for _, of := range drawn {
				line.Cells = append(line.Cells, s.total(part, of))
			}
			p.Rows = append(p.Rows, line)
		}
		p.shortenNames()
		names = append(names, w.draw(s.name("radar", n), p)...)
	}
	return names
}

// shortenNames leaves of the names what tells them apart: the quoted words, or what stands
// after a beginning that all of them have.
func (p *picture) shortenNames() {
	if len(p.Rows) < 2 {
		return
	}
	common := strings.Fields(p.Rows[0].Name)
	for i := range p.Rows {
		words := strings.Fields(p.Rows[i].Name)
		n := 0
		for n < len(common) && n < len(words)-1 && common[n] == words[n] {
			n++
		}
		common = common[:n]
	}
	for i, row := range p.Rows {
		name := strings.Join(strings.Fields(row.Name)[len(common):], " ")
		p.Rows[i].Name = capitalized(strings.TrimSuffix(strings.TrimPrefix(name, "«"), "»"))
	}
}
