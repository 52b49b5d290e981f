package russian

import "testing"

func TestApproved(t *testing.T) {
	for kind, want := range map[string]string{
		"план": "УТВЕРЖДЕН", "План мероприятий": "УТВЕРЖДЕН", "порядок": "УТВЕРЖДЕН", "перечень": "УТВЕРЖДЕН", "состав": "УТВЕРЖДЕН",
		"дорожная карта": "УТВЕРЖДЕНА", "муниципальная программа": "УТВЕРЖДЕНА", "инструкция": "УТВЕРЖДЕНА", "концепция": "УТВЕРЖДЕНА",
		"положение": "УТВЕРЖДЕНО", "Положение о рабочей группе": "УТВЕРЖДЕНО",
		"критерии и показатели": "УТВЕРЖДЕНЫ", "рекомендации": "УТВЕРЖДЕНЫ", "изменения": "УТВЕРЖДЕНЫ", "требования": "УТВЕРЖДЕНЫ", "формы": "УТВЕРЖДЕНЫ",
		"Правила": "УТВЕРЖДЕНЫ", "режим работы": "УТВЕРЖДЕН", "мероприятия": "УТВЕРЖДЕНЫ", "условия": "УТВЕРЖДЕНЫ",
		"область": "УТВЕРЖДЕНА", "ведомость": "УТВЕРЖДЕНА", "стоимость услуг": "УТВЕРЖДЕНА",
		"Задание на разработку": "УТВЕРЖДЕНО", "соглашение между школами": "УТВЕРЖДЕНО", "соглашение": "УТВЕРЖДЕНО",
		"сценарий": "УТВЕРЖДЕН", "путеводитель": "УТВЕРЖДЕН", "учебный план": "УТВЕРЖДЕН", "график": "УТВЕРЖДЕН", "Учебное пособие": "УТВЕРЖДЕНО", "критерий": "УТВЕРЖДЕН",
	} {
		if got, sure := Approved(kind); got != want || !sure {
			t.Errorf("%s: %s (sure: %v), want %s", kind, got, sure, want)
		}
	}
	for _, kind := range []string{"", "  ", "меню", "гармонь", "примерный", "о плане", "plan", "№ 5"} {
		if got, sure := Approved(kind); sure {
			t.Errorf("%q: %s is held for sure", kind, got)
		}
	}
}

// A line of a title ends where a group of words ends.
func TestSenseBreak(t *testing.T) {
	for _, test := range []struct{ better, worse [2]string }{
		{[2]string{"мероприятий", "по"}, [2]string{"по", "реализации"}},                   // not after a preposition
		{[2]string{"системы", "оценки"}, [2]string{"региональной", "системы"}},            // not inside adjective and noun
		{[2]string{"мероприятий", "(«дорожной"}, [2]string{"Плана", "мероприятий"}},       // before a bracket
		{[2]string{"карты»)", "Концепции"}, [2]string{"карты", "Концепции"}},              // after a closed bracket
		{[2]string{"образования", "на"}, [2]string{"дошкольного", "образования"}},         // before a preposition
		{[2]string{"утвержденной,", "приказом"}, [2]string{"утвержденной", "Концепцией"}}, // after a comma
	} {
		better := SenseBreak(test.better[0], test.better[1])
		worse := SenseBreak(test.worse[0], test.worse[1])
		if better >= worse {
			t.Errorf("%v costs %g, %v costs %g", test.better, better, test.worse, worse)
		}
	}
}
