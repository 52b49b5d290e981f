package intake

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// town is an office with all that makes a file hard to read.
func town() Asked {
	garden := []model.InstitutionKind{model.Kindergarten}
	school := []model.InstitutionKind{model.FullSchool}
	count := func(code, title, unit string, kinds []model.InstitutionKind) model.Indicator {
		return model.Indicator{Code: code, Title: title, Unit: unit, Tier: model.TierBoth, Kinds: kinds, FilledBy: model.FilledByInstitution,
			Total: model.TotalSum, Range: model.Interval{From: 0, To: 2000}, Usual: model.Interval{From: 1, To: 1500}}
	}
	one := func(id, code string, kind model.InstitutionKind, name string) model.Institution {
		return model.Institution{ID: id, Code: code, Kind: kind, Full: model.Forms{Nominative: name}, Cluster: "gorod"}
	}
	list := []model.Institution{
		{ID: "gorod", Kind: model.Cluster, Full: model.Forms{Nominative: "Городские учреждения"}},
		one("ds1", "101", model.Kindergarten, "МБДОУ «Детский сад № 1»"),
		one("ds2", "102", model.Kindergarten, "МБДОУ «Детский сад № 2»"),
		one("ds3", "103", model.Kindergarten, "МБДОУ «Детский сад № 3»"),
		one("ds5", "105", model.Kindergarten, "МБДОУ «Детский сад № 5»"),
		one("ds6", "106", model.Kindergarten, "МБДОУ «Детский сад № 6»"),
		one("sosh1", "201", model.FullSchool, "МБОУ «СОШ № 1»"),
		{ID: "sosh1-ds", Kind: model.Unit, ActsAs: model.Kindergarten, Parent: "sosh1", Separate: true, Full: model.Forms{Nominative: "СОШ № 1, детский сад"}},
		{ID: "ds1-f", Kind: model.Branch, Parent: "ds1", Full: model.Forms{Nominative: "Филиал детского сада № 1"}},
	}
	list[1].INN = "1234567894"
	for n := 1; n <= 17; n++ {
		list = append(list, one(fmt.Sprintf("u%d", n), fmt.Sprintf("У-%02d", n), model.Kindergarten, fmt.Sprintf("Ясли № %d", 700+n)))
	}
	return Asked{Folder: "town", Office: "Управление образования", Year: 2022,
		Directory: &model.Directory{Office: &model.Office{Folder: "town"}, Institutions: list},
		Catalogue: model.Catalogue{Sets: []model.IndicatorSet{
			{ID: "preschool", Indicators: []model.Indicator{
				{Code: "D01", Title: "Средний балл", Unit: "балл", Decimals: 2, Tier: model.TierBoth, Kinds: garden, Formula: "D02"},
				{Code: "D02", Title: "Образовательные ориентиры", Unit: "балл", Decimals: 2, Tier: model.TierBoth, Kinds: garden, FilledBy: model.FilledByMunicipality,
					Total: model.TotalMean, Range: model.Interval{From: 1, To: 5}, Usual: model.Interval{From: 2, To: 4}},
				{Code: "D16", Title: "Доля педагогов с категорией", Unit: "%", Decimals: 1, Tier: model.TierBoth, Kinds: garden, FilledBy: model.FilledByInstitution, Range: model.Interval{From: 0, To: 100}},
				count("DV01", "Численность воспитанников", "чел.", garden),
				count("DV02", "Численность педагогов", "чел.", garden),
				{Code: "DV09", Title: "Программа размещена на сайте", Unit: "да/нет", Tier: model.TierInstitution, Kinds: garden, FilledBy: model.FilledByInstitution},
				count("DV10", "Число групп", "ед.", garden),
				{Code: "MV01", Title: "Число семей", Unit: "ед.", Tier: model.TierMunicipality, Kinds: garden, FilledBy: model.FilledByMunicipality},
			}},
			{ID: "school", Indicators: []model.Indicator{count("SV01", "Численность обучающихся", "чел.", school)}},
		}}}
}

// told is a submission in a few words a line: a value by its cell; × what was refused,
// × ~ in a row that tells of no one; ○ what is blank; and the remarks: ! an error, ? a
// warning, · an advice.
func told(s *Submission) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v %q\n", s.Kind, s.Sets, s.Institutions)
	for _, o := range s.Observations.All() {
		value := wordMissing
		switch o.Value.State {
		case model.Known:
			value = strconv.FormatFloat(o.Value.Number, 'f', -1, 64)
		case model.NotApplicable:
			value = wordNotApplicable
		}
		fmt.Fprintf(&b, "%s %s %s = %s", o.Institution, o.Code, cellName(o.At), value)
		if o.Note != "" {
			fmt.Fprintf(&b, " {%s}", o.Note)
		}
		if o.Change != "" {
			fmt.Fprintf(&b, " [%s]", o.Change)
		}
		b.WriteByte('\n')
	}
	for _, r := range s.Refused.All() {
		aside := ""
		if r.Aside {
			aside = "~ "
		}
		fmt.Fprintf(&b, "× %s%s %s %s %q\n", aside, r.Institution, r.Code, cellName(r.At), r.Raw)
	}
	for _, r := range s.Blank.All() {
		fmt.Fprintf(&b, "○ %s %s %s\n", r.Institution, r.Code, cellName(r.At))
	}
	for _, r := range s.Remarks {
		place := r.Cell
		if r.Line > 0 {
			place = fmt.Sprintf("%d:%d", r.Line, r.Column)
		}
		fmt.Fprintf(&b, "%s %s %s %s\n", [...]string{diag.Error: "!", diag.Warning: "?", diag.Advice: "·"}[r.Severity], r.Code, place, r.Text)
	}
	return b.String()
}

func cellName(at model.CellPlace) string {
	if at.Row == 0 {
		return "-"
	}
	return fmt.Sprintf("%c%d", 'A'+at.Column-1, at.Row)
}

func trap(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/traps/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
