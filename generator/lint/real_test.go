package lint_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/model"

	"github.com/BurntSushi/toml"
)

const office = "../../data/okhansk"

func decode(t *testing.T, name string, into any) {
	t.Helper()
	if _, err := toml.DecodeFile(filepath.Join(office, name), into); err != nil {
		t.Fatal(err)
	}
}

// realOrders reads the two orders from which the product began.
func realOrders(t *testing.T) (*model.Directory, []*model.Order) {
	t.Helper()
	var people struct {
		Person []model.Person `toml:"person"`
	}
	var organizations struct {
		Organization []model.Organization `toml:"organization"`
	}
	d := &model.Directory{Office: &model.Office{}}
	decode(t, "organization.toml", d.Office)
	decode(t, "people.toml", &people)
	decode(t, "organizations.toml", &organizations)
	d.People, d.Organizations = people.Person, organizations.Organization
	var orders []*model.Order
	for _, id := range []string{"2021-109", "2021-112"} {
		o := &model.Order{ID: id}
		decode(t, "orders/"+id+".toml", o)
		orders = append(orders, o)
	}
	return d, orders
}

// found lists what is told of an order as "CODE key".
func found(o *model.Order, d *model.Directory, among diag.List) []string {
	var lines []string
	for _, p := range slices.Concat(lint.Order(o, d), among) {
		lines = append(lines, p.Code+" "+p.Key)
	}
	slices.Sort(lines)
	return lines
}

// The two orders hold every defect that an expert found in them by eye, and no more.
func TestRealOrders(t *testing.T) {
	d, orders := realOrders(t)
	among := lint.Orders(orders, d)
	for _, o := range orders {
		var want []string
		for line := range strings.Lines(defects[o.ID]) {
			if line, _, _ = strings.Cut(line, "//"); strings.TrimSpace(line) != "" {
				want = append(want, strings.TrimSpace(line))
			}
		}
		slices.Sort(want)
		got := found(o, d, among[o.ID])
		for _, line := range missing(want, got) {
			t.Errorf("%s: not found: %s", o.ID, line)
		}
		for _, line := range missing(got, want) {
			t.Errorf("%s: not expected: %s", o.ID, line)
		}
		if lint.Order(o, d).HasErrors() || among[o.ID].HasErrors() {
			t.Errorf("%s: a signed order is stopped", o.ID)
		}
	}
}

// missing are the lines of a that b lacks, repeats counted.
func missing(a, b []string) []string {
	left := map[string]int{}
	for _, line := range b {
		left[line]++
	}
	var lines []string
	for _, line := range a {
		if left[line]--; left[line] < 0 {
			lines = append(lines, line)
		}
	}
	return lines
}
