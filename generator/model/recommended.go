package model

import (
	"slices"
	"strings"
	"unicode"
)

// Recommendations is what the office says of the recommendations of a year («адресные
// рекомендации»): that they were given, and what came of them. What is recommended, and to
// whom, follows from the values of the year and is not entered.
type Recommendations struct {
	Office *Office `toml:"-"`

	Year int  `toml:"year"` // of the monitoring, submissions/2022
	Date Date `toml:"date"` // of issue
	// Basis are the papers by which they are given: IDs of orders, or a paper as it is to
	// be called, «справка от 10.03.2022».
	Basis     []string `toml:"basis"`
	Signatory string   `toml:"signatory"` // ID of a person
	AsOf      Date     `toml:"as_of"`     // the day on which the marks are told; empty: any

	Order RecommendationOrder `toml:"order"`
	// Marks are in the order in which they were made, and are never changed.
	Marks []RecommendationMark `toml:"mark"`
}

// RecommendationOrder is what the draft of the order about the recommendations needs
// («проект приказа по рекомендациям»).
type RecommendationOrder struct {
	Control  string `toml:"control"`  // "self", or the ID of a person
	Executor string `toml:"executor"` // who collects the reports: ID of a person or of a body
	// Report is until when one reports: «ежеквартально, до 10 числа следующего месяца».
	Report string `toml:"report"`
}

// RecommendationMark is one mark on a recommendation («отметка об исполнении
// рекомендации»).
type RecommendationMark struct {
	Recommendation string   `toml:"recommendation"` // «2022/ds-3/D09»; of the office «2022/-/S05»
	Outcome        Outcome  `toml:"status"`         // one of [PlainOutcomes]
	Date           Date     `toml:"date"`           // when it was so
	Document       Evidence `toml:"document"`
	Reason         string   `toml:"reason"`
	By             string   `toml:"by"`      // who told it: an ID of the directory, or a name
	Entered        Date     `toml:"entered"` // when it was written down
}

// PlainOutcomes are those of what is done once and has a day of its own: lateness follows
// from the days, a new term is a new recommendation.
var PlainOutcomes = []Outcome{OutcomeDone, OutcomePartly, OutcomeWork, OutcomeFailed, OutcomeVoid}

// Says reports whether two marks tell the same, whoever wrote them down and when.
func (m RecommendationMark) Says(n RecommendationMark) bool {
	m.By, m.Entered, n.By, n.Entered = "", Date{}, "", Date{}
	return m == n
}

// LastMark is the place of the mark that was written last of a recommendation and a day: it
// takes the others of that day back. -1 where there is none.
func LastMark(marks []RecommendationMark, id string, day Date) int {
	for n, m := range slices.Backward(marks) {
		if m.Recommendation == id && m.Date == day {
			return n
		}
	}
	return -1
}

// IsReason reports whether words say why: a dash in their place says nothing.
func IsReason(words string) bool { return strings.ContainsFunc(words, unicode.IsLetter) }

// RecommendationKey is what names a recommendation from year to year («номер
// рекомендации»): the year, the addressee, the indicator that it begins with.
type RecommendationKey struct {
	Year, Institution string // as they are typed; the office is OfficeItself
	Code              string
	To                AddresseeKind // empty: who answers for the subject
}

// RecommendationID takes a number as people type it: with blanks around it, with the slashes
// of Windows, as a path.
func RecommendationID(typed string) string {
	slashed := strings.ReplaceAll(strings.TrimSpace(typed), `\`, "/")
	return strings.Trim(strings.TrimPrefix(slashed, "./"), "/")
}

// OfficeItself stands for the office where an institution is named.
const OfficeItself = "-"

// ParseRecommendationKey takes «2022/ds-3/D09» and «2022/ds-3/D09/teachers» apart; false
// where it has not these parts.
func ParseRecommendationKey(id string) (RecommendationKey, bool) {
	parts := strings.Split(id, "/")
	var to AddresseeKind
	if len(parts) == 4 && slices.Contains(AddresseeKinds, AddresseeKind(parts[3])) {
		to, parts = AddresseeKind(parts[3]), parts[:3]
	}
	if len(parts) != 3 || strings.TrimSpace(parts[0]) == "" || strings.TrimSpace(parts[1]) == "" || strings.TrimSpace(parts[2]) == "" {
		return RecommendationKey{}, false
	}
	return RecommendationKey{parts[0], parts[1], parts[2], to}, true
}
