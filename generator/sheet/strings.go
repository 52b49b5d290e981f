package sheet

import "bytes"

// sharedStrings are the texts that cells name by their numbers. They stand together
// in pages: a header and an allocation of its own for each would cost more than most
// texts, and one piece for all would be copied as it grows.
type sharedStrings struct {
	pages []stringPage
	count int
}

const pageSize = 256

type stringPage struct {
	text string
	ends [pageSize]uint32
}

func (t sharedStrings) at(i int) (text string, ok bool) {
	if i < 0 || i >= t.count {
		return "", false
	}
	p, i := &t.pages[i/pageSize], i%pageSize
	start := uint32(0)
	if i > 0 {
		start = p.ends[i-1]
	}
	return p.text[start:p.ends[i]], true
}

func (w *workbook) readStrings(part string) error {
	var text []byte
	var page stringPage
	t := &w.strings
	end := func() {
		page.text = string(text)
		t.pages = append(t.pages, page)
		text = text[:0]
	}
	err := w.archive.read(part, "sst", mainSpaces, func(s *xmlScanner) {
		for name := range s.children() {
			if string(name) != "si" {
				continue
			}
			if t.count == maxStrings {
				s.err = refuse(shorten, "в книге больше %d разных текстов", maxStrings)
				return
			}
			text = s.rich(text)
			page.ends[t.count%pageSize] = uint32(len(text))
			if t.count++; t.count%pageSize == 0 {
				end()
			}
		}
	})
	if t.count%pageSize != 0 {
		end()
	}
	return err
}

// rich adds the text of the current element: of <t>, or of the runs with <t>. How
// characters are read aloud (<rPh>) is not part of the text.
func (s *xmlScanner) rich(to []byte) []byte {
	start := len(to)
	for name := range s.children() {
		switch string(name) {
		case "t":
			to = append(to, s.plain()...)
		case "r":
			for name := range s.children() {
				if string(name) == "t" {
					to = append(to, s.plain()...)
				}
			}
		}
		if len(to)-start > maxText && s.err == nil {
			s.err = tooLong()
		}
	}
	return to
}

// plain is the text of <t>. Without xml:space spaces around it are of the file.
func (s *xmlScanner) plain() []byte {
	space, _ := s.attr("xml:space")
	preserve := string(space) == "preserve"
	b := s.leaf()
	if !preserve {
		b = bytes.Trim(b, " \t\r\n")
	}
	return s.cellText(b)
}
