package generator

import (
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/templates"
)

const checksOfTown = `drop = ["UD02"]
[[check]]
id = "U1"
title = "Занято не больше"
left = "DV03"
operator = "<="
right = "DV02"
message = "занято больше"
hint = "исправьте"
[[check]]
id = "U2"
title = "Занято меньше"
left = "DV03"
operator = "<"
right = "DV02"
message = "занято не меньше"
hint = "исправьте"
clusters = ["north", "nort"]
`

// What is wrong with checks is told at its place, of a cluster only in the office's own file:
// one above may mean that of another office.
func TestProblemsOfChecks(t *testing.T) {
	const office = "[full]\nnominative = \"Пример\"\n"
	files := fstest.MapFS{
		"region/town/organization.toml":  {Data: []byte(office)},
		"region/town/institutions.toml":  {Data: []byte("[[institution]]\nid = \"north\"\nkind = \"кластер\"\nfull.nominative = \"Север\"\n")},
		"region/other/organization.toml": {Data: []byte(office)},
		"region/other/checks/own.toml":   {Data: []byte(strings.Replace(checksOfTown, "\"DV02\"", "\"DV99\"", 1))},
	}
	for _, c := range []struct{ file, want string }{
		{"region/town/checks/own.toml", "region/town/checks/own.toml:3:7 CHK-SAME; region/town/checks/own.toml:18:23 CHK-CLUSTER"},
		{"region/checks/own.toml", "region/checks/own.toml:3:7 CHK-SAME"},
	} {
		files[c.file] = &fstest.MapFile{Data: []byte(checksOfTown)}
		var own, other []string
		for _, p := range (Generator{Data: files, Common: data.Common, Templates: templates.FS}).Catalogues() {
			switch {
			case strings.HasPrefix(p.File, "region/other/"):
				other = append(other, p.Place()+" "+p.Text)
			case strings.Contains(p.File, "checks/"):
				own = append(own, p.Place()+" "+p.Code)
			}
		}
		if got := strings.Join(own, "; "); got != c.want {
			t.Errorf("%s: %s", c.file, got)
		}
		if got := strings.Join(other, "; "); c.file == "region/town/checks/own.toml" && got != "region/other/checks/own.toml:7:10 показателя «DV99» нет" {
			t.Error(got)
		}
		delete(files, c.file)
	}
}
