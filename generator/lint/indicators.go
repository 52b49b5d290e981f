package lint

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Indicators judges the indicators of one file, as part of the catalogue that holds. clusters
// are as in [Checks]. The keys of the problems begin with a code: "D16.verified".
func Indicators(list []model.Indicator, all model.Catalogue, clusters []string) diag.List {
	var l diag.List
	tell := func(code, key, hint, format string, args ...any) {
		l.Add(diag.Problem{Severity: severities[code], Code: code, Key: key, Text: fmt.Sprintf(format, args...), Hint: hint})
	}
	var unverified []string
	used := usedCodes(all)
	for _, i := range list {
		path := "показатель " + i.Code + " «" + short(i.Title) + "»"
		if !i.IsVerified() {
			unverified = append(unverified, i.Code)
		}
		if len(i.Criteria) == 0 && (len(i.Thresholds) > 0 || i.Trend) {
			tell("IND-NOREC", i.Code+".title", "добавьте [[indicator.criterion]]: text, addressee, term", "%s: порог есть, а что рекомендовать, не сказано", path)
		}
		for n, criterion := range i.Criteria {
			for k, id := range criterion.Clusters {
				if hint, unknown := unknownCluster(id, clusters); unknown {
					tell("IND-CLUSTER", fmt.Sprintf("%s.criterion[%d].clusters[%d]", i.Code, n+1, k+1), hint, "%s: критерий %d назван для кластера «%s», а его нет", path, n+1, id)
				}
			}
		}
		if i.Direction == model.Neutral && !i.IsDerived() && !used[i.Code] {
			tell("IND-UNUSED", i.Code+".code", "уберите число или назовите его в формуле", "%s: число собирается, а ничто из него не считается", path)
		}
	}
	if unverified != nil { // one line for the file: each alone would drown the rest
		tell("IND-VERIFY", unverified[0]+".verified", "сверьте с документом и впишите verified = true и basis = \"…\" – что это за документ",
			"известно только из практики, с документом не сверено: %s", Spans(unverified))
	}
	return l
}

var codeInFormula = regexp.MustCompile(`[A-Z]+[0-9]+[A-Z]?`)

// usedCodes are the codes that formulas, conditions, weights and criteria name.
func usedCodes(c model.Catalogue) map[string]bool {
	used := map[string]bool{}
	for _, i := range c.All() {
		said := i.Formula + " " + i.ShareWhere + " " + i.Weight
		for _, criterion := range i.Criteria {
			said += " " + criterion.When
		}
		for _, code := range codeInFormula.FindAllString(said, -1) {
			used[code] = true
		}
	}
	return used
}

// Spans writes codes that follow one another as a span: «D01–D17, D19».
func Spans(codes []string) string {
	var parts []string
	for i := 0; i < len(codes); {
		j := i
		for j+1 < len(codes) && follows(codes[j], codes[j+1]) {
			j++
		}
		switch {
		case j == i:
			parts = append(parts, codes[i])
		case j == i+1:
			parts = append(parts, codes[i], codes[j])
		default:
			parts = append(parts, codes[i]+"–"+codes[j])
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// follows reports whether b is the next code after a.
func follows(a, b string) bool {
	letters := strings.TrimRight(a, "0123456789")
	number, err := strconv.Atoi(a[len(letters):])
	return err == nil && b == fmt.Sprintf("%s%0*d", letters, len(a)-len(letters), number+1)
}
