package annotate

import (
	"fmt"
	"strconv"
	"strings"
)

// styles is the part of looks: what stands in it keeps its numbers, ours come after.
type styles struct {
	part   string
	text   []byte
	root   element
	cursor *cursor
	lists  [4]styleList
	forms  [][2]int // each <xf> of cellXfs: where it stands
	shaded map[shade]int
	fills  [2]int // of warnings and of errors; -1: not made yet
}

// styleList is one of the lists that cells point into by number.
type styleList struct {
	element
	there   bool
	closing int // where its closing tag begins; where it is to stand if it is not there
	count   int
	added   []string
}

const (
	fontList = iota
	fillList
	borderList
	formList
)

var listNames = [...]string{"fonts", "fills", "borders", "cellXfs"}

// firstOfList is what a list that is not there begins with: the defaults of Excel.
var firstOfList = [...][]string{
	{`<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>`},
	{`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`},
	{`<border><left/><right/><top/><bottom/><diagonal/></border>`},
	{plainForm},
}

const plainForm = `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`

// styleOrder is how the children of styleSheet stand (ISO/IEC 29500-1, 18.8.39).
const styleOrder = " numFmts fonts fills borders cellStyleXfs cellXfs "

// maxForms is where Excel ends; a cell that would need more keeps its look.
const maxForms = 64_000

type shade struct {
	style int
	grave bool
}

func openStyles(part string, text []byte) (*styles, error) {
	s := &styles{part: part, text: text, shaded: map[shade]int{}, fills: [2]int{-1, -1}}
	c, root, err := enter(part, text, "styleSheet")
	if err != nil {
		return nil, err
	}
	s.root, s.cursor = root, c
	for i := range s.lists {
		s.lists[i].closing = root.to
	}
	for e := range c.children() {
		i := s.list(e)
		if i >= 0 {
			s.lists[i].element, s.lists[i].there = e, true
			s.read(i)
			s.lists[i].closing = c.from
		}
		c.end(e)
		s.stand(e.name)
	}
	for i, first := range firstOfList {
		if !s.lists[i].there {
			for _, xml := range first {
				s.add(i, xml)
			}
		}
	}
	return s, c.err
}

// list is the number of a list that this element begins; -1 for others.
func (s *styles) list(e element) int {
	for i, name := range listNames {
		if e.name == name && !s.lists[i].there {
			return i
		}
	}
	return -1
}

func (s *styles) read(i int) {
	for e := range s.cursor.children() {
		if e.name == "" {
			continue
		}
		s.lists[i].count++
		if i == formList {
			s.forms = append(s.forms, [2]int{e.from, s.cursor.end(e)})
		}
	}
}

// stand notes that lists which come after this element are to stand behind it.
func (s *styles) stand(name string) {
	at := strings.Index(styleOrder, " "+name+" ")
	if name == "" || at < 0 {
		return
	}
	for i, list := range listNames {
		if !s.lists[i].there && strings.Index(styleOrder, " "+list+" ") > at {
			s.lists[i].closing = s.cursor.at
		}
	}
}

// add puts an element of ours into a list and returns its number.
func (s *styles) add(list int, xml string) int { return s.put(list, prefixed(s.cursor.prefix, xml)) }

// put is add for an element that is written as the part wants it.
func (s *styles) put(list int, xml string) int {
	l := &s.lists[list]
	l.added = append(l.added, xml)
	return l.count + len(l.added) - 1
}

// fill is the number of the fill of errors or of warnings.
func (s *styles) fill(grave bool) int {
	i, colour := 0, warningColour
	if grave {
		i, colour = 1, graveColour
	}
	if s.fills[i] < 0 {
		s.fills[i] = s.add(fillList, solid(colour))
	}
	return s.fills[i]
}

const (
	graveColour   = "FFFF8585"
	warningColour = "FFFFE2AD"
)

func solid(colour string) string {
	return `<fill><patternFill patternType="solid"><fgColor rgb="` + colour + `"/><bgColor indexed="64"/></patternFill></fill>`
}

// shade is the number of a style that differs from this one only by its fill.
func (s *styles) shade(style int, grave bool) int {
	key := shade{style, grave}
	if known, ok := s.shaded[key]; ok {
		return known
	}
	l := &s.lists[formList]
	if l.count+len(l.added) >= maxForms {
		return style
	}
	form := prefixed(s.cursor.prefix, plainForm)
	if style < len(s.forms) {
		form = string(s.text[s.forms[style][0]:s.forms[style][1]])
	}
	c, e, err := enter(s.part, []byte(form), "xf")
	if err != nil {
		return style
	}
	var changes edits
	changes.set(c, e, "fillId", strconv.Itoa(s.fill(grave)))
	changes.set(c, e, "applyFill", "1")
	s.shaded[key] = s.put(formList, string(changes.apply(c.text)))
	return s.shaded[key]
}

// save writes the part with what was added.
func (s *styles) save(p *pack) {
	var changes edits
	var whole strings.Builder // of lists that were not there, if the root is empty
	for i := range s.lists {
		l := &s.lists[i]
		if len(l.added) == 0 {
			continue
		}
		count := strconv.Itoa(l.count + len(l.added))
		added := strings.Join(l.added, "")
		if l.there {
			changes.set(s.cursor, l.element, "count", count)
			changes.fill(s.cursor, l.element, l.closing, added)
			continue
		}
		name := s.cursor.prefix + listNames[i]
		list := fmt.Sprintf(`<%s count="%s">%s</%s>`, name, count, added, name)
		if s.root.empty {
			whole.WriteString(list)
		} else {
			changes.put(l.closing, list)
		}
	}
	changes.fill(s.cursor, s.root, 0, whole.String())
	p.write(s.part, changes.apply(s.text))
}
