package model

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var bodies = (&Directory{Organizations: []Organization{
	{ID: "min", Full: Forms{Nominative: "Министерство образования и науки"}, Aliases: []string{"МО ПК"}},
	{ID: "centre", Full: Forms{Nominative: "Центр (пример)"}},
	{ID: "iro", Short: Forms{Nominative: "ИРО ПК"}},
	{ID: "otdel", Full: Forms{Nominative: "Отдел образования"}, Aliases: []string{"Отдел образования УМУ"}},
	{ID: "doo", Full: Forms{Nominative: "дошкольные организации"}, Short: Forms{Nominative: "ДОО"}},
	{ID: "ds1", Full: Forms{Nominative: "МБДОУ «Сад, ясли № 1»"}},
}}).Roster()

func TestResponsible(t *testing.T) {
	for cell, want := range map[string]string{
		"":                  "",
		" ,; \n":            "",
		"Отдел образования": "otdel:Отдел образования@0",
		"Отдел образования, дошкольные организации": "otdel:Отдел образования@0 | doo:дошкольные организации@19",
		"Отдел образования;\nДОО.":                  "otdel:Отдел образования@0 | doo:ДОО@19",
		"отдел  образования":                        "otdel:отдел  образования@0",
		// Longest first, and a lost line break between two names.
		"МО ПК, ИРО ПК Отдел образования УМУ": "min:МО ПК@0 | iro:ИРО ПК@7 | otdel:+Отдел образования УМУ@14",
		"МО ПК ИРО ПК ДОО":                    "min:МО ПК@0 | iro:+ИРО ПК@6 | doo:+ДОО@13",
		// « и » parts only known names.
		"Министерство образования и науки":       "min:Министерство образования и науки@0",
		"Отдел образования и ДОО":                "otdel:Отдел образования@0 | doo:ДОО@20",
		"Министерство образования и науки и ДОО": "min:Министерство образования и науки@0 | doo:ДОО@35",
		"Отдел образования и культуры":           "?:Отдел образования и культуры@0",
		"Комитет спорта и ДОО":                   "?:Комитет спорта и ДОО@0",
		// Brackets may be part of a name.
		"Центр (пример), ДОО":              "centre:Центр (пример)@0 | doo:ДОО@16",
		"Центр (пример) (по согласованию)": "centre:Центр (пример)@0",
		"ИРО ПК Центр (пример)":            "iro:ИРО ПК@0 | centre:+Центр (пример)@7",
		// Unknown names are kept whole.
		"Совет директоров, ДОО":         "?:Совет директоров@0 | doo:ДОО@18",
		"ИРО ПК Комитет спорта":         "?:ИРО ПК Комитет спорта@0",
		"ИРО ПК (по согласованию), ДОО": "iro:ИРО ПК@0 | doo:ДОО@26",
		"Группа (ДОО, школы)":           "?:Группа (ДОО, школы)@0",
		"МБДОУ «Сад, ясли № 1», ДОО":    "ds1:МБДОУ «Сад, ясли № 1»@0 | doo:ДОО@23",
		"ДОО (": "?:ДОО (@0",
	} {
		var got []string
		for _, r := range bodies.Responsible(cell) {
			id := r.ID
			if id == "" {
				id = "?"
			}
			plus := ""
			if r.Joined {
				plus = "+"
			}
			got = append(got, id+":"+plus+r.Name+"@"+strconv.Itoa(r.Offset))
		}
		if s := strings.Join(got, " | "); s != want {
			t.Errorf("%q:\n got %s\nwant %s", cell, s, want)
		}
	}
}

func FuzzResponsible(f *testing.F) {
	f.Add("МО ПК, ИРО ПК Отдел образования и ДОО (по согласованию)")
	f.Fuzz(func(t *testing.T, cell string) {
		runes := []rune(cell)
		for _, r := range bodies.Responsible(cell) {
			if r.Name == "" || r.Offset < 0 || r.Offset+utf8.RuneCountInString(r.Name) > len(runes) {
				t.Fatalf("%q: %+v", cell, r)
			}
			if got := string(runes[r.Offset : r.Offset+utf8.RuneCountInString(r.Name)]); utf8.ValidString(cell) && got != r.Name {
				t.Fatalf("%q: at %d stands %q, not %q", cell, r.Offset, got, r.Name)
			}
		}
	})
}
