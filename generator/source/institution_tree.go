package source

import (
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// place checks what the institution belongs to.
func (c *institutions) place(key string, one model.Institution) {
	switch parent, found := c.find(key+".parent", one.Parent); {
	case one.Parent == "" && one.Kind.IsPart():
		c.fault(key, "впишите parent = \"…\": id учреждения, в которое входит этот "+string(one.Kind), "у «%s» (%s) не указано головное учреждение", one.ID, one.Kind)
	case !found || one.Parent == one.ID: // a circle is told apart
	case one.Kind.IsKnown() && parent.Kind.IsKnown() && !one.Kind.MayBelongTo(parent.Kind):
		c.fault(key+".parent", whereBelongs(one.Kind, parent.Kind), "«%s» (%s) не входит в «%s» (%s)", one.ID, one.Kind, parent.ID, parent.Kind)
	case one.Kind.IsPart() && !parent.Closed.IsZero() && (one.Closed.IsZero() || parent.Closed.Compare(one.Closed) < 0):
		c.list.Add(diag.Warnf(key, "головное учреждение «%s» закрыто %s, а «%s» – нет", parent.ID, parent.Closed, one.ID).
			WithHint("впишите closed или другое головное учреждение"))
	}
	cluster, found := c.find(key+".cluster", one.Cluster)
	switch {
	case one.Cluster == "":
	case one.Kind.IsGroup():
		c.fault(key+".cluster", "группа входит в другую через parent", "cluster указывают у учреждения, а «%s» – %s", one.ID, one.Kind)
	case found && cluster.Kind != model.Cluster:
		c.fault(key+".cluster", "впишите id записи, у которой kind = \"кластер\"", "«%s» не кластер", one.Cluster)
	}
}

func whereBelongs(kind, above model.InstitutionKind) string {
	switch {
	case kind.IsPart():
		return "филиал и подразделение входят в учреждение"
	case kind == model.Cluster:
		return "кластер входит в кластер, муниципалитет или регион"
	case above == model.Cluster:
		return "кластер пишется в cluster = \"…\""
	case above.IsInstitution() || above.IsPart():
		return "в учреждение входят только филиал и подразделение; исправьте parent или kind"
	}
	return "parent – это муниципалитет или регион; без него учреждение подчинено организации, чья это папка"
}

// find finds the institution of an ID; one that is not there is told.
func (c *institutions) find(key, id string) (model.Institution, bool) {
	if id == "" {
		return model.Institution{}, false
	}
	i, found := c.first[id]
	if found {
		return c.all[i], true
	}
	known := make([]string, len(c.all))
	for k, one := range c.all {
		known[k] = one.ID
	}
	hint := "впишите id записи из этого же файла"
	if near, ok := russian.Nearest(id, known); ok {
		hint = "может быть, «" + near + "»?"
	}
	c.fault(key, hint, "«%s» нет среди учреждений", id)
	return model.Institution{}, false
}

// circle tells of each circle of parents once, at the first of it in the file.
func (c *institutions) circle(i int) {
	path := []string{c.all[i].ID}
	for at := i; ; {
		next, found := c.first[c.all[at].Parent]
		if !found || c.all[i].ID == "" || len(path) > len(c.all) {
			return
		}
		if at = next; at == i {
			break
		}
		if at < i && c.isOnCircle(at) {
			return
		}
		path = append(path, c.all[at].ID)
	}
	c.fault(institutionKey(i)+".parent", "исправьте parent у одного из них", "учреждения входят друг в друга по кругу: %s",
		strings.Join(append(path, path[0]), " → "))
}

func (c *institutions) isOnCircle(i int) bool {
	at, found := c.first[c.all[i].Parent]
	for steps := 0; found && steps < len(c.all); steps++ {
		if at == i {
			return true
		}
		at, found = c.first[c.all[at].Parent]
	}
	return false
}

// inn checks an INN and that no two legal entities have it.
func (c *institutions) inn(i int) {
	one, key := c.all[i], institutionKey(i)+".inn"
	if one.INN == "" {
		return
	}
	if !one.Kind.IsInstitution() && one.Kind.IsKnown() {
		c.fault(key, "уберите inn: ИНН есть только у юридического лица; различайте по code", "у «%s» (%s) нет своего ИНН", one.ID, one.Kind)
		return
	}
	if fault := model.INNFault(one.INN); fault != "" {
		c.fault(key, "сверьте с выпиской из ЕГРЮЛ", "ИНН «%s»: %s", one.INN, fault)
		return
	}
	if first, twice := c.inns[one.INN]; twice {
		c.fault(key, "сверьте с выпиской из ЕГРЮЛ", "ИНН «%s» уже есть у «%s»", one.INN, c.all[first].ID)
		return
	}
	c.inns[one.INN] = i
}
