package lint

import (
	"fmt"
	"strings"

	"doklad/generator/model"
)

const compare = "сверьте с подписанным листом"

// restorations judges what the damaged copy says by the rules of ordinary text and
// rows, so that the reader knows what was mended and where. A place in which no rule
// finds anything is told by itself.
func restorations(p *paper) {
	paths := map[string]string{"title": "заголовок", "preamble": "преамбула", "letterhead": "бланк"}
	for i := range p.texts {
		paths[p.texts[i].key] = p.texts[i].path
	}
	for i := range p.rows {
		paths[p.rows[i].key] = p.rows[i].path
		for _, cell := range activityCells {
			paths[p.rows[i].cell(cell.name).key] = p.rows[i].path
		}
	}
	for i, r := range p.Restored {
		m := mended{p, spot{key: r.Field, path: paths[r.Field]}, len(p.found)}
		switch {
		case r.Field == "letterhead":
			m.at.key = fmt.Sprintf("restored[%d].field", i+1)
			m.tell("HDR-ORG", "в копии нет наименования организации")
		case strings.Contains(r.Copy, "\t"):
			m.rows(r.Copy)
		default:
			m.text(r.Copy)
		}
		if len(p.found) == m.before {
			note := ""
			if !isBlank(r.Note) {
				note = ": " + r.Note
			}
			p.tell("RESTORED", m.at, compare, "место восстановлено%s", note)
		}
	}
}

// mended is one restored place.
type mended struct {
	paper  *paper
	at     spot
	before int // how many problems there were before it
}

func (m mended) tell(code, format string, args ...any) {
	m.paper.tell(code, m.at, compare, format+"; место восстановлено", args...)
}

func (m mended) text(words string) {
	if mark := doubleMark.FindString(words); mark != "" {
		m.tell("LST-DOUBLE", "в копии лишний знак перед текстом: «%s»", strings.TrimSpace(mark))
	}
	if _, sign, found := residueIn(words); found {
		m.tell("MD-RESIDUE", "в копии остаток разметки «%s»", sign)
	}
}

// rows judges the rows of the copy: cells are parted by tabs, a torn row stands on
// two lines. A blank line is told once and does not part the halves of a row.
func (m mended) rows(words string) {
	var rows []row
	blank := false
	for _, line := range strings.Split(strings.Trim(words, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if isBlank(strings.Join(cells, "")) {
			blank = true
			continue
		}
		for len(cells) < 5 {
			cells = append(cells, "")
		}
		rows = append(rows, row{Activity: &model.Activity{
			Number: cells[0], Text: cells[1], Responsible: cells[2], Schedule: model.NewSchedule(cells[3]), ExpectedResult: cells[4],
		}})
	}
	if blank {
		m.tell("TBL-BLANK", "в копии пустая строка внутри таблицы")
	}
	tell := func(code string, _ *row, _, _, format string, args ...any) {
		m.tell(code, "в копии "+format, args...)
	}
	judgeTorn(rows, tell)
	everyColumn := func(string) bool { return true }
	judgeEmpty(rows, everyColumn, tell)
}
