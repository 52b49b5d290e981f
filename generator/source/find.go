package source

import (
	"io/fs"
	"path"
	"strings"
)

// OrderFile is where an order lies, known without reading it.
type OrderFile struct {
	ID     string // «okhansk/2021-109»
	Folder string // of the office
	Name   string
}

// ProgressName is the file of the record of the order, from the root of the data.
func (f OrderFile) ProgressName() string { return progressName(f.Folder, path.Base(f.ID)) }

// FindOrders finds the files of an ID by their names: the one of exactly that ID, else
// all whose ID ends with it. No file is read, so that it is quick among thousands.
func (t *Tree) FindOrders(id string) []OrderFile {
	folder := path.Dir(id)
	if name := path.Join(folder, ordersFolder, path.Base(id)+".toml"); fs.ValidPath(name) && t.isOffice(folder) && isFile(t.data, name) {
		return []OrderFile{{id, folder, name}}
	}
	var found []OrderFile
	// What cannot be listed cannot be meant; «doklad check» tells of it.
	_ = fs.WalkDir(t.data, ".", func(name string, entry fs.DirEntry, err error) error {
		isHidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch {
		case err != nil && entry != nil && !entry.IsDir():
			return nil
		case err != nil, entry.IsDir() && isHidden:
			return fs.SkipDir
		case entry.IsDir() || path.Base(path.Dir(name)) != ordersFolder || !isRecord(entry.Name()):
			return nil
		}
		f := OrderFile{Folder: path.Dir(path.Dir(name)), Name: name}
		f.ID = path.Join(f.Folder, strings.TrimSuffix(path.Base(name), path.Ext(name)))
		if (f.ID == id || strings.HasSuffix(f.ID, "/"+id)) && t.isOffice(f.Folder) {
			found = append(found, f)
		}
		return nil
	})
	for _, f := range found {
		if f.ID == id {
			return []OrderFile{f}
		}
	}
	return found
}

func (t *Tree) isOffice(folder string) bool {
	return isFile(t.data, path.Join(folder, organizationFile))
}

// Order reads one order, and its office.
func (t *Tree) Order(f OrderFile) (*Office, *Order) {
	office := t.office(f.Folder)
	return office, t.order(office, f.Name)
}

// OfficeIn reads the office of a folder; false where there is none.
func (t *Tree) OfficeIn(folder string) (*Office, bool) {
	if !fs.ValidPath(folder) || !t.isOffice(folder) {
		return nil, false
	}
	return t.office(folder), true
}
