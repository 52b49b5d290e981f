package generator

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"doklad/generator/annotate"
	"doklad/generator/diag"
	"doklad/generator/intake"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// returned are the files that go back, with the mistakes marked in them: those with an
// error, and those that somebody returned.
func (c *collector) returned(now *collection) ([]File, diag.List, error) {
	reasons := now.reasons()
	taken := map[string]bool{}
	atRows := now.returnedRows()
	var files []File
	for _, f := range now.files {
		at := now.out("returned", fmt.Sprint(now.year), f.returnedName(taken))
		if !f.goesBack() && reasons[f] == nil {
			files = append(files, File{Path: at}) // what went back before is mended
			continue
		}
		raw, problem := c.tree.SubmissionBytes(f.SubmissionFile)
		if problem != nil {
			continue // it is told with the file
		}
		bytes, err := f.annotated(raw, now.heading(f, reasons[f]), atRows[f])
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f.Submission.Name, err)
		}
		files = append(files, File{Path: at, Bytes: bytes})
	}
	return files, nil, nil
}

// goesBack reports whether the sender has something to mend: a mistake, or empty cells of
// a form.
func (f *sentFile) goesBack() bool {
	isError := func(p diag.Problem) bool { return p.Severity == diag.Error }
	return slices.ContainsFunc(f.Remarks, func(r intake.Remark) bool { return isError(r.Problem) }) ||
		slices.ContainsFunc(f.findings, func(found finding) bool { return isError(found.Problem) || found.note != "" && len(found.cells) > 0 })
}

// reasons are why files were returned by hand, a line for each report.
func (now *collection) reasons() map[*sentFile][]string {
	reasons := map[*sentFile][]string{}
	for _, r := range now.filings {
		for _, p := range r.parts {
			if p.decision != model.Returned {
				continue
			}
			e := now.journal.Entries[now.lastWord(r, p)]
			line := fmt.Sprintf("Возвращено %s: %s", e.Date, oneLine(e.Reason))
			if !p.file.isForm() {
				line = fmt.Sprintf("%s: возвращено %s: %s", now.who(r), e.Date, oneLine(e.Reason))
			}
			if !slices.Contains(reasons[p.file], line) {
				reasons[p.file] = append(reasons[p.file], line)
			}
		}
	}
	return reasons
}

// returnedRows mark in tables of many whose row was returned, and why.
func (now *collection) returnedRows() map[*sentFile][]annotate.Remark {
	rows := map[*sentFile][]annotate.Remark{}
	for _, r := range now.filings {
		for _, p := range r.parts {
			if p.decision == model.Returned && !p.file.isForm() && len(p.observations) > 0 {
				at, e := p.file.Observations.At(p.observations[0]).At, now.journal.Entries[now.lastWord(r, p)]
				rows[p.file] = append(rows[p.file], annotate.Remark{Sheet: at.Sheet, Row: at.Row, Column: at.Column, Grave: true,
					Text: now.who(r) + ": возвращено: " + oneLine(e.Reason), Hint: "исправьте строку и пришлите ещё раз"})
			}
		}
	}
	return rows
}

// heading stands over the list of remarks.
func (now *collection) heading(f *sentFile, reasons []string) annotate.Heading {
	h := annotate.Heading{Title: "Замечания к файлу «" + path.Base(f.base) + "»"}
	line := func(format string, args ...any) { h.Lines = append(h.Lines, fmt.Sprintf(format, args...)) }
	office := now.office.Directory.Office
	line("%s, показатели за %d год", oneLine(office.Full.Nominative), now.year)
	if len(f.Institutions) == 1 && f.Institutions[0] != "" {
		line("Учреждение: %s", oneLine(now.institution(f.Institutions[0]).Full.Nominative))
	}
	h.Lines = append(h.Lines, reasons...)
	if f.goesBack() {
		line("Исправьте отмеченные ячейки и пришлите файл ещё раз; этот лист можно удалить.")
	}
	if !now.journal.Due.IsZero() {
		line("Срок сдачи – %s", russian.LongDate(now.journal.Due.Time()))
	}
	if office.Example {
		line("%s", exampleNote)
	}
	return h
}

// annotated is the file as it was sent, with what is said of it; of what cannot be marked,
// or is too large to be a form, a list.
func (f *sentFile) annotated(raw []byte, h annotate.Heading, more []annotate.Remark) ([]byte, error) {
	const mostText, mostBook = 1 << 20, 4 << 20 // bytes, far above any form
	remarks := append(f.remarks(), more...)
	var bytes []byte
	err := errTooLarge
	switch {
	case !f.opens:
		return annotate.List(h, remarks)
	case isText(f.base) && len(raw) <= mostText:
		bytes, err = annotate.Text(path.Base(f.base), raw, h, remarks)
	case !isText(f.base) && len(raw) <= mostBook:
		bytes, err = annotate.Workbook(raw, h, remarks)
	}
	if err != nil {
		h.Lines = append(h.Lines, "Отметить ячейки в самом файле не удалось: исправьте их по этому перечню.")
		return annotate.List(h, remarks)
	}
	return bytes, nil
}

var errTooLarge = errors.New("too large to be marked")

func isText(name string) bool { return strings.EqualFold(path.Ext(name), ".csv") }

// remarks are all that is said of the file and that its sender can mend, the gravest
// first where one cell has several.
func (f *sentFile) remarks() []annotate.Remark {
	var list []annotate.Remark
	add := func(at model.CellPlace, p diag.Problem) {
		if p.Severity != diag.Advice {
			list = append(list, annotate.Remark{Sheet: at.Sheet, Row: at.Row, Column: at.Column, Grave: p.Severity == diag.Error, Text: p.Text, Hint: p.Hint})
		}
	}
	for _, r := range f.Remarks {
		add(r.At, r.Problem)
	}
	for _, found := range f.findings {
		for _, at := range found.cells {
			if at.File == f.Submission.Name {
				problem := found.Problem
				problem.Text = cmp.Or(found.note, problem.Text)
				add(at, problem)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b annotate.Remark) int {
		return cmp.Or(strings.Compare(a.Sheet, b.Sheet), a.Row-b.Row, a.Column-b.Column)
	})
	return list
}

// returnedName is that of the sender: a text comes back as a workbook, for it has no
// place for notes; what Windows would refuse is replaced.
func (f *sentFile) returnedName(taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"|?*\`, r) {
			return '_'
		}
		return r
	}, f.base)
	ext := strings.ToLower(path.Ext(name))
	if !f.opens || ext != ".xlsx" && ext != ".xlsm" {
		name += " – замечания.xlsx"
	}
	free := name
	for n := 2; taken[strings.ToLower(free)]; n++ {
		free = strings.TrimSuffix(name, path.Ext(name)) + fmt.Sprintf(" (%d)", n) + path.Ext(name)
	}
	taken[strings.ToLower(free)] = true
	return free
}
