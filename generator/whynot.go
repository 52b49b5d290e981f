package generator

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	findings "doklad/generator/finding"
	"doklad/generator/model"
)

// NothingFollows says why nothing is recommended by a value («почему ничего не
// рекомендовано»).
type NothingFollows string

func (n NothingFollows) Error() string { return string(n) }

// whyNot says why nothing is recommended by a value that is asked for as a recommendation
// is; empty where there is no such value. Of several offices that is asked which has the
// institution.
func whyNot(years []*recommended, asked string) (said string) {
	for _, r := range years {
		key, ok := r.keyOf(strings.TrimPrefix(asked, r.out()+"/"))
		if !ok || key.Year != strconv.Itoa(r.year) {
			continue
		}
		_, listed := r.office.Directory.Institution(key.Institution)
		if listed = listed || key.Institution == model.OfficeItself; said != "" && !listed {
			continue
		}
		said = fmt.Sprintf("рекомендации «%s» нет: %s", asked, r.whyNot(key))
		if own := r.idsBeside(path.Join(key.Year, key.Institution, key.Code)); own != "" {
			said += "; этому адресату рекомендовано: " + own
		}
		if listed {
			break
		}
	}
	return said
}

// keyOf takes a number apart, whatever the case of its letters.
func (r *recommended) keyOf(id string) (model.RecommendationKey, bool) {
	key, ok := model.ParseRecommendationKey(id)
	key.Code = strings.ToUpper(key.Code)
	for _, one := range r.office.Institutions {
		if strings.EqualFold(one.ID, key.Institution) {
			key.Institution = one.ID
		}
	}
	return key, ok
}

func (r *recommended) whyNot(key model.RecommendationKey) string {
	of := key.Institution
	if of == model.OfficeItself {
		of = ""
	}
	for n := range r.findings.List {
		f := &r.findings.List[n]
		if f.Code != key.Code || f.Unit != of || f.Subject == model.OfCluster {
			continue
		}
		return saidFinding(f) + "; " + r.nothingFollows(f)
	}
	i, known := r.catalogue.Indicator(key.Code)
	switch _, listed := r.office.Directory.Institution(of); {
	case !known:
		return fmt.Sprintf("показателя %s в перечне нет", key.Code)
	case of != "" && !listed:
		return fmt.Sprintf("учреждения %s нет", of)
	case len(i.Thresholds) == 0 && !i.Trend || i.Direction == model.Neutral:
		return fmt.Sprintf("у показателя %s нет порога, судить не по чему", key.Code)
	}
	return fmt.Sprintf("показатель %s его не касается", key.Code)
}

// nothingFollows is why no rule was applied to a finding.
func (r *recommended) nothingFollows(f *findings.Finding) string {
	one, _ := r.office.Directory.Institution(f.Unit)
	switch {
	case f.Unit != "" && !one.IsOpen(r.day, r.day):
		return "учреждение закрыто"
	case f.Zone == model.GreenZone:
		return "порог достигнут"
	case f.Zone == model.GreyZone && f.Why == findings.NoData:
		return "правила для случая, когда данных нет, у показателя нет"
	case f.Zone == model.GreyZone:
		return "судить о нём нельзя: " + string(f.Why)
	case len(f.Indicator.Criteria) == 0:
		return "правил, что при этом рекомендовать, у показателя нет"
	}
	return "ни одно правило показателя к этому значению и этому адресату не подходит"
}
