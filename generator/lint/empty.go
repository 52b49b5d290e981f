package lint

import (
	"fmt"
	"regexp"
	"strings"

	"doklad/generator/model"
)

// emptySections: a title that nothing follows. A roadmap without any activity is no
// roadmap, which is told when it is read. A header that says nothing is told here too.
func emptySections(p *paper) {
	if p.Roadmap == nil {
		return
	}
	for _, column := range model.RoadmapColumns {
		if header, said := p.Roadmap.Headers[column]; said && isBlank(header) && p.prints(column) {
			p.tell("TBL-EMPTY-CELL", spot{key: "roadmap.headers." + column, path: "дорожная карта, головка"},
				"впишите заголовок или уберите строку", "графа без заголовка")
		}
	}
	for i, s := range p.Roadmap.Sections {
		if len(s.Activities) == 0 && len(p.rows) > 0 {
			p.tell("ANX-EMPTY", spot{key: fmt.Sprintf("roadmap.section[%d]", i+1), path: fmt.Sprintf("дорожная карта, раздел %d", i+1)},
				"добавьте [[roadmap.section.activity]] или уберите раздел", "в разделе нет ни одного мероприятия")
		}
	}
}

// emptyAppendices: an empty cell is never left without a sign, a column never without
// a header (layout rules TB-01, TB-06).
func emptyAppendices(p *paper) {
	for i := range p.Appendices {
		a, at := &p.Appendices[i], p.appendixSpot(i)
		for k, paragraph := range a.Text {
			if isBlank(paragraph) && !isBlank(strings.Join(a.Text, "")) {
				p.tell("TBL-EMPTY-CELL", spot{key: fmt.Sprintf("%s.text[%d]", at.key, k+1), path: fmt.Sprintf("%s, абзац %d", at.path, k+1)},
					"впишите текст или уберите абзац", "пустой абзац")
			}
		}
		if len(a.Columns) > 0 && len(a.Rows) == 0 {
			p.tell("ANX-EMPTY", spot{key: at.key + ".columns", path: at.path}, "впишите rows = [[\"…\"]] или уберите columns", "в таблице нет ни одной строки")
		}
		emptyHeaders(p, a, at)
		emptyRows(p, a, at)
	}
}

func emptyHeaders(p *paper, a *model.Appendix, at spot) {
	for c, header := range a.Columns {
		if isBlank(header) {
			p.tell("TBL-EMPTY-CELL", spot{key: fmt.Sprintf("%s.columns[%d]", at.key, c+1), path: at.path + ", головка"},
				"впишите заголовок графы", "графа %d без заголовка", c+1)
		}
	}
}

// byHand are the headers of columns that people fill on paper.
var byHand = regexp.MustCompile(`(?i)подпис|отметк|примечани|замечани|ознакомл`)

// emptyRows tells each empty cell. A column that is empty throughout is told once,
// unless it is one to be filled by hand.
func emptyRows(p *paper, a *model.Appendix, at spot) {
	told := make([]bool, len(a.Columns))
	for k, cells := range a.Rows {
		row := spot{key: fmt.Sprintf("%s.rows[%d]", at.key, k+1), path: fmt.Sprintf("%s, строка %d", at.path, k+1)}
		if isBlank(strings.Join(cells, "")) {
			p.tell("TBL-BLANK", row, "удалите строку", "пустая строка в таблице")
			continue
		}
		for c, cell := range cells {
			if !isBlank(cell) || c >= len(told) || told[c] {
				continue
			}
			cellSpot := spot{key: fmt.Sprintf("%s[%d]", row.key, c+1), path: row.path}
			told[c] = isBlank(strings.Join(a.Column(c), ""))
			switch {
			case !told[c]:
				p.tell("TBL-EMPTY-CELL", cellSpot, "впишите значение или «–»", "пустая ячейка в графе «%s»", short(a.Columns[c]))
			case !byHand.MatchString(a.Columns[c]):
				p.tell("TBL-EMPTY-CELL", cellSpot, "впишите значения или уберите графу", "графа «%s» пуста", short(a.Columns[c]))
			}
		}
	}
}
