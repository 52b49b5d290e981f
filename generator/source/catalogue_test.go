package source

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

func commonCatalogue(t *testing.T) *Catalogue {
	t.Helper()
	c := Open(fstest.MapFS{}, data.Common).Catalogue(".")
	for _, p := range c.Problems {
		t.Error(p)
	}
	return c
}

// printedCatalogue are the indicators as the list of the two programmes has them: code,
// unit, direction, whose value, threshold of the norm. It was written by hand from the list,
// not from the files.
const printedCatalogue = `
D01 балл higher both 3
D02 балл higher both 3
D03 балл higher both 3
D04 балл higher both 3
D05 балл higher both 3
D06 балл higher both 3
D07 балл higher both 3
D08 балл higher both 3
D09 балл higher both 3
D10 балл higher both 3
D11 % higher municipality trend
D12 балл lower institution 0.5
D13 % higher municipality 100
D14 % higher municipality 100
D15 % higher both 90
D16 % higher both 35
D17 % higher both 95
D18 % higher both –
D19 чел. band both 10–12
D20 % higher institution 75
D21 % higher municipality trend
D22 % higher both 85
D23 % higher institution –
D24 балл higher institution 80
D25 дн. lower both край
D26 ед. lower institution 0
D27 % higher municipality 100
D28 % higher municipality 100
D29 чел. lower municipality 0
D30 % higher municipality 100
D31 % higher institution 100
D32 % higher municipality 100
D33 % higher both 80
D34 % higher municipality 100
S01 % higher both 85
S02 % higher both край
S03 % lower both 25
S04 % band institution 0–30
S05 % higher municipality 90
S06 % higher municipality 90
S07 % lower municipality 0
S08 % lower municipality 0
S09 балл higher both край
S10 % higher both 98
S11 % lower both 0
S12 балл higher both РФ
S13 балл higher both РФ
S14 % lower both 0
S15 % higher both край
S16 чел. higher both –
S17 % higher both 100
S18 % lower institution 25
S19 усл. ед. lower both trend
S20 % lower municipality trend
S21 % higher municipality 50
S22 % higher both –
S23 % higher both –
S24 % higher both 80
S25 % higher both край
S26 % higher both 40
S27 % higher both 35
S28 чел. higher municipality trend
S29 % higher municipality 100
S30 % higher municipality 100
S31 % band municipality 100–100
S32 % higher institution –
S33 % higher municipality 80
S34 % higher both 80
S35 % higher both –
S36 чел. band institution –
`

func TestCatalogueIsThatOfThePage(t *testing.T) {
	c := commonCatalogue(t)
	var got strings.Builder
	got.WriteString("\n")
	inputs := 0
	for _, i := range c.All() {
		if len(i.Code) > 3 { // DV01, SV01: what others are counted from
			inputs++
			continue
		}
		norm := "–"
		if i.Trend {
			norm = "trend"
		}
		if n := i.Norm(); n >= 0 {
			number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
			switch bound := i.Thresholds[n]; {
			case bound.Band != nil:
				norm = number(bound.Band.From) + "–" + number(bound.Band.To)
			case bound.At != nil:
				norm = number(*bound.At)
			default:
				norm = map[string]string{"Пермский край": "край", "Российская Федерация": "РФ"}[bound.Reference]
			}
		}
		fmt.Fprintln(&got, i.Code, i.Unit, i.Direction, i.Tier, norm)
	}
	if got.String() != printedCatalogue {
		t.Errorf("got %s", got.String())
	}
	if inputs != 31+69 {
		t.Errorf("%d inputs", inputs)
	}
	if len(c.Sets) != 2 || c.Sets[0].ID != "preschool" || c.Sets[1].ID != "school" {
		t.Error("the sets are not those of the two programmes")
	}
}

// The nine areas of quality and the five levels are named as printed.
func TestQualityAreas(t *testing.T) {
	c := commonCatalogue(t)
	areas := []string{"Образовательные ориентиры", "Образовательная программа", "Содержание образовательной деятельности",
		"Образовательный процесс", "Образовательные условия", "Условия получения ДО лицами с ОВЗ и инвалидами",
		"Взаимодействие с родителями", "Здоровье, безопасность и повседневный уход", "Управление и развитие"}
	levels := map[float64]string{1.5: "Требуется серьёзная работа по повышению качества", 2.73: "Качество стремится к базовому",
		3: "Базовый уровень", 4.2: "Хорошее качество", 5: "Превосходное качество"}
	for n, area := range areas {
		i, _ := c.Indicator(fmt.Sprintf("D%02d", n+2))
		if i.Title != "Балл по области «"+area+"»" {
			t.Errorf("%s: %s", i.Code, i.Title)
		}
		for x, name := range levels {
			if level, ok := i.Judge(model.KnownValue(x), 2022); !ok || level.Name != name || level.Met != (x >= 3) {
				t.Errorf("%s %v: %+v", i.Code, x, level)
			}
		}
	}
}

// Means of the country and of the region judge only the years they are known for.
func TestReferences(t *testing.T) {
	c := commonCatalogue(t)
	for _, want := range []struct {
		code  string
		value float64
		year  int
		met   bool
		told  bool
	}{{"S12", 70, 2022, true, true}, {"S12", 70, 2021, false, true}, {"S12", 70, 2030, false, false},
		{"S13", 56.9, 2022, true, true}, {"S15", 14.7, 2024, false, true}, {"D25", 10, 2022, false, false}} {
		i, _ := c.Indicator(want.code)
		if level, told := i.Judge(model.KnownValue(want.value), want.year); told != want.told || level.Met != want.met {
			t.Errorf("%+v: %+v, %v", want, level, told)
		}
	}
}

// With every number told, every derived indicator is counted, and lies in its range.
func TestEveryFormulaCounts(t *testing.T) {
	c := commonCatalogue(t)
	for _, tier := range []model.Tier{model.TierInstitution, model.TierMunicipality} {
		values := map[string]model.Value{}
		for _, i := range c.All() {
			if !i.IsDerived() {
				values[i.Code] = model.KnownValue(max(i.Range.From, min(i.Range.To, 4)))
			}
		}
		values = c.Formulas.Complete(values, tier)
		for _, i := range c.All() {
			if i.Formula == "" || !i.Tier.Covers(tier) {
				continue
			}
			if v := values[i.Code]; !v.IsKnown() || !i.Range.Has(v.Number) {
				t.Errorf("%s of the %s: %+v", i.Code, tier, v)
			}
			if _, whole, ok := c.Formulas.Formula(i.Code).Share(); i.Unit == "%" && ok && whole != i.Weight {
				t.Errorf("%s: the weight is not the whole", i.Code)
			}
		}
		if d01 := values["D01"]; tier == model.TierInstitution && d01 != model.KnownValue(4) {
			t.Errorf("D01 = %+v", d01)
		}
	}
}

const own = `title = "Свои показатели"
[[indicator]]
code = "D16"
title = "Доля педагогов с категорией"
area = "Кадры"
unit = "%"
direction = "higher"
level = "institution"
kinds = ["ДОО"]
filled_by = "institution"
period = "calendar-year"
source = "отчёт"
explain = "Педагоги с категорией."
range = [0, 100]
[[indicator]]
code = "X1"
title = "Число кружков"
area = "Кружки"
unit = "ед."
direction = "higher"
level = "both"
kinds = ["ДОО", "СОШ"]
filled_by = "institution"
period = "date"
as_of = "1 октября"
source = "отчёт"
explain = "Кружки."
total = "sum"
range = [0, 100]
`

// An office's own file replaces indicators, adds some and drops others, code by code.
func TestNearestIndicators(t *testing.T) {
	files := fstest.MapFS{
		"region/indicators/region.toml":   {Data: []byte("drop = [\"D12\"]\n" + own)},
		"region/town/indicators/own.toml": {Data: []byte(strings.ReplaceAll(own, "Число кружков", "Кружков всего"))},
	}
	tree := Open(files, data.Common)
	town, region, other := tree.Catalogue("region/town"), tree.Catalogue("region"), tree.Catalogue("other")
	for _, c := range []*Catalogue{town, region, other} {
		if len(c.Problems) > 0 {
			t.Fatal(c.Problems)
		}
	}
	title := func(c *Catalogue, code string) string { i, _ := c.Indicator(code); return i.Title }
	for _, c := range []struct{ got, want string }{
		{title(other, "D16"), "Доля педагогов с высшей и первой категорией"}, {title(region, "D16"), "Доля педагогов с категорией"},
		{title(region, "X1"), "Число кружков"}, {title(town, "X1"), "Кружков всего"}, {title(region, "D12"), ""}, {title(town, "D12"), ""}, {title(other, "X1"), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	// What is replaced keeps its place; what is new stands in a set of its file.
	if i := slices.IndexFunc(town.Sets[0].Indicators, func(i model.Indicator) bool { return i.Code == "D16" }); i < 0 || town.Sets[0].Indicators[i-1].Code != "D15" {
		t.Error("D16 has lost its place")
	}
	if len(town.Sets) != 3 || town.Sets[2].ID != "region" || len(town.Sets[2].Indicators) != 1 {
		t.Errorf("sets: %v", town.Sets)
	}
	if of := town.Of(town.Files[len(town.Files)-1]); len(of) != 2 || of[1].Title != "Кружков всего" {
		t.Errorf("of the file: %v", of)
	}
	if tree.Catalogue("region/town") != town {
		t.Error("the catalogue is read again for each office")
	}
}

// Everything in data/ can be read.
func TestRepositoryIndicators(t *testing.T) {
	tree := Open(os.DirFS("../../data"), data.Common)
	for _, folder := range []string{".", "example", "okhansk"} {
		if problems := tree.Catalogue(folder).Problems; len(problems) > 0 {
			t.Errorf("%s: %v", folder, problems)
		}
	}
}

// A scale of a file above serves the office's own indicators.
func TestScaleOfAnotherFile(t *testing.T) {
	text := strings.Replace(own, `unit = "%"`, "unit = \"балл\"\nscale = \"mkdo\"", 1)
	for _, c := range []struct {
		rng   string
		wrong bool
	}{{"range = [1, 5]", false}, {"range = [0, 3]", true}} {
		files := fstest.MapFS{"indicators/own.toml": {Data: []byte(strings.Replace(text, "range = [0, 100]", c.rng, 1))}}
		read := Open(files, data.Common).Catalogue(".")
		if read.Problems.HasErrors() != c.wrong {
			t.Errorf("%s: %v", c.rng, read.Problems)
		}
		if i, _ := read.Indicator("D16"); len(i.Thresholds) != 5 {
			t.Errorf("%d thresholds", len(i.Thresholds))
		}
	}
}

func TestBadIndicators(t *testing.T) {
	var got strings.Builder
	for _, c := range badIndicators {
		text := soundIndicators
		for _, e := range c.edits {
			if strings.Count(text, e[0]) != 1 {
				t.Fatalf("%s: %q stands %d times", c.name, e[0], strings.Count(text, e[0]))
			}
			text = strings.Replace(text, e[0], e[1], 1)
		}
		problems := Open(fstest.MapFS{"indicators/a.toml": {Data: []byte(text)}}, nil).Catalogue(".").Problems
		fmt.Fprintf(&got, "== %s\n%s\n", c.name, printed(problems))
		for _, p := range problems {
			if p.Line == 0 {
				t.Errorf("%s: no line: %s", c.name, p)
			}
		}
		if len(problems) == 0 != (c.edits == nil) {
			t.Errorf("%s: %d problems", c.name, len(problems))
		}
	}
	golden.Assert(t, "badinput/indicators.txt", got.String())
}

// Two files of one folder, files that cannot be read, codes dropped that are not there.
func TestBadIndicatorFolders(t *testing.T) {
	var got strings.Builder
	for _, files := range []fstest.MapFS{
		{"indicators/a.toml": {Data: []byte(soundIndicators)}, "indicators/b.toml": {Data: []byte(soundIndicators)}},
		{"indicators/a.toml": {Data: []byte("drop = [\"D77\"]\n")}},
		{"indicators/a.toml": {Data: []byte(soundIndicators)}, "b/organization.toml": {}, "b/indicators/b.toml": {Data: []byte("drop = [\"V1\"]\n")}},
		{"indicators/a.toml": {Data: []byte("title = \n")}},
		{"indicators/a.toml": {Data: []byte(strings.Replace(soundIndicators, "title = \"Перечень\"", "", 1))}},
		{"indicators/a.toml": {Data: []byte("\xff\xfe")}},
		{"indicators/a.toml": {Data: []byte(soundIndicators)}, "indicators/b.toml": {Data: []byte(strings.Replace(own, "\n", "\nshort = \"Сады\"\n", 1))}},
		{"indicators/a.toml": {Data: []byte(soundIndicators)}, "indicators/c.toml": {Data: []byte("short = \"ясли\"\ncontingent = \"V1\"\n")}},
	} {
		fmt.Fprintf(&got, "==\n%s\n", printed(Open(files, nil).Catalogue(folderOf(files)).Problems))
	}
	golden.Assert(t, "badinput/indicatorfolders.txt", got.String())
}

// folderOf is the office that is asked: the one below, where there is one.
func folderOf(files fstest.MapFS) string {
	if files["b/organization.toml"] != nil {
		return "b"
	}
	return "."
}

// What a set is called in short and what its institutions are described by is said by the
// nearest file of its name; a number that an office does not collect describes nothing.
func TestSetsAreDescribed(t *testing.T) {
	for _, c := range []struct {
		name, text        string
		short, contingent string
		wrong             string
	}{
		{"school", "", "школы", "SV36", ""},
		{"school", "short = \"лицеи\"\n", "лицеи", "SV36", ""},
		{"school", "contingent = \"SV48\"\n", "школы", "SV48", ""},
		{"school", "contingent = \"SV01\"\n", "школы", "SV01", "измеряется не в людях"},
		{"other", "drop = [\"SV36\", \"S19\", \"S36\", \"SV68\"]\n", "школы", "", ""},
		{"other", "short = \"лицеи\"\n", "школы", "SV36", "перечня «other» нет"},
		// Nobody can edit what the program carries: told is the number that was replaced.
		{"other", strings.NewReplacer("D16", "SV36", "\"%\"", "\"ед.\"", "[\"ДОО\"]", "[\"СОШ\"]", "\"institution\"\nkinds", "\"both\"\ntotal = \"sum\"\nkinds").Replace(own),
			"школы", "SV36", "indicators/other.toml:6:9: ошибка: контингент «SV36» измеряется не в людях"},
	} {
		read := Open(fstest.MapFS{"indicators/" + c.name + ".toml": {Data: []byte(c.text)}}, data.Common).Catalogue(".")
		if said := printed(read.Problems); (said == "") != (c.wrong == "") || !strings.Contains(said, c.wrong) {
			t.Errorf("%s %q: %s", c.name, c.text, said)
		}
		if set := read.Sets[1]; set.Short != c.short || set.Contingent != c.contingent {
			t.Errorf("%s %q: %q %q", c.name, c.text, set.Short, set.Contingent)
		}
	}
}

// Every judged indicator of the program has a heading, and whoever reads a report through
// meets each heading once.
func TestAreas(t *testing.T) {
	for _, set := range commonCatalogue(t).Sets {
		seen, last := map[string]bool{}, ""
		for _, i := range set.Indicators {
			switch {
			case (i.Area == "") != (i.Direction == model.Neutral):
				t.Errorf("%s: area %q of direction %q", i.Code, i.Area, i.Direction)
			case i.Area != "" && i.Area != last && seen[i.Area]:
				t.Errorf("%s: %s comes back", i.Code, i.Area)
			}
			if i.Area != "" {
				last, seen[i.Area] = i.Area, true
			}
		}
		if len(seen) < 8 {
			t.Errorf("%s: %d areas", set.ID, len(seen))
		}
	}
}
