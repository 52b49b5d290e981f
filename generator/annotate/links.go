package annotate

import (
	"fmt"
	"path"
	"strings"
)

const (
	officeLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	linkSpace   = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesPart   = "[Content_Types].xml"
	xmlHeading  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// links are the relationships of one part: which other parts it uses.
type links struct {
	part  string // where they stand
	text  []byte
	all   map[string]link // by Id
	order []string
	added []string
}

type link struct {
	kind, target string
	external     bool
}

// linksOf reads the relationships of a part; of the package itself where it has no name.
func linksOf(p *pack, source string) (*links, error) {
	dir, file := path.Split(source)
	l := &links{part: dir + "_rels/" + file + ".rels", all: map[string]link{}}
	if !p.has(l.part) {
		l.text = []byte(xmlHeading + `<Relationships xmlns="` + linkSpace + `"/>`)
		return l, nil
	}
	var err error
	if l.text, err = p.read(l.part); err != nil {
		return nil, err
	}
	c, _, err := enter(l.part, l.text, "Relationships")
	if err != nil {
		return nil, err
	}
	for e := range c.children() {
		if e.name != "Relationship" {
			continue
		}
		id, kind := c.attr(e, "Id"), c.attr(e, "Type")
		for _, space := range []string{officeLinks, strictLinks} {
			kind = strings.TrimPrefix(kind, space+"/")
		}
		if _, twice := l.all[id]; !twice {
			l.order = append(l.order, id)
		}
		l.all[id] = link{kind, target(dir, c.attr(e, "Target")), c.attr(e, "TargetMode") == "External"}
	}
	return l, c.err
}

// target is the name of the part that a link means.
func target(dir, to string) string {
	to = strings.ReplaceAll(to, `\`, "/")
	if !strings.HasPrefix(to, "/") {
		to = dir + to
	}
	return strings.TrimPrefix(path.Clean("/"+to), "/")
}

// only is the target of the link of a kind inside the book; of several that of the
// smallest Id, as package sheet takes it.
func (l *links) only(kind string) string {
	first, found := "", ""
	for _, id := range l.order {
		if one := l.all[id]; one.kind == kind && !one.external && (found == "" || id < first) {
			first, found = id, one.target
		}
	}
	return found
}

// add makes a link to a part and returns its Id.
func (l *links) add(kind, target string) string {
	id := ""
	for n := len(l.order) + len(l.added) + 1; ; n++ {
		id = fmt.Sprintf("rId%d", n)
		if _, taken := l.all[id]; !taken {
			break
		}
	}
	l.all[id] = link{target: target}
	l.added = append(l.added, `<Relationship Id="`+id+`" Type="`+kind+`" Target="/`+escape(target)+`"/>`)
	return id
}

func (l *links) save(p *pack) error {
	if len(l.added) == 0 {
		return nil
	}
	return extend(p, l.part, l.text, "Relationships", l.added)
}

// extend puts elements at the end of the root of a part.
func extend(p *pack, part string, text []byte, root string, added []string) error {
	c, e, err := enter(part, text, root)
	if err != nil {
		return err
	}
	for range c.children() {
	}
	if c.err != nil {
		return c.err
	}
	var changes edits
	changes.fill(c, e, c.from, prefixed(c.prefix, strings.Join(added, "")))
	p.write(part, changes.apply(text))
	return nil
}

// contentTypes tells of each new part what it is.
type contentTypes struct{ overrides []string }

func (t *contentTypes) add(part, kind string) {
	t.overrides = append(t.overrides, `<Override PartName="/`+escape(part)+`" ContentType="`+kind+`"/>`)
}

// addDrawing tells what a VML part is. Excel does so by its extension; where the book
// means something else by that, the part is named by itself.
func (t *contentTypes) addDrawing(p *pack, part string) error {
	const kind = "application/vnd.openxmlformats-officedocument.vmlDrawing"
	text, err := p.read(typesPart)
	if err != nil {
		return err
	}
	c, root, err := enter(typesPart, text, "Types")
	if err != nil {
		return err
	}
	for e := range c.children() {
		if e.name == "Default" && strings.EqualFold(c.attr(e, "Extension"), "vml") {
			if c.attr(e, "ContentType") != kind {
				t.add(part, kind)
			}
			return c.err
		}
	}
	if c.err != nil {
		return c.err
	}
	var changes edits
	ours := prefixed(c.prefix, `<Default Extension="vml" ContentType="`+kind+`"/>`)
	if root.empty {
		changes.fill(c, root, 0, ours)
	} else {
		changes.put(root.to, ours)
	}
	p.write(typesPart, changes.apply(text))
	return nil
}

func (t *contentTypes) save(p *pack) error {
	text, err := p.read(typesPart)
	if err != nil {
		return err
	}
	return extend(p, typesPart, text, "Types", t.overrides)
}
