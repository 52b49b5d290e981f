//go:build bench && unix

package generator

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"

	"doklad/generator/doc"
)

// varied is the document with one word of every paragraph and cell made another of
// the same letters, so that no engine has met the text before while its lengths
// stay the same. Seed 0 is the document itself.
func varied(d *doc.Document, seed int) *doc.Document {
	if seed == 0 {
		return d
	}
	random := rand.New(rand.NewPCG(uint64(seed), 109))
	other := *d
	other.Blocks = make([]doc.Block, len(d.Blocks))
	for i, b := range d.Blocks {
		other.Blocks[i] = b
		other.Blocks[i].Parts = make([]string, len(b.Parts))
		for j, part := range b.Parts {
			other.Blocks[i].Parts[j] = variedText(part, random)
		}
	}
	other.Tables = map[string]*doc.Table{}
	for name, t := range d.Tables {
		table := *t
		table.Rows = make([]doc.Row, len(t.Rows))
		for i, row := range t.Rows {
			table.Rows[i] = doc.Row{Section: row.Section, Cells: make([]doc.Cell, len(row.Cells))}
			for j, cell := range row.Cells {
				table.Rows[i].Cells[j] = doc.Cell{Text: variedText(cell.Text, random), Key: cell.Key}
			}
		}
		other.Tables[name] = &table
	}
	return &other
}

// variedText shuffles the letters inside one of the longer words.
func variedText(text string, random *rand.Rand) string {
	runes := []rune(text)
	var words [][2]int
	for from := 0; from < len(runes); {
		to := from
		for to < len(runes) && unicode.Is(unicode.Cyrillic, runes[to]) && unicode.IsLower(runes[to]) {
			to++
		}
		if to-from >= 5 {
			words = append(words, [2]int{from, to})
		}
		from = max(to, from+1)
	}
	if len(words) == 0 {
		return text
	}
	word := words[random.IntN(len(words))]
	inside := runes[word[0]+1 : word[1]]
	random.Shuffle(len(inside), func(i, j int) { inside[i], inside[j] = inside[j], inside[i] })
	return string(runes)
}

// bigTable is a landscape document with a roadmap of so many rows of differing
// texts, a section title over every 50.
func bigTable(rows int) *doc.Document {
	random := rand.New(rand.NewPCG(1000, 5))
	of := func(words ...string) string { return words[random.IntN(len(words))] }
	t := &doc.Table{Name: roadmapName, Columns: []doc.Column{
		{Header: "№ п/п", Align: doc.Centre}, {Header: "Мероприятие (содержание деятельности)"}, {Header: "Ответственные"},
		{Header: "Срок исполнения"}, {Header: "Планируемый результат"},
	}}
	deed := func() string {
		text := of("Разработка и утверждение", "Подготовка", "Проведение", "Обсуждение", "Участие в составлении", "Согласование", "Организация и проведение") + " " +
			of("критериев и показателей", "плана мероприятий", "мониторинга", "аналитических материалов", "методических рекомендаций", "положения о конкурсе", "совещаний, семинаров и вебинаров") + " " +
			of("системы оценки качества", "по вопросам обеспечения доступности", "по результатам самообследования", "в рамках реализации программы развития") + " " +
			of("дошкольного образования", "начального общего образования", "дополнительного образования детей", "инклюзивного образования")
		for range random.IntN(3) {
			text += of(" на территории округа", " с участием родительской общественности", " для руководителей и педагогических работников",
				" с учётом данных предыдущего года", " в соответствии с требованиями федеральных стандартов", ", размещение материалов на официальных сайтах")
		}
		return text
	}
	number := 0
	for i := range rows {
		if i%50 == 0 {
			number = 0
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{
				Text: fmt.Sprintf("%d. %s: направление работы № %d", i/50+1, of("Нормативно-правовое обеспечение", "Общесистемные мероприятия", "Мониторинг хода реализации плана"), i/50+1)}}})
		}
		number++
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
			{Text: fmt.Sprintf("%d.%d", i/50+1, number)},
			{Text: deed() + fmt.Sprintf(", этап %d", i+1)},
			{Text: of("Отдел образования", "Отдел образования, дошкольные образовательные организации", "Методист отдела образования", "Руководители образовательных организаций", "Специалисты отдела, рабочая группа")},
			{Text: of("ежегодно", "ежеквартально", "до 1 сентября") + of("", "", " 2026 г.", " 2027 г.")},
			{Text: of("Утверждены", "Подготовлены", "Определены", "Обобщены") + " " + of("критерии и показатели", "предложения по совершенствованию", "результаты наблюдений", "рекомендации") + " " +
				of("системы оценки качества образования", "управления качеством", "условий обучения и воспитания") + of("", " на территории округа", " в образовательных организациях")},
		}})
	}
	d := &doc.Document{Title: "План мероприятий (пример)", Author: "Отдел образования (пример)", Language: "ru-RU",
		Blocks: []doc.Block{{Role: doc.Page, Label: doc.Landscape}, {Role: doc.TableRole, Label: roadmapName}},
		Tables: map[string]*doc.Table{}}
	typography(d.Blocks)
	d.Tables[roadmapName] = typographyOfTable(t)
	return d
}

// letters counts the letters of a text: the one count that divisions of words,
// spaces, page numbers and numbers do not disturb.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// wordsOf are all texts of a document, and the header of its table apart, which
// is printed on every page of the table.
func wordsOf(d *doc.Document) (once, header string) {
	var all, top strings.Builder
	for _, b := range d.Blocks {
		if b.Role == doc.Clause {
			all.WriteString(b.Label + " ")
		}
		for _, part := range b.Parts {
			all.WriteString(part + "\n")
		}
		t := d.Tables[b.Label]
		if b.Role != doc.TableRole || t == nil {
			continue
		}
		for _, column := range t.Columns {
			top.WriteString(column.Header + "\n")
		}
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				all.WriteString(cell.Text + "\n")
			}
		}
	}
	return all.String(), top.String()
}
