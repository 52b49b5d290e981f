package model

import (
	"strings"
	"testing"
	"time"
)

func ids(list []Institution) string {
	var all []string
	for _, one := range list {
		all = append(all, one.ID)
	}
	return strings.Join(all, " ")
}

func with(one Institution, change func(*Institution)) Institution {
	change(&one)
	return one
}

func placed(id string, kind InstitutionKind, parent, cluster string) Institution {
	return Institution{ID: id, Kind: kind, Parent: parent, Cluster: cluster}
}

var region = (&Directory{Institutions: []Institution{
	placed("region", Region, "", ""),
	placed("north", Municipality, "region", ""),
	placed("south", Municipality, "region", ""),
	placed("villages", Cluster, "north", ""),
	placed("far", Cluster, "villages", ""),
	placed("towns", Cluster, "", ""),
	placed("school", FullSchool, "north", "far"),
	placed("branch", Branch, "school", ""),
	with(placed("kindergarten", Unit, "branch", "towns"), func(i *Institution) { i.ActsAs, i.Separate = Kindergarten, true }),
	placed("unit", Unit, "kindergarten", ""),
	placed("town", BasicSchool, "south", "towns"),
	placed("free", Kindergarten, "", ""),
}}).Hierarchy()

func TestHierarchy(t *testing.T) {
	for _, c := range []struct{ what, got, want string }{
		{"above the unit", ids(region.Above("unit")), "kindergarten branch school north region"},
		{"above nobody", ids(region.Above("nobody")), ""},
		{"children of the office", ids(region.Children("")), "region towns free"},
		{"children of the north", ids(region.Children("north")), "villages school"},
		{"members of the office", ids(region.Members("")), "school kindergarten town free"},
		{"members of the region", ids(region.Members("region")), "school kindergarten town"},
		{"members of the north", ids(region.Members("north")), "school kindergarten"},
		{"members of the villages", ids(region.Members("villages")), "school"},
		{"members of the towns", ids(region.Members("towns")), "kindergarten town"},
		{"members of the school", ids(region.Members("school")), "school kindergarten"},
		{"members of nobody", ids(region.Members("nobody")), ""},
		{"cluster of the branch", region.Cluster("branch"), "far"},
		{"cluster of the unit", region.Cluster("unit"), "towns"},
		{"cluster of the free", region.Cluster("free"), ""},
		{"kind of the branch", string(region.Kind("branch")), "СОШ"},
		{"kind of the unit", string(region.Kind("unit")), "ДОО"},
		{"kind of nobody", string(region.Kind("nobody")), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

// Data with a circle is told, but must not hang before it is.
func TestHierarchyWithCircles(t *testing.T) {
	h := (&Directory{Institutions: []Institution{
		placed("a", Branch, "b", ""), placed("b", Branch, "a", ""), placed("self", Unit, "self", ""), placed("in", Unit, "a", ""),
	}}).Hierarchy()
	for id, want := range map[string]string{"a": "b", "b": "a", "self": "", "in": "a b"} {
		if got := ids(h.Above(id)); got != want {
			t.Errorf("above %s: %q, want %q", id, got, want)
		}
		h.Kind(id)
		h.Cluster(id)
		h.Members(id)
	}
}

func TestIsOpen(t *testing.T) {
	day := func(d int) Date { return Date{2022, time.March, d} }
	one := Institution{Opened: day(10), Closed: day(20)}
	for _, c := range []struct {
		first, last int
		want        bool
	}{{1, 9, false}, {1, 10, true}, {12, 15, true}, {20, 31, true}, {21, 31, false}, {1, 31, true}} {
		if got := one.IsOpen(day(c.first), day(c.last)); got != c.want {
			t.Errorf("%d–%d: %v", c.first, c.last, got)
		}
	}
	if !(Institution{}).IsOpen(day(1), day(1)) {
		t.Error("without days it was always there")
	}
}

// The first two are known to be right from public papers.
func TestINNFault(t *testing.T) {
	for inn, want := range map[string]string{
		"7707083893":   "",
		"500100732259": "",
		"7707083983":   "контрольная цифра ИНН не сходится", // swapped
		"500100732295": "контрольная цифра ИНН не сходится",
		"500100732258": "контрольная цифра ИНН не сходится",
		"500100732159": "контрольная цифра ИНН не сходится",
		"770708389":    "в ИНН должно быть 10 цифр (у предпринимателя 12)",
		"77070838933":  "в ИНН должно быть 10 цифр (у предпринимателя 12)",
		"7707 083893":  "в ИНН должны быть только цифры",
		"0000000000":   "ИНН не начинается с 00: это код региона",
	} {
		if got := INNFault(inn); got != want {
			t.Errorf("%s: %q, want %q", inn, got, want)
		}
	}
}

// A slip in one digit is found.
func TestINNFaultFindsSlips(t *testing.T) {
	missed := 0
	for _, inn := range []string{"7707083893", "500100732259"} {
		for i := range inn {
			for d := byte('0'); d <= '9'; d++ {
				if slip := inn[:i] + string(d) + inn[i+1:]; slip != inn && INNFault(slip) == "" {
					missed++
				}
			}
		}
	}
	// The remainder 10 is written as 0, so a few stay hidden.
	if missed > 3 {
		t.Errorf("%d slips are not found", missed)
	}
}

// Roadmaps and orders name institutions like any other body.
func TestInstitutionsAreBodies(t *testing.T) {
	d := &Directory{
		Organizations: []Organization{{ID: "otdel", Full: Forms{Nominative: "Отдел"}}},
		Institutions: []Institution{
			named("ds1", Kindergarten, "МБДОУ «Детский сад № 1»", "ДС № 1"),
			named("towns", Cluster, "Городские школы"),
		},
	}
	var got []string
	for _, r := range d.Roster().Responsible("отдел, ДС №1 и Городские школы") {
		got = append(got, r.ID)
	}
	if strings.Join(got, " ") != "otdel ds1 towns" {
		t.Errorf("%q", got)
	}
	for id, kind := range map[string]string{"ds1": "учреждение", "towns": "группа"} {
		if o, found := d.Organization(id); !found || o.Kind != kind {
			t.Errorf("%s: %v %q", id, found, o.Kind)
		}
	}
	if _, found := d.Organization("ds2"); found {
		t.Error("found what is not there")
	}
}
