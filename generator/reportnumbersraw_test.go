package generator

import (
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing"

	"doklad/generator/model"
)

// What the recount starts from is what stands in the tables that were sent in.
func TestReportNumbersStartFromWhatWasSent(t *testing.T) {
	files := exampleFiles(t)
	reports, _, _ := composedReports(ours())
	r := reports[0]
	compared := 0
	for year := 2020; year <= 2022; year++ {
		now := r.collector.of(r.office, year)
		folder := exampleSubmissions + strconv.Itoa(year)
		names, _ := fs.Glob(files, folder+"/*.csv")
		for _, name := range names {
			table := readTable(files[name].Data)
			for _, cells := range table.lines[table.header+1:] {
				for column, text := range cells {
					one := r.institutionByCode(cells[2])
					told, taken := now.taken[one][table.code(column)]
					if !taken || told.file.base != path.Base(name) {
						continue // another file counts, or the number is in dispute
					}
					if want := rawValue(text); told.value.State != want.State || told.value.Number != want.Number {
						t.Errorf("%s: %s of %s is %+v, written %q", name, table.code(column), cells[2], told.value, text)
					}
					compared++
				}
			}
		}
	}
	t.Logf("%d values", compared)
	if compared < 3000 {
		t.Errorf("only %d values were compared", compared)
	}
}

// institutionByCode finds the ID of an institution; empty: the office itself.
func (r *reporting) institutionByCode(code string) string {
	for _, one := range r.office.Institutions {
		if one.Code == code {
			return one.ID
		}
	}
	return ""
}

func rawValue(text string) model.Value {
	switch text {
	case "да":
		return model.KnownValue(1)
	case "нет":
		return model.KnownValue(0)
	case "не применимо":
		return model.NoValue()
	}
	if x, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64); err == nil {
		return model.KnownValue(x)
	}
	return model.Value{}
}
