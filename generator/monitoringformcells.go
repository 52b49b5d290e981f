package generator

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// What is said in place of a number.
const (
	noDataWords        = "нет данных"
	notApplicableWords = "не применимо"
)

var noNumberWords = []string{noDataWords, notApplicableWords}

var yesNoWords = []string{"да", "нет"}

// valueInput is a cell for a value of an indicator, with the words that may stand there
// besides.
func valueInput(at string, i model.Indicator, year int, words ...string) xlsx.Input {
	in := xlsx.Input{At: at, Title: i.Code + ", " + i.Unit, Prompt: brief(periodOf(i, year)+" "+oneLine(form.Clean(i.Explain)), longestPrompt)}
	kind := "число"
	switch {
	case i.Unit == model.UnitYesNo:
		in.Takes, in.Choices = xlsx.TakesChoice, append(yesNoWords[:2:2], words...)
		in.Error = "Выберите из списка: " + strings.Join(in.Choices, ", ") + "."
		return in
	case i.Decimals == 0:
		in.Takes, kind = xlsx.TakesWhole, "целое число"
	default:
		in.Takes = xlsx.TakesNumber
	}
	in.Least, in.Most, in.Words, in.Format = i.Range.From, i.Range.To, words, doc.NumberFormat{Decimals: i.Decimals}
	in.Error = fmt.Sprintf("%s: нужно %s %s.", i.Code, kind, i.Range)
	if i.Unit == model.UnitPercent {
		in.Error += " Проценты пишут без знака: 87,5."
	}
	if len(words) > 0 {
		in.Error += " Если числа нет: «" + strings.Join(words, "» или «") + "»."
	} else {
		in.Error += " Если числа нет, оставьте ячейку пустой и выберите причину в соседней."
	}
	return in
}

// periodOf is the day or the time that a value is told for, with the year put in.
func periodOf(i model.Indicator, year int) string {
	switch {
	case !i.AsOf.IsZero():
		return "На " + i.AsOf.In(year, i.Period).String() + "."
	case i.Period == model.SchoolYear:
		return fmt.Sprintf("За %d/%02d учебный год.", year-1, year%100)
	}
	return fmt.Sprintf("За %d год.", year)
}

// howToCount tells all that is known of how a value comes about.
func howToCount(i model.Indicator, year int) string {
	text := periodOf(i, year) + " " + oneLine(form.Clean(i.Explain))
	if from := oneLine(form.Clean(i.Source)); !strings.Contains(text, from) {
		text += " Источник: " + strings.TrimSuffix(from, ".") + "."
	}
	if same, change := i.Comparable(year-1, year); !same {
		text += fmt.Sprintf(" С %d года считается иначе: %s.", year, strings.TrimSuffix(oneLine(form.Clean(change)), "."))
	}
	return text
}

// toldCell shows a value that was told.
func toldCell(i model.Indicator, v model.Value, known bool) doc.Cell {
	switch {
	case !known:
		return doc.Cell{}
	case v.State == model.NotApplicable:
		return doc.Cell{Text: notApplicableWords}
	case v.State == model.Missing:
		return doc.Cell{Text: noDataWords}
	case i.Unit == model.UnitYesNo && v.Number == 1:
		return doc.Cell{Text: yesNoWords[0]}
	case i.Unit == model.UnitYesNo && v.Number == 0:
		return doc.Cell{Text: yesNoWords[1]}
	}
	return doc.Value{Kind: doc.NumberValue, Number: v.Number, Format: doc.NumberFormat{Decimals: i.Decimals}}.Cell()
}

// longestPrompt is Excel's limit, in UTF-16 units.
const longestPrompt = 255

// brief is the beginning of a text, cut between words.
func brief(text string, most int) string {
	if len(utf16.Encode([]rune(text))) <= most {
		return text
	}
	const more = "…"
	kept := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(kept + " " + word)
		if len(utf16.Encode([]rune(longer+more))) > most {
			break
		}
		kept = longer
	}
	return strings.TrimRight(kept, ",;:–") + more
}
