package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"doklad/generator/crosscheck"
	"doklad/generator/diag"
	"doklad/generator/model"
)

// Checks are the checks between values that hold for an office, as they were read.
type Checks struct {
	// List are the checks in the order of the files, each with the kinds of institutions
	// that have all its indicators. What has a fault is not among them, nor what names an
	// indicator that only an office nearer than the check has dropped.
	List []model.Check
	// Rules are those of the list; none where a file of checks or of indicators is wrong.
	Rules *crosscheck.Rules
	// Files are the files that the checks are from, the farthest first.
	Files []*CheckFile
	// Problems are those of the files, and of the checks as part of the catalogue.
	Problems diag.List

	places map[string]checkPlace // of each ID
}

// CheckFile is one file of checks.
type CheckFile struct {
	Name    string
	Folder  string // whose file it is
	File    *File  // nil where nothing could be read
	Carried bool   // in the program: nobody can mend it in the data

	problems diag.List
	said     checksSaid
}

// checksSaid is what a file of checks may hold.
type checksSaid struct {
	// Drop are IDs of the files above whose checks the office does not want.
	Drop   []string      `toml:"drop"`
	Checks []model.Check `toml:"check"`
}

// checkPlace is where a check stands.
type checkPlace struct {
	file  *CheckFile
	index int // from 0
}

// locate places problems whose keys are fields of the check.
func (p checkPlace) locate(l diag.List) diag.List {
	for i := range l {
		l[i].Key = indexed("check", p.index) + "." + l[i].Key
	}
	return p.file.File.Locate(l).In(p.file.Name)
}

// Checks reads the checks of an office: those that the program carries, then those of the
// folders above the office and its own. What is nearer replaces, ID by ID, what is farther,
// and adds to it. The checks are shared, not to be changed.
func (t *Tree) Checks(folder string) *Checks {
	layers := t.layers(folder, checksFolder)
	key := filesOf(layers) + filesOf(t.layers(folder, indicatorsFolder))
	return t.checks.get(key, func() *Checks {
		groups := make([][]*CheckFile, len(layers))
		for n, l := range layers {
			groups[n] = t.checksIn(l)
		}
		c := mergeChecks(groups)
		c.judge(t.Catalogue(folder), t.Catalogue)
		c.Problems = c.Problems.Sort()
		return c
	})
}

func (t *Tree) checksIn(l layer) []*CheckFile {
	var files []*CheckFile
	for _, name := range l.names {
		files = append(files, t.checkFiles.get(fmt.Sprint(name, l.carried), func() *CheckFile {
			file := &CheckFile{Carried: l.carried, Folder: l.folder, Name: name}
			file.File, file.problems = Read(l.fsys, name, &file.said)
			if !file.problems.HasErrors() {
				file.problems = append(file.problems, file.File.Locate(checkChecks(file.said))...)
			}
			file.problems = file.problems.In(name).Sort()
			return file
		}))
	}
	return files
}

// Of are the checks of a file that hold, in the order of the file.
func (c *Checks) Of(file *CheckFile) []model.Check {
	var list []model.Check
	for _, check := range c.List {
		if c.places[check.ID].file == file {
			list = append(list, check)
		}
	}
	slices.SortFunc(list, func(a, b model.Check) int { return c.places[a.ID].index - c.places[b.ID].index })
	return list
}

// Locate places problems whose keys begin with an ID: "UD01.clusters[1]".
func (c *Checks) Locate(l diag.List) diag.List {
	for i, p := range l {
		id, field, _ := strings.Cut(p.Key, ".")
		if at, ok := c.places[id]; ok && p.File == "" {
			l[i].Key = field
			at.locate(l[i : i+1])
		}
	}
	return l
}

// idForm lets an ID be the beginning of a key.
var idForm = regexp.MustCompile(`^[\p{L}\p{N}-]+$`)

// checkChecks finds what is wrong with each check of a file by itself.
func checkChecks(said checksSaid) diag.List {
	var l diag.List
	seen := map[string]int{}
	for n, c := range said.Checks {
		key := indexed("check", n)
		switch first, twice := seen[c.ID]; {
		case strings.TrimSpace(c.ID) == "":
			l.Add(diag.Errorf(key+".id", "у увязки нет id").WithHint("впишите id = \"U01\""))
		case !idForm.MatchString(c.ID):
			l.Add(diag.Errorf(key+".id", "id «%s» не годится", c.ID).WithHint("id – это буквы, цифры и дефис: U01"))
		case twice:
			l.Add(diag.Errorf(key+".id", "id «%s» уже есть у увязки %d", c.ID, first+1).WithHint("у каждой увязки должен быть свой id"))
		default:
			seen[c.ID] = n
		}
		required(&l, key+".title", c.Title, "у увязки нет названия", "впишите title = \"…\": что должно выполняться")
		required(&l, key+".message", c.Message, "не указано, что сообщить", "впишите message = \"…\": что не сходится, словами для того, кто заполнял")
		required(&l, key+".hint", c.Hint, "не указано, что делать", "впишите hint = \"…\": что проверить или исправить")
		if c.Importance != "" {
			oneOf(&l, key+".importance", c.Importance, model.Importances, "насколько это важно",
				"error (ошибка), warning (предупреждение), advice (совет); без importance – предупреждение")
		}
		checkTeachingKinds(&l, key, c.Kinds)
		for _, p := range crosscheck.Faults(c) {
			p.Key = key + "." + p.Key
			l.Add(p)
		}
	}
	return l
}
