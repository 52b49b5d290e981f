package typeset

import "doklad/generator/diag"

// MissingGlyph is the problem of a character that a font cannot print, at an
// offset in characters of a value of the data.
func MissingGlyph(r rune, key string, offset int) diag.Problem {
	p := diag.Errorf(key, "знака «%c» (U+%04X) нет в шрифте", r, r).
		WithHint("замените знак или укажите в профиле оформления свой шрифт")
	p.Code, p.Offset = "GLYPH", offset
	return p
}
