package model

import "slices"

// InstitutionKind is what an institution is («вид учреждения»), in the words of the
// data.
type InstitutionKind string

// The kinds. A гимназия and a лицей are СОШ: they teach by the same programmes and
// hand in the same numbers.
const (
	Kindergarten   InstitutionKind = "ДОО"
	PrimarySchool  InstitutionKind = "НОШ"
	BasicSchool    InstitutionKind = "ООШ"
	FullSchool     InstitutionKind = "СОШ"
	ExtraEducation InstitutionKind = "УДО"
	OtherKind      InstitutionKind = "иное"

	Branch InstitutionKind = "филиал"
	Unit   InstitutionKind = "подразделение"

	Cluster      InstitutionKind = "кластер"
	Municipality InstitutionKind = "муниципалитет"
	Region       InstitutionKind = "регион"
)

// InstitutionKinds are all kinds, in the order in which they are counted.
var InstitutionKinds = []InstitutionKind{
	Kindergarten, PrimarySchool, BasicSchool, FullSchool, ExtraEducation, OtherKind, Branch, Unit,
	Cluster, Municipality, Region,
}

// TeachingKinds are those that hand in numbers of their own, in the same order.
var TeachingKinds = []InstitutionKind{Kindergarten, PrimarySchool, BasicSchool, FullSchool, ExtraEducation}

// IsInstitution: a legal entity that teaches.
func (k InstitutionKind) IsInstitution() bool {
	return k == Kindergarten || k.IsSchool() || k == ExtraEducation || k == OtherKind
}

// IsSchool: it has pupils in classes.
func (k InstitutionKind) IsSchool() bool {
	return k == PrimarySchool || k == BasicSchool || k == FullSchool
}

// IsPart: it belongs to an institution.
func (k InstitutionKind) IsPart() bool { return k == Branch || k == Unit }

// IsGroup: it has no numbers but those of its members.
func (k InstitutionKind) IsGroup() bool { return k == Cluster || k.isArea() }

func (k InstitutionKind) isArea() bool { return k == Municipality || k == Region }

// IsKnown reports whether there is such a kind.
func (k InstitutionKind) IsKnown() bool { return slices.Contains(InstitutionKinds, k) }

// MayBelongTo reports whether one of this kind may have one of the other as parent: a
// branch an institution, an institution a municipality. That an institution is in a
// cluster is said apart: it belongs to the municipality all the same.
func (k InstitutionKind) MayBelongTo(above InstitutionKind) bool {
	switch {
	case k.IsPart():
		return above.IsInstitution() || above.IsPart()
	case k == Cluster:
		return above.IsGroup()
	}
	return above.isArea()
}
