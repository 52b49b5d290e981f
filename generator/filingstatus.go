package generator

import (
	"fmt"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/intake"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// tellUnexpected warns of values that no filing asks for: of a school that was closed, of
// one that hands in nothing of its own.
func (now *collection) tellUnexpected(f *sentFile, institutions map[string]bool) {
	var ids []string
	for id := range institutions {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if one, known := now.hierarchy.Institution(id); known {
			f.findings = append(f.findings, finding{Problem: diag.Warnf("", "«%s» за %d год не отчитывается: из файла взято не всё, что о нём сказано", oneLine(one.Name()), now.year).
				WithHint("проверьте в institutions.toml вид учреждения, opened и closed; другие показатели этот вид не сдаёт")})
		}
	}
}

// judge finds how each filing stands.
func (now *collection) judge() {
	now.tally()
	for _, r := range now.filings {
		r.status, r.decision, r.received = model.NothingSent, nil, model.Date{}
		for _, i := range now.entries(r) {
			if e := now.journal.Entries[i]; e.Decision == model.Received && (r.received.IsZero() || e.Date.Compare(r.received) < 0) {
				r.received = e.Date
			}
		}
		last := -1
		for _, p := range r.parts {
			if p.isOut() == (len(r.chosen) == 0) {
				last = max(last, now.lastWord(r, p))
			}
		}
		if last >= 0 {
			r.decision = &now.journal.Entries[last]
		}
		returned := !slices.ContainsFunc(r.parts, func(p *part) bool { return !p.isOut() })
		switch {
		case len(r.parts) == 0:
		case returned:
			r.status = model.SentBack
		case len(r.chosen) == 0:
			r.status = model.SeveralSent
		case r.decided(now, model.Approved):
			r.status = model.SentApproved
		case r.decided(now, model.Accepted, model.Approved):
			r.status = model.SentAccepted
		case r.told() == len(r.asked) && r.count(diag.Error) == 0:
			r.status = model.SentForReview
		default:
			r.status = model.DraftSent
		}
	}
}

// decided reports whether the last word on all that counts is one of these.
func (r *filing) decided(now *collection, decisions ...model.Decision) bool {
	for _, p := range r.chosen {
		last := now.lastWord(r, p)
		if last < 0 || !slices.Contains(decisions, now.journal.Entries[last].Decision) {
			return false
		}
	}
	return len(r.chosen) > 0
}

// told is how many of the values that are asked for are told by what counts; «нет
// данных» is an answer too.
func (r *filing) told() int {
	n := 0
	for _, p := range r.chosen {
		n += len(p.observations)
	}
	return n
}

// tellBlanks tells of what was left empty: of a form with its cells, of a table by the
// codes.
func (now *collection) tellBlanks() {
	const cure = "впишите числа; если их нет, – «нет данных» или «не применимо»"
	for _, r := range now.filings {
		if len(r.chosen) == 0 || r.told() == len(r.asked) {
			continue
		}
		f := r.chosen[0].file
		told := finding{Problem: diag.Problem{Severity: diag.Warning, File: f.Submission.Name, Text: fmt.Sprintf("%s: не заполнено: %s", now.who(r), r.empty()), Hint: cure}, note: "не заполнено"}
		if len(r.chosen) == 1 && f.isForm() {
			for _, b := range f.Blank.All() {
				if b.At.Row > 0 && r.asked[cellKey{b.Institution, b.Code}] {
					told.cells = append(told.cells, b.At)
				}
			}
		}
		f.findings = append(f.findings, told)
	}
}

// isForm reports whether the file is that of one institution.
func (f *sentFile) isForm() bool { return f.Kind == intake.FormOfOne || f.Kind == intake.PlainOfOne }

// blankAfter is how many values are not told if a part is taken.
func (r *filing) blankAfter(p *part) int {
	if r.institution.ID == "" {
		return len(r.asked) - r.told()
	}
	return len(r.asked) - len(p.observations)
}

// empty says what was not told: the codes of which nothing was, and how many cells are
// empty of the others.
func (r *filing) empty() string {
	told := map[string]int{}
	for _, p := range r.chosen {
		for _, o := range p.told() {
			told[o.Code]++
		}
	}
	asked := map[string]int{}
	for key := range r.asked {
		asked[key.code]++
	}
	var codes []string
	cells := 0
	for _, i := range r.set.Indicators {
		switch {
		case asked[i.Code] > 0 && told[i.Code] == 0:
			codes = append(codes, i.Code)
		case told[i.Code] > 0:
			cells += asked[i.Code] - told[i.Code]
		}
	}
	said := lint.Spans(codes)
	switch {
	case len(codes) == len(asked):
		return "всё"
	case cells > 0 && said != "":
		return fmt.Sprintf("%s; ещё %s", said, russian.Count(cells, "ячейка", "ячейки", "ячеек"))
	case cells > 0:
		return russian.Count(cells, "ячейка", "ячейки", "ячеек")
	}
	return said
}

// count is how many problems of a weight the files of the filing have.
func (r *filing) count(s diag.Severity) int {
	n := 0
	for _, p := range r.parts {
		if !p.isOut() || len(r.chosen) == 0 {
			n += p.counts[s]
		}
	}
	return n
}

// tally counts the problems of a file for each of its parts: in a file of one
// institution all, in a table those of its cells.
func (now *collection) tally() {
	parts := map[*sentFile][]*part{}
	for _, r := range now.filings {
		for _, p := range r.parts {
			parts[p.file] = append(parts[p.file], p)
		}
	}
	for _, f := range now.files {
		var owner map[model.CellPlace]*part
		whole := f.isForm()
		count := func(s diag.Severity, cells ...model.CellPlace) {
			if whole {
				for _, p := range parts[f] {
					p.counts[s]++
				}
				return
			}
			if owner == nil {
				owner = ownersOf(parts[f])
			}
			var counted []*part
			for _, at := range cells {
				if p := owner[at]; p != nil && !slices.Contains(counted, p) {
					counted = append(counted, p)
					p.counts[s]++
				}
			}
		}
		for _, remark := range f.Remarks {
			count(remark.Severity, remark.At)
		}
		for _, found := range f.findings {
			count(found.Severity, found.cells...)
		}
	}
}

// ownersOf are the parts by the cells of which they say something.
func ownersOf(parts []*part) map[model.CellPlace]*part {
	owner := map[model.CellPlace]*part{}
	for _, p := range parts {
		for _, o := range p.told() {
			owner[o.At] = p
		}
		for _, i := range p.refused {
			owner[p.file.Refused.At(i).At] = p
		}
	}
	return owner
}

// isLate reports whether it came after the last day, or has not come by a day.
func (r *filing) isLate(due, today model.Date) bool {
	switch {
	case due.IsZero():
		return false
	case !r.received.IsZero():
		return r.received.Compare(due) > 0
	}
	return r.status == model.NothingSent && today.Compare(due) > 0
}

// who is how a report is called.
func (now *collection) who(r *filing) string {
	if r.institution.ID == "" {
		return fmt.Sprintf("%s (сама организация)", now.officeName())
	}
	return oneLine(r.institution.Name())
}

// officeName is the short name of the office where it has one.
func (now *collection) officeName() string {
	office := now.office.Directory.Office
	if office.Short.Nominative != "" {
		return oneLine(office.Short.Nominative)
	}
	return oneLine(office.Full.Nominative)
}
