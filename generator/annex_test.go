package generator

import (
	"testing"

	"doklad/generator/doc"
	"doklad/generator/model"
)

// Layout rule TB-05: quantities stand at the right, numbers of rows in the middle,
// text at the left. A title across the table tells nothing of its columns.
func TestColumnAlignment(t *testing.T) {
	table := appendixTable("appendix-1", "appendix[1]", model.Appendix{
		Columns: []string{"№ п/п", "Школа", "Доля", "Сумма", "Изменение", "Дата", "Кабинет", "Подпись", "Пункт"},
		Rows: [][]string{
			{"Первая очередь"},
			{"1", "Школа № 1", "87,5 %", "1 250,50", "−1,4", "02.03.2026", "5", "", "1.1"},
			{"2", "10", "–", "980", "+2", "03.03.2026", "5а", "", "1.2"},
		},
	})
	want := []doc.Align{doc.Centre, doc.Left, doc.Decimal, doc.Decimal, doc.Decimal, doc.Left, doc.Left, doc.Left, doc.Left}
	for i, column := range table.Columns {
		if column.Align != want[i] {
			t.Errorf("%s: %d, want %d", column.Header, column.Align, want[i])
		}
	}
}
