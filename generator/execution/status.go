package execution

import "doklad/generator/model"

// Status is how an occurrence stands on a day («статус исполнения»).
type Status string

// The statuses, in the words of the execution report.
const (
	NotDue    Status = "срок не наступил"
	InWork    Status = "в работе"
	Done      Status = "исполнено"
	DoneLate  Status = "исполнено с опозданием"
	Partly    Status = "исполнено частично"
	Failed    Status = "не исполнено"
	Moved     Status = "перенесено"
	Void      Status = "утратило актуальность"
	Undefined Status = "срок не определён"
)

// Statuses are all statuses in the order of the report.
var Statuses = []Status{NotDue, InWork, Done, DoneLate, Partly, Failed, Moved, Void, Undefined}

var statusOf = map[model.Outcome]Status{
	model.OutcomeWork: InWork, model.OutcomeDone: Done, model.OutcomeLate: DoneLate, model.OutcomePartly: Partly,
	model.OutcomeFailed: Failed, model.OutcomeMoved: Moved, model.OutcomeVoid: Void, model.OutcomeEvent: "событие",
}

// Said is what a mark says, in the words of the report.
func Said(o model.Outcome) string { return string(statusOf[o]) }

// OutcomeOf is what a mark with the words of a status says; ok is false for words that
// no mark can say, for they follow from the day.
func OutcomeOf(s Status) (o model.Outcome, ok bool) {
	for _, o := range model.Outcomes {
		if statusOf[o] == s {
			return o, true
		}
	}
	return "", false
}
