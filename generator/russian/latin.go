package russian

import (
	"strings"
	"unicode"
)

var latinOf = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f",
	'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
}

// FileName is a text as the name of a file that every system takes: small Latin
// letters, digits and dashes, at most 60, never a name that Windows keeps for itself;
// empty where nothing is left.
func FileName(s string) string {
	const longest = 60
	var b strings.Builder
	dash := false
	for _, r := range s {
		r = unicode.ToLower(r)
		letters, isRussian := latinOf[r]
		switch {
		case isRussian && letters == "":
			continue
		case isRussian:
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			letters = string(r)
		default:
			dash = b.Len() > 0
			continue
		}
		if b.Len()+len(letters)+1 > longest {
			break
		}
		if dash {
			b.WriteByte('-')
			dash = false
		}
		b.WriteString(letters)
	}
	name := b.String()
	if isDevice(name) {
		return name + "-1"
	}
	return name
}

// isDevice: Windows opens its printer under the name lpt1, whatever follows the dot.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && name[3] >= '0' && name[3] <= '9'
}
