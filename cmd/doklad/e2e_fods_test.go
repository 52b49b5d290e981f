//go:build e2e

package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A workbook as LibreOffice writes it in one text (.fods) is changed as a person changes it
// on the screen: what a cell looks like and what it takes stay.

var (
	e2eFodsRow     = regexp.MustCompile(`(?s)<table:table-row\b(?:[^>]*/>|.*?</table:table-row>)`)
	e2eFodsCell    = regexp.MustCompile(`(?s)<table:(?:covered-)?table-cell\b(?:[^>]*/>|.*?</table:(?:covered-)?table-cell>)`)
	e2eFodsRepeat  = regexp.MustCompile(` table:number-(?:rows|columns)-repeated="(\d+)"`)
	e2eFodsContent = regexp.MustCompile(` (?:office:value|office:value-type|calcext:value-type|office:string-value)="[^"]*"`)
	e2eFodsRule    = regexp.MustCompile(` table:content-validation-name="([^"]*)"`)
)

// e2eFodsTable is the text of a sheet, and where it begins.
func e2eFodsTable(t testing.TB, text, sheet string) (at int, table string) {
	t.Helper()
	at = strings.Index(text, `<table:table table:name="`+sheet+`"`)
	end := strings.Index(text[max(at, 0):], "</table:table>")
	if at < 0 || end < 0 {
		t.Fatalf("no sheet «%s»", sheet)
	}
	return at, text[at : at+end]
}

// e2eFodsTimes is how many rows or columns an element stands for.
func e2eFodsTimes(element string) int {
	open, _, _ := strings.Cut(element, ">")
	if m := e2eFodsRepeat.FindStringSubmatch(open); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 1
}

// e2eFodsFill puts numbers and words into the cells of a sheet, by their names. Those of
// one row must be written one by one, as cells to be filled are.
func e2eFodsFill(t testing.TB, text, sheet string, values map[string]any) string {
	t.Helper()
	at, table := e2eFodsTable(t, text, sheet)
	row, filled := 0, 0
	changed := e2eFodsRow.ReplaceAllStringFunc(table, func(whole string) string {
		times := e2eFodsTimes(whole)
		row += times
		if times > 1 {
			return whole
		}
		column := 0
		return e2eFodsCell.ReplaceAllStringFunc(whole, func(cell string) string {
			first, times := column+1, e2eFodsTimes(cell)
			column += times
			if times > 100 { // to the end of the sheet
				return cell
			}
			one, written := e2eFodsRepeat.ReplaceAllString(cell, ""), ""
			for n := range times {
				name, _ := excelize.CoordinatesToCellName(first+n, row)
				value, wanted := values[name]
				if !wanted {
					written += one
					continue
				}
				filled++
				open, _, _ := strings.Cut(strings.TrimSuffix(strings.TrimSuffix(one, "\n"), "/>"), ">")
				written += e2eFodsContent.ReplaceAllString(open, "") + e2eFodsValue(value) + "</table:table-cell>"
			}
			return written
		})
	})
	if filled != len(values) {
		t.Fatalf("%d cells of %d were filled", filled, len(values))
	}
	return text[:at] + changed + text[at+len(table):]
}

func e2eFodsValue(value any) string {
	if x, isNumber := value.(float64); isNumber {
		text := strconv.FormatFloat(x, 'f', -1, 64)
		return fmt.Sprintf(` office:value-type="float" office:value="%s"><text:p>%s</text:p>`, text, text)
	}
	return fmt.Sprintf(` office:value-type="string"><text:p>%s</text:p>`, html.EscapeString(fmt.Sprint(value)))
}

// e2eFodsRules are the rules of what cells take, by the cells of a sheet.
func e2eFodsRules(t testing.TB, text, sheet string) map[string]e2eFodsTakes {
	t.Helper()
	byName := map[string]e2eFodsTakes{}
	for _, m := range e2eFodsTake.FindAllStringSubmatch(text, -1) {
		byName[m[1]] = e2eFodsTakes{condition: html.UnescapeString(m[2]), base: html.UnescapeString(m[4]), emptyToo: m[3] == "true", stops: m[5] == "stop"}
	}
	rules := map[string]e2eFodsTakes{}
	_, table := e2eFodsTable(t, text, sheet)
	row := 0
	for _, whole := range e2eFodsRow.FindAllString(table, -1) {
		times := e2eFodsTimes(whole)
		column := 0
		for _, cell := range e2eFodsCell.FindAllString(whole, -1) {
			open, _, _ := strings.Cut(cell, ">")
			repeated := e2eFodsTimes(cell)
			if m := e2eFodsRule.FindStringSubmatch(open); m != nil {
				for r := range times {
					for c := range repeated {
						name, _ := excelize.CoordinatesToCellName(column+c+1, row+r+1)
						rules[name] = byName[m[1]]
					}
				}
			}
			column += repeated
		}
		row += times
	}
	return rules
}

var e2eFodsTake = regexp.MustCompile(`(?s)<table:content-validation table:name="([^"]*)" table:condition="([^"]*)" table:allow-empty-cell="([^"]*)"[^>]*? table:base-cell-address="([^"]*)"[^>]*>.*?<table:error-message table:message-type="([^"]*)"`)

// e2eFodsTakes is what a cell takes: base is the cell for which the condition is said.
type e2eFodsTakes struct {
	condition, base string
	emptyToo, stops bool
}

// e2eFodsOf writes a workbook of one sheet of rows of cells.
func e2eFodsOf(t testing.TB, rows []string) string {
	t.Helper()
	const urn = "urn:oasis:names:tc:opendocument:xmlns:"
	text := `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="` + urn + `office:1.0" xmlns:table="` + urn + `table:1.0" xmlns:text="` + urn +
		`text:1.0" xmlns:of="` + urn + `of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>` +
		`<table:table table:name="Проверка">` + strings.Join(rows, "") + `</table:table></office:spreadsheet></office:body></office:document>`
	file := filepath.Join(t.TempDir(), "rules.fods")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
