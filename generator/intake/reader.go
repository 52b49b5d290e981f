package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// Reader reads the files of one office and one year. It is never changed: many may read
// with it at once.
type Reader struct {
	asked    Asked
	codes    map[string]*indicator
	alike    map[string]*indicator // by the looks of the code; nil: several look so
	titles   map[string][]*indicator
	names    []string // all codes
	units    map[string]bool
	senders  map[string]*sender
	numbered map[string]*sender // by the office's own code; nil: several have it
	registry *model.Registry
	known    map[string]*sender // by a name to the letter, where it calls no other
}

// indicator is one that may be told, with what is asked of it at every cell.
type indicator struct {
	model.Indicator
	set     string
	derived bool
	whole   bool // counts people or things: no fractions
}

// sender is an institution with what is asked of it at every row.
type sender struct {
	model.Institution
	kind    model.InstitutionKind // by whose programmes it works
	reports bool
}

// office is the sender that tells of the municipality as a whole.
var office = &sender{reports: true}

// isOffice reports whether it is no institution but the office itself.
func (s *sender) isOffice() bool { return s == office }

// NewReader indexes codes and names once.
func NewReader(a Asked) *Reader {
	if a.Directory == nil {
		a.Directory = &model.Directory{}
	}
	r := &Reader{asked: a, codes: map[string]*indicator{}, alike: map[string]*indicator{}, units: map[string]bool{}, titles: map[string][]*indicator{},
		senders: map[string]*sender{}, numbered: map[string]*sender{}, registry: a.Directory.Registry(), known: map[string]*sender{}}
	for _, set := range a.Catalogue.Sets {
		for _, i := range set.Indicators {
			if _, twice := r.codes[i.Code]; twice {
				continue
			}
			one := &indicator{Indicator: i, set: set.ID, derived: i.IsDerived(), whole: model.IsCount(i.Unit) && i.Decimals == 0}
			r.codes[i.Code] = one
			r.names = append(r.names, i.Code)
			if unit := russian.Skeleton(i.Unit); unit != "" {
				r.units[unit] = true
			}
			putOnce(r.alike, russian.Skeleton(i.Code), one)
			title := russian.Skeleton(i.Title)
			r.titles[title] = append(r.titles[title], one)
		}
	}
	h := a.Directory.Hierarchy()
	for _, one := range a.Directory.Institutions {
		if _, twice := r.senders[one.ID]; twice {
			continue
		}
		s := &sender{Institution: one, kind: h.Kind(one.ID), reports: one.Reports()}
		r.senders[one.ID] = s
		if one.Code != "" {
			putOnce(r.numbered, one.Code, s)
		}
		for _, name := range []string{one.Full.Nominative, one.Short.Nominative} {
			if name == "" {
				continue
			}
			if found := r.registry.Recognise(name); found.IsSure() && found.Institution.ID == one.ID {
				r.known[name] = s
			}
		}
	}
	return r
}

// putOnce keeps what has a key of its own, and nil where several share one.
func putOnce[T any](index map[string]*T, key string, one *T) {
	if _, taken := index[key]; taken {
		one = nil
	}
	index[key] = one
}

// Read reads one file; name is its path from the data folder. What is wrong with it is
// in the remarks.
func (r *Reader) Read(name string, raw []byte) *Submission {
	sum := sha256.Sum256(raw)
	f := r.begin(name, hex.EncodeToString(sum[:8]))
	f.read(raw)
	f.finish()
	return f.Submission
}

func (r *Reader) begin(name, sum string) *reading {
	t := newTexts(name)
	return &reading{Reader: r, texts: t, Submission: &Submission{Name: name, Sum: sum,
		Observations: Cells[model.Observation]{texts: t, whole: wholeObservation},
		Refused:      Cells[Refused]{texts: t, whole: wholeRefused}, Blank: Cells[Blank]{texts: t, whole: wholeBlank}},
		told: map[remarkKind]int{}, sets: map[string]bool{}, called: map[string]calling{}, headers: remembered[role]{},
		coded: remembered[coded]{}, named: remembered[bool]{}, titled: remembered[[]*indicator]{},
		spokenOf: map[string]*spoken{}, unclear: map[string]bool{}, mentioned: map[string]bool{}}
}

// finish puts together what is known only at the end.
func (f *reading) finish() {
	f.dropContradicted()
	if f.Kind == Unreadable {
		f.Observations.cut(0)
		f.Refused.cut(0)
		f.Blank.cut(0)
		f.Institutions = nil
	}
	f.texts.at, f.texts.same = nil, nil
	for _, set := range f.asked.Catalogue.Sets {
		if f.sets[set.ID] && !slices.Contains(f.Sets, set.ID) {
			f.Sets = append(f.Sets, set.ID)
		}
	}
	f.sumUpRemarks()
}
