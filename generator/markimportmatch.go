package generator

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// match finds what each changed row is about, and judges what it says. What was not
// touched is left out.
func (im *formImport) match(f *SentForm) {
	changed := false
	for _, r := range f.rows {
		if !r.isChanged() {
			continue
		}
		changed = true
		problem := im.locate(r)
		if r.found = problem == nil; !r.found {
			f.Problems.Add(*problem)
			continue
		}
		if f.Problems = append(f.Problems, r.faults...); len(r.faults) == 0 {
			f.Problems = append(f.Problems, im.judgeRow(r)...)
			occurrence, event := im.occurrence(r, nil)
			r.known = event == nil && sayingOf(im.marksOn(r, occurrence), r.mark) != nil
		}
	}
	if changed && f.Passport.Source != im.sum() && !f.Problems.HasErrors() {
		f.Problems.Add(diag.Advisef("", "с тех пор, как форма сделана (%s), %s; заполненных строк это не коснулось", f.Passport.Made, f.kind.changed).
			WithHint("в следующий раз сделайте новую форму: doklad forms %s %s", f.kind.name, f.Passport.Subject))
	}
	slices.SortStableFunc(f.rows, func(a, b *filledRow) int {
		return cmp.Or(slices.Compare(a.at[:], b.at[:]), a.happened.Compare(b.happened), strings.Compare(a.occurrence, b.occurrence))
	})
}

func (im *formImport) locate(r *filledRow) *diag.Problem {
	if r.damaged {
		return r.fault(markWhat, "впишите отметку в такую же строку новой формы", "о чём строка, не узнать: её скрытый ключ испорчен")
	}
	return im.find(r)
}

func (r *filledRow) fault(column, hint, text string, args ...any) *diag.Problem {
	p := r.Fault(column, hint, text, args...)
	return &p
}

// isMixed tells that a row shows something else than what its key says: shown is what
// stood in the column when the form was made. Without the column nothing is shown.
func (r *filledRow) isMixed(column, shown, of string) *diag.Problem {
	var unread diag.List // a formula somebody put over the printed words
	words := r.Text(column, &unread)
	const hint = "строки перепутались, когда таблицу сортировали или копировали по частям: впишите отметку в новую форму"
	switch {
	case !r.Has(column) || russian.Skeleton(words) == russian.Skeleton(shown):
		return nil
	case words == "":
		return r.fault(column, hint, "в строке %s стёрто «%s»: о чём она, не узнать", of, cutWords(shown))
	}
	return r.fault(column, hint, "в строке %s стоит другое: «%s»", of, cutWords(words))
}

// longestText is in characters; a page of a paper has about as many.
const longestText = 2000

// judgeRow finds what a row lacks, or says against the calendar.
func (im *formImport) judgeRow(r *filledRow) (found diag.List) {
	add := func(column, hint, text string, args ...any) { found.Add(r.Fault(column, hint, text, args...)) }
	m := r.mark
	isMarked := m != markRow{}
	if !isMarked && !r.isBlank() {
		p := r.Fault(markStatus, "записанное не стирают: если отметка ошибочна, впишите верную", "отметка, которая уже записана, в форме стёрта: она остаётся в силе")
		p.Severity = diag.Warning
		return diag.List{p}
	}
	if isMarked && m.Outcome == "" {
		add(markStatus, "выберите статус из списка или очистите остальные ячейки строки", "заполнено, а статус не выбран")
	}
	if m.Outcome != "" && m.Date.IsZero() {
		add(markDate, "впишите день, когда это было: 30.08.2026", "статус «%s» стоит, а даты нет", im.kind.words.Said(m.Outcome))
	}
	for column, day := range map[string]model.Date{markDate: m.Date, markHappened: r.happened} {
		switch {
		case day.IsZero():
		case day.Compare(im.since()) < 0:
			add(column, "проверьте год", "%s – раньше %s (%s)", day, im.kind.itself, im.since())
		case day.Compare(im.latest) > 0:
			add(column, "отмечают то, что уже было; проверьте год", "%s ещё не наступило (сегодня %s)", day, im.latest)
		}
	}
	if m.Issued.Compare(im.latest) > 0 {
		add(markIssued, "проверьте год", "документ от %s: этот день ещё не наступил (сегодня %s)", m.Issued, im.latest)
	}
	if m.Link != "" && !strings.HasPrefix(m.Link, "https://") && !strings.HasPrefix(m.Link, "http://") {
		cure := "назовите его в примечании"
		if im.kind == adviceKind {
			cure = "впишите его номер"
		}
		add(markLink, "ссылка начинается с https://; если документ не в интернете, очистите ячейку и "+cure, "«%s» не ссылка", cutWords(m.Link))
	}
	for _, t := range []struct{ column, text string }{{markResult, m.Result}, {markKind, m.Kind}, {markNumber, m.Number}, {markTitle, m.Title}, {markLink, m.Link},
		{markReason, m.Reason}, {markCorrection, m.Correction}, {markNote, m.Note}, {markEvent, r.event}} {
		if length := utf8.RuneCountInString(t.text); length > longestText {
			add(t.column, "сократите: главное оставьте в ячейке, остальное – в документе", "текст слишком длинный: в нём знаков %d, а принимается не больше %d", length, longestText)
		}
	}
	im.judge(r, add)
	slices.SortFunc(found, func(a, b diag.Problem) int { return strings.Compare(a.Cell, b.Cell) })
	return found
}
