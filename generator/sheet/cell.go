package sheet

import (
	"math"
	"strconv"
)

// storage is how the file keeps the value of a cell (its attribute t).
type storage uint8

const (
	asNumber storage = iota
	asShared
	asText // of a formula, or in the cell itself
	asTruth
	asFault
	asDay // ISO 8601, in the strict form
	unknown
)

func cellType(t []byte) storage {
	switch string(t) {
	case "", "n":
		return asNumber
	case "s":
		return asShared
	case "str", "inlineStr":
		return asText
	case "b":
		return asTruth
	case "e":
		return asFault
	case "d":
		return asDay
	}
	return unknown
}

// faults are the errors of formulas as the Russian Excel shows them.
var faults = map[string]string{
	"#REF!": "#ССЫЛКА!", "#DIV/0!": "#ДЕЛ/0!", "#VALUE!": "#ЗНАЧ!", "#NAME?": "#ИМЯ?",
	"#NULL!": "#ПУСТО!", "#NUM!": "#ЧИСЛО!", "#N/A": "#Н/Д", "#GETTING_DATA": "#ОЖИДАНИЕ_ДАННЫХ",
	"#SPILL!": "#ПЕРЕНОС!", "#CALC!": "#ВЫЧИСЛ!", "#FIELD!": "#ПОЛЕ!", "#BLOCKED!": "#ЗАБЛОКИРОВАНО!",
	"#CONNECT!": "#ПОДКЛЮЧИТЬ!", "#UNKNOWN!": "#НЕИЗВЕСТНО!",
}

// set gives the cell what stands in it.
func (r *rowReader) set(c *Cell, stored storage, format *numberFormat, b []byte) {
	if stored == asShared {
		text, ok := "", false
		if i, digits := parseCount(string(b), maxStrings); digits {
			text, ok = r.part.book.strings.at(i)
		}
		if !ok {
			r.fail("текста № %s в книге нет", clip(b))
		}
		c.setText(text)
		return
	}
	value := string(r.cellText(b))
	c.Raw = value
	switch stored {
	case asNumber:
		r.setNumber(c, format, value)
	case asText:
		c.setText(value)
	case asTruth:
		switch value {
		case "1", "true":
			c.Kind, c.Text, c.Number = Truth, "ИСТИНА", 1
		case "0", "false":
			c.Kind, c.Text = Truth, "ЛОЖЬ"
		default:
			r.fail("логическое значение «%s»", clip(b))
		}
	case asFault:
		c.Kind, c.Text = Fault, value
		if russian, ok := faults[value]; ok {
			c.Text = russian
		}
	case asDay:
		r.setISO(c, value)
	default:
		r.fail("неизвестный вид ячейки")
	}
}

func (c *Cell) setText(text string) {
	c.Text, c.Raw = text, text
	if text != "" {
		c.Kind = Text
	}
}

func (r *rowReader) setNumber(c *Cell, format *numberFormat, value string) {
	x, ok := parseNumber(value)
	if !ok {
		r.fail("вместо числа стоит «%s»", clip([]byte(value)))
		return
	}
	c.Kind, c.Number, c.Percent = Number, x, format.percent
	switch format.kind {
	case showsDay:
		c.setDay(x, r.part.book.date1904)
	case showsClock:
		c.Kind, c.Text = Clock, clockText(x, format.seconds)
	default:
		c.Text = format.show(x, value)
	}
}

// parseNumber reads what xsd:double allows except words and what overflows:
// strconv would take 0x1p4, 1_0 and inf too.
func parseNumber(s string) (float64, bool) {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil && !math.IsInf(x, 0)
}
