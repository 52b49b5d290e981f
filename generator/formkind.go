package generator

import (
	"fmt"

	"doklad/generator/execution"
	"doklad/generator/form"
)

// formKind is what the forms of marks of one kind have in common («форма отметок»).
type formKind struct {
	name    string // in the passport, and after «doklad forms»
	version int    // of its columns and keys
	columns []markColumn
	words   execution.Words
	table   string // of the marks in the file of the record: «entry»
	// What one row marks, as the messages need it: «мероприятия», «мероприятии», «о том же
	// мероприятии»; what follows «раньше», and what else may have changed.
	of, about, aboutSame, itself, changed string
	noted                                 string // header of the column for what has no other
}

var (
	progressKind = &formKind{name: "progress", version: 1, columns: progressColumns(), words: execution.ActivityWords, table: "entry",
		of: "мероприятия", about: "мероприятии", aboutSame: "о том же мероприятии", itself: "самого приказа", changed: "дорожная карта изменилась", noted: "Примечание"}
	adviceKind = &formKind{name: "recommendations", version: 1, columns: adviceColumns(), words: execution.RecommendationWords, table: "mark",
		of: "рекомендации", about: "рекомендации", aboutSame: "о той же рекомендации", itself: "самих рекомендаций", changed: "рекомендации изменились", noted: "Причина"}
)

// kindOf is the kind of a form by its passport; of another form the first, which refuses it.
func kindOf(p form.Passport) *formKind {
	if p.Kind == adviceKind.name {
		return adviceKind
	}
	return progressKind
}

// howToGetForm is the cure for a workbook that is no form of ours.
const howToGetForm = "отметки принимают в книге, которую делает «doklad forms progress» или «doklad forms recommendations»: получите её и впишите отметки в неё"

// anew is the cure where a row of the form is about what is not so any more.
func (k *formKind) anew(subject string) string {
	return fmt.Sprintf("сделайте новую форму (doklad forms %s %s) и перенесите отметку в неё", k.name, subject)
}

// formColumns are those by which a form of the kind is read.
func (k *formKind) formColumns() []form.Column {
	columns := make([]form.Column, len(k.columns))
	for n, c := range k.columns {
		columns[n] = c.Column
	}
	return columns
}
