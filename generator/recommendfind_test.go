package generator

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A number ends with the code of an indicator; an order of that name is meant first.
func TestNamesRecommendation(t *testing.T) {
	g, files := advisedOffice(t)
	files["uo/orders/D16.toml"] = &fstest.MapFile{Data: []byte("")}
	for word, want := range map[string]bool{
		"2022/ds-3/D24": true, "uo/2022/ds-3/D24": true, "ds-3/D24": true, "D24": true, "2022/-/S05/methodical": true, " /2022/ds-3/D24/ ": true,
		"2021-109": false, "okhansk/2021-109": false, "region/okhansk/2021-109": false, "1.1": false, "": false, "2022/ds-3": false, "2022/-/S05/nobody": false,
		"D16": false, "uo/D16": false, "ds-3/D16": true,
	} {
		if got := g.NamesRecommendation(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

// Recommendations of one call are of one record, each named once.
func TestFindRecommendations(t *testing.T) {
	g, files := advisedOffice(t)
	place, ids, _, err := g.FindRecommendations([]string{"uo/2022/ds-3/D16", "ds-4/D24", "D16/methodical"})
	if err != nil || place != (RecordPlace{Office: "uo", Year: 2022, File: advisedRecord}) || strings.Join(ids, " ") != "2022/ds-3/D16 2022/ds-4/D24 2022/-/D16/methodical" {
		t.Errorf("%+v %v %v", place, ids, err)
	}
	for name, file := range files {
		if strings.HasPrefix(name, "uo/") {
			files["go/"+strings.TrimPrefix(name, "uo/")] = file
		}
	}
	for words, want := range map[string]string{
		"2022/ds-3/D16":                     "под «2022/ds-3/D16» подходит несколько рекомендаций: go/2022/ds-3/D16, uo/2022/ds-3/D16",
		"go/2022/ds-3/D16 uo/2022/ds-3/D24": "разных лет или разных организаций",
		"uo/2022/ds-3/D16 uo/2022/ds-3/D16": "названа дважды",
		"uo/2022/ds-3/D99":                  "этому адресату рекомендовано: 2022/ds-3/D16, 2022/ds-3/D24",
		"uo/2022/ds-9/D16":                  "рекомендации «uo/2022/ds-9/D16» нет",
		"uo/2020/ds-3/D16":                  "за 2020 год ничего не прислано",
	} {
		if _, _, _, err := g.FindRecommendations(strings.Fields(words)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", words, err)
		}
	}
}

// With errors in what is asked for nothing is said of what follows: the errors are told, by
// whatever way a recommendation is named.
func TestUnsoundRecommendations(t *testing.T) {
	for name, text := range map[string]string{
		"правило без text": "[[indicator]]\ncode = \"D24\"\ntitle = \"Доля\"\nunit = \"%\"\n[[indicator.criterion]]\nterm = \"до 15 октября\"\n",
		"cp1251":           "\xcf\xf0\xe8\xec\xe5\xf0",
	} {
		t.Run(name, func(t *testing.T) {
			g, files := advisedOffice(t)
			f := openForm(t, adviceForms(t, g)["ds-3.xlsx"].Bytes)
			f.set("2022/ds-3/D16", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")})
			const file = "uo/indicators/own.toml"
			files[file] = &fstest.MapFile{Data: []byte(text)}
			for _, asked := range []string{"2022/ds-3/D16", "2022/ds-3/D01", "2022/ds-9/D16", "D24"} {
				_, why, err := g.Why(asked)
				if told := texts(why); err != nil || !why.HasErrors() || !strings.Contains(told, file) {
					t.Errorf("why %s: %v %s", asked, err, told)
				}
				_, _, marked, err := g.FindRecommendations([]string{asked})
				if told := texts(marked); err != nil || told != texts(why) {
					t.Errorf("mark %s: %v %s", asked, err, told)
				}
			}
			_, _, problems, err := g.ImportForms(adviceAt("uo", 2022), []*SentForm{g.ReadForm("a.xlsx", f.bytes())}, "")
			if told := texts(problems); err != nil || !strings.Contains(told, file) {
				t.Errorf("import: %v %s", err, told)
			}
		})
	}
}
