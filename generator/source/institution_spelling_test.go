package source

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"doklad/generator/model"
)

func exampleDirectory(t testing.TB) *model.Directory {
	t.Helper()
	offices, problems := Open(os.DirFS("../../data/example"), nil).Offices()
	if len(offices) != 1 || len(problems)+len(offices[0].Problems)+len(offices[0].Records) > 0 {
		t.Fatalf("%d offices, %v %v %v", len(offices), problems, offices[0].Problems, offices[0].Records)
	}
	return &offices[0].Directory
}

var numbered = regexp.MustCompile(`№\s*(\d)`)

// spellings are what people make of one name.
var spellings = []func(string) string{
	func(s string) string { return s },
	strings.ToUpper,
	strings.ToLower,
	strings.NewReplacer("«", `"`, "»", `"`, "„", `"`, "“", `"`).Replace,
	strings.NewReplacer("«", "“", "»", "”").Replace,
	strings.NewReplacer("«", "", "»", "", "„", "", "“", "", "(", "", ")", "").Replace,
	strings.NewReplacer("№ ", "№").Replace,
	strings.NewReplacer("№ ", "N ").Replace,
	strings.NewReplacer("№ ", "Nº").Replace,
	strings.NewReplacer("№ ", "No. ").Replace,
	strings.NewReplacer("№ ", "номер ").Replace,
	strings.NewReplacer("№ ", "").Replace,
	func(s string) string { return numbered.ReplaceAllString(s, "№ 0$1") },
	strings.NewReplacer(" ", "\u00a0").Replace,
	strings.NewReplacer(" ", "\n").Replace,
	strings.NewReplacer(" ", "  ").Replace,
	strings.NewReplacer("ё", "е", "Ё", "Е", "й", "и\u0306").Replace,
	strings.NewReplacer("С", "C", "О", "O", "е", "e", "а", "a", "М", "M", "К", "K").Replace,
	strings.NewReplacer("а", "а\u00ad").Replace,
	strings.NewReplacer("Детский сад", "ДС").Replace,
	strings.NewReplacer("Детский сад", "д/с").Replace,
	strings.NewReplacer("Детский сад № ", "Д/С№").Replace,
	strings.NewReplacer("Детский сад", "дет. сад").Replace,
	strings.NewReplacer("Детский сад", "Детсад").Replace,
	strings.NewReplacer("Средняя общеобразовательная школа", "СОШ", "Основная общеобразовательная школа", "ООШ", "Начальная общеобразовательная школа", "НОШ").Replace,
	strings.NewReplacer("СОШ", "Средняя школа", "ООШ", "основная  общеобразовательная школа", "НОШ", "Начальная школа").Replace,
	strings.NewReplacer("МБДОУ", "МАДОУ", "МБОУ", "МКОУ").Replace,
	strings.NewReplacer("МБДОУ ", "", "МАДОУ ", "", "МБОУ ", "", "МАОУ ", "").Replace,
	strings.NewReplacer("МБДОУ", "Муниципальное бюджетное дошкольное образовательное учреждение", "МБОУ", "муниципальное казённое общеобразовательное учреждение").Replace,
	func(s string) string { return "МОУ " + s },
	func(s string) string { return s + " г. Примерска" },
	func(s string) string { return s + ", г.Примерск" },
	func(s string) string { return s + " муниципального округа «Пример»." },
	func(s string) string { return " " + s + " \r\n" },
}

// Each institution of the example is recognised by each of its names in any two
// spellings at once, and no other is.
func TestEachSpellingIsRecognised(t *testing.T) {
	d := exampleDirectory(t)
	r := d.Registry()
	for _, one := range d.Institutions {
		for _, name := range one.Names() {
			for i, first := range spellings {
				for k, second := range spellings {
					words := second(first(name))
					got := r.Recognise(words)
					if !got.IsSure() || got.Institution.ID != one.ID {
						t.Errorf("%q (%d, %d) of %s is %d %q", words, i, k, one.ID, got.Certainty, got.Institution.ID)
					}
				}
			}
		}
	}
}

// A number is that number and no other, in whatever words it stands.
func TestNumbersAreNotMixedUp(t *testing.T) {
	d := exampleDirectory(t)
	r := d.Registry()
	for n := range 200 {
		for _, form := range []string{"Детский сад № %d", "ДС №%d", "д/с %d", "МБДОУ «Детский сад № %d (пример)»", "дет.сад N%d"} {
			got := r.Recognise(fmt.Sprintf(form, n))
			want := fmt.Sprintf("ds-%d", n)
			if _, exists := d.Institution(want); !exists {
				want = ""
			}
			// Some gardens have a name after the number, and are not called without it in brackets.
			if got.Institution.ID != want && (got.IsSure() || !strings.Contains(form, "пример")) {
				t.Errorf(form+" is %q", n, got.Institution.ID)
			}
		}
		if n == 0 {
			continue // 01 is 1
		}
		for _, form := range []string{"1%d", "%d1", "%d 1", "%d-1", "%d/2", "%d,5", "%d.1", "%da"} {
			words := "Детский сад № " + fmt.Sprintf(form, n)
			got := r.Recognise(words)
			if one := got.Institution; got.IsSure() && !strings.HasSuffix(words, "№ "+strings.TrimPrefix(one.ID, "ds-")) {
				t.Errorf("%s is %q", words, one.ID)
			}
		}
	}
}

// Names with a word more or less are never taken for others.
func TestWordsMoreOrLess(t *testing.T) {
	d := exampleDirectory(t)
	r := d.Registry()
	for _, one := range d.Institutions {
		for _, name := range one.Names() {
			words := strings.Fields(name)
			for i := range words {
				less := strings.Join(append(append([]string{}, words[:i]...), words[i+1:]...), " ")
				more := strings.Join(append(append(append([]string{}, words[:i]...), "корпус"), words[i:]...), " ")
				if got := r.Recognise(more); got.IsSure() {
					t.Errorf("%q is %q", more, got.Institution.ID)
				}
				got := r.Recognise(less)
				if id := got.Institution.ID; got.IsSure() && id != one.ID && !(one.ID == "shkola-5-filial" && id == "shkola-5") {
					t.Errorf("%q of %s is %q", less, one.ID, id)
				}
			}
		}
	}
}

// The example is 12 kindergartens and 14 schools with one branch, in two clusters; none
// of them is real.
func TestExampleInstitutions(t *testing.T) {
	d := exampleDirectory(t)
	h := d.Hierarchy()
	kindergartens, schools, closed, clusters := 0, 0, 0, map[string]int{}
	for _, one := range h.Members("") {
		if h.Kind(one.ID) == model.Kindergarten {
			kindergartens++
		} else {
			schools++
		}
		if !one.Closed.IsZero() {
			closed++
		}
		clusters[h.Cluster(one.ID)]++
	}
	if kindergartens != 12 || schools != 14 || closed != 1 || len(clusters) != 2 || clusters[""] > 0 {
		t.Errorf("%d kindergartens, %d schools, %d closed, %v", kindergartens, schools, closed, clusters)
	}
	for id, n := range clusters {
		if n != len(h.Members(id)) {
			t.Errorf("%s has %d and %d", id, n, len(h.Members(id)))
		}
	}
	for _, one := range d.Institutions {
		if !strings.Contains(one.Full.Nominative, "(пример)") || one.INN != "" {
			t.Errorf("%s does not say that it is an example", one.ID)
		}
	}
}
