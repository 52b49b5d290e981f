// Package sample has papers that are hard to set and calendars that are hard to read.
// Their content is invented and marked «пример»: tests write them, and programs from
// outside judge the files.
package sample

import (
	"fmt"
	"strings"

	"doklad/generator/doc"
)

// Paper is a hard document with a name for files and messages.
type Paper struct {
	Name string
	*doc.Document
}

// Hard are all of them, each made anew. Of characters it takes those that the font
// has.
func Hard(has func(r rune) bool) []Paper {
	return []Paper{
		{"report", Report()},
		{"title-page", titlePage()},
		{"table-over-30-pages", longTable()},
		{"landscape-in-the-middle", landscapeInTheMiddle()},
		{"footnotes", footnotes()},
		{"figures", figures()},
		{"charts", charts()},
		{"report-charts", reportCharts()},
		{"stamp", stamped()},
		{"draft", draft()},
		{"contents", contents()},
		{"any-characters", anyCharacters(has)},
		{"links", links()},
	}
}

// paper reads markup. A fault in it is ours.
func paper(title, markup string, tables ...*doc.Table) *doc.Document {
	blocks, faults := doc.Parse(markup)
	if len(faults) > 0 {
		panic(fmt.Sprintf("%s: %+v", title, faults))
	}
	d := &doc.Document{Title: title, Author: "Пример", Language: "ru-RU", LongTerm: true, Blocks: blocks,
		Footer: "Пример: сведения вымышлены", Tables: map[string]*doc.Table{}, Figures: map[string]*doc.Figure{}}
	for _, table := range tables {
		d.Tables[table.Name] = table
	}
	return d
}

// text is paragraphs that say nothing.
func text(paragraphs int) string {
	const sentence = "Это пример текста доклада, который ничего не сообщает и только занимает место на странице, чтобы можно было посмотреть, как она выглядит. "
	var b strings.Builder
	for i := range paragraphs {
		b.WriteString(strings.Repeat(sentence, 3+i%3) + "\n")
	}
	return b.String()
}

// phrases are what words is made of.
var phrases = strings.Split("пример показателя|сведения образовательной организации|результаты диагностики обучающихся|"+
	"охват дополнительным образованием|доля педагогов с первой категорией|учебно-методическое сопровождение|"+
	"в 2025/2026 учебном году|по итогам мониторинга|на уровне округа|индивидуальный образовательный маршрут|"+
	"объективность оценивания|адресные рекомендации|межведомственное взаимодействие|не менее 95 % выпускников", "|")

// words are so many phrases, others for another seed.
func words(count, seed int) string {
	said := make([]string, count)
	for i := range said {
		said[i] = phrases[(seed*5+i*(1+seed%3))%len(phrases)]
	}
	return strings.Join(said, ", ")
}
