package lint_test

import (
	"strings"

	"doklad/generator/model"
)

type change = func(o *model.Order, d *model.Directory)

func preamble(old, new string) change {
	return func(o *model.Order, _ *model.Directory) { o.Preamble = replaced(o.Preamble, old, new) }
}

func title(old, new string) change {
	return func(o *model.Order, _ *model.Directory) { o.Title = replaced(o.Title, old, new) }
}

// row changes an activity by its number, «2.1».
func row(number string, f func(a *model.Activity)) change {
	return func(o *model.Order, _ *model.Directory) {
		f(&o.Roadmap.Sections[number[0]-'1'].Activities[number[2]-'1'])
	}
}

func text(number, words string) change {
	return row(number, func(a *model.Activity) { a.Text = words })
}

func responsible(number, words string) change {
	return row(number, func(a *model.Activity) { a.Responsible = words })
}

func schedule(number, words string) change {
	return row(number, func(a *model.Activity) { a.Schedule = model.NewSchedule(words) })
}

func result(number, words string) change {
	return row(number, func(a *model.Activity) { a.ExpectedResult = words })
}

func clause(n int, words string) change {
	return func(o *model.Order, _ *model.Directory) { o.Clauses[n-1].Text = words }
}

func subclause(n int, words string) change {
	return func(o *model.Order, _ *model.Directory) { o.Clauses[1].Clauses[n-1].Text = words }
}

func executor(id string) change {
	return func(o *model.Order, _ *model.Directory) { o.Clauses[1].Executors = []string{id} }
}

func insert(section, at int, a model.Activity) change {
	return func(o *model.Order, _ *model.Directory) {
		s := &o.Roadmap.Sections[section-1]
		s.Activities = append(s.Activities[:at-1:at-1], append([]model.Activity{a}, s.Activities[at-1:]...)...)
	}
}

func restored(field, copy, note string) change {
	return func(o *model.Order, _ *model.Directory) {
		o.Restored = append(o.Restored, model.Restoration{Field: field, Copy: copy, Note: note})
	}
}

func appendix(a model.Appendix) change {
	return func(o *model.Order, _ *model.Directory) { o.Appendices = append(o.Appendices, a) }
}

// table is an appendix of a table that the order approves.
func table(columns []string, rows ...[]string) change {
	return appendix(model.Appendix{Annex: model.Annex{Mark: "approval", Title: []string{"Перечень"}}, Columns: columns, Rows: rows})
}

func both(changes ...change) change {
	return func(o *model.Order, d *model.Directory) {
		for _, c := range changes {
			c(o, d)
		}
	}
}

func replaced(s, old, new string) string {
	if !strings.Contains(s, old) {
		panic("«" + old + "» is not in «" + s + "»")
	}
	return strings.Replace(s, old, new, 1)
}
