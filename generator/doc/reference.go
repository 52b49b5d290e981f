package doc

import (
	"fmt"
	"strconv"
	"strings"
)

// Reference is a place in the tables of a workbook, said by names: where it stands
// on a sheet is known only when the sheet is laid. In braces:
//
//	{status}           the column of this table over all its rows
//	{3}                the third column; {*} all columns
//	{.status}          the cell of the column in the same row
//	{status[3]}        the cell in the third row of the table
//	{status[3:17]}     the cells of rows 3 to 17
//	{Итоги!status}     each of these in the table of another sheet
//	{Итоги!}           the sheet itself: its first cell
//
// Rows are those of Table.Rows, from 1, section titles among them. Totals at the
// end are not of the column, so that they can sum it up.
type Reference struct {
	Sheet    string // as the caller named it; empty: the sheet where this is said
	Column   string // Column.Name, a number from 1, or "*"; empty: the sheet itself
	Same     bool   // in the same row
	From, To int    // rows; 0: all
}

// ParseReference reads a reference in its braces.
func ParseReference(text string) (Reference, error) {
	inner, opened := strings.CutPrefix(text, "{")
	inner, closed := strings.CutSuffix(inner, "}")
	if !opened || !closed {
		return Reference{}, fmt.Errorf("%q is no reference: it stands in braces", text)
	}
	return parseInner(inner)
}

func parseInner(text string) (r Reference, err error) {
	bad := fmt.Errorf("{%s} is no reference", text)
	place := text
	if at := strings.LastIndex(text, "!"); at >= 0 {
		r.Sheet, place = text[:at], text[at+1:]
		if place == "" {
			return r, nil
		}
	}
	column, rows, ranged := strings.Cut(place, "[")
	r.Column, r.Same = strings.CutPrefix(column, ".")
	if ranged {
		rows, closed := strings.CutSuffix(rows, "]")
		from, to, two := strings.Cut(rows, ":")
		if !two {
			to = from
		}
		var fault error
		if r.From, err = strconv.Atoi(from); err == nil {
			r.To, fault = strconv.Atoi(to)
		}
		if err != nil || fault != nil || !closed || r.Same || r.From < 1 || r.To < r.From {
			return r, bad
		}
	}
	if r.Column == "" || strings.ContainsAny(r.Column, "{}[]") {
		return r, bad
	}
	return r, nil
}

// Expand puts addresses in the places of references. Braces in the texts of the
// formula stay; a list of constants is written with doubled ones: «{{1,2}}».
func Expand(formula string, address func(Reference) (string, error)) (string, error) {
	var b strings.Builder
	for rest := formula; rest != ""; {
		at := strings.IndexAny(rest, `"{}`)
		if at < 0 {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:at])
		rest = rest[at:]
		switch {
		case rest[0] == '"':
			end := strings.IndexByte(rest[1:], '"')
			if end < 0 {
				return "", fmt.Errorf("formula %q: a text without its end", formula)
			}
			b.WriteString(rest[:end+2])
			rest = rest[end+2:]
		case strings.HasPrefix(rest, "{{"), strings.HasPrefix(rest, "}}"):
			b.WriteByte(rest[0])
			rest = rest[2:]
		default:
			end := strings.IndexByte(rest, '}')
			if end <= 0 {
				return "", fmt.Errorf("formula %q: a brace without its other", formula)
			}
			reference, err := ParseReference(rest[:end+1])
			if err == nil {
				var place string
				place, err = address(reference)
				b.WriteString(place)
			}
			if err != nil {
				return "", fmt.Errorf("formula %q: %w", formula, err)
			}
			rest = rest[end+1:]
		}
	}
	return b.String(), nil
}

// Quote is a text as formulas write it. Excel allows no more than 255 characters.
func Quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
