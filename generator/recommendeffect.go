package generator

import (
	"fmt"

	"doklad/generator/doc"
	"doklad/generator/effect"
	findings "doklad/generator/finding"
	"doklad/generator/recommendation"
)

// effectOf is what became of a finding in the year after; found is false where nothing was
// collected of it yet.
func (r *recommended) effectOf(f *findings.Finding) (of decisionEffect, found bool) {
	after := r.after()
	if after == nil {
		return decisionEffect{}, false
	}
	subject, name := subjectOf(r.office, f.Unit)
	return decisionEffect{effect.Of(f.Code, subject, r.countedWith(f.Code), after.countedWith(f.Code)), f.Code, f.Unit, name, r.year}, true
}

// effectColumns are those of the register; none where nothing was collected of the year after.
func (r *recommended) effectColumns() []doc.Column {
	if r.after() == nil {
		return nil
	}
	columns := columnsOf(fmt.Sprintf("after:Стало, %d", r.year+1), "effect:Вывод об эффекте")
	columns[0].Align, columns[1].Width = doc.Centre, 50
	return columns
}

// effectCells are the value of the year after and the conclusion for the finding that names a
// recommendation, with those of its further findings in words.
func (r *recommended) effectCells(one *recommendation.Recommendation) []doc.Cell {
	var cells []doc.Cell
	for n, f := range one.Findings {
		of, found := r.effectOf(f)
		switch {
		case !found:
			return nil
		case n == 0:
			cells = []doc.Cell{of.cell(of.After), {Text: effectWords(of.Effect)}}
		default:
			cells[1].Text += fmt.Sprintf("; %s (стало %s): %s", f.Code, of.value(of.After), effectWords(of.Effect))
		}
	}
	return cells
}
