package generator

import (
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/source"
)

// Why is what a recommendation follows of («обоснование рекомендации»). Its names in JSON
// are only ever added to.
type Why struct {
	ID        string       `json:"id"`     // 2022/ds-3/D09
	Office    string       `json:"office"` // its folder
	Of        string       `json:"of"`     // whose findings they are
	Addressee string       `json:"addressee"`
	Text      string       `json:"text"`
	Term      string       `json:"term"` // in words
	Due       model.Date   `json:"-"`
	Priority  int          `json:"priority"`
	Findings  []WhyFinding `json:"findings"`
}

// WhyFinding is one finding with the rule that was applied, and the cells that it is of.
type WhyFinding struct {
	Code     string `json:"code"`
	Title    string `json:"title"`
	Unit     string `json:"unit"` // of measure
	Year     int    `json:"year"`
	Value    string `json:"value"` // as papers print it
	Norm     string `json:"norm"`
	Distance string `json:"distance,omitempty"` // outside the norm
	Level    string `json:"level,omitempty"`
	Zone     string `json:"zone"`
	Reason   string `json:"reason,omitempty"` // of a grey zone

	Rule     string `json:"rule"`      // the criterion: «D09, критерий 2»
	RuleFile string `json:"rule_file"` // below the data folder
	RuleLine int    `json:"rule_line"`
	// Carried: the rule is one of the program, not of the data.
	Carried   bool   `json:"carried,omitempty"`
	Condition string `json:"condition,omitempty"` // over other indicators

	Effect  *WhyEffect  `json:"effect,omitempty"` // nil: nothing was collected of the year after
	Sources []WhySource `json:"sources"`
}

// WhyEffect is what became of the value in the year after («вывод об эффекте»).
type WhyEffect struct {
	Before     string `json:"before"` // as papers print it
	YearBefore int    `json:"year_before"`
	After      string `json:"after"`
	YearAfter  int    `json:"year_after"`
	Conclusion string `json:"conclusion"`
	Note       string `json:"note,omitempty"` // whether the norm is reached, or why nothing can be said
	Text       string `json:"text"`           // both in the words of the papers
}

// WhySource is one value that was read, and where it stands.
type WhySource struct {
	Code  string `json:"code"`
	Of    string `json:"of"` // of the institution
	Year  int    `json:"year"`
	Value string `json:"value"`
	Raw   string `json:"raw,omitempty"`  // what stands in the cell
	File  string `json:"file,omitempty"` // empty: nobody told it
	Sheet string `json:"sheet,omitempty"`
	Cell  string `json:"cell,omitempty"`
}

// Why tells what a recommendation follows of. It is called by its ID, also by a part of it
// that no other has: without the year, or without the office; and by any of its indicators.
// Of a value by which nothing is recommended the error is [NothingFollows].
// With errors among the problems, which are those of the data, it cannot be told. The error
// is in Russian.
func (g Generator) Why(id string) (Why, diag.List, error) {
	r, one, problems, err := pickRecommendation(g.recommendedYears(namedYear(id)), id)
	if err != nil || problems.HasErrors() {
		return Why{}, problems, err
	}
	return r.why(one), nil, nil
}

func ownName(r *recommended, rec *recommendation.Recommendation) []string {
	return []string{r.out(rec.ID)}
}

// otherNames are those by its further indicators, and all without the kind of the addressee.
func otherNames(r *recommended, rec *recommendation.Recommendation) (names []string) {
	plain := strings.TrimSuffix(rec.ID, "/"+string(rec.To))
	for _, f := range rec.Findings {
		called := strings.TrimSuffix(plain, rec.Findings[0].Code) + f.Code
		names = append(names, r.out(called), r.out(called, string(rec.To)))
	}
	return names
}

// recommendedYears are the recommendations of all offices of one year; of all years where
// none is named.
func (g Generator) recommendedYears(only string) (list []*recommended) {
	tree := source.Open(g.Data, g.Common)
	c := newCollector(tree)
	offices, _ := tree.Offices() // their faults are told by «doklad check»
	for _, office := range offices {
		orders := tree.Orders(office)
		for _, year := range tree.Years(office.Directory.Office.Folder) {
			if only != "" && strconv.Itoa(year) != only {
				continue
			}
			list = append(list, c.recommended(office, orders, year, g.Today))
		}
	}
	return list
}
