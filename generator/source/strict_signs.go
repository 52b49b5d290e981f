package source

import (
	"fmt"
	"unicode"

	"doklad/generator/diag"
	"doklad/generator/typeset"
)

// unprintable finds the characters that no paper can show, in every string and
// every name of the file. They come by an escape (\u0001) or with a paste.
func (f *File) unprintable() (l diag.List) {
	for _, n := range f.keys.strings {
		bad := false
		offset := 0
		for _, r := range n.text {
			text, hint := badSign(r)
			// A run of bad signs is one slip, reported where it begins.
			if text != "" && !bad {
				p := diag.Errorf(n.String(), "%s", text).WithHint("%s", hint)
				p.Offset = offset
				l.Add(p)
			}
			bad = text != ""
			offset++
		}
	}
	for e, n := range f.keys.child {
		for _, r := range e.name {
			if text, hint := badSign(r); text != "" {
				l.Add(f.at(n.key, "%s в имени ключа", text).WithHint("%s", hint))
				break
			}
		}
	}
	return l
}

// badSign says what is wrong with a character of a string; "" if nothing is.
func badSign(r rune) (text, hint string) {
	const remove = "удалите его"
	switch {
	case r >= ' ' && r <= '~' || r >= 'А' && r <= 'ё': // nearly all
		return "", ""
	case r == '\t' || r == '\n':
		return "", ""
	case unicode.IsControl(r):
		return fmt.Sprintf("управляющий символ %U", r), remove
	case r == unicode.ReplacementChar:
		return fmt.Sprintf("знак %U стоит на месте потерянной буквы", r), "впишите букву заново"
	case r == '\ufeff' || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe:
		return fmt.Sprintf("служебный символ %U", r), remove
	case typeset.Invisible(r):
		return fmt.Sprintf("невидимый символ %U", r), "удалите его: он попал сюда при вставке из Word или с сайта"
	case r > 0xffff:
		return fmt.Sprintf("знак %U не печатается", r), remove
	}
	return "", ""
}

// rawControls finds control characters typed into the text as they are. The
// decoder refuses them one by one.
func (f *File) rawControls() (l diag.List) {
	bad := false
	for i, r := range f.text {
		control := r < ' ' && r != '\t' && r != '\n' || r == 0x7f
		switch {
		case control && !bad && r == '\r':
			l.Add(f.at(i, "лишний возврат каретки %U", r).
				WithHint("строки файла должны кончаться переводом строки: сохраните файл заново в Блокноте"))
		case control && !bad:
			l.Add(f.at(i, "управляющий символ %U", r).WithHint("удалите его"))
		}
		bad = control
	}
	return l
}
