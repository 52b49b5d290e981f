package source

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

func checkAnnex(l *diag.List, key string, a model.Annex) {
	required(l, key+".title", strings.Join(a.Title, ""), "у приложения нет названия", "впишите title = [\"…\"]")
	if a.Mark != "" && !slices.Contains(model.Marks, a.Mark) {
		l.Add(diag.Errorf(key+".mark", "отметка «%s» неизвестна", a.Mark).
			WithHint("бывают: %s", strings.Join(model.Marks, ", ")))
	}
	checkApproval(l, key, a)
}

// checkApproval demands what the гриф begins with: УТВЕРЖДЕН, УТВЕРЖДЕНА.
func checkApproval(l *diag.List, key string, a model.Annex) {
	if a.ApprovalWord != "" {
		if !slices.Contains(russian.ApprovedWords(), a.ApprovalWord) {
			l.Add(diag.Errorf(key+".approval_word", "слово грифа «%s» неизвестно", a.ApprovalWord).
				WithHint("бывают: %s", strings.Join(russian.ApprovedWords(), ", ")))
		}
		return
	}
	if !a.IsApproved() {
		return
	}
	word, sure := russian.Approved(a.Kind)
	switch {
	case strings.TrimSpace(a.Kind) == "":
		l.Add(diag.Errorf(key+".kind", "не указан вид документа: без него неизвестно, УТВЕРЖДЕН он или УТВЕРЖДЕНА").
			WithHint("впишите kind = \"план\""))
	case !sure:
		l.Add(diag.Warnf(key+".kind", "по слову «%s» не узнать его рода: в грифе будет %s", a.Kind, word).
			WithHint("впишите верное слово в approval_word; бывают: %s", strings.Join(russian.ApprovedWords(), ", ")))
	}
}

func checkRoadmap(l *diag.List, r *model.Roadmap) {
	checkAnnex(l, "roadmap", r.Annex)
	activities := 0
	for _, s := range r.Sections {
		activities += len(s.Activities)
	}
	if activities == 0 {
		l.Add(diag.Errorf("roadmap", "в дорожной карте нет ни одного мероприятия").
			WithHint("добавьте [[roadmap.section]] и [[roadmap.section.activity]] или уберите [roadmap]"))
	}
	for i, column := range r.Columns {
		if !slices.Contains(model.RoadmapColumns, column) {
			l.Add(diag.Errorf(fmt.Sprintf("roadmap.columns[%d]", i+1), "графа «%s» неизвестна", column).
				WithHint("бывают: %s", strings.Join(model.RoadmapColumns, ", ")))
		} else if slices.Contains(r.Columns[:i], column) {
			l.Add(diag.Errorf(fmt.Sprintf("roadmap.columns[%d]", i+1), "графа «%s» названа дважды", column).
				WithHint("оставьте одну"))
		}
	}
	checkUnprinted(l, r)
	for name := range r.Headers {
		if !slices.Contains(model.RoadmapColumns, name) {
			l.Add(diag.Errorf("roadmap.headers."+name, "графа «%s» неизвестна", name).
				WithHint("бывают: %s", strings.Join(model.RoadmapColumns, ", ")))
		}
	}
	for i, s := range r.Sections {
		key := fmt.Sprintf("roadmap.section[%d]", i+1)
		required(l, key+".title", s.Title, fmt.Sprintf("у раздела %d нет названия", i+1), "впишите title = \"…\"")
		for j, a := range s.Activities {
			place := fmt.Sprintf("%s.activity[%d]", key, j+1)
			required(l, place+".text", a.Text, fmt.Sprintf("мероприятие %d.%d без содержания", i+1, j+1), "впишите text = \"…\"")
		}
	}
}

// checkUnprinted warns of words that were written for a column which the author
// left out: they would be on no paper.
func checkUnprinted(l *diag.List, r *model.Roadmap) {
	said := map[string]func(a model.Activity) (key, words string){
		model.ColumnActivity:    func(a model.Activity) (string, string) { return "text", a.Text },
		model.ColumnResponsible: func(a model.Activity) (string, string) { return "responsible", a.Responsible },
		model.ColumnSchedule:    func(a model.Activity) (string, string) { return "schedule", a.Schedule.String() },
		model.ColumnResult:      func(a model.Activity) (string, string) { return "result", a.ExpectedResult },
	}
	for _, column := range model.RoadmapColumns {
		words := said[column]
		if words == nil || slices.Contains(r.ColumnNames(), column) {
			continue
		}
		for i, s := range r.Sections {
			for j, a := range s.Activities {
				if key, text := words(a); text != "" {
					l.Add(diag.Warnf(fmt.Sprintf("roadmap.section[%d].activity[%d].%s", i+1, j+1, key),
						"это не будет напечатано: графы «%s» в таблице нет", column).
						WithHint("добавьте «%s» в columns или уберите эти слова", column))
				}
			}
		}
	}
}

func checkAppendix(l *diag.List, key string, a model.Appendix) {
	checkAnnex(l, key, a.Annex)
	switch {
	case strings.TrimSpace(strings.Join(a.Text, "")) == "" && len(a.Columns) == 0 && len(a.Rows) == 0:
		l.Add(diag.Errorf(key, "приложение пусто").WithHint("впишите text = [\"…\"] или columns и rows"))
	case len(a.Columns) == 0 && len(a.Rows) > 0:
		l.Add(diag.Errorf(key+".rows", "у таблицы нет заголовков граф").WithHint("впишите columns = [\"…\"]"))
	}
	for i, row := range a.Rows {
		if len(row) != len(a.Columns) && len(row) != 1 && len(a.Columns) > 0 {
			l.Add(diag.Errorf(fmt.Sprintf("%s.rows[%d]", key, i+1), "в строке ячеек: %d, а граф: %d", len(row), len(a.Columns)).
				WithHint("одна ячейка в строке – это заголовок раздела таблицы"))
		}
	}
}
