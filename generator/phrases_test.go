package generator

import (
	"slices"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/model"
	"doklad/generator/narrative"
	"doklad/generator/source"
	"doklad/templates"
)

// A fault in the phrases of an office is shown at its line, with the cure.
func TestFaultsOfPhrases(t *testing.T) {
	program, err := templates.FS.ReadFile("narrative.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := (templateText{file: "narrative.tmpl", text: string(program)}).phrases(); problems != nil {
		t.Fatal(problems)
	}
	const old = "Порог ({{.Threshold}}) достигнут.\n"
	for _, test := range []struct{ name, with, want, hint string }{
		{"unknown word", "Порог ({{.Treshold}}) достигнут.\n", "нет такого слова данных: «.Treshold»", "проверьте"},
		{"unclosed", "Порог ({{.Threshold) достигнут.\n", "не закрыто {{…}}", "свой {{end}}"},
		{"a number", "Порог ({{.Threshold}}) достигнут за 3 года.\n", "число, которого нет", "числа ставит программа"},
		{"no full stop", "Порог ({{.Threshold}}) достигнут\n", "точкой", "точку"},
		{"cut", "Порог ({{slice .Threshold 1}}) достигнут.\n", "обрезано", "целиком"},
	} {
		own := strings.Replace(string(program), old, test.with, 1)
		_, problems := templateText{file: "templates/narrative.tmpl", text: own}.phrases()
		if len(problems) != 1 {
			t.Errorf("%s: %v", test.name, problems)
			continue
		}
		p := problems[0]
		line := 1 + strings.Count(own[:strings.Index(own, test.with)], "\n")
		if p.File != "templates/narrative.tmpl" || p.Line != line || !strings.Contains(p.Text, test.want) || !strings.Contains(p.Hint, test.hint) {
			t.Errorf("%s, line %d: %s", test.name, line, p)
		}
	}
}

// Every number in the sentences of the example stands in its tables: a value as it is
// printed there, of the unit and the year that are told with it.
func TestSentencesAgreeWithTables(t *testing.T) {
	phrases, all := toldInExample(t)
	values := 0
	for _, y := range all {
		for row := range y.Rows {
			for _, said := range sentencesOf(t, phrases, y, row) {
				values += agrees(t, y, row, said)
			}
		}
	}
	if values < 1000 {
		t.Errorf("only %d values were said", values)
	}
}

// Paragraphs of a report do not sound alike: of their openings none comes three times in a
// row, and none in more than a third. Of a first year no change is said.
func TestOpeningsVary(t *testing.T) {
	phrases, all := toldInExample(t)
	read := 0
	for _, y := range all {
		if len(y.Before) == 0 {
			continue
		}
		var openings []string
		count := map[string]int{}
		for row := range y.Rows {
			if whole, has := narrative.OfWhole(y, row); has {
				said, err := phrases.Say(whole)
				if err != nil {
					t.Fatal(err)
				}
				opening, _, _ := strings.Cut(said.Text, "«")
				openings = append(openings, opening)
				count[opening]++
			}
		}
		for n, opening := range openings {
			if n > 1 && opening == openings[n-1] && opening == openings[n-2] {
				t.Errorf("%d: %q three times in a row", y.Year, opening)
			}
		}
		for opening, times := range count {
			if 3*times > len(openings) {
				t.Errorf("%d: %q in %d of %d", y.Year, opening, times, len(openings))
			}
		}
		read += len(openings)
	}
	if read < 100 {
		t.Errorf("only %d paragraphs were read", read)
	}
}

// toldInExample are the program's phrases and all that the example has to be said by them.
func toldInExample(t *testing.T) (*narrative.Phrases, []consolidation.Years) {
	t.Helper()
	program, err := templates.FS.ReadFile("narrative.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	phrases, problems := templateText{file: "narrative.tmpl", text: string(program)}.phrases()
	if problems != nil {
		t.Fatal(problems)
	}
	var all []consolidation.Years
	c := newCollector(source.Open(ours().Data, ours().Common))
	offices, _ := c.tree.Offices()
	for _, office := range offices {
		for _, year := range c.tree.Years(office.Directory.Office.Folder) {
			for _, set := range c.of(office, year).sets() {
				all = append(all, c.consolidatedOf(office, year, set).Years)
			}
		}
	}
	return phrases, all
}

// sentencesOf are all that can be said of a row.
func sentencesOf(t *testing.T, phrases *narrative.Phrases, y consolidation.Years, row int) []narrative.Said {
	t.Helper()
	var all []narrative.Said
	add := func(said narrative.Said, err error) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, said)
	}
	if c, has := narrative.OfWhole(y, row); has {
		add(phrases.Say(c))
	}
	for unit := range y.Units {
		if c, has := narrative.OfUnit(y, row, unit); has {
			add(phrases.Say(c))
		}
	}
	add(phrases.SayUnits(y.Consolidation, row))
	return all
}

// agrees counts the values of a text that are those of the tables.
func agrees(t *testing.T, y consolidation.Years, row int, said narrative.Said) (values int) {
	t.Helper()
	printed := narrative.NumbersIn(said.Text)
	if len(printed) != len(said.Numbers) {
		t.Errorf("%s\n%q\n%+v", said.Text, printed, said.Numbers)
		return 0
	}
	i := y.Rows[row].Indicator
	for n, number := range said.Numbers {
		if printed[n] != number.Printed || number.Code != i.Code {
			t.Errorf("%s\n%q is listed as %+v", said.Text, printed[n], number)
		}
		if number.What != narrative.Value {
			continue
		}
		values++
		if !slices.Contains(inTables(y, i, number), number.Printed) {
			t.Errorf("%s\n%+v is not in the tables", said.Text, number)
		}
	}
	return values
}

// inTables are the numbers of a unit in a year; of the whole, also those of all units,
// for the ends of a spread are nobody's.
func inTables(y consolidation.Years, i model.Indicator, number narrative.Number) (shown []string) {
	for _, c := range append([]*consolidation.Consolidation{y.Consolidation}, y.Before...) {
		row, found := c.Row(i.Code)
		if c.Year != number.Year || !found {
			continue
		}
		if number.Unit == "" {
			shown = append(shown, numberWords(i, c.Rows[row].Whole.Number))
		}
		for u, cell := range c.Rows[row].Units {
			if number.Unit == "" || c.Units[u].ID == number.Unit {
				shown = append(shown, numberWords(i, cell.Number))
			}
		}
		for k, group := range c.Clusters {
			if group.ID == number.Unit {
				shown = append(shown, numberWords(i, c.Rows[row].Clusters[k].Number))
			}
		}
	}
	return shown
}
