package model

import "slices"

// Institution is a school, a kindergarten, a branch, or a group of them – a cluster, a
// municipality, a region («учреждение»). Together they are a tree: see Hierarchy.
type Institution struct {
	ID   string          `toml:"id"`
	Code string          `toml:"code"` // by which the office itself tells it from others
	INN  string          `toml:"inn"`  // of the legal entity; a branch has none of its own
	Kind InstitutionKind `toml:"kind"`
	// ActsAs is the kind by whose programmes a branch or a unit works: «детский сад» of
	// a school is a ДОО. Empty: as the institution above it.
	ActsAs  InstitutionKind `toml:"acts_as"`
	Full    Forms           `toml:"full"`
	Short   Forms           `toml:"short"`
	Aliases []string        `toml:"aliases"`
	// Parent is the ID of what it belongs to; empty: to the office.
	Parent string `toml:"parent"`
	// Cluster is the ID of the group it is compared with; empty: that of the parent.
	Cluster string `toml:"cluster"`
	// Separate marks a branch or a unit that hands in numbers of its own, which are
	// then not among those of the institution above it.
	Separate bool `toml:"separate"`
	// Opened and Closed are the first day and the last one; most were opened before
	// anything that is collected.
	Opened Date `toml:"opened"`
	Closed Date `toml:"closed"`
}

// Names are all the ways in which the institution may be called, in every case that
// the data gives.
func (i Institution) Names() []string {
	var names []string
	for _, name := range slices.Concat(i.Full.All(), i.Short.All(), i.Aliases) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// Name is what a column of a table calls it: the short name where there is one.
func (i Institution) Name() string {
	if i.Short.Nominative != "" {
		return i.Short.Nominative
	}
	return i.Full.Nominative
}

// IsOpen reports whether it works on some day from first to last.
func (i Institution) IsOpen(first, last Date) bool {
	return (i.Opened.IsZero() || i.Opened.Compare(last) <= 0) && (i.Closed.IsZero() || i.Closed.Compare(first) >= 0)
}

// Reports reports whether it hands in numbers: a group is the sum of others, a branch
// is counted in what it belongs to unless the data says otherwise.
func (i Institution) Reports() bool {
	return i.Kind.IsInstitution() || i.Kind.IsPart() && i.Separate
}

// Body is the institution as orders and roadmaps name it.
func (i Institution) Body() Organization {
	kind := "учреждение"
	if i.Kind.IsGroup() {
		kind = "группа"
	}
	return Organization{ID: i.ID, Kind: kind, Full: i.Full, Short: i.Short, Aliases: i.Aliases}
}
