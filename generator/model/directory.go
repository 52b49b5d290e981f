package model

import "slices"

// Directory is who and what may be named in the papers of one office
// («справочник»).
type Directory struct {
	Office        *Office
	People        []Person
	Organizations []Organization
	Institutions  []Institution
}

// Person finds a person by ID.
func (d *Directory) Person(id string) (Person, bool) {
	for _, p := range d.People {
		if p.ID == id {
			return p, true
		}
	}
	return Person{}, false
}

// Organization finds a body by ID, institutions too.
func (d *Directory) Organization(id string) (Organization, bool) {
	for _, o := range d.Organizations {
		if o.ID == id {
			return o, true
		}
	}
	if i, found := d.Institution(id); found {
		return i.Body(), true
	}
	return Organization{}, false
}

// Institution finds an institution by ID.
func (d *Directory) Institution(id string) (Institution, bool) {
	for _, i := range d.Institutions {
		if i.ID == id {
			return i, true
		}
	}
	return Institution{}, false
}

// Bodies are all that may be made responsible: organizations, then institutions.
func (d *Directory) Bodies() []Organization {
	bodies := slices.Clone(d.Organizations)
	for _, i := range d.Institutions {
		bodies = append(bodies, i.Body())
	}
	return bodies
}
