package source

import (
	"fmt"
	"strings"
	"unicode"

	"doklad/generator/model"
)

// writeEntry writes the keys in the order in which one tells it, the documents last.
func writeEntry(b *strings.Builder, e model.ProgressEntry) {
	writeString(b, "activity", e.Activity)
	writeString(b, "occurrence", strings.TrimSpace(string(e.Occurrence)))
	writeString(b, "status", string(e.Outcome))
	writeDate(b, "date", e.Date)
	writeDate(b, "until", e.Until)
	writeString(b, "event", e.Event)
	writeString(b, "result", e.Result)
	writeString(b, "reason", e.Reason)
	writeString(b, "correction", e.Correction)
	writeString(b, "note", e.Note)
	writeString(b, "by", e.By)
	writeDate(b, "entered", e.Entered)
	for _, v := range e.Evidence {
		b.WriteString("\n[[entry.evidence]]\n")
		writeEvidence(b, v)
	}
}

func writeEvidence(b *strings.Builder, v model.Evidence) {
	writeString(b, "kind", v.Kind)
	writeString(b, "number", v.Number)
	writeDate(b, "date", v.Date)
	writeString(b, "title", v.Title)
	writeString(b, "link", v.Link)
	writeString(b, "file", v.File)
}

func writeMark(b *strings.Builder, m model.RecommendationMark) {
	writeString(b, "recommendation", m.Recommendation)
	writeString(b, "status", string(m.Outcome))
	writeDate(b, "date", m.Date)
	writeString(b, "reason", m.Reason)
	writeString(b, "by", m.By)
	writeDate(b, "entered", m.Entered)
	if !m.Document.IsEmpty() {
		b.WriteString("\n[mark.document]\n")
		writeEvidence(b, m.Document)
	}
}

func writeJournalEntry(b *strings.Builder, e model.JournalEntry) {
	writeString(b, "decision", string(e.Decision))
	writeString(b, "institution", e.Institution)
	writeString(b, "set", e.Set)
	writeString(b, "file", e.File)
	writeString(b, "sum", e.Sum)
	writeDate(b, "date", e.Date)
	writeString(b, "reason", e.Reason)
	writeString(b, "by", e.By)
	writeDate(b, "entered", e.Entered)
}

func writeDate(b *strings.Builder, key string, d model.Date) {
	if !d.IsZero() {
		fmt.Fprintf(b, "%s = %04d-%02d-%02d\n", key, d.Year, int(d.Month), d.Day)
	}
}

func writeString(b *strings.Builder, key, s string) {
	if s != "" {
		fmt.Fprintf(b, "%s = %s\n", key, inTOML(s))
	}
}

// inTOML is a string as TOML takes it, in the form that reads best: lines as lines,
// and no backslashes where they can be done without.
func inTOML(s string) string {
	hasControl := strings.ContainsFunc(s, unicode.IsControl)
	switch {
	case !hasControl && strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'"):
		return "'" + s + "'"
	case strings.Contains(strings.Trim(s, "\n"), "\n"):
		return `"""` + "\n" + escaped(s, true) + `"""`
	}
	return `"` + escaped(s, false) + `"`
}

// EscapeString is a text as it stands between the quotes of a string of one line.
func EscapeString(s string) string { return escaped(s, false) }

func escaped(s string, lines bool) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n' && lines:
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
