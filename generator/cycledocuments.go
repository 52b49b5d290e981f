package generator

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/effect"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/source"
)

// managed is what the papers on the management cycle of an office are made of.
type managed struct {
	g         Generator
	office    *source.Office
	collector *collector
	*source.Cycle
	orders    []*source.Order
	reports   []*source.Report
	decisions []*register
	given     []*source.Recommendations
}

// documents are those of the office, then ours that are of whole sets. What was made by faulty data is not there:
// its paper is not made either.
func (m *managed) documents() []model.CycleDocument {
	list := slices.Clone(m.Documents)
	list = append(list, m.roadmaps()...)
	list = append(list, m.consolidations()...)
	list = append(list, m.analyses()...)
	return append(list, m.recommendations()...)
}

// years are those of which anything is on record; an order alone makes none, for the days of
// its roadmap may lie far ahead.
func (m *managed) years() []int {
	years := slices.Clone(m.collector.tree.Years(m.folder()))
	for _, d := range m.Documents {
		years = append(years, d.Year)
	}
	for _, r := range m.decisions {
		years = append(years, r.Year)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// beside is the address of a paper of ours, which lies beside the matrix.
func beside(folder, name string) string {
	return doc.Beside + folder + "/" + url.PathEscape(name+".pdf")
}

func (m *managed) folder() string { return m.office.Directory.Office.Folder }

// roadmaps are the measures of each year in which something of them is due.
func (m *managed) roadmaps() (list []model.CycleDocument) {
	for _, c := range m.g.carry(m.collector.tree, m.office, m.orders) {
		if c.order.Problems.HasErrors() {
			continue
		}
		years := []int{c.order.Date.Year}
		for _, s := range c.plan.On(m.g.Today) {
			if !s.Due.IsZero() {
				years = append(years, s.Due.Year)
			}
		}
		slices.Sort(years)
		for _, year := range slices.Compact(years) {
			for _, direction := range m.directionsOf(c.order.ID) {
				list = append(list, model.CycleDocument{Direction: direction, Stage: model.StageMeasures, Year: year,
					Evidence: model.Evidence{Kind: "приказ", Number: c.order.Number, Date: c.order.Date, Title: oneLine(c.order.Title), Link: beside("orders", c.order.ID)}})
			}
		}
	}
	return list
}

// directionsOf are the sets of indicators that a report tells of together with the order; one
// that no report names is of every direction.
func (m *managed) directionsOf(order string) (sets []string) {
	for _, r := range m.reports {
		if slices.Contains(r.Orders, order) {
			sets = append(sets, r.Sets...)
		}
	}
	if sets == nil {
		return []string{""}
	}
	slices.Sort(sets)
	return slices.Compact(sets)
}

// consolidations are the monitoring of each year that was collected.
func (m *managed) consolidations() (list []model.CycleDocument) {
	for _, year := range m.collector.tree.Years(m.folder()) {
		for _, set := range m.collector.expected(m.office, year).sets() {
			list = append(list, model.CycleDocument{Direction: set.ID, Stage: model.StageMonitoring, Year: year,
				Evidence: model.Evidence{Kind: fmt.Sprintf("свод за %d год", year), Title: oneLine(set.Title), Link: beside("consolidation", fmt.Sprintf("%d-%s", year, set.ID))}})
		}
	}
	return list
}

// analyses are the reports: of the results, and of the effect where there is a year to
// compare with.
func (m *managed) analyses() (list []model.CycleDocument) {
	for _, r := range m.reports {
		if r.Problems.HasErrors() {
			continue
		}
		d := model.CycleDocument{Stage: model.StageAnalysis, Year: r.Year,
			Evidence: model.Evidence{Kind: oneLine("доклад за " + r.Period), Date: r.Date, Title: oneLine(strings.Join(r.Title, " ")), Link: beside("reports", r.ID)}}
		for _, set := range r.Sets {
			d.Direction, d.Stage = set, model.StageAnalysis
			list = append(list, d)
			if r.Has(model.ReportEffect) && slices.Contains(m.collector.tree.Years(m.folder()), r.Year-1) {
				d.Stage = model.StageEffect
				list = append(list, d)
			}
		}
	}
	return list
}

// recommendations are those that were given, of each set whose values were collected.
func (m *managed) recommendations() (list []model.CycleDocument) {
	for _, r := range m.given {
		if r.Problems.HasErrors() || r.Date.IsZero() || !slices.Contains(m.collector.tree.Years(m.folder()), r.Year) {
			continue
		}
		for _, set := range m.collector.expected(m.office, r.Year).sets() {
			list = append(list, model.CycleDocument{Direction: set.ID, Stage: model.StageRecommendations, Year: r.Year,
				Evidence: model.Evidence{Kind: fmt.Sprintf("адресные рекомендации по итогам %d года", r.Year), Date: r.Date, Link: beside("recommendations", strconv.Itoa(r.Year))}})
		}
	}
	return list
}

// decided are the decisions, each of the sets and the areas by whose indicators it was taken,
// and the register in the year that shows their effect.
func (m *managed) decided() (list []model.CycleDocument) {
	for _, r := range m.decisions {
		if r.Problems.HasErrors() {
			continue
		}
		register := beside("decisions", strconv.Itoa(r.Year))
		for _, e := range r.entries(m.g.Today) {
			paper := e.Paper()
			switch {
			case paper.Link != "":
			case e.Order != "":
				paper.Link = beside("orders", e.Order)
			default:
				paper.Link = register
			}
			for _, code := range e.JudgedBy() {
				for _, direction := range m.directionsBy(code) {
					if e.response.Status != execution.NotRelevant {
						list = append(list, model.CycleDocument{Direction: direction, Stage: model.StageDecisions, Year: r.Year, Evidence: paper})
					}
				}
			}
			for _, f := range e.effects {
				for _, direction := range m.directionsBy(f.Code) {
					if f.Conclusion != effect.Unknown {
						list = append(list, model.CycleDocument{Direction: direction, Stage: model.StageEffect, Year: f.Year + 1,
							Evidence: model.Evidence{Kind: fmt.Sprintf("реестр управленческих решений %d года с их эффектом", r.Year), Link: register}})
					}
				}
			}
		}
	}
	return list
}

// directionsBy are the set that has an indicator and its area there; none where nobody has it.
func (m *managed) directionsBy(code string) []string {
	for _, set := range m.collector.tree.Catalogue(m.folder()).Sets {
		for _, i := range set.Indicators {
			if i.Code == code {
				return []string{set.ID, i.Area}
			}
		}
	}
	return nil
}
