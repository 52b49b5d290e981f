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

// A number is understood with the slashes of Windows and in any letter case; Russian letters
// are told, with what was meant.
func TestTypedNumbers(t *testing.T) {
	g, _ := advisedOffice(t)
	for word, want := range map[string]string{
		`2022\ds-3\D16`:     "2022/ds-3/D16",
		`uo\2022\ds-3\D16\`: "2022/ds-3/D16",
		"2022/DS-3/d16":     "2022/ds-3/D16",
		"d16/METHODICAL":    "2022/-/D16/methodical",
		"2022/ds-3/Д16":     "рекомендации «2022/ds-3/Д16» нет: в номере русская буква «Д», а нужна латинская; может быть, «2022/ds-3/D16»?",
		"ds-3/д16":          "может быть, «ds-3/D16»?",
		"uo/2022/дс-3/D16":  "в номере русские буквы «дс», а нужны латинские; может быть, «uo/2022/ds-3/D16»?",
		"2022/ds-3/d99":     "показателя D99 в перечне нет; этому адресату рекомендовано: 2022/ds-3/D16",
		"2022/DS-3/D99":     "показателя D99 в перечне нет; этому адресату рекомендовано: 2022/ds-3/D16",
		"2022/ds-3/D16/no":  "рекомендации «2022/ds-3/D16/no» нет: номер – это год",
	} {
		if looks := g.NamesRecommendation(word); looks == strings.HasSuffix(word, "/no") {
			t.Errorf("%s: looks like a recommendation: %v", word, looks)
		}
		_, ids, problems, err := g.FindRecommendations([]string{word})
		if err != nil && !strings.Contains(err.Error(), want) || err == nil && strings.Join(ids, " ") != want || len(problems) > 0 {
			t.Errorf("%s: %v %v %v, want %s", word, ids, problems, err, want)
		}
	}
}

// In the file a mark is of what its number can only mean; of what never was a number of the
// year nothing reassuring is said, of what may have been one it is.
func TestNumbersInTheFile(t *testing.T) {
	for number, test := range map[string]struct {
		of         string // what is marked
		told, hint string
	}{
		"2022/ds-3/D16":        {"2022/ds-3/D16", "", ""},
		" 2022/ds-3/D16 ":      {"2022/ds-3/D16", "", ""},
		`2022\\ds-3\\D16`:      {"2022/ds-3/D16", "", ""},
		"2022/ds-3/d16":        {"2022/ds-3/D16", "", ""},
		"2022/ds-3/D16/head":   {"2022/ds-3/D16", "", ""},
		"2022/-/D16":           {"2022/-/D16/methodical", "", ""},
		"2022/ds-3/D05":        {"", "не следует: отметка никуда не вошла", "этому адресату рекомендовано: 2022/ds-3/D16, 2022/ds-3/D24; если показатель с тех пор изменился, запись ничему не мешает"},
		"2022/ds-3/Д16":        {"", "не следует: отметка никуда не вошла", "в номере русская буква «Д», а нужна латинская; может быть, «2022/ds-3/D16»?; этому адресату рекомендовано: 2022/ds-3/D16, 2022/ds-3/D24"},
		"2022/ds-3/D1":         {"", "не следует: отметка никуда не вошла", "может быть, «2022/ds-3/D16»?; этому адресату рекомендовано: 2022/ds-3/D16, 2022/ds-3/D24"},
		"2022/gymnasium-9/X99": {"", "не следует: отметка никуда не вошла", "исправьте номер: он составлен по листу рекомендаций и напечатан в реестре"},
		"2021/ds-3/D16":        {"", "рекомендация «2021/ds-3/D16» не 2022 года", ""},
		"":                     {"", "не указано, о какой рекомендации отметка", ""},
	} {
		t.Run(number, func(t *testing.T) {
			g, files := advisedOffice(t)
			text := strings.Replace(string(files[advisedRecord].Data), "2022/ds-4/D16", number, 1)
			files[advisedRecord] = &fstest.MapFile{Data: []byte(text)}
			r := g.recommendedYears("2022")[0]
			if one := r.byID[test.of]; test.of != "" && r.response(one).Mark == nil {
				t.Errorf("%s is not marked", test.of)
			}
			var told []string
			for _, p := range append(r.record.Problems, r.faults...) {
				told = append(told, p.Text+"|"+p.Hint)
			}
			switch {
			case test.told == "" && len(told) > 0, test.told != "" && len(told) != 1:
				t.Errorf("told %q", told)
			case test.told != "" && (!strings.Contains(told[0], test.told) || !strings.HasSuffix(told[0], test.hint)):
				t.Errorf("told %q, want %s|%s", told, test.told, test.hint)
			}
		})
	}
}
