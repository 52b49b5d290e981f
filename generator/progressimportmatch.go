package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// match finds what each changed row is about, and judges what it says. What was not
// touched is left out.
func (im *formImport) match(f *SentForm) {
	plan := im.plan(im.after.Entries)
	changed := false
	for _, r := range f.rows {
		if !r.isChanged() {
			continue
		}
		changed = true
		if problem := im.locate(plan, r); problem != nil {
			f.Problems.Add(*problem)
			continue
		}
		if f.Problems = append(f.Problems, r.faults...); len(r.faults) == 0 {
			f.Problems = append(f.Problems, im.judge(r)...)
			occurrence, isNew := im.occurrence(r, nil)
			r.known = !isNew && sayingOf(marksOn(plan, r.place, occurrence), r.mark) != nil
		}
	}
	if changed && f.Passport.Source != roadmapSum(plan) && !f.Problems.HasErrors() {
		f.Problems.Add(diag.Advisef("", "с тех пор, как форма сделана (%s), дорожная карта изменилась; заполненных строк это не коснулось", f.Passport.Made).
			WithHint("в следующий раз сделайте новую форму: doklad forms progress %s", f.Passport.Subject))
	}
	slices.SortStableFunc(f.rows, func(a, b *filledRow) int {
		return cmp.Or(slices.Compare(a.at[:], b.at[:]), a.happened.Compare(b.happened), strings.Compare(a.occurrence, b.occurrence))
	})
}

// locate finds the activity and the occurrence of a row by its key, and makes sure that
// what the person saw in the row is the same.
func (im *formImport) locate(plan *execution.Plan, r *filledRow) *diag.Problem {
	fault := func(column, hint, text string, args ...any) *diag.Problem {
		p := r.Fault(column, hint, text, args...)
		return &p
	}
	const anew = "сделайте новую форму (doklad forms progress %s) и перенесите отметку в неё"
	if r.damaged {
		return fault(markActivity, "впишите отметку в такую же строку новой формы", "о чём строка, не узнать: её скрытый ключ испорчен")
	}
	var found, moved *execution.Activity
	count := 0
	for i, a := range plan.Activities {
		switch {
		case a.ID == r.activity:
			found, r.at[0] = a, i
			count++
		case form.Sum(r.activity, form.Clean(a.Text), form.Clean(a.Schedule.String())) == r.sum:
			moved = a // the same words under another number
		}
	}
	switch {
	case count > 1:
		return fault(markActivity, "исправьте номера мероприятий в дорожной карте", "мероприятий с номером «%s» в дорожной карте несколько", r.activity)
	case moved != nil && (found == nil || activitySum(found) != r.sum):
		return fault(markActivity, fmt.Sprintf(anew, r.form.Passport.Subject), "мероприятие %s в дорожной карте теперь стоит под номером %s", r.activity, moved.ID)
	case found == nil:
		return fault(markActivity, fmt.Sprintf(anew, r.form.Passport.Subject), "мероприятия %s в дорожной карте больше нет", r.activity)
	case activitySum(found) != r.sum:
		return fault(markActivity, fmt.Sprintf(anew, r.form.Passport.Subject), "мероприятие %s или его срок изменились с тех пор, как форма сделана (%s)", r.activity, r.form.Passport.Made)
	}
	r.place = found
	seen := formRow{progressRow: progressRow{Standing: execution.Standing{Activity: found}}}
	switch {
	case r.isBlank():
		seen.blank = 1
		r.at[1] = len(found.Occurrences)
	case r.occurrence != "" || len(found.Occurrences) == 1 && !opensEvents(found):
		i := slices.IndexFunc(found.Occurrences, func(o *execution.Occurrence) bool { return o.ID == r.occurrence })
		if i < 0 {
			return fault(markOccurrence, fmt.Sprintf(anew, r.form.Passport.Subject), "исполнения «%s» у мероприятия %s больше нет", r.occurrence, r.activity)
		}
		r.time, r.at[1] = found.Occurrences[i], i
		seen.Occurrence = r.time
	}
	if russian.Skeleton(r.words[0]) != russian.Skeleton(found.Text) {
		return fault(markActivity, "строки перепутались, когда таблицу сортировали или копировали по частям: впишите отметку в новую форму",
			"в строке мероприятия %s стоит другое: «%s»", r.activity, cutWords(r.words[0]))
	}
	if russian.Skeleton(r.words[1]) != russian.Skeleton(seen.occurrenceLabel()) {
		return fault(markOccurrence, "строки перепутались, когда таблицу сортировали или копировали по частям: впишите отметку в новую форму",
			"в строке исполнения «%s» стоит другое: «%s»", seen.occurrenceLabel(), cutWords(r.words[1]))
	}
	return nil
}

// judge finds what a row lacks, or says against the calendar.
func (im *formImport) judge(r *filledRow) (found diag.List) {
	add := func(column, hint, text string, args ...any) { found.Add(r.Fault(column, hint, text, args...)) }
	m := r.mark
	isMarked := m != markRow{}
	if !isMarked && !r.isBlank() {
		p := r.Fault(markStatus, "записанное не стирают: если отметка ошибочна, впишите верную", "отметка, которая уже записана, в форме стёрта: она остаётся в силе")
		p.Severity = diag.Warning
		return diag.List{p}
	}
	if r.isBlank() {
		isEvent := r.event != "" || !r.happened.IsZero()
		switch whole := m.Outcome == model.OutcomeVoid && !isEvent; {
		case whole: // nothing is waited for any more
		case r.happened.IsZero():
			add(markHappened, "впишите день, когда это произошло: 30.08.2026", "не указано, когда произошло событие")
		case r.event == "":
			add(markEvent, "впишите, что произошло", "не сказано, что произошло")
		}
	}
	if isMarked && m.Outcome == "" {
		add(markStatus, "выберите статус из списка или очистите остальные ячейки строки", "заполнено, а статус не выбран")
	}
	if m.Outcome != "" && m.Date.IsZero() {
		add(markDate, "впишите день, когда это было: 30.08.2026", "статус «%s» стоит, а даты нет", execution.Said(m.Outcome))
	}
	for column, day := range map[string]model.Date{markDate: m.Date, markHappened: r.happened} {
		switch {
		case day.IsZero():
		case day.Compare(im.order.Date) < 0:
			add(column, "проверьте год", "%s – раньше самого приказа (%s)", day, im.order.Date)
		case day.Compare(im.latest) > 0:
			add(column, "отмечают то, что уже было; проверьте год", "%s ещё не наступило (сегодня %s)", day, im.latest)
		}
	}
	if m.Issued.Compare(im.latest) > 0 {
		add(markIssued, "проверьте год", "документ от %s: этот день ещё не наступил (сегодня %s)", m.Issued, im.latest)
	}
	isMoved := m.Outcome == model.OutcomeMoved
	switch {
	case isMoved && m.Until.IsZero():
		add(markUntil, "впишите новый последний день: 30.12.2026", "перенесено, а новый срок не указан")
	case !isMoved && !m.Until.IsZero() && m.Outcome != "":
		add(markUntil, "если срок перенесён, выберите статус «перенесено»; если нет, очистите ячейку", "новый срок указан, а статус – «%s»", execution.Said(m.Outcome))
	case isMoved && !m.Date.IsZero() && m.Until.Compare(m.Date) < 0:
		add(markUntil, "исправьте одну из дат", "новый срок %s раньше дня переноса %s", m.Until, m.Date)
	}
	if m.Link != "" && !strings.HasPrefix(m.Link, "https://") && !strings.HasPrefix(m.Link, "http://") {
		add(markLink, "ссылка начинается с https://; если документ не в интернете, очистите ячейку и назовите его в примечании", "«%s» не ссылка", cutWords(m.Link))
	}
	slices.SortFunc(found, func(a, b diag.Problem) int { return strings.Compare(a.Cell, b.Cell) })
	return found
}
