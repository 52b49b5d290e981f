package lint_test

import "doklad/generator/model"

// mutationsSideBySide change the second of two equal orders.
var mutationsSideBySide = []mutation{
	{preamble("утверждении Концепции", "утверждении концепции"), []string{
		`2021-7: CAP-TERM preamble@98: преамбула: «Концепции», а в приказе № 8 «концепции» | пишите одинаково`,
		`2021-8: CAP-TERM preamble@98: преамбула: «концепции», а в приказе № 7 «Концепции» | пишите одинаково`,
	}},
	{title("по развитию школ на", "по развитию Школ на"), nil}, // Order tells it
	{func(o *model.Order, _ *model.Directory) { o.ExecutorForm = "name-first" }, []string{
		`2021-7: NAME-ORDER executor_form@0: исполнители: имена пишутся «Фамилия И.О.», а в приказе № 8 «И.О. Фамилия» | пишите одинаково во всех приказах (executor_form)`,
		`2021-8: NAME-ORDER executor_form@0: исполнители: имена пишутся «И.О. Фамилия», а в приказе № 7 «Фамилия И.О.» | пишите одинаково во всех приказах (executor_form)`,
	}},
	{func(o *model.Order, _ *model.Directory) {
		o.Preamble = "В целях развития, в соответствии с Концепцией,"
	}, []string{
		`2021-7: PRE-ORDER preamble@0: преамбула: «в соответствии с …, в целях …», а в приказе № 8 «в целях …, в соответствии с …» | ставьте части преамбулы в одном порядке`,
		`2021-8: PRE-ORDER preamble@0: преамбула: «в целях …, в соответствии с …», а в приказе № 7 «в соответствии с …, в целях …» | ставьте части преамбулы в одном порядке`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Preamble = "На основании Концепции," }, nil},
	{both(schedule("1.1", "июль 2021 г."), schedule("1.2", "сентябрь 2021 г."), schedule("2.1", "ежегодно, октябрь"), schedule("2.2", "ежегодно, декабрь")), []string{
		`2021-7: DL-CASE roadmap.section[2].activity[1].schedule@0: дорожная карта, 2.1: «Ежегодно», а в приказе № 8 «ежегодно» | пишите одинаково во всех приказах`,
		`2021-8: DL-CASE roadmap.section[2].activity[1].schedule@0: дорожная карта, 2.1: «ежегодно», а в приказе № 7 «Ежегодно» | пишите одинаково во всех приказах`,
	}},
	{schedule("2.2", "ежегодно, декабрь"), nil},
	{both(schedule("1.1", "Июль – август 2021"), schedule("1.2", "Сентябрь 2021")), []string{
		`2021-7: DL-YEARMARK roadmap.section[1].activity[1].schedule@0: дорожная карта, 1.1: «Июль – август 2021 г.», а в приказе № 8 «Июль – август 2021» | пишите одинаково во всех приказах`,
		`2021-8: DL-YEARMARK roadmap.section[1].activity[1].schedule@0: дорожная карта, 1.1: «Июль – август 2021», а в приказе № 7 «Июль – август 2021 г.» | пишите одинаково во всех приказах`,
	}},
	{clause(1, "Утвердить прилагаемый План до 2024 года."), []string{
		`2021-7: DL-HORIZON title@101: заголовок: срок плана «на 2021–2024», а в приказе № 8 «до 2024 года» | пишите одинаково и назовите последний день`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Date.Day = 24 }, []string{
		`2021-8: REF-ORDER date@0: дата: приказ № 8 от 24.06.2021, а № 7, который стоит раньше, от 25.06.2021 | проверьте номера и даты обоих приказов`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Date.Day, o.Number = 24, "64-д" }, nil},
	{func(o *model.Order, _ *model.Directory) { o.Date.Day, o.Number = 24, "7а" }, []string{
		`2021-8: REF-ORDER date@0: дата: приказ № 7а от 24.06.2021, а № 7, который стоит раньше, от 25.06.2021 | проверьте номера и даты обоих приказов`,
	}},
	{func(o *model.Order, _ *model.Directory) { o.Date.Year, o.Number = 2020, "112" }, nil},
	{func(o *model.Order, _ *model.Directory) { o.Date.Month, o.Number = 7, "5" }, []string{
		`2021-7: REF-ORDER date@0: дата: приказ № 7 от 25.06.2021, а № 5, который стоит раньше, от 25.07.2021 | проверьте номера и даты обоих приказов`,
	}},
}
