package source

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// references checks that everything an order names is there, in the cases that
// will be printed. Composing the paper relies on it.
type references struct {
	office *Office
	day    model.Date // of the order; zero of a draft without one
	list   diag.List
}

// checkReferences finds what the order names and the directory lacks.
func checkReferences(o *model.Order, office *Office) diag.List {
	if office.unread {
		return nil
	}
	r := references{office: office, day: o.Date}
	for i, s := range o.Signatories {
		key := fmt.Sprintf("signatory[%d]", i+1)
		if p, ok := r.person(key+".person", s.Person); ok && s.Post == "" {
			r.post(p, russian.Nominative)
		}
	}
	r.clauses("", o.Clauses)
	for i, v := range o.Agreement {
		r.visitor(fmt.Sprintf("agreement[%d]", i+1), v)
	}
	for i, v := range o.Acquaintance {
		r.visitor(fmt.Sprintf("acquaintance[%d]", i+1), v)
	}
	if o.Preparer != "" {
		r.person("preparer", o.Preparer)
	}
	if o.Certified != nil {
		if p, ok := r.person("certified.person", o.Certified.Person); ok {
			r.post(p, russian.Nominative)
		}
	}
	r.marks(o)
	return r.list
}

func (r *references) clauses(parent string, clauses []model.Clause) {
	for i, c := range clauses {
		key := fmt.Sprintf("%sclause[%d]", parent, i+1)
		for j, id := range c.Executors {
			r.executor(fmt.Sprintf("%s.executors[%d]", key, j+1), id)
		}
		if c.Control != "" && c.Control != model.ControlSelf && c.Text == "" {
			if p, ok := r.person(key+".control", c.Control); ok {
				r.post(p, model.ControlCase)
				r.gender(p, model.ControlCase)
			}
		}
		r.clauses(key+".", c.Clauses)
	}
}

// executor is a person or a body, named in the dative.
func (r *references) executor(key, id string) {
	if o, ok := r.office.Organization(id); ok {
		list, file := "organization", organizationsFile
		i := slices.IndexFunc(r.office.Organizations, func(q model.Organization) bool { return q.ID == id })
		if i < 0 {
			list, file = "institution", institutionsFile
			i = slices.IndexFunc(r.office.Institutions, func(q model.Institution) bool { return q.ID == id })
			r.closed(key, r.office.Institutions[i])
		}
		r.faults(list, i)
		if o.Full.In(model.ExecutorCase) == "" {
			r.list.Add(diag.Errorf(key, "у организации «%s» нет наименования в дательном падеже", o.Full.Nominative).
				WithHint("впишите в %s под [%s.full] строку dative = \"…\"", file, list))
		}
		return
	}
	if p, ok := r.person(key, id); ok {
		r.post(p, model.ExecutorCase)
		r.gender(p, model.ExecutorCase)
	}
}

// closed: nobody is left to execute the order.
func (r *references) closed(key string, one model.Institution) {
	if !one.Closed.IsZero() && one.Closed.Compare(r.day) < 0 {
		r.list.Add(diag.Warnf(key, "учреждение «%s» закрыто %s, до приказа", one.Name(), one.Closed).
			WithHint("назовите другого исполнителя или исправьте closed в %s", institutionsFile))
	}
}

func (r *references) person(key, id string) (model.Person, bool) {
	p, ok := r.office.Person(id)
	if ok {
		r.faults("person", slices.IndexFunc(r.office.People, func(q model.Person) bool { return q.ID == id }))
		return p, true
	}
	oneOfMany := strings.HasSuffix(key, "]") // an executor, who may be a body
	switch blank := strings.TrimSpace(id) == ""; {
	case blank && oneOfMany:
		r.list.Add(diag.Errorf(key, "исполнитель не назван: в кавычках пусто").
			WithHint("впишите в кавычки id человека из people.toml или организации из organizations.toml либо уберите кавычки"))
		return p, false
	case blank:
		r.list.Add(diag.Errorf(key, "не указано должностное лицо").WithHint("впишите person = \"…\": id человека из people.toml"))
		return p, false
	}
	problem := diag.Errorf(key, "«%s» нет среди должностных лиц", id).WithHint("добавьте запись в people.toml")
	var known []string
	for _, p := range r.office.People {
		known = append(known, p.ID)
	}
	if oneOfMany {
		problem.Text = fmt.Sprintf("«%s» нет ни среди должностных лиц, ни среди организаций", id)
		problem.Hint = "добавьте запись в people.toml, organizations.toml или institutions.toml"
		for _, o := range r.office.Bodies() {
			known = append(known, o.ID)
		}
	}
	if near, ok := russian.Nearest(id, known); ok {
		problem = problem.WithHint("может быть, «%s»?", near)
	}
	r.list.Add(problem)
	return p, false
}

// faults lets the problems of a record that the order names stop the order.
func (r *references) faults(list string, index int) {
	key := fmt.Sprintf("%s[%d]", list, index+1)
	for _, p := range r.office.Records {
		if p.Key == key || strings.HasPrefix(p.Key, key+".") {
			r.list.Add(p)
		}
	}
}

// post demands the post in a case; the problem is shown where the person is
// described.
func (r *references) post(p model.Person, c russian.Case) {
	if p.PostIn(c) == "" {
		r.tellPerson(p, ".post", fmt.Sprintf("у «%s» не указана должность: %s падеж", p.Signature(), c),
			fmt.Sprintf("впишите под [person.post] строку %s = \"…\"", caseKeys[c]))
	}
}

var caseKeys = map[russian.Case]string{
	russian.Nominative: "nominative", russian.Genitive: "genitive", russian.Dative: "dative",
	russian.Accusative: "accusative", russian.Instrumental: "instrumental", russian.Prepositional: "prepositional",
}

// gender demands what is needed to decline the surname: it cannot be guessed
// from initials.
func (r *references) gender(p model.Person, c russian.Case) {
	if p.Sex() == russian.UnknownGender && p.Surnames.In(c) == "" {
		r.tellPerson(p, "", fmt.Sprintf("у «%s» неизвестен пол: фамилию не просклонять", p.Signature()),
			"впишите gender = \"female\" или \"male\", либо отчество (patronymic)")
	}
}

func (r *references) tellPerson(p model.Person, field, text, hint string) {
	for i, known := range r.office.People {
		if known.ID == p.ID {
			problem := diag.Errorf(fmt.Sprintf("person[%d]%s", i+1, field), "%s", text).WithHint("%s", hint)
			r.list = append(r.list, r.office.people.Locate(diag.List{problem})...)
			return
		}
	}
}

func (r *references) visitor(key string, v model.Visitor) {
	if v.Person != "" {
		r.person(key+".person", v.Person)
	}
}

// marks demands the office's name in the genitive where a гриф or a mark of an
// appendix is made of it: «приказом Управления …».
func (r *references) marks(o *model.Order) {
	needed := len(o.Agreement) > 0 || len(o.Acquaintance) > 0
	for _, a := range o.Annexes() {
		needed = needed || (a.IsApproved() || a.IsNumbered()) && len(a.MarkWords) == 0
	}
	if needed && o.Office.Full.Genitive == "" {
		problem := diag.Errorf("full", "нет наименования организации в родительном падеже: оно стоит после слова «приказом»").
			WithHint("впишите под [full] строку genitive = \"…\"")
		r.list = append(r.list, r.office.self.Locate(diag.List{problem})...)
	}
}
