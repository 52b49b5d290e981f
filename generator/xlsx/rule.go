package xlsx

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// rule sets what the cells of the inputs take («Проверка данных»).
func (b book) rule(f *excelize.File, p *plan) error {
	for _, in := range p.Inputs {
		at, err := b.own(in.At, p)
		if err != nil {
			return err
		}
		for _, cells := range together(at.openRuns(), len(in.Words) == 0) {
			v := excelize.NewDataValidation(true)
			for _, run := range cells {
				v.SetSqref(run.plain())
			}
			if err := b.limit(v, in, cells[0]); err != nil {
				return err
			}
			if in.Prompt != "" {
				v.SetInput(in.Title, in.Prompt)
			}
			words := in.Error
			if words == "" {
				words = in.bounded().refusal()
			}
			v.SetError(excelize.DataValidationErrorStyleStop, "Проверьте значение", words)
			if err := f.AddDataValidation(p.name, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// together are the runs that share a rule: all, or each alone where the rule is a
// formula, which is said for the first cell and read for each by its distance from it.
func together(runs []place, shared bool) (groups [][]place) {
	if shared && len(runs) > 0 {
		return [][]place{runs}
	}
	for i := range runs {
		groups = append(groups, runs[i:i+1])
	}
	return groups
}

// openRuns are the parts of a place between titles and totals.
func (p place) openRuns() (runs []place) {
	open := false
	for row := p.top; row <= p.bottom; row++ {
		r := p.Table.Rows[row-1]
		switch {
		case r.Section || r.Total:
			open = false
			continue
		case !open:
			run := p
			run.top = row
			runs = append(runs, run)
			open = true
		}
		runs[len(runs)-1].bottom = row
	}
	return runs
}

func (b book) limit(v *excelize.DataValidation, in Input, at place) error {
	in = in.bounded()
	if len(in.Words) > 0 {
		formula := in.numberOrWords(ref(at.left, at.header+at.top))
		if textUnits(formula) > longestLiteral {
			return fmt.Errorf("input %s: words of more than %d characters with their rule", in.At, longestLiteral)
		}
		v.Type, v.Formula1 = "custom", escapeRule.Replace(formula)
		return nil
	}
	between := func(kind excelize.DataValidationType, least, most float64) error {
		return v.SetRange(plainNumber(least), plainNumber(most), kind, excelize.DataValidationOperatorBetween)
	}
	switch in.Takes {
	case TakesChoice:
		if fitsRule(in.Choices) {
			return v.SetDropList(in.Choices)
		}
		v.SetSqrefDropList(b.list(in.Choices).absolute())
		return nil
	case TakesDay:
		return between(excelize.DataValidationTypeDate, float64(serial(in.From)), float64(serial(in.To)))
	case TakesNumber:
		return between(excelize.DataValidationTypeDecimal, stored(in.Least, in.Format), stored(in.Most, in.Format))
	case TakesWhole:
		return between(excelize.DataValidationTypeWhole, stored(in.Least, in.Format), stored(in.Most, in.Format))
	}
	return between(excelize.DataValidationTypeTextLength, in.Least, in.Most)
}

// numberOrWords is the rule of a cell that takes a number within its bounds, or one of
// the words. A text is not compared with the bounds: it is more than any number.
func (in Input) numberOrWords(cell string) string {
	bounds := fmt.Sprintf("%s>=%s,%s<=%s", cell, plainNumber(stored(in.Least, in.Format)), cell, plainNumber(stored(in.Most, in.Format)))
	if in.Takes == TakesWhole {
		bounds += fmt.Sprintf(",%s=INT(%s)", cell, cell)
	}
	words := make([]string, len(in.Words))
	for i, word := range in.Words {
		words[i] = cell + "=" + doc.Quote(word)
	}
	return fmt.Sprintf("IF(ISNUMBER(%s),AND(%s),OR(%s))", cell, bounds, strings.Join(words, ","))
}

// escapeRule: excelize writes the formula of a rule as it is given.
var escapeRule = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func plainNumber(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// refusal is what is said where the caller left it to us.
func (in Input) refusal() string {
	number := func(n float64) string {
		f := in.Format
		f.Decimals = len(fractionOf(n))
		return doc.Value{Kind: doc.NumberValue, Number: n, Format: f}.String()
	}
	limits := ""
	if in.Least > leastNumber || in.Most < mostNumber {
		limits = fmt.Sprintf(" от %s до %s", number(in.Least), number(in.Most))
	}
	switch in.Takes {
	case TakesChoice:
		return "Выберите значение из списка: другие здесь не принимаются."
	case TakesDay:
		text := "Напишите дату вида 01.09.2025"
		if !in.From.Equal(firstDay) {
			text += " не раньше " + dayWords(in.From)
		}
		if !in.To.Equal(lastDay) {
			text += " не позже " + dayWords(in.To)
		}
		return text + "."
	case TakesNumber:
		return "Напишите число" + limits + in.orWords() + "."
	case TakesWhole:
		return "Напишите целое число" + limits + in.orWords() + "."
	}
	if in.Least > 0 {
		return fmt.Sprintf("Напишите не меньше %.0f и не больше %.0f знаков.", in.Least, in.Most)
	}
	return fmt.Sprintf("Напишите не больше %.0f знаков.", in.Most)
}

func (in Input) orWords() string {
	if len(in.Words) == 0 {
		return ""
	}
	return " или «" + strings.Join(in.Words, "», «") + "»"
}

func fractionOf(n float64) string {
	_, fraction, _ := strings.Cut(plainNumber(n), ".")
	return fraction
}

func dayWords(day time.Time) string {
	return doc.Value{Kind: doc.DayValue, Day: day}.String()
}
