package generator

import (
	"path"

	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/source"
)

// Catalogues are the problems of the indicators of all offices and of the checks between
// them. No paper waits for them so far, so that only who asks for all problems waits for
// their reading.
func (g Generator) Catalogues() diag.List {
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	var problems diag.List
	for _, office := range offices {
		problems = append(problems, judgeCatalogue(tree, office)...)
		problems = append(problems, judgeChecks(tree, office)...)
	}
	return problems.Sort()
}

// judgeCatalogue are the problems of the indicators that hold for an office. Of the files
// that the program carries only an office that collects is told: to the others they are
// nothing.
func judgeCatalogue(tree *source.Tree, office *source.Office) diag.List {
	folder := office.Directory.Office.Folder
	catalogue := tree.Catalogue(folder)
	problems := append(diag.List{}, catalogue.Problems...)
	if problems.HasErrors() {
		return problems
	}
	for _, file := range catalogue.Files {
		var clusters []string
		if file.Folder == folder && !file.Carried {
			clusters = clustersOf(office)
		}
		found := lint.Indicators(catalogue.Of(file), catalogue.Catalogue, clusters)
		switch {
		case !file.Carried:
			problems = append(problems, catalogue.Locate(found)...)
		case tree.Collects(folder):
			problems = append(problems, carriedProblems(file, found)...)
		}
	}
	return problems
}

// carriedProblems tell what is wrong with indicators that lie in no file of the data.
func carriedProblems(file *source.IndicatorFile, problems diag.List) diag.List {
	for i := range problems {
		problems[i].Path = "показатели, которые есть в программе (" + path.Base(file.Name) + ")"
		problems[i].Hint = "сверьте с документом; свой показатель с тем же кодом впишите в файл папки indicators"
	}
	return problems
}
