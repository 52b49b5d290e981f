package source

import (
	"io/fs"
	"path"
	"strings"

	"github.com/BurntSushi/toml"

	"doklad/generator/diag"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// Layout reads a layout profile for an office, with the profiles that it is
// based on.
func (t *Tree) Layout(folder, name string) (*layout.Profile, diag.List) {
	profile := &layout.Profile{}
	problems := t.layout(folder, name, profile, nil)
	return profile, problems
}

func (t *Tree) layout(folder, name string, into *layout.Profile, above []string) diag.List {
	if len(above) > 5 {
		return diag.List{{File: above[0], Text: "профили оформления основаны друг на друге по кругу: " + strings.Join(above, " → "),
			Hint: "исправьте строку based"}}
	}
	fsys, file, ok := t.find(folder, path.Join(layoutsFolder, name+".toml"))
	if !ok {
		return diag.List{{Text: "нет профиля оформления «" + name + "»",
			Hint: "профили лежат в папке layouts; в программе есть gost2016 и gost2025"}}
	}
	if based := basedOn(fsys, file); based != "" {
		if problems := t.layout(folder, based, into, append(above, file)); problems.HasErrors() {
			return problems
		}
	}
	read, problems := Read(fsys, file, into)
	if problems.HasErrors() {
		return problems
	}
	var wrong diag.List
	for key, text := range into.Check() {
		wrong.Add(diag.Errorf(key, "%s", text).WithHint("исправьте число в профиле оформления"))
	}
	return append(problems, read.Locate(wrong).Sort()...)
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

// Fonts gives the font of a profile: Tinos, or the office's own.
func (t *Tree) Fonts(folder string, p *layout.Profile) (*typeset.Family, diag.List) {
	if p.Font.Regular == "" && p.Font.Bold == "" {
		return typeset.Tinos(), nil
	}
	var problems diag.List
	face := func(name string) *typeset.Face {
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
	family := &typeset.Family{Regular: face(p.Font.Regular), Bold: face(p.Font.Bold)}
	return family, problems
}
