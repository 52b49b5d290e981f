package model

// Directory is who and what may be named in the papers of one office
// («справочник»).
type Directory struct {
	Office        *Office
	People        []Person
	Organizations []Organization
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

// Organization finds a body by ID.
func (d *Directory) Organization(id string) (Organization, bool) {
	for _, o := range d.Organizations {
		if o.ID == id {
			return o, true
		}
	}
	return Organization{}, false
}
