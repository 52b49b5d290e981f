package lint_test

// defects are what an expert found in the two real orders by eye, as the code and the
// key at which it is told. After // stands what the order says there.
var defects = map[string]string{
	"2021-109": `
		SP-YEAR roadmap.mark_words[2]                               // 25.06.2021г.
		DASH-RANGE roadmap.section[1].activity[1].schedule          // Июль-август
		DASH-RANGE roadmap.section[1].activity[2].schedule          // Август-сентябрь
		PUN-SLASH roadmap.section[2].activity[2].text               // семинарах, /вебинарах/, совещаниях
		PUN-SLASH roadmap.section[2].activity[3].text               // семинарах,/вебинарах/, совещаниях
		PUN-SLASH roadmap.section[3].activity[3].text               // семинарах,/вебинарах/,совещаниях
		PUN-SLASH roadmap.section[3].activity[4].text               // семинарах,/ вебинарах/, совещаниях
		QUO-BAL preamble                                            // «Об утверждении … до 2024 года,
		QUO-NEST preamble                                           // «…(«дорожной карты»)…»
		CAP-MID preamble                                            // , Утвержденной
		CAP-TERM roadmap.section[3].title                           // плана, № 112: Плана
		ENT-MIX roadmap.section[2].activity[2].text                 // Оханского ГО
		ABBR-UNDEF roadmap.section[2].activity[1].responsible       // МО ПК
		ABBR-UNDEF roadmap.section[2].activity[1].responsible       // ИРО ПК
		ABBR-UNDEF roadmap.section[2].activity[2].text              // УМУ
		ABBR-UNDEF roadmap.section[2].activity[2].text              // ГО
		ABBR-UNDEF roadmap.section[2].activity[3].text              // ДОО
		CTRL-FORM clause[3].text                                    // за исполнением данного приказа
		NAME-ORDER executor_form                                    // Р.А. Зачерновских, № 112: Шиловой Ю.С.
		PRE-ORDER preamble                                          // В целях…, в соответствии…
		DECL-CHECK clause[2].executors[1]                           // Зачерновских
		ORD-NOACK clause[2]                                         // никто не ознакомит
		ORD-NOACK roadmap.section[2].activity[1].responsible        // МО ПК
		ORD-NOACK roadmap.section[2].activity[1].responsible        // ИРО ПК
		ORD-NOREPORT clause[2]                                      // никто не отчитается
		PUN-CELLDOT roadmap.section[2].activity[3].text             // ДОО.
		NUM-DOT roadmap.section[1].activity[1].number               // 1.1, но 2.1.
		EXEC-SEP roadmap.section[2].activity[1].responsible         // ИРО ПК Отдел образования
		EXEC-SEP roadmap.section[2].activity[2].responsible
		EXEC-SEP roadmap.section[2].activity[3].responsible         // ИРО ПК Специалисты ДОО
		EXEC-SEP roadmap.section[3].activity[3].responsible
		EXEC-SEP roadmap.section[3].activity[4].responsible
		EXEC-NAME roadmap.section[2].activity[2].responsible        // Отдел образования УМУ
		DL-CASE roadmap.section[1].activity[1].schedule             // Июль-…, сентябрь
		DL-YEARMARK roadmap.section[1].activity[1].schedule         // 2021, № 112: 2021 г.
		DL-VAGUE roadmap.section[2].activity[4].schedule            // ежегодно
		DL-VAGUE roadmap.section[3].activity[1].schedule
		DL-VAGUE roadmap.section[3].activity[2].schedule
		DL-VAGUE roadmap.section[3].activity[3].schedule
		DL-VAGUE roadmap.section[3].activity[4].schedule
		DL-HORIZON title                                            // до 2024 года
		RES-DUP roadmap.section[2].activity[3].result               // как 2.2
		RES-DUP roadmap.section[3].activity[4].result               // почти как 3.3
		RES-MISMATCH roadmap.section[2].activity[2].result          // участие → разработана система
		RES-MISMATCH roadmap.section[2].activity[3].result
		RES-TAUT roadmap.section[3].activity[1].result              // отчёт → отчёт
		RES-STYLE roadmap.section[2].activity[4].result             // Определение…
		LST-DOUBLE clause[2].clause[1].text                         // copy: - 2.1.
		LST-DOUBLE clause[2].clause[2].text                         // copy: - 2.2.
		MD-RESIDUE roadmap.title                                    // copy: **
		TBL-BLANK roadmap.section[2].activity[3]                    // copy: blank line
	`,
	"2021-112": `
		HDR-ORG restored[1].field                                   // copy: no letterhead
		ANX-GRIF roadmap.mark                                       // прилагаемый, but no гриф
		ANX-TITLE title                                             // Пермском крае … Пермского края
		ANX-TITLE roadmap.title[2]                                  // на территории … на 2021-2024 год
		TXT-YEAR roadmap.title[2]                                   // 2021-2024 год
		SP-YEAR title                                               // 2021-2024гг.
		SP-YEAR preamble                                            // 2021г.
		SP-YEAR preamble                                            // 2021-2024гг.
		SP-YEAR preamble                                            // 2021г.
		SP-YEAR clause[1].text                                      // 2021-2024гг.
		DASH-RANGE title                                            // 2021-2024
		DASH-RANGE preamble
		DASH-RANGE clause[1].text
		DASH-RANGE roadmap.title[2]
		DASH-RANGE roadmap.section[1].activity[1].schedule          // Июль-август
		QUO-BAL preamble                                            // «Об утверждении … гг.,
		QUO-NEST preamble                                           // «…(«дорожной карты»)…»
		CAP-TERM signatory[1].post                                  // управления
		CAP-TERM roadmap.section[3].title                           // Плана, № 109: плана
		ENT-MIX title                                               // … Пермского края
		ABBR-UNDEF roadmap.section[2].activity[3].text              // РСОКО
		ABBR-WRONG roadmap.section[2].activity[5].text              // НИКО
		CTRL-FORM clause[3].text                                    // Контроль исполнения
		NAME-ORDER executor_form                                    // Шиловой Ю.С.
		DATE-MIX preamble                                           // 12 мая 2021г.
		PRE-ORDER preamble                                          // В соответствии…, в целях…
		ORD-NOACK clause[2]
		ORD-NOREPORT clause[2]
		TBL-EMPTY-RESULT roadmap.section[2].activity[4].result      // 2.4
		TBL-EMPTY-RESULT roadmap.section[2].activity[5].result      // 2.5
		NUM-DOT roadmap.section[2].activity[1].number               // 2.1., но 1.1
		EXEC-NAME roadmap.section[2].activity[4].responsible        // образовательные организации
		DL-CASE roadmap.section[1].activity[2].schedule             // Ежегодно, № 109: ежегодно
		DL-YEARMARK roadmap.section[1].activity[1].schedule         // 2021 г., № 109: 2021
		DL-VAGUE roadmap.section[1].activity[2].schedule            // Ежегодно
		DL-VAGUE roadmap.section[2].activity[1].schedule
		DL-VAGUE roadmap.section[3].activity[2].schedule
		DL-VAGUE roadmap.section[3].activity[3].schedule
		DL-ORDER roadmap.section[3].activity[1].schedule            // август, then monitoring
		DL-HORIZON title                                            // на 2021-2024, № 109: до 2024 года
		RES-TAUT roadmap.section[3].activity[2].result              // Проведен мониторинг
		RES-TAUT roadmap.section[3].activity[3].result              // Реализация рекомендаций
		RES-STYLE roadmap.section[2].activity[2].result             // Анализ и рекомендации
		LST-DOUBLE clause[2].clause[1].text                         // copy: - 2.1.
		LST-DOUBLE clause[2].clause[2].text                         // copy: - 2.2.
		MD-RESIDUE roadmap.title                                    // copy: **
		TBL-BLANK roadmap.section[2].activity[3]                    // copy: blank line
		TBL-SPLIT roadmap.section[2].activity[3]                    // copy: реализации РСОКО
		TBL-RESULT-TRUNC roadmap.section[2].activity[3]             // copy: Скорректирован план
		TBL-EMPTY-DEADLINE roadmap.section[2].activity[3]           // copy: необходимости
	`,
}
