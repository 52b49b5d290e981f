package intake

import (
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// tellGoneInstitutions names those that have no row in a form of all.
func (f *reading) tellGoneInstitutions() (told bool) {
	if f.Kind != FormOfAll {
		return false
	}
	set, _, _ := strings.Cut(f.passport.Subject, "/")
	var gone []string
	for _, one := range f.asked.Directory.Institutions {
		if who := f.senders[one.ID]; f.spokenOf[one.ID] == nil && !f.mentioned[one.ID] && f.isAskedOf(who, set) {
			gone = append(gone, oneLine(who.Name()))
		}
	}
	if len(gone) == 0 {
		return false
	}
	const enough = 3
	names := strings.Join(gone[:min(len(gone), enough)], "; ")
	if more := len(gone) - enough; more > 0 {
		names += " и ещё " + strconv.Itoa(more)
	}
	f.remarkFile(faultf(codeGone, "если строки удалили по ошибке, попросите прислать форму целиком", "в форме нет строк (%s): %s",
		russian.Count(len(gone), "учреждение", "учреждения", "учреждений"), names).as(diag.Warning))
	return true
}

// isAskedOf reports whether an institution has something to tell of a set in the year.
func (f *reading) isAskedOf(who *sender, set string) bool {
	first, last := model.Date{Year: f.asked.Year, Month: 1, Day: 1}, model.Date{Year: f.asked.Year, Month: 12, Day: 31}
	return who.reports && who.IsOpen(first, last) && slices.ContainsFunc(f.names, func(code string) bool {
		return f.codes[code].set == set && f.codes[code].tells(who)
	})
}

// tellGoneRows compares a form with the number of rows that were sent out.
func (f *reading) tellGoneRows() {
	if f.passport == nil || f.void || f.tellGoneInstitutions() || f.passport.Rows <= f.rows {
		return
	}
	f.remarkFile(faultf(codeGone, "если строки удалили по ошибке, попросите прислать форму целиком", "строк в форме было %d, осталось %d",
		f.passport.Rows, f.rows).as(diag.Warning))
}

// tellGoneColumns names the indicators of a form that have no column any more.
func (f *reading) tellGoneColumns(t *table) {
	if f.passport == nil || f.void {
		return
	}
	set, _, _ := strings.Cut(f.passport.Subject, "/")
	var gone []string
	for _, code := range f.names {
		i := f.codes[code]
		if i.set != set || i.derived {
			continue
		}
		has := false
		for k := range t.columns {
			has = has || t.columns[k].indicator == i
		}
		if !has {
			gone = append(gone, code)
		}
	}
	if len(gone) > 0 {
		f.remark(t.sheet, t.header, 1, faultf(codeGone, "если их удалили по ошибке, верните столбцы", "в форме нет столбцов (%s): %s",
			russian.Count(len(gone), "показатель", "показателя", "показателей"), shown(strings.Join(gone, ", "))).as(diag.Advice))
	}
}

// tellGoneIndicators finds the indicators that should have a row and have none.
func (f *reading) tellGoneIndicators(t *table, who *sender) {
	if who == nil || f.void {
		return
	}
	if f.passport != nil {
		set, _, _ := strings.Cut(f.passport.Subject, "/")
		f.sets[set] = true
	}
	var gone []string
	for _, code := range f.names {
		i := f.codes[code]
		if !f.sets[i.set] || i.FilledBy != model.FilledByInstitution || !i.isAsked(who) || f.spokenOf[code] != nil || f.unclear[code] {
			continue
		}
		gone = append(gone, code)
		f.Blank.add(f.kept(t.sheet, 0, 0, who, code))
	}
	if len(gone) == 0 {
		return
	}
	weight := diag.Advice
	if f.passport != nil {
		weight = diag.Warning
	}
	f.remark(t.sheet, t.header, 1, faultf(codeGone, "допишите строки с этими кодами или пришлите форму целиком", "нет строк (%s): %s",
		russian.Count(len(gone), "показатель", "показателя", "показателей"), shown(strings.Join(gone, ", "))).as(weight))
}
