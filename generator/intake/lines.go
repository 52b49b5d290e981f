package intake

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// label is what a line above the table tells of.
type label int

const (
	labelNone label = iota
	labelSender
	labelPeriod
)

var labels = func() map[string]label {
	m := map[string]label{}
	for l, texts := range map[label][]string{
		labelSender: {"Учреждение", "Наименование учреждения", "Организация", "Наименование организации", "Образовательная организация", "Наименование образовательной организации", "ДОО", "ОО", "Код учреждения", "ИНН", "ИНН учреждения", "Школа", "Детский сад"},
		labelPeriod: {"Отчётный период", "Период", "Отчётный год", "Год", "Период отчёта"},
	} {
		for _, text := range texts {
			m[russian.Skeleton(text)] = l
		}
	}
	return m
}()

// labelled cuts «Учреждение: МБДОУ …» in two; a label alone has its value beside it.
func labelled(text string) (l label, value string) {
	if len(text) > 1000 {
		return labelNone, ""
	}
	before, after, _ := strings.Cut(text, ":")
	if len(before) <= longestHeader {
		l = labels[russian.Skeleton(before)]
	}
	switch {
	case l != labelNone:
		return l, oneLine(after)
	case strings.HasPrefix(russian.Fold(oneLine(beginning(text, longestHeader))), "отчетный период"):
		return labelPeriod, oneLine(text)
	}
	return labelNone, ""
}

// mostBeside is how many cells of a row above the table may be labels and their values.
const mostBeside = 50

var yearInText = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(?:\D|$)`)

// readLines reads what stands above a table: whose it is, and of what period. The sender
// is nil where it is not known, which is told, and of a table whose rows name theirs.
func (f *reading) readLines(t *table) *sender {
	var who *sender
	named, dated := false, false
	for _, row := range t.top {
		if row.Number >= t.header {
			break
		}
		for i, c := range row.Cells[:min(len(row.Cells), mostBeside)] {
			if c.Kind != sheet.Text {
				continue
			}
			l, value := labelled(c.Text)
			if l == labelNone {
				continue
			}
			at := c
			if value == "" && i+1 < len(row.Cells) {
				at = row.Cells[i+1]
				value = oneLine(at.Text)
			}
			switch {
			case value == "":
			case l == labelPeriod:
				dated = f.readPeriod(t, at, value) || dated
			case t.vertical && !t.long:
				one := f.readSenderLine(t, at, value)
				if named && one != who {
					f.void = true
					f.remark(t.sheet, at.Row, at.Column, faultf(codeWho, "оставьте одно учреждение", "в файле названы разные учреждения"))
				}
				who, named = one, true
			}
		}
	}
	if !dated && f.passport == nil {
		f.remark(t.sheet, t.header, 1, faultf(codePeriod, "впишите над таблицей: «Отчётный период: "+strconv.Itoa(f.asked.Year)+" год»",
			"период не назван: значения считаются за %d год", f.asked.Year).as(diag.Advice))
	}
	switch {
	case !t.vertical || t.long:
		return nil
	case f.passport != nil:
		return f.ownerOfForm(t, who, named)
	case named:
		return who
	}
	return f.ownerByFileName()
}

// readPeriod refuses a file of another year. A period of two years is told by its first.
func (f *reading) readPeriod(t *table, c sheet.Cell, value string) bool {
	m := yearInText.FindStringSubmatch(beginning(value, longestAnswer))
	if m == nil {
		return false
	}
	if year, _ := strconv.Atoi(m[1]); year != f.asked.Year {
		f.void = true
		f.remark(t.sheet, c.Row, c.Column, f.wrongPeriod("в файле период – «"+shown(value)+"»"))
	}
	return true
}

// readSenderLine recognises the institution that a line names.
func (f *reading) readSenderLine(t *table, c sheet.Cell, value string) *sender {
	who, wrong := f.recognise(value)
	if wrong != nil {
		f.void = true
		f.remark(t.sheet, c.Row, c.Column, *wrong)
	}
	return who
}

// ownerOfForm is whom the passport names; a line that names another is a mistake.
func (f *reading) ownerOfForm(t *table, named *sender, isNamed bool) *sender {
	who := f.senders[f.passport.BodyID]
	switch {
	case who == nil:
		f.refuseFile(faultf(codeWho, howToGet, "форму делали для учреждения «%s», которого в справочнике нет", shown(f.passport.Body)))
		return nil
	case !who.reports:
		f.refuseFile(f.notReporting(who))
	case isNamed && named != nil && named != who:
		f.void = true
		f.remark(t.sheet, t.header, 1, faultf(codeWho, "каждому учреждению – своя форма: попросите новую",
			"форму делали для учреждения «%s», а в ней названо «%s»", who.Name(), named.Name()))
	}
	return who
}

// ownerByFileName takes the ID, code or INN that the file is called by.
func (f *reading) ownerByFileName() *sender {
	base := path.Base(f.Name)
	base = strings.TrimSuffix(base, path.Ext(base))
	found := f.registry.Recognise(base)
	if found.Certainty == model.ByKey {
		who := f.senders[found.Institution.ID]
		if !who.reports {
			f.refuseFile(f.notReporting(who))
			return who
		}
		f.remarkFile(faultf(codeWho, "впишите над таблицей: «Учреждение: "+who.Name()+"»",
			"учреждение в файле не названо: узнано по имени файла – «%s»", who.Name()).as(diag.Warning))
		return who
	}
	f.refuseFile(faultf(codeWho, nearHint(found.Near, "впишите над таблицей «Учреждение: …» или назовите файл кодом учреждения"), "не узнать, чьи это показатели: учреждение в файле не названо"))
	return nil
}

// tellColumns names the columns whose codes nobody knows, and the sets of the others.
func (f *reading) tellColumns(t *table) {
	for _, c := range t.columns {
		if c.indicator == nil {
			f.remark(t.sheet, t.header, c.at, f.unknownCode(c.code).as(diag.Warning))
			continue
		}
		f.sets[c.indicator.set] = true
		f.tellLookAlike(t, t.header, c.at, c.code, c.indicator)
		if c.unit != "" {
			f.remark(t.sheet, t.header, c.at, faultf(codeUnit, "пересчитайте числа столбца в единицы «"+c.indicator.Unit+"» и исправьте заголовок",
				"в заголовке единица «%s», а показатель %s – в единицах «%s»: столбец не взят", shown(c.unit), c.indicator.Code, c.indicator.Unit))
		}
	}
}
