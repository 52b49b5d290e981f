// Package generator turns the data of municipal education offices into their
// papers: one file of this package per paper.
//
// Data goes one way. source reads and checks, lint judges, this package composes
// neutral documents, pdf and xlsx lay them out. Nothing here writes a file or
// asks the clock: the same input gives the same bytes.
package generator

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/source"
)

// Generator is everything that papers depend on.
type Generator struct {
	Data      fs.FS // the data folder
	Common    fs.FS // what the program carries for every office: layouts, calendars
	Templates fs.FS // the program's own texts
	// Today decides which norm a draft without a date follows, and for which day the
	// execution of roadmaps is told.
	Today model.Date
	// Clock is the day it really is, where Today is set to an earlier one: what was
	// recorded since is not of the future.
	Clock model.Date
}

// File is a paper ready to be written, under a slash-separated path. Without bytes it is
// one that must not be there any more.
type File struct {
	Path  string
	Bytes []byte
}

// Office is one office of the data folder; the IDs of its records begin with its
// folder.
type Office struct {
	Folder string // "." when the data folder itself is the office
	Name   string // empty where it could not be read
	// People and Organizations are how many its directory has.
	People, Organizations int
	// Institutions are how many it has of each kind, kinds without any left out.
	Institutions []KindCount
}

// Paper is one paper that can be made.
type Paper struct {
	ID     string // of the data it is made from: «okhansk/2021-109»
	Record string // what that is: «приказ от 25.06.2021 № 109», «проект приказа»
	Kind   string // «приказ», «дорожная карта (Excel)»
	Title  string
	Path   string // where it goes, below the folder of papers
	Back   bool   // its files go back to those who sent them
	Marks  int    // on record of how its roadmap is carried out

	// problems are those of the data that the paper is made from.
	problems diag.List
	// blocked is true where the data has errors: the paper is not made.
	blocked bool
	make    func() ([]byte, diag.List, error)
	makeAll func() ([]File, diag.List, error) // of a paper that is a folder of files, in place of make
	compose func() (string, diag.List)
	lines   func() (string, diag.List)
}

// Plan is what there is to make, and what is wrong with the data.
type Plan struct {
	Offices []Office
	Papers  []Paper
	// Problems of the data, sorted by place; those found only when laying out
	// come with the papers.
	Problems diag.List

	// collected reads on demand what was handed in; all papers of a plan share it.
	collected *collector
}

// ProblemsOf are the problems of the data behind some of the papers; behind all
// of them, those that concern no paper too.
func (plan Plan) ProblemsOf(papers []Paper) diag.List {
	if len(papers) == len(plan.Papers) {
		return slices.Clone(plan.Problems)
	}
	var problems diag.List
	for _, p := range papers {
		problems = append(problems, p.problems...)
	}
	return problems.Sort()
}

// Plan reads and judges all data. With the IDs of orders alone, the papers on what offices
// collect are not looked for: their indicators take longer to read than an order.
func (g Generator) Plan(ids ...string) Plan {
	var plan Plan
	tree := source.Open(g.Data, g.Common)
	offices, problems := tree.Offices()
	plan.Problems = append(problems, tree.StrayTemplates(offices, g.templateNames())...)
	orders := map[*source.Office][]*source.Order{}
	for _, office := range offices {
		self := office.Directory.Office
		plan.Offices = append(plan.Offices, Office{self.Folder, oneLine(self.Full.Nominative),
			len(office.People), len(office.Organizations), countKinds(office.Institutions, g.Today)})
		orders[office] = tree.Orders(office)
		_, calendarProblems := tree.Calendars(self.Folder)
		plan.Problems = append(plan.Problems, calendarProblems...)
		office.Problems = append(office.Problems, office.Locate(lint.Directory(&office.Directory))...)
		plan.Problems = append(plan.Problems, slices.Concat(office.Problems, office.Records)...)
		g.judge(orders[office], office)
		for _, o := range orders[office] {
			plan.Problems = append(plan.Problems, o.Problems...)
			plan.Papers = append(plan.Papers, g.orderPapers(tree, office, o)...)
		}
		plan.Problems = append(plan.Problems, tree.StrayProgress(office, orders[office])...)
		for _, c := range g.carry(tree, office, orders[office]) {
			plan.Problems = append(plan.Problems, c.problems...)
			plan.Papers = append(plan.Papers, g.progressPapers(c)...)
		}
	}
	plan.collected = newCollector(tree)
	if _, err := plan.Select(ids); len(ids) == 0 || err != nil {
		papers, problems := g.collectedPapers(plan.collected, offices, orders)
		plan.Papers, plan.Problems = append(plan.Papers, papers...), append(plan.Problems, problems...)
	}
	plan.Problems = plan.Problems.Sort()
	slices.SortStableFunc(plan.Papers, func(a, b Paper) int {
		return cmp.Or(cmp.Compare(path.Dir(a.ID), path.Dir(b.ID)), cmp.Compare(a.ID, b.ID))
	})
	return plan
}

// judge adds what lint says of the orders that could be read.
func (g Generator) judge(orders []*source.Order, office *source.Office) {
	var sound []*model.Order
	for _, o := range orders {
		if o.File != nil && !o.Unreadable {
			sound = append(sound, o.Order)
		}
	}
	together := lint.Orders(sound, &office.Directory)
	alone := make([]diag.List, len(orders))
	var group sync.WaitGroup
	for i, o := range orders {
		if o.File != nil && !o.Unreadable {
			group.Go(func() { alone[i] = lint.Order(o.Order, &office.Directory) })
		}
	}
	group.Wait()
	for i, o := range orders {
		if o.File == nil || o.Unreadable {
			continue
		}
		found := append(alone[i], together[o.ID]...)
		for i, p := range found {
			if p.Key == lint.LetterheadKey { // the cure is in the data of the office
				office.Locate(found[i : i+1])
			}
		}
		o.Problems = append(o.Problems, o.File.Locate(found).In(o.File.Name)...)
	}
}

// Make makes the paper: one file, or as many as there are in a folder. Without errors
// among the problems, and without a Go error, they hold their bytes.
func (p Paper) Make() ([]File, diag.List, error) {
	if p.blocked {
		return nil, nil, nil
	}
	files := []File{{Path: p.Path}}
	var problems diag.List
	var err error
	if p.makeAll != nil {
		files, problems, err = p.makeAll()
	} else {
		files[0].Bytes, problems, err = p.make()
	}
	if err != nil {
		return nil, problems, fmt.Errorf("%s: %w", p.Path, err)
	}
	return files, problems, nil
}

// IsFolder reports whether the paper is a folder of files.
func (p Paper) IsFolder() bool { return p.makeAll != nil }

// Sent are the problems of the files behind the papers that were handed in, of all that
// were read for them.
func (plan Plan) Sent() diag.List { return plan.collected.problems() }

// Blocked reports whether errors in the data stop the paper.
func (p Paper) Blocked() bool { return p.blocked }

// Compose gives the composed text of the paper, before it is laid out; empty
// for a paper that has none.
func (p Paper) Compose() (string, diag.List) {
	if p.blocked || p.compose == nil {
		return "", nil
	}
	return p.compose()
}

// Select picks the papers of the given IDs: «2021-109», or «okhansk/2021-109»
// where two offices have it; no IDs mean all. The error is in Russian.
func (plan Plan) Select(ids []string) ([]Paper, error) {
	if len(ids) == 0 {
		return plan.Papers, nil
	}
	var picked []Paper
	for _, id := range ids {
		found, err := plan.byID(plainID(id))
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			if !slices.ContainsFunc(picked, func(q Paper) bool { return q.Path == p.Path }) {
				picked = append(picked, p)
			}
		}
	}
	return picked, nil
}

// plainID takes an ID as people write it: also as the path of the data file, which
// names one folder of papers, «orders» or «progress»; empty: all.
func plainID(id string) (plain, folder string) {
	id = strings.Trim(path.Clean(strings.ReplaceAll(id, `\`, "/")), "/")
	id = strings.TrimSuffix(id, ".toml")
	for _, folder := range []string{"orders", "progress", "consolidation", "reports", "recommendations"} {
		if before, after, found := strings.Cut("/"+id, "/"+folder+"/"); found {
			return strings.TrimPrefix(before+"/"+after, "/"), folder
		}
	}
	if before, year, found := strings.Cut("/"+id, "/decisions/"); found { // a year alone is that of what was sent
		return strings.TrimPrefix(before+"/"+registerID(year), "/"), ""
	}
	return id, ""
}

func (plan Plan) byID(id, folder string) ([]Paper, error) {
	var found []Paper
	var ids []string
	for _, p := range plan.Papers {
		if p.ID != id && !strings.HasSuffix(p.ID, "/"+id) || folder != "" && path.Base(path.Dir(p.Path)) != folder {
			continue
		}
		found = append(found, p)
		if !slices.Contains(ids, p.ID) {
			ids = append(ids, p.ID)
		}
	}
	switch {
	case len(ids) == 0:
		return nil, fmt.Errorf("нет данных «%s»; что есть, показывает «doklad list»", id)
	case len(ids) > 1 && !slices.Contains(ids, id):
		return nil, fmt.Errorf("«%s» есть в нескольких местах: %s; назовите одно из них целиком", id, strings.Join(ids, ", "))
	case len(ids) > 1:
		found = slices.DeleteFunc(found, func(p Paper) bool { return p.ID != id })
	}
	return found, nil
}

// created is the day written into the files of a paper: its own. A draft has none,
// and must not change from day to day while its data stays the same.
func created(d model.Date) time.Time {
	if d.IsZero() {
		d = model.Date{Year: 2000, Month: time.January, Day: 1}
	}
	return d.Time()
}
