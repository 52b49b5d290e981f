package xlsx

import (
	"slices"
	"strings"
	"testing"
)

func TestSheetNames(t *testing.T) {
	long := "МБДОУ «Детский сад комбинированного вида № 1»"
	given := []string{
		"Дорожная карта", "дорожная КАРТА", "", " ", "a:b*c?d/e\\f", "[1]", "'кавычки'", "д'Артаньян",
		long, long, "МБДОУ «Детский сад № 1»", "History", "два  \n пробела\t", "с\x00нулём", strings.Repeat("😀", 20),
	}
	want := []string{
		"Дорожная карта", "дорожная КАРТА (2)", "Лист", "Лист (2)", "a-b-c-d-e-f", "(1)", "’кавычки’", "д’Артаньян",
		"МБДОУ «Детский сад комбинирован", "МБДОУ «Детский сад комбинир (2)", "МБДОУ «Детский сад № 1»", "History.", "два пробела", "снулём", strings.Repeat("😀", 15),
	}
	var sheets []Sheet
	for _, name := range given {
		sheets = append(sheets, Sheet{Name: name, Table: table([]string{"А"}, []string{name[:min(len(name), 1)]})})
	}
	if got := sheetNames(sheets); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for i := range sheets {
		sheets[i].Table = table([]string{"А"}, []string{"б"})
	}
	f := open(t, mustWrite(t, sheets...))
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("in the book: %q", got)
	}
	scopes := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			scopes[n.Scope] = n.RefersTo
		}
	}
	for _, name := range want {
		if scopes[name] != "'"+name+"'!$1:$1" {
			t.Errorf("print titles of %q: %q", name, scopes[name])
		}
	}
}
