package generator

// reportView is what templates/report.tmpl may print. A section that is left out is nil.
type reportView struct {
	Above   []string
	Mark    string // «ПРИМЕР»
	Subject []string
	Foot    []string
	Office  string // in the nominative
	Sets    []string
	Period  string
	Year    int
	AsOf    string
	From    string
	To      string

	Introduction    *introductionView
	Goals           *goalsView
	Network         *networkView
	Results         *resultsView
	Dynamics        *dynamicsView
	Execution       *executionView
	Recommendations *recommendationsView
	Decisions       *decisionsView
	Effect          *effectView
	Conclusions     *conclusionsView
	Appendices      *appendicesView

	Signatories []signatureView
}

// sectionView is what every section has: a title of the office's own, and its text.
type sectionView struct {
	Title string
	Own   markup
}

type introductionView struct {
	sectionView
	Orders  []string // «приказ от 11.10.2021 № 31 «О …»»
	Sets    []introductionSet
	Years   string // «2020, 2021»; empty: there are none before
	Sources string
	// SchoolYear is what the year of the tables is of indicators of a school year; empty:
	// there are none.
	SchoolYear string
}

// introductionSet: Of is what a sentence says of which set it speaks, « по перечню «…»»; of
// the only one nothing.
type introductionSet struct {
	Of                  string
	Sent, All, Accepted int
}

type goalsView struct {
	sectionView
	Sets []goalsSet
}

type goalsSet struct {
	Of                       string
	Judged, Areas, WithNorms int
	Table                    string
}

type networkView struct {
	sectionView
	Sets []networkSet
}

type networkSet struct {
	Of string
	// Kinds are «ДОО – 12» and so on.
	Kinds             []string
	Count             int
	Contingent, Total string // the title of the count of pupils and its total; empty: not known
	Told              int    // so many told it
	Partial           bool   // in some year not all of them did
	Table             string
	Figures           []string
}

type resultsView struct {
	sectionView
	Sets []resultsSet
}

type resultsSet struct {
	ID, Title string
	Judged    int // indicators that can be judged
	Met       int
	Radar     []string // names of figures
	Areas     []areaView
}

type areaView struct {
	OtherMethod bool // some values of the table were counted in another way
	Title       string
	Table       string
	Columns     []string // figures over years
	Paragraphs  []string
	Bars        []string // figures by institution
}

type dynamicsView struct {
	sectionView
	Sets []dynamicsSet
}

type dynamicsSet struct {
	Of                         string
	Before                     int // the year; 0: none
	Better, Same, Worse, Apart int
	BetterNames, WorseNames    []string
	Table                      string
	Figures                    []string
	Lines                      []string
}

type executionView struct {
	sectionView
	Orders []executionOrder
}

type executionOrder struct {
	Title      string // «Приказ от 13.10.2021 № 31»
	Order      string // «от 13.10.2021 № 31»
	Subject    string
	Summary    []string
	Sections   string // tables
	Other      bool   // the table of sections has a column with a star
	Activities string
	Figures    []string
}

type recommendationsView struct {
	sectionView
	Sets []recommendationsSet
}

type recommendationsSet struct {
	Of     string
	Before int
	Count  int
	Table  string // empty: nothing followed
}

type decisionsView struct {
	sectionView
	Until string // the last day that is told of: no order is signed after the report
	Count int
	Table string
}

type effectView struct {
	sectionView
	Sets []effectSet
}

type effectSet struct {
	Of                           string
	Before                       int
	Judged                       int // indicators whose norm could be judged the year before
	All                          int // indicators below their norm the year before
	Reached, Better, Same, Worse int
	Unknown                      int
	Table                        string
	Figures                      []string
}

type conclusionsView struct {
	sectionView
	Sets []conclusionsSet
}

type conclusionsSet struct {
	Of          string
	Judged, Met int
	Strong      []string // titles of what is met and became better
	Weak        []string // titles of what is not met
	Missing     []string // titles of what is not known
	Tasks       []taskView
}

// taskView is a task of the next year: a recommendation with what it follows from.
type taskView struct {
	Text, Addressee, Term, Of string
	Last                      bool
}

type appendicesView struct {
	sectionView
	Sets []appendixSet
}

type appendixSet struct {
	Number       int
	Title        string
	Totals, Told string
	Units        []string
	Completeness string
}
