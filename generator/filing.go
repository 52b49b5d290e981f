package generator

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/intake"
	"doklad/generator/model"
)

// filing is what one institution, or the office itself, has to hand in of one set of
// indicators («отчёт учреждения»), and what came of it.
type filing struct {
	institution model.Institution // of the office: without an ID
	set         model.IndicatorSet
	asked       map[cellKey]bool
	parts       []*part // what files say of it, by the names of the files
	// chosen are the parts that count: of an institution one, of the office several
	// tables that say different things.
	chosen   []*part
	status   model.SubmissionStatus
	decision *model.JournalEntry // the last word on what counts, or on what was returned
	received model.Date          // the day the first file came, where it is on record
}

// filingKey tells a filing among those of a year.
type filingKey struct{ institution, set string }

func (r *filing) key() filingKey { return filingKey{r.institution.ID, r.set.ID} }

// cellKey is a value that is asked for.
type cellKey struct{ institution, code string }

// part is what one file says for one filing.
type part struct {
	file         *sentFile
	observations []int // places among those of the file
	refused      []int
	sum          string         // of what it says: a decision holds for that alone
	decision     model.Decision // the last one; empty: none
	counts       [3]int         // of problems, by their severity
}

// isOut reports whether it was decided that the part does not count.
func (p *part) isOut() bool { return p.decision == model.Returned || p.decision == model.Replaced }

// expect lists what is to be handed in.
func (now *collection) expect() {
	first, last := model.Date{Year: now.year, Month: 1, Day: 1}, model.Date{Year: now.year, Month: 12, Day: 31}
	for _, set := range now.catalogue.Sets {
		office := &filing{set: set, asked: map[cellKey]bool{}}
		for _, one := range now.hierarchy.Members("") {
			if !one.IsOpen(first, last) {
				continue
			}
			kind := now.hierarchy.Kind(one.ID)
			r := &filing{institution: one, set: set, asked: map[cellKey]bool{}}
			concerned := false
			for _, i := range set.Indicators {
				if i.IsDerived() || !i.Concerns(kind) || !i.Tier.Covers(model.TierInstitution) {
					continue
				}
				concerned = true
				if i.FilledBy == model.FilledByInstitution {
					r.asked[cellKey{one.ID, i.Code}] = true
				} else {
					office.asked[cellKey{one.ID, i.Code}] = true
				}
			}
			if concerned {
				now.filings = append(now.filings, r)
			}
		}
		if len(now.filings) == 0 || now.filings[len(now.filings)-1].set.ID != set.ID {
			continue // nobody here is concerned
		}
		for _, i := range set.Indicators {
			if !i.IsDerived() && !i.Tier.Covers(model.TierInstitution) {
				office.asked[cellKey{"", i.Code}] = true
			}
		}
		if len(office.asked) > 0 {
			now.filings = append(now.filings, office)
		}
	}
}

// divide gives each filing what the files say for it. What nobody is expected to say is
// told at the file.
func (now *collection) divide() {
	owner, byKey := map[cellKey]*filing{}, map[filingKey]*filing{}
	for _, r := range now.filings {
		byKey[r.key()] = r
		for key := range r.asked {
			owner[key] = r
		}
	}
	for _, f := range now.files {
		parts := map[*filing]*part{}
		of := func(r *filing) *part {
			if parts[r] == nil {
				parts[r] = &part{file: f}
				r.parts = append(r.parts, parts[r])
			}
			return parts[r]
		}
		for _, key := range f.formsOf() { // also one that came back empty
			if r := byKey[key]; r != nil {
				of(r)
			}
		}
		unexpected := map[string]bool{}
		for i, o := range f.Observations.All() {
			switch r := owner[cellKey{o.Institution, o.Code}]; {
			case r == nil:
				unexpected[o.Institution] = true
			case f.Kind == intake.FormOfOne && r.institution.ID == "":
				f.findings = append(f.findings, finding{Problem: diag.Problem{File: f.Submission.Name, Cell: place(o.At),
					Text: o.Code + " учреждение не сообщает: это вносит " + now.officeName(), Hint: "верните код строки, какой был в форме"}, cells: []model.CellPlace{o.At}})
			default:
				p := of(r)
				p.observations = append(p.observations, i)
			}
		}
		for i, refused := range f.Refused.All() {
			if r := owner[cellKey{refused.Institution, refused.Code}]; r != nil && !(f.Kind == intake.FormOfOne && r.institution.ID == "") {
				p := of(r)
				p.refused = append(p.refused, i)
			}
		}
		now.tellUnexpected(f, unexpected)
		for _, p := range parts {
			p.seal()
		}
	}
}

// formsOf are the filings whose form the file is.
func (f *sentFile) formsOf() []filingKey {
	if !f.isForm() {
		return nil
	}
	var keys []filingKey
	for _, institution := range f.Institutions {
		for _, set := range f.Sets {
			keys = append(keys, filingKey{institution, set})
		}
	}
	return keys
}

// told are the observations of the part with their places among those of the file.
func (p *part) told() iter.Seq2[int, model.Observation] {
	return func(yield func(int, model.Observation) bool) {
		for _, i := range p.observations {
			if !yield(i, p.file.Observations.At(i)) {
				return
			}
		}
	}
}

// seal sums up what the part says.
func (p *part) seal() {
	var said []string
	for _, o := range p.told() {
		said = append(said, o.Institution+"\x00"+o.Code+"\x00"+strconv.Itoa(int(o.Value.State))+"\x00"+strconv.FormatFloat(o.Value.Number, 'g', -1, 64))
	}
	for _, i := range p.refused {
		refused := p.file.Refused.At(i)
		said = append(said, refused.Institution+"\x00"+refused.Code+"\x00\x00"+refused.Raw)
	}
	slices.Sort(said)
	p.sum = form.Sum(said...) + form.Sum(append(said, "again")...)
}

// choose finds what counts of each filing: what was returned does not, and of several
// files of one institution none, until one is accepted.
func (now *collection) choose() {
	for _, r := range now.filings {
		slices.SortStableFunc(r.parts, func(a, b *part) int { return cmp.Compare(a.file.base, b.file.base) })
		var left []*part
		for _, p := range r.parts {
			last := now.lastWord(r, p)
			if last >= 0 {
				p.decision = now.journal.Entries[last].Decision
			}
			if !p.isOut() {
				left = append(left, p)
			}
		}
		if len(left) <= 1 || r.institution.ID == "" && !overlap(left) {
			r.chosen = left
			continue
		}
		if one := now.accepted(r, left); one != nil {
			r.chosen = []*part{one}
		}
	}
}

// overlap reports whether two of the parts say something of the same cell.
func overlap(parts []*part) bool {
	said := map[cellKey]*part{}
	for _, p := range parts {
		for _, o := range p.told() {
			key := cellKey{o.Institution, o.Code}
			if other := said[key]; other != nil && other != p {
				return true
			}
			said[key] = p
		}
	}
	return false
}

// entries are the places in the journal of what it says of a filing, in their order.
func (now *collection) entries(r *filing) []int {
	if now.words == nil {
		now.words = map[filingKey][]int{}
		for i, e := range now.journal.Entries {
			key := filingKey{e.Institution, e.Set}
			now.words[key] = append(now.words[key], i)
		}
	}
	return now.words[r.key()]
}

// lastWord is the place of the last decision on what a part says; −1 for none. Copies
// of it are told apart by the names of the files, also where one is left of them.
func (now *collection) lastWord(r *filing, p *part) int {
	copies := 0
	for _, other := range r.parts {
		if other.sum == p.sum {
			copies++
		}
	}
	last := -1
	for _, i := range now.entries(r) {
		e := now.journal.Entries[i]
		if e.Decision != model.Received && e.Sum == p.sum && (copies == 1 && e.Decision != model.Replaced || e.File == p.file.base) {
			last = i
		}
	}
	return last
}

// accepted is the part that was accepted last; nil for none.
func (now *collection) accepted(r *filing, parts []*part) *part {
	var one *part
	at := -1
	for _, p := range parts {
		if last := now.lastWord(r, p); last > at {
			one, at = p, last
		}
	}
	return one
}

// take collects the observations that count.
func (now *collection) take() {
	now.taken = map[string]map[string]taken{}
	for _, r := range now.filings {
		for _, p := range r.chosen {
			for i, o := range p.told() {
				if now.taken[o.Institution] == nil {
					now.taken[o.Institution] = map[string]taken{}
				}
				now.taken[o.Institution][o.Code] = taken{o.Value, p.file, i}
			}
		}
	}
}
