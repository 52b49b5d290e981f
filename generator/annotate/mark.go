package annotate

import "doklad/generator/sheet"

// mark puts the marks into a sheet, its notes and their boxes.
func (w *workbook) mark(part string, marks []mark) error {
	if len(marks) == 0 {
		return nil
	}
	text, err := w.pack.read(part)
	if err != nil {
		return err
	}
	s, err := openCells(part, text, marks, w.styles)
	if err != nil {
		return err
	}
	links, err := linksOf(w.pack, part)
	if err != nil {
		return err
	}
	if err := w.note(s, links); err != nil {
		return err
	}
	w.pack.write(part, s.edits.apply(text))
	w.marked[partKey(part)] = true
	return links.save(w.pack)
}

func (w *workbook) note(s *cells, links *links) error {
	notes, err := w.notesOf(links)
	if err != nil {
		return err
	}
	boxes, err := w.boxesOf(s, links)
	if err != nil {
		return err
	}
	lines := map[place]int{}
	for _, m := range s.marks {
		cell := sheet.CellName(m.row, m.column)
		if notes.has(cell) {
			lines[place{m.row - 1, m.column - 1}] = 2 + boxLines(m.text, 20)
		}
		notes.add(cell, m.text)
	}
	boxed := boxes.grow(lines)
	for _, m := range s.marks {
		if !boxed[place{m.row - 1, m.column - 1}] {
			boxes.add(m, &s.grid)
		}
	}
	notes.save(w.pack)
	boxes.save(w.pack)
	return nil
}

func (w *workbook) notesOf(links *links) (*notes, error) {
	if part := links.only("comments"); part != "" {
		text, err := w.pack.read(part)
		if err != nil {
			return nil, err
		}
		return openNotes(part, text)
	}
	part := w.pack.free("xl/comments%d.xml")
	links.add(w.space.kind("comments"), part)
	w.types.add(part, typeOf+"comments+xml")
	return openNotes(part, []byte(xmlHeading+`<comments xmlns="`+w.space.main+`"><authors/><commentList/></comments>`))
}

func (w *workbook) boxesOf(s *cells, links *links) (*boxes, error) {
	if s.drawing != "" {
		part := links.all[s.drawing].target
		text, err := w.pack.read(part)
		if err != nil {
			return nil, err
		}
		return openBoxes(part, text)
	}
	part := w.pack.free("xl/drawings/vmlDrawing%d.vml")
	s.draw(links.add(w.space.kind("vmlDrawing"), part), w.space.links)
	if err := w.types.addDrawing(w.pack, part); err != nil {
		return nil, err
	}
	return openBoxes(part, []byte(noBoxes(len(s.marks))))
}
