package sheet

import (
	"path"
	"strings"
)

// The namespaces of a book: of Excel, and of its strict form (ISO/IEC 29500-1).
var (
	mainSpaces = []string{
		"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
		"http://purl.oclc.org/ooxml/spreadsheetml/main",
	}
	linkSpaces = []string{"http://schemas.openxmlformats.org/package/2006/relationships"}
	linkTypes  = []string{
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
		"http://purl.oclc.org/ooxml/officeDocument/relationships/",
	}
)

// workbook is what the sheets of a book have in common.
type workbook struct {
	archive  *archive
	strings  sharedStrings
	styles   []numberFormat // by the cell's index; nil: no styles
	date1904 bool
}

// link is a relationship: what kind of part, and where. External ones are never
// fetched.
type link struct {
	kind, target string
	external     bool
}

func openWorkbook(a *archive) (*Book, error) {
	top, err := links(a, "_rels/.rels", "")
	if err != nil {
		return nil, err
	}
	main := only(top, "officeDocument")
	if main == "" {
		return nil, refuse(saveAnew, "книга повреждена: в ней не указано, где её листы")
	}
	dir, file := path.Split(main)
	parts, err := links(a, dir+"_rels/"+file+".rels", dir)
	if err != nil {
		return nil, err
	}
	w := &workbook{archive: a}
	book, err := w.outline(main, parts)
	if err != nil {
		return nil, err
	}
	if part := only(parts, "styles"); part != "" {
		if err := w.readStyles(part); err != nil {
			return nil, err
		}
	}
	if part := only(parts, "sharedStrings"); part != "" {
		if err := w.readStrings(part); err != nil {
			return nil, err
		}
	}
	return book, nil
}

// only is the target of the first link of a kind inside the book.
func only(links map[string]link, kind string) string {
	first, target := "", ""
	for id, l := range links {
		if l.kind == kind && !l.external && (first == "" || id < first) {
			first, target = id, l.target
		}
	}
	return target
}

// links reads a part of relationships; their targets are resolved from dir.
func links(a *archive, part, dir string) (map[string]link, error) {
	all := map[string]link{}
	err := a.read(part, "Relationships", linkSpaces, func(s *xmlScanner) {
		for name := range s.children() {
			if string(name) != "Relationship" {
				continue
			}
			id, _ := s.attr("Id")
			kind, _ := s.attr("Type")
			target, _ := s.attr("Target")
			mode, _ := s.attr("TargetMode")
			l := link{target: resolve(dir, string(target)), external: string(mode) == "External"}
			for _, space := range linkTypes {
				if short, ok := strings.CutPrefix(string(kind), space); ok {
					l.kind = short
				}
			}
			if len(all) == maxLinks {
				s.err = refuse(shorten, "в книге больше %d связей", maxLinks)
				return
			}
			if _, twice := all[string(id)]; twice {
				s.fail("связь «%s» описана дважды", clip(id))
			}
			all[string(id)] = l
		}
	})
	return all, err
}

// resolve is the name of the part that a link means. What climbs out of the book
// stays in it, and is not found.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = dir + target
	}
	return strings.TrimPrefix(path.Clean("/"+target), "/")
}
