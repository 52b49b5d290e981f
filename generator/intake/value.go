package intake

import (
	"fmt"
	"strings"
	"unicode"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// answer is what a cell says of an indicator.
type answer struct {
	blank  bool
	value  model.Value
	raw    string
	note   string
	change string
	faults []fault
}

// isTaken reports whether the value may be taken.
func (a *answer) isTaken() bool {
	for _, f := range a.faults {
		if f.severity == diag.Error {
			return false
		}
	}
	return !a.blank
}

func (a *answer) add(f fault) { a.faults = append(a.faults, f) }

// refuse tells why the value is not taken.
func (a *answer) refuse(code, hint, text string, args ...any) {
	a.add(faultf(code, hint, text, args...))
}

// read understands a cell. In a table of text all numbers are texts, which is no fault.
func (i *indicator) read(c sheet.Cell, isText bool) answer {
	a := answer{raw: storedText(c)}
	switch c.Kind {
	case sheet.Empty:
		a.blank = !c.Uncached
		if c.Uncached {
			a.refuse(codeUncounted, "откройте книгу в Excel, сохраните и пришлите ещё раз или впишите само число", "формула не посчитана")
		}
		return a
	case sheet.Number:
		i.readNumber(&a, c)
	case sheet.Text:
		i.readText(&a, c.Text, isText)
	case sheet.Truth:
		if i.Unit != model.UnitYesNo {
			a.refuse(codeNumber, "впишите число", "«%s» не число", c.Text)
			break
		}
		a.value = model.KnownValue(c.Number)
		a.change = "«" + c.Text + "» прочитано как " + yesNo(c.Number)
		a.add(faultf(codeTextNumber, "пишите «да» или «нет»", "%s", a.change).as(diag.Advice))
	case sheet.Day:
		a.refuse(codeDate, dateHint(c), "в ячейке дата %s, а не число", shown(c.Text))
	case sheet.Clock:
		a.refuse(codeDate, "задайте ячейке формат «Числовой» и впишите число заново", "в ячейке время %s, а не число", shown(c.Text))
	case sheet.Fault:
		a.refuse(codeFault, "впишите само число, без формулы", "в ячейке ошибка: %s", shown(c.Text))
	}
	if c.Formula && a.isTaken() {
		a.change = joinChanges(a.change, "сохранённый результат формулы")
		a.add(faultf(codeFormula, "если книгу меняли в другой программе, откройте её в Excel, сохраните и пришлите заново",
			"взят сохранённый результат формулы (%s): программа ничего не считала", shown(a.raw)).as(diag.Warning))
	}
	return a
}

// readNumber takes a number of a workbook; a percentage is kept there as a share.
func (i *indicator) readNumber(a *answer, c sheet.Cell) {
	x := c.Number
	switch {
	case c.Percent && i.Unit != model.UnitPercent:
		a.refuse(codeUnit, "задайте ячейке формат «Числовой» и впишите число в единицах показателя",
			"в ячейке проценты (%s), а показатель – в единицах «%s»", shown(c.Text), i.Unit)
		return
	case c.Percent:
		x = model.Fifteen(x * 100)
	case i.Unit == model.UnitPercent && 0 < x && x < 1:
		a.add(shareFault(x))
	}
	i.tellShown(a, c, x)
	a.value = model.KnownValue(x)
}

// longestAnswer, in bytes, is far above any number with all that people write beside it.
const longestAnswer = 1000

// howToAnswer is what to write in place of what cannot be read.
func (i *indicator) howToAnswer() string {
	if i.Unit == model.UnitYesNo {
		return "впишите «да» или «нет»"
	}
	return "впишите одно число: 87,5; если его нет – «нет данных» или «не применимо»"
}

// refuseWords tells that a text is no answer at all.
func (i *indicator) refuseWords(a *answer, text string) {
	what := "«%s» не число"
	if i.Unit == model.UnitYesNo {
		what = "«%s» – не ответ «да» или «нет»"
	}
	a.refuse(codeNumber, i.howToAnswer(), what, shown(text))
}

// readText takes a number, or a word in its place, that stands in a cell as a text.
func (i *indicator) readText(a *answer, text string, isText bool) {
	if isBlankText(text) {
		a.blank = true
		return
	}
	if len(text) > longestAnswer {
		i.refuseWords(a, text)
		return
	}
	line := oneLine(text)
	if isDigit(line[0]) {
		i.readTyped(a, line, text, isText)
		return
	}
	if i.readWord(a, line) {
		return
	}
	i.readTyped(a, line, text, isText)
}

// readWord takes «нет данных» and what stands for it, «да» and «нет».
func (i *indicator) readWord(a *answer, line string) bool {
	state, exact, found := placeholder(line)
	asked := i.Unit == model.UnitYesNo
	word, alike := wordOf(line)
	switch {
	case asked && (word == "да" || word == "нет"):
		a.value = model.KnownValue(0)
		if word == "да" {
			a.value = model.KnownValue(1)
		}
		if alike {
			a.change = "«" + line + "» прочитано как " + yesNo(a.value.Number) + ": буквы только похожи"
			a.add(faultf(codeTextNumber, "наберите ответ русскими буквами", "%s", a.change).as(diag.Advice))
		}
		return true
	case asked && (line == "+" || word == "истина" || word == "ложь"):
		a.value = model.KnownValue(1)
		if word == "ложь" {
			a.value = model.KnownValue(0)
		}
		a.change = "«" + line + "» прочитано как " + yesNo(a.value.Number)
		a.add(faultf(codeTextNumber, "пишите «да» или «нет»", "%s", a.change).as(diag.Advice))
		return true
	case word == "нет":
		a.change = "прочитано как «нет данных»"
		a.add(faultf(codeWord, "если это ноль, впишите 0; если чисел нет, напишите «нет данных»", "«нет» прочитано как «нет данных»").as(diag.Warning))
		return true
	case asked && found && isDash(line):
		a.change = "прочитано как «нет данных»"
		a.add(faultf(codeWord, "если ответ – «нет», так и напишите", "«%s» прочитано как «нет данных»", line).as(diag.Warning))
		return true
	case !found:
		return false
	}
	said := wordMissing
	if state == model.NotApplicable {
		a.value, said = model.NoValue(), wordNotApplicable
	}
	if !exact {
		a.change = "прочитано как «" + said + "»"
		a.add(faultf(codeWord, "пишите «"+said+"»", "«%s» прочитано как «%s»", shown(line), said).as(diag.Advice))
	}
	return true
}

// wordOf is the one word of a line in small letters, with those in place of which others
// stand that look alike.
func wordOf(line string) (word string, alike bool) {
	word = strings.ToLower(strings.Trim(line, " ."))
	if len(word) > 20 || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return word, false
	}
	russianWord := russian.Skeleton(line)
	return russianWord, russianWord != word
}

func yesNo(x float64) string {
	if x != 0 {
		return "«да»"
	}
	return "«нет»"
}

// readTyped takes a number typed as a text, with its unit and footnote.
func (i *indicator) readTyped(a *answer, line, text string, isText bool) {
	n, wrong := parseNumber(line)
	if wrong != isNumber || n.rest != "" {
		if d, err := model.TypedDate(line); err == nil {
			a.refuse(codeDate, dateHint(sheet.Cell{Day: d}), "в ячейке дата %s, а не число", shown(line))
			return
		}
	}
	switch wrong {
	case notNumber:
		i.refuseWords(a, line)
		return
	case twoMeanings:
		a.refuse(codeNumber, i.howToAnswer(), "«%s» можно прочесть двояко", shown(line))
		return
	case tooExact:
		a.refuse(codeNumber, i.howToAnswer(), "в числе «%s» больше 15 цифр", shown(line))
		return
	}
	unit, note, ok := cutNote(n.rest)
	percent := unit == "%"
	switch {
	case !ok:
		a.refuse(codeNumber, i.howToAnswer(), "«%s» можно прочесть двояко", shown(line))
		return
	case unit != "" && unitOf(unit) == "" && strings.ContainsAny(unit[:1], "-–—/\\+=<>:;.,'\"0123456789"):
		i.refuseWords(a, line)
		return
	case unit != "" && i.Unit == model.UnitYesNo:
		i.refuseWords(a, line)
		return
	case unit != "" && unitOf(unit) != i.Unit:
		a.refuse(codeUnit, fmt.Sprintf("впишите одно число в единицах «%s»", i.Unit), "«%s»: единица не та, показатель – в единицах «%s»", shown(line), i.Unit)
		return
	case unit != "":
		n.change = joinChanges(n.change, "единица «"+shown(unit)+"» опущена")
	}
	if line != text {
		n.change = joinChanges(n.change, "лишние пробелы убраны")
	}
	if note != "" {
		a.note = note
		a.change = "сноска «" + shown(note) + "» отделена"
		a.add(faultf(codeNote, "впишите в ячейку одно число, остальное – в примечание", "«%s»: взято число %s, сноска «%s» записана отдельно",
			shown(line), printed(n.x), shown(note)).as(diag.Warning))
	}
	if !isText {
		n.change = joinChanges("число записано текстом", n.change)
	}
	if n.change != "" {
		a.add(faultf(codeTextNumber, "задайте ячейке формат «Числовой» и впишите число без лишних знаков",
			"«%s» прочитано как %s: %s", shown(text), printed(n.x), n.change).as(diag.Advice))
	}
	a.change = joinChanges(n.change, a.change)
	if i.Unit == model.UnitPercent && !percent && 0 < n.x && n.x < 1 {
		a.add(shareFault(n.x))
	}
	a.value = model.KnownValue(n.x)
}

// noteText is what stands in the column of notes: a text, whatever it looks like.
func noteText(c sheet.Cell) string { return form.Clean(c.Text) }
