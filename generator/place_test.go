package generator

import (
	"slices"
	"testing"
	"testing/fstest"
)

// What is wrong in the data of the office is shown in its own files, once, however
// many orders print it.
func TestPlacesOfTheOffice(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		want             []string
	}{
		{"no letterhead", "organization.toml", "\n[full]\nnominative = \"Отдел\"\ngenitive = \"Отдела\"\n",
			[]string{"organization.toml:1:1 HDR-ORG"}},
		{"a letterhead of spaces", "organization.toml", "\nletterhead = [\" \"]\n[full]\nnominative = \"Отдел\"\ngenitive = \"Отдела\"\n",
			[]string{"organization.toml:2:14 HDR-ORG"}},
		{"names of the office", "organization.toml", "letterhead = [\"Отдел №5\"]\n[full]\nnominative = \"Отдел\"\ngenitive = \"Отдела №5\"\n",
			[]string{"organization.toml:1:22 SP-NUM", "organization.toml:4:20 SP-NUM"}},
		{"a person", "people.toml", "[[person]]\nid = \"ivanova\"\nsurname = \"Примерова\"\ngender = \"female\"\ninitials = \"АБ\"\n" +
			"[person.surname_forms]\ndative = \"Примеровой\"\n[person.post]\nnominative = \"начальник\"\ndative = \"начальнику школы №5\"\n",
			[]string{"people.toml:5:13 NAME-DOT", "people.toml:10:28 SP-NUM"}},
		{"a body", "organizations.toml", "[[organization]]\nid = \"otdel\"\n[organization.full]\nnominative = \"Отдел №5\"\n",
			[]string{"organizations.toml:4:21 SP-NUM"}},
	} {
		g := small(replace("control = \"petrov\"", "text = \"Довести приказ до сведения работников.\""))
		data := g.Data.(fstest.MapFS)
		data["orders/2026-6.toml"] = &fstest.MapFile{Data: []byte(replace("number = \"5\"", "number = \"6\"")(string(data["orders/2026-5.toml"].Data)))}
		people := string(data["people.toml"].Data)
		data["people.toml"] = &fstest.MapFile{Data: []byte(replace("gender = \"female\"", "gender = \"female\"\nsurname_forms.dative = \"Примеровой\"")(people))}
		data[test.file] = &fstest.MapFile{Data: []byte(test.text)}
		var got []string
		for _, p := range g.Plan().Problems {
			got = append(got, p.Place()+" "+p.Code)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}
