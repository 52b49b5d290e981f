package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// mostAlike is how many remarks of one kind are told one by one: a file of another
// table has one at each cell.
const mostAlike = 5000

// fault is what is wrong with a cell, before it is known where the cell stands.
type fault struct {
	code       string
	severity   diag.Severity
	text, hint string
}

func faultf(code, hint, text string, args ...any) fault {
	return fault{code: code, text: fmt.Sprintf(text, args...), hint: hint}
}

// problem is the fault without a place.
func (f fault) problem() diag.Problem {
	return diag.Problem{Severity: f.severity, Code: f.code, Text: f.text, Hint: f.hint}
}

func (f fault) as(s diag.Severity) fault {
	f.severity = s
	return f
}

// remark tells of a fault at a cell; row 0 is the sheet, an empty sheet name too the
// file.
func (f *reading) remark(s *sheet.Sheet, row, column int, what fault) {
	key := remarkKind{what.code, what.severity}
	if f.told[key]++; f.told[key] > mostAlike {
		return
	}
	at := model.CellPlace{File: f.Name}
	p := what.problem()
	p.File = f.Name
	if s != nil {
		at.Sheet = s.Name
		switch {
		case row > 0:
			at.Row, at.Column = row, max(column, 1)
			p.Cell = s.Place(at.Row, at.Column)
		case s.Name != "":
			p.Cell = "«" + s.Name + "»"
		}
	}
	f.Remarks = append(f.Remarks, Remark{at, p})
}

// remarkFile tells of a fault of the file as a whole.
func (f *reading) remarkFile(what fault) { f.remark(nil, 0, 0, what) }

type remarkKind struct {
	code     string
	severity diag.Severity
}

// sumUpRemarks tells how many remarks were left out, kind by kind.
func (f *reading) sumUpRemarks() {
	kinds := slices.SortedFunc(maps.Keys(f.told), func(a, b remarkKind) int {
		if a.severity != b.severity {
			return int(a.severity) - int(b.severity)
		}
		return strings.Compare(a.code, b.code)
	})
	for _, kind := range kinds {
		left := f.told[kind] - mostAlike
		if left <= 0 {
			continue
		}
		what := faultf(kind.code, "исправьте те, что названы: причина у них обычно одна", "таких замечаний ещё %s",
			russian.Count(left, "штука", "штуки", "штук"))
		f.told[kind] = 0
		f.remarkFile(what.as(kind.severity))
	}
}

// shown is a text short enough for a message.
func shown(text string) string {
	const longest = 60
	line := []rune(oneLine(beginning(text, 300)))
	if len(line) > longest {
		return string(line[:longest]) + "…"
	}
	return string(line)
}

// place is where a cell stands; its texts are shared by all cells.
func (f *reading) place(s *sheet.Sheet, row, column int) model.CellPlace {
	return model.CellPlace{File: f.Name, Sheet: s.Name, Row: row, Column: column}
}

// oneLine is a cleaned text without line breaks. Most texts are so already.
func oneLine(text string) string {
	before := ' '
	for _, r := range text {
		switch {
		case r == ' ' && before == ' ', r < ' ', r >= 0x7f && r < 'Ё' && !unicode.IsPrint(r), r > 'ё' && !isPlain(r):
			return joinLines(form.Clean(text))
		}
		before = r
	}
	if before == ' ' {
		return strings.TrimSpace(text)
	}
	return text
}

// isSeen: not one of those that cleaning leaves out.
func isSeen(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}

// isPlain: a sign that everybody sees, and no space.
func isPlain(r rune) bool {
	return unicode.IsPrint(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && r != utf8.RuneError
}
