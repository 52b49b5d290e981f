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
	Before    int    // the year
	Collected bool   // there are data of it
	Issued    string // the day; empty: nobody gave them
	Basis     string
	// Of those on the sets of the report. A table of which there is nothing is empty.
	Count, Done, Late, Overdue   int
	Addressees, Office, Remedies string
	Owing                        []string // institutions with overdue ones
}

type decisionsView struct {
	sectionView
	Until string // the last day that is told of: nothing is decided after the report
	Count int
	Table string
}

type effectView struct {
	sectionView
	Sets      []effectSet
	Decisions string // a table
	// Crossed is a table of statuses and conclusions; of recommendations that were carried
	// out, and of all others, how many indicators became better.
	Crossed          string
	Executed, Others betterView
}

// betterView: so many became better of those of which it can be told.
type betterView struct{ Better, Judged int }

type effectSet struct {
	Of                                    string
	Before                                int
	Judged                                int // indicators whose norm could be judged the year before
	All                                   int // indicators below their norm the year before
	Reached, Better, Same, Worse, Unknown int
	InBoth                                int // judged by those that told the value in both years, for not all did
	Table                                 string
	Institutions                          string // the table of those by whose values something was recommended
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
	More        int // recommendations to heads that are not among the tasks
}

// taskView is a task of the next year: a recommendation with what it follows from.
type taskView struct {
	Text, Addressee, Term, Of string
	Institutions              int // so many are given it; 0: it is of the whole
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
