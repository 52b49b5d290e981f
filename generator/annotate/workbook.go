package annotate

import (
	"fmt"
	"strconv"
	"strings"

	"doklad/generator/sheet"
)

// workbook is the part that lists the sheets, with the parts that go with it.
type workbook struct {
	pack   *pack
	part   string
	text   []byte
	cursor *cursor
	edits  edits
	space  space
	links  *links
	types  contentTypes
	styles *styles // nil: the book has none

	sheets  element
	titles  map[string]bool // of the sheets, by small letters
	ids     map[int]bool
	names   element // the defined names; or, without them, namesAt
	namesAt int
	namesTo int
	marked  map[string]bool // parts of sheets that are done, by small letters
}

// space are the namespaces of a book: of Excel, or of the strict form (ISO/IEC 29500-1).
type space struct{ main, links string }

func spaceOf(main string) space {
	if strings.HasPrefix(main, "http://purl.oclc.org/") {
		return space{main, strictLinks}
	}
	return space{main, officeLinks}
}

func (s space) kind(of string) string { return s.links + "/" + of }

const typeOf = "application/vnd.openxmlformats-officedocument.spreadsheetml."

func openWorkbook(p *pack) (*workbook, error) {
	top, err := linksOf(p, "")
	if err != nil {
		return nil, err
	}
	w := &workbook{pack: p, part: top.only("officeDocument"), titles: map[string]bool{}, ids: map[int]bool{}, marked: map[string]bool{}}
	if w.text, err = p.read(w.part); err != nil {
		return nil, err
	}
	if w.links, err = linksOf(p, w.part); err != nil {
		return nil, err
	}
	if err := w.read(); err != nil {
		return nil, err
	}
	if part := w.links.only("styles"); part != "" {
		text, err := p.read(part)
		if err != nil {
			return nil, err
		}
		w.styles, err = openStyles(part, text)
		return w, err
	}
	return w, nil
}

func (w *workbook) read() error {
	c, _, err := enter(w.part, w.text, "workbook")
	if err != nil {
		return err
	}
	w.cursor, w.space = c, spaceOf(c.space)
	for e := range c.children() {
		switch e.name {
		case "bookViews":
			w.views()
		case "sheets":
			w.sheets = e
			w.readSheets()
		case "definedNames":
			w.names = e
			w.readNames()
			w.namesTo = c.from
		}
		switch c.end(e); e.name {
		case "sheets", "functionGroups", "externalReferences":
			w.namesAt = c.at
		}
	}
	if w.sheets.name == "" {
		c.fail()
	}
	return c.err
}

// views shows the first sheet, and its tab.
func (w *workbook) views() {
	for e := range w.cursor.children() {
		if e.name == "workbookView" {
			w.edits.drop(w.cursor, e, "activeTab")
			w.edits.drop(w.cursor, e, "firstSheet")
		}
	}
}

func (w *workbook) readSheets() {
	for e := range w.cursor.children() {
		if e.name == "sheet" {
			w.titles[strings.ToLower(w.cursor.attr(e, "name"))] = true
			w.ids[number(w.cursor.attr(e, "sheetId"), 0)] = true
		}
	}
}

// readNames moves the names of sheets by the one that comes first.
func (w *workbook) readNames() {
	for e := range w.cursor.children() {
		if n := number(w.cursor.attr(e, "localSheetId"), -1); e.name == "definedName" && n >= 0 {
			w.edits.set(w.cursor, e, "localSheetId", strconv.Itoa(n+1))
		}
	}
}

// makeStyles is for a book that has no part of looks. Its cells may still name some by
// numbers: they stay plain ones.
func (w *workbook) makeStyles(sheets []*sheet.Sheet) error {
	most := 0
	for _, s := range sheets {
		text, err := w.pack.read(s.Part())
		if err != nil {
			return err
		}
		c, _, err := enter(s.Part(), text, "worksheet")
		if err != nil {
			return err
		}
		for c.err == nil && len(c.open) > 0 {
			if c.next() && (c.last.name == "c" || c.last.name == "row") {
				most = max(most, number(c.attr(c.last, "s"), 0))
			}
		}
		if c.err != nil {
			return c.err
		}
	}
	if most >= maxForms {
		return damaged("styles.xml")
	}
	part := w.pack.free("xl/styles%d.xml")
	text := xmlHeading + `<styleSheet xmlns="` + w.space.main + `">` +
		`<cellStyleXfs count="1">` + plainForm + `</cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">`, most+1) + strings.Repeat(plainForm, most+1) + `</cellXfs></styleSheet>`
	w.links.add(w.space.kind("styles"), part)
	w.types.add(part, typeOf+"styles+xml")
	var err error
	w.styles, err = openStyles(part, []byte(text))
	return err
}

// unselect lets no other sheet be the one that is shown.
func (w *workbook) unselect() error {
	roots := map[string]string{"worksheet": "worksheet", "chartsheet": "chartsheet", "dialogsheet": "dialogsheet"}
	for _, id := range w.links.order {
		l := w.links.all[id]
		root := roots[l.kind]
		if root == "" || l.external || w.marked[partKey(l.target)] || !w.pack.has(l.target) {
			continue
		}
		text, err := w.pack.read(l.target)
		if err != nil {
			return err
		}
		c, _, err := enter(l.target, text, root)
		if err != nil {
			return err
		}
		s := cells{cursor: c}
		for e := range c.children() {
			if e.name == "sheetViews" {
				s.unselect()
				break
			}
		}
		if len(s.edits) > 0 {
			w.pack.write(l.target, s.edits.apply(text))
		}
	}
	return nil
}

// first puts a sheet before all others.
func (w *workbook) first(l list) error {
	title := listTitle
	for n := 2; w.titles[strings.ToLower(title)]; n++ {
		title = fmt.Sprintf("%s %d", listTitle, n)
	}
	id := 1
	for n := range w.ids {
		id = max(id, n+1)
	}
	if id > 0xFFFE { // as far as Excel goes
		for id = 1; w.ids[id]; id++ {
		}
	}
	part := w.pack.free("xl/worksheets/sheet%d.xml")
	w.pack.write(part, []byte(l.xml(w.space.main)))
	w.types.add(part, typeOf+"worksheet+xml")
	c := w.cursor
	added := prefixed(c.prefix, fmt.Sprintf(`<sheet xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>`,
		w.space.links, title, id, w.links.add(w.space.kind("worksheet"), part)))
	w.begin(w.sheets, added)
	name := prefixed(c.prefix, fmt.Sprintf(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'%s'!$%d:$%[2]d</definedName>`, title, l.header()))
	if w.names.name != "" {
		w.begin(w.names, name)
	} else {
		w.edits.put(w.namesAt, "<"+c.prefix+"definedNames>"+name+"</"+c.prefix+"definedNames>")
	}
	return nil
}

// begin puts content at the beginning of an element.
func (w *workbook) begin(e element, content string) { w.edits.fill(w.cursor, e, e.to, content) }

func (w *workbook) save() error {
	w.styles.save(w.pack)
	w.pack.write(w.part, w.edits.apply(w.text))
	if err := w.links.save(w.pack); err != nil {
		return err
	}
	return w.types.save(w.pack)
}
