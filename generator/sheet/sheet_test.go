package sheet

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func mustOpen(t testing.TB, name string) *Book {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(name, raw)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shown writes what was read, a row a line.
func shown(t testing.TB, s *Sheet) string {
	t.Helper()
	var b strings.Builder
	for row, err := range s.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range row.Cells {
			fmt.Fprintf(&b, "%s %s", c.Name(), kindNames[c.Kind])
			for _, flag := range []struct {
				set  bool
				name string
			}{{row.Hidden, "row hidden"}, {c.Hidden, "column hidden"}, {c.Percent, "percent"}, {c.Formula, "formula"}, {c.Uncached, "uncached"}} {
				if flag.set {
					b.WriteString(" " + flag.name)
				}
			}
			fmt.Fprintf(&b, " %q\n", c.Text)
		}
	}
	return b.String()
}

var kindNames = [...]string{Empty: "empty", Text: "text", Number: "number", Day: "day", Clock: "clock", Truth: "truth", Fault: "fault"}

const openpyxlSheet = `A1 text "№ п/п"
B1 text "Школа"
C1 text "Доля"
D1 text "Срок"
E1 text "Время"
F1 text "Готово"
G1 text column hidden "Код"
H1 text "Сумма"
I1 text "Ошибка"
A2 number "1"
B2 text "МБОУ «Оханская СОШ»"
C2 number percent "50,0%"
D2 day "25.06.2021"
E2 clock "9:05:00"
F2 truth "ИСТИНА"
G2 number column hidden "00017"
H2 empty formula uncached ""
I2 fault "#ССЫЛКА!"
A3 number row hidden "2,5"
B3 text row hidden "две\nстроки"
C3 number row hidden percent "12,5%"
D3 day row hidden "01.02.2021 14:30"
E3 clock row hidden "23:59:59"
F3 truth row hidden "ЛОЖЬ"
G3 number row hidden column hidden "123456"
H3 number row hidden "1\u00a0234,50"
A5 text "объединены"
XFD1048576 text "край"
`

func TestOpenpyxl(t *testing.T) {
	b := mustOpen(t, "openpyxl.xlsx")
	if got := shown(t, b.Sheets[0]); got != openpyxlSheet {
		t.Errorf("%s", got)
	}
	var sheets []string
	for _, s := range b.Sheets {
		sheets = append(sheets, fmt.Sprint(s.Name, s.Hidden))
	}
	if got := strings.Join(sheets, " "); got != "Отметки0 Скрытый1 Глубоко2" {
		t.Error(got)
	}
	if got := fmt.Sprint(b.Names); got != "[{Итог  Отметки!$H$2 false}]" {
		t.Error(got)
	}
	if merged, err := b.Sheet("ОТМЕТКИ").Merged(); fmt.Sprint(merged, err) != "[A5:C6] <nil>" {
		t.Error(merged, err)
	}
	if b.Sheet("Нет такого") != nil {
		t.Error("a sheet out of nowhere")
	}
}
