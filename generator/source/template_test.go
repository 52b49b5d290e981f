package source

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What lies in a folder of templates and is not read is told, with the name meant.
func TestStrayTemplates(t *testing.T) {
	const order = "region/north/templates/order.tmpl"
	for _, test := range []struct{ name, text, hint string }{
		{"region/north/templates/ordr.tmpl", "шаблона с таким именем нет", "может быть, «order.tmpl»?"},
		{"region/templates/Order.tmpl", "шаблона с таким именем нет", "может быть, «order.tmpl»?"},
		{"templates/order.tmp", "шаблона с таким именем нет", "может быть, «order.tmpl»?"},
		{"templates/приказ.tmpl", "шаблона с таким именем нет", "бывают: order.tmpl, report.tmpl"},
		{"templates/order.tmpl.txt", "лишнее окончание", "назовите его order.tmpl"},
		{order + "/text", "лежит папка", "замените её файлом"},
		{"templates", "папка не читается", "templates – это папка"},
		{order, "", ""},
		{"templates/readme.txt", "", ""},
		{"elsewhere/templates/ordr.tmpl", "", ""}, // above no office
	} {
		data := fstest.MapFS{"region/north/organization.toml": {}, test.name: {}}
		tree := Open(data, nil)
		offices, _ := tree.Offices()
		got := tree.StrayTemplates(offices, []string{"order.tmpl", "report.tmpl"})
		if test.text == "" {
			if len(got) > 0 {
				t.Errorf("%s: %s", test.name, got[0])
			}
			continue
		}
		file := strings.TrimSuffix(test.name, "/text")
		if len(got) != 1 || got[0].File != file || !strings.Contains(got[0].Text, test.text) || !strings.Contains(got[0].Hint, test.hint) {
			t.Errorf("%s: %v", test.name, got)
		}
	}
	kept := fstest.MapFS{"organization.toml": {}, "templates/order.tmpl": {}, "templates/order.tmpl.bak": {}}
	tree := Open(kept, nil)
	offices, _ := tree.Offices()
	if got := tree.StrayTemplates(offices, []string{"order.tmpl"}); len(got) > 0 {
		t.Errorf("a copy kept beside: %s", got[0])
	}
}
