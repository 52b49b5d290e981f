package sheet

import (
	"errors"
	"slices"
)

// part is a sheet in its archive.
type part struct {
	book  *workbook
	name  string
	sheet string
}

func (p *part) rows(passing bool, yield func(Row, error) bool) {
	stopped := false
	err := p.read(func(s *xmlScanner) {
		r := rowReader{part: p, xmlScanner: s, passing: passing}
		for name := range s.children() {
			switch string(name) {
			case "cols":
				r.hidden = hiddenColumns(s)
			case "sheetData":
				if stopped = !r.all(yield); stopped {
					return
				}
			}
		}
	}, &stopped)
	if err != nil && !stopped {
		yield(Row{}, err)
	}
}

// read opens the sheet for f; what was stopped is not read to its end.
func (p *part) read(f func(*xmlScanner), stopped *bool) error {
	a := p.book.archive
	s, closer, err := a.open(p.name)
	if err != nil {
		return err
	}
	defer closer.Close()
	if err := s.root("worksheet", mainSpaces...); err != nil {
		return p.locate(err)
	}
	f(s)
	if *stopped {
		return nil
	}
	return p.locate(s.finish())
}

// locate names the sheet where the fault has no place yet.
func (p *part) locate(err error) error {
	var r *Refusal
	if errors.As(err, &r) && r.Problem.Cell == "" {
		r.Problem.Cell = "«" + p.sheet + "»"
	}
	return err
}

// hiddenColumns marks them by their numbers; nil when none is hidden.
func hiddenColumns(s *xmlScanner) (hidden []bool) {
	ranges := 0
	for name := range s.children() {
		if string(name) != "col" || !s.is("hidden") {
			continue
		}
		low, _ := s.attr("min")
		high, _ := s.attr("max")
		from, ok1 := parseCount(string(low), maxColumn)
		to, ok2 := parseCount(string(high), maxColumn)
		if ranges++; !ok1 || !ok2 || ranges > maxColumn {
			s.fail("ширина столбцов описана неверно")
			return nil
		}
		if hidden == nil {
			hidden = make([]bool, maxColumn+1)
		}
		for column := from; column <= to; column++ {
			hidden[column] = true
		}
	}
	return hidden
}

func (p *part) merged() (ranges []Range, err error) {
	var never bool
	err = p.read(func(s *xmlScanner) {
		for name := range s.children() {
			if string(name) != "mergeCells" {
				continue
			}
			for name := range s.children() {
				if string(name) != "mergeCell" {
					continue
				}
				ref, _ := s.attr("ref")
				r, ok := parseRange(string(ref))
				if !ok {
					s.fail("объединённые ячейки «%s» указаны неверно", clip(ref))
					return
				}
				if len(ranges) == maxMerged {
					s.err = refuse(shorten, "объединённых ячеек больше %d", maxMerged)
					return
				}
				ranges = append(ranges, r)
			}
		}
	}, &never)
	if err != nil {
		return nil, err
	}
	return slices.Clip(ranges), nil
}
