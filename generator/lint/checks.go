package lint

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// Checks judges the checks of one file, as part of all that hold. clusters are the IDs of
// those of the office; nil: they are not known, or the file is common to several offices.
// The keys of the problems begin with an ID: "UD01.clusters[1]".
func Checks(list, all []model.Check, clusters []string) diag.List {
	var l diag.List
	tell := func(code, key, hint, format string, args ...any) {
		l.Add(diag.Problem{Severity: severities[code], Code: code, Key: key, Text: fmt.Sprintf(format, args...), Hint: hint})
	}
	for _, c := range list {
		for n, id := range c.Clusters {
			if hint, unknown := unknownCluster(id, clusters); unknown {
				tell("CHK-CLUSTER", fmt.Sprintf("%s.clusters[%d]", c.ID, n+1), hint, "увязка %s: кластера «%s» нет", c.ID, id)
			}
		}
		for _, other := range all {
			if other.ID == c.ID {
				break // of two the later one is told
			}
			if compared(other) == compared(c) {
				tell("CHK-SAME", c.ID+".id", fmt.Sprintf("уберите одну из них: своё лучше вписать с id = \"%s\"", other.ID),
					"увязка %s сверяет то же, что %s «%s»", c.ID, other.ID, other.Title)
			}
		}
	}
	return l
}

// unknownCluster is the cure where an ID is none of those of the office; nil: they are not
// known.
func unknownCluster(id string, clusters []string) (hint string, unknown bool) {
	if clusters == nil || slices.Contains(clusters, id) {
		return "", false
	}
	if near, ok := russian.Nearest(id, clusters); ok {
		return "может быть, «" + near + "»?", true
	}
	return "впишите id записи, у которой kind = \"кластер\"", true
}

// compared is what a check compares, and of whom, however it is spaced and bounded.
func compared(c model.Check) string {
	words := fmt.Sprintf("%s|%s|%s|%s|%s|%s|%q|%q", c.On(), c.Left, c.Operator, c.Right, c.Jump, c.Outlier, c.Kinds, c.Clusters)
	return strings.ReplaceAll(words, " ", "")
}
