// Package lint reads an order the way an experienced clerk does and tells what is
// wrong with it: marks of the typist, rows torn by a page, names written two ways,
// activities without a result.
//
// Every rule has a code, listed in [Codes]. A rule works on any order; what it knows
// of one office comes from the directory. A rule never changes the text: a signed
// order is corrected only by an amending order.
package lint

import (
	"slices"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Order judges one order by itself. The keys of the problems are those of its file,
// lists counted from 1: "clause[2].clause[1].text".
//
// In a signed order what is an error becomes a warning: the paper is made as it was
// signed.
func Order(o *model.Order, d *model.Directory) diag.List {
	p := newPaper(o, d)
	for _, rule := range rules {
		rule(p)
	}
	return p.found
}

// rules are in the order in which a reader would come upon the faults.
var rules = []func(*paper){
	letterhead, annexMarks, annexTitles,
	typography, dashKinds, percents, titleStops, quotes, capitals, terms, territories, abbreviations,
	listNumbers, control, acquaintance, reporting, dates, names, declensions,
	tornRows, emptyCells, emptySections, emptyAppendices, cellStops, rowNumbers,
	executors, schedules, results,
	restorations,
}

// Orders judges the orders of one office side by side and returns what it finds in
// each, by ID of the order. What [Order] tells is not repeated.
func Orders(orders []*model.Order, d *model.Directory) map[string]diag.List {
	var papers []*paper
	for _, o := range orders {
		papers = append(papers, newPaper(o, d))
	}
	for _, rule := range rulesSideBySide {
		rule(papers)
	}
	found := map[string]diag.List{}
	for _, p := range papers {
		if len(p.found) > 0 {
			found[p.ID] = slices.Concat(found[p.ID], p.found)
		}
	}
	return found
}

var rulesSideBySide = []func([]*paper){
	termsAmong, executorFormsAmong, preamblesAmong,
	scheduleCaseAmong, yearMarksAmong, horizonsAmong,
	numbersAndDates,
}
