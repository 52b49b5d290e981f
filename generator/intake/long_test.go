package intake

import (
	"slices"
	"strings"
	"testing"

	"doklad/generator/form"
)

// withoutAdvice is what was taken, refused and found wrong.
func withoutAdvice(s *Submission) string {
	var list []string
	for line := range strings.Lines(told(s)) {
		if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, "·") {
			list = append(list, line)
		}
	}
	return strings.Join(list, "\n")
}

func TestTablesOfOneIndicator(t *testing.T) {
	r := NewReader(town())
	for _, test := range []struct{ table, want string }{
		{"Учреждение;D16\nds1;87,5\nds2;90\n", "таблица по учреждениям [preschool] [\"ds1\" \"ds2\"]\nds1 D16 B2 = 87.5\nds2 D16 B3 = 90"},
		{"Код учреждения;DV01. Численность воспитанников\n101;120\n", "таблица по учреждениям [preschool] [\"ds1\"]\nds1 DV01 B2 = 120"},
		{"№;ИНН;DV01\n1;1234567894;120\n", "таблица по учреждениям [preschool] [\"ds1\"]\nds1 DV01 C2 = 120"},
		// Codes of rows are no headers.
		{"Учреждение;ds1\nКод;Значение\nDV01;5\n", "таблица учреждения [preschool] [\"ds1\"]\nds1 DV01 B3 = 5\n○ ds1 D16 -\n○ ds1 DV02 -\n○ ds1 DV09 -\n○ ds1 DV10 -"},
		{"Наименование;DV01\nds1;5\n", "не читается [] []\n! IMP-TABLE  таблицы показателей в файле нет"},
		{"Учреждение;Показатель\nds1;DV01\nds2;5\n", "не читается [] []\n! IMP-TABLE  таблицы показателей в файле нет"},
	} {
		whole(t, r, "a.csv", []byte(test.table))
		if got := withoutAdvice(r.Read("a.csv", []byte(test.table))); got != test.want {
			t.Errorf("%s\n%s", test.table, got)
		}
	}
}

func TestLongTables(t *testing.T) {
	r := NewReader(town())
	const header = "Учреждение;Код;Значение\n"
	for _, test := range []struct{ name, table, want string }{
		{"each row names its institution", header + "ds1;DV01;120\nМБДОУ «Детский сад № 2»;DV01;90\nds1;DV02;12\n102;DV02;н/д\nмуниципалитет в целом;MV01;7\n",
			"таблица по учреждениям [preschool] [\"ds1\" \"ds2\" \"\"]\nds1 DV01 C2 = 120\nds2 DV01 C3 = 90\nds1 DV02 C4 = 12\nds2 DV02 C5 = нет данных [прочитано как «нет данных»]\n MV01 C6 = 7"},
		{"neither a line nor the name of the file tells more", "Учреждение:;ds3\n" + header + "ds1;DV01;120\n;DV02;12\n",
			"таблица по учреждениям [preschool] [\"ds1\"]\nds1 DV01 C3 = 120\n×  DV02 C4 \"12\"\n! IMP-WHO C4 числа в строке 4 ничьи: учреждение не названо"},
		{"unknown and silent institutions", header + "ds1;DV01;120\nСад № 999;DV01;5\nds1-f;DV01;6\nСад № 999;DV02;\n",
			"таблица по учреждениям [preschool] [\"ds1\"]\nds1 DV01 C2 = 120\n×  DV01 C3 \"5\"\n× ds1-f DV01 C4 \"6\"\n" +
				"! IMP-WHO C3 учреждение «Сад № 999» не узнано\n! IMP-WHO C4 филиал сдаёт в составе учреждения «МБДОУ «Детский сад № 1»»: «Филиал детского сада № 1»\n? IMP-WHO A5 учреждение «Сад № 999» не узнано"},
		{"said twice of one institution", header + "ds1;DV01;120\nds2;DV01;120\nds1;DV01;120\nds2;DV01;121\nds2;DV02;9\n",
			"таблица по учреждениям [preschool] [\"ds1\" \"ds2\"]\nds1 DV01 C2 = 120\nds2 DV02 C6 = 9\n× ~ ds1 DV01 C4 \"120\"\n× ds2 DV01 C3 \"120\"\n× ds2 DV01 C5 \"121\"\n" +
				"? IMP-TWICE C4 строка повторяет строку 2: она взята один раз\n! IMP-TWICE C5 о том же сказано в строке 3, и другое: не взято ни то, ни другое"},
		{"sections, sums and headers", header + "Городские учреждения;;\nds1;DV01;\nds2;;5\nИтого;;7\n" + header + "ds1;DV99;1\n",
			"таблица по учреждениям [preschool] [\"ds1\" \"ds2\"]\n× ds2  C4 \"5\"\n× ~   C5 \"7\"\n× ~   C6 \"Значение\"\n× ds1 DV99 C7 \"1\"\n○ ds1 DV01 C3\n" +
				"! IMP-CODE C4 в строке нет кода: о каком показателе число, не узнать\n! IMP-CODE C7 кода «DV99» нет в каталоге показателей"},
		{"an empty column names nobody", header + ";DV01;120\n",
			"таблица учреждения [preschool] [\"ds3\"]\nds3 DV01 C2 = 120\n○ ds3 D16 -\n○ ds3 DV02 -\n○ ds3 DV09 -\n○ ds3 DV10 -\n? IMP-WHO  учреждение в файле не названо: узнано по имени файла – «МБДОУ «Детский сад № 3»»"},
	} {
		whole(t, r, "ds3.csv", []byte(test.table))
		if got := withoutAdvice(r.Read("ds3.csv", []byte(test.table))); got != test.want {
			t.Errorf("%s:\n%s", test.name, got)
		}
	}
}

// Numbers in columns that are none of the table's are told of, once a column.
func TestColumnsThatNobodyReads(t *testing.T) {
	far := make([]any, 16384)
	far[0], far[1], far[2], far[16383] = "ds1", 5, 6, 9
	for _, test := range []struct {
		name string
		rows [][]any
		form string
		want []string
	}{
		{"known columns", [][]any{{"№", "Учреждение", "ИНН", "Примечание", "Примечание", "DV01", "DV02", "Прошлый год"}, {1, "ds1", nil, 5, 6, 7, 8, 9}}, "", nil},
		{"a column of a wide table", [][]any{{"Учреждение", "DV01", "Что-то", "DV02", "Адрес"}, {"ds1", 5, 77, 6, "Ленина, 5"}, {"ds2", 5, "78 чел.", 6, nil}, {"Итого", 10, 155, 12, nil}},
			"", []string{"· «Т»!C1 столбец C («Что-то») не прочитан: чисел в нём 2"}},
		{"values that are none", [][]any{{"Учреждение", "DV01", "DV02", "Значение"}, {"ds1", 5, 6, 7}}, "", []string{"· «Т»!D1 столбец D («Значение») не прочитан: чисел в нём 1"}},
		{"the last column", [][]any{{"Учреждение", "DV01", "DV02"}, {"ds2", 1, 2}, far}, "", []string{"· «Т»!XFD3 столбец XFD не прочитан: чисел в нём 1"}},
		{"a vertical table", [][]any{{"Учреждение", "ds1"}, {"Код", "Значение", 2021, "Кто"}, {1, 2, 3, 4}, {"DV01", 5, 4, "Иванова"}, {"DV02", 5, "4", 8}, {"Исполнитель", nil, 5, 6}},
			"", []string{"· «Т»!C2 столбец C («2021») не прочитан: чисел в нём 2", "· «Т»!D2 столбец D («Кто») не прочитан: чисел в нём 1"}},
		{"a form", [][]any{{"Код", "Значение", "Если числа нет", "Прошлый год", "Как считать", "Примечание", form.KeyColumn.Header}, {"DV01", 5, nil, 4, 1, 2, form.Key("DV01"), nil, nil, 777}},
			passportOfOne, []string{"? «Т»!J2 столбец J не прочитан: чисел в нём 1"}},
		{"a form of all", [][]any{{"№", "Учреждение", "Код учреждения", "DV01", form.KeyColumn.Header}, {1, "ds1", 101, 4, form.Key("ds1"), "12,5"}},
			passportOfAll, []string{"? «Т»!F2 столбец F не прочитан: чисел в нём 1"}},
	} {
		sheets := map[string][][]any{"Т": test.rows}
		order := []string{"Т"}
		if test.form != "" {
			sheets["Паспорт формы"], order = passportOf(test.form, "town", "", "ds1", "1"), append(order, "Паспорт формы")
		}
		s := NewReader(town()).Read("a.xlsx", book(t, sheets, order...))
		var got []string
		for _, remark := range s.Remarks {
			if strings.HasPrefix(remark.Text, "столбец ") {
				got = append(got, [...]string{"!", "?", "·"}[remark.Severity]+" "+remark.Cell+" "+remark.Text)
			}
		}
		if !slices.Equal(got, test.want) || s.Observations.Len() == 0 {
			t.Errorf("%s: %q\n%s", test.name, got, told(s))
		}
	}
}
