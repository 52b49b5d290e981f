package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// codeForm: Latin capitals and digits, so that a formula can name it.
var codeForm = regexp.MustCompile(`^[A-Z]{1,3}[0-9]{1,3}[A-Z]?$`)

func indexed(list string, n int) string { return fmt.Sprintf("%s[%d]", list, n+1) }

func listed[T ~string](list []T) string {
	var words []string
	for _, s := range list {
		words = append(words, string(s))
	}
	return strings.Join(words, ", ")
}

// checkIndicators finds what is wrong with each indicator of a file by itself.
func checkIndicators(said indicatorsSaid) diag.List {
	var l diag.List
	for n, s := range said.Scales {
		key := indexed("scale", n)
		required(&l, key+".id", s.ID, "у шкалы нет имени", "впишите id = \"mkdo\"")
		if len(s.Thresholds) == 0 {
			l.Add(diag.Errorf(key, "в шкале нет ни одного порога").WithHint("добавьте [[scale.threshold]] и строки level = \"…\", at = 3"))
		}
	}
	checkShort(&l, said.Short)
	checkAreas(&l, said.Indicators)
	seen := map[string]int{}
	for n, i := range said.Indicators {
		key := indexed("indicator", n)
		if i.Code == "" {
			l.Add(diag.Errorf(key+".code", "не указан код").WithHint("впишите code = \"D35\""))
			continue
		}
		if !codeForm.MatchString(i.Code) {
			l.Add(diag.Errorf(key+".code", "код «%s» не годится", i.Code).
				WithHint("код – это латинские прописные буквы и число: D35, DV12, S04B"))
		} else if first, twice := seen[i.Code]; twice {
			l.Add(diag.Errorf(key+".code", "код «%s» уже есть у показателя %d", i.Code, first+1).WithHint("у каждого показателя должен быть свой код"))
		}
		seen[i.Code] = n
		checkWords(&l, key, i)
		checkKinds(&l, key, i)
		checkFilled(&l, key, i)
		checkRanges(&l, key, i)
		if i.Scale == "" {
			checkBounds(&l, key+".", i)
		}
		checkCriteria(&l, key, i)
		checkMethods(&l, key, i)
	}
	return l
}

func checkWords(l *diag.List, key string, i model.Indicator) {
	required(l, key+".title", i.Title, "у показателя нет названия", "впишите title = \"Доля …\"")
	required(l, key+".source", i.Source, "не указано, откуда берётся значение", "впишите source = \"85-К\", \"МКДО\", \"отчёт\"")
	required(l, key+".explain", i.Explain, "не объяснено, что считать", "впишите explain = \"…\": это прочтёт тот, кто заполняет")
	if i.Verified != nil && *i.Verified && strings.TrimSpace(i.Basis) == "" {
		l.Add(diag.Errorf(key+".verified", "не сказано, по какому документу проверен порог").WithHint("впишите basis = \"…\" или уберите verified"))
	}
}

// oneOf demands a word of a list; may be empty where nothing is to be said.
func oneOf[T ~string](l *diag.List, key string, value T, all []T, what, hint string) {
	switch {
	case value == "":
		l.Add(diag.Errorf(key, "не указано, %s", what).WithHint("бывают: %s", hint))
	case !slices.Contains(all, value):
		l.Add(diag.Errorf(key, "не понято, %s: «%s»", what, value).WithHint("бывают: %s", hint))
	}
}

func checkKinds(l *diag.List, key string, i model.Indicator) {
	oneOf(l, key+".unit", i.Unit, model.Units, "в чём измеряется", listed(model.Units))
	oneOf(l, key+".direction", i.Direction, model.Directions, "где лучше",
		"higher (больше – лучше), lower (меньше – лучше), band (лучше в промежутке), none (просто число)")
	oneOf(l, key+".level", i.Tier, model.Tiers, "чей это показатель",
		"institution (учреждения), municipality (муниципалитета), both (и того и другого)")
	oneOf(l, key+".period", i.Period, model.PeriodKinds, "за какой период",
		"calendar-year (календарный год), school-year (учебный год), date (один день года)")
	if i.Period == model.OneDay && i.AsOf.IsZero() {
		l.Add(diag.Errorf(key+".as_of", "не указан день").WithHint("впишите as_of = \"1 сентября\""))
	}
	if len(i.Kinds) == 0 {
		l.Add(diag.Errorf(key+".kinds", "не указано, каких организаций касается").WithHint("впишите kinds = [\"ДОО\"]; бывают: %s", listed(model.TeachingKinds)))
	}
	checkTeachingKinds(l, key, i.Kinds)
	if i.Decimals < 0 || i.Decimals > 4 {
		l.Add(diag.Errorf(key+".decimals", "знаков после запятой %d", i.Decimals).WithHint("впишите число от 0 до 4"))
	}
}

// checkTeachingKinds finds kinds of institutions that hand in no numbers, or are named twice.
func checkTeachingKinds(l *diag.List, key string, kinds []model.InstitutionKind) {
	for n, kind := range kinds {
		switch at := key + "." + indexed("kinds", n); {
		case !slices.Contains(model.TeachingKinds, kind):
			l.Add(diag.Errorf(at, "вид организации «%s» неизвестен", kind).WithHint("бывают: %s", listed(model.TeachingKinds)))
		case slices.Contains(kinds[:n], kind):
			l.Add(diag.Errorf(at, "вид «%s» назван дважды", kind).WithHint("уберите повтор"))
		}
	}
}

// checkFilled: a value is typed by somebody, or counted; and a municipality's comes of
// those of its institutions by one rule.
func checkFilled(l *diag.List, key string, i model.Indicator) {
	const fillers = "institution (учреждение), municipality (управление); у вычисляемого показателя filled_by нет"
	switch {
	case i.Formula != "" && i.ShareWhere != "":
		l.Add(diag.Errorf(key+".share_where", "и формула, и условие: показатель вычисляется двояко").WithHint("оставьте formula или share_where"))
	case i.IsDerived() && i.FilledBy != "":
		l.Add(diag.Errorf(key+".filled_by", "показатель вычисляется, его никто не заполняет").WithHint("уберите filled_by или формулу"))
	case !i.IsDerived():
		oneOf(l, key+".filled_by", i.FilledBy, model.Fillers, "кто заполняет", fillers)
	}
	if i.FilledBy == model.FilledByInstitution && i.Tier == model.TierMunicipality {
		l.Add(diag.Errorf(key+".filled_by", "показатель муниципалитета учреждение не заполняет").WithHint("впишите filled_by = \"municipality\""))
	}
	if i.ShareWhere != "" && (i.Tier != model.TierMunicipality || i.Unit != model.UnitPercent) {
		l.Add(diag.Errorf(key+".share_where", "доля учреждений – показатель муниципалитета, в процентах").
			WithHint("впишите level = \"municipality\" и unit = \"%%\""))
	}
	const totals = "sum (сумма), mean (среднее, взвешенное по weight), formula (по той же формуле от сумм)"
	switch {
	case i.Tier == model.TierBoth:
		oneOf(l, key+".total", i.Total, model.Totals, "как из значений учреждений получается общее", totals)
	case i.Total != "":
		l.Add(diag.Errorf(key+".total", "общего значения у показателя нет").WithHint("уберите total или впишите level = \"both\""))
	}
	if i.Total == model.TotalFormula && i.Formula == "" {
		l.Add(diag.Errorf(key+".total", "формулы у показателя нет").WithHint("бывают: %s", totals))
	}
	if i.Total == model.TotalSum && (i.Unit == model.UnitPercent || i.Weight != "") {
		l.Add(diag.Errorf(key+".total", "доли и взвешенные значения не складывают").WithHint("впишите total = \"mean\" или \"formula\""))
	}
}
