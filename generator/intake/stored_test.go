package intake

import (
	"strconv"
	"strings"
	"testing"

	"doklad/generator/model"
)

// answered is what came of one cell under an indicator of the first kindergarten.
type answered struct {
	value       string // empty: refused
	raw, change string
	remarks     []Remark
}

func answerTo(t *testing.T, code string, cell any) answered {
	t.Helper()
	raw := book(t, map[string][][]any{"Т": {{"Отчётный период", "2022"}, {"Учреждение", "ds1"}, {"Код", "Значение"}, {code, cell}}}, "Т")
	r := NewReader(town())
	whole(t, r, "a.xlsx", raw)
	s := r.Read("a.xlsx", raw)
	a := answered{}
	for _, remark := range s.Remarks {
		if remark.Cell == "«Т»!B4" {
			a.remarks = append(a.remarks, remark)
		}
	}
	switch {
	case s.Observations.Len() == 1 && s.Refused.Len() == 0:
		o := s.Observations.At(0)
		a.value, a.raw, a.change = "−", o.Raw, o.Change
		if o.Value.State == model.Known {
			a.value = strconv.FormatFloat(o.Value.Number, 'g', -1, 64)
		}
	case s.Observations.Len() == 0 && s.Refused.Len() == 1:
		a.raw = s.Refused.At(0).Raw
	default:
		t.Fatalf("%s, %v: %s", code, cell, told(s))
	}
	return a
}

// briefly are the codes of remarks, those of errors with an exclamation mark.
func briefly(remarks []Remark) string {
	var list []string
	for _, r := range remarks {
		list = append(list, r.Code[len("IMP-"):]+map[bool]string{true: "!"}[r.Severity == 0])
	}
	return strings.Join(list, " ")
}

// A format changes what is seen, not what is stored.
func TestNumbersAreKeptAsTheyAreStored(t *testing.T) {
	for _, test := range []struct {
		code                string
		cell                any
		value, raw, change  string
		remarks, mustBeTold string
	}{
		{"DV01", formatted{12, "0"}, "12", "12", "", "", ""},
		{"DV01", formatted{1234, "#,##0"}, "1234", "1234", "", "", ""},
		{"DV01", formatted{12, "0.00"}, "12", "12", "", "", ""},
		{"DV01", formatted{12, "00000"}, "12", "12", "", "", ""},
		{"DV01", formatted{12, `0" чел."`}, "12", "12", "", "", ""},
		{"DV01", formatted{12, `"№ "0`}, "12", "12", "в ячейке видно № 12", "", ""},
		{"DV01", formatted{5, `#`}, "5", "5", "", "", ""},
		{"DV10", formatted{0, `#`}, "0", "0", "в ячейке видно пустое место", "UNUSUAL", ""},
		{"DV01", formatted{"12.5", "0"}, "", "12,5", "", "WHOLE!", "12,5"},
		{"D02", formatted{"2.5", "0"}, "2.5", "2,5", "в ячейке видно 3", "", ""},
		{"D02", formatted{"2.50", "0.00"}, "2.5", "2,50", "", "", ""},
		{"D16", formatted{"12.5", "0"}, "12.5", "12,5", "в ячейке видно 13", "", ""},
		{"D16", formatted{"0.87", "0.0"}, "0.87", "0,87", "в ячейке видно 0,9", "SHARE", "0,87"},
		{"D16", formatted{"87.30000000000001", "General"}, "87.30000000000001", "87,30000000000001", "", "", ""},
		{"D16", formatted{"1e300", "General"}, "", "1e300", "", "RANGE!", "10^300 – вне границ"},
		{"D16", formatted{"-1.5E+300", "0"}, "", "-1,5E+300", "", "RANGE!", "−1,5·10^300"},

		{"D16", formatted{"0.875", "0.0%"}, "87.5", "87,5 %", "", "", ""},
		{"D16", formatted{"0.875", "0%"}, "87.5", "87,5 %", "0,875 в формате процентов – 87,5, в ячейке видно 88%", "", ""},
		{"D16", formatted{"0.07", "0%"}, "7", "7 %", "", "", ""},
		{"DV01", formatted{"0.5", "0%"}, "", "50 %", "", "UNIT!", "50%"},

		{"D16", formatted{72, `0"%"`}, "72", "72", "", "", ""},
		{"D16", formatted{"72.4", `0"%"`}, "72.4", "72,4", "в ячейке видно 72%", "", ""},
		{"DV01", formatted{72, `0"%"`}, "72", "72", "", "UNIT", "«72%»"},
		{"DV01", formatted{72, `0" ед."`}, "72", "72", "", "UNIT", "«72 ед.»"},
	} {
		a := answerTo(t, test.code, test.cell)
		if a.value != test.value || a.raw != test.raw || a.change != test.change || briefly(a.remarks) != test.remarks {
			t.Errorf("%s, %v: %+v", test.code, test.cell, a)
		}
		if test.mustBeTold != "" && (len(a.remarks) == 0 || !strings.Contains(a.remarks[0].Text, test.mustBeTold)) {
			t.Errorf("%s, %v: %v", test.code, test.cell, a.remarks)
		}
	}
}

func TestAnswersYesAndNo(t *testing.T) {
	const how = "впишите «да» или «нет»"
	for _, test := range []struct {
		text, value, change, remarks, hint string
	}{
		{"да", "1", "", "", ""},
		{"НЕТ.", "0", "", "", ""},
		{"Дa", "1", "«Дa» прочитано как «да»: буквы только похожи", "TEXTNUM", "наберите ответ русскими буквами"}, // a Latin a
		{"HET", "0", "«HET» прочитано как «нет»: буквы только похожи", "TEXTNUM", "наберите ответ русскими буквами"},
		{"нет данных", "−", "", "", ""},
		{"yes", "", "", "NUMBER!", how},
		{"no", "", "", "NUMBER!", how},
		{"не знаю", "", "", "NUMBER!", how},
		{"да?", "", "", "NUMBER!", how},
		{"да/нет", "", "", "NUMBER!", how},
		{"1 чел.", "", "", "NUMBER!", how},
		{"12 34", "", "", "NUMBER!", how},
		{strings.Repeat("да ", 500), "", "", "NUMBER!", how},
	} {
		a := answerTo(t, "DV09", test.text)
		if a.value != test.value || a.change != test.change || briefly(a.remarks) != test.remarks || len(a.remarks) > 0 && a.remarks[0].Hint != test.hint {
			t.Errorf("%.20s: %+v", test.text, a)
		}
	}
	if a := answerTo(t, "DV01", "сто"); len(a.remarks) != 1 || !strings.Contains(a.remarks[0].Hint, "одно число") {
		t.Errorf("%+v", a)
	}
	if a := answerTo(t, "DV01", "нeт"); a.value != "−" || briefly(a.remarks) != "WORD" { // a Latin e
		t.Errorf("%+v", a)
	}
}
