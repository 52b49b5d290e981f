package sheet

import (
	"slices"
	"strings"
	"testing"
)

func openCSV(t testing.TB, text string) *Sheet {
	t.Helper()
	b, err := Open("таблица.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b.Sheets[0]
}

// What people do to a header, on the way back from them.
func TestTableIsFound(t *testing.T) {
	headers := []string{"№ п/п", "Школа", "Отчёт сдан"}
	for _, changed := range []struct {
		what, text string
		header     int
		columns    []int
	}{
		{"nothing", "№ п/п;Школа;Отчёт сдан\n1;а;да", 1, []int{1, 2, 3}},
		{"moved down", "Сведения\n\nза 2021 год;;\n№ п/п;Школа;Отчёт сдан\n", 4, []int{1, 2, 3}},
		{"reordered", "Отчёт сдан;№ п/п;Школа\n", 1, []int{2, 3, 1}},
		{"inserted", ";№ п/п;Район;Школа;;Отчёт сдан\n", 1, []int{2, 4, 6}},
		{"case and ё", "№ П/П;ШКОЛА;отчет сдан\n", 1, []int{1, 2, 3}},
		{"spaces", "№п/п;\u00a0Школа ;\"Отчёт\n  сдан\"\n", 1, []int{1, 2, 3}},
		{"soft hyphen, signs", "№ п/п.;Шко\u00adла*;Отчёт сдан:\n", 1, []int{1, 2, 3}},
		{"Latin", "№ п/п;Шкoлa;Oтчёт cдан\n", 1, []int{1, 2, 3}},
		{"letters of two characters", "№ п/п;Школа;Отче\u0308т сдан\n", 1, []int{1, 2, 3}},
		{"a word of the header in a title", "Школа\n№ п/п;Школа;Отчёт сдан\n", 2, []int{1, 2, 3}},
	} {
		table, err := FindTable(openCSV(t, changed.text), headers...)
		if err != nil {
			t.Fatal(err)
		}
		if table.Header != changed.header || !slices.Equal(table.Columns, changed.columns) || table.Problem() != nil {
			t.Errorf("%s: %+v", changed.what, table)
		}
	}
}

func TestTableIsWanting(t *testing.T) {
	for _, wrong := range []struct{ text, want string }{
		{"№ п/п;Школа\n", "A1: ошибка: в таблице нет столбцов «Отчёт сдан»"},
		{"фамилия;имя\n", "ошибка: таблица не найдена: нет ни одного из столбцов «№ п/п», «Школа», «Отчёт сдан»"},
		{"\n№ п/п;Школа;Отчёт сдан;школа\n", "A2: ошибка: столбец стоит дважды: «Школа»"},
		{strings.Repeat("\n", headerRows) + "№ п/п;Школа;Отчёт сдан\n", "ошибка: таблица не найдена"},
		{"№ п/п;Школа;Отчёт не сдан\n", "A1: ошибка: в таблице нет столбцов «Отчёт сдан»"},
	} {
		table, err := FindTable(openCSV(t, wrong.text), "№ п/п", "Школа", "Отчёт сдан")
		if err != nil {
			t.Fatal(err)
		}
		if p := table.Problem(); p == nil || !strings.Contains(p.String(), wrong.want) || p.Hint == "" {
			t.Errorf("%q: %v", wrong.text, p)
		}
	}
}
