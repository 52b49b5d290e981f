package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// archive collects the parts of the workbook and writes them in a fixed order
// with a fixed time: excelize writes streamed sheets in the order of a map.
type archive struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
}

func newArchive(out io.Writer) excelize.ZipWriter {
	return &archive{out: out, parts: map[string]*bytes.Buffer{}}
}

func (a *archive) Create(name string) (io.Writer, error) {
	part := &bytes.Buffer{}
	a.parts[name] = part
	return part, nil
}

// AddFS is asked for by excelize's interface and never called by it.
func (a *archive) AddFS(fs.FS) error { return fs.ErrInvalid }

func (a *archive) Close() error {
	w := zip.NewWriter(a.out)
	for _, name := range slices.SortedFunc(maps.Keys(a.parts), comparePart) {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: earliest})
		if err != nil {
			return err
		}
		content := a.parts[name].Bytes()
		if strings.HasPrefix(name, "xl/worksheets/") {
			content = bytes.ReplaceAll(content, []byte(underscoreGuard), []byte("_x005F_"))
		}
		if strings.HasPrefix(name, "xl/charts/") {
			content = written(content)
		}
		if name == "[Content_Types].xml" {
			content = pictureTypes.ReplaceAll(content, nil)
		}
		if _, err := part.Write(content); err != nil {
			return err
		}
	}
	return w.Close()
}

// pictureTypes are told by excelize, in the order of a map, in a book with charts. Our
// books have no pictures.
var pictureTypes = regexp.MustCompile(`<Default Extension="[a-z]+" ContentType="image/[^"]*"></Default>`)

// earliest is the first moment that the format of zip can tell.
var earliest = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// comparePart puts the list of parts first, as Excel does: programs know a
// workbook by it.
func comparePart(a, b string) int {
	return strings.Compare(rank(a)+a, rank(b)+b)
}

func rank(name string) string {
	switch {
	case name == "[Content_Types].xml":
		return "0"
	case strings.HasPrefix(name, "_rels/"):
		return "1"
	}
	return "2"
}
