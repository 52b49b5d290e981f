package generator

import (
	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/source"
)

// judgeChecks are the problems of the checks between values that hold for an office.
func judgeChecks(tree *source.Tree, office *source.Office) diag.List {
	folder := office.Directory.Office.Folder
	checks := tree.Checks(folder)
	problems := append(diag.List{}, checks.Problems...)
	if problems.HasErrors() {
		return problems
	}
	for _, file := range checks.Files {
		var clusters []string
		if file.Folder == folder && !file.Carried {
			clusters = clustersOf(office)
		}
		problems = append(problems, checks.Locate(lint.Checks(checks.Of(file), checks.List, clusters))...)
	}
	return problems
}

// clustersOf are the IDs of the clusters that an office tells of; nil where it tells of no
// institutions at all.
func clustersOf(office *source.Office) []string {
	if len(office.Institutions) == 0 {
		return nil
	}
	clusters := []string{} // known to be none
	for _, one := range office.Institutions {
		if one.Kind == model.Cluster {
			clusters = append(clusters, one.ID)
		}
	}
	return clusters
}
