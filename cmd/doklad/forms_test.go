package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"doklad/generator/model"
)

// fill types into the row of a form; a day becomes a native one, "" an empty cell:
// fill FILE ACTIVITY OCCURRENCE HEADER VALUE…
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 5 || len(args)%2 == 0 {
		ts.Fatalf("usage: fill file activity occurrence header value...")
	}
	editBook(ts, args[0], func(f *excelize.File) {
		sheet, at, headers := "", 0, map[string]int{}
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			ts.Check(err)
			for i, row := range rows {
				for j, cell := range row {
					switch {
					case cell == "Статус":
						sheet, headers = name, map[string]int{}
						for k, header := range row {
							headers[header] = k + 1
						}
					case sheet == name && strings.HasPrefix(cell, args[1]+"|"+args[2]+"|") && j+1 == headers["Ключ строки (не менять)"]:
						at = i + 1
					}
				}
			}
		}
		for i := 3; i < len(args); i += 2 {
			column := headers[args[i]]
			if at == 0 || column == 0 {
				ts.Fatalf("no row %s %s or column %s in %s", args[1], args[2], args[i], args[0])
			}
			name, err := excelize.CoordinatesToCellName(column, at)
			ts.Check(err)
			var value any = args[i+1]
			if day, err := model.ParseDate(args[i+1]); err == nil {
				value = int(day.Time().Sub(model.Date{Year: 1899, Month: 12, Day: 30}.Time()).Hours() / 24)
			}
			ts.Check(f.SetCellValue(sheet, name, value))
		}
	})
}

// unmask takes the hidden sheet out of a form: unmask FILE.
func unmask(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 1, "unmask file")
	editBook(ts, args[0], func(f *excelize.File) { ts.Check(f.DeleteSheet("Паспорт формы")) })
}

func editBook(ts *testscript.TestScript, name string, edit func(*excelize.File)) {
	f, err := excelize.OpenFile(ts.MkAbs(name))
	ts.Check(err)
	defer f.Close()
	edit(f)
	out, err := os.Create(ts.MkAbs(name))
	ts.Check(err)
	ts.Check(f.Write(out))
	ts.Check(out.Close())
}
