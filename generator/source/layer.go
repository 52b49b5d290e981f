package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// layer are the TOML files of one sort that lie in one folder and hold for an office.
type layer struct {
	fsys    fs.FS
	folder  string // whose files they are; of what the program carries "."
	carried bool   // in the program
	names   []string
}

// layers finds the files of an office in folders of one name: those that the program
// carries, those of the folders above the office and its own, in this order.
func (t *Tree) layers(folder, sort string) []layer {
	in := func(fsys fs.FS, folder string) layer {
		l := layer{fsys: fsys, folder: folder, carried: fsys == t.common}
		for _, name := range tomlNames(fsys, path.Join(folder, sort)) {
			l.names = append(l.names, path.Join(folder, sort, name))
		}
		return l
	}
	var list []layer // the nearest first
	for ; ; folder = path.Dir(folder) {
		list = append(list, in(t.data, folder))
		if folder == "." {
			break
		}
	}
	if t.common != nil {
		list = append(list, in(t.common, "."))
	}
	slices.Reverse(list)
	return list
}

// filesOf tells layers from others: what is made of the same files is the same.
func filesOf(layers []layer) string {
	key := ""
	for _, l := range layers {
		for _, name := range l.names {
			key += fmt.Sprintln(name, l.carried)
		}
	}
	return key
}
