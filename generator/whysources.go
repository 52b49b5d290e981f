package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/diag"
	findings "doklad/generator/finding"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	sheets "doklad/generator/sheet"
)

func (t *trail) why(rec *recommendation.Recommendation) Why {
	why := Why{ID: rec.ID, Office: t.office.Directory.Office.Folder, Of: rec.Name, Addressee: oneLine(rec.Addressee), Text: oneLine(rec.Text),
		Term: rec.Term.Words, Due: rec.Term.Day, Priority: rec.Priority}
	for n, f := range rec.Findings {
		why.Findings = append(why.Findings, t.whyFinding(f, rec.Criteria[n]))
	}
	return why
}

// whyFinding tells of a finding and of the criterion of that key, «D09.criterion[2]».
func (t *trail) whyFinding(f *findings.Finding, key string) WhyFinding {
	i := *f.Indicator
	w := WhyFinding{Code: f.Code, Title: oneLine(i.Title), Unit: i.Unit, Year: f.Year, Norm: orDash(normText(i, f.Year)), Level: f.Level.Name, Zone: f.Zone.Words(), Reason: string(f.Why),
		Value: printedWords(i, consolidation.Cell{Value: f.Value, Concerned: true, Answer: f.Answer, Part: f.Part})}
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
	at := t.catalogue.Locate(diag.List{{Key: key}})[0]
	w.RuleFile, w.RuleLine, w.Carried = at.File, at.Line, true
	for _, file := range t.catalogue.Files {
		w.Carried = w.Carried && (file.Name != at.File || file.Carried)
	}
	codes := append(t.told(i, f.Subject), t.conditionCodes(w.Condition)...)
	w.Sources = t.sources(f.Key, codes)
	if i.Trend && t.before != nil {
		before := trail{collection: t.before}
		w.Sources = append(w.Sources, before.sources(f.Key, codes)...)
	}
	return w
}

// told are the codes of what people fill in, of which the indicator is counted; of a mean
// over several the weight too.
func (t *trail) told(i model.Indicator, of model.Subject) []string {
	codes := []string{i.Code}
	if condition := t.catalogue.Formulas.Condition(i.Code); condition != nil {
		codes = condition.Codes()
	}
	if i.Weight != "" && i.Total == model.TotalMean && of != model.OfInstitution {
		codes = append(slices.Clone(codes), i.Weight)
	}
	return t.toldCodes(codes)
}

func (t *trail) conditionCodes(condition string) []string {
	if condition == "" {
		return nil
	}
	var known []string
	for _, i := range t.catalogue.All() {
		known = append(known, i.Code)
	}
	f, problems := formula.Compile(condition, known)
	if problems.HasErrors() {
		return nil
	}
	return t.toldCodes(f.Codes())
}

// sources are the values of the codes: of an institution its own, also those that nobody
// told; of a cluster or of the whole those of its members that were told, and the office's.
func (t *trail) sources(of findings.Key, codes []string) (list []WhySource) {
	ids := []string{of.Unit}
	if of.Subject != model.OfInstitution {
		ids = nil
		for _, one := range t.hierarchy.Members(of.Unit) {
			ids = append(ids, one.ID)
		}
		if of.Unit == "" {
			ids = append(ids, "")
		}
	}
	seen := map[string]bool{}
	for _, code := range codes {
		if seen[code] {
			continue
		}
		seen[code] = true
		for _, id := range ids {
			one, told := t.taken[id][code]
			if !told && of.Subject != model.OfInstitution {
				continue
			}
			s := WhySource{Code: code, Of: t.nameOf(id), Year: t.year, Value: wordMissing}
			if told {
				o := one.observation()
				i, _ := t.catalogue.Indicator(code)
				s.Value = printedWords(i, consolidation.Cell{Value: o.Value, Concerned: true})
				s.Raw, s.File, s.Sheet, s.Cell = o.Raw, o.At.File, o.At.Sheet, sheets.CellName(o.At.Row, o.At.Column)
			}
			list = append(list, s)
		}
	}
	return list
}
