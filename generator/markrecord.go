package generator

import (
	"doklad/generator/diag"
	"doklad/generator/model"
)

// markedRecord is a record of marks with what can be marked there: the activities of a
// roadmap, the recommendations of a year. A mark on a recommendation is told as one on an
// activity: it has less to say, and nothing else.
type markedRecord interface {
	opened() *recordText
	// read reads the record as it is, and counts what is marked by it.
	read() diag.List
	// record makes the text with further marks and judges it. With errors among the problems
	// the marks are counted from the first new one. The error is in Russian.
	record([]model.ProgressEntry) ([]Recorded, diag.List, error)

	// sum is that of all that forms are made from.
	sum() string
	// since is the first day of which there can be marks.
	since() model.Date
	// find finds what a row is about by its key, and makes sure that what the person saw in
	// the row is the same.
	find(*filledRow) *diag.Problem
	// judge tells what a row lacks, besides what all rows must say.
	judge(r *filledRow, add func(column, hint, text string, args ...any))
	// occurrence names which time a row marks, and tells of the event that opens it where it
	// is new; those that a form opened already are taken.
	occurrence(r *filledRow, taken map[string]bool) (string, *model.ProgressEntry)
	// marksOn are all marks on what a row marks, and inForce is the one that a form would
	// show today, nil for none.
	marksOn(r *filledRow, occurrence string) []*model.ProgressEntry
	inForce(r *filledRow, occurrence string) *model.ProgressEntry
}

// openMarked opens a record for further marks. Without problems it is not read yet.
func (g Generator) openMarked(place RecordPlace) (markedRecord, diag.List, error) {
	if place.Order == "" {
		return g.openAdvice(place)
	}
	return g.openRecord(place.Order)
}

// Record puts marks on a record: the file is the old one with the new marks after it; it has
// no name where nothing is new. It reads no more than the marks need. Those on
// recommendations have their numbers for activities. With errors among the problems nothing
// is to be written; places are those in the file as it is, or as it will be. The error is in
// Russian: what is to be marked is not there, or cannot be told.
func (g Generator) Record(place RecordPlace, entries []model.ProgressEntry) (File, []Recorded, diag.List, error) {
	r, problems, err := g.openMarked(place)
	if err != nil || problems.HasErrors() {
		return File{}, nil, problems, err
	}
	list, problems, err := r.record(entries)
	if err != nil || problems.HasErrors() {
		return File{}, nil, problems, err
	}
	if r.opened().added == 0 {
		return File{}, list, problems, nil
	}
	return File{Path: r.opened().at.File, Bytes: r.opened().text}, list, problems, nil
}
