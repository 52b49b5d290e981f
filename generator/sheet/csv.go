package sheet

import "strings"

// csvText is a table in text (RFC 4180, with any separator). All its cells are texts:
// the file does not say what is a number. A record with line breaks is one row, as
// after opening it in Excel.
type csvText struct {
	text      string
	separator byte
}

func (t *csvText) merged() ([]Range, error) { return nil, nil }

func (t *csvText) rows(passing bool, yield func(Row, error) bool) {
	r := csvReader{text: t.text, separator: t.separator}
	var cells []Cell // of the last row
	for number := 1; !r.done(); number++ {
		row := Row{Number: number, Cells: make([]Cell, 0, len(cells))}
		if passing {
			row.Cells = cells[:0]
		}
		for column := 1; ; column++ {
			at := r.at
			value, last := r.field()
			switch {
			case len(value) > maxText:
				r.err = tooLong()
			case value != "" && column > maxColumn:
				r.err = atLine(r.text, at, sendXLSX, "столбцов больше, чем бывает в Excel")
			case value != "" && number > maxRow:
				r.err = atLine(r.text, at, shorten, "строк больше, чем бывает в Excel")
			}
			if r.err != nil {
				yield(Row{}, r.err)
				return
			}
			if value != "" {
				row.Cells = append(row.Cells, Cell{Row: number, Column: column, Kind: Text, Text: value, Raw: value})
			}
			if last {
				break
			}
		}
		cells = row.Cells
		if len(row.Cells) > 0 && !yield(row, nil) {
			return
		}
	}
}

type csvReader struct {
	text      string
	separator byte
	at        int
	err       error
}

func (r *csvReader) done() bool { return r.at >= len(r.text) || r.err != nil }

// field reads one value and what ends it; last tells that the record ends too. Quotes
// mean something only at the beginning: people write ООО "Заря" without doubling.
func (r *csvReader) field() (value string, last bool) {
	if r.at < len(r.text) && r.text[r.at] == '"' {
		value = r.quoted()
	} else {
		start := r.at
		for r.at < len(r.text) && r.text[r.at] != r.separator && r.text[r.at] != '\n' && r.text[r.at] != '\r' {
			r.at++
		}
		value = r.text[start:r.at]
	}
	switch rest := r.text[r.at:]; {
	case rest == "":
		return value, true
	case rest[0] == r.separator:
		r.at++
		return value, false
	case strings.HasPrefix(rest, "\r\n"):
		r.at += 2
	default:
		r.at++
	}
	return value, true
}

func (r *csvReader) quoted() string {
	const cure = "удвойте кавычки внутри значения («\"\"») или сохраните таблицу из Excel заново"
	start := r.at
	doubled := false
	for r.at++; ; r.at++ {
		i := strings.IndexByte(r.text[r.at:], '"')
		if i < 0 {
			r.err = atLine(r.text, start, cure, "кавычка открыта и не закрыта")
			r.at = len(r.text)
			return ""
		}
		r.at += i + 1
		if r.at == len(r.text) || r.text[r.at] != '"' {
			break
		}
		doubled = true
	}
	value := r.text[start+1 : r.at-1]
	if r.at < len(r.text) && r.text[r.at] != r.separator && r.text[r.at] != '\n' && r.text[r.at] != '\r' {
		r.err = atLine(r.text, r.at, cure, "за закрывающей кавычкой стоит ещё текст")
		return ""
	}
	if doubled {
		value = strings.ReplaceAll(value, `""`, `"`)
	}
	if strings.IndexByte(value, '\r') >= 0 {
		value = strings.ReplaceAll(strings.ReplaceAll(value, "\r\n", "\n"), "\r", "\n")
	}
	return value
}

// sniff finds the separator: the one that divides the most records into equally many
// fields. Excel's first line «sep=;» says it outright.
func sniff(text string) (rest string, separator byte) {
	if after, ok := strings.CutPrefix(text, "sep="); ok && len(after) > 1 && (after[1] == '\n' || after[1] == '\r') && strings.IndexByte(";,\t|", after[0]) >= 0 {
		return strings.TrimLeft(after[1:], "\r\n"), after[0]
	}
	best := 0
	separator = ';'
	for _, candidate := range []byte(";\t,") {
		if candidate == ',' && !commaSeparates(text[:min(len(text), sniffed)]) {
			continue
		}
		if n := alike(text, candidate); n > best {
			best, separator = n, candidate
		}
	}
	return text, separator
}

// sniffed is how much of a text is looked at, in bytes.
const sniffed = 64 << 10

// alike counts the records that the separator divides into the most usual number of
// fields, if that is more than one.
func alike(text string, separator byte) (most int) {
	r := csvReader{text: text[:min(len(text), sniffed)], separator: separator}
	counts := map[int]int{}
	for !r.done() {
		fields := 1
		for {
			if _, last := r.field(); last || r.err != nil {
				break
			}
			fields++
		}
		if fields > 1 && r.err == nil {
			counts[fields]++
			most = max(most, counts[fields])
		}
	}
	return most
}

// commaSeparates reports whether any comma is not one of a decimal fraction: a single
// column of 1,5 and 2,5 must not become two.
func commaSeparates(text string) bool {
	digit := func(i int) bool { return 0 <= i && i < len(text) && '0' <= text[i] && text[i] <= '9' }
	for i := range len(text) {
		if text[i] == ',' && !(digit(i-1) && digit(i+1)) {
			return true
		}
	}
	return false
}
