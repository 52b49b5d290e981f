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
