package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/source"
)

// DraftPlace is where the draft of the order about the recommendations of a year is kept.
type DraftPlace struct {
	Office string // folder
	Year   int
	File   string // below the data folder
}

// advising is an office with what it says of the recommendations of a year.
type advising struct {
	DraftPlace
	office *source.Office
	orders []*source.Order
	record *source.Recommendations
}

// advising finds the record that is meant: of an office by its folder, empty: any; of a
// year, 0: the last one. The error is in Russian.
func (c *collector) advising(folder string, year int) (advising, error) {
	offices, _ := c.tree.Offices() // their faults are told by «doklad check»
	var found []advising
	var names, there, known []string
	for _, office := range offices {
		own := office.Directory.Office.Folder
		known = append(known, own)
		if folder != "" && strings.Trim(folder, "/") != own {
			continue
		}
		orders := c.tree.Orders(office)
		records := c.given(office, orders).records
		for n, record := range records {
			if !slices.Contains(c.tree.Years(own), record.Year) {
				continue
			}
			there = append(there, fmt.Sprint(record.Year))
			if record.Year == year || year == 0 && n == len(records)-1 {
				place := DraftPlace{own, record.Year, source.OrderName(own, draftID(record.Year))}
				found, names = append(found, advising{place, office, orders, record}), append(names, own)
			}
		}
	}
	slices.Sort(there)
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return advising{}, fmt.Errorf("рекомендации есть у нескольких организаций: %s; назовите одну ключом --office", strings.Join(names, ", "))
	case folder != "" && !slices.Contains(known, strings.Trim(folder, "/")):
		return advising{}, fmt.Errorf("организации «%s» в папке данных нет; есть: %s", folder, strings.Join(known, ", "))
	case len(there) == 0:
		return advising{}, fmt.Errorf("рекомендаций нет: о них говорит файл recommendations/2022.toml рядом с присланным за 2022 год")
	}
	return advising{}, fmt.Errorf("рекомендаций по итогам %d года нет; есть за годы: %s", year, strings.Join(slices.Compact(there), ", "))
}

// ErrDraftThere says that a draft is not written over: its words may have been edited.
var ErrDraftThere = errors.New("проект уже есть; чтобы составить его заново, уберите или переименуйте этот файл")

// FindDraft finds where a draft goes, reading no file that was sent. The error is in Russian.
func (g Generator) FindDraft(folder string, year int) (DraftPlace, error) {
	a, err := newCollector(source.Open(g.Data, g.Common)).advising(folder, year)
	return a.DraftPlace, err
}

// Draft is the order about the recommendations as a file, to be edited, signed and numbered.
// With errors among the problems there is none. The error is in Russian: [ErrDraftThere], or
// nothing is recommended.
func (g Generator) Draft(place DraftPlace) (File, diag.List, error) {
	if _, err := fs.Stat(g.Data, place.File); err == nil {
		return File{}, nil, ErrDraftThere
	}
	tree := source.Open(g.Data, g.Common)
	c := newCollector(tree)
	a, err := c.advising(place.Office, place.Year)
	if err != nil {
		return File{}, nil, err
	}
	g.judgeAdvice(a.record)
	problems := slices.Concat(a.office.Problems, institutionRecords(a.office), c.faults(a.office), tree.Journal(place.Office, place.Year).Problems, a.record.Problems)
	if problems.HasErrors() {
		return File{}, problems.Sort(), nil
	}
	raw, order, found := g.draft(tree, c.recommended(a.office, a.orders, place.Year, g.Today))
	if problems = append(problems, found...).Sort(); problems.HasErrors() {
		return File{}, problems, nil
	}
	if order == nil {
		return File{}, problems, fmt.Errorf("по итогам %d года ничего не рекомендовано: приказывать нечего", place.Year)
	}
	return File{Path: place.File, Bytes: raw}, problems, nil
}
