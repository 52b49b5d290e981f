package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// checkShort finds short names of a set that a tab of a workbook has no room for: Excel
// takes 31 characters, and what the sheet is about stands beside.
func checkShort(l *diag.List, short string) {
	const most, refused = 12, `[]:*?/\`
	switch {
	case short == "":
	case strings.TrimSpace(short) == "" || utf8.RuneCountInString(short) > most:
		l.Add(diag.Errorf("short", "краткое имя перечня – от 1 до %d знаков, а в «%s» их %d", most, short, utf8.RuneCountInString(strings.TrimSpace(short))).
			WithHint("впишите слово, которым назвать лист книги: short = \"школы\""))
	case strings.ContainsAny(short, refused):
		l.Add(diag.Errorf("short", "в кратком имени «%s» знак, которого в имени листа Excel не бывает", short).WithHint("уберите знаки %s", refused))
	}
}

// checkAreas finds judged indicators that a report has no heading for, and areas that are
// torn apart. What is merely counted has no place in a report.
func checkAreas(l *diag.List, indicators []model.Indicator) {
	var areas []string // so far, the last one last
	for n, i := range indicators {
		key := indexed("indicator", n) + ".area"
		switch area := strings.TrimSpace(i.Area); {
		case i.Direction == model.Neutral, i.Direction == "": // the latter is told
		case area == "":
			l.Add(diag.Advisef(key, "не указано направление: в докладе показателю негде стоять").
				WithHint("впишите area = \"…\": заголовок, под которым о нём рассказать"))
		case len(areas) > 0 && areas[len(areas)-1] == area:
		case slices.Contains(areas, area):
			l.Add(diag.Advisef(key, "направление «%s» уже было, между ними – другие", area).
				WithHint("поставьте показатели одного направления подряд: в докладе они под одним заголовком"))
		default:
			areas = append(areas, area)
		}
	}
}

// checkSets finds what is wrong with what the files say of their sets.
func (c *Catalogue) checkSets() {
	for n, set := range c.Sets {
		c.checkContingent(set)
		same := func(other model.IndicatorSet) bool { return russian.Fold(other.Short) == russian.Fold(set.Short) }
		if i := slices.IndexFunc(c.Sets[:n], same); set.Short != "" && i >= 0 {
			c.tellFile(c.told[set.ID+".short"], diag.Errorf("short", "краткое имя «%s» уже есть у перечня «%s»", set.Short, c.Sets[i].ID).
				WithHint("у каждого перечня должно быть своё краткое имя"))
		}
	}
}

// checkContingent demands a number of people that institutions tell.
func (c *Catalogue) checkContingent(set model.IndicatorSet) {
	if set.Contingent == "" {
		return
	}
	n := slices.IndexFunc(set.Indicators, func(i model.Indicator) bool { return i.Code == set.Contingent })
	file := c.told[set.ID+".contingent"]
	const hint = "назовите код числа воспитанников или обучающихся: contingent = \"SV36\""
	switch {
	case n < 0:
		c.tellFile(file, diag.Errorf("contingent", "показателя «%s» в перечне нет", set.Contingent).WithHint(hint))
	case !set.Indicators[n].Tier.Covers(model.TierInstitution):
		c.tellContingent(file, set.Contingent, diag.Errorf("level", "контингент «%s» учреждения не сообщают", set.Contingent).WithHint(hint))
	case set.Indicators[n].Unit != model.UnitPeople:
		c.tellContingent(file, set.Contingent, diag.Errorf("unit", "контингент «%s» измеряется не в людях: «%s»", set.Contingent, set.Indicators[n].Unit).WithHint(hint))
	}
}

// tellContingent places a problem where it can be mended: nobody edits what the program
// carries, so there it is the indicator that was replaced.
func (c *Catalogue) tellContingent(file *IndicatorFile, code string, p diag.Problem) {
	if file.Carried {
		c.tell(c.places[code], p)
		return
	}
	p.Key = "contingent"
	c.tellFile(file, p)
}
