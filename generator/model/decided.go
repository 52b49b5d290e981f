package model

import "slices"

// DecisionRegister are the decisions of a year («реестр управленческих решений»).
type DecisionRegister struct {
	Office    *Office              `toml:"-"`
	Year      int                  `toml:"-"` // the file's name: 2022.toml
	Decisions []ManagementDecision `toml:"decision"`
}

// ManagementDecision is what was decided on the grounds of values («управленческое
// решение»).
type ManagementDecision struct {
	ID     string `toml:"id"`
	Kind   string `toml:"kind"` // one of [DecisionKinds], or another word
	Date   Date   `toml:"date"`
	Number string `toml:"number"`
	Text   string `toml:"text"` // what is decided
	// Order is the ID of an order of ours: its kind, date, number and title are those of the
	// decision, and are not typed again.
	Order string `toml:"order"`

	// Basis are codes of indicators, and keys of recommendations: «D09», «2021/ds-3/D09».
	Basis    []string `toml:"basis"`
	Term     Date     `toml:"term"`
	Executor string   `toml:"executor"` // the ID of a person or of a body, or a name

	Outcome     Outcome `toml:"status"` // one of [PlainOutcomes]; empty: nothing was told yet
	OutcomeDate Date    `toml:"status_date"`
	Link        string  `toml:"link"`

	// Effect is the conclusion in the office's own words; it stands beside that of the values.
	Effect string `toml:"effect"`
	// Indicators are those by which the effect is judged; empty: those of the basis.
	Indicators []string `toml:"indicators"`
}

// DecisionKinds are the usual kinds («вид решения»).
var DecisionKinds = []string{DecisionOrder, "протокол совещания", "распоряжение", "письмо"}

// DecisionOrder is the kind of what an order of ours decides.
const DecisionOrder = "приказ"

// JudgedBy are the codes by which the effect is judged, each once.
func (d ManagementDecision) JudgedBy() []string {
	codes := slices.Clone(d.Indicators)
	if len(codes) == 0 {
		for _, b := range d.Basis {
			if key, ok := ParseRecommendationKey(b); ok {
				b = key.Code
			}
			codes = append(codes, b)
		}
	}
	var once []string
	for _, code := range codes {
		if !slices.Contains(once, code) {
			once = append(once, code)
		}
	}
	return once
}

// Paper is the document that the decision stands in.
func (d ManagementDecision) Paper() Evidence {
	return Evidence{Kind: d.Kind, Number: d.Number, Date: d.Date, Title: d.Text, Link: d.Link}
}
