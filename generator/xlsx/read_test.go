package xlsx

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const sheet = "Дорожная карта"

// The roadmap has 5 lines of гриф, a gap, 2 of title, the note and a gap above
// the header.
const headerRow = 11

func TestCells(t *testing.T) {
	s := roadmap()
	f := open(t, mustWrite(t, s))
	if got := f.GetSheetList(); !slices.Equal(got, []string{sheet}) {
		t.Fatal("sheets", got)
	}
	above := []struct{ cell, text string }{
		{"D1", "УТВЕРЖДЕН"}, {"D5", "от 25.06.2021 № 109"},
		{"A7", "План мероприятий («дорожная карта»)"},
		{"A8", "на территории Оханского городского округа до 2024 года"},
		{"A9", "Пример: вымышленные данные"},
	}
	for _, want := range above {
		if got := must[string](t)(f.GetCellValue(sheet, want.cell)); got != want.text {
			t.Errorf("%s: %q, want %q", want.cell, got, want.text)
		}
	}
	for i, column := range s.Table.Columns {
		if got := must[string](t)(f.GetCellValue(sheet, ref(i, headerRow))); got != column.Header {
			t.Errorf("header %d: %q", i, got)
		}
	}
	for r, row := range s.Table.Rows {
		for c, cell := range row.Cells {
			at := ref(c, headerRow+1+r)
			if got := must[string](t)(f.GetCellValue(sheet, at)); got != cell.Text {
				t.Errorf("%s: %q, want %q", at, got, cell.Text)
			}
			if kind := must[excelize.CellType](t)(f.GetCellType(sheet, at)); kind != excelize.CellTypeInlineString {
				t.Errorf("%s: type %v, want a string", at, kind)
			}
			if formula := must[string](t)(f.GetCellFormula(sheet, at)); formula != "" {
				t.Errorf("%s: formula %q", at, formula)
			}
		}
	}
	if got := part(t, mustWrite(t, s), "xl/worksheets/sheet1.xml"); strings.Contains(got, "<f>") || strings.Contains(got, "hyperlink") || strings.Contains(got, "<v>") {
		t.Error("a formula, a link or a number in the sheet")
	}
}

func TestMergesSectionsOnly(t *testing.T) {
	f := open(t, mustWrite(t, roadmap()))
	var got []string
	for _, m := range must[[]excelize.MergeCell](t)(f.GetMergeCells(sheet)) {
		got = append(got, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if want := []string{"A12:E12", "A14:E14"}; !slices.Equal(got, want) {
		t.Errorf("merged %v, want %v", got, want)
	}
}

func TestPrintSettings(t *testing.T) {
	book := mustWrite(t, roadmap())
	f := open(t, book)
	page := must[excelize.PageLayoutOptions](t)(f.GetPageLayout(sheet))
	if *page.Size != 9 || *page.Orientation != "landscape" || *page.FitToWidth != 1 || *page.FitToHeight != 0 {
		t.Error("page", *page.Size, *page.Orientation, *page.FitToWidth, *page.FitToHeight)
	}
	if props := must[excelize.SheetPropsOptions](t)(f.GetSheetProps(sheet)); !*props.FitToPage {
		t.Error("not fitted to the page")
	}
	margins := must[excelize.PageLayoutMarginsOptions](t)(f.GetPageMargins(sheet))
	for name, m := range map[string]*float64{"left": margins.Left, "right": margins.Right, "top": margins.Top, "bottom": margins.Bottom} {
		if *m*inch < 9.9 || *m*inch > 20.1 {
			t.Error(name, *m*inch)
		}
	}
	if !*margins.Horizontally {
		t.Error("not centred on the page")
	}
	if header := must[*excelize.HeaderFooterOptions](t)(f.GetHeaderFooter(sheet)).OddHeader; header != `&C&"Times New Roman,Regular"&12&P` {
		t.Error("header", header)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name+" in "+n.Scope] = n.RefersTo
	}
	if got := names["_xlnm.Print_Titles in "+sheet]; got != "'Дорожная карта'!$11:$11" {
		t.Error("print titles", names)
	}
	if got := names["_xlnm._FilterDatabase in "+sheet]; got != "'Дорожная карта'!$A$11:$E$15" {
		t.Error("filter", names)
	}
	xml := part(t, book, "xl/worksheets/sheet1.xml")
	for _, want := range []string{`<autoFilter ref="$A$11:$E$15">`, `numberStoredAsText="true"`, `<dimension ref="A1:E15">`} {
		if !strings.Contains(xml, want) {
			t.Error("no", want)
		}
	}
	if strings.Contains(xml, "filterMode") {
		t.Error("the filter claims to hide rows")
	}
}

func TestPanes(t *testing.T) {
	f := open(t, mustWrite(t, roadmap()))
	panes := must[excelize.Panes](t)(f.GetPanes(sheet))
	if !panes.Freeze || panes.XSplit != 1 || panes.YSplit != headerRow || panes.TopLeftCell != "B12" {
		t.Errorf("%+v", panes)
	}
	// Row 12 is a section; the cursor stands in the first activity.
	if len(panes.Selection) != 1 || panes.Selection[0].ActiveCell != "B13" || panes.Selection[0].Pane != "bottomRight" {
		t.Errorf("%+v", panes.Selection)
	}
	if f.GetActiveSheetIndex() != 0 {
		t.Error("opens on another sheet")
	}
}

func TestPanesOfOtherSheets(t *testing.T) {
	one := mustWrite(t, Sheet{Name: "А", Table: table([]string{"Школа"}, []string{"№ 1"})})
	if p := must[excelize.Panes](t)(open(t, one).GetPanes("А")); p.XSplit != 0 || p.YSplit != 1 || p.ActivePane != "bottomLeft" {
		t.Errorf("one column: %+v", p)
	}
	tall := roadmap()
	tall.Note = strings.Repeat("пометка ", 400)
	if p := must[excelize.Panes](t)(open(t, mustWrite(t, tall)).GetPanes(sheet)); p.YSplit != 0 || p.XSplit != 1 || p.ActivePane != "topRight" {
		t.Errorf("much above the table: %+v", p)
	}
	empty := mustWrite(t, Sheet{Name: "А", Table: table([]string{"Школа", "Балл"})})
	if strings.Contains(part(t, empty, "xl/worksheets/sheet1.xml"), "autoFilter") {
		t.Error("a filter over no rows")
	}
}

func TestProperties(t *testing.T) {
	book := mustWrite(t, roadmap())
	p := must[*excelize.DocProperties](t)(open(t, book).GetDocProps())
	if p.Title != paper.Title || p.Creator != paper.Author || p.Subject != paper.Subject || p.Language != "ru-RU" ||
		p.Created != "2021-06-25T04:00:00Z" || p.Modified != p.Created {
		t.Errorf("%+v", p)
	}
	bare, _, err := Write([]Sheet{roadmap()}, Properties{})
	if err != nil {
		t.Fatal(err)
	}
	if p := must[*excelize.DocProperties](t)(open(t, bare).GetDocProps()); *p != (excelize.DocProperties{}) {
		t.Errorf("properties nobody gave: %+v", p)
	}
}

func TestLooks(t *testing.T) {
	f := open(t, mustWrite(t, roadmap()))
	if name := must[string](t)(f.GetDefaultFont()); name != fontName {
		t.Error("font of the book", name)
	}
	for _, want := range []struct {
		cell, horizontal, vertical string
		size                       float64
		bold, wrap                 bool
		borders                    int
	}{
		{"D1", "left", "top", 12, false, false, 0},
		{"A7", "centerContinuous", "center", 12, true, false, 0},
		{"E7", "centerContinuous", "center", 12, true, false, 0},
		{"A9", "centerContinuous", "center", 10, false, false, 0},
		{"B11", "center", "center", 12, true, true, 4},
		{"A12", "left", "center", 11, true, true, 4},
		{"E12", "left", "center", 11, true, true, 4},
		{"A13", "center", "top", 11, false, true, 4},
		{"B13", "left", "top", 11, false, true, 4},
		{"E15", "left", "top", 11, false, true, 4}, // not given in the row
	} {
		s := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle(sheet, want.cell))))
		if s.Font.Family != fontName || s.Font.Size != want.size || s.Font.Bold != want.bold ||
			s.Alignment.Horizontal != want.horizontal || s.Alignment.Vertical != want.vertical ||
			s.Alignment.WrapText != want.wrap || len(s.Border) != want.borders || s.NumFmt != 49 {
			t.Errorf("%s: %+v %+v %d borders, format %d", want.cell, *s.Font, *s.Alignment, len(s.Border), s.NumFmt)
		}
	}
	head := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle(sheet, "A11"))))
	if len(head.Fill.Color) != 1 || head.Fill.Color[0] != "E7E6E6" {
		t.Error("header fill", head.Fill)
	}
}

func TestColumnsInOrder(t *testing.T) {
	xml := part(t, mustWrite(t, roadmap()), "xl/worksheets/sheet1.xml")
	var got []int
	for _, m := range regexp.MustCompile(`<col min="(\d+)"`).FindAllStringSubmatch(xml, -1) {
		n, _ := strconv.Atoi(m[1])
		got = append(got, n)
	}
	if !slices.Equal(got, []int{1, 2, 3, 4, 5}) {
		t.Error(got)
	}
}
