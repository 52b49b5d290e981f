package generator

import (
	"strings"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/russian"
)

// subject is what a row speaks of, whichever form it stands in: an occurrence, or an
// event by its day and name.
func (r *filledRow) subject() string {
	if r.isBlank() && !r.happened.IsZero() {
		return form.Key(r.id, blankKey, r.happened.String(), russian.Skeleton(r.event))
	}
	return form.Key(r.id, r.occurrence)
}

// compare finds rows that speak of one thing and do not say the same: twice in a form,
// or in two of them. Which is right, nobody but their authors can tell. What is on record
// contradicts nothing: older forms stay in the folder of those that come.
func (im *formImport) compare(forms []ImportedForm) {
	said := map[string]*filledRow{}
	for _, f := range forms {
		keys := map[string]*filledRow{}
		for _, r := range f.rows {
			if other := keys[r.Key]; other != nil && !r.damaged && (other.mark != r.mark || other.event != r.event || other.happened != r.happened) {
				f.Problems.Add(r.Fault(markStatus, "оставьте одну строку, вторую удалите", "строка %s %s стоит дважды, и написано в них разное: ещё в %s", im.kind.of, r.id, other.Place(markStatus)))
			}
			if keys[r.Key] == nil {
				keys[r.Key] = r
			}
			if !r.found || !r.isChanged() || r.known || r.mark == (markRow{}) && len(r.faults) == 0 {
				continue
			}
			subject := r.subject()
			other := said[subject]
			switch {
			case other == nil:
				said[subject] = r
			case other.mark == r.mark || other.form == r.form && other.Key == r.Key:
			default:
				r.contradicts(other)
				if other.form != r.form {
					other.contradicts(r)
				}
			}
		}
	}
}

func (r *filledRow) contradicts(other *filledRow) {
	at := "в " + other.Place(markStatus)
	if other.form != r.form {
		at = other.form.Name + ", " + other.Place(markStatus)
	}
	r.form.Problems.Add(r.Fault(markStatus, "узнайте, что верно, и оставьте отметку в одной из форм",
		"%s %s сказано другое (%s): %s", r.form.kind.aboutSame, r.id, other.said(), at))
}

// said is the status and the day of a row as a person would say them; what is neither, as it
// was typed.
func (r *filledRow) said() string {
	var unread diag.List // those are told of the row itself
	status, day := r.form.kind.words.Said(r.mark.Outcome), r.mark.Date.String()
	if r.mark.Outcome == "" {
		status = cutWords(r.Text(markStatus, &unread))
	}
	if r.mark.Date.IsZero() {
		day = cutWords(r.Text(markDate, &unread))
	}
	if status == "" {
		return strings.TrimSpace("статус не выбран " + day)
	}
	return strings.TrimSpace("«" + status + "» " + day)
}
