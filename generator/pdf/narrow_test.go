package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
)

// More columns than a sheet can hold are an error, not a heap of letters.
func TestTooManyColumns(t *testing.T) {
	for columns, want := range map[int]bool{8: false, 80: true} {
		table := &doc.Table{Name: "t", Rows: []doc.Row{{}}}
		for i := range columns {
			table.Columns = append(table.Columns, doc.Column{Header: fmt.Sprintf("Графа %d", i+1)})
			table.Rows[0].Cells = append(table.Rows[0].Cells, doc.Cell{Text: "слово"})
		}
		_, problems := Layout(document(t, "#page landscape\n#table t", table), Options{Profile: gost2025(t)})
		if problems.HasErrors() != want {
			t.Errorf("%d columns: %v", columns, problems)
		}
	}
}

// A number too long for the line is an error, not letters over letters.
func TestRegistrationTooWide(t *testing.T) {
	long := ""
	for range 120 {
		long += "1"
	}
	_, problems := Layout(document(t, "#registration 25.06.2021 | № "+long), Options{Profile: gost2025(t)})
	if !problems.HasErrors() {
		t.Error("no error")
	}
}

// Where whole words do not fit side by side, those with a hyphen are broken
// after it, and those bound by no-break spaces are parted, before any word is cut
// by letters; the room left goes where it lowers the table.
func TestHyphensBeforeLetters(t *testing.T) {
	const post = "Заместитель директора по учебно-методической, организационно-консультативной и административно-хозяйственной работе"
	table := &doc.Table{Name: "t", WriteIn: true, Columns: []doc.Column{{Header: "№ п/п"}, {Header: "Должность"},
		{Header: "Расшифровка подписи"}, {Header: "Подпись", Width: 25}, {Header: "Дата", Width: 22}, {Header: "Замечания", Width: 27}}}
	for _, name := range []string{"Краесогласователь-Длиннофамильский\u00a0В.Г.", "Краесогласователь-Длиннофамильский-Задунайский\u00a0В.Г."} {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: "1"}, {Text: post}, {Text: name}, {}, {}, {}}})
	}
	pages, problems := Layout(document(t, "#table t", table), Options{Profile: gost2025(t)})
	if len(problems) > 0 {
		t.Error(problems)
	}
	lines := 0
	for _, item := range pages[0].Texts {
		if item.Text != "" && strings.Contains(post, item.Text) {
			lines++
		}
	}
	if lines > len(table.Rows)*9 {
		t.Errorf("the posts take %d lines:\n%s", lines, Dump(pages))
	}
}

// What the data wants of a column gives way before a word of another is cut; a word of a
// header that has no room all the same is divided with a hyphen, and read as a whole.
func TestWordsBeforeWishes(t *testing.T) {
	headers := []string{"Муниципальный орган", "Методическая служба", "Руководители учреждений", "Педагоги", "Родители", "Всего"}
	for _, test := range []struct {
		name       string
		min, width float64 // of the first column
		margin     float64 // on the right
		divided    bool
		keeps      float64 // of the wish at least, mm
	}{
		{"room for all", 30, 0, 20, false, 30},
		{"a least width gives", 100, 0, 20, false, 20},
		{"a width gives", 0, 100, 20, false, 20},
		{"no room for words", 100, 0, 120, true, 0},
	} {
		table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "Статус", Min: test.min, Width: test.width}},
			Rows: []doc.Row{{Cells: []doc.Cell{{Text: "В работе"}}}}}
		for _, h := range headers {
			table.Columns = append(table.Columns, doc.Column{Header: h})
			table.Rows[0].Cells = append(table.Rows[0].Cells, doc.Cell{Text: "1"})
		}
		profile := *gost2025(t)
		profile.Page.Top = test.margin
		pages, problems := Layout(document(t, "#page landscape\n#table t", table), Options{Profile: &profile})
		if len(problems) > 0 {
			t.Errorf("%s: %v", test.name, problems)
		}
		printed, whole := "", ""
		for _, item := range pages[0].Texts {
			printed += item.Text + " "
			said := item.Text + " "
			if item.Rest {
				_, said, _ = strings.Cut(said, " ")
			}
			if item.Whole != "" {
				said = item.Whole + " "
			}
			whole += said
		}
		for _, word := range strings.Fields(strings.Join(headers, " ")) {
			if !test.divided && !strings.Contains(printed, word) {
				t.Errorf("%s: «%s» is divided: %s", test.name, word, printed)
			}
			if !strings.Contains(whole, word) {
				t.Errorf("%s: «%s» is not read as a whole: %s", test.name, word, whole)
			}
		}
		if divided := strings.Contains(printed, "- "); divided != test.divided {
			t.Errorf("%s: %s", test.name, printed)
		}
		if got := firstColumn(pages[0]) / mm; got < test.keeps {
			t.Errorf("%s: the first column is %.1f mm wide", test.name, got)
		}
	}
}

// firstColumn is how wide the first column of the only table is.
func firstColumn(page Page) float64 {
	var edges []float64
	for _, r := range page.Rules {
		if r.X1 == r.X2 && !slices.Contains(edges, r.X1) {
			edges = append(edges, r.X1)
		}
	}
	slices.Sort(edges)
	return edges[1] - edges[0]
}
