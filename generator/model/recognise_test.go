package model

import (
	"slices"
	"strings"
	"testing"
)

func named(id string, kind InstitutionKind, name string, aliases ...string) Institution {
	return Institution{ID: id, Kind: kind, Full: Forms{Nominative: name}, Aliases: aliases}
}

// somewhere is a municipality with all that makes names alike.
var somewhere = &Directory{
	Office: &Office{Territory: Territory{Name: "Примерского округа", Places: []string{"г. Примерска"}}},
	Institutions: []Institution{
		with(named("ds1", Kindergarten, "МБДОУ «Детский сад № 1»"), func(i *Institution) { i.Code, i.INN = "Д-001", "1234567894" }),
		named("ds10", Kindergarten, "Муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № 10»"),
		named("ds11", Kindergarten, "МБДОУ «Детский сад № 11 „Ёлочка“»", "Детский сад № 11"),
		named("own11", Kindergarten, "ЧДОУ «Детский сад № 11»"),
		named("crr", Kindergarten, "МАДОУ «ЦРР – детский сад № 3»"),
		with(named("sosh1", FullSchool, "МБОУ «Средняя общеобразовательная школа № 1» г. Примерска"), func(i *Institution) { i.INN = "9876543210" }),
		with(named("branch", Branch, "Филиал МБОУ СОШ № 1 – детский сад № 1"), func(i *Institution) { i.Parent, i.ActsAs, i.Separate = "sosh1", Kindergarten, true }),
		named("ddt", ExtraEducation, "МБУ ДО «Дом детского творчества»"),
		named("school12", FullSchool, "МОУ «Школа № 12»"),
	},
}

func TestRecognise(t *testing.T) {
	r := somewhere.Registry()
	for words, want := range map[string]string{
		"МБДОУ «Детский сад № 1»": "ds1",
		"ДС №1": "ds1",
		"д/с 1": "ds1",
		"МБДОУ Детский сад №1 г. Примерска":    "ds1",
		"Детский  сад\n№\u00a01":               "ds1",
		"дет.сад N1":                           "ds1",
		"детсад No 1":                          "ds1",
		"Дeтcкий caд Nº 01":                    "ds1", // Latin e, c, a
		"MБДOУ \"ДETCКИЙ CAД\" 1":              "ds1", // Latin M, O, E, T, C, A
		"Детскии\u0306 сад № 1":                "ds1", // as macOS names its files
		"МАДОУ «Детский сад № 1»":              "ds1", // МАДОУ since a year ago
		"МБДОУ г. Примерска (детский сад 1)":   "ds1",
		"«Детский сад № 1» Примерского округа": "ds1",
		"муниципального казённого дошкольного образовательного учреждения Детский сад номер 1": "ds1",
		"д-001":                 "ds1 key",
		"ИНН 1234567894":        "ds1 key",
		"1234567894/590201001":  "ds1 key",
		"ДС №1, ИНН 1234567894": "ds1 key",
		"МБДОУ «Детский сад № 10»":                "ds10",
		"МБДОУ «Детский сад № 11 „Ёлочка“»":       "ds11",
		"МБДОУ Д/С № 11 ЕЛОЧКА":                   "ds11",
		"ЧДОУ «Детский сад № 11»":                 "own11",
		"Центр развития ребенка – детский сад №3": "crr",
		"СОШ 1":                    "sosh1",
		"Средняя школа № 1":        "sosh1",
		"филиал СОШ № 1 – д/с № 1": "branch",
		"филиал СОШ № 1 – д/с № 1 ИНН 9876543210": "branch key",
		"СОШ № 1 ИНН 9876543210":                  "sosh1 key",
		"ДДТ":                                     "ddt",
		"МОУ школа № 12":                          "school12",

		// Never a guess. ds11 has the legal form, but with another name beside it.
		"МБДОУ «Детский сад № 11»": "? ds11 own11",
		"Детский сад № 11":         "? ds11 own11",
		"9876543210":               "? sosh1 branch",
		"ДС № 1 ИНН 9876543210":    "? ds1 sosh1",
		"ДС № 1 ИНН 500100732259":  "? ds1",
		"Детский сад № 1 1":        "- branch ds11 own11 ds1 ds10",
		"Детский сад № 101":        "- ds10 ds11 own11 ds1",
		"Детский сад № 2":          "- ds1",
		"Школа № 1":                "- sosh1 ds1 school12",
		"СШ № 1":                   "- sosh1 ds1",
		"МБДОУ № 1":                "- ds1 sosh1",
		"МБДОУ":                    "-",
		"1":                        "- ds1 sosh1",
		"001":                      "- ds1 sosh1",
		"д-1":                      "- ds1 sosh1",
		"филиал СОШ № 1":           "- sosh1 ds1",
		"ИНН 1234567895":           "-",
		"":                         "-",
		strings.Repeat("Детский сад ", 200): "-",
	} {
		if got := told(r.Recognise(words)); !sameTold(got, want) {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}

func told(r Recognition) string {
	var near []string
	for _, one := range r.Near {
		near = append(near, one.ID)
	}
	switch r.Certainty {
	case ByName:
		return r.Institution.ID
	case ByKey:
		return r.Institution.ID + " key"
	case SeveralMatch:
		return strings.TrimSpace("? " + strings.Join(near, " "))
	}
	return strings.TrimSpace("- " + strings.Join(near, " "))
}

func sameTold(a, b string) bool { return slices.Equal(strings.Fields(a), strings.Fields(b)) }

func TestRecogniseIsTheSameEachTime(t *testing.T) {
	want := told(somewhere.Registry().Recognise("Детский сад № 13"))
	for range 50 {
		if got := told(somewhere.Registry().Recognise("Детский сад № 13")); got != want {
			t.Fatalf("now %q, now %q", got, want)
		}
	}
}

func FuzzRecognise(f *testing.F) {
	f.Add("МБДОУ «Детский сад № 1» г. Примерска ИНН 1234567894")
	f.Add("\xff№ nº 00 \u0306")
	r := somewhere.Registry()
	f.Fuzz(func(t *testing.T, words string) {
		got := r.Recognise(words)
		if got.IsSure() != (got.Institution.ID != "") || got.IsSure() && len(got.Near) > 0 || got.Certainty == SeveralMatch && len(got.Near) == 0 {
			t.Errorf("%q: %+v", words, got)
		}
	})
}

func BenchmarkRecognise(b *testing.B) {
	r := somewhere.Registry()
	for b.Loop() {
		r.Recognise("МБДОУ Детский сад №1 г. Примерска")
	}
}
