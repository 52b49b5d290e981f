// Package diag says what is wrong with the data: where, what, and what to do.
//
// A Problem is for the author of the data; an error of the machine stays a Go
// error. Problems are collected, never returned one by one, so that an official
// sees all of them after one run.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity is how much a problem weighs. The zero value is Error.
type Severity int

const (
	Error   Severity = iota // the papers it concerns are not made
	Warning                 // the paper is made; somebody should look
	Advice                  // a better form exists
)

var severityNames = [...]string{Error: "ошибка", Warning: "предупреждение", Advice: "совет"}

func (s Severity) String() string { return severityNames[s] }

// MarshalText gives the words for machines: error, warning, advice.
func (s Severity) MarshalText() ([]byte, error) {
	return []byte([...]string{Error: "error", Warning: "warning", Advice: "advice"}[s]), nil
}

// Problem is one thing wrong at one place.
type Problem struct {
	Severity Severity `json:"severity"`
	Code     string   `json:"code,omitempty"`   // e.g. TBL-EMPTY-RESULT; empty for faults of reading
	File     string   `json:"file,omitempty"`   // slash-separated, relative to the data folder
	Line     int      `json:"line,omitempty"`   // from 1; 0 where the file as a whole is meant
	Column   int      `json:"column,omitempty"` // from 1, in characters, not bytes
	Cell     string   `json:"cell,omitempty"`   // «Лист»!D17, in a workbook
	Path     string   `json:"path,omitempty"`   // the place in the reader's words: «дорожная карта, 2.4»
	Text     string   `json:"text"`             // what is wrong
	Hint     string   `json:"hint,omitempty"`   // what to do

	// Key is the place in the words of the data, e.g. "clause[2].text"; the
	// reader of the file turns Key and Offset (in characters from the start of
	// the value) into Line and Column.
	Key    string `json:"-"`
	Offset int    `json:"-"`
}

// Place is the beginning of a message: file:line:column.
func (p Problem) Place() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	if p.Cell != "" {
		b.WriteString(": " + p.Cell)
	}
	return b.String()
}

// String is the message as the official reads it; the hint stands on a line of
// its own.
func (p Problem) String() string {
	var parts []string
	if place := p.Place(); place != "" {
		parts = append(parts, place)
	}
	parts = append(parts, p.Severity.String())
	if p.Path != "" {
		parts = append(parts, p.Path)
	}
	text := p.Text
	if p.Code != "" {
		text += " [" + p.Code + "]"
	}
	s := strings.Join(append(parts, text), ": ")
	if p.Hint != "" {
		s += "\n  подсказка: " + p.Hint
	}
	return s
}

// List is a set of problems. Functions that judge return one.
type List []Problem

// Add puts one problem at the end.
func (l *List) Add(p Problem) { *l = append(*l, p) }

// In returns the list with File set where it was empty.
func (l List) In(file string) List {
	for i := range l {
		if l[i].File == "" {
			l[i].File = file
		}
	}
	return l
}

// Sort orders the list by place, then by weight, and drops exact repeats.
func (l List) Sort() List {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity),
			strings.Compare(a.Code, b.Code),
			strings.Compare(a.Text, b.Text),
		)
	})
	return slices.Compact(l)
}

// HasErrors reports whether any problem stops a paper.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Count is the number of problems of one weight.
func (l List) Count(s Severity) int {
	n := 0
	for _, p := range l {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Errorf makes an error at a key of the data.
func Errorf(key, format string, args ...any) Problem {
	return Problem{Key: key, Text: fmt.Sprintf(format, args...)}
}

// Warnf makes a warning at a key of the data.
func Warnf(key, format string, args ...any) Problem {
	return Problem{Severity: Warning, Key: key, Text: fmt.Sprintf(format, args...)}
}

// Advisef makes an advice at a key of the data.
func Advisef(key, format string, args ...any) Problem {
	return Problem{Severity: Advice, Key: key, Text: fmt.Sprintf(format, args...)}
}

// WithHint returns the problem with what to do about it.
func (p Problem) WithHint(format string, args ...any) Problem {
	p.Hint = fmt.Sprintf(format, args...)
	return p
}
