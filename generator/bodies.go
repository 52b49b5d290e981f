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

// Reporter is an institution that hands in numbers, or once did.
type Reporter struct{ Office, ID, Name string } // the folder of the office

// Reporters are those of all offices, office by office.
func (g Generator) Reporters() []Reporter {
	offices, _ := source.Open(g.Data, g.Common).Offices()
	var list []Reporter
	for _, office := range offices {
		for _, one := range office.Institutions {
			if one.Reports() {
				list = append(list, Reporter{office.Directory.Office.Folder, one.ID, oneLine(one.Name())})
			}
		}
	}
	return list
}
