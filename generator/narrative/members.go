package narrative

import (
	"strconv"

	"doklad/generator/consolidation"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// Members are those of whom something is counted («состав»): детские сады, школы. The
// zero value are institutions of any kind.
type Members int

const (
	Institutions Members = iota
	Kindergartens
	Schools
	ExtraEducation
	Municipalities
)

// memberWords: «из 21 школы», «из 5 школ», «ни в одной», «в каждой».
var memberWords = [...]struct{ one, many, none, each string }{
	Institutions:   {"учреждения", "учреждений", "ни в одном", "в каждом"},
	Kindergartens:  {"детского сада", "детских садов", "ни в одном", "в каждом"},
	Schools:        {"школы", "школ", "ни в одной", "в каждой"},
	ExtraEducation: {"учреждения дополнительного образования", "учреждений дополнительного образования", "ни в одном", "в каждом"},
	Municipalities: {"муниципалитета", "муниципалитетов", "ни в одном", "в каждом"},
}

// MembersOf are those whom a row of a consolidation concerns.
func MembersOf(c *consolidation.Consolidation, row int) Members {
	seen := map[Members]bool{}
	for u, cell := range c.Rows[row].Units {
		if cell.Concerned {
			seen[membersOfKind(c.Units[u].Kind)] = true
		}
	}
	if len(seen) == 1 {
		for m := range seen {
			return m
		}
	}
	return Institutions
}

func membersOfKind(kind model.InstitutionKind) Members {
	switch {
	case kind == model.Kindergarten:
		return Kindergartens
	case kind.IsSchool():
		return Schools
	case kind == model.ExtraEducation:
		return ExtraEducation
	case kind == model.Municipality:
		return Municipalities
	}
	return Institutions
}

// out is «11 детских садов» after «из».
func (m Members) out(n int) string {
	w := memberWords[m]
	return strconv.Itoa(n) + noBreakSpace + russian.Plural(n, w.one, w.many, w.many)
}
