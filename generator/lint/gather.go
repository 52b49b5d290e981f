package lint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/model"
	"doklad/generator/schedule"
)

// row is one activity of the roadmap with where it stands.
type row struct {
	*model.Activity
	section, index int // from 1
	key, path      string
	texts          [4]int // places in paper.texts of the cells, in the order of activityCells
	torn           bool   // the rest of the row before it
	term           *schedule.Reading
}

// reading is how the schedule is understood.
func (r *row) reading() schedule.Reading {
	if r.term == nil {
		reading := schedule.Parse(r.Schedule.String())
		r.term = &reading
	}
	return *r.term
}

var activityCells = [4]struct {
	name string
	part part
}{{"text", activity}, {"responsible", bodies}, {"schedule", term}, {"result", result}}

// cell is the spot of a cell of the row: "text", "responsible", "schedule", "result".
func (r *row) cell(name string) spot { return spot{key: r.key + "." + name, path: r.path} }

// gather lists everything that is printed in the order of reading.
func (p *paper) gather() {
	p.add(prose, "title", "заголовок", p.Title)
	p.add(prose, "preamble", "преамбула", p.Preamble)
	p.add(prose, "operative", "распорядительное слово", p.Operative)
	p.gatherClauses(p.Clauses, "", "")
	for i, s := range p.Signatories {
		p.add(post, fmt.Sprintf("signatory[%d].post", i+1), "подписант", s.Post)
	}
	if p.Roadmap != nil {
		p.gatherRoadmap(p.Roadmap)
	}
	for i := range p.rows {
		p.rows[i].torn = continues(p.rows, i)
	}
	for i := range p.Appendices {
		p.gatherAppendix(&p.Appendices[i], i)
	}
	p.gatherMarks()
}

// gatherMarks lists what stands after the text and on the sheets to be signed.
func (p *paper) gatherMarks() {
	p.gatherVisitors("agreement", "лист согласования", p.Agreement)
	p.gatherVisitors("acquaintance", "лист ознакомления", p.Acquaintance)
	for i, r := range p.Recipients {
		p.add(post, fmt.Sprintf("recipient[%d].to", i+1), "рассылка", r.To)
	}
	if p.Certified != nil {
		p.add(post, "certified.kept", certifiedPath, p.Certified.Kept)
	}
}

// certifiedPath is what the mark on a copy is called.
const certifiedPath = "отметка «Верно»"

func (p *paper) gatherVisitors(key, path string, visitors []model.Visitor) {
	for i, v := range visitors {
		at := fmt.Sprintf("%s[%d]", key, i+1)
		path := fmt.Sprintf("%s, строка %d", path, i+1)
		p.add(post, at+".post", path, v.Post)
		p.add(fullName, at+".name", path, v.Name)
	}
}

func (p *paper) add(part part, key, path, words string) {
	if words != "" {
		p.texts = append(p.texts, newText(part, key, path, words))
	}
}

func (p *paper) addLines(part part, key, path string, lines []string) {
	if len(lines) > 0 {
		p.texts = append(p.texts, newLines(part, key, path, lines))
	}
}

func (p *paper) gatherClauses(clauses []model.Clause, key, number string) {
	for i, c := range clauses {
		key := fmt.Sprintf("%sclause[%d]", key, i+1)
		number := number + strconv.Itoa(i+1)
		p.add(prose, key+".text", "пункт "+number, c.Text)
		p.gatherClauses(c.Clauses, key+".", number+".")
	}
}

func (p *paper) gatherRoadmap(r *model.Roadmap) {
	p.gatherAnnex(&r.Annex, "roadmap", "дорожная карта")
	var columns []string
	for column := range r.Headers {
		columns = append(columns, column)
	}
	slices.Sort(columns)
	for _, column := range columns {
		p.add(otherCell, "roadmap.headers."+column, "дорожная карта, головка", r.Headers[column])
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		key := fmt.Sprintf("roadmap.section[%d]", i+1)
		p.add(heading, key+".title", fmt.Sprintf("дорожная карта, раздел %d", i+1), s.Title)
		for k := range s.Activities {
			p.gatherActivity(&s.Activities[k], i+1, k+1, key)
		}
	}
}

func (p *paper) gatherActivity(a *model.Activity, section, index int, key string) {
	number := strings.TrimRight(strings.TrimSpace(a.Number), ".")
	if number == "" {
		number = fmt.Sprintf("%d.%d", section, index)
	}
	r := row{
		Activity: a, section: section, index: index,
		key: key + ".activity[" + strconv.Itoa(index) + "]", path: "дорожная карта, " + number,
	}
	values := [4]string{a.Text, a.Responsible, a.Schedule.String(), a.ExpectedResult}
	for i, cell := range activityCells {
		r.texts[i] = -1
		if values[i] != "" {
			r.texts[i] = len(p.texts)
			p.add(cell.part, r.key+"."+cell.name, r.path, values[i])
		}
	}
	p.rows = append(p.rows, r)
}

func (p *paper) gatherAnnex(a *model.Annex, key, path string) {
	p.addLines(prose, key+".mark_words", path+", гриф", a.MarkWords)
	p.addLines(heading, key+".title", path+", заголовок", a.Title)
}

func (p *paper) gatherAppendix(a *model.Appendix, i int) {
	at := p.appendixSpot(i)
	key, path := at.key, at.path
	p.gatherAnnex(&a.Annex, key, path)
	for k, paragraph := range a.Text {
		p.add(prose, fmt.Sprintf("%s.text[%d]", key, k+1), fmt.Sprintf("%s, абзац %d", path, k+1), paragraph)
	}
	for k, column := range a.Columns {
		p.add(otherCell, fmt.Sprintf("%s.columns[%d]", key, k+1), path+", головка", column)
	}
	for k, cells := range a.Rows {
		for c, cell := range cells {
			p.add(otherCell, fmt.Sprintf("%s.rows[%d][%d]", key, k+1, c+1), fmt.Sprintf("%s, строка %d", path, k+1), cell)
		}
	}
}

// appendixSpot is where an appendix, from 0, stands.
func (p *paper) appendixSpot(i int) spot {
	at := spot{key: fmt.Sprintf("appendix[%d]", i+1), path: "приложение"}
	if len(p.Appendices) > 1 {
		at.path = fmt.Sprintf("приложение %d", i+1)
	}
	return at
}

// prints reports whether the roadmap has the column.
func (p *paper) prints(column string) bool {
	return p.Roadmap != nil && (len(p.Roadmap.Columns) == 0 || slices.Contains(p.Roadmap.Columns, column))
}

// text finds a cell of the row among the texts; nil where it is empty, or is a piece
// that a page tore off and that cannot be judged by itself.
func (p *paper) text(r *row, part part) *text {
	if r.torn {
		return nil
	}
	for i, cell := range activityCells {
		if cell.part == part && r.texts[i] >= 0 {
			return &p.texts[r.texts[i]]
		}
	}
	return nil
}
