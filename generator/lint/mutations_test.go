package lint_test

import (
	"strings"

	"doklad/generator/model"
)

type change = func(o *model.Order, d *model.Directory)

func preamble(old, new string) change {
	return func(o *model.Order, _ *model.Directory) { o.Preamble = replaced(o.Preamble, old, new) }
}

func title(old, new string) change {
	return func(o *model.Order, _ *model.Directory) { o.Title = replaced(o.Title, old, new) }
}

// row changes an activity by its number, «2.1».
func row(number string, f func(a *model.Activity)) change {
	return func(o *model.Order, _ *model.Directory) {
		f(&o.Roadmap.Sections[number[0]-'1'].Activities[number[2]-'1'])
	}
}

func text(number, words string) change {
	return row(number, func(a *model.Activity) { a.Text = words })
}

func responsible(number, words string) change {
	return row(number, func(a *model.Activity) { a.Responsible = words })
}

func schedule(number, words string) change {
	return row(number, func(a *model.Activity) { a.Schedule = model.NewSchedule(words) })
}

func result(number, words string) change {
	return row(number, func(a *model.Activity) { a.ExpectedResult = words })
}

func clause(n int, words string) change {
	return func(o *model.Order, _ *model.Directory) { o.Clauses[n-1].Text = words }
}

func subclause(n int, words string) change {
	return func(o *model.Order, _ *model.Directory) { o.Clauses[1].Clauses[n-1].Text = words }
}

func executor(id string) change {
	return func(o *model.Order, _ *model.Directory) { o.Clauses[1].Executors = []string{id} }
}

func insert(section, at int, a model.Activity) change {
	return func(o *model.Order, _ *model.Directory) {
		s := &o.Roadmap.Sections[section-1]
		s.Activities = append(s.Activities[:at-1:at-1], append([]model.Activity{a}, s.Activities[at-1:]...)...)
	}
}

func restored(field, copy, note string) change {
	return func(o *model.Order, _ *model.Directory) {
		o.Restored = append(o.Restored, model.Restoration{Field: field, Copy: copy, Note: note})
	}
}

func appendix(a model.Appendix) change {
	return func(o *model.Order, _ *model.Directory) { o.Appendices = append(o.Appendices, a) }
}

func both(changes ...change) change {
	return func(o *model.Order, d *model.Directory) {
		for _, c := range changes {
			c(o, d)
		}
	}
}

func replaced(s, old, new string) string {
	if !strings.Contains(s, old) {
		panic("«" + old + "» is not in «" + s + "»")
	}
	return strings.Replace(s, old, new, 1)
}

var mutations = []mutation{
	// The sheet and its annexes.
	{func(_ *model.Order, d *model.Directory) { d.Office.Letterhead = nil }, nil},
	{func(o *model.Order, _ *model.Directory) { o.Roadmap.Mark = "none" }, nil},
	{func(o *model.Order, _ *model.Directory) { o.Roadmap.Mark = "number" }, nil},
	{clause(1, "Утвердить План мероприятий согласно приложению."), nil},
	{func(o *model.Order, _ *model.Directory) { o.Roadmap.Title[2] = "на 2021–2025 годы" }, nil},
	{func(o *model.Order, _ *model.Directory) {
		o.Title += " в Примерном округе"
		o.Roadmap.Title[2] += " в Примерном округе"
	}, nil},

	// Years, spaces, dashes.
	{both(title("2021–2024 годы", "2021–2024 год"), func(o *model.Order, _ *model.Directory) { o.Roadmap.Title[2] = "на 2021–2024 год" }), nil},
	{subclause(2, "представить отчёт в срок до 01.08.2022г."), nil},
	{subclause(2, "представить отчёт в срок до 01.08.2022 года."), nil},
	{schedule("1.2", "Сентябрь 2021г."), nil},
	{clause(1, "Утвердить прилагаемый План на 2021–2024гг."), nil},
	{preamble("№ 26", "№26"), nil},
	{preamble("в целях", "в  целях"), nil},
	{clause(1, "Утвердить прилагаемый План на 2021-2024 годы."), nil},
	{schedule("1.1", "Июль-август 2021 г."), nil},
	{schedule("1.1", "01.07.2021-31.08.2021"), nil},
	{text("2.1", "Проведение мониторинга в 5-9 классах"), nil},
	{text("2.1", "Проведение мониторинга - главное"), nil},
	{text("1.2", "Сбор предложений учителей на семинарах,/вебинарах/, совещаниях"), nil},
	{text("1.2", "Сбор предложений учителей, /методистов"), nil},
	{text("1.2", "Сбор предложений учителей и/или методистов"), nil},
	{text("1.2", "Сбор предложений на школьном/окружном уровне"), nil},
	{text("2.1", "**Проведение мониторинга**"), nil},
	{text("2.1", "Проведение мoниторинга"), nil},
	{text("2.1", "Проведение мониторинга c сентября"), nil},
	{text("2.1", "Проведение мониторинга IT-класса"), nil},

	// Quotes.
	{preamble("развития школ»,", "развития школ,"), nil},
	{preamble("«Об утверждении", "Об утверждении"), nil},
	{preamble("Концепции развития школ»", "Концепции («замысла») развития школ»"), nil},
	{preamble("Концепции развития школ»", "Концепции („замысла“) развития школ»"), nil},

	// Words, names, abbreviations.
	{preamble("в целях", "В целях"), nil},
	{preamble("реализации Концепции,", "реализации Концепции, Утвержденной приказом,"), nil},
	{preamble("реализации Концепции,", "реализации Концепции, Государственной думой,"), nil},
	{preamble("Министерства", "министерства"), nil},
	{subclause(1, "ознакомить исполнителей с дорожной картой;"), nil},
	{both(text("2.1", "Проведение мониторинга хода исполнения Плана"), result("2.1", "Получены сведения для хода исполнения плана")), nil},
	{text("2.1", "Проведение мониторинга на территории Примерного ГО"), nil},
	{text("2.1", "Проведение мониторинга по приказу МПД"), nil},
	{text("2.1", "Проведение ВПР в МБОУ по ФГОС в РФ"), nil},
	{text("2.1", "Проведение всероссийских проверочных работ (далее – ВПР)"), nil},
	{text("2.1", "Проведение всероссийских работ (далее – ВПР)"), nil},
	{text("2.1", "Проведение национальных исследований (далее – НИКО)"), nil},
	{subclause(1, "Примерову А,В, ознакомить исполнителей;"), nil},
	{subclause(1, "ознакомить группы А, Б, В;"), nil},
	{subclause(1, "ознакомить с приказом А.А. Примерова;"), nil},
	{executor("primernykh"), nil},
	{executor("primerov"), nil},
	{executor("obrazets"), nil},
	{func(o *model.Order, _ *model.Directory) { o.Clauses[2] = model.Clause{Control: "primerova"} }, nil},

	// Points.
	{subclause(1, " - 2.1. ознакомить исполнителей;"), nil},
	{subclause(1, "- ознакомить исполнителей;"), nil},
	{clause(1, "1. Утвердить прилагаемый План."), nil},
	{clause(3, "Контроль исполнения настоящего приказа возложить на Примерову И.И."), nil},
	{clause(3, "Контроль за исполнением приказа возложить на Примерову И.И."), nil},
	{subclause(1, "обеспечить исполнение Дорожной карты;"), nil},
	{executor("min"), nil},
	{subclause(2, "обеспечить исполнение Дорожной карты."), nil},
	{preamble("24.06.2021", "24 июня 2021 г."), nil},
	{preamble("24.06.2021", "26.06.2021"), nil},

	// Rows.
	{insert(2, 2, model.Activity{Text: "по всем школам", Schedule: model.NewSchedule("декабрь")}), nil},
	{both(schedule("2.1", ""), result("2.1", "Получены сведения"), insert(2, 2, model.Activity{Text: "по всем школам", Schedule: model.NewSchedule("декабрь")})), nil},
	{insert(2, 2, model.Activity{}), nil},
	{schedule("2.1", " "), nil},
	{result("2.1", ""), nil},
	{result("2.1", "–"), nil},
	{row("2.1", func(a *model.Activity) {
		a.ExpectedResult, a.Reason = "–", "исследование отменено"
	}), nil},
	{func(o *model.Order, _ *model.Directory) {
		o.Roadmap.Columns = []string{"number", "activity", "responsible", "schedule"}
		o.Roadmap.Sections[1].Activities[0].ExpectedResult = ""
	}, nil},
	{result("2.1", "Получены сведения о качестве обучения и"), nil},
	{result("2.1", "Получены сведения о качестве обучения."), nil},
	{row("2.1", func(a *model.Activity) { a.Number = "2.1" }), nil},
	{row("2.1", func(a *model.Activity) { a.Number = "2.4." }), nil},
	{row("2.2", func(a *model.Activity) { a.Number = "2.1.1." }), nil},

	// Executors.
	{responsible("2.1", "Отдел развития школы"), nil},
	{responsible("2.1", "Отдел разветия"), nil},
	{responsible("2.1", "Совет отцов"), nil},
	{responsible("2.1", "Отдел развития УОПО"), nil},
	{responsible("2.1", "школы"), nil},
	{responsible("2.1", "Министерство примерных дел"), nil},
	{responsible("2.1", "Министерство примерных дел (по согласованию)"), nil},

	// Terms.
	{schedule("2.2", "ежегодно, декабрь"), nil},
	{schedule("1.2", "Сентябрь 2021"), nil},
	{schedule("2.1", "Ежегодно"), nil},
	{both(schedule("2.1", "Ежегодно"), text("1.2", "Подготовка доклада"), row("2.1", func(a *model.Activity) {
		a.Text = "Подготовка отчёта"
		a.Schedule = model.NewSchedule("Август")
	}),
		row("2.2", func(a *model.Activity) {
			a.Text = "Организация и проведение мониторинга"
			a.Schedule = model.NewSchedule("По графику")
		})), nil},
	{text("2.1", "Проведение мониторинга до 2024 года"), nil},
	{schedule("2.1", "До 2024 года"), nil},

	// Results.
	{result("2.1", "Составлен перечень предложений учителей школ округа"), nil},
	{result("2.1", "Составлен перечень предложений учителей школ города"), nil},
	{both(text("2.1", "Участие в семинарах"), result("2.1", "Разработан порядок")), nil},
	{result("2.1", "Проведён мониторинг"), nil},
	{result("2.1", "Сведения о качестве обучения"), nil},

	// Restored places.
	{restored("title", "Об утверждени", "край оторван"), nil},
	{restored("letterhead", "", ""), nil},
	{restored("clause[2].clause[1].text", " - 2.1. ознакомить", ""), nil},
	{restored("roadmap.title", "**План**", ""), nil},
	{restored("roadmap.section[2].activity[1]", "2.1.\tПроведение\tШколы\t\tПолучены сведения\n\n\tмониторинга\t\tоктябрь\t", ""), nil},
	{restored("roadmap.section[2].activity[1]", "2.1.\tПроведение\tШколы\tОктябрь\t", ""), nil},
	{restored("roadmap.section[2].activity[1]", "2.1.\tПроведение\tШколы\tОктябрь\tСведения", "чернила"), nil},

	// Appendices.
	{appendix(model.Appendix{Annex: model.Annex{Mark: "approval", Title: []string{"Перечень («основной", "список»)"}}, Rows: [][]string{{"1", "А - Б"}, {"", ""}}}), nil},
}

var mutationsSideBySide = []mutation{}
