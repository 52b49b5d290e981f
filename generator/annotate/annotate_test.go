package annotate

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"

	"doklad/generator/sheet"

	"github.com/xuri/excelize/v2"
)

var heading = Heading{"Замечания к файлу «сведения.xlsx»", []string{"МБОУ «Заря»", "Исправьте и пришлите заново."}}

const school = "Сведения д'Арк"

// What stands in the school's book stays; ours is added, whatever was there.
func TestReturnedBook(t *testing.T) {
	raw := sent(t, "testdata/school.xlsx")
	out, err := Workbook(raw, heading, []Remark{
		{school, 4, 3, false, "классов меньше плана", "проверьте"},
		{school, 5, 3, true, "дата не указана", "впишите день"},
		{school, 3, 2, true, "план не тот", ""},
		{school, 10, 3, true, "под объединёнными", ""},
		{school, 7, 4, true, "ячейки нет", ""},
		{school, 12, 1, true, "строки нет", ""},
		{school, 3, 2, false, "и ещё", ""},
		{"Скрытый", 1, 1, true, "на скрытом листе", ""},
		{"", 0, 0, true, "файл <как> целое", "a & \"b\"\x01"},
	})
	if err != nil {
		t.Fatal(err)
	}
	kept(t, raw, out, school+"!C4", school+"!C5", school+"!B3", school+"!B9", school+"!D7", school+"!A12", "Скрытый!A1")
	untouched(t, raw, out, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml",
		"xl/_rels/workbook.xml.rels", "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml")
	want := map[string]string{
		"B3":  "примечание школы\n\nПроверка:\nОшибка: план не тот\n\nПредупреждение: и ещё",
		"C4":  "Предупреждение: классов меньше плана\nЧто сделать: проверьте",
		"C5":  "Ошибка: дата не указана\nЧто сделать: впишите день",
		"B9":  "Ошибка: под объединёнными",
		"D7":  "Ошибка: ячейки нет",
		"A12": "Ошибка: строки нет",
	}
	if got := noted(t, out, school); !maps.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := noted(t, out, "Скрытый"); got["A1"] != "Ошибка: на скрытом листе" {
		t.Errorf("%q", got)
	}
}

// The list names errors before warnings, each by the order of the book, with links.
func TestListOfRemarks(t *testing.T) {
	raw := sent(t, "testdata/school.xlsx")
	out, err := Workbook(raw, heading, []Remark{
		{school, 4, 3, false, "меньше", "проверьте"},
		{"Скрытый", 1, 1, true, "скрыта", ""},
		{school, 5, 3, true, "a_x0041_ <&>\x02", ""},
		{"", 0, 0, true, "весь", ""},
		{school, 5, 2, true, "раньше", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if f.GetActiveSheetIndex() != 0 || f.GetSheetName(0) != "Замечания 2" {
		t.Error(f.GetSheetList(), f.GetActiveSheetIndex())
	}
	_, cells := read(t, out)
	got := ""
	for row := 7; cells["Замечания 2"][fmt.Sprint("A", row)].Text != ""; row++ {
		at := func(column string) string { return cells["Замечания 2"][fmt.Sprint(column, row)].Text }
		_, link, _ := f.GetCellHyperLink("Замечания 2", fmt.Sprint("B", row))
		got += strings.Join([]string{at("A"), at("B"), at("C"), at("D"), link}, "|") + "\n"
	}
	if want := `1|весь файл|весь||
2|«Сведения д'Арк»!B5|раньше||'Сведения д''Арк'!B5
3|«Сведения д'Арк»!C5|a_x0041_ <&>||'Сведения д''Арк'!C5
4|«Скрытый»!A1 (лист скрыт)|скрыта||
5|«Сведения д'Арк»!C4|Предупреждение: меньше|проверьте|'Сведения д''Арк'!C4
`; got != want {
		t.Errorf("%s", got)
	}
	if text := cells["Замечания 2"]["A4"].Text; !strings.HasPrefix(text, "Ошибок: 4, предупреждений: 1.") {
		t.Error(text)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Scope+" "+n.Name] = n.RefersTo
	}
	for name, refers := range map[string]string{
		"Workbook Итог":                   "'Сведения д''Арк'!$D$3",
		"Замечания Свой":                  "Замечания!$A$1",
		school + " _xlnm.Print_Titles":    "'Сведения д''Арк'!$2:$2",
		school + " _xlnm.Print_Area":      "'Сведения д''Арк'!$A$1:$D$10",
		"Замечания 2 _xlnm.Print_Titles":  "'Замечания 2'!$6:$6",
		"Замечания _xlnm.Print_Titles":    "'Замечания'!$1:$1",
		school + " _xlnm._FilterDatabase": "'Сведения д''Арк'!$A$2:$D$5",
	} {
		if names[name] != refers {
			t.Errorf("%s is %q, want %q", name, names[name], refers)
		}
	}
}

func TestBooksOfOtherPrograms(t *testing.T) {
	for _, name := range []string{"exceljs", "libreoffice", "openpyxl"} {
		t.Run(name, func(t *testing.T) {
			raw := sent(t, "../sheet/testdata/"+name+".xlsx")
			names, _ := read(t, raw)
			remarks := []Remark{
				{names[0], 2, 2, true, "не то", "исправьте"},
				{names[0], 3, 1, false, "странно", ""},
				{names[0], 9, 5, true, "пусто", ""},
			}
			out, err := Workbook(raw, heading, remarks)
			if err != nil {
				t.Fatal(err)
			}
			kept(t, raw, out, names[0]+"!B2", names[0]+"!A3", names[0]+"!E9")
			for _, cell := range []string{"B2", "A3", "E9"} {
				if noted(t, out, names[0])[cell] == "" {
					t.Errorf("no note at %s", cell)
				}
			}
			if again, err := Workbook(raw, heading, remarks); err != nil || !bytes.Equal(out, again) {
				t.Error("the same input gives other bytes", err)
			}
			// What was returned may be sent and returned again.
			twice, err := Workbook(out, heading, remarks)
			if err != nil {
				t.Fatal(err)
			}
			kept(t, out, twice)
		})
	}
}

func TestManyRemarks(t *testing.T) {
	raw := sent(t, "testdata/school.xlsx")
	var remarks []Remark
	for i := range maxRemarks + 10 {
		remarks = append(remarks, Remark{school, 20 + i/100, 1 + i%100, true, "ошибка", ""})
	}
	out, err := Workbook(raw, heading, remarks)
	if err != nil {
		t.Fatal(err)
	}
	_, cells := read(t, out)
	if text := cells["Замечания 2"]["A4"].Text; !strings.Contains(text, "Ошибок: 5010,") || !strings.Contains(text, "первые 5000") {
		t.Error(text)
	}
	if n := len(noted(t, out, school)); n != maxRemarks+1 {
		t.Error(n, "notes")
	}
}

func TestTextTable(t *testing.T) {
	raw := []byte("Школа;Доля\n\"Заря\"\"\n№ 1\";00,10\n\n=1+1;_x0041_\n")
	out, err := Text("папка/Сведения: [1].csv", raw, heading, []Remark{
		{"", 2, 2, true, "доля не та", ""}, {"", 0, 0, true, "нужна книга", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	names, cells := read(t, out)
	if strings.Join(names, "|") != "Замечания|Сведения 1" {
		t.Fatal(names)
	}
	b, err := sheet.Open("a.csv", raw)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for row, err := range b.Sheets[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range row.Cells {
			if n++; cells["Сведения 1"][c.Name()] != c {
				t.Errorf("%+v, was %+v", cells["Сведения 1"][c.Name()], c)
			}
		}
	}
	if n != len(cells["Сведения 1"]) || noted(t, out, "Сведения 1")["B2"] != "Ошибка: доля не та" || cells["Замечания"]["B7"].Text != "весь файл" || cells["Замечания"]["B8"].Text != "B2" {
		t.Error(n, cells)
	}
}

func TestListAlone(t *testing.T) {
	out, err := List(heading, []Remark{{"", 0, 0, true, "файл защищён паролем", "снимите пароль"}, {"Лист", 3, 3, false, "неясно", ""}})
	if err != nil {
		t.Fatal(err)
	}
	names, cells := read(t, out)
	l := cells["Замечания"]
	if len(names) != 1 || l["C7"].Text != "файл защищён паролем" || l["D7"].Text != "снимите пароль" || l["B8"].Text != "лист «Лист»" {
		t.Error(names, l)
	}
}

func TestWhatIsNoBook(t *testing.T) {
	for _, raw := range []string{"", "а;б\n", "PK\x03\x04", "%PDF"} {
		if _, err := Workbook([]byte(raw), heading, nil); err == nil || !strings.Contains(err.Error(), "; ") {
			t.Errorf("%q: %v", raw, err)
		}
	}
}
