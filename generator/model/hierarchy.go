package model

// Hierarchy is who belongs to whom («подчинённость»), of any depth: region,
// municipality, institution, branch, unit. It is made of institutions that were
// checked; on a circle of parents it ends where it began.
type Hierarchy struct {
	all      []Institution
	byID     map[string]int
	children map[string][]int // "" has those that belong to the office itself
}

// Hierarchy indexes the institutions once.
func (d *Directory) Hierarchy() *Hierarchy {
	h := &Hierarchy{all: d.Institutions, byID: map[string]int{}, children: map[string][]int{}}
	for i, one := range h.all {
		if _, twice := h.byID[one.ID]; !twice {
			h.byID[one.ID] = i
		}
		h.children[one.Parent] = append(h.children[one.Parent], i)
	}
	return h
}

// Institution finds one by ID.
func (h *Hierarchy) Institution(id string) (Institution, bool) {
	i, found := h.byID[id]
	if !found {
		return Institution{}, false
	}
	return h.all[i], true
}

// Children are those whose parent it is, in the order of the data; of "" those that
// belong to the office itself.
func (h *Hierarchy) Children(id string) []Institution {
	var list []Institution
	for _, i := range h.children[id] {
		list = append(list, h.all[i])
	}
	return list
}

// Above are the parent, its parent and so on.
func (h *Hierarchy) Above(id string) []Institution {
	var list []Institution
	seen := map[string]bool{id: true}
	one, found := h.Institution(id)
	for found && one.Parent != "" && !seen[one.Parent] {
		seen[one.Parent] = true
		if one, found = h.Institution(one.Parent); found {
			list = append(list, one)
		}
	}
	return list
}

// Kind is the kind by whose programmes it works: of a branch what the data says, else
// that of the nearest institution above.
func (h *Hierarchy) Kind(id string) InstitutionKind {
	one, _ := h.Institution(id)
	for _, above := range append([]Institution{one}, h.Above(id)...) {
		if above.ActsAs != "" {
			return above.ActsAs
		}
		if !above.Kind.IsPart() {
			return above.Kind
		}
	}
	return one.Kind
}

// Cluster is the ID of its cluster: its own, else that of the nearest above; "" where
// there is none.
func (h *Hierarchy) Cluster(id string) string {
	one, _ := h.Institution(id)
	for _, above := range append([]Institution{one}, h.Above(id)...) {
		if above.Cluster != "" {
			return above.Cluster
		}
	}
	return ""
}

// Members are all that hand in numbers and are counted under the ID of a cluster, of
// an area or of an institution, itself included; of "" all of the office. Each is there
// once, in the order of the data.
func (h *Hierarchy) Members(id string) []Institution {
	groups := h.groupsIn(id)
	var list []Institution
	for _, one := range h.all {
		if one.Reports() && (id == "" || groups[one.ID] || groups[h.Cluster(one.ID)] || h.isBelow(one.ID, groups)) {
			list = append(list, one)
		}
	}
	return list
}

// groupsIn are the ID and the clusters inside it.
func (h *Hierarchy) groupsIn(id string) map[string]bool {
	groups := map[string]bool{id: id != ""}
	for _, one := range h.all {
		if one.Kind == Cluster && h.isBelow(one.ID, map[string]bool{id: id != ""}) {
			groups[one.ID] = true
		}
	}
	return groups
}

func (h *Hierarchy) isBelow(id string, groups map[string]bool) bool {
	for _, above := range h.Above(id) {
		if groups[above.ID] {
			return true
		}
	}
	return false
}
