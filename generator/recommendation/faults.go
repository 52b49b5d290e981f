package recommendation

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Faults finds what is wrong with the criteria of an indicator by themselves. The keys are
// those within the indicator: "criterion[2].term".
func Faults(i model.Indicator) diag.List {
	var l diag.List
	for n, c := range i.Criteria {
		at := keyOf(n)
		required(&l, at+".text", c.Text, "рекомендация пуста", "впишите text = \"…\": что сделать")
		required(&l, at+".addressee", c.Addressee, "не указано, кому рекомендация", "впишите addressee = \"руководителю ДОО\"")
		if required(&l, at+".term", c.Term, "не указан срок рекомендации", "впишите term = \"до 1 декабря\"") {
			checkTerm(&l, at+".term", c.Term)
		}
		if c.Level == "" && i.Scale == "" && len(i.Thresholds) == 0 && !i.Trend {
			l.Add(diag.Errorf(at, "рекомендация есть, а ни порогов, ни оценки по динамике нет").
				WithHint("добавьте [[indicator.threshold]] или впишите trend = true"))
		}
		checkWhen(&l, at, i, c)
		checkWho(&l, at, i, c)
		for _, text := range wordsOf(&c) {
			if what := namesPerson(*text.of); what != "" {
				l.Add(diag.Errorf(at+"."+text.key, "рекомендация не называет людей и малых групп: «%s»", what).
					WithHint("опишите группу так, чтобы никого нельзя было узнать: «обучающиеся группы риска», «педагоги, не прошедшие курсы»"))
			}
		}
	}
	return l
}

func required(l *diag.List, key, value, text, hint string) bool {
	if strings.TrimSpace(value) == "" {
		l.Add(diag.Errorf(key, "%s", text).WithHint("%s", hint))
		return false
	}
	return true
}

// checkWhen is about when the criterion holds.
func checkWhen(l *diag.List, at string, i model.Indicator, c model.Criterion) {
	const zones = "red (красная), yellow (жёлтая), green (зелёная), grey (серая, нет данных)"
	oneOf(l, at+".zone", c.Zone, model.Zones, "зона", zones)
	if c.Zone != "" && c.Level != "" {
		l.Add(diag.Errorf(at+".zone", "названы и уровень, и зона").WithHint("оставьте level или zone"))
	}
	for n, kind := range c.Kinds {
		key := fmt.Sprintf("%s.kinds[%d]", at, n+1)
		switch {
		case !i.Concerns(kind):
			l.Add(diag.Errorf(key, "показатель не касается вида «%s»", kind).WithHint("уберите вид или добавьте его в kinds показателя"))
		case slices.Contains(c.Kinds[:n], kind):
			l.Add(diag.Errorf(key, "вид «%s» назван дважды", kind).WithHint("уберите повтор"))
		}
	}
	for n, cluster := range c.Clusters {
		if key := fmt.Sprintf("%s.clusters[%d]", at, n+1); strings.TrimSpace(cluster) == "" {
			l.Add(diag.Errorf(key, "кластер не назван").WithHint("впишите id кластера из institutions.toml"))
		} else if slices.Contains(c.Clusters[:n], cluster) {
			l.Add(diag.Errorf(key, "кластер «%s» назван дважды", cluster).WithHint("уберите повтор"))
		}
	}
}

// checkWho is about whom the criterion speaks of, and to whom.
func checkWho(l *diag.List, at string, i model.Indicator, c model.Criterion) {
	oneOf(l, at+".to", c.To, model.AddresseeKinds, "вид адресата",
		"office (муниципальный орган), methodical (методическая служба), head (руководитель), teachers (педагоги), parents (родители)")
	const subjects = "institution (учреждение), cluster (кластер), municipality (муниципалитет)"
	known := oneOf(l, at+".of", c.Of, model.Subjects, "о ком вывод", subjects)
	switch of := c.SubjectOf(i); {
	case !known || i.Tier == "":
	case of == model.OfInstitution && !i.Tier.Covers(model.TierInstitution) && i.ShareWhere == "",
		of != model.OfInstitution && !i.Tier.Covers(model.TierMunicipality):
		l.Add(diag.Errorf(at+".of", "такого вывода нет: у показателя нет значения %s", map[bool]string{true: "учреждения", false: "муниципалитета"}[of == model.OfInstitution]).
			WithHint("исправьте of или level показателя"))
	case len(c.Kinds) > 0 && of != model.OfInstitution:
		l.Add(diag.Errorf(at+".kinds", "виды учреждений названы, а вывод не об учреждении").WithHint("уберите kinds или впишите of = \"institution\""))
	case len(c.Clusters) > 0 && of == model.OfMunicipality:
		l.Add(diag.Errorf(at+".clusters", "кластеры названы, а вывод о муниципалитете").WithHint("уберите clusters или впишите of = \"cluster\""))
	}
	if c.Priority < 0 || c.Priority > 3 {
		l.Add(diag.Errorf(at+".priority", "приоритет %d", c.Priority).WithHint("впишите 1 (самый срочный), 2 или 3"))
	}
}

// oneOf demands a word of a list, or none.
func oneOf[T ~string](l *diag.List, key string, value T, all []T, what, hint string) bool {
	if value == "" || slices.Contains(all, value) {
		return true
	}
	l.Add(diag.Errorf(key, "не понято, %s: «%s»", what, value).WithHint("бывают: %s", hint))
	return false
}
