package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/internal/golden"
	"doklad/generator/typeset"
)

const schools = "north/institutions.toml"

const (
	cluster = "[[institution]]\nid = \"gorod\"\nkind = \"кластер\"\nfull.nominative = \"Город\"\n"
	school  = "[[institution]]\nid = \"sosh1\"\ncode = \"Ш-1\"\nkind = \"СОШ\"\ncluster = \"gorod\"\nopened = 2001-09-01\n" +
		"full.nominative = \"МБОУ «СОШ № 1»\"\nfull.dative = \"МБОУ «СОШ № 1»\"\n"
	kindergarten = "[[institution]]\nid = \"ds1\"\ncode = \"Д-1\"\nkind = \"ДОО\"\naliases = [\"ДС № 1\", \"Ёлочка\"]\nfull.nominative = \"МБДОУ «Детский сад № 1»\"\n"
	branch       = "[[institution]]\nid = \"filial\"\nkind = \"филиал\"\nacts_as = \"ДОО\"\nparent = \"sosh1\"\nfull.nominative = \"Филиал СОШ № 1\"\n"
	area         = "[[institution]]\nid = \"okrug\"\nkind = \"муниципалитет\"\nfull.nominative = \"Округ\"\n"

	sound = cluster + school + kindergarten + branch + area
)

// faultyInstitutions have a slip for every message about institutions. What is said of
// them stands in testdata/badinput/institutions.txt.
var faultyInstitutions = []struct {
	name  string
	edits []edit
}{
	{"nothing is wrong", nil},
	{"an executor", []edit{{order, `["obraztsov", "otdel"]`, `["obraztsov", "sosh1"]`}}},
	{"an executor without a dative", []edit{{order, `["obraztsov", "otdel"]`, `["ds1"]`}}},
	{"an executor with a fault", []edit{{order, `["obraztsov", "otdel"]`, `["sosh1"]`}, {schools, `kind = "СОШ"`, `kind = "СШО"`}}},
	{"an executor that was closed", []edit{{order, `["obraztsov", "otdel"]`, `["sosh1"]`}, {schools, "opened = 2001-09-01", "closed = 2025-08-31"}, {schools, branch, ""}}},
	{"an executor that nobody knows", []edit{{order, `["obraztsov", "otdel"]`, `["sosh2"]`}}},

	{"broken", []edit{{schools, `id = "gorod"`, `id = gorod`}}},
	{"an unknown key", []edit{{schools, `cluster = "gorod"`, `claster = "gorod"`}}},
	{"without id and kind", []edit{{schools, "id = \"ds1\"\n", ""}, {schools, "kind = \"ДОО\"\naliases", "aliases"}}},
	{"without a name", []edit{{schools, `full.nominative = "Город"`, ""}}},
	{"two of one id", []edit{{schools, `id = "ds1"`, `id = "sosh1"`}}},
	{"id of a person and of a body", []edit{{schools, `id = "ds1"`, `id = "primerova"`}, {schools, `id = "okrug"`, `id = "otdel"`}}},
	{"kinds", []edit{{schools, `kind = "ДОО"`, `kind = "ДО"`}, {schools, `acts_as = "ДОО"`, `acts_as = "филиал"`}}},
	{"acts as, separate and cluster of what is no part", []edit{{schools, `code = "Д-1"`, "acts_as = \"СОШ\"\nseparate = true"}, {schools, `id = "okrug"`, "id = \"okrug\"\ncluster = \"gorod\""}}},
	{"two of one code", []edit{{schools, `"Д-1"`, `"ш 1"`}}},
	{"codes of signs and like an INN", []edit{{schools, `"Д-1"`, `"–"`}, {schools, `"Ш-1"`, `"1234567894"`}}},
	{"check digits", []edit{{schools, `code = "Д-1"`, `inn = "1234567895"`}, {schools, `code = "Ш-1"`, `inn = "12345678"`}}},
	{"two of one INN", []edit{{schools, `code = "Д-1"`, `inn = "1234567894"`}, {schools, `code = "Ш-1"`, `inn = "1234567894"`}}},
	{"INN of a branch", []edit{{schools, `id = "filial"`, "id = \"filial\"\ninn = \"1234567894\""}}},
	{"unknown parent and cluster", []edit{{schools, `parent = "sosh1"`, `parent = "sosh"`}, {schools, `cluster = "gorod"`, `cluster = "towns"`}}},
	{"a branch without a parent", []edit{{schools, `parent = "sosh1"`, ""}}},
	{"a branch of a cluster", []edit{{schools, `parent = "sosh1"`, `parent = "gorod"`}}},
	{"a school in a cluster by parent", []edit{{schools, `cluster = "gorod"`, `parent = "gorod"`}}},
	{"a kindergarten in a school", []edit{{schools, `code = "Д-1"`, `parent = "sosh1"`}}},
	{"an area in a school", []edit{{schools, `id = "okrug"`, "id = \"okrug\"\nparent = \"sosh1\""}}},
	{"a cluster in a school", []edit{{schools, `id = "gorod"`, "id = \"gorod\"\nparent = \"sosh1\""}}},
	{"a cluster that is none", []edit{{schools, `cluster = "gorod"`, `cluster = "okrug"`}}},
	{"a circle", []edit{{schools, `id = "okrug"`, "id = \"okrug\"\nparent = \"kray\""}, {schools, area, area + "parent = \"okrug\"\n"}}},
	{"in itself", []edit{{schools, `id = "okrug"`, "id = \"okrug\"\nparent = \"okrug\""}}},
	{"closed before it was opened", []edit{{schools, "opened = 2001-09-01", "opened = 2001-09-01\nclosed = 2001-08-31"}}},
	{"no day", []edit{{schools, "opened = 2001-09-01", "opened = \"весной\""}}},
	{"a branch left without its school", []edit{{schools, "opened = 2001-09-01", "closed = 2025-08-31"}}},
	{"names that fold to one", []edit{{schools, `"Ёлочка"`, `"Средняя школа N1"`}}},
	{"a code like a name", []edit{{schools, `"Д-1"`, `"СОШ-1"`}}},
	{"an alias like another's code", []edit{{schools, `"Ёлочка"`, `"ш/1"`}}},
	{"a name of a number", []edit{{schools, `"Ёлочка"`, `"№ 1"`}}},
}

func withInstitutions(t *testing.T, edits []edit) fstest.MapFS {
	files := changed(t, nil)
	files[schools] = &fstest.MapFile{Data: []byte(sound)}
	for _, e := range edits {
		text := string(files[e.file].Data)
		if e.old == area {
			text += "\n" + strings.ReplaceAll(strings.ReplaceAll(area, "okrug", "kray"), "Округ", "Край") + "parent = \"okrug\"\n"
		} else if strings.Count(text, e.old) != 1 {
			t.Fatalf("%q stands in %s %d times", e.old, e.file, strings.Count(text, e.old))
		} else {
			text = strings.Replace(text, e.old, e.new, 1)
		}
		files[e.file] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func TestFaultyInstitutions(t *testing.T) {
	var got strings.Builder
	for _, c := range faultyInstitutions {
		l := said(withInstitutions(t, c.edits))
		for _, p := range l {
			if p.Line == 0 {
				t.Errorf("%s: no line: %s", c.name, p)
			}
		}
		fmt.Fprintf(&got, "== %s\n%s\n", c.name, printed(l))
	}
	golden.Assert(t, "badinput/institutions.txt", got.String())
}

// A sign that the font lacks stops the order that names the institution, and no other.
func TestUnprintableExecutor(t *testing.T) {
	for name, c := range map[string]struct{ executors, want string }{
		"named":     {`["sosh1"]`, "north/institutions.toml:12:30"},
		"not named": {`["otdel"]`, ""},
	} {
		files := withInstitutions(t, []edit{
			{order, `["obraztsov", "otdel"]`, c.executors},
			{schools, `full.dative = "МБОУ «СОШ № 1»"`, `full.dative = "МБОУ «СОШ № 1»中"`},
		})
		tree := Open(files, nil)
		offices, _ := tree.Offices()
		l := offices[0].Unprintable(tree.Orders(offices[0])[0], typeset.Tinos())
		if got := printed(l); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// The institutions of an office above are its own: here they would be counted twice.
func TestInstitutionsAreNotInherited(t *testing.T) {
	files := withInstitutions(t, nil)
	files["institutions.toml"] = files[schools]
	files["organization.toml"] = files[self]
	delete(files, schools)
	offices, l := Open(files, nil).Offices()
	if len(l) > 0 || len(offices) != 2 || len(offices[0].Institutions) != 5 || len(offices[1].Institutions) != 0 {
		t.Errorf("%v %d %d", l, len(offices[0].Institutions), len(offices[1].Institutions))
	}
}
