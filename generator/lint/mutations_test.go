package lint_test

import (
	"slices"

	"doklad/generator/model"
)

var mutations = slices.Concat(mutationsOfSigns, mutationsOfSense)

var mutationsOfSense = []mutation{
	// The sheet and its annexes.
	{func(_ *model.Order, d *model.Directory) { d.Office.Letterhead = nil }, []string{
		`HDR-ORG letterhead@0: бланк: нет наименования организации (реквизит 05) | впишите letterhead в organization.toml`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Roadmap.Mark = "none" }, []string{
		`ANX-GRIF roadmap.mark@0: дорожная карта: нет ни грифа утверждения, ни слова «Приложение», а пункт 1 называет приложение прилагаемым | впишите mark = "approval": УТВЕРЖДЕН приказом …`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Roadmap.Mark = "number" }, []string{
		`ANX-GRIF roadmap.mark@0: дорожная карта: пункт 1 называет приложение прилагаемым: нужен гриф утверждения | впишите mark = "approval" или «согласно приложению» в пункт`,
	}},
	{clause(1, "Утвердить План мероприятий согласно приложению."), []string{
		`ANX-GRIF roadmap.mark@0: дорожная карта: пункт 1 говорит «согласно приложению»: нужно слово «Приложение» | впишите mark = "number" или «прилагаемый» в пункт`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Roadmap.Title[2] = "на 2021–2025 годы" }, []string{
		`ANX-TITLE roadmap.title[3]@8: дорожная карта, заголовок: заголовки расходятся: здесь «…2021–2025 годы», в приказе «…2021–2024 годы» | сделайте заголовки одинаковыми`,
	}},
	{func(o *model.Order, _ *model.Directory) {
		o.Title += " в Примерном округе"
		o.Roadmap.Title[2] += " в Примерном округе"
	}, []string{
		`ANX-TITLE title@121: заголовок: повтор в заголовке: «Примерного округа» и «Примерном округе» | оставьте одно из двух`,
	}},

	// Words, names, abbreviations.
	{preamble("в целях", "В целях"), []string{
		`CAP-MID preamble@124: преамбула: прописная буква в середине предложения: «В» | «в»`,
	}},
	{preamble("реализации Концепции,", "реализации Концепции, Утвержденной приказом,"), []string{
		`CAP-MID preamble@154: преамбула: прописная буква в середине предложения: «Утвержденной» | «утвержденной»`,
	}},
	{preamble("реализации Концепции,", "реализации Концепции, Государственной думой,"), nil},
	{preamble("Министерства", "министерства"), []string{
		`CAP-TERM preamble@26: преамбула: наименование со строчной буквы: «министерства примерных дел» | «Министерства»: так в справочнике`,
	}},
	{subclause(1, "ознакомить исполнителей с дорожной картой;"), []string{
		`CAP-TERM clause[2].clause[1].text@26: пункт 2.1: термин «Дорожная карта» со строчной буквы: «дорожной картой» | «Дорожной картой»: так введено в приказе`,
	}},
	{both(text("2.1", "Проведение мониторинга хода исполнения Плана"), result("2.1", "Получены сведения для хода исполнения плана")), []string{
		`CAP-TERM roadmap.section[2].activity[1].result@38: дорожная карта, 2.1: «плана», а в других местах приказа «Плана» | пишите одинаково`,
	}},
	{text("2.1", "Проведение мониторинга на территории Примерного ГО"), []string{
		`ENT-MIX roadmap.section[2].activity[1].text@37: дорожная карта, 2.1: территория названа по-разному: «Примерного ГО» | пишите одинаково: «Примерного округа»`,
		`ABBR-UNDEF roadmap.section[2].activity[1].text@48: дорожная карта, 2.1: сокращение «ГО» не введено | при первом упоминании: «городской округ (далее – ГО)»`,
	}},
	{func(_ *model.Order, d *model.Directory) {
		d.Office.Territory = model.Territory{Name: "территории Примерного округа", Variants: []string{"Примерного округа"}}
	}, nil},
	{text("2.1", "Проведение мониторинга по приказу МПД"), []string{
		`ABBR-UNDEF roadmap.section[2].activity[1].text@34: дорожная карта, 2.1: сокращение «МПД» не введено | при первом упоминании: «Министерство примерных дел (далее – МПД)»`,
	}},
	{text("2.1", "Проведение ВПР в МБОУ по ФГОС в РФ"), []string{
		`ABBR-UNDEF roadmap.section[2].activity[1].text@11: дорожная карта, 2.1: сокращение «ВПР» не введено | при первом упоминании: «всероссийские проверочные работы (далее – ВПР)»`,
	}},
	{text("2.1", "Проведение всероссийских проверочных работ (далее – ВПР)"), nil},
	{text("2.1", "Проведение всероссийских работ (далее – ВПР)"), []string{
		`ABBR-WRONG roadmap.section[2].activity[1].text@40: дорожная карта, 2.1: в наименовании перед «(далее – ВПР)» нет слов на «П» | полное наименование: «всероссийские проверочные работы»`,
	}},
	{text("2.1", "Проведение национальных исследований (далее – НИКО)"), []string{
		`ABBR-WRONG roadmap.section[2].activity[1].text@46: дорожная карта, 2.1: в наименовании перед «(далее – НИКО)» нет слов на «К», «О» | полное наименование: «национальные исследования качества образования»`,
	}},
	{subclause(1, "Примерову А,В, ознакомить исполнителей;"), []string{
		`NAME-DOT clause[2].clause[1].text@0: пункт 2.1: запятая в инициалах: «Примерову А,В,» | «Примерову А.В.»`,
	}},
	{subclause(1, "ознакомить группы А, Б, В;"), nil},
	{func(o *model.Order, _ *model.Directory) {
		o.Agreement = []model.Visitor{{Name: "Примеров ПП"}, {Name: "ИИ Примерова"}, {Name: "Примеров П,П,"}, {Name: "Примеров П.П."}}
	}, []string{
		`NAME-DOT agreement[1].name@9: лист согласования, строка 1: инициалы без точек: «ПП» | «П.П.»`,
		`NAME-DOT agreement[2].name@0: лист согласования, строка 2: инициалы без точек: «ИИ» | «И.И.»`,
		`NAME-DOT agreement[3].name@0: лист согласования, строка 3: запятая в инициалах: «Примеров П,П,» | «Примеров П.П.»`,
	}},
	{subclause(1, "ознакомить с приказом А.А. Примерова;"), []string{
		`NAME-ORDER clause[2].clause[1].text@22: пункт 2.1: инициалы и фамилия в разном порядке: «А.А. Примерова» и «Фамилия И.О.» | пишите одинаково`,
	}},
	{executor("primernykh"), []string{
		`DECL-CHECK clause[2].executors[1]@0: пункт 2: фамилия «Примерных» не склоняется: падеж по ней не проверить | подтвердите: впишите в people.toml surname_forms.dative`,
	}},
	{executor("primerov"), []string{
		`DECL-CHECK clause[2].executors[1]@0: пункт 2: «Примеров» в форме «Примерову» (дательный падеж): поставлено по правилам | если верно, впишите в people.toml surname_forms.dative = "Примерову"`,
	}},
	{executor("obrazets"), []string{
		`DECL-CHECK clause[2].executors[1]@0: пункт 2: пол не указан, фамилия «Образцова» поставлена в форме «Образцова» | впишите gender в people.toml`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Clauses[2] = model.Clause{Control: "primerova"} }, []string{
		`DECL-CHECK clause[3].control@0: пункт 3: «Примерова» в форме «Примерову» (винительный падеж): поставлено по правилам | если верно, впишите в people.toml surname_forms.accusative = "Примерову"`,
	}},

	// Points.
	{subclause(1, " - 2.1. ознакомить исполнителей;"), []string{
		`LST-DOUBLE clause[2].clause[1].text@0: пункт 2.1: лишний знак перед текстом пункта: «- 2.1.» | оставьте только текст: номер ставит программа`,
	}},
	{subclause(1, "- ознакомить исполнителей;"), []string{
		`LST-DOUBLE clause[2].clause[1].text@0: пункт 2.1: лишний знак перед текстом пункта: «-» | оставьте только текст: номер ставит программа`,
	}},
	{clause(1, "1. Утвердить прилагаемый План."), []string{
		`LST-DOUBLE clause[1].text@0: пункт 1: лишний знак перед текстом пункта: «1.» | оставьте только текст: номер ставит программа`,
	}},
	{clause(3, "Контроль исполнения настоящего приказа возложить на Примерову И.И."), []string{
		`CTRL-FORM clause[3].text@0: пункт 3: не по принятой формуле: «Контроль исполнения настоящего приказа возложить на Примерову И.И.» | «Контроль за исполнением настоящего приказа возложить на Примерову И.И.»`,
	}},
	{clause(3, "Контроль за исполнением приказа возложить на Примерову И.И."), nil},
	{subclause(1, "обеспечить исполнение Дорожной карты;"), []string{
		`ORD-NOACK clause[2]@0: пункт 2: никому не поручено ознакомить исполнителей с приказом | добавьте пункт «Довести настоящий приказ до сведения …», лист ознакомления (acquaintance) или рассылку (recipient)`,
	}},
	{executor("min"), []string{
		`ORD-NOACK clause[2].executors[1]@0: пункт 2: поручено органу, который не подчинён: «Министерство примерных дел» | «Рекомендовать …» или «по согласованию»`,
	}},
	{subclause(2, "обеспечить исполнение Дорожной карты."), []string{
		`ORD-NOREPORT clause[2]@0: пункт 2: никто не обязан представить отчёт об исполнении дорожной карты | добавьте подпункт: «представить отчёт об исполнении … ежегодно, до 1 августа»`,
	}},
	{preamble("24.06.2021", "24 июня 2021 г."), []string{
		`DATE-MIX preamble@56: преамбула: дата словами «24 июня 2021 г.», а в других местах цифрами: «25.06.2021» | «24.06.2021»`,
	}},
	{subclause(2, "представить отчёт в срок до 1 августа 2022 г."), nil},
	{subclause(2, "представить отчёт до 1 августа 2022 г., а затем до 01.08.2023."), []string{
		`DATE-MIX clause[2].clause[2].text@21: пункт 2.2: дата словами «1 августа 2022 г.», а в других местах цифрами: «01.08.2023» | «01.08.2022»`,
	}},
	{preamble("24.06.2021", "26.06.2021"), []string{
		`REF-ORDER preamble@56: преамбула: ссылка на акт от 26.06.2021, а приказ от 25.06.2021 | проверьте дату акта и дату приказа`,
	}},
	{func(o *model.Order, _ *model.Directory) {
		o.Certified = &model.Certification{Date: model.Date{Year: 2021, Month: 6, Day: 24}}
	}, []string{
		`REF-ORDER certified.date@0: отметка «Верно»: копия заверена 24.06.2021, а приказ от 25.06.2021 | проверьте дату приказа и дату заверения`,
	}},
	{func(o *model.Order, _ *model.Directory) {
		o.Certified = &model.Certification{Date: o.Date}
	}, nil},

	// What stands after the text and on the sheets.
	{func(o *model.Order, _ *model.Directory) {
		o.Operative = "ПРИКАЗЫВАЮ  школам:"
		o.Recipients = []model.Recipient{{To: "в дело №5"}}
		o.Agreement = []model.Visitor{{Post: "Юрист - методист"}}
		o.Acquaintance = []model.Visitor{{Post: "Директор «Школы"}}
		o.Certified = &model.Certification{Kept: "в деле за 2021г."}
	}, []string{
		`SP-DOUBLE operative@10: распорядительное слово: несколько пробелов подряд: «ПРИКАЗЫВАЮ  школам:» | оставьте один пробел`,
		`DASH-HYPHEN agreement[1].post@6: лист согласования, строка 1: дефис вместо тире: «Юрист - методист» | «Юрист – методист»`,
		`SP-NUM recipient[1].to@7: рассылка: нет пробела после знака: «№5» | «№ 5»`,
		`SP-YEAR certified.kept@10: отметка «Верно»: нет пробела после года: «2021г.» | «2021 г.»`,
		`QUO-BAL acquaintance[1].post@9: лист ознакомления, строка 1: не закрыты кавычки перед словами «Школы» | закройте кавычки в конце: «…Школы»`,
	}},

	// Rows.
	{insert(2, 2, model.Activity{Text: "по всем школам", Schedule: model.NewSchedule("декабрь")}), []string{
		`TBL-SPLIT roadmap.section[2].activity[2].text@0: дорожная карта, 2.2: строка разорвана: «по всем школам» – продолжение предыдущей | соедините: «Проведение мониторинга по всем школам»`,
	}},
	{both(schedule("2.1", ""), result("2.1", "Получены сведения"), insert(2, 2, model.Activity{Text: "по всем школам", Schedule: model.NewSchedule("декабрь")})), []string{
		`TBL-SPLIT roadmap.section[2].activity[2].text@0: дорожная карта, 2.2: строка разорвана: «по всем школам» – продолжение предыдущей | соедините: «Проведение мониторинга по всем школам»`,
		`TBL-RESULT-TRUNC roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: результат в разорванной строке, возможно, обрезан: «Получены сведения» | проверьте, нет ли продолжения`,
		`TBL-EMPTY-DEADLINE roadmap.section[2].activity[1].schedule@0: дорожная карта, 2.1: от срока осталось только «декабрь» | узнайте срок целиком`,
	}},
	{insert(2, 2, model.Activity{}), []string{
		`TBL-BLANK roadmap.section[2].activity[2]@0: дорожная карта, 2.2: пустая строка в таблице | удалите строку`,
	}},
	{schedule("2.1", " "), []string{
		`TBL-EMPTY-DEADLINE roadmap.section[2].activity[1].schedule@0: дорожная карта, 2.1: не указан срок исполнения | впишите срок`,
	}},
	{responsible("2.1", " "), []string{
		`TBL-EMPTY-EXEC roadmap.section[2].activity[1].responsible@0: дорожная карта, 2.1: не указаны ответственные | впишите, кто отвечает`,
	}},
	{both(responsible("2.1", ""), func(o *model.Order, _ *model.Directory) {
		o.Roadmap.Columns = []string{"number", "activity", "schedule", "result"}
	}), nil},
	{result("2.1", ""), []string{
		`TBL-EMPTY-RESULT roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: не указан планируемый результат | впишите результат или «–» и причину (reason)`,
	}},
	{result("2.1", "–"), []string{
		`TBL-EMPTY-RESULT roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: вместо результата «–» без причины | впишите причину (reason)`,
	}},
	{row("2.1", func(a *model.Activity) {
		a.ExpectedResult, a.Reason = "–", "исследование отменено"
	}), nil},
	{func(o *model.Order, _ *model.Directory) {
		o.Roadmap.Columns = []string{"number", "activity", "responsible", "schedule"}
		o.Roadmap.Sections[1].Activities[0].ExpectedResult = ""
	}, nil},
	{result("2.1", "Получены сведения о качестве обучения и"), []string{
		`TBL-RESULT-TRUNC roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: результат обрезан: «…качестве обучения и» | допишите`,
	}},
	{result("2.1", "Получены сведения о качестве обучения."), []string{
		`PUN-CELLDOT roadmap.section[2].activity[1].result@37: дорожная карта, 2.1: точка в конце ячейки: «…о качестве обучения.» | уберите точку`,
	}},
	{row("2.1", func(a *model.Activity) { a.Number = "2.1" }), []string{
		`NUM-DOT roadmap.section[2].activity[1].number@0: дорожная карта, 2.1: номера строк то с точкой, то без неё: «2.1» и «1.1.» | пишите одинаково: все с точкой или все без неё`,
	}},
	{row("2.2", func(a *model.Activity) { a.Number = "2.3." }), []string{
		`NUM-SEQ roadmap.section[2].activity[2].number@0: дорожная карта, 2.3: номер «2.3.» не по порядку | ожидался «2.2»`,
	}},
	{row("1.1", func(a *model.Activity) { a.Number = "2.1." }), []string{
		`NUM-SEQ roadmap.section[1].activity[1].number@0: дорожная карта, 2.1: номер «2.1.» не по порядку | ожидался «1.1»`,
	}},
	{row("2.2", func(a *model.Activity) { a.Number = "2.1.1." }), nil},

	// Executors.
	{responsible("2.1", "Отдел развития школы"), []string{
		`EXEC-SEP roadmap.section[2].activity[1].responsible@15: дорожная карта, 2.1: нет разделителя между ответственными: «Отдел развития школы» | «Отдел развития, школы»`,
	}},
	{responsible("2.1", "Отдел разветия"), []string{
		`EXEC-NAME roadmap.section[2].activity[1].responsible@0: дорожная карта, 2.1: ответственного нет в справочнике: «Отдел разветия» | может быть, «Отдел развития»? если нет, впишите его в organizations.toml`,
	}},
	{responsible("2.1", "Совет отцов"), []string{
		`EXEC-NAME roadmap.section[2].activity[1].responsible@0: дорожная карта, 2.1: ответственного нет в справочнике: «Совет отцов» | впишите его в organizations.toml`,
	}},
	{responsible("2.1", "Отдел развития УОПО"), []string{
		`ABBR-UNDEF roadmap.section[2].activity[1].responsible@15: дорожная карта, 2.1: сокращение «УОПО» не введено | при первом упоминании: «Управление образования администрации Примерного округа (далее – УОПО)»`,
		`EXEC-NAME roadmap.section[2].activity[1].responsible@0: дорожная карта, 2.1: один исполнитель назван по-разному: «Отдел развития УОПО» и «Отдел развития» | пишите одинаково: «Отдел развития»`,
	}},
	{responsible("2.1", "школы"), []string{
		`EXEC-NAME roadmap.section[2].activity[1].responsible@0: дорожная карта, 2.1: ячейки начинаются то с прописной, то со строчной буквы: «школы» и «Отдел развития» | пишите одинаково: «Школы»`,
	}},
	{responsible("2.1", "Министерство примерных дел"), []string{
		`ORD-NOACK roadmap.section[2].activity[1].responsible@0: дорожная карта, 2.1: поручено органу, который не подчинён: «Министерство примерных дел» | «Министерство примерных дел (по согласованию)»`,
	}},
	{responsible("2.1", "Министерство примерных дел (по согласованию)"), nil},

	// Terms.
	{schedule("2.2", "ежегодно, декабрь"), []string{
		`DL-CASE roadmap.section[2].activity[2].schedule@0: дорожная карта, 2.2: сроки то с прописной, то со строчной буквы: «ежегодно, декабрь» и «Июль – август 2021 г.» | пишите одинаково: «Ежегодно, декабрь»`,
	}},
	{schedule("1.2", "Сентябрь 2021"), []string{
		`DL-YEARMARK roadmap.section[1].activity[2].schedule@0: дорожная карта, 1.2: год то с «г.», то без него: «Сентябрь 2021» и «Июль – август 2021 г.» | пишите одинаково`,
	}},
	{schedule("2.1", "Ежегодно"), []string{
		`DL-VAGUE roadmap.section[2].activity[1].schedule@0: дорожная карта, 2.1: срок без месяца: «Ежегодно» | назовите месяц, например: «Ежегодно, август»`,
	}},
	{both(schedule("2.1", "Ежегодно"), text("1.2", "Подготовка доклада"), row("2.1", func(a *model.Activity) {
		a.Text = "Подготовка отчёта"
		a.Schedule = model.NewSchedule("Август")
	}),
		row("2.2", func(a *model.Activity) {
			a.Text = "Организация и проведение мониторинга"
			a.Schedule = model.NewSchedule("По графику")
		})), []string{
		`DL-ORDER roadmap.section[2].activity[1].schedule@0: дорожная карта, 2.1: отчёт («Август») стоит перед мониторингом: строка 2.2, «По графику» | проверьте порядок и сроки этих строк`,
	}},
	{clause(1, "Утвердить прилагаемый План до 2024 г."), []string{
		`DL-HORIZON clause[1].text@27: пункт 1: неясно, входит ли год: «до 2024 г.» | назовите день: «по 31.12.2024»`,
	}},
	{text("2.1", "Проведение мониторинга до 2024 года"), nil},
	{schedule("2.1", "До 2024 года"), []string{
		`DL-HORIZON roadmap.section[2].activity[1].schedule@0: дорожная карта, 2.1: неясно, входит ли год: «До 2024 года» | назовите день: «по 31.12.2024»`,
	}},

	// Results.
	{result("2.1", "Составлен перечень предложений учителей школ округа"), []string{
		`RES-DUP roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: тот же результат, что в строке 1.2: «Составлен перечень предложений учителей школ округа» | назовите, что даёт именно это мероприятие`,
	}},
	{result("2.1", "Составлен перечень предложений учителей школ города"), []string{
		`RES-DUP roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: почти тот же результат, что в строке 1.2: «Составлен перечень предложений учителей школ города» | назовите, что даёт именно это мероприятие`,
	}},
	{both(text("2.1", "Участие в семинарах"), result("2.1", "Разработан порядок")), []string{
		`RES-MISMATCH roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: результат «Разработан порядок» не следует из мероприятия «Участие в семинарах» | назовите, что даёт само мероприятие`,
	}},
	{result("2.1", "Проведён мониторинг"), []string{
		`RES-TAUT roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: результат повторяет мероприятие: «Проведён мониторинг» | назовите документ и показатель, по которому видно исполнение`,
	}},
	{result("2.1", "Сведения о качестве обучения"), []string{
		`RES-STYLE roadmap.section[2].activity[1].result@0: дорожная карта, 2.1: результаты то причастием, то существительным: «Сведения о качестве обучения» и «Утвержден порядок мониторинга» | пишите все результаты одинаково`,
	}},

	// Restored places.
	{restored("title", "Об утверждени", "край оторван"), []string{
		`RESTORED title@0: заголовок: место восстановлено: край оторван | сверьте с подписанным листом`,
	}},
	{restored("letterhead", "", ""), []string{
		`HDR-ORG restored[1].field@0: бланк: в копии нет наименования организации; место восстановлено | сверьте с подписанным листом`,
	}},
	{restored("clause[2].clause[1].text", " - 2.1. ознакомить", ""), []string{
		`LST-DOUBLE clause[2].clause[1].text@0: пункт 2.1: в копии лишний знак перед текстом: «- 2.1.»; место восстановлено | сверьте с подписанным листом`,
	}},
	{restored("roadmap.title", "**План**", ""), []string{
		`MD-RESIDUE roadmap.title@0: дорожная карта, заголовок: в копии остаток разметки «**»; место восстановлено | сверьте с подписанным листом`,
	}},
	{restored("roadmap.section[2].activity[1]", "2.1.\tПроведение\tШколы\t\tПолучены сведения\n\n\tмониторинга\t\tоктябрь\t", ""), []string{
		`TBL-BLANK roadmap.section[2].activity[1]@0: дорожная карта, 2.1: в копии пустая строка внутри таблицы; место восстановлено | сверьте с подписанным листом`,
		`TBL-SPLIT roadmap.section[2].activity[1]@0: дорожная карта, 2.1: в копии строка разорвана: «мониторинга» – продолжение предыдущей; место восстановлено | сверьте с подписанным листом`,
		`TBL-RESULT-TRUNC roadmap.section[2].activity[1]@0: дорожная карта, 2.1: в копии результат в разорванной строке, возможно, обрезан: «Получены сведения»; место восстановлено | сверьте с подписанным листом`,
		`TBL-EMPTY-DEADLINE roadmap.section[2].activity[1]@0: дорожная карта, 2.1: в копии от срока осталось только «октябрь»; место восстановлено | сверьте с подписанным листом`,
	}},
	{restored("roadmap.section[2].activity[1]", "2.1.\tПроведение\tШколы\tОктябрь\t", ""), []string{
		`TBL-EMPTY-RESULT roadmap.section[2].activity[1]@0: дорожная карта, 2.1: в копии не указан планируемый результат; место восстановлено | сверьте с подписанным листом`,
	}},
	{restored("roadmap.section[2].activity[1]", "2.1.\tПроведение\tШколы\tОктябрь\tСведения", "чернила"), []string{
		`RESTORED roadmap.section[2].activity[1]@0: дорожная карта, 2.1: место восстановлено: чернила | сверьте с подписанным листом`,
	}},

	// Appendices.
	{appendix(model.Appendix{Annex: model.Annex{Mark: "approval", Title: []string{"Перечень («основной", "список»)"}}, Rows: [][]string{{"1", "А - Б"}, {"", ""}}}), []string{
		`DASH-HYPHEN appendix[1].rows[1][2]@2: приложение, строка 1: дефис вместо тире: «А - Б» | «А – Б»`,
		`TBL-BLANK appendix[1].rows[2]@0: приложение, строка 2: пустая строка в таблице | удалите строку`,
	}},
	{table([]string{"№", "Школа", "Доля"}, []string{"Раздел"}, []string{"1", "А", "5 %"}, []string{"2", "Б", " "}), []string{
		`TBL-EMPTY-CELL appendix[1].rows[3][3]@0: приложение, строка 3: пустая ячейка в графе «Доля» | впишите значение или «–»`,
	}},
	{table([]string{"№", "Школа", "Доля"}, []string{"Раздел"}, []string{"1", "А", ""}, []string{"2", "Б", " "}), []string{
		`TBL-EMPTY-CELL appendix[1].rows[2][3]@0: приложение, строка 2: графа «Доля» пуста | впишите значения или уберите графу`,
	}},
	{table([]string{"№", "Школа", "Подпись"}, []string{"1", "А", ""}, []string{"2", "Б", ""}), nil},
	{table([]string{"№", " "}, []string{"1", "А"}), []string{
		`TBL-EMPTY-CELL appendix[1].columns[2]@0: приложение, головка: графа 2 без заголовка | впишите заголовок графы`,
	}},
	{table([]string{"№", "Школа"}), []string{
		`ANX-EMPTY appendix[1].columns@0: приложение: в таблице нет ни одной строки | впишите rows = [["…"]] или уберите columns`,
	}},
	{appendix(model.Appendix{Annex: model.Annex{Mark: "approval"}, Text: []string{"Текст", " "}}), []string{
		`TBL-EMPTY-CELL appendix[1].text[2]@0: приложение, абзац 2: пустой абзац | впишите текст или уберите абзац`,
	}},
	{func(o *model.Order, _ *model.Directory) {
		o.Roadmap.Headers = map[string]string{"schedule": " ", "result": "Результат"}
	}, []string{
		`TBL-EMPTY-CELL roadmap.headers.schedule@0: дорожная карта, головка: графа без заголовка | впишите заголовок или уберите строку`,
	}},
	{func(o *model.Order, _ *model.Directory) {
		o.Roadmap.Sections = append(o.Roadmap.Sections, model.Section{Title: "Итоги"})
	}, []string{
		`ANX-EMPTY roadmap.section[3]@0: дорожная карта, раздел 3: в разделе нет ни одного мероприятия | добавьте [[roadmap.section.activity]] или уберите раздел`,
	}},
}
