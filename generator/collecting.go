package generator

import (
	"slices"

	"doklad/generator/source"
)

// Years are all years of which something was sent to any office.
func (g Generator) Years() []int {
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	var years []int
	for _, office := range offices {
		years = append(years, tree.Years(office.Directory.Office.Folder)...)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// Collecting are the offices that have institutions to collect from, by their folders.
func (g Generator) Collecting() []Named {
	offices, _ := source.Open(g.Data, g.Common).Offices()
	var list []Named
	for _, office := range offices {
		if len(office.Institutions) > 0 {
			list = append(list, Named{office.Directory.Office.Folder, oneLine(office.Directory.Office.Full.Nominative)})
		}
	}
	return list
}

// Reporting are the institutions that hand in something, of one office or of all.
func (g Generator) Reporting(folder string) []Named {
	offices, _ := source.Open(g.Data, g.Common).Offices()
	var list []Named
	for _, office := range offices {
		if folder != "" && office.Directory.Office.Folder != folder {
			continue
		}
		for _, one := range office.Directory.Hierarchy().Members("") {
			list = append(list, Named{one.ID, oneLine(one.Name())})
		}
	}
	return list
}
