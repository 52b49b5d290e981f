package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// What Excel shows; the formats are identifiers of its own or codes.
func TestFormats(t *testing.T) {
	for _, c := range []struct{ format, value, want string }{
		{"0", "17", `number "17"`}, // General
		{"49", "17", `number "17"`},
		{"@", "44372", `number "44372"`},
		{"1", "2.5", `number "3"`},
		{"2", "1.005", `number "1,01"`},
		{"3", "1234567.4", `number "1\u00a0234\u00a0567"`},
		{"9", "0.5", `number percent "50%"`},
		{"10", "0.1234", `number percent "12,34%"`},
		{"0.0\\ %", "0.5", `number percent "50,0 %"`},
		{"0%", "-0.001", `number percent "0%"`},
		{"00000", "17", `number "00017"`},
		{`0" шт."`, "5", `number "5 шт."`},
		{`"№ "0`, "5", `number "№ 5"`},
		{`#,##0.00\ "₽"`, "1234.5", `number "1\u00a0234,50 ₽"`},
		{`#,##0.00\ [$₽-419]`, "-1234.5", `number "-1\u00a0234,50 ₽"`},
		{`[Red]0.0`, "1", `number "1,0"`},
		{"0.##", "1.5", `number "1,5"`},
		{"0.##", "1", `number "1"`},
		{"#", "0", `number ""`},
		{`#,##0_р_.;[Red]-#,##0_р_.`, "-5", `number "-5"`},
		{`0;-0;"—"`, "0", `number "0"`},
		{`0"%"`, "50", `number "50%"`},
		{"0.00E+00", "1234", `number "1234"`},
		{"# ?/?", "0.5", `number "0,5"`},
		{"#,##0,", "1234567", `number "1234567"`},
		{`0.0 "дн"`, "1.5", `number "1,5 дн"`},
		{`General" кг"`, "1.5", `number "1,5"`},
		{`[>100]0;0.0`, "50", `number "50"`},

		{"14", "44372", `day "25.06.2021"`},
		{"22", "44372.604166666664", `day "25.06.2021 14:30"`},
		{"dd.mm.yyyy", "44372", `day "25.06.2021"`},
		{"ДД.ММ.ГГГГ", "44372", `day "25.06.2021"`},
		{`[$-FC19]dd\ mmmm\ yyyy\ \г\.;@`, "44372", `day "25.06.2021"`},
		{`[$-419]d\ mmm;@`, "44372", `day "25.06.2021"`},
		{"mmmm", "44372", `day "25.06.2021"`},
		{`yyyy"-й год"`, "44372", `day "25.06.2021"`},
		{"m/d/yy h:mm AM/PM", "44372.25", `day "25.06.2021 6:00"`},
		{"14", "1", `day "01.01.1900"`},
		{"14", "59", `day "28.02.1900"`},
		{"14", "60", `fault "29.02.1900"`},
		{"14", "61", `day "01.03.1900"`},
		{"14", "0", `fault "00.01.1900"`},
		{"22", "0.5", `fault "00.01.1900 12:00"`},
		{"14", "-1", `fault "########"`},
		{"14", "2958465", `day "31.12.9999"`},
		{"14", "2958466", `fault "########"`},
		{"14", "1e300", `fault "########"`},
		{"14", "44371.99999999", `day "25.06.2021"`},

		{"20", "0.604166666666667", `clock "14:30"`},
		{"h:mm", "0.604166666666667", `clock "14:30"`},
		{"45", "0.604166666666667", `clock "14:30:00"`},
		{"[h]:mm", "1.5", `clock "36:00"`},
		{"mm:ss.0", "0.0007", `clock "0:01:00"`},
		{"[$-F400]h:mm:ss AM/PM", "0.25", `clock "6:00:00"`},
		{"ч:мм", "0.25", `clock "6:00"`},
		{"h:mm", "-0.25", `clock "−6:00"`},

		// Letters of days that are none.
		{`"дней: "0`, "5", `number "дней: 5"`},
		{`0\д`, "5", `number "5д"`},
		{`[Yellow]0`, "5", `number "5"`},
		{`[Red]General`, "5", `number "5"`},
	} {
		got := strings.TrimSpace(readRows(t, fmt.Sprintf(`<row><c s="0"><v>%s</v></c></row>`, c.value), parts{"xl/styles.xml": styles(c.format)}))
		if want := "A1 " + c.want; got != want {
			t.Errorf("%s of %s: %s; want %s", c.value, c.format, got, want)
		}
	}
}

func TestDaysFrom1904(t *testing.T) {
	from1904 := parts{
		"xl/styles.xml":   styles("14"),
		"xl/workbook.xml": strings.Replace(commonParts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="true"/><sheets>`, 1),
	}
	for value, want := range map[string]string{"0": "01.01.1904", "42910": "25.06.2021", "1": "02.01.1904"} {
		got := strings.TrimSpace(readRows(t, `<row><c s="0"><v>`+value+`</v></c></row>`, from1904))
		if got != `A1 day "`+want+`"` {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
}

func TestABookWithoutStylesOrStrings(t *testing.T) {
	without := parts{"xl/styles.xml": "", "xl/sharedStrings.xml": "", "xl/_rels/workbook.xml.rels": relTop + `<Relationship Id="rId1" Type="` + office + `worksheet" Target="worksheets/sheet1.xml"/></Relationships>`}
	if got := readRows(t, `<row><c s="0"><v>1</v></c></row>`, without); got != "A1 number \"1\"\n" {
		t.Error(got)
	}
}
