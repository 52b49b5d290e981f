package model

// Criterion is what follows of a finding («критерий»): a recommendation to somebody, with
// a term. All that is said of its condition must hold; of several that hold for one
// addressee the one that says most is taken.
type Criterion struct {
	// Level is the level that calls for it, Zone the zone. Neither: any value that does not
	// meet the norm.
	Level string `toml:"level"`
	Zone  Zone   `toml:"zone"`
	// When is a condition over other indicators of the same institution: "DV04 >= 10".
	When     string            `toml:"when"`
	Kinds    []InstitutionKind `toml:"kinds"`    // empty: all that the indicator concerns
	Clusters []string          `toml:"clusters"` // IDs; empty: all
	// Of says whose finding it answers; empty: that of an institution, where it has one.
	Of Subject `toml:"of"`

	To        AddresseeKind `toml:"to"`        // empty: who answers for the subject
	Addressee string        `toml:"addressee"` // in the dative: «руководителю ДОО»
	Text      string        `toml:"text"`
	Term      string        `toml:"term"` // «до 1 декабря»
	// Responsible is who watches over it; empty: nobody but the addressee.
	Responsible string `toml:"responsible"`
	Priority    int    `toml:"priority"` // 1 (the most urgent) to 3; 0: not said, taken as 2
	Expected    string `toml:"expected"` // «ожидаемый результат»
	Reporting   string `toml:"reporting"`
	// Remedy is a name that criteria of several indicators share: to one addressee they are
	// one recommendation.
	Remedy string `toml:"remedy"`
}

// SubjectOf is whose finding of the indicator the criterion answers.
func (c Criterion) SubjectOf(i Indicator) Subject {
	switch {
	case c.Of != "":
		return c.Of
	case i.Tier.Covers(TierInstitution):
		return OfInstitution
	}
	return OfMunicipality
}

// AddresseeOf is the kind of addressee that the criterion speaks to.
func (c Criterion) AddresseeOf(i Indicator) AddresseeKind {
	switch {
	case c.To != "":
		return c.To
	case c.SubjectOf(i) == OfInstitution:
		return ToHead
	}
	return ToOffice
}

// Urgency is the priority, that of the middle where none is said.
func (c Criterion) Urgency() int {
	if c.Priority == 0 {
		return 2
	}
	return c.Priority
}

// CriteriaOf are the criteria that a level calls for by itself: those that name it, or else
// those of any level below the norm.
func (i Indicator) CriteriaOf(level Level) []Criterion {
	var named, below []Criterion
	for _, c := range i.Criteria {
		switch {
		case c.Zone != "" || c.When != "" || c.Kinds != nil || c.Clusters != nil: // the level does not tell
		case c.Level == level.Name:
			named = append(named, c)
		case c.Level == "" && !level.Met && (len(i.Thresholds) > 0 || i.Trend):
			below = append(below, c)
		}
	}
	if named != nil {
		return named
	}
	return below
}

// Subject is of whom a finding speaks («о ком вывод»).
type Subject string

const (
	OfInstitution  Subject = "institution"
	OfCluster      Subject = "cluster"
	OfMunicipality Subject = "municipality"
	OfRegion       Subject = "region" // it has findings, but nobody is addressed by them
)

// Subjects are those that a criterion may name.
var Subjects = []Subject{OfInstitution, OfCluster, OfMunicipality}

// AddresseeKind is to whom a recommendation speaks («вид адресата»).
type AddresseeKind string

const (
	ToOffice     AddresseeKind = "office"     // муниципальный орган
	ToMethodical AddresseeKind = "methodical" // методическая служба
	ToHead       AddresseeKind = "head"       // руководитель учреждения
	ToTeachers   AddresseeKind = "teachers"
	ToParents    AddresseeKind = "parents"
)

// AddresseeKinds are all there are, in the order in which they are addressed.
var AddresseeKinds = []AddresseeKind{ToOffice, ToMethodical, ToHead, ToTeachers, ToParents}

var addresseeWords = map[AddresseeKind]string{ToOffice: "муниципальный орган", ToMethodical: "методическая служба",
	ToHead: "руководители учреждений", ToTeachers: "педагоги", ToParents: "родители"}

// Words are the kind in Russian, as a heading.
func (k AddresseeKind) Words() string { return addresseeWords[k] }
