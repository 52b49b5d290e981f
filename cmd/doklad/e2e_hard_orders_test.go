//go:build e2e

package main

import (
	"fmt"
	"slices"
	"strings"
)

// e2eHardOrders are all orders of the hard tests; names say what is hard.
func e2eHardOrders() (names []string, orders []e2eOrder) {
	add := func(name string, some ...e2eOrder) {
		for i, order := range some {
			if len(some) > 1 {
				names = append(names, fmt.Sprintf("%s %d", name, i+1))
			} else {
				names = append(names, name)
			}
			orders = append(orders, order)
		}
	}
	add("length", e2eLengthOrders()...)
	add("paragraphs", e2eParagraphOrders()...)
	add("title", e2eTitleOrders()...)
	add("long roadmap", e2eLongRoadmapOrder())
	add("tall row", e2eTallRowOrder())
	add("wide word", e2eWideWordOrder())
	add("two signers", e2eTwoSignerOrders()...)
	add("appendices", e2eAppendixOrder())
	add("mirrored", e2eMirroredOrders()...)
	add("draft", e2eDraftOrder())
	add("long names", e2eLongNamesOrder())
	add("own profile", e2eOwnProfileOrder())
	add("random", e2eRandomOrders(2021)...)
	add("random again", e2eRandomOrders(3)...)
	return names, orders
}

// e2eLengthOrders are texts of 1 to 40 sentences.
func e2eLengthOrders() []e2eOrder {
	var orders []e2eOrder
	for n := 1; n <= 40; n++ {
		orders = append(orders, e2eHard(func(o e2eOrder) { o["preamble"] = e2eSentences(n) }))
	}
	return orders
}

// e2eParagraphOrders are paragraphs of some lines moved down by 0 to 7 lines.
func e2eParagraphOrders() []e2eOrder {
	var orders []e2eOrder
	for n := range 8 {
		paragraphs := slices.Repeat([]string{"Короткий абзац."}, n)
		for range 20 {
			paragraphs = append(paragraphs, e2eSentences(3))
		}
		orders = append(orders, e2eHard(func(o e2eOrder) { o["preamble"] = strings.Join(paragraphs, "\n") }))
	}
	return orders
}

var e2eLongTitles = []struct {
	lines int
	text  string
}{
	{1, "О плане работы на 2026 год"},
	{5, "Об утверждении Положения о порядке проведения мониторинга качества дошкольного образования на территории испытательного округа"},
	{7, "Об утверждении Положения о порядке проведения мониторинга качества дошкольного образования на территории испытательного округа и о признании утратившими силу некоторых приказов"},
}

func e2eTitleOrders() []e2eOrder {
	var orders []e2eOrder
	for _, title := range e2eLongTitles {
		orders = append(orders, e2eHard(func(o e2eOrder) { o["title"] = title.text }))
	}
	return orders
}

// e2eLongRoadmapOrder has a roadmap of 120 rows.
func e2eLongRoadmapOrder() e2eOrder {
	var sections []map[string]any
	for s := range 12 {
		var activities []map[string]any
		for a := range 10 {
			activities = append(activities, e2eActivity(e2eSentences(1+(s+a)%3), "Отдел образования, образовательные организации",
				"Ежегодно, до 1 августа", e2eWords(1+(s*a)%40)))
		}
		sections = append(sections, e2eSection(fmt.Sprintf("Раздел с порядковым номером %d", s+1), activities...))
	}
	return e2eHard(func(o e2eOrder) { o["roadmap"] = e2eRoadmap(sections...) })
}

// e2eTallRowOrder has a row higher than a page.
func e2eTallRowOrder() e2eOrder {
	tall := e2eActivity(e2eWords(1500), "Отдел образования", "Ежегодно", e2eWords(300))
	return e2eHard(func(o e2eOrder) {
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("До", "Отдел", "Май", "Итог"), tall,
			e2eActivity("После", "Отдел", "Июнь", "Итог")))
	})
}

// e2eWideWordOrder has words wider than their columns.
func e2eWideWordOrder() e2eOrder {
	wide := strings.Repeat("превысокомногорассмотрительствующе", 4)
	return e2eHard(func(o e2eOrder) {
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("Мероприятие "+wide, wide+" и другие", wide, "Итог "+wide)))
	})
}

// e2eTwoSignerOrders are texts of 14 to 30 sentences, signed by two.
func e2eTwoSignerOrders() []e2eOrder {
	var orders []e2eOrder
	for n := 14; n <= 30; n += 2 {
		orders = append(orders, e2eHard(func(o e2eOrder) {
			o["preamble"] = e2eSentences(n)
			o["signatory"] = []map[string]any{{"person": "pervaya"}, {"person": "vtoroy"}}
		}))
	}
	return orders
}

// e2eAppendixOrder has appendices of text and of tables beside a roadmap.
func e2eAppendixOrder() e2eOrder {
	paragraphs := strings.SplitAfter(e2eSentences(70), ". ")
	columns := []string{"№ п/п", "Организация", "Адрес", "Руководитель", "Телефон", "Показатель", "Примечание"}
	var rows [][]string
	for i := range 40 {
		rows = append(rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("МБДОУ «Детский сад № %d»", i+1), "ул. Ленина, 1",
			"Заведующий И.О.", "8 (000) 000-00-00", fmt.Sprintf("%d,5", i), "–"})
	}
	rows = slices.Insert(rows, 20, []string{"Вторая очередь"})
	return e2eHard(func(o e2eOrder) {
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("Мероприятие", "Отдел", "Май", "Итог")))
		o["appendix"] = []map[string]any{
			{"kind": "положение", "mark": "both", "title": []string{"Положение", "о трудном случае"}, "text": paragraphs},
			{"mark": "number", "title": []string{"Перечень организаций"}, "columns": columns, "rows": rows},
			{"mark": "number", "title": []string{"Состав комиссии"}, "columns": []string{"Фамилия", "Должность"},
				"rows": [][]string{{"Испытателева А.Б.", "председатель"}, {"Краесогласователь-Длиннофамильский В.Г.", "секретарь"}}},
		}
	})
}

// e2eMirroredOrders are kept for ever and for five years.
func e2eMirroredOrders() []e2eOrder {
	var activities []map[string]any
	for i := range 40 {
		activities = append(activities, e2eActivity(e2eSentences(1+i%3), "Отдел образования", "Ежегодно", e2eWords(12)))
	}
	var orders []e2eOrder
	for _, years := range []int64{0, 5} {
		orders = append(orders, e2eHard(func(o e2eOrder) {
			o["layout"], o["retention_years"] = "wide", years
			o["preamble"] = e2eSentences(80)
			o["roadmap"] = e2eRoadmap(e2eSection("Раздел", activities...))
		}))
	}
	return orders
}

func e2eDraftOrder() e2eOrder {
	return e2eHard(func(o e2eOrder) {
		o["status"] = "draft"
		o["preamble"] = e2eSentences(45)
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("Мероприятие", "Отдел", "Май", "Итог")))
	})
}

// e2eLongNamesOrder has long posts and surnames in signatures and sheets.
func e2eLongNamesOrder() e2eOrder {
	visitors := []map[string]any{{"person": "pervaya"}, {"person": "vtoroy"}, {"person": "tretiy"}}
	return e2eHard(func(o e2eOrder) {
		o["signatory"] = []map[string]any{{"person": "pervaya"}, {"person": "tretiy"}}
		o["agreement"], o["acquaintance"] = visitors, visitors
	})
}

// e2eOwnProfileOrder is laid by the profile «own» of the office.
func e2eOwnProfileOrder() e2eOrder {
	var activities []map[string]any
	for i := range 40 {
		activities = append(activities, e2eActivity(e2eSentences(1+i%3), "Отдел образования", "Ежегодно", "Итог"))
	}
	return e2eHard(func(o e2eOrder) {
		o["layout"] = "own"
		o["preamble"] = e2eSentences(45)
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", activities...))
		o["agreement"] = []map[string]any{{"person": "pervaya"}}
	})
}
