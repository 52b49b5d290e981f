package generator

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"doklad/generator/form"
	sheets "doklad/generator/sheet"
)

// toldInFile are the values of a file by institution and code: a form of one, or a table
// of rows under the header that the form of all has.
func toldInFile(t *testing.T, m *monitored, name string, raw []byte) map[string]map[string]string {
	t.Helper()
	book, err := sheets.Open(name, raw)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	told := map[string]map[string]string{}
	if strings.HasSuffix(name, ".xlsx") {
		p, found, err := form.ReadPassport(book)
		if err != nil || !found || p.Kind != monitoringFormKind {
			t.Fatalf("%s: %+v %v", name, p, err)
		}
		var columns []form.Column
		for _, c := range tellColumns() {
			columns = append(columns, c.Column)
		}
		table, problems, err := form.Read(book, columns, "")
		if err != nil || len(problems) > 0 || len(table.Rows) != p.Rows {
			t.Fatalf("%s: %v %v", name, problems, err)
		}
		told[p.BodyID] = map[string]string{}
		for _, r := range table.Rows {
			key, _ := form.ParseKey(r.Key)
			value := r.Text(tellValue, &problems)
			told[p.BodyID][key[0]] = cmp.Or(value, r.Text(tellWhy, &problems))
		}
		return told
	}
	registry := m.office.Registry()
	var header []string
	for row, err := range book.Sheets[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		texts := map[int]string{}
		for _, c := range row.Cells {
			texts[c.Column] = c.Text
		}
		switch {
		case texts[1] == "№":
			for n := 1; n <= len(row.Cells); n++ {
				header = append(header, texts[n])
			}
		case header == nil:
		default:
			id := ""
			if texts[2] != wholeMunicipality {
				byName, byCode := registry.Recognise(texts[2]), registry.Recognise(texts[3])
				if !byName.IsSure() || byName.Institution.ID != byCode.Institution.ID {
					t.Errorf("%s: «%s», «%s» is nobody", name, texts[2], texts[3])
				}
				id = byName.Institution.ID
			}
			told[id] = map[string]string{}
			for n, text := range header[3:] {
				code, _, _ := strings.Cut(text, ".")
				if i, known := m.catalogue.Indicator(code); !known || columnHeader(i) != text {
					t.Errorf("%s: the column «%s» is that of no indicator", name, text)
				}
				told[id][code] = texts[n+4]
			}
		}
	}
	return told
}

// What the example handed in is what this catalogue asks, of those who were there; its
// troubles are those that its README tells of, and no others.
func TestExampleSubmissions(t *testing.T) {
	var wrong []string
	for _, year := range []int{2020, 2021, 2022} {
		folder := path.Join("../data/example/submissions", strconv.Itoa(year))
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		m, _, err := ours().monitored("example", year, nil)
		if err != nil {
			t.Fatal(err)
		}
		times := map[string]int{}
		for _, file := range files {
			if file.Name() == "journal.toml" || strings.HasPrefix(file.Name(), ".") {
				continue
			}
			raw, err := os.ReadFile(path.Join(folder, file.Name()))
			if err != nil {
				t.Fatal(err)
			}
			for id, values := range toldInFile(t, m, file.Name(), raw) {
				where := fmt.Sprintf("%d %s %s", year, file.Name(), id)
				if one, found := m.office.Institution(id); found {
					if !m.isOpen(one) {
						t.Errorf("%s: it does not work then", where)
					}
					if !strings.HasPrefix(file.Name(), "munitsipalitet") {
						times[id]++
					}
				}
				wrong = append(wrong, wrongValues(m, where, id, values)...)
			}
		}
		sent := 0
		for _, one := range m.hierarchy.Members("") {
			switch {
			case !m.isOpen(one):
			case times[one.ID] == 0:
				wrong = append(wrong, fmt.Sprintf("%d %s: nothing", year, one.ID))
			default:
				sent++
			}
			if times[one.ID] > 1 {
				wrong = append(wrong, fmt.Sprintf("%d %s: several files", year, one.ID))
			}
		}
		if sent < 24 {
			t.Errorf("%d: only %d institutions", year, sent)
		}
	}
	slices.Sort(wrong)
	want := []string{
		"2022 ds-9: nothing",
		"2022 shkola-1: several files",
		"2022 doo.csv ds-8: DV18 is empty",
		"2022 Гимназия №6 МОНИТОРИНГ.xlsx shkola-6: SV41 is «87,5 %»",
		"2022 Форма детский сад 5.xlsx ds-5: DV05 is more than DV04",
		"2022 Ёлочка_показатели_2022.xlsx ds-7: DV01 is «сто двадцать»",
		"2022 Ёлочка_показатели_2022.xlsx ds-7: DV08 is out of range: 7,50",
	}
	slices.Sort(want)
	if !slices.Equal(wrong, want) {
		t.Errorf("%s", strings.Join(wrong, "\n"))
	}
}

// wrongValues are those of one institution that are no values of their indicators, or
// contradict one another.
func wrongValues(m *monitored, where, id string, values map[string]string) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, where+": "+fmt.Sprintf(format, args...)) }
	one, _ := m.office.Institution(id)
	numbers := map[string]float64{}
	for code, text := range values {
		i, _ := m.catalogue.Indicator(code)
		if !m.isOpenCell(i, one) {
			if text != "" {
				say("%s is told of who has none", code)
			}
			continue
		}
		number, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		switch {
		case slices.Contains(noNumberWords, text):
		case i.Unit == "да/нет":
			if !slices.Contains(yesNoWords, text) {
				say("%s is «%s»", code, text)
			}
		case text == "":
			say("%s is empty", code)
		case err != nil:
			say("%s is «%s»", code, text)
		case !i.Range.Has(number) || i.Round(number) != number:
			say("%s is out of range: %s", code, text)
		default:
			numbers[code] = number
		}
	}
	for _, i := range m.catalogue.All() {
		if f := m.catalogue.Formulas.Formula(i.Code); f != nil {
			part, whole, isShare := f.Share()
			p, partKnown := numbers[part]
			w, wholeKnown := numbers[whole]
			if isShare && partKnown && wholeKnown && p > w {
				say("%s is more than %s", part, whole)
			}
		}
	}
	return wrong
}
