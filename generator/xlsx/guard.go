package xlsx

import "strings"

// In a workbook «_x000D_» means a character by its number, so that the text
// «_x000D_» itself is written «_x005F_x000D_» (ECMA-376, 22.9.2.19 ST_Xstring).
// excelize does that, but not where two such groups share an underscore
// («_x0041_x0042_»), and doubles what is doubled already. So an underscore that
// begins a group is given to excelize as a character that no text has (check
// refuses it), and archive writes the escape.
const underscoreGuard = "\uFDD0"

const groupLength = len("_x000D_")

func guard(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if isGroup(text[i:]) {
			b.WriteString(underscoreGuard)
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// isGroup reports whether a text begins with _xHHHH_.
func isGroup(text string) bool {
	if len(text) < groupLength || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return false
	}
	for _, c := range []byte(text[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}
