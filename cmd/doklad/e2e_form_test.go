//go:build e2e

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// e2eMarksForm is a form as LibreOffice saved it: filled, opened as .ods and saved back.
func e2eMarksForm(t *testing.T, data string) (file string) {
	t.Helper()
	out := t.TempDir()
	if status, stdout, stderr := called(t, "forms", "progress", "2026-9", "--responsible", "mc", "--data", data, "--out", out, "--date", "2026-11-22"); status != 0 {
		t.Fatal(stdout, stderr)
	}
	form := filepath.Join(out, "example/forms/progress/2026-9/mc.xlsx")
	f, err := excelize.OpenFile(form)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, _ := f.GetRows("Отметки")
	for i, row := range rows {
		if !slices.ContainsFunc(row, func(s string) bool { return strings.HasPrefix(s, "2.2|2026-Q3|") }) {
			continue
		}
		for j, header := range rows[i-4] {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			switch header {
			case "Статус":
				err = f.SetCellValue("Отметки", name, "исполнено")
			case "Дата":
				err = f.SetCellValue("Отметки", name, 46305) // 10.10.2026
			case "Номер документа":
				err = f.SetCellValue("Отметки", name, "12-1")
			case "Результат":
				err = f.SetCellValue("Отметки", name, "Первая строка\nвторая: 1.10")
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	ods := e2eConvert(t, "ods", "ods", []string{form})
	return e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", ods)[0]
}

// TestE2EFormThroughLibreOffice: keys, days, lists, locks and the hidden passport live
// through another program and another format.
func TestE2EFormThroughLibreOffice(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	if err := os.CopyFS(data, os.DirFS("../../generator/testdata/forms")); err != nil {
		t.Fatal(err)
	}
	file := e2eMarksForm(t, data)
	status, stdout, stderr := called(t, "import", file, "--data", data, "--date", "2026-11-22")
	if status != 0 || !strings.Contains(stdout, "записано отметок: 1, без изменений: 6") || !strings.Contains(stdout, "мероприятие 2.2, исполнение 2026-Q3: исполнено") {
		t.Errorf("%d %s%s", status, stdout, stderr)
	}
	record, err := os.ReadFile(filepath.Join(data, "example/progress/2026-9.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"occurrence = \"2026-Q3\"\nstatus = \"done\"\ndate = 2026-10-10\nresult = \"\"\"\nПервая строка\nвторая: 1.10\"\"\"", "[[entry.evidence]]\nnumber = \"12-1\"\n"} {
		if !strings.Contains(string(record), want) {
			t.Errorf("the record lacks %s", want)
		}
	}
	if status, stdout, stderr := called(t, "import", file, "--data", data, "--date", "2026-11-22"); status != 0 || !strings.Contains(stdout, "записано отметок: 0, без изменений: 7") {
		t.Errorf("again: %d %s%s", status, stdout, stderr)
	}
	e2eFormStays(t, file)
}

// e2eFormStays looks at what LibreOffice made of the rules of the form.
func e2eFormStays(t *testing.T, file string) {
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, want := range map[string]bool{"Отметки": true, "Как заполнять": true, "Паспорт формы": false} {
		if seen, err := f.GetSheetVisible(sheet); seen != want || err != nil {
			t.Errorf("«%s» is seen: %v %v", sheet, seen, err)
		}
	}
	if _, err := f.GetSheetProtection("Отметки"); err != nil {
		t.Errorf("not protected: %v", err)
	}
	rules, err := f.GetDataValidations("Отметки")
	if err != nil {
		t.Fatal(err)
	}
	lists, days := 0, 0
	for _, r := range rules {
		switch {
		case r.Type == "list" && strings.Contains(r.Formula1, "исполнено с опозданием"):
			lists++
		case r.Type == "date":
			days++
		}
	}
	if lists == 0 || days == 0 {
		t.Errorf("%d lists, %d rules of days", lists, days)
	}
	locked, open := 0, 0
	rows, _ := f.GetRows("Отметки")
	for i, row := range rows {
		for j, cell := range row {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if strings.HasPrefix(cell, "2.2|") {
				column, _, _ := strings.Cut(name, "1")
				column = strings.TrimRight(column, "0123456789")
				if seen, _ := f.GetColVisible("Отметки", column); seen {
					t.Errorf("the column of keys %s is seen", column)
				}
			}
			id, _ := f.GetCellStyle("Отметки", name)
			if style, err := f.GetStyle(id); err == nil && style.Protection != nil && !style.Protection.Locked {
				open++
			} else {
				locked++
			}
		}
	}
	if locked == 0 || open == 0 {
		t.Errorf("%d cells locked, %d open", locked, open)
	}
}
