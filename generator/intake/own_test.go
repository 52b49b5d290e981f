package intake

import (
	"strings"
	"sync"
	"testing"

	"doklad/generator/form"
)

// passportOf is a passport of a form of preschool indicators.
func passportOf(kind, folder, office, body, rows string) [][]any {
	return [][]any{{"doklad-form", kind}, {"version", "1"}, {"folder", folder}, {"office", office}, {"subject", "preschool/2022"}, {"body-id", body}, {"rows", rows}}
}

// remarksOf are the codes of the remarks, with their places.
func remarksOf(s *Submission) string {
	var list []string
	for _, r := range s.Remarks {
		list = append(list, strings.TrimSpace(r.Code+" "+r.Cell))
	}
	return strings.Join(list, "; ")
}

var oneRow = [][]any{{"Код", "Значение", form.KeyColumn.Header}, {"DV01", 120, form.Key("DV01")}, {"DV02", 12, form.Key("DV02")},
	{"D16", 5, form.Key("D16")}, {"DV09", "да", form.Key("DV09")}, {"DV10", 3, form.Key("DV10")}}

func TestWhoseFormItIs(t *testing.T) {
	r := NewReader(town())
	for _, test := range []struct {
		folder, office string
		taken          bool
	}{
		{"town", "Управление образования", true},
		{"town", "Управление", true},                             // renamed
		{"города/town", "управление  образования", true},         // the folder is
		{"city", "Управление образования города Другого", false}, // both differ
		{"city", "", false},
	} {
		s := r.Read("a.xlsx", book(t, map[string][][]any{"Показатели": oneRow, "Паспорт формы": passportOf(passportOfOne, test.folder, test.office, "ds1", "5")}, "Показатели", "Паспорт формы"))
		if taken := s.Observations.Len() == 5 && s.Refused.Len() == 0; taken != test.taken || taken != (remarksOf(s) == "") {
			t.Errorf("%q, %q: %s", test.folder, test.office, told(s))
		}
	}
}

func TestSheetsOfOurOwnAreNoStrangers(t *testing.T) {
	r := NewReader(town())
	all := [][]any{{"Учреждение", "Код учреждения", "DV01. Численность воспитанников, чел.", "DV02", form.KeyColumn.Header}, {"МБДОУ «Детский сад № 1»", "101", 120, 12, form.Key("ds1")}}
	last := [][]any{{"Учреждение", "Код учреждения", "DV01. Численность воспитанников, чел.", "DV02"}, {"МБДОУ «Детский сад № 1»", "101", 100, 10}}
	text := [][]any{{"Впишите числа"}}
	names := []string{"Показатели", "Как заполнить", "Прошлый год", "Списки", "Замечания", "Замечания 2", "Черновик", "Паспорт формы"}
	sheets := map[string][][]any{"Показатели": all, "Прошлый год": last, "Паспорт формы": passportOf(passportOfAll, "town", "", "", "1")}
	for _, name := range names {
		if sheets[name] == nil {
			sheets[name] = text
		}
	}
	s := r.Read("a.xlsx", book(t, sheets, names...))
	if got := remarksOf(s); s.Observations.Len() != 2 || strings.Count(got, codeSheet) != 1 || !strings.Contains(got, codeSheet+" «Черновик»") || strings.Contains(got, codeTable) {
		t.Error(told(s))
	}
	delete(sheets, "Паспорт формы") // then nobody knows whose sheets they are
	s = r.Read("a.xlsx", book(t, sheets, names[:len(names)-1]...))
	if got := remarksOf(s); s.Observations.Len() != 0 || !strings.Contains(got, codeTable+" «Прошлый год»") || strings.Count(got, codeSheet) != 5 {
		t.Error(told(s))
	}
}

func TestMissingInstitutionsAreNamed(t *testing.T) {
	r := NewReader(town())
	header := []any{"Учреждение", "DV01", form.KeyColumn.Header}
	rows := [][]any{header}
	for _, one := range r.asked.Directory.Institutions {
		if one.ID != "ds5" && one.ID != "u3" && one.Reports() {
			rows = append(rows, []any{one.Name(), 5, form.Key(one.ID)})
		}
	}
	read := func(rows [][]any) string {
		s := r.Read("a.xlsx", book(t, map[string][][]any{"Т": rows, "Паспорт формы": passportOf(passportOfAll, "town", "", "", "24")}, "Т", "Паспорт формы"))
		for _, remark := range s.Remarks {
			if remark.Code == codeGone && strings.Contains(remark.Text, "нет строк") {
				return remark.Text
			}
		}
		return ""
	}
	if got := read(rows); !strings.HasSuffix(got, ": МБДОУ «Детский сад № 5»; Ясли № 703") {
		t.Error(got)
	}
	// A row that is refused is none that is gone.
	rows = append(rows, []any{"Ясли № 703", 1, form.Key("ds5")})
	if got := read(rows); strings.Contains(got, "703") {
		t.Error(got)
	}
}

func TestUnitsOfHeaders(t *testing.T) {
	r := NewReader(town())
	for header, wrong := range map[string]string{
		"DV01. Численность воспитанников, чел.":        "",
		"DV01. Численность воспитанников":              "",
		"DV01. Численность воспитанников (человек)":    "",
		"DV01. Численность воспитанников, всего":       "",
		"DV01. Численность, в том числе в селе":        "",
		"DV01. Численность воспитанников, тыс. чел.":   "тыс. чел.",
		"DV01. Численность воспитанников (тыс.чел.)":   "тыс.чел.",
		"DV01. Численность воспитанников, %":           "%",
		"DV01. Численность воспитанников, ед.":         "ед.",
		"DV01. Численность воспитанников (балл)":       "балл",
		"D16. Доля педагогов с категорией, %":          "",
		"D16. Доля педагогов с категорией, процентов":  "",
		"D16. Доля педагогов с категорией, чел.":       "чел.",
		"DV09. Программа размещена на сайте, да/нет":   "",
		"DV09. Программа размещена на сайте (да, нет)": "",
	} {
		s := r.Read("a.xlsx", book(t, map[string][][]any{"Т": {{"Учреждение", header, "DV10"}, {"ds1", 1, 5}}}, "Т"))
		got := ""
		for _, remark := range s.Remarks {
			if remark.Code == codeUnit {
				_, got, _ = strings.Cut(remark.Text, "«")
				got, _, _ = strings.Cut(got, "»")
				if remark.Cell != "«Т»!B1" {
					t.Errorf("%s: at %s", header, remark.Cell)
				}
			}
		}
		if taken := s.Observations.Len() - 1; got != wrong || (taken == 1) != (wrong == "") || taken+s.Refused.Len() != 1 {
			t.Errorf("%s: %q\n%s", header, got, told(s))
		}
	}
}

func TestLookAlikeCodesAreTold(t *testing.T) {
	r := NewReader(town())
	for name, rows := range map[string][][]any{
		"wide":     {{"Учреждение", "DV01", "МV01"}, {"ds1", 5, nil}}, // a Russian М
		"vertical": {{"Учреждение", "ds1"}, {"Код", "Значение"}, {"DV01", 5}, {"dv10", 7}},
	} {
		s := r.Read("a.xlsx", book(t, map[string][][]any{"Т": rows}, "Т"))
		if got := remarksOf(s); strings.Count(got, codeCode) != 1 || strings.Contains(got, codeCode+" «Т»!B1;") {
			t.Errorf("%s: %s", name, told(s))
		}
	}
}

// Both columns of a form are kept, whatever stands in them.
func TestReasonsAreKept(t *testing.T) {
	for _, test := range []struct {
		value, reason  any
		taken, refused int
	}{
		{5, nil, 1, 0}, {nil, "нет данных", 1, 0}, {5, "нет данных", 0, 2}, {"н/д", "нет данных", 1, 1},
		{"х", "нет данных", 0, 2}, {"сто", "нет данных", 0, 2}, {nil, "сто", 0, 1}, {5, "сто", 0, 2},
	} {
		raw := book(t, map[string][][]any{"Т": {{"Учреждение", "ds1"}, {"Код", "Значение", "Если числа нет"}, {"DV01", test.value, test.reason}}}, "Т")
		s := NewReader(town()).Read("a.xlsx", raw)
		if s.Observations.Len() != test.taken || s.Refused.Len() != test.refused {
			t.Errorf("%v, %v:\n%s", test.value, test.reason, told(s))
		}
		whole(t, NewReader(town()), "a.xlsx", raw)
	}
}

func TestReadsAtOnce(t *testing.T) {
	r := NewReader(town())
	var group sync.WaitGroup
	for range 4 {
		for name, want := range traps {
			raw := trap(t, name)
			group.Go(func() {
				if got := told(r.Read(name, raw)); got != want {
					t.Errorf("%s:\n%s", name, got)
				}
			})
		}
	}
	group.Wait()
}
