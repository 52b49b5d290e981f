package generator

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/narrative"
)

// figure compares the numbers of a picture with the recount, and the words under it with
// the numbers.
func (w *walk) figure(label string, p *picture) {
	y := w.set
	for _, row := range p.Rows {
		for n, cell := range row.Cells {
			want := "*"
			series := p.Series[n]
			number := func(i model.Indicator, of *recount, c recountCell) string {
				if of == nil || !c.IsKnown() || !c.concerned {
					return ""
				}
				return plainNumber(c.Number, i.Decimals)
			}
			switch parts := strings.Split(label, "-"); parts[0] {
			case "years":
				i, of := y.indicator(row.Name), y.of(atoi(series))
				if want = number(i, of, of.total("", i.Code)); changedBetween(i, y.year, of.year) {
					want = ""
				}
			case "lines":
				i, of := y.indicator(series), y.of(atoi(row.Name))
				want = number(i, of, of.total("", i.Code))
			case "contingent":
				i, of := y.indicator(y.set.Contingent), y.of(atoi(series))
				id := ""
				for _, c := range y.clusters {
					if c.name == row.Name {
						id = c.id
					}
				}
				want = number(i, of, of.total(id, i.Code))
			case "units":
				want = w.barOf(y.indicator(parts[1]), p, row)
			case "outcomes":
				want = fmt.Sprint(y.becameCount(series, row.Name))
			case "statuses":
				of := recountRoadmap(w.r.carried[atoi(parts[1])-1].plan.On(w.r.report.AsOf)).section(atoi(row.Name) - 1)
				want = fmt.Sprint(of.count(recountBins[series]...))
			case "radar":
				want = w.spokeOf(p, row, series)
			default:
				w.errorf("a figure that the test does not know: %s", label)
			}
			got := ""
			if cell.Value != nil && cell.Value.Kind == doc.NumberValue {
				got = plainNumber(cell.Value.Number, p.Decimals)
			}
			if got != want {
				w.errorf("%s, %s: %q, counted %q", row.Name, series, got, want)
			}
		}
	}
	w.alt(label, p)
}

func changedBetween(i model.Indicator, year, of int) bool {
	return slices.ContainsFunc(i.Methods, func(m model.MethodChange) bool { return of < m.Year && m.Year <= year })
}

// barOf is the value of an institution, or how many have one within an interval.
func (w *walk) barOf(i model.Indicator, p *picture, row pictureRow) string {
	within := 0
	for _, u := range w.set.units {
		c := w.set.ofUnit(u.id, i.Code)
		x := roundHalf(c.Number, i.Decimals)
		if p.Kind != histogram && u.name == row.Name {
			if !c.IsKnown() {
				return ""
			}
			return plainNumber(c.Number, i.Decimals)
		}
		isLast := row.Bin.To == p.Rows[len(p.Rows)-1].Bin.To
		for _, next := range p.Rows { // what the next interval begins with is its own
			if next.Bin.From > row.Bin.To && !isLast {
				isLast = !slices.ContainsFunc(p.Rows, func(r pictureRow) bool { return r.Bin.From == row.Bin.To })
			}
		}
		if c.IsKnown() && !c.small && x >= row.Bin.From && (x < row.Bin.To || isLast && x == row.Bin.To) {
			within++
		}
	}
	return fmt.Sprint(within)
}

// spokeOf finds the mark that a spoke of a radar shows: by the caption the index, by the
// place among the spokes the mark.
func (w *walk) spokeOf(p *picture, row pictureRow, series string) string {
	for _, i := range w.set.set.Indicators {
		if !strings.HasPrefix(p.Caption, oneLine(i.Title)) || i.Formula == "" {
			continue
		}
		at := slices.IndexFunc(p.Rows, func(r pictureRow) bool { return r.Name == row.Name })
		part := w.set.indicator(codesIn(i.Formula)[at])
		of := w.set.of(atoi(series))
		if c := of.total("", part.Code); c.IsKnown() {
			return plainNumber(c.Number, part.Decimals)
		}
		return ""
	}
	return "no index"
}

var (
	axisNotFromZero = regexp.MustCompile(` Ось начинается не с нуля, а с [^.]*\.`)
	thresholdLine   = regexp.MustCompile(` Линия: порог ([^.]*)\.`)
)

// alt compares the alternative text of a figure, of all parts that it is divided into, with
// the numbers of its picture.
func (w *walk) alt(label string, p *picture) {
	text := w.made.document.Figures[label].Alt
	for n := 2; w.made.document.Figures[fmt.Sprintf("%s-%d", label, n)] != nil; n++ {
		text += " " + w.made.document.Figures[fmt.Sprintf("%s-%d", label, n)].Alt
	}
	text = axisNotFromZero.ReplaceAllString(text, "")
	for _, m := range thresholdLine.FindAllStringSubmatch(text, -1) {
		if want := w.set.normNumbers(w.set.indicator(strings.Split(label, "-")[1])); !slices.Equal(narrative.NumbersIn(m[1]), want) {
			w.errorf("the line is at %s, written %q", m[1], want)
		}
	}
	text = thresholdLine.ReplaceAllString(text, "")
	var want []string
	add := func(text string) { want = append(want, narrative.NumbersIn(text)...) }
	// Bars are told by rows with the names of series, lines and radars by series.
	byRows := p.Kind != lines && p.Kind != radar
	if !byRows {
		for _, s := range p.Series {
			add(s)
		}
	}
	if p.Kind == histogram || p.Kind == radar || p.Unit != "" {
		add(p.Unit)
	}
	if p.Kind == radar {
		want = append(want, plainAsWritten(p.Lowest), plainAsWritten(p.Highest))
	}
	for _, row := range p.Rows {
		known := 0
		zeros := 0
		var gaps []string
		var values []string
		for n, cell := range row.Cells {
			name := p.Series[n]
			if len(p.Series) == 1 || !byRows {
				name = ""
			}
			if cell.Value == nil || cell.Value.Kind != doc.NumberValue || math.IsNaN(cell.Value.Number) {
				gap := row.Name
				if len(row.Cells) > 1 {
					gap += " (" + p.Series[n] + ")"
				}
				gaps = append(gaps, gap)
				if byRows && p.Kind != lyingBars && p.Kind != stackedBars {
					values = append(values, name)
				}
				continue
			}
			known++
			if p.Kind == stackedBars && cell.Value.Number == 0 {
				zeros++
				continue
			}
			if cell.Value.Format.Parts != "" && len(row.Cells) == 1 {
				values = append(values, cell.Value.Format.Parts)
			}
			values = append(values, name, plainNumber(cell.Value.Number, p.Decimals))
		}
		for _, gap := range gaps {
			add(gap)
		}
		if (p.Kind == lyingBars || p.Kind == stackedBars) && len(gaps) > 0 {
			continue // left out of the drawing
		}
		times := 1
		if !byRows {
			times = len(p.Series)
		}
		for range times {
			add(row.Name)
		}
		for _, v := range values {
			add(v)
		}
		if p.Kind == stackedBars && zeros == len(row.Cells) {
			add("0")
		}
	}
	got := narrative.NumbersIn(text)
	w.numbers += len(got)
	for _, numbers := range [][]string{got, want} { // figures part thousands only from five digits on
		for n := range numbers {
			numbers[n] = strings.ReplaceAll(numbers[n], "\u00a0", "")
		}
		slices.Sort(numbers)
	}
	if !slices.Equal(got, want) {
		w.errorf("numbers of the words %q, of the figure %q: %s", got, want, text)
	}
}
