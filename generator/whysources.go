package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/diag"
	findings "doklad/generator/finding"
	"doklad/generator/recommendation"
	sheets "doklad/generator/sheet"
)

func (r *recommended) why(rec *recommendation.Recommendation) Why {
	why := Why{ID: rec.ID, Office: r.office.Directory.Office.Folder, Of: rec.Name, Addressee: oneLine(rec.Addressee), Text: oneLine(rec.Text),
		Term: rec.Term.Words, Due: rec.Term.Day, Priority: rec.Priority}
	for n, f := range rec.Findings {
		why.Findings = append(why.Findings, r.whyFinding(f, rec.Criteria[n]))
	}
	return why
}

// whyFinding tells of a finding and of the criterion of that key, «D09.criterion[2]».
func (r *recommended) whyFinding(f *findings.Finding, key string) WhyFinding {
	i := *f.Indicator
	w := WhyFinding{Code: f.Code, Title: oneLine(i.Title), Unit: i.Unit, Year: f.Year, Norm: orDash(normText(i, f.Year)), Level: f.Level.Name, Zone: f.Zone.Words(), Reason: string(f.Why),
		Value: findingValue(f)}
	if of, found := r.effectOf(f); found {
		w.Effect = &WhyEffect{Before: of.value(of.Before), YearBefore: of.Year, After: of.value(of.After), YearAfter: of.Year + 1, Conclusion: string(of.Conclusion), Note: effectNote(of.Effect), Text: effectWords(of.Effect)}
	}
	if f.Answer {
		w.Norm = "условие: " + i.ShareWhere
	}
	if f.Distance > 0 {
		w.Distance = numberWords(i, f.Distance)
	}
	var number int
	if _, err := fmt.Sscanf(strings.TrimPrefix(key, f.Code+"."), "criterion[%d]", &number); err == nil && number <= len(i.Criteria) {
		w.Rule, w.Condition = fmt.Sprintf("критерий %d показателя %s", number, f.Code), strings.TrimSpace(i.Criteria[number-1].When)
	}
	at := r.catalogue.Locate(diag.List{{Key: key}})[0]
	w.RuleFile, w.RuleLine, w.Carried = at.File, at.Line, true
	for _, file := range r.catalogue.Files {
		w.Carried = w.Carried && (file.Name != at.File || file.Carried)
	}
	codes := r.partsOf(i, f.Subject)
	for _, code := range r.partsOfCondition(w.Condition) {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	w.Sources = r.sources(f.Key, codes)
	if i.Trend && r.before != nil {
		w.Sources = append(w.Sources, r.before.sources(f.Key, codes)...)
	}
	return w
}

// sources are the values of the codes as they were read, each once.
func (r *collection) sources(of findings.Key, codes []string) (list []WhySource) {
	for _, o := range r.origins(of, codes) {
		s := WhySource{Code: o.code, Of: r.nameOf(o.institution), Year: r.year, Value: wordMissing}
		if o.told {
			read := o.observation()
			i, _ := r.catalogue.Indicator(o.code)
			s.Value = printedWords(i, consolidation.Cell{Value: read.Value, Concerned: true})
			s.Raw, s.File, s.Sheet, s.Cell = read.Raw, read.At.File, read.At.Sheet, sheets.CellName(read.At.Row, read.At.Column)
		}
		list = append(list, s)
	}
	return list
}
