package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/russian"
)

// Template is the office's own text of a template; ok is false where the office
// has none. The text of a faulty file is empty.
func (t *Tree) Template(folder, name string) (text, file string, problems diag.List, ok bool) {
	fsys, file, ok := t.find(folder, path.Join(templatesFolder, name))
	if !ok {
		return "", "", nil, false
	}
	read, problems := load(fsys, file)
	if problems != nil {
		return "", file, problems.In(file), true
	}
	return read.text, file, nil, true
}

// StrayTemplates warns of what lies in the templates folders of offices, and of
// the folders above them, and is never read: a name that is no template's.
func (t *Tree) StrayTemplates(offices []*Office, names []string) diag.List {
	var l diag.List
	seen := map[string]bool{}
	for _, o := range offices {
		for folder := o.folder; !seen[folder]; folder = path.Dir(folder) {
			seen[folder] = true
			l = append(l, t.strayIn(path.Join(folder, templatesFolder), names)...)
		}
	}
	return l
}

func (t *Tree) strayIn(folder string, names []string) diag.List {
	var l diag.List
	entries, err := fs.ReadDir(t.data, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.Add(diag.Problem{Severity: diag.Warning, Code: "TEMPLATE", File: folder,
			Text: "свои шаблоны не взяты: папка не читается: " + reasonOf(err), Hint: "templates – это папка, и у вас должны быть права на неё"})
	}
	for _, entry := range entries {
		if text, hint := t.stray(folder, entry, names); text != "" {
			l.Add(diag.Problem{Severity: diag.Warning, Code: "TEMPLATE", File: path.Join(folder, entry.Name()), Text: text, Hint: hint})
		}
	}
	return l
}

// stray says why an entry is not read as a template; empty: it is, or it is a note
// that nobody would take for one.
func (t *Tree) stray(folder string, entry fs.DirEntry, names []string) (text, hint string) {
	name := entry.Name()
	for _, known := range names {
		read := isFile(t.data, path.Join(folder, known))
		switch lower := strings.ToLower(name); {
		case name == known && !read:
			return "на месте шаблона лежит папка: свой шаблон не взят", "замените её файлом или уберите"
		case lower == known && read:
			return "", "" // on Windows «Order.tmpl» is read too
		case strings.HasPrefix(lower, known+".") && read:
			return "", "" // a copy kept beside
		case strings.HasPrefix(lower, known+"."):
			return "этот файл не берётся: у него лишнее окончание", "назовите его " + known + "; окончание видно, если в Проводнике включить «Расширения имён файлов»"
		}
	}
	nearest, near := russian.Nearest(name, names)
	switch {
	case near:
		return "шаблона с таким именем нет: он не берётся", "может быть, «" + nearest + "»?"
	case strings.HasSuffix(strings.ToLower(name), ".tmpl"):
		return "шаблона с таким именем нет: он не берётся", "бывают: " + strings.Join(names, ", ")
	}
	return "", ""
}
