package narrative

import (
	"fmt"
	"strconv"

	"doklad/generator/model"
)

// yearForms are the forms of a year by the ends of their words in phrases: «за 2022 год»,
// «в 2022 году», and of a school year.
var yearForms = []struct{ end, calendar, school string }{
	{"", "год", "учебный год"},
	{"Of", "года", "учебного года"},
	{"In", "году", "учебном году"},
	{"With", "годом", "учебным годом"},
}

// yearWords put a year in all its forms. A school year is named by the two it lies in; that
// of 2022 is «2021/22 учебный год», which ends in it.
func (s *speech) yearWords(word string, year int, period model.PeriodKind) {
	for _, form := range yearForms {
		text := strconv.Itoa(year) + noBreakSpace + form.calendar
		if period == model.SchoolYear {
			text = SchoolYear(year) + noBreakSpace + form.school
		}
		piece := Said{Text: text}
		for _, printed := range NumbersIn(text) {
			n := s.number(printed, YearOf)
			n.Year = year
			piece.Numbers = append(piece.Numbers, n)
		}
		s.put(word+form.end, piece)
	}
}

// SchoolYear is the school year that ends in a year: «2021/22».
func SchoolYear(year int) string { return fmt.Sprintf("%d/%02d", year-1, year%100) }
