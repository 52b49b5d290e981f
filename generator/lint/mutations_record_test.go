package lint_test

import "doklad/generator/model"

// recordMutation is one change of the sound record and all that is said of it then.
type recordMutation struct {
	change func(o *model.Order, p *model.Progress)
	want   []string
}

// also adds marks to the sound record: the first is entry 6.
func also(entries ...model.ProgressEntry) func(*model.Order, *model.Progress) {
	return func(_ *model.Order, p *model.Progress) { p.Entries = append(p.Entries, entries...) }
}

func timetable(uses ...model.TimetableUse) func(*model.Order, *model.Progress) {
	return func(_ *model.Order, p *model.Progress) { p.Timetables = uses }
}

// recordMutations are judged on 01.03.2023; the plan is of 25.06.2021–31.12.2024.
var recordMutations = []recordMutation{
	// What was done in time is told again, late: which of the two is meant?
	{also(because(proved(mark("1.1", "", model.OutcomeDone, "30.09.2021")))), []string{
		`PRG-CONTRA entry[6].date@0: отметка о мероприятии 1.1: отметка об исполнении 30.08.2021 (запись 1) больше не действует: исполненным считается 30.09.2021 | если исполнено раньше, запишите отметку снова, с прежней датой`,
	}},
	// Where the mark belongs.
	{also(proved(mark("9.9", "", model.OutcomeDone, "30.08.2021"))), []string{
		`PRG-WHERE entry[6].activity@0: отметка о мероприятии 9.9: мероприятия «9.9» в дорожной карте нет | есть: 1.1, 1.2, 2.1, 2.2, 3.1, 3.2`,
	}},
	{also(proved(mark("1.1", "2021", model.OutcomeDone, "30.08.2021"))), []string{
		`PRG-WHERE entry[6].occurrence@0: отметка о мероприятии 1.1: исполнения «2021» у мероприятия нет (срок: «Июль – август 2021 г.») | мероприятие исполняется один раз: уберите occurrence`,
	}},
	{also(proved(mark("2.2", "2020", model.OutcomeDone, "30.12.2021"))), []string{
		`PRG-WHERE entry[6].occurrence@0: отметка о мероприятии 2.2: исполнения «2020» у мероприятия нет (срок: «Ежегодно, декабрь») | впишите occurrence = "…"; есть: 2021, 2022, 2023, 2024`,
	}},
	{also(proved(mark("2.2", "", model.OutcomeDone, "30.12.2021"))), []string{
		`PRG-WHERE entry[6].activity@0: отметка о мероприятии 2.2: не сказано, какое исполнение отмечено: срок «Ежегодно, декабрь» | впишите occurrence = "…"; есть: 2021, 2022, 2023, 2024`,
	}},
	{also(proved(mark("3.1", "ВПР", model.OutcomeDone, "30.12.2021"))), []string{
		`PRG-WHERE entry[6].occurrence@0: отметка о мероприятии 3.1: исполнения «ВПР» у мероприятия нет (срок: «По мере необходимости») | впишите occurrence = "…"; есть: 2022-01-20`,
	}},
	{also(proved(mark("3.2", "", model.OutcomeDone, "14.10.2021"))), []string{
		`PRG-WHERE entry[6].activity@0: отметка о мероприятии 3.2: не сказано, какое исполнение отмечено: срок «В соответствии с графиком проведения НИКО» | впишите occurrence = "…"; есть: НИКО-2021, НИКО-2022`,
	}},
	{also(happened("1.2", "10.09.2021", "совещание")), []string{
		`PRG-WHERE entry[6].status@0: отметка о мероприятии 1.2: у мероприятия свой срок («Сентябрь 2021 г.»), событий оно не ждёт | отмечайте само исполнение: done, partly и другое`,
	}},
	{also(happened("3.2", "10.10.2022", "НИКО")), []string{
		`PRG-WHERE entry[6].status@0: отметка о мероприятии 3.2: дни мероприятия назначает график «niko», событий оно не ждёт | отмечайте исполнение с именем строки графика; новые дни впишите в график`,
	}},
	{func(o *model.Order, _ *model.Progress) { o.Roadmap.Sections[0].Activities[1].Number = "1.1" }, []string{
		`PRG-WHERE entry[1].activity@0: отметка о мероприятии 1.1: мероприятий с номером «1.1» в дорожной карте несколько | исправьте номера мероприятий в дорожной карте`,
	}},
	{func(o *model.Order, p *model.Progress) {
		p.Timetables = nil
		p.Entries[1] = proved(mark("3.2", "НИКО", model.OutcomeDone, "30.12.2021"))
	}, []string{
		`PRG-WHERE entry[2].occurrence@0: отметка о мероприятии 3.2: исполнения «НИКО» у мероприятия нет (срок: «В соответствии с графиком проведения НИКО») | назовите график ([[timetable]]) или сначала запишите событие: status = "event" (doklad event)`,
	}},
	{func(o *model.Order, p *model.Progress) {
		o.Roadmap.Sections[1].Activities[0].Schedule = model.NewSchedule("Май, ежегодно с 2025")
		p.Entries = p.Entries[2:3]
	}, []string{
		`PRG-WHERE entry[1].occurrence@0: отметка о мероприятии 2.1: исполнения «2021» у мероприятия нет (срок: «Май, ежегодно с 2025») | в срок плана не попадает ни одно исполнение: проверьте срок и годы в заголовке дорожной карты`,
	}},
	{timetable(model.TimetableUse{Activity: "9.9", File: "niko"}), []string{
		`PRG-WHERE timetable[1].activity@0: график: мероприятия «9.9» в дорожной карте нет | есть: 1.1, 1.2, 2.1, 2.2, 3.1, 3.2`,
	}},
	{timetable(model.TimetableUse{Activity: "2.1", File: "niko"}, model.TimetableUse{Activity: "3.2", File: "niko"}), []string{
		`PRG-CONTRA timetable[1].activity@0: график: у мероприятия 2.1 свой срок («Ежегодно, октябрь»): график ему не нужен | уберите запись [[timetable]]`,
	}},
	{timetable(model.TimetableUse{Activity: "3.2.", File: "vpr"}, model.TimetableUse{Activity: "3.2", File: "niko"}), []string{
		`PRG-TWICE timetable[2].activity@0: график: у мероприятия 3.2 уже есть график «vpr» | уберите одну из записей [[timetable]]`,
	}},
	{func(o *model.Order, p *model.Progress) {
		o.Roadmap.Sections[2].Activities[0].Number = "3.2"
		p.Entries = nil
	}, []string{
		`PRG-WHERE timetable[1].activity@0: график: мероприятий с номером «3.2» в дорожной карте несколько | исправьте номера мероприятий в дорожной карте`,
	}},

	// Its day.
	{also(mark("2.1", "2022", model.OutcomeWork, "24.06.2021")), []string{
		`PRG-DAY entry[6].date@0: отметка о мероприятии 2.1: 24.06.2021 – раньше самого приказа (25.06.2021) | проверьте год`,
	}},
	{also(mark("2.1", "2022", model.OutcomeWork, "25.06.2021")), nil},
	{also(mark("2.1", "2022", model.OutcomeWork, "01.03.2023")), nil},
	{also(mark("2.1", "2022", model.OutcomeWork, "02.03.2023")), []string{
		`PRG-DAY entry[6].date@0: отметка о мероприятии 2.1: 02.03.2023 ещё не наступило (сегодня 01.03.2023) | отмечают то, что уже было; проверьте год`,
	}},
	{also(entered("01.03.2023", mark("2.1", "2022", model.OutcomeWork, "01.10.2022"))), nil},
	{also(entered("02.03.2023", mark("2.1", "2022", model.OutcomeWork, "01.10.2022"))), []string{
		`PRG-DAY entry[6].entered@0: отметка о мероприятии 2.1: 02.03.2023 ещё не наступило (сегодня 01.03.2023) | впишите день, когда отметка сделана`,
	}},
	{also(model.ProgressEntry{Activity: "2.1", Occurrence: "2022", Outcome: model.OutcomeWork}), nil},
	{also(model.ProgressEntry{Activity: "2.1", Occurrence: "2022", Outcome: model.OutcomeWork, Date: day("01.10.2022"), Evidence: []model.Evidence{{Number: "5", Date: day("01.03.2023")}}}), nil},
	{also(model.ProgressEntry{Activity: "2.1", Occurrence: "2022", Outcome: model.OutcomeWork, Date: day("01.10.2022"), Evidence: []model.Evidence{{Number: "5", Date: day("02.03.2023")}}}), []string{
		`PRG-DAY entry[6].evidence[1].date@0: отметка о мероприятии 2.1: документ от 02.03.2023: этот день ещё не наступил (сегодня 01.03.2023) | проверьте год`,
	}},

	// The new last day.
	{also(because(mark("2.2", "2021", model.OutcomeMoved, "20.12.2021"))), []string{
		`PRG-MOVED entry[6]@0: отметка о мероприятии 2.2: перенесено, а новый срок не назван: действует прежний | впишите until = 2022-12-31`,
	}},
	{also(because(until("19.12.2021", mark("2.2", "2021", model.OutcomeMoved, "20.12.2021")))), []string{
		`PRG-MOVED entry[6].until@0: отметка о мероприятии 2.2: новый срок 19.12.2021 раньше дня переноса 20.12.2021: действует прежний | исправьте одну из дат`,
	}},
	{also(because(until("20.12.2021", mark("2.2", "2021", model.OutcomeMoved, "20.12.2021")))), nil},
	{also(because(until("01.12.2020", mark("2.2", "2021", model.OutcomeMoved, "20.12.2021"))), because(until("01.02.2022", mark("2.2", "2021", model.OutcomeMoved, "20.12.2021")))), nil},
	{also(until("19.01.2022", happened("3.1", "20.02.2022", "просьба школы"))), []string{
		`PRG-CONTRA entry[6].until@0: отметка о мероприятии 3.1: последний день 19.01.2022 раньше события 20.02.2022 | исправьте одну из дат`,
	}},
	{also(until("20.02.2022", happened("3.1", "20.02.2022", "просьба школы"))), nil},

	// Proof and reasons.
	{also(mark("2.2", "2021", model.OutcomeDone, "30.12.2021")), []string{
		`PRG-PROOF entry[6].status@0: отметка о мероприятии 2.2: отмечено исполнение, а подтверждающий документ не назван | добавьте [[entry.evidence]]: вид, номер и дату документа или ссылку`,
	}},
	{also(mark("2.2", "2021", model.OutcomeLate, "31.12.2021")), []string{
		`PRG-PROOF entry[6].status@0: отметка о мероприятии 2.2: отмечено исполнение, а подтверждающий документ не назван | добавьте [[entry.evidence]]: вид, номер и дату документа или ссылку`,
		`PRG-CONTRA entry[6].status@0: отметка о мероприятии 2.2: отмечено опоздание, а 31.12.2021 – не позже срока (31.12.2021) | исправьте дату или поставьте status = "done"`,
	}},
	{also(mark("2.2", "2021", model.OutcomePartly, "30.12.2021")), nil},
	{also(mark("2.2", "2021", model.OutcomeDone, "30.12.2021"), proved(mark("2.2", "2021", model.OutcomeDone, "30.12.2021"))), nil},
	{also(mark("2.2", "2021", model.OutcomeFailed, "30.12.2021")), []string{
		`PRG-REASON entry[6].status@0: отметка о мероприятии 2.2: не исполнено, а причина не названа | впишите reason = "…"`,
	}},
	{also(mark("2.2", "2021", model.OutcomeVoid, "30.12.2021")), []string{
		`PRG-REASON entry[6].status@0: отметка о мероприятии 2.2: утратило актуальность, а причина не названа | впишите reason = "…"`,
	}},
	{also(mark("2.2", "", model.OutcomeVoid, "30.12.2021")), []string{
		`PRG-REASON entry[6].status@0: отметка о мероприятии 2.2: утратило актуальность, а причина не названа | впишите reason = "…"`,
	}},
	{also(mark("2.2", "", model.OutcomeVoid, "30.12.2021"), because(mark("2.2", "", model.OutcomeVoid, "30.12.2021"))), nil},
	{also(until("01.02.2022", mark("2.2", "2021", model.OutcomeMoved, "30.12.2021"))), []string{
		`PRG-REASON entry[6].status@0: отметка о мероприятии 2.2: перенесено, а причина не названа | впишите reason = "…"`,
	}},
	{also(because(mark("2.2", "2021", model.OutcomeFailed, "30.12.2021")), because(mark("2.2", "2022", model.OutcomeVoid, "30.12.2021"))), nil},
	{also(proved(mark("1.2", "", model.OutcomeDone, "01.10.2021"))), []string{
		`PRG-REASON entry[6].date@0: отметка о мероприятии 1.2: исполнено 01.10.2021, на 1 день позже срока (30.09.2021), а причина не названа | впишите reason = "…" и correction = "…"`,
	}},
	{also(proved(mark("1.2", "", model.OutcomeDone, "11.10.2021")), because(proved(mark("1.2", "", model.OutcomeDone, "11.10.2021")))), nil},
	{also(proved(mark("1.2", "", model.OutcomeLate, "02.10.2021"))), []string{
		`PRG-REASON entry[6].date@0: отметка о мероприятии 1.2: исполнено 02.10.2021, на 2 дня позже срока (30.09.2021), а причина не названа | впишите reason = "…" и correction = "…"`,
	}},
	{also(because(proved(mark("1.2", "", model.OutcomeLate, "02.10.2021")))), nil},
	{also(proved(mark("1.2", "", model.OutcomeDone, "11.10.2021")), because(until("15.10.2021", mark("1.2", "", model.OutcomeMoved, "25.09.2021")))), nil},

	// Against itself and against the term.
	{also(because(proved(mark("1.2", "", model.OutcomeLate, "30.09.2021")))), []string{
		`PRG-CONTRA entry[6].status@0: отметка о мероприятии 1.2: отмечено опоздание, а 30.09.2021 – не позже срока (30.09.2021) | исправьте дату или поставьте status = "done"`,
	}},
	{also(because(proved(mark("3.1", "2022-01-20", model.OutcomeLate, "30.01.2022")))), nil},
	{also(because(mark("1.1", "", model.OutcomeFailed, "30.08.2021"))), []string{
		`PRG-CONTRA entry[6].status@0: отметка о мероприятии 1.1: в один день отмечено и «исполнено» (запись 1), и «не исполнено» | действует последняя; если она исправляет прежнюю, впишите в обе, когда они сделаны: entered = 2021-09-01`,
	}},
	{also(entered("05.09.2021", because(mark("1.1", "", model.OutcomeFailed, "30.08.2021")))), nil},
	{also(mark("1.2", "", model.OutcomeWork, "10.09.2021"), proved(mark("1.2", "", model.OutcomeDone, "10.09.2021"))), nil},
	{also(mark("1.2", "", model.OutcomePartly, "10.09.2021"), proved(mark("1.2", "", model.OutcomeDone, "20.09.2021"))), nil},
	{also(proved(mark("2.1", "2022", model.OutcomeDone, "29.10.2021"))), []string{
		`PRG-CONTRA entry[6].date@0: отметка о мероприятии 2.1: 29.10.2021 – раньше срока исполнения «2022» (с 01.10.2022), ещё в срок «2021» | проверьте год и occurrence`,
	}},
	{also(proved(mark("2.1", "2022", model.OutcomeDone, "20.09.2022"))), nil},
	{also(mark("2.1", "2023", model.OutcomePartly, "31.10.2022")), []string{
		`PRG-CONTRA entry[6].date@0: отметка о мероприятии 2.1: 31.10.2022 – раньше срока исполнения «2023» (с 01.10.2023), ещё в срок «2022» | проверьте год и occurrence`,
	}},
	{also(mark("2.1", "2022", model.OutcomeWork, "20.09.2021")), nil},
	{also(proved(mark("3.2", "НИКО-2022", model.OutcomeDone, "14.10.2021"))), []string{
		`PRG-CONTRA entry[6].date@0: отметка о мероприятии 3.2: 14.10.2021 – раньше срока исполнения «НИКО-2022» (с 10.10.2022), ещё в срок «НИКО-2021» | проверьте год и occurrence`,
	}},
	{also(proved(mark("3.1", "2022-01-20", model.OutcomeDone, "19.01.2022"))), []string{
		`PRG-CONTRA entry[6].date@0: отметка о мероприятии 3.1: 19.01.2022 – раньше самого события (20.01.2022) | проверьте дату и occurrence`,
	}},
	{also(happened("3.1", "10.02.2022", "просьба школы"), proved(mark("3.1", "", model.OutcomeDone, "15.02.2022"))), []string{
		`PRG-CONTRA entry[7].activity@0: отметка о мероприятии 3.1: не сказано, о каком событии отметка: исполнения ждёт «2022-02-10 просьба школы» | если отметка о нём, впишите occurrence = "2022-02-10"`,
	}},
	{also(proved(mark("3.1", "", model.OutcomeDone, "15.02.2022"))), nil},
	{also(happened("3.1", "16.02.2022", "просьба школы"), proved(mark("3.1", "", model.OutcomeDone, "15.02.2022"))), nil},
	{also(mark("3.1", "", model.OutcomeWork, "10.02.2022"), proved(mark("3.1", "", model.OutcomeDone, "15.02.2022"))), []string{
		`PRG-CONTRA entry[7].activity@0: отметка о мероприятии 3.1: не сказано, о каком событии отметка: исполнения ждёт «2022-02-10» | если отметка о нём, впишите occurrence = "2022-02-10"`,
	}},
	{also(happened("3.1", "10.02.2022", "просьба школы"), proved(mark("3.1", "", model.OutcomeDone, "10.02.2022"))), nil},
	{also(happened("3.1", "10.02.2022", "просьба школы"), proved(mark("3.1", "", model.OutcomeDone, "15.02.2022")), entered("20.02.2022", mark("3.1", "", model.OutcomePartly, "15.02.2022"))), []string{
		`PRG-CONTRA entry[8].activity@0: отметка о мероприятии 3.1: не сказано, о каком событии отметка: исполнения ждёт «2022-02-10 просьба школы» | если отметка о нём, впишите occurrence = "2022-02-10"`,
	}},
	{also(mark("3.1", "2022-02-09", model.OutcomeEvent, "10.02.2022"), proved(mark("3.1", "", model.OutcomeDone, "10.02.2022"))), []string{
		`PRG-CONTRA entry[7].activity@0: отметка о мероприятии 3.1: не сказано, о каком событии отметка: исполнения ждёт «2022-02-09» | если отметка о нём, впишите occurrence = "2022-02-09"`,
	}},

	// Twice.
	{also(proved(mark("1.1.", "", model.OutcomeDone, "30.08.2021"))), []string{
		`PRG-TWICE entry[6]@0: отметка о мероприятии 1.1: та же отметка уже есть: запись 1 | уберите одну из них`,
	}},
	{also(entered("05.09.2021", proved(mark("1.1", "", model.OutcomeDone, "30.08.2021")))), []string{
		`PRG-TWICE entry[6]@0: отметка о мероприятии 1.1: та же отметка уже есть: запись 1 | уберите одну из них`,
	}},
	{also(happened("3.1", "20.01.2022", "просьба школы")), []string{
		`PRG-TWICE entry[6]@0: отметка о мероприятии 3.1: та же отметка уже есть: запись 4 | уберите одну из них`,
	}},
	{also(happened("3.1", "20.01.2022", "просьба сада")), nil},
	{also(because(mark("2.2", "", model.OutcomeVoid, "30.12.2021")), because(mark("2.2", "", model.OutcomeVoid, "30.12.2021"))), []string{
		`PRG-TWICE entry[7]@0: отметка о мероприятии 2.2: та же отметка уже есть: запись 6 | уберите одну из них`,
	}},
}
