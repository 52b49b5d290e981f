package execution

import (
	"testing"

	"doklad/generator/model"
)

func TestTypedOutcome(t *testing.T) {
	for words, want := range map[string]model.Outcome{
		"исполнено": model.OutcomeDone, " Исполнено\u00a0": model.OutcomeDone, "иcполнeно": model.OutcomeDone, "Выполнено": model.OutcomeDone,
		"ИСПОЛНЕНО С ОПОЗДАНИЕМ": model.OutcomeLate, "не\u00a0исполнено": model.OutcomeFailed, "перенесёно": model.OutcomeMoved,
		"в работе.": model.OutcomeWork, "b рaботе": model.OutcomeWork, "утратило  актуальность": model.OutcomeVoid,
		"": "", "да": "", "срок не наступил": "", "событие": "", "исполнено не": "",
	} {
		if o, ok := TypedOutcome(words); o != want || ok != (want != "") {
			t.Errorf("%q: %q, %v; want %q", words, o, ok, want)
		}
	}
	for _, o := range model.Outcomes {
		if got, ok := TypedOutcome(Said(o)); o != model.OutcomeEvent && (got != o || !ok) {
			t.Errorf("%s said and typed is %q", o, got)
		}
	}
}
