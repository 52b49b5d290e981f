package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"doklad/generator/diag"
	"doklad/generator/sheet"
)

// pack is the zip of parts around a workbook. What is not changed is copied as it is
// compressed.
type pack struct {
	zip     *zip.Reader
	parts   map[string]*zip.File // by small letters: case does not matter in OPC
	changed map[string][]byte    // by small letters
	added   []string             // new parts, in the order they were made
	left    uint64               // how much may still be unpacked
}

func openPack(raw []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, damaged("ZIP")
	}
	p := &pack{zip: z, parts: map[string]*zip.File{}, changed: map[string][]byte{}, left: maxUnpacked}
	for _, f := range z.File {
		p.parts[partKey(f.Name)] = f
	}
	return p, nil
}

func partKey(name string) string { return strings.ToLower(strings.ReplaceAll(name, `\`, "/")) }

func (p *pack) has(name string) bool {
	_, changed := p.changed[partKey(name)]
	return changed || p.parts[partKey(name)] != nil
}

// read unpacks a part within the bound that holds for all of them together.
func (p *pack) read(name string) ([]byte, error) {
	if text, ok := p.changed[partKey(name)]; ok {
		return text, nil
	}
	f := p.parts[partKey(name)]
	if f == nil || f.UncompressedSize64 > p.left {
		return nil, damaged(name)
	}
	p.left -= f.UncompressedSize64
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name)
	}
	defer r.Close()
	text, err := io.ReadAll(r) // archive/zip gives never more than the declared size
	if err != nil {
		return nil, damaged(name)
	}
	return text, nil
}

// write gives a part its new text.
func (p *pack) write(name string, text []byte) {
	if !p.has(name) {
		p.added = append(p.added, name)
	}
	p.changed[partKey(name)] = text
}

// free is the first name of this form that no part has.
func (p *pack) free(form string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(form, n); !p.has(name) {
			return name
		}
	}
}

// bytes is the archive anew: the old entries in their order and with their times,
// then the new ones with the time of the entry main.
func (p *pack) bytes(main string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range p.zip.File {
		text, changed := p.changed[partKey(f.Name)]
		if !changed {
			if err := w.Copy(f); err != nil {
				return nil, damaged(f.Name)
			}
			continue
		}
		if err := store(w, f.Name, f.FileHeader, text); err != nil {
			return nil, err
		}
	}
	for _, name := range p.added {
		if err := store(w, name, p.parts[partKey(main)].FileHeader, p.changed[partKey(name)]); err != nil {
			return nil, err
		}
	}
	if err := w.SetComment(p.zip.Comment); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func store(w *zip.Writer, name string, h zip.FileHeader, text []byte) error {
	h.Name, h.Method, h.Extra = name, zip.Deflate, nil
	h.Modified = time.Time{} // the fields of MS-DOS stay as they were
	part, err := w.CreateHeader(&h)
	if err != nil {
		return err
	}
	_, err = part.Write(text)
	return err
}

func damaged(part string) error {
	return &sheet.Refusal{Problem: diag.Problem{
		Text: fmt.Sprintf("замечания в книгу не поставить: её часть %q не читается", part),
		Hint: "откройте книгу в Excel и сохраните заново: Файл → Сохранить как → «Книга Excel (*.xlsx)»",
	}}
}
