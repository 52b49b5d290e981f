package intake

import (
	"unicode"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/russian"
)

// coded is what a text begins with: an indicator, and its code as it is written.
type coded struct {
	indicator *indicator
	code      string
}

// codeOf is codeAt of a text that may stand in many rows.
func (f *reading) codeOf(text string) (*indicator, string) {
	c := f.coded.of(beginning(text, longestCode), func(text string) coded {
		one, code := f.codeAt(text)
		return coded{one, code}
	})
	return c.indicator, c.code
}

// longestCode, in bytes, has room for a code, for what is not seen before it, and for the
// sign behind it.
const longestCode = 64

// codeAt finds the code that a header begins with: «DV01. Численность…». Letters that
// look alike are taken for each other. What looks like a code and is none of ours is
// given back as it is written.
func (r *Reader) codeAt(text string) (*indicator, string) {
	text = oneLine(beginning(text, longestCode))
	letters, digits, end := 0, 0, 0
	for i, c := range text {
		switch {
		case unicode.IsLetter(c) && digits == 0:
			letters++
		case c >= '0' && c <= '9' && letters > 0:
			digits++
		case unicode.IsLetter(c):
			return r.codeWithLetter(text, i, c)
		default:
			return r.codeBefore(text[:end], letters, digits)
		}
		end = i + utf8.RuneLen(c)
	}
	return r.codeBefore(text[:end], letters, digits)
}

// codeWithLetter is a code that ends with a letter: D05A.
func (r *Reader) codeWithLetter(text string, at int, last rune) (*indicator, string) {
	end := at + utf8.RuneLen(last)
	if next, _ := utf8.DecodeRuneInString(text[end:]); end < len(text) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return nil, ""
	}
	return r.codeBefore(text[:end], 1, 1)
}

func (r *Reader) codeBefore(code string, letters, digits int) (*indicator, string) {
	if letters == 0 || letters > 3 || digits == 0 || digits > 3 {
		return nil, ""
	}
	if one := r.codes[code]; one != nil {
		return one, code
	}
	if one := r.alike[russian.Skeleton(code)]; one != nil {
		return one, code
	}
	return nil, code
}

// unknownCode tells of a code that the catalogue has not. What may have been meant is
// looked for as often as it will be told.
func (f *reading) unknownCode(code string) fault {
	hint := "исправьте код по каталогу показателей"
	if f.guesses++; f.guesses <= mostAlike && len(code) <= longestCode {
		if near, ok := russian.Nearest(code, f.names); ok {
			hint = "может быть, " + near + "? Проверьте код и пришлите файл заново"
		}
	}
	return faultf(codeCode, hint, "кода «%s» нет в каталоге показателей", shown(code))
}

// tellLookAlike tells of a code that was known by the looks of its letters.
func (f *reading) tellLookAlike(t *table, row, column int, code string, i *indicator) {
	if code != i.Code {
		f.remark(t.sheet, row, column, faultf(codeCode, "наберите код так, как он стоит в каталоге: буквы только похожи", "код «%s» прочитан как %s", shown(code), i.Code).as(diag.Advice))
	}
}
