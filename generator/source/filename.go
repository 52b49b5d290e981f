package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"doklad/generator/diag"
)

// reservedNames are devices of Windows: no file may be called so.
var reservedNames = strings.Fields("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")

// refusedByWindows says why Windows refuses a file name; empty: it does not.
// Papers are called by the names of their data, and go to colleagues.
func refusedByWindows(name string) string {
	switch {
	case strings.ContainsAny(name, `<>:"/\|?*`):
		return `содержит один из знаков < > : " / \ | ? *`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "кончается точкой или пробелом"
	case slices.Contains(reservedNames, strings.ToLower(name)):
		return "занято системой"
	}
	return ""
}

// checkFileName finds names that Windows refuses; the example is how a file of the sort
// may be called.
func checkFileName(l *diag.List, name, example string) {
	if fault := refusedByWindows(name); fault != "" {
		l.Add(diag.Errorf("", "имя файла «%s» %s: в Windows такого файла быть не может", name, fault).
			WithHint("переименуйте файл, например %s", example))
	}
}

// recordsOf are the files of a folder of an office that are read one by one, its orders
// or its reports, sorted; an office need not have the folder.
func (t *Tree) recordsOf(office *Office, sort string) []string {
	folder := path.Join(office.folder, sort)
	entries, err := fs.ReadDir(t.data, folder)
	if err != nil {
		return nil // other faults are told when the folders are searched
	}
	var names []string
	for _, entry := range entries {
		name := entry.Name()
		if strings.HasSuffix(strings.ToLower(name), ".toml.txt") {
			office.Problems.Add(diag.Problem{Severity: diag.Warning, File: path.Join(folder, name),
				Text: "файл не читается: Блокнот добавил к имени .txt",
				Hint: "переименуйте файл, чтобы имя кончалось на .toml (в Проводнике: Вид → Расширения имён файлов)"})
		}
		switch {
		case !isRecord(name):
		case entry.IsDir():
			office.Problems.Add(diag.Problem{Severity: diag.Warning, File: path.Join(folder, name),
				Text: "на месте файла лежит папка: она не читается", Hint: "замените её файлом или переименуйте"})
		default:
			names = append(names, path.Join(folder, name))
		}
	}
	return names
}

// isRecord reports whether a file of that name is one of the records of its folder, and
// not one that an editor keeps beside.
func isRecord(name string) bool {
	return strings.EqualFold(path.Ext(name), ".toml") && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~$")
}
