package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/data"
	"doklad/generator/doc"
	"doklad/generator/pdf"
	"doklad/generator/source"
)

// officeWith is the sample office with another roadmap.
func officeWith(t *testing.T, sections string) (folder, order string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "data")
	if err := os.CopyFS(folder, os.DirFS("testdata/office")); err != nil {
		t.Fatal(err)
	}
	order = filepath.Join(folder, "orders", "2026-1.toml")
	text, err := os.ReadFile(order)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(text), "[[roadmap.section]]")
	if err := os.WriteFile(order, []byte(head+sections), 0o666); err != nil {
		t.Fatal(err)
	}
	return folder, order
}

// made builds that office and returns the folder of its papers.
func made(t *testing.T, sections string) (out string) {
	t.Helper()
	folder, _ := officeWith(t, sections)
	out = t.TempDir()
	if status, _, stderr := called(t, "build", "--data", folder, "--out", out); status != exitMade {
		t.Fatalf("status %d\n%s", status, stderr)
	}
	return out
}

// rowsOf are the cells of the workbook that «made» made, below the header.
func rowsOf(t *testing.T, out string) [][]string {
	t.Helper()
	book, err := excelize.OpenFile(filepath.Join(out, "orders", "2026-1-roadmap.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	header := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 1 && strings.HasPrefix(row[0], "№") })
	if header < 0 {
		t.Fatalf("no header in %v", rows)
	}
	return rows[header+1:]
}

// longText is n different words.
func longText(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprint("с", i)
	}
	return strings.Join(words, " ")
}

func roadmapOf(activities ...string) string {
	var b strings.Builder
	b.WriteString("[[roadmap.section]]\ntitle = \"Раздел\"\n")
	for i, text := range activities {
		fmt.Fprintf(&b, "\n[[roadmap.section.activity]]\ntext = %q\nresponsible = \"Отдел образования\"\nschedule = \"Июль 2026 г.\"\nresult = \"Справка %d\"\n", text, i+1)
	}
	return b.String()
}

// A cell of 5,000 words goes over several pages, and into one cell of Excel.
func TestLongCell(t *testing.T) {
	text := longText(5000)
	rows := rowsOf(t, made(t, roadmapOf(text)))
	if len(rows) != 2 || rows[1][1] != text {
		t.Errorf("%d rows, the cell has %d characters of %d", len(rows), len(rows[1][1]), len(text))
	}
}

// A cell of Excel holds no more than 32,767 characters: then the workbook is not
// made, and the order is.
func TestTooLongCell(t *testing.T) {
	text := longText(6000)
	folder, order := officeWith(t, roadmapOf(text))
	out := t.TempDir()
	status, stdout, stderr := called(t, "build", "--data", folder, "--out", out)
	at := filepath.ToSlash(out)
	if want := at + "/orders/2026-1.pdf\n" + at + "/progress/2026-1.pdf\n" + at + "/progress/2026-1.ics\nСделано: 3, без изменений: 0, не сделано: 2.\n"; status != exitData || stdout != want {
		t.Errorf("status %d, said\n%s\nwant\n%s", status, stdout, want)
	}
	want := ""
	for _, place := range []string{"«Дорожная карта», строка таблицы 2, столбец 2", "«Исполнение», строка таблицы 1, столбец 3", "«По ответственным», строка таблицы 1, столбец 3"} {
		want += fmt.Sprintf("%s:37:9: ошибка: текст из %d знаков не помещается в ячейку Excel (лист %s): больше 32767 нельзя\n"+
			"  подсказка: сократите текст или разделите его на несколько строк таблицы\n", filepath.ToSlash(order), len([]rune(text)), place)
	}
	if stderr != want {
		t.Errorf("complained\n%s\nwant\n%s", stderr, want)
	}
}

func TestManyRows(t *testing.T) {
	const n = 10_000
	activities := make([]string, n)
	for i := range activities {
		activities[i] = fmt.Sprintf("Мероприятие номер %d", i+1)
	}
	out := made(t, roadmapOf(activities...))
	rows := rowsOf(t, out)
	if len(rows) != n+1 {
		t.Fatalf("%d rows, want %d", len(rows), n+1)
	}
	for i, text := range activities {
		if row := rows[i+1]; row[0] != fmt.Sprintf("1.%d", i+1) || row[1] != text {
			t.Fatalf("row %d is %q", i+1, row)
		}
	}
	if stat, err := os.Stat(filepath.Join(out, "orders", "2026-1.pdf")); err != nil || stat.Size() < 100*n {
		t.Errorf("the order: %v, %v", stat, err)
	}
}

// On paper nothing is lost either: of a long cell over its pages, of a word that
// is wider than any column.
func TestNothingLostOnPaper(t *testing.T) {
	word := strings.Repeat("непереносимое", 20)
	table := &doc.Table{
		Name:    "t",
		Columns: []doc.Column{{Header: "№"}, {Header: "А"}, {Header: "Б"}, {Header: "В"}},
		Rows: []doc.Row{
			{Cells: []doc.Cell{{Text: "1"}, {Text: word}, {Text: "слово"}, {Text: "слово"}}},
			{Cells: []doc.Cell{{Text: "2"}, {Text: longText(5000)}, {Text: "слово"}, {Text: "слово"}}},
		},
	}
	profile, problems := source.Open(os.DirFS("testdata/office"), data.Common).Layout(".", "gost2025")
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	pages, problems := pdf.Layout(&doc.Document{
		Blocks: []doc.Block{{Role: doc.TableRole, Label: "t"}},
		Tables: map[string]*doc.Table{"t": table},
	}, pdf.Options{Profile: profile})
	if len(problems) == 0 || problems.HasErrors() || problems[0].Code != "TBL-WORD" {
		t.Errorf("problems: %v", problems)
	}
	letters := map[float64]*strings.Builder{} // by column
	for _, page := range pages {
		for _, text := range page.Texts {
			if letters[text.X] == nil {
				letters[text.X] = &strings.Builder{}
			}
			letters[text.X].WriteString(strings.ReplaceAll(text.Text, " ", ""))
		}
	}
	want := word + strings.ReplaceAll(longText(5000), " ", "")
	for _, column := range letters {
		if strings.Contains(strings.ReplaceAll(column.String(), "(продолжение)", ""), want) {
			return
		}
	}
	t.Errorf("on %d pages the letters of the two cells are not in order", len(pages))
}
