package narrative

import (
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

// memberWords: «1 школа», «2 школы», «из 5 школ», «из 21 школы», «ни в одной», «в каждой».
var memberWords = [...]struct{ one, two, many, part, none, each string }{
	Institutions:   {"учреждение", "учреждения", "учреждений", "учреждения", "ни в одном", "в каждом"},
	Kindergartens:  {"детский сад", "детских сада", "детских садов", "детского сада", "ни в одном", "в каждом"},
	Schools:        {"школа", "школы", "школ", "школы", "ни в одной", "в каждой"},
	ExtraEducation: {"учреждение дополнительного образования", "учреждения дополнительного образования", "учреждений дополнительного образования", "учреждения дополнительного образования", "ни в одном", "в каждом"},
	Municipalities: {"муниципалитет", "муниципалитета", "муниципалитетов", "муниципалитета", "ни в одном", "в каждом"},
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

// out is «11 детских садов», «21 школы» after «из».
func (m Members) out(n int) string {
	w := memberWords[m]
	return russian.Count(n, w.part, w.many, w.many)
}

// count is «11 детских садов», «21 школа».
func (m Members) count(n int) string {
	w := memberWords[m]
	return russian.Count(n, w.one, w.two, w.many)
}
