package generator

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/source"
)

// FindRecommendations finds where recommendations are marked, all of one year of one
// office, and their whole numbers in that year. They are called as [Generator.Why] takes
// them. With errors among the problems, which are those of the data, it cannot be told. The
// error is in Russian.
func (g Generator) FindRecommendations(words []string) (RecordPlace, []string, diag.List, error) {
	read := map[string][]*recommended{} // by the year that is named
	var place RecordPlace
	var ids []string
	for _, word := range words {
		year := namedYear(word)
		if _, known := read[year]; !known {
			read[year] = g.recommendedYears(year)
		}
		r, one, problems, err := pickRecommendation(read[year], word)
		if err != nil || problems.HasErrors() {
			return RecordPlace{}, nil, problems, err
		}
		at := adviceAt(r.office.Directory.Office.Folder, r.year)
		switch {
		case len(ids) > 0 && at != place:
			return RecordPlace{}, nil, nil, errors.New("рекомендации разных лет или разных организаций отмечают отдельными командами")
		case slices.Contains(ids, one.ID):
			return RecordPlace{}, nil, nil, fmt.Errorf("рекомендация «%s» названа дважды", one.ID)
		}
		place, ids = at, append(ids, one.ID)
	}
	return place, ids, nil, nil
}

func adviceAt(folder string, year int) RecordPlace {
	return RecordPlace{Office: folder, Year: year, File: source.RecommendationsName(folder, year)}
}

// pickRecommendation finds a recommendation by its number, also by a part of it that no
// other has: without the year, or without the office; and by any of its indicators. Of a
// value by which nothing is recommended the error is [NothingFollows]; but where the data
// have errors, those are the reason.
func pickRecommendation(years []*recommended, word string) (*recommended, *recommendation.Recommendation, diag.List, error) {
	asked := model.RecommendationID(word)
	const enough = 5
	switch found, of, one := calledSo(years, asked); {
	case len(found) == 1:
		return of, one, of.unsound, nil
	case len(found) > enough:
		return nil, nil, nil, fmt.Errorf("под «%s» подходит рекомендаций: %d, например %s; допишите год и учреждение", asked, len(found), strings.Join(found[:enough], ", "))
	case len(found) > 1:
		return nil, nil, nil, fmt.Errorf("под «%s» подходит несколько рекомендаций: %s; назовите одну целиком", asked, strings.Join(found, ", "))
	}
	if year := namedYear(word); len(years) == 0 && year != "" {
		return nil, nil, nil, fmt.Errorf("рекомендации «%s» нет: за %s год ничего не прислано", asked, year)
	}
	if len(years) == 0 {
		return nil, nil, nil, errors.New("рекомендаций нет: ни одна организация не собирает показатели")
	}
	var unsound diag.List
	for _, r := range years {
		unsound = append(unsound, r.unsound...)
	}
	if len(unsound) > 0 {
		return nil, nil, slices.Compact(unsound.Sort()), nil // those of an office are of all its years
	}
	if russianIn(asked) != "" {
		return nil, nil, nil, fmt.Errorf("рекомендации «%s» нет: %s", asked, meant(years, asked))
	}
	if said := whyNot(years, asked); said != "" {
		return nil, nil, nil, NothingFollows(said)
	}
	return nil, nil, nil, fmt.Errorf("рекомендации «%s» нет: номер – это год, учреждение и показатель, как 2022/ds-3/D09; у самого управления вместо учреждения «-»", asked)
}

// adviceOfForm finds the record that a form of recommendations is for. The folder that its
// passport names is tried first, for all offices of a region take long to read.
func adviceOfForm(tree *source.Tree, p form.Passport) (RecordPlace, *diag.Problem) {
	at := func(office *source.Office) (RecordPlace, bool) {
		folder := office.Directory.Office.Folder
		for _, year := range tree.Years(folder) {
			if fmt.Sprint(year) == p.Subject && isOfficeOf(p, office) {
				return adviceAt(folder, year), true
			}
		}
		return RecordPlace{}, false
	}
	if office, known := tree.OfficeIn(p.Folder); known {
		if place, ok := at(office); ok {
			return place, nil
		}
	}
	offices, _ := tree.Offices() // their faults are told by «doklad check»
	for _, office := range offices {
		if place, ok := at(office); ok {
			return place, nil
		}
	}
	return RecordPlace{}, &diag.Problem{Text: fmt.Sprintf("это форма другой организации или другого года: «%s», %s", p.Office, p.Title),
		Hint: "в этой папке данных таких рекомендаций нет; проверьте, тот ли файл, и папку после --data"}
}
