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
	"doklad/generator/recommendation"
)

// Catalogue is the catalogue of indicators that holds for an office, as it was read.
type Catalogue struct {
	model.Catalogue
	// Formulas are those of the catalogue; what has a fault is not among them.
	Formulas *formula.Set
	// Rules are the criteria of the catalogue; what has a fault is not among them.
	Rules *recommendation.Rules
	// Files are the files that the catalogue is made of, the farthest first.
	Files []*IndicatorFile
	// Problems are those of the files and of the indicators side by side.
	Problems diag.List

	places map[string]place          // of each code
	told   map[string]*IndicatorFile // the file that says something of a set: "school.contingent"
	scales []model.Scale             // the nearest last
}

// IndicatorFile is one file of indicators.
type IndicatorFile struct {
	Name    string
	File    *File  // nil where nothing could be read
	Carried bool   // in the program: nobody can mend it in the data
	Folder  string // whose file it is

	problems diag.List
	said     indicatorsSaid
}

// indicatorsSaid is what a file of indicators may hold.
type indicatorsSaid struct {
	Title string `toml:"title"`
	// Short and Contingent are of the set that is called as the file.
	Short      string `toml:"short"`
	Contingent string `toml:"contingent"`
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
	layers := t.layers(folder, indicatorsFolder)
	return t.catalogues.get(filesOf(layers), func() *Catalogue {
		groups := make([][]*IndicatorFile, len(layers))
		for n, l := range layers {
			groups[n] = t.indicatorsIn(l)
		}
		return merge(groups)
	})
}

func (t *Tree) indicatorsIn(l layer) []*IndicatorFile {
	var files []*IndicatorFile
	for _, name := range l.names {
		files = append(files, t.indicatorFiles.get(fmt.Sprint(name, l.carried), func() *IndicatorFile {
			file := &IndicatorFile{Carried: l.carried, Folder: l.folder, Name: name}
			file.File, file.problems = Read(l.fsys, name, &file.said)
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

// Dropped reports whether an office does not collect an indicator that is collected above.
func (c *Catalogue) Dropped(code string) bool {
	_, holds := c.places[code]
	return !holds && slices.ContainsFunc(c.Files, func(f *IndicatorFile) bool { return slices.Contains(f.said.Drop, code) })
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
