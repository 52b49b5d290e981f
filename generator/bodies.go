package generator

import (
	"slices"

	"doklad/generator/source"
)

// Body is one who may be responsible.
type Body struct{ ID, Name string }

// Bodies are those of all directories, each once.
func (g Generator) Bodies() []Body {
	offices, _ := source.Open(g.Data, g.Common).Offices()
	var list []Body
	for _, office := range offices {
		for _, o := range office.Bodies() {
			if b := (Body{o.ID, oneLine(o.Full.Nominative)}); !slices.Contains(list, b) {
				list = append(list, b)
			}
		}
	}
	return list
}
