package sample_test

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"doklad/data"
	"doklad/generator/layout"
	"doklad/generator/pdf"
	"doklad/generator/sample"
	"doklad/generator/typeset"
)

// Each paper is set without a complaint, says that it is an example, and is as hard
// as its name.
func TestHard(t *testing.T) {
	var profile layout.Profile
	if _, err := toml.DecodeFS(data.Common, "layouts/gost2025.toml", &profile); err != nil {
		t.Fatal(err)
	}
	for _, paper := range sample.Hard(typeset.Tinos().Regular.Has) {
		pages, problems := pdf.Layout(paper.Document, pdf.Options{Profile: &profile})
		t.Logf("%s: %d pages", paper.Name, len(pages))
		for _, problem := range problems {
			t.Errorf("%s: %v", paper.Name, problem)
		}
		if !strings.Contains(paper.Title, "пример") || !strings.Contains(paper.Footer, "Пример") {
			t.Errorf("%s does not say that it is an example", paper.Name)
		}
		if paper.Name == "table-over-30-pages" && len(pages) <= 30 || paper.Name == "report" && len(pages) < 40 {
			t.Errorf("%s: %d pages", paper.Name, len(pages))
		}
	}
}
