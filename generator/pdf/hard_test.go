package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// codes are what laying out says of a paper.
func codes(t *testing.T, markup string, tables ...*doc.Table) string {
	t.Helper()
	_, problems := Layout(document(t, markup, tables...), Options{Profile: gost2025(t)})
	var codes []string
	for _, p := range problems {
		codes = append(codes, p.Code)
	}
	return strings.Join(codes, " ")
}

// A place to write in, or dots, may be longer than a line and stand beside a word
// that can be divided.
func TestLongWordIsCut(t *testing.T) {
	face := typeset.Tinos().Regular
	for _, text := range []string{"подпись" + strings.Repeat("_", 100), "наименование" + strings.Repeat("…", 200), "образование" + strings.Repeat("1", 300)} {
		for _, page := range lay(t, "Текст: "+text+" конец.") {
			for _, item := range page.Texts {
				if right := item.X + face.Width(item.Text, item.Size); item.Space <= 0 && right > page.Width-10*mm+1 {
					t.Errorf("«%.20s» ends at %.1f mm", item.Text, right/mm)
				}
			}
		}
	}
}

// A word of any length is divided in linear time: the square of 300,000 letters
// would not end.
func TestEndlessWord(t *testing.T) {
	done := make(chan bool)
	go func() {
		typeset.Break(strings.Repeat("образование", 30_000), typeset.Setting{Face: typeset.Tinos().Regular, Size: 14, Width: 480, Manner: typeset.Justified})
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("a minute is not enough")
	}
}

// A header that leaves less than a row to write in is an error, not an endless table.
func TestHeaderLeavesNoRowToWriteIn(t *testing.T) {
	header := strings.Repeat("Заголовок графы ", 92)
	table := &doc.Table{Name: "t", WriteIn: true, Columns: []doc.Column{{Header: header}, {Header: header}}, Rows: make([]doc.Row, 2)}
	profile := *gost2025(t)
	profile.Table.WriteRow = 50
	if _, problems := Layout(document(t, "#table t", table), Options{Profile: &profile}); !problems.HasErrors() {
		t.Error("no error")
	}
}

// Titles without rows stand under one another; a title and a row that do not fit a
// page together are not parted, and the page is not left empty.
func TestSectionsInARow(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "А"}, {Header: "Б"}}}
	for i := range 150 {
		table.Rows = append(table.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: fmt.Sprint("Раздел ", i)}}})
	}
	if pages := lay(t, "#table t", table); len(pages) > 5 {
		t.Errorf("%d pages of titles", len(pages))
	}
	row := doc.Row{Cells: []doc.Cell{{Text: "1"}, {Text: strings.TrimSpace(strings.Repeat("слово\n", 50))}}}
	table.Rows = []doc.Row{row, {Section: true, Cells: []doc.Cell{{Text: "Раздел"}}}, row}
	table.Rows[0].Cells = []doc.Cell{{Text: "0"}, {Text: "нуль"}}
	profile := *gost2025(t)
	profile.Table.SizeMin = 0
	pages, _ := Layout(document(t, "#table t", table), Options{Profile: &profile})
	last := pages[0].Texts[len(pages[0].Texts)-1]
	if len(pages) != 2 || last.Text != "слово" {
		t.Errorf("%d pages, the first ends with «%s»:\n%s", len(pages), last.Text, Dump(pages))
	}
}

// What is never divided and fits no page is told: it would run off the sheet.
func TestTooHigh(t *testing.T) {
	sentence := strings.Repeat("Очень длинное предложение без конца. ", 60)
	for _, markup := range []string{"#frame " + strings.Repeat(sentence+"| ", 5) + "конец", "#signature " + sentence + sentence + sentence + " | А.Б. Примерова"} {
		if got := codes(t, "Текст.\n"+markup); !strings.Contains(got, "BOX-HIGH") {
			t.Errorf("%.12s: %s", markup, got)
		}
	}
}

func TestNothingToPrint(t *testing.T) {
	if got := codes(t, ""); got != "DOC-EMPTY" {
		t.Error(got)
	}
	if got := codes(t, "#table нет"); got != "TBL-NONE" {
		t.Error(got)
	}
}

// A number never leaves its column, whatever stands after the commas of others.
func TestWideNumbers(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "А"}, {Header: "Б", Align: doc.Decimal, Width: 30}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: "а"}, {Text: "123456789,1"}}}, {Cells: []doc.Cell{{Text: "б"}, {Text: "1,23456789"}}}}}
	page := lay(t, "#table t", table)[0]
	for _, item := range page.Texts {
		if strings.Contains(item.Text, ",") && item.X < (200-30)*mm {
			t.Errorf("«%s» begins at %.1f mm", item.Text, item.X/mm)
		}
	}
}

// Hyphens of the words themselves count: no more than two lines in a row end in one,
// wherever that can be, and no page does; a line of a title never does.
func TestOwnHyphens(t *testing.T) {
	words := strings.Fields("план-график работы с учебно-методическим советом и социально-психологической службой школы на новый учебный год; научно-практическая конференция учителей района и города, приказ о плане на год")
	var text strings.Builder
	for i := range 900 {
		text.WriteString(words[i*7%len(words)] + " ")
	}
	for _, page := range lay(t, text.String()) {
		row := 0
		for i, item := range page.Texts {
			if item.Size != 14 {
				continue
			}
			if row++; !strings.HasSuffix(item.Text, "-") {
				row = 0
			}
			if row > 2 {
				t.Errorf("page %d: three hyphens in a row at «%s»", page.Number, item.Text)
			}
			if i == len(page.Texts)-1 && row > 0 {
				t.Errorf("page %d ends with «%s»", page.Number, item.Text)
			}
		}
	}
	for _, item := range lay(t, "#title Об утверждении муниципального плана-графика учебно-методической информационно-аналитической деятельности")[0].Texts {
		if strings.HasSuffix(item.Text, "-") {
			t.Errorf("title: «%s»", item.Text)
		}
	}
}

// A signature after a table has a row of it on its page.
func TestSignatureAfterTable(t *testing.T) {
	for rows := range 60 {
		table := &doc.Table{Name: "t", WriteIn: true, Columns: []doc.Column{{Header: "№"}, {Header: "Подпись"}}}
		for i := range rows + 1 {
			table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: fmt.Sprint(i)}, {}}})
		}
		pages := lay(t, "#table t\n#signature Начальник | А.Б. Примерова", table)
		last := pages[len(pages)-1]
		if len(last.Rules) == 0 {
			t.Errorf("%d rows: the signature stands alone", rows+1)
		}
	}
}

// The line at the foot is measured.
func TestLongFooter(t *testing.T) {
	d := document(t, "Текст.")
	d.Footer = strings.Repeat("Пример слов внизу страницы. ", 20)
	if _, problems := Layout(d, Options{Profile: gost2025(t)}); len(problems) != 1 || problems[0].Code != "FTR-WIDE" {
		t.Error(problems)
	}
}

// A figure as high as the page leaves room for its heading and its caption.
func TestHighFigureUnderHeading(t *testing.T) {
	for height := 200.0; height < 300; height += 5 {
		d := document(t, "Текст.\n#heading 2 Заголовок\n#figure f\nТекст.")
		d.Figures = map[string]*doc.Figure{"f": {Caption: "Пример", Alt: "пример", Width: 100, Height: height, Drawing: &doc.Drawing{}}}
		pages, _ := laid(t, d)
		for i, page := range pages {
			figures := len(page.Drawings)
			text := ""
			for _, item := range page.Texts {
				text += item.Text + " "
			}
			if strings.Contains(text, "Заголовок") != (figures > 0) || strings.Contains(text, "Рисунок") != (figures > 0) {
				t.Errorf("%g mm, page %d: %d figures and «%s»", height, i+1, figures, text)
			}
		}
	}
}
