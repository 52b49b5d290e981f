package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/source"
)

// Decide is what is decided of submissions.
type Decide struct {
	Office   string // its folder; empty: the only one that collects
	Year     int    // 0: the last one
	Decision model.Decision
	Who      []string // institutions by ID, code or name; the office by its folder or name
	All      bool     // all that can be decided so
	Set      string   // of the indicators; empty: any
	File     string   // which file is meant, where several came
	Reason   string
	By       string
	// Date is the day of the decision; of what was received, zero is the day of the file.
	Date, Entered model.Date
}

// Decided is one decision as it was put into the journal.
type Decided struct {
	Entry model.JournalEntry
	Who   string
	Title string // of the set
	// Empty is how many values are not told in what was accepted.
	Empty int
}

// JournalPlace is where decisions are kept.
type JournalPlace struct {
	Office string // folder
	Year   int
	File   string // below the data folder; it need not be there yet
}

// FindJournal finds the journal that is meant, reading no file that was sent. The error is
// in Russian.
func (g Generator) FindJournal(folder string, year int) (JournalPlace, error) {
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	var found []JournalPlace
	var names []string
	for _, office := range offices {
		own := office.Directory.Office.Folder
		years := tree.Years(own)
		if len(years) == 0 || folder != "" && strings.Trim(folder, "/") != own {
			continue
		}
		of := year
		if of == 0 {
			of = years[len(years)-1]
		}
		if slices.Contains(years, of) {
			found, names = append(found, JournalPlace{own, of, source.JournalName(own, of)}), append(names, own)
		}
	}
	switch len(found) {
	case 0:
		_, err := newCollector(tree).pick(folder, max(year, 1))
		return JournalPlace{}, err
	case 1:
		return found[0], nil
	}
	return JournalPlace{}, fmt.Errorf("присланное есть у нескольких организаций: %s; назовите одну ключом --office", strings.Join(names, ", "))
}

// Decide puts decisions into the journal of a year: the file is the old one with the new
// entries after it; it has no name where there is nothing new. With errors among the
// problems nothing is to be written. The error is in Russian: what is decided cannot be.
func (g Generator) Decide(q Decide) (File, []Decided, diag.List, error) {
	place, err := g.FindJournal(q.Office, q.Year)
	if err != nil {
		return File{}, nil, nil, err
	}
	tree := source.Open(g.Data, g.Common)
	c := newCollector(tree)
	picked, err := c.pick(place.Office, place.Year)
	if err != nil {
		return File{}, nil, nil, err
	}
	now := picked[0]
	if now.problems.HasErrors() {
		return File{}, nil, now.problems, nil
	}
	filings, err := now.find(q)
	if err != nil {
		return File{}, nil, nil, err
	}
	var list []Decided
	for _, r := range filings {
		parts, err := now.meant(r, q)
		if err != nil {
			return File{}, nil, nil, err
		}
		if q.File != "" && q.Decision != model.Returned {
			list = append(list, now.replaced(r, r.named(q.File)[0], q)...)
		}
		for _, p := range parts {
			entry := model.JournalEntry{Decision: q.Decision, Institution: r.institution.ID, Set: r.set.ID, File: p.file.base, Sum: p.sum,
				Date: q.Date, Reason: q.Reason, By: q.By, Entered: q.Entered}
			if entry.Date.IsZero() {
				entry.Date = p.file.Day
			}
			list = append(list, Decided{Entry: entry, Who: now.who(r), Title: r.set.Title, Empty: r.blankAfter(p)})
		}
	}
	if len(list) == 0 {
		return File{}, nil, nil, nil
	}
	old, problems := tree.JournalBytes(place.Office, place.Year)
	if problems.HasErrors() {
		return File{}, nil, problems, nil
	}
	var entries []model.JournalEntry
	for _, d := range list {
		entries = append(entries, d.Entry)
	}
	text, problems := source.AppendJournal(old, entries)
	if problems.HasErrors() {
		return File{}, nil, problems, nil
	}
	after := source.JournalIn(place.File, text)
	if len(after.Entries) != len(now.journal.Entries)+len(entries) || !slices.Equal(after.Entries[len(now.journal.Entries):], entries) {
		return File{}, nil, diag.List{diag.Errorf("", "дописанное прочлось бы не так, как сказано").
			WithHint("пишите каждую запись журнала под своим заголовком [[entry]]")}.In(place.File), nil
	}
	if err := c.under(now, after).unfit(list); err != nil {
		return File{}, nil, nil, err
	}
	return File{Path: place.File, Bytes: text}, list, nil, nil
}

// replaced are the decisions on the files beside the one that was chosen, copies of it
// among them. They stand before its own: what was accepted stays so when a copy is left.
func (now *collection) replaced(r *filing, chosen *part, q Decide) []Decided {
	var list []Decided
	for _, p := range r.parts {
		if p != chosen && !p.isOut() {
			list = append(list, Decided{Who: now.who(r), Title: r.set.Title, Entry: model.JournalEntry{Decision: model.Replaced, Institution: r.institution.ID,
				Set: r.set.ID, File: p.file.base, Sum: p.sum, Date: q.Date, By: q.By, Entered: q.Entered}})
		}
	}
	return list
}

// unfit says why what would be accepted cannot be: mistakes may show only once it counts.
func (now *collection) unfit(list []Decided) error {
	for _, r := range now.filings {
		for _, d := range list {
			if e := d.Entry; (e.Decision == model.Accepted || e.Decision == model.Approved) && r.key() == (filingKey{e.Institution, e.Set}) && r.count(diag.Error) > 0 {
				return fmt.Errorf("%s: в файле «%s» ошибок: %d; верните его: doklad return %d %s --reason \"…\"", d.Who, e.File, r.count(diag.Error), now.year, calledBy(r, now))
			}
		}
	}
	return nil
}
