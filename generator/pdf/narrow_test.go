package pdf

import (
	"fmt"
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
