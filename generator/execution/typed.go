package execution

import (
	"strings"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// Words are the statuses of one kind of thing as people read, choose and type them
// («статусы исполнения»).
type Words struct {
	Statuses []Status
	// Outcomes are what a mark can say, in the order of the lists to choose from: an event
	// is told by its day.
	Outcomes []model.Outcome
	void     Status
}

// The words of activities, and those of recommendations: their lateness follows from the
// days.
var (
	ActivityWords = Words{Statuses, []model.Outcome{model.OutcomeWork, model.OutcomeDone, model.OutcomeLate, model.OutcomePartly,
		model.OutcomeFailed, model.OutcomeMoved, model.OutcomeVoid}, Void}
	RecommendationWords = Words{PlainStatuses, []model.Outcome{model.OutcomeWork, model.OutcomeDone, model.OutcomePartly,
		model.OutcomeFailed, model.OutcomeVoid}, NotRelevant}
)

// Said is what a mark says; of none nothing.
func (w Words) Said(o model.Outcome) string {
	if o == model.OutcomeVoid {
		return string(w.void)
	}
	return Said(o)
}

// Choices are the words that a person chooses from.
func (w Words) Choices() []string {
	choices := make([]string, len(w.Outcomes))
	for n, o := range w.Outcomes {
		choices[n] = w.Said(o)
	}
	return choices
}

// Typed is the status that a person typed, in any case and with letters that only look
// right; «выполнено» is taken for «исполнено».
func (w Words) Typed(words string) (s Status, ok bool) {
	said := strings.ReplaceAll(russian.Skeleton(words), "выполнен", "исполнен")
	for _, s := range w.Statuses {
		if russian.Skeleton(string(s)) == said {
			return s, true
		}
	}
	return "", false
}

// TypedOutcome is what a mark with the words that a person typed says; ok is false for
// words that no mark can say, for they follow from the day.
func (w Words) TypedOutcome(words string) (o model.Outcome, ok bool) {
	s, _ := w.Typed(words)
	for _, o := range w.Outcomes {
		if s != "" && w.Said(o) == string(s) {
			return o, true
		}
	}
	return "", false
}
