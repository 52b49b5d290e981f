package generator

import (
	"fmt"
	"path"
	"slices"
	"strings"

	findings "doklad/generator/finding"
	"doklad/generator/formula"
	"doklad/generator/model"
)

// origin is one value that a finding is counted of: a cell of what was sent, or nothing
// where it was asked for and not told.
type origin struct {
	institution, code string // ID; empty: the office itself
	taken
	told bool
}

func (o origin) place() model.CellPlace { return o.observation().At }

// origins are the values of the codes: of an institution its own, also those that nobody
// told; of a cluster or of the whole those of its members that were told, and the office's.
func (r *collection) origins(of findings.Key, codes []string) (list []origin) {
	ids := []string{of.Unit}
	if of.Subject != model.OfInstitution {
		ids = nil
		for _, one := range r.hierarchy.Members(of.Unit) {
			ids = append(ids, one.ID)
		}
		if of.Unit == "" {
			ids = append(ids, "")
		}
	}
	for _, code := range codes {
		for _, id := range ids {
			if one, told := r.taken[id][code]; told || of.Subject == model.OfInstitution {
				list = append(list, origin{id, code, one, told})
			}
		}
	}
	return list
}

// trail are the cells that the value of a finding is counted of.
func (r *collection) trail(f *findings.Finding) []origin {
	return slices.DeleteFunc(r.origins(f.Key, r.partsOf(*f.Indicator, f.Subject)), func(o origin) bool { return !o.told })
}

// partsOf are the codes of what people fill in, of which an indicator is counted; of a mean
// over several the weight too.
func (r *collection) partsOf(i model.Indicator, of model.Subject) []string {
	codes := []string{i.Code}
	if condition := r.catalogue.Formulas.Condition(i.Code); condition != nil {
		codes = condition.Codes()
	}
	if i.Weight != "" && i.Total == model.TotalMean && of != model.OfInstitution {
		codes = append(slices.Clone(codes), i.Weight)
	}
	return r.toldCodes(codes)
}

// partsOfCondition are the codes of what people fill in, of which the condition of a rule is
// counted.
func (r *collection) partsOfCondition(condition string) []string {
	if condition == "" {
		return nil
	}
	var known []string
	for _, i := range r.catalogue.All() {
		known = append(known, i.Code)
	}
	f, problems := formula.Compile(condition, known)
	if problems.HasErrors() {
		return nil
	}
	return r.toldCodes(f.Codes())
}

// source says in a line where the value of a finding is from: the cells of one institution,
// of many how many there are and of whom.
func (r *collection) source(f *findings.Finding) string {
	trail := r.trail(f)
	if f.Subject != model.OfInstitution && len(trail) > 0 && trail[0].institution != "" {
		institutions := map[string]bool{}
		for _, o := range trail {
			institutions[o.institution] = true
		}
		return fmt.Sprintf("свод: учреждений %d, ячеек %d", len(institutions), len(trail))
	}
	var cells []string
	for _, o := range trail {
		at := o.place()
		cells = append(cells, fmt.Sprintf("%s: %s %s", o.code, path.Base(at.File), place(at)))
	}
	return strings.Join(cells, "; ")
}
