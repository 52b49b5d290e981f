package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"doklad/generator"
	"doklad/generator/diag"
)

// sentFiles are the files that are named: a folder means the workbooks in it, and
// «*.xlsx» is looked up here, for the command line of Windows does not.
func sentFiles(names []string) ([]string, error) {
	var files []string
	add := func(name string) {
		if name = filepath.Clean(name); !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	for _, name := range names {
		if strings.TrimSpace(name) == "" {
			return nil, errors.New("вместо имени файла пустые кавычки")
		}
		stat, err := os.Stat(name)
		switch {
		case err == nil && stat.IsDir():
			books, err := booksIn(name)
			if err != nil {
				return nil, err
			}
			for _, book := range books {
				add(book)
			}
		case err == nil:
			add(name)
		case strings.ContainsAny(name, "*?"):
			found, err := filepath.Glob(name)
			if err != nil || len(found) == 0 {
				return nil, fmt.Errorf("под «%s» не подходит ни один файл", name)
			}
			for _, one := range found {
				if !isDraftOfExcel(filepath.Base(one)) {
					add(one)
				}
			}
		default:
			return nil, fmt.Errorf("нет файла «%s»", name)
		}
	}
	return files, nil
}

// booksIn are the workbooks of a folder by name.
func booksIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("папка «%s» не читается: %s", dir, sayMachine(err))
	}
	var books []string
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		if !e.IsDir() && (ext == ".xlsx" || ext == ".xlsm") && !isDraftOfExcel(e.Name()) {
			books = append(books, filepath.Join(dir, e.Name()))
		}
	}
	if len(books) == 0 {
		return nil, fmt.Errorf("в папке «%s» нет ни одной книги .xlsx", dir)
	}
	return books, nil
}

// isDraftOfExcel: beside a book that is open Excel keeps a file of its own.
func isDraftOfExcel(name string) bool {
	return strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".")
}

// readSent reads a file; not more of it than package sheet would take.
func readSent(name string) ([]byte, error) {
	const enough = 64<<20 + 1
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, enough))
}

// unreadable is a file that the machine does not give.
func unreadable(name string, err error) generator.ImportedForm {
	p := diag.Problem{File: name, Text: "файл не читается: " + sayMachine(err), Hint: "проверьте файл и повторите"}
	if errors.Is(err, fs.ErrPermission) || isOpenElsewhere(err) {
		p.Text, p.Hint = "файл не читается: нет прав или он занят", "закройте его в Excel и повторите"
	}
	return generator.ImportedForm{SentForm: &generator.SentForm{Name: name, Problems: diag.List{p}}}
}
