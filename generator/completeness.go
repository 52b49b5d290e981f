package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	sheets "doklad/generator/sheet"
)

// completenessTable tells who handed in what («полнота и своевременность»): of one office
// its institutions, of several the offices.
func (b *consolidated) completenessTable() *doc.Table {
	if len(b.parts) == 1 {
		return b.parts[0].completenessTable(b.set)
	}
	t := &doc.Table{Name: completenessName, Caption: "Полнота данных", Columns: columnsOf("Организация", "sent:Представили", "all:Всего", "accepted:Проверено")}
	for i := range t.Columns[1:] {
		t.Columns[i+1].Align = doc.Centre
	}
	for _, now := range b.parts {
		all, sent, accepted := now.counts(b.set)
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: oneLine(now.office.Directory.Office.Full.Nominative)}, countCell(sent), countCell(all), countCell(accepted)}})
	}
	return t
}

func (now *collection) completenessTable(set model.IndicatorSet) *doc.Table {
	t := &doc.Table{Name: completenessName, Caption: "Полнота и своевременность",
		Columns: columnsOf("Учреждение", "status:Состояние", "told:Заполнено", "asked:Запрошено", "errors:Ошибок", "received:Поступило", "Не заполнено", "Файлы")}
	for _, name := range []int{1, 2, 3, 4, 5} {
		t.Columns[name].Align = doc.Centre
	}
	for _, r := range now.filings {
		if r.set.ID != set.ID {
			continue
		}
		var files []string
		for _, p := range r.parts {
			files = append(files, p.file.base)
		}
		received := dayCell(r.received)
		if !r.received.IsZero() && r.isLate(now.journal.Due, r.received) {
			received.Strong = true
		}
		cells := append(textCells(now.who(r), string(r.status)), countCell(r.told()), countCell(len(r.asked)), countCell(r.count(diag.Error)), received)
		cells[1].Strong = r.status == model.NothingSent || r.status == model.SeveralSent || r.status == model.SentBack
		t.Rows = append(t.Rows, doc.Row{Cells: append(cells, textCells(r.empty(), strings.Join(files, "; "))...)})
	}
	return t
}

// sourcesTable tells of each value of a set where it is from («источники»): which file,
// which cell.
func (now *collection) sourcesTable(set model.IndicatorSet, t *doc.Table) {
	for _, r := range now.filings {
		if r.set.ID != set.ID {
			continue
		}
		for _, p := range r.chosen {
			for _, o := range p.told() {
				i, _ := now.catalogue.Indicator(o.Code)
				cells := append(textCells(now.nameOf(o.Institution), o.Code, i.Title), valueCell(o.Value, formatOf(i), ""))
				t.Rows = append(t.Rows, doc.Row{Cells: append(cells, textCells(o.Raw, p.file.Submission.Name, o.At.Sheet, sheets.CellName(o.At.Row, o.At.Column), oneLine(o.Change+" "+o.Note))...)})
			}
		}
	}
}

func (b *consolidated) sourcesTable() *doc.Table {
	t := &doc.Table{Name: "sources", Columns: columnsOf("Учреждение", "code:Код", "Показатель", "value:Значение", "Записано", "Файл", "Лист", "Ячейка", "Как прочитано")}
	for _, now := range b.parts {
		now.sourcesTable(b.set, t)
	}
	return t
}

// counts are how many institutions are to hand in a set, have done so, and are accepted.
func (now *collection) counts(set model.IndicatorSet) (all, sent, accepted int) {
	for _, r := range now.filings {
		if r.set.ID != set.ID || r.institution.ID == "" {
			continue
		}
		all++
		if r.told() > 0 {
			sent++
		}
		if slices.Contains([]model.SubmissionStatus{model.SentAccepted, model.SentApproved}, r.status) {
			accepted++
		}
	}
	return all, sent, accepted
}

// sayCompleteness says how complete a consolidation is.
func sayCompleteness(parts []*collection, set model.IndicatorSet) string {
	all, sent, accepted := 0, 0, 0
	for _, now := range parts {
		a, s, c := now.counts(set)
		all, sent, accepted = all+a, sent+s, accepted+c
	}
	said := fmt.Sprintf("Данные представили %d из %d, проверены данные %d.", sent, all, accepted)
	if accepted < all {
		said = "Предварительный свод. " + said
	}
	return said
}
