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
	var clusters []string
	for _, one := range office.Institutions {
		if one.Kind == model.Cluster {
			clusters = append(clusters, one.ID)
		}
	}
	if len(office.Institutions) > 0 && clusters == nil {
		clusters = []string{} // known to be none
	}
	for _, file := range checks.Files {
		own := clusters
		if file.Folder != folder || file.Carried {
			own = nil
		}
		problems = append(problems, checks.Locate(lint.Checks(checks.Of(file), checks.List, own))...)
	}
	return problems
}
