package generator

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

// TestFormsComeBack: each form that comes back as it went out is known for what it is, and
// there is nothing to say of its sheets, those with last year's numbers among them.
func TestFormsComeBack(t *testing.T) {
	g, files := town()
	sent := 0
	for _, f := range monitoringForms(t, g, "", nil) {
		sent++
		files["town/submissions/2022/"+f.Set+"-"+path.Base(f.Path)] = &fstest.MapFile{Data: f.Bytes}
	}
	list, err := g.Submissions("", 2022)
	if err != nil || len(list) != 1 || sent < 5 {
		t.Fatal(sent, list, err)
	}
	for _, p := range append(list[0].Sent, list[0].Problems...) {
		if !strings.Contains(p.Text, "не заполнено: всё") {
			t.Error(p)
		}
	}
	for _, r := range list[0].Reports {
		if r.Institution != "" && len(r.Files) == 0 {
			t.Errorf("%s, %s: not known by its form", r.Institution, r.Set)
		}
	}
}
