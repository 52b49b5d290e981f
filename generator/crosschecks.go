package generator

import (
	"fmt"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/crosscheck"
	"doklad/generator/diag"
	"doklad/generator/formula"
	"doklad/generator/model"
	sheets "doklad/generator/sheet"
)

// crosscheck makes the checks between the numbers of a year; what does not hold is told at
// the cells that the numbers came from. Numbers that cannot all be right are not taken until
// they are mended: which is wrong is not known, and a total of them would be wrong as well.
func (c *collector) crosscheck(now *collection) {
	before := c.before(now)
	rules := c.tree.Checks(now.office.Directory.Office.Folder).Rules
	findings := rules.Judge(now.subjects(before), now.comparable)
	for _, found := range findings {
		now.tellFinding(found)
	}
	for _, found := range findings {
		for _, code := range now.toldCodes(found.Codes) {
			if found.Check.Importance == model.ImportantError {
				delete(now.taken[found.Subject], code)
			}
		}
	}
	totals := c.totals(now)
	for _, found := range rules.JudgeTotal(totals, now.comparable) {
		now.tellFinding(found)
	}
	now.compareTotals(totals.Values)
}

// tellFinding tells of a check at the cells of each file that it is about; of one that has
// none, apart.
func (now *collection) tellFinding(found crosscheck.Finding) {
	problem := problemOf(found)
	problem.Text = fmt.Sprintf("%s: %s", now.nameOf(found.Subject), problem.Text)
	cells := map[*sentFile][]model.CellPlace{}
	var files []*sentFile
	for _, code := range now.toldCodes(found.Codes) {
		if one, told := now.taken[found.Subject][code]; told {
			if cells[one.file] == nil {
				files = append(files, one.file)
			}
			cells[one.file] = append(cells[one.file], one.observation().At)
		}
	}
	for _, f := range files {
		problem.File, problem.Cell = f.Submission.Name, place(cells[f][0])
		f.findings = append(f.findings, finding{Problem: problem, cells: cells[f]})
	}
	if files == nil {
		now.apart.Add(problem)
	}
}

// totals are the numbers of the office as a whole.
func (c *collector) totals(now *collection) crosscheck.Subject {
	s := crosscheck.Subject{Name: now.officeName(), Kind: model.Municipality, Values: model.Values{}}
	now.counted = map[string]consolidation.Years{}
	for _, set := range now.sets() {
		years := c.consolidated(now, set)
		now.counted[set.ID] = years
		for _, row := range years.Rows {
			s.Values[row.Indicator.Code] = row.Whole.Value
		}
		if len(years.Before) > 0 && years.Before[0].Year == now.year-1 {
			if s.Before == nil {
				s.Before = model.Values{}
			}
			for _, row := range years.Before[0].Rows {
				s.Before[row.Indicator.Code] = row.Whole.Value
			}
		}
	}
	return s
}

// compareTotals warns of totals that somebody typed and that are not those of the
// institutions; ours are taken.
func (now *collection) compareTotals(totals model.Values) {
	for _, f := range now.files {
		for _, o := range f.Observations.All() {
			if o.Institution != "" {
				continue
			}
			indicator, _ := now.catalogue.Indicator(o.Code)
			total := totals[o.Code]
			if !indicator.Tier.Covers(model.TierInstitution) || !o.Value.IsKnown() || !total.IsKnown() ||
				indicator.Round(o.Value.Number) == indicator.Round(total.Number) {
				continue
			}
			f.findings = append(f.findings, finding{Problem: diag.Problem{Severity: diag.Warning, File: f.Submission.Name, Cell: place(o.At),
				Text: fmt.Sprintf("%s: итог по муниципалитету %s, а по учреждениям получается %s", o.Code, numberWords(indicator, o.Value.Number), numberWords(indicator, total.Number)),
				Hint: "в свод взят посчитанный итог; проверьте, все ли учреждения в таблице"}, cells: []model.CellPlace{o.At}})
		}
	}
}

// problemOf is a check that does not hold, as a problem.
func problemOf(found crosscheck.Finding) diag.Problem {
	severity := diag.Warning
	switch found.Check.Importance {
	case model.ImportantError:
		severity = diag.Error
	case model.ImportantAdvice:
		severity = diag.Advice
	}
	hint := found.Check.Hint
	if severity == diag.Error {
		hint += "; пока не исправлено, в свод эти числа не берутся"
	}
	return diag.Problem{Severity: severity, Code: found.Check.ID, Text: found.Text, Hint: strings.TrimPrefix(hint, "; ")}
}

// subjects are all who handed in something, with what is derived and with the year before.
func (now *collection) subjects(before *collection) []crosscheck.Subject {
	var list []crosscheck.Subject
	seen := map[string]bool{}
	for _, r := range now.filings {
		id := r.institution.ID
		if id == "" || seen[id] || now.taken[id] == nil {
			continue
		}
		seen[id] = true
		s := crosscheck.Subject{ID: id, Name: oneLine(r.institution.Name()), Kind: now.hierarchy.Kind(id), Cluster: now.hierarchy.Cluster(id),
			Values: now.complete(id)}
		if before != nil && before.taken[id] != nil {
			s.Before = before.complete(id)
		}
		list = append(list, s)
	}
	return list
}

// values are what an institution told; of the office itself with an empty ID.
func (now *collection) values(id string) model.Values {
	values := model.Values{}
	for code, one := range now.taken[id] {
		values[code] = one.value
	}
	return values
}

// complete are the values of an institution with those that are derived.
func (now *collection) complete(id string) model.Values {
	return now.catalogue.Formulas.Complete(now.values(id), model.TierInstitution)
}

// comparable reports whether an indicator was counted in one way in this year and the
// year before.
func (now *collection) comparable(code string) bool {
	i, _ := now.catalogue.Indicator(code)
	same, _ := i.Comparable(now.year, now.year-1)
	return same
}

// toldCodes are the codes of what people fill in, of which others are derived.
func (now *collection) toldCodes(codes []string) []string {
	var told []string
	seen := map[string]bool{}
	var add func(f *formula.Formula, code string)
	add = func(f *formula.Formula, code string) {
		switch {
		case seen[code]:
		case f == nil:
			told = append(told, code)
		default:
			for _, part := range f.Codes() {
				add(now.catalogue.Formulas.Formula(part), part)
			}
		}
		seen[code] = true
	}
	for _, code := range codes {
		add(now.catalogue.Formulas.Formula(code), code)
	}
	return told
}

// place is a cell as messages name it.
func place(at model.CellPlace) string {
	cell := sheets.CellName(at.Row, at.Column)
	if at.Sheet == "" {
		return cell
	}
	return "«" + at.Sheet + "»!" + cell
}
