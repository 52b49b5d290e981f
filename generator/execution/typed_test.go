package execution

import (
	"testing"

	"doklad/generator/model"
)

func TestNear(t *testing.T) {
	for words, want := range map[string]string{"частично": "исполнено частично", " С  опозданием": "исполнено с опозданием", "исполено": "исполнено",
		"исполнено": "исполнено", "актуальность": "утратило актуальность", "с": "", "": "", "готово": ""} {
		if got, ok := ActivityWords.Near(words); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v; want %q", words, got, ok, want)
		}
	}
	if got, ok := RecommendationWords.Near("не"); ok {
		t.Errorf("one of several is taken: %q", got)
	}
}

func TestTypedOutcome(t *testing.T) {
	for words, want := range map[string]model.Outcome{
		"исполнено": model.OutcomeDone, " Исполнено\u00a0": model.OutcomeDone, "иcполнeно": model.OutcomeDone, "Выполнено": model.OutcomeDone,
		"ИСПОЛНЕНО С ОПОЗДАНИЕМ": model.OutcomeLate, "не\u00a0исполнено": model.OutcomeFailed, "перенесёно": model.OutcomeMoved,
		"в работе.": model.OutcomeWork, "b рaботе": model.OutcomeWork, "утратило  актуальность": model.OutcomeVoid,
		"": "", "да": "", "срок не наступил": "", "событие": "", "исполнено не": "", "не актуально": "",
	} {
		if o, ok := ActivityWords.TypedOutcome(words); o != want || ok != (want != "") {
			t.Errorf("%q: %q, %v; want %q", words, o, ok, want)
		}
	}
	for words, want := range map[string]model.Outcome{
		"Не  актуально": model.OutcomeVoid, "исполнено частично": model.OutcomePartly,
		"исполнено с опозданием": "", "утратило актуальность": "", "перенесено": "", "срок не наступил": "",
	} {
		if o, ok := RecommendationWords.TypedOutcome(words); o != want || ok != (want != "") {
			t.Errorf("of a recommendation %q: %q, %v; want %q", words, o, ok, want)
		}
	}
	for _, w := range []Words{ActivityWords, RecommendationWords} {
		for n, words := range w.Choices() {
			if got, ok := w.TypedOutcome(words); got != w.Outcomes[n] || !ok {
				t.Errorf("%s chosen and typed is %q", words, got)
			}
		}
	}
}
