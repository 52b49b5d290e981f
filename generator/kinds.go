package generator

import "doklad/generator/model"

// KindCount is how many institutions of a kind an office has, closed ones among them.
type KindCount struct {
	Kind        model.InstitutionKind
	All, Closed int
}

// countKinds counts in the order of the kinds; those of an unknown kind are told as
// errors and counted nowhere.
func countKinds(institutions []model.Institution, today model.Date) []KindCount {
	var counts []KindCount
	for _, k := range model.InstitutionKinds {
		n := KindCount{Kind: k}
		for _, one := range institutions {
			if one.Kind != k {
				continue
			}
			n.All++
			if !one.Closed.IsZero() && one.Closed.Compare(today) < 0 {
				n.Closed++
			}
		}
		if n.All > 0 {
			counts = append(counts, n)
		}
	}
	return counts
}
