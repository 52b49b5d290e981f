package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/intake"
	"doklad/generator/model"
	"doklad/generator/source"
)

// Collected tells how the submissions of an office stand in a year.
type Collected struct {
	Folder, Office string
	Year           int
	Due            model.Date // zero: no last day is set
	Reports        []ReportStatus
	// Untaken are files of which nothing belongs to any report.
	Untaken []string
	// Problems are those of the folder and of the journal; Sent those of what was handed in.
	Problems, Sent diag.List
}

// ReportStatus is how the report of one institution stands.
type ReportStatus struct {
	Institution string // ID; empty: the office itself
	Name        string
	Set, Title  string // of the indicators
	Status      model.SubmissionStatus
	Files       []string // their names within the folder of the year
	Asked, Told int
	Errors      int
	Warnings    int
	// Received is the day it came; where none is on record, FileDay is that of the file.
	Received, FileDay model.Date
	Late              bool
	Reason            string // why it was returned
}

// Submissions tells how the submissions of a year stand; year 0 is the last one. An
// office is picked by its folder; empty: all that collect. The error is in Russian.
func (g Generator) Submissions(office string, year int) ([]Collected, error) {
	c := newCollector(source.Open(g.Data, g.Common))
	picked, err := c.pick(office, year)
	if err != nil {
		return nil, err
	}
	var list []Collected
	for _, now := range picked {
		list = append(list, now.collected(g.Today))
	}
	return list, nil
}

// pick finds the years that are asked for: of one office or of all, one year or the last.
func (c *collector) pick(folder string, year int) ([]*collection, error) {
	offices, _ := c.tree.Offices() // their faults are told by «doklad check»
	var picked []*collection
	var known []string
	for _, office := range offices {
		own := office.Directory.Office.Folder
		years := c.tree.Years(own)
		if len(years) == 0 || folder != "" && strings.Trim(folder, "/") != own {
			continue
		}
		of := year
		if of == 0 {
			of = years[len(years)-1]
		}
		for _, y := range years {
			known = append(known, fmt.Sprintf("%s %d", own, y))
		}
		if slices.Contains(years, of) {
			picked = append(picked, c.of(office, of))
		}
	}
	switch {
	case len(picked) > 0:
		return picked, nil
	case len(known) == 0 && folder != "":
		return nil, fmt.Errorf("у организации «%s» нет присланного; присланное за год кладут в папку submissions/2022 рядом с organization.toml", folder)
	case len(known) == 0:
		return nil, fmt.Errorf("присланного нет ни у одной организации; присланное за год кладут в папку submissions/2022 рядом с organization.toml")
	}
	return nil, fmt.Errorf("за %d год ничего не прислано; есть: %s", year, strings.Join(known, ", "))
}

func (now *collection) collected(today model.Date) Collected {
	c := Collected{Folder: now.office.Directory.Office.Folder, Office: oneLine(now.office.Directory.Office.Full.Nominative),
		Year: now.year, Due: now.journal.Due, Problems: now.problems, Sent: now.sentProblems()}
	used := map[*sentFile]bool{}
	for _, r := range now.filings {
		s := ReportStatus{Institution: r.institution.ID, Name: now.who(r), Set: r.set.ID, Title: r.set.Title, Status: r.status,
			Asked: len(r.asked), Told: r.told(), Errors: r.count(diag.Error), Warnings: r.count(diag.Warning),
			Received: r.received, Late: r.isLate(now.journal.Due, today)}
		for _, p := range r.parts {
			used[p.file] = true
			s.Files = append(s.Files, p.file.base)
			if s.FileDay.IsZero() || p.file.Day.Compare(s.FileDay) < 0 {
				s.FileDay = p.file.Day
			}
		}
		if r.status == model.SentBack && r.decision != nil {
			s.Reason = r.decision.Reason
		}
		c.Reports = append(c.Reports, s)
	}
	for _, f := range now.files {
		if !used[f] {
			c.Untaken = append(c.Untaken, f.base)
		}
	}
	return c
}

// sentProblems are those of all files, each at its cell.
func (now *collection) sentProblems() diag.List {
	l := slices.Clone(now.apart)
	for _, f := range now.files {
		l = append(l, f.allProblems()...)
	}
	l = append(l, now.severalSent()...)
	slices.SortStableFunc(l, func(a, b diag.Problem) int { return strings.Compare(a.File, b.File) })
	return l
}

// allProblems are those of one file, downwards.
func (f *sentFile) allProblems() diag.List {
	l := slices.Clone(f.problems)
	remarks := slices.Clone(f.Remarks)
	slices.SortStableFunc(remarks, func(a, b intake.Remark) int {
		return cmp.Or(strings.Compare(a.At.Sheet, b.At.Sheet), a.At.Row-b.At.Row, a.At.Column-b.At.Column)
	})
	for _, r := range remarks {
		l = append(l, r.Problem)
	}
	for _, found := range f.findings {
		l = append(l, found.Problem)
	}
	return l.In(f.Submission.Name)
}

// severalSent tells of reports for which several files came and nobody has said which one
// counts.
func (now *collection) severalSent() diag.List {
	var l diag.List
	for _, r := range now.filings {
		var open []string
		var one *part
		for _, p := range r.parts {
			if !p.isOut() && !slices.Contains(r.chosen, p) {
				open, one = append(open, "«"+p.file.base+"»"), p
			}
		}
		if one == nil {
			continue
		}
		p := diag.Problem{File: one.file.Submission.Name, Hint: fmt.Sprintf("выберите верный: doklad accept %d %s --file \"…\"", now.year, calledBy(r, now))}
		if len(r.chosen) == 0 {
			p.Text = fmt.Sprintf("%s: прислано несколько файлов (%s), ни один не взят", now.who(r), strings.Join(open, ", "))
		} else {
			p.Severity = diag.Warning
			p.Text = fmt.Sprintf("%s: взят файл «%s», а прислано ещё: %s", now.who(r), r.chosen[0].file.base, strings.Join(open, ", "))
		}
		l.Add(p)
	}
	return l
}
