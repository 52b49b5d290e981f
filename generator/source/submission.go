package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// SubmissionFile is a file that an institution handed in, known without reading it.
type SubmissionFile struct {
	Name string // from the root of the data
	// Day is when the file was last changed. Copies and archives lose it: no paper may
	// depend on it.
	Day model.Date
}

// Base is what the file is called within the folder of its year.
func (f SubmissionFile) Base(folder string, year int) string {
	return strings.TrimPrefix(f.Name, submissionsOf(folder, year)+"/")
}

func submissionsOf(folder string, year int) string {
	return path.Join(folder, submissionsFolder, strconv.Itoa(year))
}

// Years are the years of which an office has a folder of submissions, the last one last.
func (t *Tree) Years(folder string) []int {
	entries, err := fs.ReadDir(t.data, path.Join(folder, submissionsFolder))
	if err != nil {
		return nil // there need be none
	}
	var years []int
	for _, entry := range entries {
		if year, ok := yearOf(entry.Name()); ok && entry.IsDir() {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}

// yearOf takes a folder by its name of four digits.
func yearOf(name string) (int, bool) {
	year, err := strconv.Atoi(name)
	return year, err == nil && len(name) == 4 && year >= firstYear && year <= lastYear
}

const (
	firstYear = 2000
	lastYear  = 2100
)

// Submissions are the files of a year, by name, in folders inside it too. What was
// written by us, by Excel while a book is open, and by the system is none of them.
func (t *Tree) Submissions(folder string, year int) ([]SubmissionFile, diag.List) {
	var files []SubmissionFile
	var l diag.List
	root := submissionsOf(folder, year)
	// The function below ends the walk nowhere, so WalkDir has no error of its own.
	_ = fs.WalkDir(t.data, root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == root:
			return nil
		case err != nil:
			l.Add(diag.Problem{File: name, Text: "папка или файл не читается: " + reasonOf(err), Hint: "проверьте права доступа"})
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			if name != root && isNotSent(entry.Name()) {
				return fs.SkipDir
			}
			return nil
		case isNotSent(entry.Name()) || name == path.Join(root, journalFile):
			return nil
		case !entry.Type().IsRegular():
			l.Add(diag.Problem{File: name, Text: "это не файл, а ссылка на другое место", Hint: "положите сюда сам файл: за пределами папки данных ничего не читается"})
			return nil
		}
		f := SubmissionFile{Name: name}
		if stat, err := entry.Info(); err == nil {
			f.Day = model.DateOf(stat.ModTime())
		}
		files = append(files, f)
		return nil
	})
	return files, l
}

// isNotSent: files that lie beside those that were sent.
func isNotSent(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || lower == "thumbs.db" || lower == "desktop.ini" ||
		strings.HasPrefix(lower, "readme.") || strings.HasPrefix(lower, "~") && strings.HasSuffix(lower, ".tmp")
}

// mostSent is what package sheet would take of a file, and a byte more.
const mostSent = 64<<20 + 1

// SubmissionBytes reads a file that was handed in.
func (t *Tree) SubmissionBytes(f SubmissionFile) ([]byte, *diag.Problem) {
	file, err := t.data.Open(f.Name)
	if err != nil {
		return nil, unsent(f, err)
	}
	defer file.Close()
	var read bytes.Buffer
	if stat, err := file.Stat(); err == nil {
		read.Grow(int(min(stat.Size(), mostSent)) + bytes.MinRead)
	}
	if _, err := read.ReadFrom(io.LimitReader(file, mostSent)); err != nil {
		return nil, unsent(f, err)
	}
	return read.Bytes(), nil
}

func unsent(f SubmissionFile, err error) *diag.Problem {
	p := diag.Problem{File: f.Name, Text: "файл не читается: " + reasonOf(err), Hint: "закройте его в Excel и повторите"}
	return &p
}

// StraySubmissions finds what lies in the folder of submissions and belongs to no year.
func (t *Tree) StraySubmissions(folder string) diag.List {
	var l diag.List
	entries, err := fs.ReadDir(t.data, path.Join(folder, submissionsFolder))
	if err != nil {
		return nil // other faults are told when the folders are searched
	}
	for _, entry := range entries {
		name := entry.Name()
		_, isYear := yearOf(name)
		switch at := path.Join(folder, submissionsFolder, name); {
		case isNotSent(name) || isYear && entry.IsDir():
		case entry.IsDir():
			l.Add(diag.Problem{Severity: diag.Warning, File: at, Text: "папка не читается: её имя не год",
				Hint: "присланное за год кладут в папку с его номером: submissions/2022"})
		default:
			l.Add(diag.Problem{Severity: diag.Warning, File: at, Text: "файл не читается: он лежит вне папки года",
				Hint: "переложите его в папку года, за который он прислан: submissions/2022"})
		}
	}
	return l
}
