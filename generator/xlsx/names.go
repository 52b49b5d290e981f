package xlsx

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

const (
	longestName = 31 // Excel's limit, in UTF-16 units
	defaultName = "Лист"
)

// sheetNames gives every sheet a name that Excel accepts. Names that differ only
// in case are the same name to Excel.
func sheetNames(sheets []Sheet) []string {
	names := make([]string, len(sheets))
	taken := map[string]bool{}
	for i, sheet := range sheets {
		base := legalName(sheet.Name)
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			name = shorten(base, longestName-len(suffix)) + suffix
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

// legalName replaces what Excel forbids. Apostrophes are replaced everywhere,
// not only at the ends: inside a name they would have to be doubled in every
// reference, and excelize does not do it. «History» is taken by Excel itself.
func legalName(name string) string {
	name = strings.ToValidUTF8(name, "")
	name = strings.Map(func(r rune) rune {
		switch {
		case r == '\'':
			return '’'
		case r == '[':
			return '('
		case r == ']':
			return ')'
		case strings.ContainsRune(`:*?/\`, r):
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || forbidden(r):
			return -1
		}
		return r
	}, name)
	name = shorten(strings.Join(strings.Fields(name), " "), longestName)
	switch {
	case name == "":
		return defaultName
	case strings.EqualFold(name, "History"):
		return name + "."
	}
	return name
}

// shorten keeps the beginning of a name, never half a character.
func shorten(name string, limit int) string {
	units := 0
	for i, r := range name {
		if units += utf16.RuneLen(r); units > limit {
			return strings.TrimRight(name[:i], " ")
		}
	}
	return name
}
