package generator

import (
	"fmt"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/model"
	"doklad/generator/source"
)

// exampleFiles is a copy of the example's data that a test may change.
func exampleFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(ours().Data, "example", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(ours().Data, name)
		files[name] = &fstest.MapFile{Data: raw}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

const exampleSubmissions = "example/submissions/"

// sentTable is a table of many that was sent in, row by row.
type sentTable struct {
	lines  [][]string
	header int // its row
}

func readTable(raw []byte) (t sentTable) {
	for n, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		t.lines = append(t.lines, strings.Split(line, ";"))
		if strings.HasPrefix(line, "№;") {
			t.header = n
		}
	}
	return t
}

func (t sentTable) bytes() []byte {
	var lines []string
	for _, cells := range t.lines {
		lines = append(lines, strings.Join(cells, ";"))
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

// code is that of the indicator of a column; empty before the first one.
func (t sentTable) code(column int) string {
	code, _, has := strings.Cut(t.lines[t.header][column], ". ")
	if !has {
		return ""
	}
	return code
}

// set changes one value, which must be another one before.
func (t sentTable) set(tb testing.TB, institution, code, value string) {
	tb.Helper()
	for _, cells := range t.lines[t.header+1:] {
		for column := range cells {
			if cells[2] == institution && t.code(column) == code {
				if cells[column] == value {
					tb.Fatalf("%s of %s is %s already", code, institution, value)
				}
				cells[column] = value
				return
			}
		}
	}
	tb.Fatalf("no %s of %s", code, institution)
}

// vary changes some values of a table within what they can be, and takes some away.
func (t sentTable) vary(r *rand.Rand, catalogue model.Catalogue) {
	for _, cells := range t.lines[t.header+1:] {
		for column := range cells {
			i, known := catalogue.Indicator(t.code(column))
			if !known || r.IntN(12) > 0 {
				continue
			}
			switch r.IntN(8) {
			case 0:
				cells[column] = ""
			case 1:
				cells[column] = "нет данных"
			case 2:
				cells[column] = "не применимо"
			default:
				cells[column] = varied(r, i, cells[column])
			}
		}
	}
}

func varied(r *rand.Rand, i model.Indicator, was string) string {
	x, err := strconv.ParseFloat(strings.ReplaceAll(was, ",", "."), 64)
	switch {
	case was == "да":
		return "нет"
	case was == "нет":
		return "да"
	case err != nil:
		return was
	}
	x *= 0.7 + 0.6*r.Float64()
	if !i.Range.IsZero() {
		x = math.Min(math.Max(x, i.Range.From), i.Range.To)
	}
	decimals := i.Decimals
	if !strings.Contains(was, ",") {
		decimals = 0
	}
	return strings.ReplaceAll(plainDigits(x, decimals), ".", ",")
}

// varyExample changes a copy of the example; what is done besides the values says its name.
func varyExample(t testing.TB, n int) (Generator, string) {
	files := exampleFiles(t)
	r := rand.New(rand.NewPCG(2022, uint64(n)))
	g := ours()
	catalogue := source.Open(g.Data, g.Common).Catalogue("example").Catalogue
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if isThisYear := strings.HasPrefix(name, exampleSubmissions+"2022/"); path.Ext(name) == ".csv" && strings.HasPrefix(name, exampleSubmissions) && (isThisYear || r.IntN(2) == 0) {
			table := readTable(files[name].Data)
			table.vary(r, catalogue)
			files[name].Data = table.bytes()
		}
	}
	what := "values"
	remove := func(prefix string, of ...string) {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if strings.HasPrefix(name, exampleSubmissions+prefix) && (of == nil || slices.ContainsFunc(of, func(part string) bool { return strings.Contains(name, part) })) {
				delete(files, name)
			}
		}
		what += fmt.Sprintf(", without %s %v", prefix, of)
	}
	switch n % 6 {
	case 1: // one file
		sent, _ := fs.Glob(files, exampleSubmissions+"2022/*.*")
		sent = slices.DeleteFunc(sent, func(name string) bool { return path.Ext(name) == ".toml" })
		remove("2022/", path.Base(sent[r.IntN(len(sent))]))
	case 2:
		remove("2021/")
	case 3:
		remove("2020/")
	case 4: // all of one set
		remove("2022/", [][]string{{"shkoly", "СОШ", "ООШ", "школ", "Школ", "мназ", "school"}, {"doo", "дс", "сад", "Сад", "лочка"}}[n/6%2]...)
	case 5: // a few institutions remain
		for _, name := range []string{"2022/shkoly.csv", "2022/doo.csv"} {
			table := readTable(files[exampleSubmissions+name].Data)
			table.lines = table.lines[:table.header+2+r.IntN(3)]
			files[exampleSubmissions+name].Data = table.bytes()
		}
		what += ", few rows"
	}
	switch n % 5 { // nobody says anything of the recommendations, or of some decisions; others are told
	case 1:
		delete(files, "example/recommendations/2021.toml")
		what += ", no recommendations"
	case 2:
		delete(files, "example/decisions/2021.toml")
		what += ", no decisions of 2021"
	case 3:
		name := "example/recommendations/2021.toml"
		files[name].Data = []byte(strings.NewReplacer(`"done"`, `"work"`, `"partly"`, `"done"`, `"failed"`, `"void"`).Replace(string(files[name].Data)))
		what += ", other marks"
	}
	g.Data = files
	return g, what
}

// What holds of the example holds of any data: of twenty copies with other values, with
// values, files, years and whole sets missing.
func TestReportNumbersOfVariedData(t *testing.T) {
	all := 0
	for n := range 20 {
		g, what := varyExample(t, n)
		t.Run(fmt.Sprintf("%d %s", n, what), func(t *testing.T) {
			reports, composed, problems := composedReports(g)
			for k, r := range reports {
				if problems[k].HasErrors() {
					// An own text may ask for what the data has no more, which stops the report.
					for _, p := range problems[k] {
						if p.Severity == 0 && !strings.HasPrefix(p.Text, "изменения показателя S12 нет") && !strings.HasPrefix(p.Text, "за 2021 год данных нет") {
							t.Errorf("%s: %v", r.report.ID, p)
						}
					}
					continue
				}
				all += walkReport(t, r, composed[k])
				if n%4 == k {
					walkBook(t, r, composed[k])
				}
			}
		})
	}
	t.Logf("%d numbers", all)
}
