package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"doklad/generator/diag"
	"doklad/generator/doc"
)

var paper = Properties{
	Title: "Дорожная карта", Author: "Управление", Subject: "Приказ № 109", Language: "ru-RU",
	Created: time.Date(2021, 6, 25, 9, 0, 0, 0, time.FixedZone("Пермь", 5*3600)),
}

// roadmap is the sheet of an order in small.
func roadmap() Sheet {
	return Sheet{
		Name: "Дорожная карта",
		Note: "Пример: вымышленные данные",
		Above: []doc.Block{
			{Role: doc.Approval, Parts: []string{"УТВЕРЖДЕН",
				"приказом Управления муниципальными учреждениями администрации Оханского городского округа",
				"от 25.06.2021 № 109"}},
			{Role: doc.AnnexTitle, Parts: []string{"План мероприятий («дорожная карта»)",
				"на территории Оханского городского округа до 2024 года"}},
		},
		Table: &doc.Table{
			Name: "roadmap",
			Columns: []doc.Column{
				{Header: "№ п/п", Align: doc.Centre},
				{Header: "Наименование мероприятия"},
				{Header: "Ответственные исполнители"},
				{Header: "Срок исполнения"},
				{Header: "Планируемый результат"},
			},
			Rows: []doc.Row{
				{Section: true, Cells: cells("1. Нормативно-правовое обеспечение")},
				{Cells: cells("1.10",
					"Разработка и утверждение критериев и показателей системы оценки качества дошкольного образования на территории Оханского городского округа",
					"Отдел образования,\nдошкольные образовательные организации", "Июль-август 2021",
					"Утверждены критерии и показатели системы оценки качества дошкольного образования на территории Оханского городского округа")},
				{Section: true, Cells: cells("2. Общесистемные мероприятия")},
				{Cells: cells("2.1.", "Участие в семинарах,/вебинарах/,совещаниях", "МО ПК, ИРО ПК", "01.09.21")},
			},
		},
	}
}

func cells(texts ...string) []doc.Cell {
	out := make([]doc.Cell, len(texts))
	for i, text := range texts {
		out[i] = doc.Cell{Text: text, Key: "roadmap." + text}
	}
	return out
}

// table is rows of text under headers.
func table(headers []string, rows ...[]string) *doc.Table {
	t := &doc.Table{}
	for _, h := range headers {
		t.Columns = append(t.Columns, doc.Column{Header: h})
	}
	for _, row := range rows {
		t.Rows = append(t.Rows, doc.Row{Cells: cells(row...)})
	}
	return t
}

func mustWrite(t testing.TB, sheets ...Sheet) []byte {
	t.Helper()
	book, problems, err := Write(sheets, paper)
	if err != nil {
		t.Fatal(err)
	}
	if problems.Count(diag.Error) > 0 {
		t.Fatal(problems)
	}
	return book
}

func open(t testing.TB, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// part is one file inside the workbook.
func part(t testing.TB, book []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
