package generator

import (
	"fmt"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// plainStatuses are the words of those of decisions, in the order of the report.
var plainStatuses = func() (words []string) {
	for _, s := range execution.PlainStatuses {
		words = append(words, string(s))
	}
	return words
}()

// registerEntry is a decision with how it stands on a day and what came of it.
type registerEntry struct {
	model.ManagementDecision
	response execution.Response
	effects  []decisionEffect
	key      string // in the file: «decision[2]»
	executor string
}

func (r *register) entries(day model.Date) (list []registerEntry) {
	for n, d := range r.Decisions {
		list = append(list, registerEntry{d, execution.Decided(d, day), r.effects(d), fmt.Sprintf("decision[%d]", n+1), r.executor(d.Executor)})
	}
	return list
}

// executor is who carries a decision out: by an ID the person with the post or the body,
// else the words.
func (r *register) executor(said string) string {
	if p, found := r.office.Directory.Person(said); found {
		return oneLine(p.SurnameInitials(russian.Nominative) + ", " + p.PostIn(russian.Nominative))
	}
	if b, found := r.office.Directory.Organization(said); found {
		if b.Short.Nominative != "" {
			return oneLine(b.Short.Nominative)
		}
		return oneLine(b.Full.Nominative)
	}
	return oneLine(said)
}

// paper is the kind and the number of a decision.
func (e registerEntry) paper() string {
	if e.Number == "" {
		return oneLine(e.Kind)
	}
	return oneLine(e.Kind) + " № " + oneLine(e.Number)
}

func (e registerEntry) status() string { return responseWords(e.response) }

// responseWords is how a decision or a recommendation stands, and by how much it is late.
func responseWords(r execution.Response) string {
	status := string(r.Status)
	if r.Late > 0 {
		days := russian.Count(r.Late, "день", "дня", "дней")
		if r.Status == execution.DoneLate {
			return status + " на " + days
		}
		status += ", просрочено на " + days
	}
	return status
}

// link is the address of a decision as it is read: without the scheme.
func (e registerEntry) link() string {
	_, address, _ := strings.Cut(e.Link, "://")
	return strings.TrimSuffix(address, "/")
}

// content is what is decided, what the office says of the effect, and the address.
func (e registerEntry) content() string {
	said := ""
	if e.Effect != "" {
		said = "По оценке самой организации: " + lowerFirst(oneLine(e.Effect))
	}
	return inLines(oneLine(e.Text), said, e.link())
}

// of is what was judged: the code, of an institution its name, and the two years.
func (f decisionEffect) of() string {
	said := f.Code
	if f.Unit != "" {
		said += ", " + f.Unit
	}
	return inLines(said, fmt.Sprintf("%d–%d", f.Year, f.Year+1))
}

// value is that of a year; a dash where there is no year with the indicator.
func (f decisionEffect) value(c consolidation.Cell) string {
	if f.Indicator.Code == "" {
		return "–"
	}
	return printedWords(f.Indicator, c)
}

// table is the register on paper: a decision that is judged by several indicators stands
// once beside them.
func (r *register) table(entries []registerEntry) *doc.Table {
	t := &doc.Table{Name: registerName, Columns: []doc.Column{
		{Header: "№", Align: doc.Centre}, {Header: "Дата, вид, номер"}, {Header: "Содержание, ссылка", Min: 40}, {Header: "Основание"}, {Header: "Срок, исполнитель"},
		{Header: "Статус"}, {Header: "Показатель"}, {Header: "Было", Align: doc.Centre}, {Header: "Стало", Align: doc.Centre}, {Header: "Вывод", Min: 46}}}
	for n, e := range entries {
		cells := []doc.Cell{{Text: fmt.Sprint(n + 1)}, {Text: inLines(e.Date.String(), e.paper()), Key: e.key + ".kind"}, {Text: e.content(), Key: e.key + ".text"},
			{Text: orDash(inLines(e.Basis...)), Key: e.key + ".basis"}, {Text: orDash(inLines(e.Term.String(), e.executor)), Key: e.key + ".executor"}, {Text: responseWords(e.response)}}
		for i := range cells {
			cells[i].Rows = max(1, len(e.effects))
		}
		for _, f := range e.effects {
			t.Rows = append(t.Rows, doc.Row{Cells: append(cells, textCells(f.of(), f.value(f.Before), f.value(f.After), effectWords(f.Effect))...)})
			cells = nil
		}
		if len(e.effects) == 0 {
			t.Rows = append(t.Rows, doc.Row{Cells: append(cells, textCells("–", "–", "–", "показатель не назван")...)})
		}
	}
	return t
}

// sheet is the register in a workbook: a full row for each indicator, so that it can be
// sorted and filtered.
func (r *register) sheet(entries []registerEntry) *doc.Table {
	t := &doc.Table{Name: registerName, Columns: columnsOf("№", "Дата", "Вид", "Номер", "Содержание", "Основание", "Срок", "Исполнитель", "status:Статус", "Опоздание, дней",
		"Отмечено", "Ссылка", "Оценка организации", "Код", "Показатель", "Чей", "Было, год", "Было", "Стало, год", "Стало", "conclusion:Вывод", "Уточнение")}
	t.Columns[len(t.Columns)-1].Width = 60 // or the rows are too high
	for n, e := range entries {
		link := doc.Cell{Text: e.Link, Key: e.key + ".link"}
		if e.Link != "" {
			link.Value = &doc.Value{Link: e.Link}
		}
		late := doc.Cell{}
		if e.response.Late > 0 {
			late = countCell(e.response.Late)
		}
		first := []doc.Cell{countCell(n + 1), dayCell(e.Date), {Text: oneLine(e.Kind), Key: e.key + ".kind"}, {Text: oneLine(e.Number), Key: e.key + ".number"},
			{Text: oneLine(e.Text), Key: e.key + ".text"}, {Text: strings.Join(e.Basis, ", "), Key: e.key + ".basis"}, dayCell(e.Term), {Text: e.executor, Key: e.key + ".executor"},
			{Text: string(e.response.Status)}, late, dayCell(e.OutcomeDate), link, {Text: oneLine(e.Effect), Key: e.key + ".effect"}}
		for _, f := range e.effects {
			whose := f.Unit
			if whose == "" {
				whose = "в целом"
			}
			cells := append(append([]doc.Cell{}, first...), textCells(f.Code, oneLine(f.Indicator.Title), whose)...)
			cells = append(cells, countCell(f.Year), f.cell(f.Before), countCell(f.Year+1), f.cell(f.After), doc.Cell{Text: string(f.Conclusion)}, doc.Cell{Text: effectNote(f.Effect)})
			t.Rows = append(t.Rows, doc.Row{Cells: cells})
		}
		if len(e.effects) == 0 {
			t.Rows = append(t.Rows, doc.Row{Cells: append(first, textCells("", "", "", "", "", "", "", "", "показатель не назван")...)})
		}
	}
	return t
}

// cell is the value of a year as a number, with the parts of a small share.
func (f decisionEffect) cell(c consolidation.Cell) doc.Cell {
	if f.Indicator.Code == "" || !c.Concerned {
		return doc.Cell{}
	}
	return indicatorCell(f.Indicator, c, "")
}
