package crosscheck

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// Faults finds what is wrong with a check by itself, whatever the codes that it names: with
// all but its words.
func Faults(c model.Check) diag.List {
	var l diag.List
	tell := func(key, hint, format string, args ...any) {
		l.Add(diag.Errorf(key, format, args...).WithHint("%s", hint))
	}
	if c.Tier != "" {
		oneOf(&l, "level", c.Tier, model.Tiers, "неясно, чья это увязка: «%s»")
	}
	if c.Tier == model.TierMunicipality && len(c.Kinds)+len(c.Clusters) > 0 {
		tell("level", "уберите kinds и clusters или впишите level = \"institution\"", "увязка муниципалитета, а названы виды учреждений или кластеры")
	}
	comparison := c.Left != "" || c.Right != "" || c.Operator != ""
	said := 0
	for _, kind := range []bool{comparison, c.Jump != "", c.Outlier != ""} {
		if kind {
			said++
		}
	}
	if said != 1 {
		text := "не сказано, что сверять"
		if said > 1 {
			text = "сказано сразу о разном"
		}
		tell("id", "впишите что-то одно: left, operator и right (сравнение), jump и bound (скачок) или outlier (выброс)", "%s", text)
		return l
	}
	foreign(&l, c, comparison)
	switch {
	case c.Jump != "":
		if c.Bound <= 0 {
			tell("bound", "впишите bound = 30 – на сколько процентов можно, а с absolute = true – на сколько единиц", "граница скачка должна быть больше нуля: %s", russian.Number(c.Bound))
		}
	case c.Outlier != "":
		if c.Fence < 0 {
			tell("fence", "впишите fence = 3 или уберите ключ", "граница выброса меньше нуля: %s", russian.Number(c.Fence))
		}
		if c.On() != model.TierInstitution {
			tell("level", "уберите level", "выброс ищут среди учреждений, муниципалитет один")
		}
		for n, like := range c.Among {
			key := "among[" + russian.Number(float64(n+1)) + "]"
			if oneOf(&l, key, like, model.Likenesses, "неясно, среди кого сравнивать: «%s»") && slices.Contains(c.Among[:n], like) {
				tell(key, "уберите повтор", "«%s» названо дважды", like)
			}
		}
	default:
		checkComparison(&l, c)
	}
	return l
}

func checkComparison(l *diag.List, c model.Check) {
	for _, field := range []struct{ key, text string }{{"left", c.Left}, {"right", c.Right}} {
		if strings.TrimSpace(field.text) == "" {
			l.Add(diag.Errorf(field.key, "не указано, что сравнивать: %s", field.key).WithHint("впишите %s = \"DV05\"", field.key))
		}
	}
	if oneOf(l, "operator", c.Operator, model.Operators, "неясно, как сравнивать: «%s»") && isPresence(c.Operator) && c.Tolerance != 0 {
		l.Add(diag.Errorf("tolerance", "допуск есть, а числа не сравниваются").WithHint("уберите tolerance или исправьте operator"))
	}
	if c.Tolerance < 0 {
		l.Add(diag.Errorf("tolerance", "допуск меньше нуля: %s", russian.Number(c.Tolerance)).WithHint("впишите число больше нуля или уберите ключ"))
	}
	for _, side := range []struct {
		key  string
		rule model.MissingRule
	}{{"missing_left", c.MissingLeft}, {"missing_right", c.MissingRight}} {
		if side.rule != "" {
			oneOf(l, side.key, side.rule, model.MissingRules, "неясно, как быть, если значения нет: «%s»")
		}
	}
}

// foreign finds keys of another kind of check.
func foreign(l *diag.List, c model.Check, comparison bool) {
	for _, field := range []struct {
		key         string
		said, fits  bool
		whereItFits string
	}{
		{"tolerance", c.Tolerance != 0, comparison, "left"}, {"missing_left", c.MissingLeft != "", comparison, "left"},
		{"missing_right", c.MissingRight != "", comparison, "right"}, {"bound", c.Bound != 0, c.Jump != "", "jump"},
		{"absolute", c.Absolute, c.Jump != "", "jump"}, {"among", len(c.Among) > 0, c.Outlier != "", "outlier"},
		{"fence", c.Fence != 0, c.Outlier != "", "outlier"},
	} {
		if field.said && !field.fits {
			l.Add(diag.Errorf(field.key, "ключ %s бывает только вместе с %s", field.key, field.whereItFits).WithHint("уберите его"))
		}
	}
}

// oneOf demands a word of a list.
func oneOf[T ~string](l *diag.List, key string, value T, all []T, text string) bool {
	if slices.Contains(all, value) {
		return true
	}
	words := make([]string, len(all))
	for n, word := range all {
		words[n] = string(word)
	}
	l.Add(unknown(key, string(value), words, text, "бывают: "+strings.Join(words, ", ")))
	return false
}

// unknown tells of a word that is not among the known, and guesses.
func unknown(key, word string, known []string, text, hint string) diag.Problem {
	if near, ok := russian.Nearest(word, known); ok {
		hint = "может быть, «" + near + "»?"
	}
	return diag.Errorf(key, text, word).WithHint("%s", hint)
}
