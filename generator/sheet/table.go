package sheet

import (
	"strings"
	"unicode"

	"doklad/generator/diag"
)

// headerRows is how deep a header is looked for: above it stand titles and notes.
const headerRows = 100

// Table is where a table stands in a sheet: people move it down, reorder its columns
// and insert others.
type Table struct {
	Sheet   *Sheet
	Header  int   // number of the header row; 0: no header was found
	Columns []int // of each wanted header; 0 where it is missing
	Missing []string
	Twice   []string // headers that stand over several columns: the first one counts
}

// FindTable looks for the row with the most of these headers. They are compared
// without case, spaces, line breaks, soft hyphens, ё, signs at the end, and Latin
// letters that look like Russian ones. Which of the headers are needed is for the
// caller to say.
func FindTable(s *Sheet, headers ...string) (*Table, error) {
	wanted := make(map[string]int, len(headers))
	for i, h := range headers {
		wanted[foldHeader(h)] = i
	}
	best, found := Table{Sheet: s, Columns: make([]int, len(headers))}, 0
	for row, err := range s.Rows() {
		if err != nil {
			return nil, err
		}
		if row.Number > headerRows || found == len(headers) {
			break
		}
		t, n := Table{Sheet: s, Header: row.Number, Columns: make([]int, len(headers))}, 0
		for _, c := range row.Cells {
			i, known := wanted[foldHeader(c.Text)]
			switch {
			case !known || c.Kind != Text:
			case t.Columns[i] == 0:
				t.Columns[i] = c.Column
				n++
			default:
				t.Twice = append(t.Twice, headers[i])
			}
		}
		if n > found {
			best, found = t, n
		}
	}
	for i, column := range best.Columns {
		if column == 0 {
			best.Missing = append(best.Missing, headers[i])
		}
	}
	return &best, nil
}

// Problem says what is wrong with the header; nil when each column is there once.
func (t *Table) Problem() *diag.Problem {
	p := &diag.Problem{Hint: "верните заголовки столбцов, как они были в присланной вам книге"}
	switch {
	case t.Header == 0:
		p.Text = "таблица не найдена: нет ни одного из столбцов " + quoted(t.Missing)
	case len(t.Missing) > 0:
		p.Text = "в таблице нет столбцов " + quoted(t.Missing)
	case len(t.Twice) > 0:
		p.Text = "столбец стоит дважды: " + quoted(t.Twice)
		p.Hint = "оставьте один из них, другой удалите"
	default:
		return nil
	}
	if t.Sheet.Name != "" {
		p.Cell = "«" + t.Sheet.Name + "»"
	}
	if t.Header > 0 {
		p.Cell = t.Sheet.Place(t.Header, 1)
	}
	return p
}

func quoted(headers []string) string { return "«" + strings.Join(headers, "», «") + "»" }

// lookAlike puts all letters that look alike to one side, in both compared texts, so
// that it does not matter in which word they stand.
var lookAlike = strings.NewReplacer(
	"ё", "е", "й", "и", "a", "а", "b", "в", "c", "с", "e", "е", "h", "н", "k", "к", "m", "м", "o", "о", "p", "р", "t", "т", "x", "х", "y", "у",
	"–", "-", "—", "-", "‑", "-", "−", "-",
)

// foldHeader is what two headers have in common when a person takes them for the same.
func foldHeader(text string) string {
	if len(text) > 1000 {
		return ""
	}
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
	return strings.TrimRight(lookAlike.Replace(text), ".:*;,")
}
