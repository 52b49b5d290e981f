package model

import (
	"regexp"
	"slices"
	"strings"
)

// Check is what must hold between values («увязка»): within a form, between forms,
// between years, among institutions that can be compared. Exactly one of Left, Jump
// and Outlier says of which kind it is.
type Check struct {
	ID    string `toml:"id"`    // UD01
	Title string `toml:"title"` // what must hold, in a few words

	// Left, Operator and Right: two formulas over codes of indicators that are
	// compared. DV05_prev is the value of the year before (see YearBefore).
	Left      string   `toml:"left"`
	Operator  Operator `toml:"operator"`
	Right     string   `toml:"right"`
	Tolerance float64  `toml:"tolerance"` // by so much the sides may differ: 100 ± 0,1
	// MissingLeft and MissingRight are what a value that is missing means on a side.
	MissingLeft  MissingRule `toml:"missing_left"`  // empty: SkipIfAny
	MissingRight MissingRule `toml:"missing_right"` // empty: SkipIfAny

	// Jump is the code of an indicator that must not change since the year before by
	// more than Bound: per cent of what it was, or with Absolute as many units.
	Jump     string  `toml:"jump"`
	Bound    float64 `toml:"bound"`
	Absolute bool    `toml:"absolute"`

	// Outlier is the code of an indicator whose value must not lie apart from those of
	// comparable institutions: of the same kind, of the same cluster, of both. Apart is
	// what is farther from the quartiles than Fence times their distance (Tukey, 1977).
	Outlier string   `toml:"outlier"`
	Among   []string `toml:"among"` // of Likenesses; empty: all
	Fence   float64  `toml:"fence"` // 0: 3

	Importance Importance `toml:"importance"` // empty: warning
	Message    string     `toml:"message"`    // what is wrong, in words for the sender
	Hint       string     `toml:"hint"`       // what to do
	Tier       Tier       `toml:"level"`      // empty: of an institution
	// Kinds and Clusters are the institutions that it concerns.
	Kinds    []InstitutionKind `toml:"kinds"`    // empty: of any kind that has all its indicators
	Clusters []string          `toml:"clusters"` // IDs; empty: of any
}

// YearBefore ends the code of a value of the year before: DV05_prev. No code of an
// indicator has such an end.
const YearBefore = "_prev"

var codeInFormula = regexp.MustCompile(`\b[A-Z]+[0-9]+[A-Z]?`)

// Codes are the codes of the indicators that the check names, of either year, each once.
func (c Check) Codes() []string {
	var codes []string
	for _, code := range codeInFormula.FindAllString(strings.Join([]string{c.Left, c.Right, c.Jump, c.Outlier}, " "), -1) {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

// On is the tier on which the check is made.
func (c Check) On() Tier {
	if c.Tier == "" {
		return TierInstitution
	}
	return c.Tier
}

// What institutions must have in common to be compared.
const (
	SameKind    = "kind"
	SameCluster = "cluster"
)

// Likenesses are all there are.
var Likenesses = []string{SameKind, SameCluster}

// Operator compares the sides of a check («знак увязки»).
type Operator string

const (
	Equal        Operator = "=="
	NotEqual     Operator = "!="
	Less         Operator = "<"
	LessEqual    Operator = "<="
	Greater      Operator = ">"
	GreaterEqual Operator = ">="
	BothOrNone   Operator = "both-or-none" // оба значения или ни одного
	OneOfTwo     Operator = "one-of-two"   // ровно одно из двух
)

// Operators are all there are.
var Operators = []Operator{Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, BothOrNone, OneOfTwo}

// MissingRule is what a missing value on a side of a check means («как быть, если
// значения нет»).
type MissingRule string

const (
	NeverSkip MissingRule = "never-skip"  // the check is made: what is missing counts as 0
	SkipIfAny MissingRule = "skip-if-any" // no check if any value of the side is missing
	SkipIfAll MissingRule = "skip-if-all" // no check if all are; of some, what is missing counts as 0
)

// MissingRules are all there are.
var MissingRules = []MissingRule{NeverSkip, SkipIfAny, SkipIfAll}

// Importance is how grave it is that a check does not hold («важность»).
type Importance string

const (
	ImportantError   Importance = "error"   // the file goes back
	ImportantWarning Importance = "warning" // somebody should look
	ImportantAdvice  Importance = "advice"
)

// Importances are all there are.
var Importances = []Importance{ImportantError, ImportantWarning, ImportantAdvice}
