package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"doklad/generator/diag"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// rootLayout is what a profile changes that does not say what it is based on.
const rootLayout = "gost2025"

type profileRead struct {
	profile  *layout.Profile
	problems diag.List
}

type familyRead struct {
	family   *typeset.Family
	problems diag.List
}

// Layout reads a layout profile for an office, with the profiles that it is
// based on, once. A problem without a file is one of the name itself.
func (t *Tree) Layout(folder, name string) (*layout.Profile, diag.List) {
	read := t.profiles.get(folder+"\n"+name, func() profileRead {
		profile := &layout.Profile{}
		problems := t.layout(folder, name, profile, nil)
		return profileRead{profile, problems}
	})
	return read.profile, slices.Clone(read.problems)
}

func (t *Tree) layout(folder, name string, into *layout.Profile, above []string) diag.List {
	fsys, file, ok := t.find(folder, path.Join(layoutsFolder, name+".toml"))
	if !ok {
		return diag.List{{Text: "нет профиля оформления «" + name + "»",
			Hint: "профили лежат в папке layouts; в программе есть gost2016 и gost2025"}}
	}
	if first := slices.Index(above, file); first >= 0 {
		circle := append(slices.Clone(above[first:]), file)
		return diag.List{{Text: "профили оформления основаны друг на друге по кругу: " + strings.Join(circle, " → "),
			Hint: "исправьте строку based"}}
	}
	based := basedOn(fsys, file)
	if based == "" && name != rootLayout {
		based = rootLayout
	}
	if based != "" {
		if problems := t.layout(folder, based, into, append(above, file)); problems.HasErrors() {
			return locateIn(fsys, file, "based", problems)
		}
	}
	read, problems := Read(fsys, file, into)
	if problems.HasErrors() {
		return problems
	}
	var wrong diag.List
	for key, text := range into.Check() {
		wrong.Add(diag.Errorf(key, "%s", text).WithHint("исправьте эту строку профиля оформления"))
	}
	return append(problems, read.Locate(wrong).Sort()...)
}

// locateIn places the problems that have no file yet at a key of a profile.
func locateIn(fsys fs.FS, file, key string, problems diag.List) diag.List {
	read, _ := Read(fsys, file, &layout.Profile{})
	for i := range problems {
		if problems[i].File == "" {
			problems[i].Key = key
		}
	}
	return read.Locate(problems).In(file)
}

// basedOn looks ahead for the profile that must be read first; what is wrong
// with the file is told when it is read itself.
func basedOn(fsys fs.FS, file string) string {
	var ahead struct {
		Based string `toml:"based"`
	}
	_, _ = toml.DecodeFS(fsys, file, &ahead)
	return ahead.Based
}

// Fonts gives the font of the named profile: Tinos, or the office's own, read once.
func (t *Tree) Fonts(folder, profile string, p *layout.Profile) (*typeset.Family, diag.List) {
	if p.Font.Regular == "" && p.Font.Bold == "" {
		return typeset.Tinos(), nil
	}
	read := t.families.get(folder+"\n"+profile, func() familyRead {
		family, problems := t.fonts(folder, profile, p)
		return familyRead{family, problems}
	})
	return read.family, slices.Clone(read.problems)
}

func (t *Tree) fonts(folder, profile string, p *layout.Profile) (*typeset.Family, diag.List) {
	var problems diag.List
	face := func(name, key string) *typeset.Face {
		if name == "" {
			fsys, file, _ := t.find(folder, path.Join(layoutsFolder, profile+".toml"))
			problems = append(problems, locateIn(fsys, file, key, diag.List{{Text: "у своего шрифта назван только один файл из двух",
				Hint: "впишите под [font] и regular = \"….ttf\", и bold = \"….ttf\""}})...)
			return nil
		}
		fsys, file, ok := t.find(folder, path.Join(layoutsFolder, name))
		if !ok {
			problems.Add(diag.Problem{File: file, Text: "нет файла шрифта", Hint: "положите файл .ttf в папку layouts"})
			return nil
		}
		ttf, err := fs.ReadFile(fsys, file)
		if err != nil {
			problems.Add(diag.Problem{File: file, Text: "шрифт не читается: " + reasonOf(err)})
			return nil
		}
		face, err := typeset.ParseFace(path.Base(name), ttf)
		if err != nil {
			problems.Add(diag.Problem{File: file, Text: err.Error(), Hint: "нужен файл .ttf с русскими буквами"})
		}
		return face
	}
	family := &typeset.Family{Regular: face(p.Font.Regular, "font.regular"), Bold: face(p.Font.Bold, "font.bold")}
	return family, problems
}
