package execution

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// Near is what a person may have meant to choose: the word that is nearest to what was typed,
// or the only one that has it, «частично» for «исполнено частично».
func (w Words) Near(words string) (string, bool) {
	const fewest = 4 // letters that mean something by themselves
	if near, ok := russian.Nearest(words, w.Choices()); ok {
		return near, true
	}
	typed := " " + strings.ToLower(strings.Join(strings.Fields(words), " ")) + " "
	have := slices.DeleteFunc(w.Choices(), func(choice string) bool { return !strings.Contains(" "+choice+" ", typed) })
	if len(have) != 1 || utf8.RuneCountInString(typed) < fewest+2 {
		return "", false
	}
	return have[0], true
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
