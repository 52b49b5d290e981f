package generator

import (
	"fmt"
	"slices"

	"doklad/generator/consolidation"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// joined is the consolidation of several offices: each is a unit with the totals of its
// own, counted by the same rules.
func (c *collector) joined(folder string, offices []*source.Office, year int, set model.IndicatorSet) *consolidated {
	b := &consolidated{tree: c.tree, office: c.above(folder, offices), set: set}
	for _, office := range offices {
		b.parts = append(b.parts, c.of(office, year))
	}
	b.standing = fmt.Sprintf("Сведены данные %s. %s", russian.Count(len(offices), "организации", "организаций", "организаций"), sayCompleteness(b.parts, set))
	formulas := c.tree.Catalogue(folder).Formulas
	var previous *consolidation.Consolidation
	for of := year - yearsBeside; of <= year; of++ {
		in := consolidation.Input{Set: set, Formulas: formulas, Year: of, Whole: "По всем организациям", Previous: previous}
		for _, office := range offices {
			if slices.Contains(c.tree.Years(office.Directory.Office.Folder), of) {
				in.Units = append(in.Units, c.unit(office, of, set))
			}
		}
		if len(in.Units) == 0 && of < year {
			continue
		}
		if previous != nil {
			b.Before = append([]*consolidation.Consolidation{previous}, b.Before...)
		}
		previous = consolidation.Count(in)
	}
	b.Consolidation = previous
	return b
}

// unit is an office with the totals of a year.
func (c *collector) unit(office *source.Office, year int, set model.IndicatorSet) consolidation.Unit {
	own := office.Directory.Office
	counted, found := c.of(office, year).counted[set.ID]
	if !found { // it has nobody whom the set concerns
		return consolidation.Unit{ID: own.Folder, Name: oneLine(own.Full.Nominative), Kind: model.Municipality}
	}
	return counted.AsUnit(own.Folder, oneLine(own.Full.Nominative), "")
}

// above is whose paper a consolidation of several offices is: the office that the folder
// itself is, else nobody with a name.
func (c *collector) above(folder string, offices []*source.Office) *source.Office {
	all, _ := c.tree.Offices() // their faults are told apart
	for _, office := range all {
		if office.Directory.Office.Folder == folder {
			return office
		}
	}
	nobody := &source.Office{}
	nobody.Directory.Office = &model.Office{Folder: folder, Example: true}
	for _, office := range offices {
		nobody.Directory.Office.Example = nobody.Directory.Office.Example && office.Directory.Office.Example
	}
	return nobody
}
