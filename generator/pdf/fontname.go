package pdf

import (
	"bytes"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"doklad/generator/typeset"
)

// fontName is what a font subset is called in the file: «ABCDEF+Tinos», where
// the letters stand for the characters that are in it (ISO 32000-1, 9.6.4 "Font
// subsets").
//
// fpdf names a font "utf8" and its family, without the tag. So the family is
// made as long as the right name less those four letters, and the name is put
// over it in the finished file: no offset moves.
type fontName struct{ family, name string }

func newFontName(face *typeset.Face, pages []Page, bold bool) fontName {
	clean := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, face.Name)
	weight := "r"
	if bold {
		weight = "b"
	}
	name := subsetTag(pages, bold) + "+" + clean
	// A digit keeps the place holder apart from the names of fpdf's own fonts.
	family := weight + "0" + strings.Repeat("z", len(name))
	return fontName{family: family[:len(name)-len("utf8")], name: name}
}

// subsetTag is six capitals that stand for the characters printed in a weight.
func subsetTag(pages []Page, bold bool) string {
	used := map[rune]bool{}
	for _, page := range pages {
		for _, t := range page.Texts {
			if t.Bold == bold {
				for _, r := range t.Text {
					used[r] = true
				}
			}
		}
	}
	runes := make([]rune, 0, len(used))
	for r := range used {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	hash := fnv.New64a()
	hash.Write([]byte(string(runes)))
	sum := hash.Sum64()
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = byte('A' + sum%26)
		sum /= 26
	}
	return string(tag)
}

func (n fontName) rename(file []byte) []byte {
	return bytes.ReplaceAll(file, []byte("/utf8"+n.family), []byte("/"+n.name))
}
