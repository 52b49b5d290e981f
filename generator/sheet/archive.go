package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
)

// archive is the zip around a workbook. Parts are found as OPC says: case does not
// matter (1C writes SharedStrings.xml and means sharedStrings.xml).
type archive struct {
	parts map[string]*zip.File
	left  uint64 // how much may still be unpacked
}

func openArchive(raw []byte) (*archive, error) {
	// archive/zip makes a record of each entry: they are counted before.
	if n := bytes.Count(raw, []byte("PK\x01\x02")); n > maxParts {
		return nil, refuse(sendXLSX, "это не книга Excel: в архиве больше %d файлов", maxParts)
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, refuse(sendAnew, "файл обрывается на середине или повреждён: архив книги не открывается")
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if strings.HasSuffix(name, "/") {
			continue
		}
		if len(name) > maxPartName || path.Clean("/"+name) != "/"+name || strings.Contains(name, ":") {
			return nil, refuse(saveAnew, "в архиве книги файл с недопустимым именем «%s»", clip([]byte(f.Name)))
		}
		if a.parts[name] != nil {
			return nil, refuse(saveAnew, "в архиве книги два файла с одним именем «%s»: неясно, какой верный", clip([]byte(f.Name)))
		}
		a.parts[name] = f
	}
	return a, nil
}

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// reserve counts a part against the bound before any of it is unpacked. archive/zip
// gives never more than the size that is declared.
func (a *archive) reserve(name string) error {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return refuse(saveAnew, "книга повреждена: в ней нет части %s", clip([]byte(name)))
	}
	if f.Flags&1 != 0 {
		return refuse("снимите пароль с архива и пришлите книгу заново", "архив книги защищён паролем")
	}
	if f.Method != zip.Store && f.Method != zip.Deflate {
		return refuse(saveAnew, "архив книги сжат способом, которого в книгах Excel не бывает")
	}
	if f.UncompressedSize64 > a.left {
		return refuse(shorten, "книга слишком велика: больше %d МБ после распаковки", maxUnpacked>>20)
	}
	a.left -= f.UncompressedSize64
	return nil
}

// open begins to read a part that was reserved.
func (a *archive) open(name string) (*xmlScanner, io.Closer, error) {
	f := a.parts[strings.ToLower(name)]
	r, err := f.Open()
	if err != nil {
		return nil, nil, refuse(sendAnew, "архив книги повреждён: часть %s не открывается", clip([]byte(name)))
	}
	return newXMLScanner(name, r, int(min(f.UncompressedSize64, maxUnpacked))), r, nil
}

// read reserves a part, reads it by f within its root element, and to the end.
func (a *archive) read(name, root string, spaces []string, f func(*xmlScanner)) error {
	if err := a.reserve(name); err != nil {
		return err
	}
	return a.again(name, root, spaces, f)
}

// again reads a part that was reserved.
func (a *archive) again(name, root string, spaces []string, f func(*xmlScanner)) error {
	s, closer, err := a.open(name)
	if err != nil {
		return err
	}
	defer closer.Close()
	if err := s.root(root, spaces...); err != nil {
		return err
	}
	f(s)
	return s.finish()
}
