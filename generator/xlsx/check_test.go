package xlsx

import (
	"strings"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/doc"
)

func TestTooLongForACell(t *testing.T) {
	for _, text := range []string{strings.Repeat("Б", mostTextUnits+1), strings.Repeat("😀", mostTextUnits/2+1)} {
		s := Sheet{Name: "Л", Table: table([]string{"А"}, []string{"б"}, []string{text})}
		s.Table.Rows[1].Cells[0].Key = "roadmap.section[1].activity[2].text"
		book, problems, err := Write([]Sheet{s}, paper)
		if err != nil || book != nil || len(problems) != 1 {
			t.Fatal(len(book), len(problems), err)
		}
		p := problems[0]
		if p.Severity != diag.Error || p.Key != "roadmap.section[1].activity[2].text" || p.Hint == "" ||
			!strings.Contains(p.Text, "строка таблицы 2, столбец 1") || !strings.Contains(p.Text, "больше 32767 нельзя") {
			t.Error(p)
		}
	}
}

func TestTooHighForExcel(t *testing.T) {
	long := strings.Repeat("слово ", 3000)
	s := Sheet{Name: "Л", Table: table([]string{"А", "Б"}, []string{"а", long})}
	s.Table.Rows = append(s.Table.Rows, doc.Row{Section: true, Cells: cells(strings.Repeat(long, 1))})
	s.Table.Rows[0].Cells[1].Key = "roadmap.section[1].activity[1].result"
	book, problems, err := Write([]Sheet{s}, paper)
	if err != nil || len(problems) != 2 {
		t.Fatal(problems, err)
	}
	p := problems[0]
	if p.Severity != diag.Warning || p.Key != "roadmap.section[1].activity[1].result" ||
		!strings.Contains(p.Text, "409") || !strings.Contains(p.Text, "ячейка B2") || p.Hint == "" {
		t.Error(p)
	}
	f := open(t, book)
	for row := 2; row <= 3; row++ {
		if h := must[float64](t)(f.GetRowHeight("Л", row)); h != 409 {
			t.Error(row, h)
		}
	}
	if got := must[string](t)(f.GetCellValue("Л", "B2")); got != long {
		t.Error("the text was not kept")
	}
}

func TestTooManyRows(t *testing.T) {
	s := Sheet{Name: "Л", Table: &doc.Table{Columns: []doc.Column{{Header: "А"}}, Rows: make([]doc.Row, mostRows)}}
	s.Table.Rows[mostRows-100] = doc.Row{Cells: []doc.Cell{{Text: "а", Key: "row"}}}
	book, problems, err := Write([]Sheet{s}, paper)
	if err != nil || book != nil || len(problems) != 1 || problems[0].Key != "row" || problems[0].Hint == "" {
		t.Error(problems, err)
	}
}

func TestTooWideForThePage(t *testing.T) {
	headers := make([]string, 40)
	for i := range headers {
		headers[i] = "Показатель"
	}
	_, problems, err := Write([]Sheet{{Name: "Свод", Table: table(headers, headers)}}, paper)
	if err != nil || len(problems) != 1 || problems[0].Severity != diag.Warning ||
		!strings.Contains(problems[0].Text, "шире листа A4") {
		t.Error(problems, err)
	}
}

// What nobody should have let through gives an error that names the place.
func TestBrokenInput(t *testing.T) {
	for _, text := range []string{"\x00", "а\x01", "\x0b", "\x1b[0m", "\x7f", "\u0080", "\xff", "а\xd0", "\ufffe", "\uffff", "\ufdd0x0041_"} {
		s := Sheet{Name: "Свод", Table: table([]string{"А"}, []string{text})}
		_, _, err := Write([]Sheet{s}, paper)
		if err == nil || !strings.Contains(err.Error(), "Свод") || !strings.Contains(err.Error(), "строка таблицы 1, столбец 1") {
			t.Errorf("%q: %v", text, err)
		}
		for _, s := range []Sheet{
			{Table: table([]string{text})},
			{Table: table([]string{"А"}), Note: text},
			{Table: table([]string{"А"}), Above: []doc.Block{{Parts: []string{text}}}},
		} {
			if _, _, err := Write([]Sheet{s}, paper); err == nil {
				t.Errorf("%q taken", text)
			}
		}
	}
	wide := table([]string{"А"}, []string{"а", "б"})
	section := table([]string{"А", "Б"}, []string{"а", "б"})
	section.Rows[0].Section = true
	for _, sheets := range [][]Sheet{nil, {{}}, {{Table: &doc.Table{}}}, {{Table: wide}}, {{Table: section}}} {
		if _, _, err := Write(sheets, paper); err == nil {
			t.Errorf("%+v taken", sheets)
		}
	}
}
