package generator

import (
	"errors"

	"doklad/generator/diag"
	"doklad/generator/narrative"
)

// phrases reads the phrases of reports. A fault is shown in the template, where it can be
// cured.
func (t templateText) phrases() (*narrative.Phrases, diag.List) {
	read, err := narrative.Read(t.text)
	if err != nil {
		return nil, t.faultOfPhrases(err)
	}
	return read, nil
}

// faultOfPhrases puts a fault found while phrases are read, or said, at its place.
func (t templateText) faultOfPhrases(err error) diag.List {
	var f narrative.Fault
	if errors.As(err, &f) {
		return diag.List{{File: t.file, Code: "TEMPLATE", Line: f.Line, Column: 1, Text: f.Text, Hint: f.Hint}}
	}
	return t.fault(err)
}
