package source

import (
	"math"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/russian"
)

// checkRanges finds ranges that the unit contradicts.
func checkRanges(l *diag.List, key string, i model.Indicator) {
	if i.Range.IsZero() {
		l.Add(diag.Errorf(key+".range", "не указано, какие значения возможны").WithHint("впишите range = [0, 100]; иные – ошибка"))
		return
	}
	limits := map[string]model.Interval{
		model.UnitPercent: {From: 0, To: 100}, model.UnitYesNo: {From: 0, To: 1},
		model.UnitPeople: {From: 0, To: math.MaxFloat64}, model.UnitThings: {From: 0, To: math.MaxFloat64},
	}
	if limit, ok := limits[i.Unit]; ok && !i.Range.Within(limit) {
		text := "меньше нуля не бывает"
		if limit.To < math.MaxFloat64 {
			text = "бывает " + limit.String()
		}
		l.Add(diag.Errorf(key+".range", "промежуток %s, а в «%s» %s", i.Range, i.Unit, text).WithHint("исправьте range или unit"))
	}
	if i.Unit == model.UnitYesNo && (i.Decimals != 0 || i.Range != model.Interval{From: 0, To: 1}) {
		l.Add(diag.Errorf(key+".unit", "«да/нет» – это 1 или 0").WithHint("впишите range = [0, 1] и уберите decimals"))
	}
	if i.RedBeyond != nil && (*i.RedBeyond < 0 || *i.RedBeyond > 100) {
		l.Add(diag.Errorf(key+".red_beyond", "красная зона начинается в %s %% порога от него", russian.Number(*i.RedBeyond)).WithHint("впишите число от 0 до 100: red_beyond = 10"))
	}
	if !i.Usual.IsZero() && !i.Usual.Within(i.Range) {
		l.Add(diag.Errorf(key+".usual", "обычное %s – вне возможного %s", i.Usual, i.Range).WithHint("исправьте usual или range"))
	}
}

// checkBounds finds thresholds that no value can reach, or that are not in the order of
// the direction: from the easiest to the hardest.
func checkBounds(l *diag.List, prefix string, i model.Indicator) {
	norms := 0
	var before *model.Interval
	for n, t := range i.Thresholds {
		key := prefix + indexed("threshold", n)
		required(l, key+".level", t.Level, "у порога нет имени уровня", "впишите level = \"Базовый уровень\"")
		if t.Norm {
			norms++
		}
		bound := checkBound(l, key, i, t)
		if bound == nil {
			continue
		}
		if before != nil && !harder(i.Direction, *before, *bound) {
			l.Add(diag.Errorf(key, "порог «%s» не строже предыдущего", t.Level).
				WithHint("пороги стоят от самого лёгкого к самому строгому"))
		}
		before = bound
	}
	if len(i.Thresholds) > 1 && norms != 1 {
		l.Add(diag.Errorf(prefix+"threshold[1]", "не сказано, какой из порогов – норма").WithHint("впишите norm = true в один из них"))
	}
	checkRed(l, prefix, i)
	if i.Direction == model.Neutral && (len(i.Thresholds) > 0 || i.Trend) {
		l.Add(diag.Errorf(prefix+"direction", "у числа без направленности нет порогов").WithHint("впишите direction = \"higher\", \"lower\" или \"band\""))
	}
	for n, r := range i.References {
		key := prefix + indexed("reference", n)
		required(l, key+".name", r.Name, "у справочного значения нет имени", "впишите name = \"Российская Федерация\"")
		if r.Year < 1990 || r.Year > 2200 {
			l.Add(diag.Errorf(key+".year", "год справочного значения – %d", r.Year).WithHint("впишите year = 2022"))
		}
		if !i.Range.IsZero() && !i.Range.Has(r.Value) {
			l.Add(diag.Errorf(key+".value", "справочное значение вне возможного %s", i.Range).WithHint("исправьте value или range"))
		}
	}
}

// checkBound is the bound of a threshold; nil where it is that of a year, or wrong.
func checkBound(l *diag.List, key string, i model.Indicator, t model.Threshold) *model.Interval {
	said := 0
	for _, given := range []bool{t.At != nil, t.Band != nil, t.Reference != ""} {
		if given {
			said++
		}
	}
	switch {
	case said != 1:
		l.Add(diag.Errorf(key, "порог задан не одним способом").WithHint("впишите что-то одно: at = 35, band = [10, 12] или reference = \"…\""))
		return nil
	case (t.Band != nil) != (i.Direction == model.Band):
		l.Add(diag.Errorf(key, "порог не подходит к направленности «%s»", i.Direction).
			WithHint("при direction = \"band\" пишут band = [10, 12], иначе at = 35"))
		return nil
	case t.Reference != "":
		return nil // a year without a value is not judged
	}
	bound := model.Interval{}
	if t.Band != nil {
		bound = *t.Band
	} else {
		bound = model.Interval{From: *t.At, To: *t.At}
	}
	if !i.Range.IsZero() && !bound.Within(i.Range) {
		l.Add(diag.Errorf(key, "порог вне возможного %s", i.Range).WithHint("исправьте порог или range"))
	}
	for _, end := range []float64{bound.From, bound.To} {
		if model.Round(end, max(i.Decimals, 0)) != end {
			l.Add(diag.Errorf(key, "в пороге %s знаков после запятой больше, чем в показателе: %d", russian.Number(end), i.Decimals).
				WithHint("округлите порог или увеличьте decimals"))
			break
		}
	}
	return &bound
}

// harder reports whether what reaches b has reached a too.
func harder(d model.Direction, a, b model.Interval) bool {
	switch d {
	case model.Higher:
		return b.From > a.From
	case model.Lower:
		return b.To < a.To
	}
	return b.Within(a) && b != a
}

func checkCriteria(l *diag.List, key string, i model.Indicator) {
	for _, p := range recommendation.Faults(i) {
		p.Key = key + "." + p.Key
		l.Add(p)
	}
}

// checkRed finds levels that are marked as red and meet the norm.
func checkRed(l *diag.List, prefix string, i model.Indicator) {
	for n, t := range i.Thresholds {
		if t.Red && n >= i.Norm() {
			l.Add(diag.Errorf(prefix+indexed("threshold", n), "уровень «%s» отвечает норме, красным он не бывает", t.Level).WithHint("уберите red или исправьте norm"))
		}
	}
}
