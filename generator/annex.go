package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/russian"
)

type annexView struct {
	Orientation string
	Approval    []string // lines of the гриф
	Mark        []string // «Приложение № 1 …»
	Title       []string
	Text        []string
	Table       string // name; empty: none
}

// annexes are the roadmap and then the other appendices.
func (w orderWriter) annexes() []annexView {
	o := w.order
	numbered, number := 0, 0
	for _, a := range o.Annexes() {
		if a.IsNumbered() {
			numbered++
		}
	}
	var views []annexView
	add := func(a model.Annex, view annexView) {
		view.Title = a.Title
		if a.IsNumbered() {
			number++
			view.Mark = []string{"Приложение"}
			if numbered > 1 { // one annex is not numbered
				view.Mark[0] = fmt.Sprintf("Приложение № %d", number)
			}
		}
		switch {
		case a.IsApproved():
			view.Approval = append([]string{a.Approved()}, w.markWords(a, "приказом")...)
		case a.IsNumbered():
			view.Mark = append(view.Mark, w.markWords(a, "к приказу")...)
		}
		views = append(views, view)
	}
	if o.Roadmap != nil {
		w.tables[roadmapName] = roadmapTable(o.Roadmap)
		add(o.Roadmap.Annex, annexView{Orientation: doc.Landscape, Table: roadmapName})
	}
	for i, a := range o.Appendices {
		view := annexView{Orientation: doc.Portrait, Text: appendixText(a.Text)}
		if len(a.Columns) > 0 {
			view.Table = fmt.Sprintf("appendix-%d", i+1)
			w.tables[view.Table] = appendixTable(view.Table, fmt.Sprintf("appendix[%d]", i+1), a)
			if len(a.Columns) > 5 {
				view.Orientation = doc.Landscape
			}
		}
		add(a.Annex, view)
	}
	return views
}

// markWords are the lines under УТВЕРЖДЕН or «Приложение»: the act, whose it is,
// its date and number.
func (w orderWriter) markWords(a model.Annex, act string) []string {
	if len(a.MarkWords) > 0 {
		return a.MarkWords
	}
	return []string{
		act + " " + w.order.Office.Full.Genitive,
		fmt.Sprintf("от %s № %s", dateOrBlank(w.order), numberOrBlank(w.order)),
	}
}

func appendixText(texts []string) []string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, paragraphs(text)...)
	}
	return lines
}

// appendixTable is a plain table; a row of one cell is a section title.
func appendixTable(name, key string, a model.Appendix) *doc.Table {
	t := &doc.Table{Name: name}
	for i, header := range a.Columns {
		t.Columns = append(t.Columns, doc.Column{Header: header, Align: alignOf(header, a.Column(i)), Key: fmt.Sprintf("%s.columns[%d]", key, i+1)})
	}
	for i, cells := range a.Rows {
		row := doc.Row{Section: a.IsSection(i)}
		for j, text := range cells {
			row.Cells = append(row.Cells, doc.Cell{Text: text, Key: fmt.Sprintf("%s.rows[%d][%d]", key, i+1, j+1)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// quantity is a number as it stands in a table: «1 250», «−1,4», «87,5 %».
var quantity = regexp.MustCompile(`^[-–−+]?\d+(?:[ \x{A0}]\d{3})*(?:,\d+)?(?:[ \x{A0}]?%)?$`)

// noQuantity stands where there is nothing to count (layout rule TB-06).
var noQuantity = []string{"", "–", "—", "-"}

// alignOf centres the numbers of rows and puts the commas of quantities under each
// other, the widest at the right; text stands left (TB-05).
func alignOf(header string, cells []string) doc.Align {
	if strings.HasPrefix(header, "№") {
		return doc.Centre
	}
	counted := false
	for _, cell := range cells {
		switch cell = strings.TrimSpace(cell); {
		case quantity.MatchString(cell):
			counted = true
		case !slices.Contains(noQuantity, cell):
			return doc.Left
		}
	}
	if counted {
		return doc.Decimal
	}
	return doc.Left
}

// sheets are the forms that people fill by hand: лист согласования, лист
// ознакомления (2.6 of the rules on orders).
func (w orderWriter) sheets(view *orderView) {
	if len(w.order.Agreement) > 0 {
		view.Agreement = "agreement"
		w.tables[view.Agreement] = sheet(view.Agreement, w.visitors(w.order.Agreement),
			"№ п/п", "Должность", "Расшифровка подписи", "Подпись", "Дата", "Замечания")
	}
	if len(w.order.Acquaintance) > 0 {
		view.Acquaintance = "acquaintance"
		w.tables[view.Acquaintance] = sheet(view.Acquaintance, w.visitors(w.order.Acquaintance),
			"№ п/п", "Должность", "Фамилия, инициалы", "Подпись", "Дата")
	}
}

// visitors gives post, in short, and name of each line; an empty line stays empty.
func (w orderWriter) visitors(visitors []model.Visitor) [][2]string {
	lines := make([][2]string, len(visitors))
	for i, v := range visitors {
		lines[i] = [2]string{v.Post, v.Name}
		if p, ok := w.directory.Person(v.Person); ok {
			if lines[i][0] == "" {
				lines[i][0] = capitalized(oneLine(p.ShortPostIn(russian.Nominative)))
			}
			if lines[i][1] == "" {
				lines[i][1] = p.SurnameInitials(russian.Nominative)
			}
		}
	}
	return lines
}

// Widths in millimetres of the columns that are filled by hand.
var writeWidths = map[string]float64{"Подпись": 25, "Дата": 22, "Замечания": 27}

func sheet(name string, lines [][2]string, headers ...string) *doc.Table {
	t := &doc.Table{Name: name, WriteIn: true}
	for _, header := range headers {
		t.Columns = append(t.Columns, doc.Column{Header: header, Align: alignOf(header, nil), Width: writeWidths[header]})
	}
	for i, line := range lines {
		row := doc.Row{Cells: make([]doc.Cell, len(headers))}
		row.Cells[0].Text = fmt.Sprint(i + 1)
		key := fmt.Sprintf("%s[%d]", name, i+1)
		row.Cells[1] = doc.Cell{Text: line[0], Key: key}
		row.Cells[2] = doc.Cell{Text: line[1], Key: key}
		t.Rows = append(t.Rows, row)
	}
	return t
}
