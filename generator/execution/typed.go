package execution

import (
	"strings"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// TypedOutcome is the outcome that a person typed in the words of a status, of any case
// and with letters that only look right; «выполнено» is taken for «исполнено».
func TypedOutcome(words string) (o model.Outcome, ok bool) {
	s, ok := TypedStatus(words)
	if !ok {
		return "", false
	}
	return OutcomeOf(s)
}

// TypedStatus is the status that a person typed.
func TypedStatus(words string) (s Status, ok bool) {
	said := strings.ReplaceAll(russian.Skeleton(words), "выполнен", "исполнен")
	for _, s := range Statuses {
		if russian.Skeleton(string(s)) == said {
			return s, true
		}
	}
	return "", false
}
