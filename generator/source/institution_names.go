package source

import (
	"fmt"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// names: each institution is recognised by each of its names, and no other is. Of two
// institutions it is told once.
func (c *institutions) names() {
	registry := c.directory.Registry()
	for i, one := range c.all {
		if one.ID == "" || c.first[one.ID] != i {
			continue // told as such
		}
		others := map[string]bool{}
		for _, n := range namesWithKeys(institutionKey(i), one) {
			got := registry.Recognise(n.name)
			if got.IsSure() && got.Institution.ID == one.ID || c.told[n.key] {
				continue
			}
			other := otherThan(one.ID, got)
			switch {
			case other == "":
				c.fault(n.key, "допишите слово, по которому учреждение можно узнать", "по имени «%s» учреждение не узнать", n.name)
			case !others[other]:
				c.fault(n.key, "уточните одно из имён: по ним узнают, чья это сдана форма", "«%s» – так же зовут и «%s»", n.name, other)
			}
			others[other] = true
		}
	}
}

// keyedName is a name and where it stands.
type keyedName struct{ key, name string }

// namesWithKeys are the ID, the code and the names of an institution, each once.
func namesWithKeys(key string, one model.Institution) []keyedName {
	var list []keyedName
	seen := map[string]bool{}
	add := func(key, name string) {
		if name != "" && !seen[name] {
			seen[name] = true
			list = append(list, keyedName{key, name})
		}
	}
	add(key+".id", one.ID)
	add(key+".code", one.Code)
	for c := russian.Nominative; c <= russian.Prepositional; c++ {
		add(key+".full."+caseKeys[c], one.Full.In(c))
	}
	for c := russian.Nominative; c <= russian.Prepositional; c++ {
		add(key+".short."+caseKeys[c], one.Short.In(c))
	}
	for i, alias := range one.Aliases {
		add(fmt.Sprintf("%s.aliases[%d]", key, i+1), alias)
	}
	return list
}

// otherThan is the ID of another institution that the name may mean; of one that is
// merely like it the name says nothing.
func otherThan(id string, got model.Recognition) string {
	if got.IsSure() {
		return got.Institution.ID
	}
	if got.Certainty != model.SeveralMatch {
		return ""
	}
	for _, near := range got.Near {
		if near.ID != id {
			return near.ID
		}
	}
	return ""
}
