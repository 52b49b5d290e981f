package source

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/crosscheck"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

func checkIDs(c *Checks) (ids []string) {
	for _, check := range c.List {
		ids = append(ids, check.ID)
	}
	return ids
}

// Everything in data/ can be read, and every check that the program carries can be made.
func TestRepositoryChecks(t *testing.T) {
	tree := Open(os.DirFS("../../data"), data.Common)
	for _, folder := range []string{".", "example", "okhansk"} {
		if problems := tree.Checks(folder).Problems; len(problems) > 0 {
			t.Errorf("%s: %v", folder, problems)
		}
	}
	if tree.Checks(".") != tree.Checks("okhansk") {
		t.Error("the checks are read again for each office")
	}
	carried := Open(fstest.MapFS{}, data.Common).Checks(".")
	for _, file := range carried.Files {
		if of := carried.Of(file); len(of) != len(file.said.Checks) || len(of) < 40 {
			t.Errorf("%s: %d checks of %d", file.Name, len(of), len(file.said.Checks))
		}
	}
}

// A year in which every number is what it must be gives no finding.
func TestCommonChecksHold(t *testing.T) {
	tree := Open(fstest.MapFS{}, data.Common)
	values := model.Values{}
	catalogue := tree.Catalogue(".")
	for _, i := range catalogue.All() {
		if !i.IsDerived() {
			values[i.Code] = model.KnownValue(max(i.Range.From, min(i.Range.To, 4)))
		}
	}
	for code, x := range map[string]float64{"DV19": 40, "DV22": 2, "DV25": 2, "D29": 8, "SV07": 1, "SV08": 2, "SV09": 1, "SV25": 0, "SV30": 8, "SV01": 16, "SV02": 16, "SV03": 16, "SV12": 4} {
		values[code] = model.KnownValue(x)
	}
	before := model.Values{"DV19": model.KnownValue(39), "SV01": model.KnownValue(15), "SV15": model.KnownValue(1)}
	for _, kind := range []model.InstitutionKind{model.Kindergarten, model.FullSchool} {
		s := crosscheck.Subject{Kind: kind, Values: catalogue.Formulas.Complete(values, model.TierInstitution), Before: before}
		for _, f := range tree.Checks(".").Rules.Judge([]crosscheck.Subject{s}, nil) {
			t.Errorf("%s %s", f.Check.ID, f.Text)
		}
	}
	s := crosscheck.Subject{Values: catalogue.Formulas.Complete(values, model.TierMunicipality), Before: before}
	for _, f := range tree.Checks(".").Rules.JudgeTotal(s, nil) {
		t.Errorf("%s %s", f.Check.ID, f.Text)
	}
}

// Among small numbers drawn at random, with some missing and some far out, each check of the
// program is made, holds of somebody and does not hold of somebody else: none is written so
// that it says nothing.
func TestCommonChecksTell(t *testing.T) {
	tree := Open(fstest.MapFS{}, data.Common)
	catalogue, checks := tree.Catalogue("."), tree.Checks(".")
	random := rand.New(rand.NewPCG(1, 2))
	draw := func(tier model.Tier) model.Values {
		values := model.Values{}
		for _, i := range catalogue.All() {
			switch x := i.Range.From + float64(random.IntN(4)); {
			case i.IsDerived() || random.IntN(20) == 0:
			case random.IntN(30) == 0:
				values[i.Code] = model.KnownValue(i.Range.To)
			default:
				values[i.Code] = model.KnownValue(min(x, i.Range.To))
			}
		}
		return catalogue.Formulas.Complete(values, tier)
	}
	made, told := map[string]int{}, map[string]int{}
	for _, kind := range []model.InstitutionKind{model.Kindergarten, model.FullSchool} {
		var subjects []crosscheck.Subject
		for range 150 {
			subjects = append(subjects, crosscheck.Subject{Kind: kind, Cluster: "north", Values: draw(model.TierInstitution), Before: draw(model.TierInstitution)})
			for _, f := range checks.Rules.JudgeTotal(crosscheck.Subject{Values: draw(model.TierMunicipality), Before: draw(model.TierMunicipality)}, nil) {
				told[f.Check.ID]++
			}
		}
		for _, check := range checks.List {
			if slices.Contains(check.Kinds, kind) {
				made[check.ID] += len(subjects)
			}
		}
		for _, f := range checks.Rules.Judge(subjects, nil) {
			told[f.Check.ID]++
		}
		for _, u := range checks.Rules.Unmade(subjects, nil) {
			made[u.Check.ID]--
		}
	}
	for _, check := range checks.List {
		if told[check.ID] == 0 {
			t.Errorf("%s «%s» always holds", check.ID, check.Title)
		}
		if check.On() == model.TierInstitution && told[check.ID] >= made[check.ID] {
			t.Errorf("%s «%s» never holds: made %d times", check.ID, check.Title, made[check.ID])
		}
	}
}

// The kinds of a check are those that have all its indicators.
func TestKindsOfChecks(t *testing.T) {
	c := Open(fstest.MapFS{}, data.Common).Checks(".")
	for id, want := range map[string][]model.InstitutionKind{
		"UD01": {"ДОО"}, "US01": {"НОШ", "ООШ", "СОШ"}, "US09": {"ООШ", "СОШ"}, "US26": {"СОШ"}, "US68": nil,
	} {
		i := slices.IndexFunc(c.List, func(c model.Check) bool { return c.ID == id })
		if got := c.List[i].Kinds; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
}

const ownChecks = `[[check]]
id = "UD01"
title = "Иначе"
left = "DV03"
operator = "<"
right = "DV02"
message = "занято не меньше"
hint = "проверьте"

[[check]]
id = "U1"
title = "Мероприятия"
left = "DV18"
operator = ">="
right = "1"
message = "мероприятий нет"
hint = "проверьте"
`

// An office's own file replaces checks, adds some and drops others, ID by ID.
func TestNearestChecks(t *testing.T) {
	tree := Open(fstest.MapFS{
		"region/checks/region.toml":   {Data: []byte("drop = [\"UD02\"]\n" + ownChecks)},
		"region/town/checks/own.toml": {Data: []byte("drop = [\"U1\"]\n")},
	}, data.Common)
	town, region, other := tree.Checks("region/town"), tree.Checks("region"), tree.Checks("other")
	for _, c := range []*Checks{town, region, other} {
		if len(c.Problems) > 0 {
			t.Fatal(c.Problems)
		}
	}
	all := checkIDs(other)
	if all[0] != "UD01" || all[1] != "UD02" || len(checkIDs(region)) != len(all) || len(checkIDs(town)) != len(all)-1 {
		t.Error(checkIDs(region), checkIDs(town))
	}
	if ids := checkIDs(region); ids[0] != "UD01" || ids[1] != "UD03" || ids[len(ids)-1] != "U1" {
		t.Error(ids)
	}
	if region.List[0].Title != "Иначе" || town.List[0].Title != "Иначе" || other.List[0].Title == "Иначе" {
		t.Error("UD01 is not that of the region")
	}
	if of := region.Of(region.Files[len(region.Files)-1]); len(of) != 2 || of[1].ID != "U1" {
		t.Error(of)
	}
}

// A check falls away with an indicator that an office nearer than the check has dropped or
// turned into something else; one that the office names itself is told.
func TestChecksOfDroppedIndicators(t *testing.T) {
	check := strings.ReplaceAll(ownChecks, "\"UD01\"", "\"U2\"")
	files := fstest.MapFS{
		"region/checks/region.toml":          {Data: []byte(check)},
		"region/town/indicators/town.toml":   {Data: []byte("drop = [\"D25\", \"D23\", \"DV18\"]\n")},
		"region/other/indicators/other.toml": {Data: []byte("drop = [\"D23\", \"DV18\"]\n")},
		"region/other/checks/other.toml":     {Data: []byte(strings.ReplaceAll(strings.ReplaceAll(check, "\"U2\"", "\"U3\""), "\"U1\"", "\"U4\""))},
	}
	tree := Open(files, data.Common)
	town := tree.Checks("region/town")
	if len(town.Problems) > 0 {
		t.Fatal(town.Problems)
	}
	for id, want := range map[string]bool{"U1": false, "U2": true, "UD06": false, "UD01": true} {
		if got := slices.Contains(checkIDs(town), id); got != want {
			t.Errorf("%s: %v", id, got)
		}
	}
	if region := tree.Checks("region"); len(region.Problems) > 0 || !slices.Contains(checkIDs(region), "U1") {
		t.Error(region.Problems)
	}
	other := printed(tree.Checks("region/other").Problems)
	if !strings.HasPrefix(other, "region/other/checks/other.toml:13:9: ошибка: показателя «DV18» нет") || strings.Count(other, "ошибка") != 1 {
		t.Error(other)
	}
}

// Where indicators are wrong, what names them is no fault of its own.
func TestChecksOfBrokenCatalogue(t *testing.T) {
	c := Open(fstest.MapFS{"indicators/a.toml": {Data: []byte("title = \n")}, "checks/a.toml": {Data: []byte(soundChecks)}}, nil).Checks(".")
	if len(c.Problems) > 0 || c.Rules.Judge([]crosscheck.Subject{{}}, nil) != nil {
		t.Error(c.Problems)
	}
}

func TestBadChecks(t *testing.T) {
	var got strings.Builder
	for _, c := range badChecks {
		text := soundChecks
		for _, e := range c.edits {
			if strings.Count(text, e[0]) != 1 {
				t.Fatalf("%s: %q stands %d times", c.name, e[0], strings.Count(text, e[0]))
			}
			text = strings.Replace(text, e[0], e[1], 1)
		}
		files := fstest.MapFS{"indicators/a.toml": {Data: []byte(soundIndicators)}, "checks/a.toml": {Data: []byte(text)}}
		problems := Open(files, nil).Checks(".").Problems
		fmt.Fprintf(&got, "== %s\n%s\n", c.name, printed(problems))
		for _, p := range problems {
			if p.Line == 0 || p.Hint == "" || p.File != "checks/a.toml" {
				t.Errorf("%s: no place or hint: %s", c.name, p)
			}
		}
		if len(problems) == 0 != (c.edits == nil) {
			t.Errorf("%s: %d problems", c.name, len(problems))
		}
	}
	golden.Assert(t, "badinput/checks.txt", got.String())
}

// Two files of one folder, files that cannot be read, IDs dropped that are not there.
func TestBadCheckFolders(t *testing.T) {
	var got strings.Builder
	for _, files := range []fstest.MapFS{
		{"checks/a.toml": {Data: []byte(ownChecks)}, "checks/b.toml": {Data: []byte(ownChecks)}},
		{"checks/a.toml": {Data: []byte("drop = [\"UD99\", \"другое\"]\n")}},
		{"checks/a.toml": {Data: []byte("drop = \n")}},
		{"checks/a.toml": {Data: []byte("\xff\xfe")}},
	} {
		fmt.Fprintf(&got, "==\n%s\n", printed(Open(files, data.Common).Checks(".").Problems))
	}
	golden.Assert(t, "badinput/checkfolders.txt", got.String())
}

// Whatever stands in a file of checks, it is read the same each time, every fault has a
// place and a hint, and what has none can be judged.
func FuzzChecks(f *testing.F) {
	f.Add(soundChecks)
	f.Add("drop = [\"U1\"]\n")
	for _, c := range badChecks {
		text := soundChecks
		for _, e := range c.edits {
			text = strings.Replace(text, e[0], e[1], 1)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read := func() *Checks {
			return Open(fstest.MapFS{"indicators/a.toml": {Data: []byte(soundIndicators)}, "checks/a.toml": {Data: []byte(text)}}, nil).Checks(".")
		}
		c := read()
		if again := read(); !reflect.DeepEqual(c.Problems, again.Problems) || !reflect.DeepEqual(c.List, again.List) {
			t.Fatalf("read otherwise: %v and %v", c.Problems, again.Problems)
		}
		for _, p := range c.Problems {
			if p.Text == "" || p.Hint == "" || p.File != "checks/a.toml" {
				t.Errorf("%+v", p)
			}
		}
		if c.Problems.HasErrors() {
			return
		}
		if said := len(c.Files[0].said.Checks); len(c.List) != said {
			t.Errorf("%d checks of %d", len(c.List), said)
		}
		var subjects []crosscheck.Subject
		for n := range 6 {
			values := model.Values{"A1": model.KnownValue(float64(n * n)), "A3": model.NoValue(), "V1": model.KnownValue(0)}
			subjects = append(subjects, crosscheck.Subject{ID: fmt.Sprint(n), Kind: model.Kindergarten, Cluster: "north", Values: values, Before: values})
		}
		for _, found := range append(c.Rules.Judge(subjects, nil), c.Rules.JudgeTotal(subjects[0], nil)...) {
			if found.Text == "" || len(found.Codes) == 0 {
				t.Errorf("%+v", found)
			}
		}
	})
}
