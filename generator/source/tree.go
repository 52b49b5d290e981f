package source

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/typeset"
)

// Names of the files and folders of an office.
const (
	organizationFile  = "organization.toml"
	peopleFile        = "people.toml"
	organizationsFile = "organizations.toml"
	ordersFolder      = "orders"
	layoutsFolder     = "layouts"
	calendarFolder    = "calendar"
	indicatorsFolder  = "indicators"
	checksFolder      = "checks"
	submissionsFolder = "submissions"
	reportsFolder     = "reports"
	templatesFolder   = "templates"

	recommendationsFolder = "recommendations"
	decisionsFolder       = "decisions"
	cycleFile             = "cycle.toml"
)

// Tree is the data folder («папка данных»): offices at any depth, and what is
// common to those below.
type Tree struct {
	data   fs.FS
	common fs.FS // carried in the program; searched last

	profiles  memo[profileRead]
	families  memo[familyRead]
	calendars memo[calendarRead]

	timetables memo[timetableRead]

	indicatorFiles memo[*IndicatorFile]
	catalogues     memo[*Catalogue]
	checkFiles     memo[*CheckFile]
	checks         memo[*Checks]
}

// Open takes the data folder, and what the program carries for every office.
func Open(data, common fs.FS) *Tree { return &Tree{data: data, common: common} }

// Office is one office as it was read.
type Office struct {
	model.Directory
	// Problems are those of the office's own files; an error among them stops
	// all its papers.
	Problems diag.List
	// Records are the problems of single people and bodies: they stop the papers
	// that name them.
	Records diag.List

	// unread is true where one of the files could not be read at all: what refers
	// to it cannot be judged.
	unread bool
	folder string
	people *File
	bodies *File
	self   *File
	// institutions is nil where the office has none.
	institutions *File
}

// Offices reads every folder that has an organization.toml, sorted by folder.
func (t *Tree) Offices() ([]*Office, diag.List) {
	var folders []string
	var problems diag.List
	// The function below ends the walk nowhere, so WalkDir has no error of its own.
	_ = fs.WalkDir(t.data, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			problems.Add(diag.Problem{File: name, Text: "папка или файл не читается: " + reasonOf(err),
				Hint: "проверьте права доступа"})
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), ".") {
			return fs.SkipDir
		}
		if entry.Name() == organizationFile && !entry.IsDir() {
			folders = append(folders, path.Dir(name))
		}
		if entry.Name() == ordersFolder && entry.IsDir() && !isFile(t.data, path.Join(path.Dir(name), organizationFile)) {
			problems.Add(diag.Problem{File: name, Text: "приказы ничьи: рядом с этой папкой нет файла organization.toml",
				Hint: "положите его рядом или проверьте, так ли он назван"})
		}
		return nil
	})
	slices.Sort(folders)
	offices := make([]*Office, len(folders))
	for i, folder := range folders {
		offices[i] = t.office(folder)
	}
	if len(offices) == 0 && len(problems) == 0 {
		problems.Add(diag.Problem{Text: "в папке данных нет ни одной организации",
			Hint: "организация – это папка с файлом organization.toml; новую папку создаёт «doklad init»"})
	}
	return offices, problems
}

// reasonOf is the cause of a fault of the file system in Russian.
func reasonOf(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "нет такого файла или папки"
	case errors.Is(err, fs.ErrPermission):
		return "нет прав доступа"
	}
	return err.Error()
}

// find looks for a file in a folder, then upwards to the root of the data, then
// among what the program carries.
func (t *Tree) find(folder, name string) (fsys fs.FS, file string, ok bool) {
	for {
		file = path.Join(folder, name)
		if isFile(t.data, file) {
			return t.data, file, true
		}
		if folder == "." {
			break
		}
		folder = path.Dir(folder)
	}
	if t.common != nil && isFile(t.common, name) {
		return t.common, name, true
	}
	return nil, path.Join(folder, name), false
}

func isFile(fsys fs.FS, name string) bool {
	stat, err := fs.Stat(fsys, name)
	return err == nil && !stat.IsDir()
}

// office reads the files of one office.
func (t *Tree) office(folder string) *Office {
	o := &Office{folder: folder}
	o.Directory.Office = &model.Office{Folder: folder}
	var problems diag.List
	o.self, problems = Read(t.data, path.Join(folder, organizationFile), o.Directory.Office)
	o.Problems = append(o.Problems, problems...)
	o.unread = o.self == nil

	var people struct {
		Person []model.Person `toml:"person"`
	}
	if fsys, file, ok := t.find(folder, peopleFile); ok {
		o.people, problems = Read(fsys, file, &people)
		o.unread = o.unread || o.people == nil
		o.People = people.Person
		o.Problems = append(o.Problems, problems...)
		o.Records = append(o.Records, o.people.Locate(checkPeople(o.People))...)
	}
	var bodies struct {
		Organization []model.Organization `toml:"organization"`
	}
	if fsys, file, ok := t.find(folder, organizationsFile); ok {
		o.bodies, problems = Read(fsys, file, &bodies)
		o.unread = o.unread || o.bodies == nil
		o.Organizations = bodies.Organization
		o.Problems = append(o.Problems, problems...)
		o.Records = append(o.Records, o.bodies.Locate(checkBodies(o.Organizations))...)
	}
	t.readInstitutions(o)
	return o
}

// Locate places problems of the office's own files; the key tells which one it is.
func (o *Office) Locate(l diag.List) diag.List {
	for i, p := range l {
		file := o.self
		switch {
		case strings.HasPrefix(p.Key, "person["):
			file = o.people
		case strings.HasPrefix(p.Key, "organization["):
			file = o.bodies
		case strings.HasPrefix(p.Key, "institution["):
			file = o.institutions
		}
		file.Locate(l[i : i+1])
	}
	return l
}

// Unprintable finds every character that a font cannot print in the values that
// an order takes from its own file and from those of its office.
func (o *Office) Unprintable(order *Order, fonts *typeset.Family) diag.List {
	var l diag.List
	for _, file := range []*File{order.File, o.people, o.bodies, o.self} {
		for key, value := range file.Strings() {
			if !strings.HasPrefix(key, "restored[") { // never printed
				l = append(l, file.unprintableIn(key, value, fonts)...)
			}
		}
	}
	return append(l, o.unprintableExecutors(order, fonts)...)
}

// UnprintableReport finds the same in all that a report may print: its own file, those of
// its office, of the office's orders and indicators.
func (o *Office) UnprintableReport(report *Report, orders []*Order, catalogue *Catalogue, fonts *typeset.Family) diag.List {
	files := []*File{report.File, o.self, o.people, o.institutions}
	for _, order := range orders {
		files = append(files, order.File)
	}
	for _, indicators := range catalogue.Files {
		if !indicators.Carried {
			files = append(files, indicators.File)
		}
	}
	var l diag.List
	for _, file := range files {
		for key, value := range file.Strings() {
			l = append(l, file.unprintableIn(key, value, fonts)...)
		}
	}
	return l
}

func (f *File) unprintableIn(key, value string, fonts *typeset.Family) diag.List {
	var l diag.List
	offset := 0
	for _, r := range value {
		if r != '\n' && r != '\t' && !(fonts.Regular.Has(r) && fonts.Bold.Has(r)) {
			l = append(l, f.Locate(diag.List{typeset.MissingGlyph(r, key, offset)})...)
		}
		offset++
	}
	return l
}
