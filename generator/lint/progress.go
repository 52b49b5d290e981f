package lint

import (
	"fmt"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/schedule"
)

// record is what is on record of a roadmap as the rules see it.
type record struct {
	*execution.Plan
	latest model.Date // no mark can be of a later day
	found  diag.List
}

// Progress judges the marks on one order. The keys of the problems are those of the
// file of its record: "entry[3].date". Nothing can have been done after the latest day.
func Progress(plan *execution.Plan, progress *model.Progress, latest model.Date) diag.List {
	r := &record{Plan: plan, latest: latest}
	for i := range plan.Counted {
		c := &plan.Counted[i]
		r.place(i, c)
		r.days(i, c)
		r.words(i, c)
	}
	r.sideBySide()
	r.timetables(progress)
	return r.found
}

func (r *record) tell(code string, entry int, field, hint, format string, args ...any) {
	key, path := fmt.Sprintf("entry[%d]", entry+1), "отметка о мероприятии "+model.ActivityID(r.Counted[entry].Entry.Activity)
	if field != "" {
		key += "." + field
	}
	r.found.Add(diag.Problem{Severity: severities[code], Code: code, Key: key, Path: path, Text: fmt.Sprintf(format, args...), Hint: hint})
}

// place: the activity and the time that are marked must be there.
func (r *record) place(i int, c *execution.Counted) {
	e := c.Entry
	if model.ActivityID(e.Activity) == "" {
		return // told when it was read
	}
	switch c.Fault {
	case execution.NoActivity:
		r.tell("PRG-WHERE", i, "activity", "есть: "+r.numbers(), "мероприятия «%s» в дорожной карте нет", e.Activity)
	case execution.WhichActivity:
		r.tell("PRG-WHERE", i, "activity", "исправьте номера мероприятий в дорожной карте", "мероприятий с номером «%s» в дорожной карте несколько", e.Activity)
	case execution.NoOccurrence:
		r.tell("PRG-WHERE", i, "occurrence", occurrencesHint(c.Activity), "исполнения «%s» у мероприятия нет (срок: «%s»)", e.Occurrence, short(c.Activity.Schedule.String()))
	case execution.WhichOccurrence:
		r.tell("PRG-WHERE", i, "activity", occurrencesHint(c.Activity), "не сказано, какое исполнение отмечено: срок «%s»", short(c.Activity.Schedule.String()))
	case execution.NoEvents:
		if c.Activity.Waits() {
			r.tell("PRG-WHERE", i, "status", "отмечайте исполнение с именем строки графика; новые дни впишите в график", "дни мероприятия назначает график «%s», событий оно не ждёт", c.Activity.Timetable.ID)
			return
		}
		r.tell("PRG-WHERE", i, "status", "отмечайте само исполнение: done, partly и другое", "у мероприятия свой срок («%s»), событий оно не ждёт", short(c.Activity.Schedule.String()))
	}
}

// mostNamed is how many names a hint lists.
const mostNamed = 12

func (r *record) numbers() string {
	var ids []string
	for _, a := range r.Activities {
		ids = append(ids, a.ID)
	}
	return listed(ids)
}

func occurrencesHint(a *execution.Activity) string {
	var ids []string
	for _, o := range a.Occurrences {
		if o.ID != "" {
			ids = append(ids, o.ID)
		}
	}
	switch {
	case len(ids) > 0:
		return "впишите occurrence = \"…\"; есть: " + listed(ids)
	case len(a.Occurrences) > 0:
		return "мероприятие исполняется один раз: уберите occurrence"
	case !a.Waits():
		return "в срок плана не попадает ни одно исполнение: проверьте срок и годы в заголовке дорожной карты"
	case a.Reading.Kind == schedule.External:
		return "назовите график ([[timetable]]) или сначала запишите событие: status = \"event\" (doklad event)"
	}
	return "сначала запишите событие: status = \"event\" (doklad event)"
}

func listed(names []string) string {
	if len(names) > mostNamed {
		return strings.Join(names[:mostNamed], ", ") + " …"
	}
	return strings.Join(names, ", ")
}

func (r *record) days(i int, c *execution.Counted) {
	e := c.Entry
	switch {
	case e.Date.IsZero(): // told when it was read
	case e.Date.Compare(r.Order.Date) < 0:
		r.tell("PRG-DAY", i, "date", "проверьте год", "%s – раньше самого приказа (%s)", e.Date, r.Order.Date)
	case e.Date.Compare(r.latest) > 0:
		r.tell("PRG-DAY", i, "date", "отмечают то, что уже было; проверьте год", "%s ещё не наступило (сегодня %s)", e.Date, r.latest)
	}
	if !e.Entered.IsZero() && e.Entered.Compare(r.latest) > 0 {
		r.tell("PRG-DAY", i, "entered", "впишите день, когда отметка сделана", "%s ещё не наступило (сегодня %s)", e.Entered, r.latest)
	}
	for k, v := range e.Evidence {
		if v.Date.Compare(r.latest) > 0 {
			r.tell("PRG-DAY", i, fmt.Sprintf("evidence[%d].date", k+1), "проверьте год", documentAhead, v.Date, r.latest)
		}
	}
	switch {
	case c.Corrected:
	case e.Outcome == model.OutcomeMoved && e.Until.IsZero():
		r.tell("PRG-MOVED", i, "", "впишите until = 2022-12-31", "перенесено, а новый срок не назван: действует прежний")
	case e.Outcome == model.OutcomeMoved && e.Until.Compare(e.Date) < 0:
		r.tell("PRG-MOVED", i, "until", "исправьте одну из дат", "новый срок %s раньше дня переноса %s: действует прежний", e.Until, e.Date)
	case e.Outcome == model.OutcomeEvent && !e.Until.IsZero() && e.Until.Compare(e.Date) < 0:
		r.tell("PRG-CONTRA", i, "until", "исправьте одну из дат", "последний день %s раньше события %s", e.Until, e.Date)
	}
}

// documentAhead is told of a document that confirms a mark, and is of no day yet.
const documentAhead = "документ от %s: этот день ещё не наступил (сегодня %s)"

// words: what a mark must say besides its day. Nothing is asked of one that a later mark
// takes back: it is never changed.
func (r *record) words(i int, c *execution.Counted) {
	e := c.Entry
	if c.Corrected {
		return
	}
	if e.Outcome.IsDone() && len(e.Evidence) == 0 {
		r.tell("PRG-PROOF", i, "status", "добавьте [[entry.evidence]]: вид, номер и дату документа или ссылку", "отмечено исполнение, а подтверждающий документ не назван")
	}
	explained := model.IsReason(e.Reason)
	if (e.Outcome == model.OutcomeFailed || e.Outcome == model.OutcomeVoid || e.Outcome == model.OutcomeMoved) && !explained {
		r.tell("PRG-REASON", i, "status", "впишите reason = \"…\"", "%s, а причина не названа", execution.Said(e.Outcome))
	}
	if c.Occurrence == nil {
		return
	}
	r.tooEarly(i, c)
	if !e.Outcome.IsDone() {
		return
	}
	s := c.Activity.At(c.Occurrence, e)
	switch {
	case s.Due.IsZero():
	case s.Status == execution.DoneLate && !explained:
		r.tell("PRG-REASON", i, "date", "впишите reason = \"…\" и correction = \"…\"", "исполнено %s, на %s позже срока (%s), а причина не названа",
			e.Date, russian.Count(s.Late, "день", "дня", "дней"), s.Due)
	case s.Status == execution.Done && e.Outcome == model.OutcomeLate:
		r.tell("PRG-CONTRA", i, "status", "исправьте дату или поставьте status = \"done\"", "отмечено опоздание, а %s – не позже срока (%s)", e.Date, s.Due)
	}
}

// tooEarly: what was done on the days of an earlier time, or before the event, is hardly
// of this one.
func (r *record) tooEarly(i int, c *execution.Counted) {
	e, own := c.Entry, c.Occurrence
	if !e.Outcome.IsDone() && e.Outcome != model.OutcomePartly || e.Date.Compare(own.Begin) >= 0 {
		return
	}
	if c.Activity.Waits() && c.Activity.Timetable == nil {
		r.tell("PRG-CONTRA", i, "date", "проверьте дату и occurrence", "%s – раньше самого события (%s)", e.Date, own.Begin)
		return
	}
	for _, o := range c.Activity.Occurrences {
		if o != own && o.End.Compare(own.Begin) < 0 && e.Date.Compare(o.End) <= 0 {
			r.tell("PRG-CONTRA", i, "date", "проверьте год и occurrence", "%s – раньше срока исполнения «%s» (с %s), ещё в срок «%s»", e.Date, own.ID, own.Begin, o.ID)
			return
		}
	}
}

// makesLate reports whether an entry takes back that the work was done in time.
func makesLate(c execution.Counted, earlier *model.ProgressEntry) bool {
	if !earlier.Outcome.IsDone() || !c.Entry.Outcome.IsDone() || c.Corrected {
		return false
	}
	s := c.Activity.At(c.Occurrence, c.Entry)
	return s.Status == execution.DoneLate && earlier.Date.Compare(s.Due) <= 0
}

// sideBySide compares the marks on one activity.
func (r *record) sideBySide() {
	last := map[*execution.Activity][]int{}
	for i, c := range r.Counted {
		if c.Fault != execution.NoFault {
			continue
		}
		for _, k := range last[c.Activity] {
			switch earlier := r.Counted[k]; {
			case earlier.Entry.Says(*c.Entry):
				r.tell("PRG-TWICE", i, "", "уберите одну из них", "та же отметка уже есть: запись %d", k+1)
			case earlier.Occurrence == nil || earlier.Occurrence != c.Occurrence:
			case earlier.Entry.Outcome == "" || c.Entry.Outcome == "": // told when it was read
			case earlier.Entry.Outcome == model.OutcomeEvent || c.Entry.Outcome == model.OutcomeEvent:
			case makesLate(c, earlier.Entry):
				r.tell("PRG-CONTRA", i, "date", "если исполнено раньше, запишите отметку снова, с прежней датой",
					"отметка об исполнении %s (запись %d) больше не действует: исполненным считается %s", earlier.Entry.Date, k+1, c.Entry.Date)
			case earlier.Entry.Outcome == model.OutcomeWork: // begun and done on one day
			case earlier.Entry.Outcome != c.Entry.Outcome && earlier.Entry.Date == c.Entry.Date && earlier.Entry.Entered == c.Entry.Entered:
				r.tell("PRG-CONTRA", i, "status", "действует последняя; если она исправляет прежнюю, впишите в обе, когда они сделаны: entered = 2021-09-01",
					"в один день отмечено и «%s» (запись %d), и «%s»", execution.Said(earlier.Entry.Outcome), k+1, execution.Said(c.Entry.Outcome))
			}
		}
		last[c.Activity] = append(last[c.Activity], i)
		r.alone(i, c)
	}
}

// alone: a mark that names no event, while one on record waits for it.
func (r *record) alone(i int, c execution.Counted) {
	if c.Entry.Occurrence != "" || c.Occurrence == nil || c.Entry.Outcome == model.OutcomeEvent || !c.Activity.Waits() || c.Corrected {
		return
	}
	for _, o := range c.Activity.Occurrences {
		if o != c.Occurrence && o.Begin.Compare(c.Entry.Date) <= 0 && c.Activity.On(o, c.Entry.Date).IsOpen() {
			r.tell("PRG-CONTRA", i, "activity", "если отметка о нём, впишите occurrence = \""+o.ID+"\"",
				"не сказано, о каком событии отметка: исполнения ждёт «%s»", strings.TrimSpace(o.ID+" "+o.Name))
			return
		}
	}
}

// timetables: days of another paper are for activities that wait for them.
func (r *record) timetables(progress *model.Progress) {
	used := map[*execution.Activity]string{}
	for i, use := range progress.Timetables {
		tell := func(code, hint, format string, args ...any) {
			r.found.Add(diag.Problem{Severity: severities[code], Code: code, Key: fmt.Sprintf("timetable[%d].activity", i+1), Path: "график",
				Text: fmt.Sprintf(format, args...), Hint: hint})
		}
		var found []*execution.Activity
		for _, a := range r.Activities {
			if a.ID == model.ActivityID(use.Activity) {
				found = append(found, a)
			}
		}
		switch {
		case len(found) == 0:
			tell("PRG-WHERE", "есть: "+r.numbers(), "мероприятия «%s» в дорожной карте нет", use.Activity)
		case len(found) > 1:
			tell("PRG-WHERE", "исправьте номера мероприятий в дорожной карте", "мероприятий с номером «%s» в дорожной карте несколько", use.Activity)
		case used[found[0]] != "":
			tell("PRG-TWICE", "уберите одну из записей [[timetable]]", "у мероприятия %s уже есть график «%s»", found[0].ID, used[found[0]])
		case !found[0].Waits():
			tell("PRG-CONTRA", "уберите запись [[timetable]]", "у мероприятия %s свой срок («%s»): график ему не нужен", found[0].ID, short(found[0].Schedule.String()))
		}
		if len(found) == 1 {
			used[found[0]] = use.File
		}
	}
}
