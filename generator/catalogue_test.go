package generator

import (
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/diag"
	"doklad/templates"
)

func indicatorProblems(files fstest.MapFS) (list []diag.Problem) {
	for _, p := range (Generator{Data: files, Common: data.Common, Templates: templates.FS}).Catalogues() {
		if strings.HasPrefix(p.Code, "IND-") || strings.Contains(p.File, "indicators/") {
			list = append(list, p)
		}
	}
	return list
}

// An office that collects is told which of the program's indicators are unverified, one
// line for each file; to another they are nothing.
func TestUnverifiedIndicators(t *testing.T) {
	files := fstest.MapFS{"town/organization.toml": {Data: []byte("[full]\nnominative = \"Пример\"\n")}}
	if l := indicatorProblems(files); l != nil {
		t.Error(l)
	}
	files["town/submissions/2022/.keep"] = &fstest.MapFile{}
	l := indicatorProblems(files)
	if len(l) != 2 || !strings.HasSuffix(l[0].Text, "D01–D17, D19–D22, D24–D34") || !strings.Contains(l[1].Text, "S01–S04, S07–S11, S14, S17–S21, S24–S31, S33, S34") {
		t.Error(l)
	}
	for _, p := range l {
		if p.Code != "IND-VERIFY" || p.Severity != diag.Advice || p.File != "" {
			t.Error(p)
		}
	}
}

// What lies in the data is told at its place.
func TestOwnIndicators(t *testing.T) {
	files := fstest.MapFS{
		"town/organization.toml":   {Data: []byte("[full]\nnominative = \"Пример\"\n")},
		"town/indicators/own.toml": {Data: []byte("title = \"Свои\"\n[[indicator]]\ncode = \"X1\"\n")},
		"town2/organization.toml":  {Data: []byte("[full]\nnominative = \"Пример\"\n")},
		"town2/indicators/verified.toml": {Data: []byte(`title = "Свои"
[[indicator]]
code = "X1"
title = "Кружки"
unit = "ед."
direction = "none"
level = "institution"
kinds = ["СОШ"]
filled_by = "institution"
period = "calendar-year"
source = "отчёт"
explain = "Кружки."
range = [0, 10]
verified = false
`)},
	}
	var said []string
	for _, p := range indicatorProblems(files) {
		if p.File == "" || p.Line == 0 {
			t.Error(p)
		}
		if strings.HasPrefix(p.File, "town2/") {
			said = append(said, p.Place()+" "+p.Code)
		} else if p.Severity != diag.Error {
			t.Error(p)
		}
	}
	if got := strings.Join(said, "; "); got != "town2/indicators/verified.toml:3:9 IND-UNUSED; town2/indicators/verified.toml:14:12 IND-VERIFY" {
		t.Error(got)
	}
}
