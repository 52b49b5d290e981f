package annotate

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var tagStart = regexp.MustCompile(`<(/?)(\w)`)

// prefixed gives the tags of our XML the prefix that the part uses.
func prefixed(prefix, ours string) string {
	if prefix == "" {
		return ours
	}
	return tagStart.ReplaceAllString(ours, "<${1}"+prefix+"${2}")
}

var (
	markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	// escapeX is how Excel writes a character by its code; a text that only looks so
	// must not become one.
	escapeX = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)
)

// escape makes a text fit for XML: what cannot stand there is dropped.
func escape(text string) string {
	return markup.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "")))
}

// cellText is the content of <t>: at most so many characters.
func cellText(text string, most int) string {
	text = strings.ToValidUTF8(text, "")
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most-1]) + "…"
	}
	return escape(escapeX.ReplaceAllString(text, "_x005F_$1"))
}
