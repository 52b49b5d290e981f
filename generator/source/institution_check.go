package source

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// institutions judges institutions.toml.
type institutions struct {
	directory *model.Directory
	all       []model.Institution
	first     map[string]int // ID → index
	inns      map[string]int // sound ones
	list      diag.List
	told      map[string]bool // keys of IDs and codes of which nothing more is said
}

// checkInstitutions finds institutions that cannot be told apart or placed in the
// hierarchy.
func checkInstitutions(d *model.Directory) diag.List {
	c := &institutions{directory: d, all: d.Institutions, first: map[string]int{}, told: map[string]bool{}, inns: map[string]int{}}
	seen, codes := map[string]int{}, map[string]int{}
	for i, one := range c.all {
		key := institutionKey(i)
		if first, twice := seen[one.ID]; twice {
			c.told[institutionKey(first)+".id"] = true
		}
		checkID(&c.list, seen, key, one.ID, i)
		c.elsewhere(key+".id", one.ID)
		if one.Full.Nominative == "" {
			c.list.Add(diag.Errorf(key, "у учреждения «%s» не указано полное наименование", one.ID).
				WithHint("впишите под [institution.full] строку nominative = \"…\""))
		}
		c.kind(key, one)
		c.code(key+".code", one.Code, i, codes)
		c.days(key, one)
	}
	c.first = seen
	for i, one := range c.all {
		c.place(institutionKey(i), one)
		c.circle(i)
		c.inn(i)
	}
	c.names()
	return c.list
}

func institutionKey(i int) string { return fmt.Sprintf("institution[%d]", i+1) }

func (c *institutions) fault(key, hint, format string, args ...any) {
	c.list.Add(diag.Errorf(key, format, args...).WithHint("%s", hint))
}

// elsewhere: orders name people, bodies and institutions by ID alike.
func (c *institutions) elsewhere(key, id string) {
	switch {
	case id == "":
	case slices.ContainsFunc(c.directory.Organizations, func(o model.Organization) bool { return o.ID == id }):
		c.fault(key, "оставьте запись в одном из файлов", "id «%s» уже есть в organizations.toml", id)
	case slices.ContainsFunc(c.directory.People, func(p model.Person) bool { return p.ID == id }):
		c.fault(key, "дайте учреждению другой id", "id «%s» уже есть в people.toml", id)
	}
}

func (c *institutions) kind(key string, one model.Institution) {
	var kinds []string
	for _, k := range model.InstitutionKinds {
		kinds = append(kinds, string(k))
	}
	switch {
	case one.Kind == "":
		c.fault(key, "впишите kind = \"…\"; бывают: "+strings.Join(kinds, ", "), "не указан вид учреждения")
	case !one.Kind.IsKnown():
		c.fault(key+".kind", hintOfKnown(string(one.Kind), kinds), "вид «%s» неизвестен", one.Kind)
	}
	switch {
	case one.ActsAs == "":
	case !one.Kind.IsPart():
		c.fault(key+".acts_as", "уберите acts_as: он нужен филиалу и подразделению", "«%s» и так работает по своему виду", one.ID)
	case !one.ActsAs.IsInstitution():
		kinds = slices.DeleteFunc(kinds, func(k string) bool { return !model.InstitutionKind(k).IsInstitution() })
		c.fault(key+".acts_as", hintOfKnown(string(one.ActsAs), kinds), "филиал не работает как «%s»", one.ActsAs)
	}
	if one.Separate && !one.Kind.IsPart() {
		c.fault(key+".separate", "уберите separate: он нужен филиалу и подразделению", "«%s» не филиал и не подразделение", one.ID)
	}
}

// code: two that differ in letter case or signs would be mixed up; one that looks like
// an INN would be taken for it.
func (c *institutions) code(key, code string, i int, codes map[string]int) {
	if code == "" {
		return
	}
	folded := russian.Skeleton(code)
	digits := strings.IndexFunc(code, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
	first, twice := codes[folded]
	c.told[key] = true
	switch {
	case folded == "":
		c.fault(key, "код состоит из букв и цифр: code = \"Д-03\"", "в коде «%s» нет ни букв, ни цифр", code)
	case digits && (len(code) == 10 || len(code) == 12):
		c.fault(key, "ИНН пишется в inn", "код «%s» не отличить от ИНН", code)
	case twice:
		c.told[institutionKey(first)+".code"] = true
		c.fault(key, "у каждого учреждения должен быть свой код", "код «%s» уже есть у «%s»", code, c.all[first].ID)
	default:
		codes[folded], c.told[key] = i, false
	}
}

func (c *institutions) days(key string, one model.Institution) {
	if !one.Opened.IsZero() && !one.Closed.IsZero() && one.Closed.Compare(one.Opened) < 0 {
		c.fault(key+".closed", "исправьте одну из дат", "«%s» закрыто %s, раньше чем открыто %s", one.ID, one.Closed, one.Opened)
	}
}
