package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"doklad/generator/model"
	"doklad/generator/schedule"
)

// rowTeller puts down what is wrong with one cell of one row: the row of the data, or
// a row of a damaged copy.
type rowTeller func(code string, r *row, cell, hint, format string, args ...any)

func (p *paper) tellRow(code string, r *row, cell, hint, format string, args ...any) {
	at := spot{key: r.key, path: r.path}
	if cell != "" {
		at = r.cell(cell)
	}
	p.tell(code, at, hint, format, args...)
}

// tornRows finds rows that a page break tore in two, and rows of nothing.
func tornRows(p *paper) {
	judgeTorn(p.rows, p.tellRow)
}

func judgeTorn(rows []row, tell rowTeller) {
	for i := range rows {
		r := &rows[i]
		switch {
		case r.blank():
			tell("TBL-BLANK", r, "", "удалите строку", "пустая строка в таблице")
		case continues(rows, i):
			before := &rows[i-1]
			whole := joined(before.Text, r.Text)
			tell("TBL-SPLIT", r, "text", "соедините: «"+short(whole)+"»", "строка разорвана: «%s» – продолжение предыдущей", short(r.Text))
			if isBlank(r.ExpectedResult) && cutShort(before.ExpectedResult) {
				tell("TBL-RESULT-TRUNC", before, "result", "проверьте, нет ли продолжения", "результат в разорванной строке, возможно, обрезан: «%s»", before.ExpectedResult)
			}
		}
	}
}

func joined(a, b string) string {
	return strings.TrimSpace(strings.TrimSpace(a) + " " + strings.TrimSpace(b))
}

func (r *row) blank() bool {
	return isBlank(r.Number) && isBlank(r.Text) && isBlank(r.Responsible) && r.Schedule.IsEmpty() && isBlank(r.ExpectedResult)
}

// continues reports whether the row is the rest of the row before it: it has no number,
// its text goes on with a small letter or is empty, and some of its cells are empty.
func continues(rows []row, i int) bool {
	r := &rows[i]
	if i == 0 || rows[i-1].section != r.section || !isBlank(r.Number) || r.blank() || rows[i-1].blank() {
		return false
	}
	return (isBlank(r.Text) || startsSmall(r.Text)) &&
		(isBlank(r.Responsible) || r.Schedule.IsEmpty() || isBlank(r.ExpectedResult))
}

// cutShort: a word or two without a full stop may be the beginning of more.
func cutShort(s string) bool {
	return !isBlank(s) && len(strings.Fields(s)) <= 3 && !strings.HasSuffix(strings.TrimSpace(s), ".")
}

// emptyCells: somebody responsible, a term and a result belong to every activity.
func emptyCells(p *paper) { judgeEmpty(p.rows, p.prints, p.tellRow) }

func judgeEmpty(rows []row, prints func(column string) bool, tell rowTeller) {
	for i := range rows {
		r := &rows[i]
		if r.blank() || continues(rows, i) {
			continue
		}
		var rest *row
		if i+1 < len(rows) && continues(rows, i+1) {
			rest = &rows[i+1]
		}
		if prints(model.ColumnResponsible) && isBlank(r.Responsible) && (rest == nil || isBlank(rest.Responsible)) {
			tell("TBL-EMPTY-EXEC", r, "responsible", "впишите, кто отвечает", "не указаны ответственные")
		}
		if prints(model.ColumnSchedule) && r.Schedule.IsEmpty() {
			if rest != nil && !rest.Schedule.IsEmpty() {
				tell("TBL-EMPTY-DEADLINE", r, "schedule", "узнайте срок целиком", "от срока осталось только «%s»", rest.Schedule)
			} else {
				tell("TBL-EMPTY-DEADLINE", r, "schedule", "впишите срок", "не указан срок исполнения")
			}
		} else if prints(model.ColumnSchedule) && r.reading().Has(schedule.Absent) {
			tell("TBL-EMPTY-DEADLINE", r, "schedule", "впишите срок", "вместо срока «%s»", short(r.Schedule.String()))
		}
		if prints(model.ColumnResult) && (rest == nil || isBlank(rest.ExpectedResult)) {
			judgeResult(r, tell)
		}
	}
}

var truncated = regexp.MustCompile(`(?i)(?:^|\s)(?:в|во|на|по|об?|с|со|из|к|от|для|при|и|или|а|за|до|под|не)$|[,(–-]$`)

func judgeResult(r *row, tell rowTeller) {
	words := strings.TrimSpace(r.ExpectedResult)
	dash := words == "–" || words == "-" || words == "—"
	switch {
	case words == "":
		tell("TBL-EMPTY-RESULT", r, "result", "впишите результат или «–» и причину (reason)", "не указан планируемый результат")
	case dash && isBlank(r.Reason):
		tell("TBL-EMPTY-RESULT", r, "result", "впишите причину (reason)", "вместо результата «%s» без причины", words)
	case !dash && truncated.MatchString(lastBytes(words, 20)):
		tell("TBL-RESULT-TRUNC", r, "result", "допишите", "результат обрезан: «…%s»", tail(words))
	}
}

// lastBytes is the end of s, no more than n bytes long, from the start of a character.
func lastBytes(s string, n int) string {
	i := max(0, len(s)-n)
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

var endsAbbreviated = regexp.MustCompile(`(?:^|[\s.])\p{L}{1,4}\.$`)

// cellStops: cells of one column end alike, without a full stop as a rule. Cells of
// several sentences and those that end with an abbreviation («2021 г.») do not count.
func cellStops(p *paper) {
	for _, cell := range activityCells {
		if cell.part != activity && cell.part != result {
			continue
		}
		var with, without []*text
		for i := range p.rows {
			if t := p.text(&p.rows[i], cell.part); t != nil {
				switch words := strings.TrimSpace(t.words); {
				case strings.Contains(words, ". ") || abbreviated(words):
				case strings.HasSuffix(words, "."):
					with = append(with, t)
				default:
					without = append(without, t)
				}
			}
		}
		if len(with) == 0 || len(without) == 0 {
			continue
		}
		if len(with) > len(without) {
			for _, t := range without {
				p.tell("PUN-CELLDOT", t.at(len(t.words)), "поставьте точку", "нет точки в конце ячейки, в других ячейках она есть")
			}
			continue
		}
		for _, t := range with {
			p.tell("PUN-CELLDOT", t.at(strings.LastIndexByte(t.words, '.')), "уберите точку", "точка в конце ячейки: «…%s»", tail(t.words))
		}
	}
}

// abbreviated: «2021 г.», «и т. п.»; an abbreviation in capitals («ДОО.») ends a
// sentence.
func abbreviated(words string) bool {
	m := endsAbbreviated.FindString(lastBytes(words, 20))
	return m != "" && strings.ToLower(m) == m
}
