package lint

import (
	"strings"
	"unicode/utf8"
)

// closing gives the sign that closes each opening one.
var closing = map[rune]rune{'«': '»', '„': '“', '“': '”', '"': '"'}

// openQuote is a quote that waits for its other half.
type openQuote struct {
	at    int
	close rune
}

// quotes checks each value as a whole: that every quote has its other half, and that
// quotes within quotes are of another form.
func quotes(p *paper) {
	for i := range p.texts {
		if t := &p.texts[i]; t.has(quote) {
			quotesIn(p, t)
		}
	}
}

func quotesIn(p *paper, t *text) {
	var open []openQuote
	nested, stray := -1, -1
	for at, r := range t.words {
		if r != '"' && !strings.ContainsRune("«»„“”", r) {
			continue
		}
		if last := len(open) - 1; last >= 0 && open[last].close == r {
			open = open[:last]
			continue
		}
		closes, opens := closing[r]
		switch {
		case !opens:
			if stray < 0 {
				stray = at
			}
		default:
			if nested < 0 && r == '«' && len(open) > 0 && open[len(open)-1].close == closes {
				nested = at
			}
			open = append(open, openQuote{at, closes})
		}
	}
	if len(open) > 0 {
		unclosed(p, t, open[0].at)
	}
	if stray >= 0 {
		p.tell("QUO-BAL", t.at(stray), "уберите кавычку или откройте её раньше",
			"закрывающая кавычка без открывающей: «…%s»", short(lastWord(t.words[:stray])))
	}
	if nested >= 0 {
		inner, _, _ := strings.Cut(t.words[nested+len("«"):], "»")
		p.tell("QUO-NEST", t.at(nested), "«… „"+short(inner)+"“ …»",
			"кавычки внутри таких же кавычек: «%s»", short(inner))
	}
}

// unclosed tells of the outermost quote left open and guesses where it should close:
// at the first comma or semicolon after it that stands in no brackets, else at the end.
func unclosed(p *paper, t *text, start int) {
	_, size := utf8.DecodeRuneInString(t.words[start:])
	rest := t.words[start+size:]
	end, depth := len(rest), 0
	for i, r := range rest {
		switch r {
		case '(', '«', '„':
			depth++
		case ')', '»', '“':
			depth--
		}
		if depth <= 0 && (r == ',' || r == ';' || r == '\n') {
			end = i
			break
		}
	}
	title, after := strings.TrimRight(rest[:end], " "), rest[end:]
	hint := "закройте кавычки в конце: «…" + tail(title) + "»"
	if strings.HasPrefix(after, ",") || strings.HasPrefix(after, ";") {
		hint = "похоже, закрыть надо здесь: «…" + tail(title) + "»" + after[:1]
	}
	p.tell("QUO-BAL", t.at(start), hint, "не закрыты кавычки перед словами «%s»", head(rest))
}

// head is the first few words.
func head(s string) string {
	words := strings.Fields(s)
	return strings.Trim(strings.Join(words[:min(3, len(words))], " "), ",;«»")
}

// tail is the last few words.
func tail(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[max(0, len(words)-3):], " ")
}
