package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/formula"
	"doklad/generator/model"
)

// Catalogue is the catalogue of indicators that holds for an office, as it was read.
type Catalogue struct {
	model.Catalogue
	// Formulas are those of the catalogue; what has a fault is not among them.
	Formulas *formula.Set
	// Files are the files that the catalogue is made of, the farthest first.
	Files []*IndicatorFile
	// Problems are those of the files and of the indicators side by side.
	Problems diag.List

	places map[string]place // of each code
	scales []model.Scale    // the nearest last
}

// IndicatorFile is one file of indicators.
type IndicatorFile struct {
	Name    string
	File    *File // nil where nothing could be read
	Carried bool  // in the program: nobody can mend it in the data

	problems diag.List
	said     indicatorsSaid
}

// indicatorsSaid is what a file of indicators may hold.
type indicatorsSaid struct {
	Title string `toml:"title"`
	// Drop are codes of the files above that the office does not collect.
	Drop       []string          `toml:"drop"`
	Scales     []model.Scale     `toml:"scale"`
	Indicators []model.Indicator `toml:"indicator"`
}

// place is where an indicator of the catalogue stands.
type place struct {
	file  *IndicatorFile
	index int // from 0
}

func (p place) key(field string) string { return fmt.Sprintf("indicator[%d].%s", p.index+1, field) }

// locate places problems whose keys are fields of the indicator.
func (p place) locate(l diag.List) diag.List {
	for i := range l {
		l[i].Key = p.key(l[i].Key)
	}
	return p.file.File.Locate(l)
}

// Catalogue reads the indicators of an office: those that the program carries, then those
// of the folders above the office and its own. What is nearer replaces, code by code, what
// is farther, and adds to it. The catalogue is shared, not to be changed.
func (t *Tree) Catalogue(folder string) *Catalogue {
	var groups [][]*IndicatorFile // of a folder each, the nearest first
	for ; ; folder = path.Dir(folder) {
		groups = append(groups, t.indicatorsIn(t.data, folder))
		if folder == "." {
			break
		}
	}
	if t.common != nil {
		groups = append(groups, t.indicatorsIn(t.common, "."))
	}
	slices.Reverse(groups)
	key := ""
	for _, file := range slices.Concat(groups...) {
		key += fmt.Sprintln(file.Name, file.Carried)
	}
	return t.catalogues.get(key, func() *Catalogue { return merge(groups) })
}

func (t *Tree) indicatorsIn(fsys fs.FS, folder string) []*IndicatorFile {
	var files []*IndicatorFile
	folder = path.Join(folder, indicatorsFolder)
	carried := fsys == t.common
	for _, name := range tomlNames(fsys, folder) {
		name = path.Join(folder, name)
		files = append(files, t.indicatorFiles.get(fmt.Sprint(name, carried), func() *IndicatorFile {
			file := &IndicatorFile{Carried: carried, Name: name}
			file.File, file.problems = Read(fsys, name, &file.said)
			if !file.problems.HasErrors() {
				file.problems = append(file.problems, file.File.Locate(checkIndicators(file.said))...)
			}
			file.problems = file.problems.In(name).Sort()
			return file
		}))
	}
	return files
}

// Collects reports whether the office collects indicators: it has a folder for what its
// institutions send.
func (t *Tree) Collects(folder string) bool {
	stat, err := fs.Stat(t.data, path.Join(folder, submissionsFolder))
	return err == nil && stat.IsDir()
}

// merge puts the files of all folders together, the farthest folder first.
func merge(groups [][]*IndicatorFile) *Catalogue {
	c := &Catalogue{places: map[string]place{}}
	for _, files := range groups {
		here := map[string]*IndicatorFile{}
		for _, file := range files {
			c.Files = append(c.Files, file)
			c.Problems = append(c.Problems, file.problems...)
			c.drop(file)
			for n, indicator := range file.said.Indicators {
				at := place{file, n}
				if first, twice := here[indicator.Code]; twice && first != file {
					c.tell(at, diag.Errorf("code", "показатель «%s» уже есть в файле %s", indicator.Code, first.Name).
						WithHint("оставьте его в одном из файлов"))
					continue
				}
				here[indicator.Code] = file
				c.put(indicator, at)
			}
			c.scales = append(c.scales, file.said.Scales...)
		}
	}
	if c.Problems.HasErrors() {
		c.Formulas, _ = formula.NewSet(model.Catalogue{}) // what refers to a lost code is no fault of its own
		return c
	}
	c.checkTogether()
	c.Problems = c.Problems.Sort()
	return c
}

// drop takes out what a nearer file does not want.
func (c *Catalogue) drop(file *IndicatorFile) {
	for n, code := range file.said.Drop {
		if _, known := c.places[code]; !known {
			p := diag.Errorf(fmt.Sprintf("drop[%d]", n+1), "показателя «%s» и так нет", code).WithHint("уберите код или исправьте его")
			c.Problems = append(c.Problems, file.File.Locate(diag.List{p})...)
			continue
		}
		delete(c.places, code)
		for s := range c.Sets {
			c.Sets[s].Indicators = slices.DeleteFunc(c.Sets[s].Indicators, func(i model.Indicator) bool { return i.Code == code })
		}
	}
}

// put adds an indicator, or replaces a farther one where that stands.
func (c *Catalogue) put(indicator model.Indicator, at place) {
	c.resolve(&indicator, at)
	_, replaces := c.places[indicator.Code]
	c.places[indicator.Code] = at
	if replaces {
		for _, set := range c.Sets {
			for i := range set.Indicators {
				if set.Indicators[i].Code == indicator.Code {
					set.Indicators[i] = indicator
				}
			}
		}
		return
	}
	id := strings.TrimSuffix(path.Base(at.file.Name), ".toml")
	i := slices.IndexFunc(c.Sets, func(s model.IndicatorSet) bool { return s.ID == id })
	if i < 0 {
		i = len(c.Sets)
		c.Sets = append(c.Sets, model.IndicatorSet{ID: id, Title: at.file.said.Title})
		if strings.TrimSpace(at.file.said.Title) == "" {
			c.tell(at, diag.Errorf("code", "показатель новый, а у перечня нет названия").WithHint("впишите в начало файла title = \"…\""))
		}
	}
	c.Sets[i].Indicators = append(c.Sets[i].Indicators, indicator)
}

// resolve gives an indicator the thresholds of its scale: one of its own file, or of a
// file above.
func (c *Catalogue) resolve(indicator *model.Indicator, at place) {
	if indicator.Scale == "" {
		return
	}
	for _, scale := range slices.Backward(append(slices.Clone(c.scales), at.file.said.Scales...)) {
		if scale.ID == indicator.Scale {
			indicator.Thresholds, indicator.Below = scale.Thresholds, scale.Below
			return
		}
	}
	c.tell(at, diag.Errorf("scale", "шкалы «%s» нет", indicator.Scale).WithHint("опишите её под [[scale]] или исправьте имя"))
}

func (c *Catalogue) tell(at place, p diag.Problem) {
	c.Problems = append(c.Problems, at.locate(diag.List{p}).In(at.file.Name)...)
}

// Of are the indicators of a file that hold, in the order of the file.
func (c *Catalogue) Of(file *IndicatorFile) []model.Indicator {
	var list []model.Indicator
	for n, indicator := range file.said.Indicators {
		if c.places[indicator.Code] == (place{file, n}) {
			list = append(list, indicator)
		}
	}
	return list
}

// Locate places problems whose keys begin with a code: "D16.verified".
func (c *Catalogue) Locate(l diag.List) diag.List {
	for i, p := range l {
		code, field, _ := strings.Cut(p.Key, ".")
		if at, ok := c.places[code]; ok && p.File == "" {
			l[i].Key = field
			at.locate(l[i : i+1]).In(at.file.Name)
		}
	}
	return l
}
