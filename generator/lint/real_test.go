package lint_test

import (
	"fmt"
	"maps"
	"os"
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

func TestDump(t *testing.T) {
	d, orders := realOrders(t)
	among := lint.Orders(orders, d)
	for _, o := range orders {
		fmt.Println("=====", o.ID)
		for _, p := range lint.Order(o, d) {
			fmt.Println(p.Code, p.Key, p.Offset, "|", p)
		}
		fmt.Println("-----", o.ID)
		for _, p := range among[o.ID] {
			fmt.Println(p.Code, p.Key, p.Offset, "|", p)
		}
	}
	_ = maps.Keys[map[int]int]
	_ = slices.Sort[[]int]
	_ = strings.Fields
	_ = os.Args
	_ = diag.Error
}
