//go:build e2e

package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// e2eDataBooks are the workbooks of data/; those of the signed orders should
// hold what their transcripts say.
func e2eDataBooks(t *testing.T) []e2eBook {
	t.Helper()
	out := e2eBuild(t, e2eData)
	var books []e2eBook
	for _, file := range e2ePapers(t, out, ".xlsx") {
		pdf := strings.Replace(file, "-roadmap.xlsx", ".pdf", 1)
		p := e2eRead(t, e2eData, pdf)
		book := e2eBook{file: file, table: p.tables[0]}
		isSigned := strings.Contains(file, string(filepath.Separator)+"okhansk"+string(filepath.Separator))
		if id := e2eName(pdf); isSigned && strings.HasPrefix(id, "2021-") {
			p.blocks, book.table = e2eTranscript(t, strings.TrimPrefix(id, "2021-"))
		}
		for _, b := range p.role("approval", "annex-title") {
			book.above += " " + b.text
		}
		if strings.Contains(file, string(filepath.Separator)+"example"+string(filepath.Separator)) {
			book.above += " Пример: организация, люди и сведения вымышлены"
		}
		books = append(books, book)
	}
	return books
}

// e2eHostile are texts that a spreadsheet would like to make something else.
var e2eHostile = []string{"=1+1", "@SUM(A1)", "-1", "+1", "=cmd|'/c calc'!A1", "1.10", "01.02", "1/2", "2021-06-25",
	"5 %", "007", "1e5", "'текст", "ИСТИНА", "#ДЕЛ/0!", "https://example.org", "=HYPERLINK(\"https://example.org\")", "+7 (342) 200-00-00"}

func e2eHostileBook(t *testing.T) e2eBook {
	t.Helper()
	var activities []map[string]any
	for i, text := range e2eHostile {
		next := func(n int) string { return e2eHostile[(i+n)%len(e2eHostile)] }
		activities = append(activities, e2eActivity(text, next(1), next(2), next(3)))
	}
	for i := range 60 {
		activities = append(activities, e2eActivity(e2eSentences(1+i%4), "Отдел образования", "Ежегодно", e2eWords(i)))
	}
	order := e2eHard(func(o e2eOrder) {
		o["roadmap"] = e2eRoadmap(e2eSection("=2+2", activities[:10]...), e2eSection("Раздел второй", activities[10:]...))
	})
	return e2eHardBook(t, order, "2026-1")
}

func e2eDraftBook(t *testing.T) e2eBook {
	t.Helper()
	var activities []map[string]any
	for range 40 {
		activities = append(activities, e2eActivity(e2eSentences(2), "Отдел образования", "Ежегодно", "Справка"))
	}
	order := e2eHard(func(o e2eOrder) {
		o["status"] = "draft"
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", activities...))
	})
	book := e2eHardBook(t, order, "proekt-1")
	book.above, book.draft = "ПРОЕКТ "+book.above, true
	return book
}

// e2eHardBook is the workbook that comes of an order.
func e2eHardBook(t *testing.T, order e2eOrder, id string) e2eBook {
	t.Helper()
	data := e2eHardOffice(t, order)
	pdf := filepath.Join(e2eBuild(t, data), e2eHardFolder, "orders", id+".pdf")
	p := e2eRead(t, data, pdf)
	book := e2eBook{file: strings.Replace(pdf, ".pdf", "-roadmap.xlsx", 1), table: p.tables[0]}
	for _, b := range p.role("approval", "annex-title") {
		book.above += " " + b.text
	}
	return book
}
