package source

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/diag"

	"github.com/BurntSushi/toml"
)

// fault is one refusal of the decoder in the words of its author and ours.
type fault struct {
	message string // how the decoder's message begins
	last    bool   // the place is the last character it read, not the first
	say     func(p *spot) (text, hint string)
}

// spot is the place of a refusal with what can be read around it.
type spot struct {
	source  string
	at      int // byte offset
	message string
}

// syntaxProblem says in Russian why the decoder refused the text. The decoder
// stops at the first fault, so there is one problem.
func syntaxProblem(f *File, err error, stop *stopped) diag.Problem {
	var refusal toml.ParseError
	if !errors.As(err, &refusal) {
		return f.at(0, "файл записан с ошибкой: %v", err).WithHint(lookAtPlace)
	}
	message := refusal.Message
	if strings.Contains(message, outOfRange) {
		message = outOfRange // the number stands before it
	}
	for _, fault := range faults {
		if !strings.HasPrefix(message, fault.message) {
			continue
		}
		p := &spot{source: f.text, at: fault.offset(f.text, refusal.Position), message: message}
		if stop != nil && stop.why == unclosed && p.ended() {
			// The decoder calls the end of the file, where nobody would look.
			p.at = stop.at
		}
		text, hint := fault.say(p)
		return f.at(p.at, "%s", text).WithHint("%s", hint)
	}
	return f.at(refusal.Position.Start, "файл записан с ошибкой: %s", refusal.Message).WithHint(lookAtPlace)
}

const outOfRange = "is out of range for"

const lookAtPlace = "проверьте это место: кавычки, скобки, знак ="

func (f fault) offset(source string, p toml.Position) int {
	at := max(0, min(p.Start, len(source)))
	if end := min(p.Start+p.Len, len(source)); f.last && end > at {
		_, size := utf8.DecodeLastRuneInString(source[at:end])
		at = end - size
	}
	return at
}

// ended reports whether the decoder fell off the end of the file.
func (p *spot) ended() bool {
	return strings.Contains(p.message, "EOF") || strings.HasSuffix(p.message, "end of file") ||
		strings.Contains(p.message, "end of file instead") || strings.Contains(p.message, `'\x00'`) ||
		p.at >= len(p.source)
}

// got is the character at the place, 0 at the end of the file.
func (p *spot) got() rune {
	if p.at >= len(p.source) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(p.source[p.at:])
	return r
}

// lineEnd reports that the line ends where it should not.
func (p *spot) lineEnd() bool { return p.got() == '\n' || p.ended() }

// before is the line up to the place.
func (p *spot) before() string {
	end := min(p.at, len(p.source))
	return p.source[strings.LastIndexByte(p.source[:end], '\n')+1 : end]
}

// after is the rest of the line.
func (p *spot) after() string {
	rest, _, _ := strings.Cut(p.source[min(p.at, len(p.source)):], "\n")
	return rest
}

// word is what stands at the place up to the next blank or bracket.
func (p *spot) word() string {
	word := p.after()
	if i := strings.IndexAny(word, " \t,]}#"); i > 0 {
		word = word[:i]
	}
	return shortened(word)
}

// keyBefore is the key that the place comes after.
func (p *spot) keyBefore() string {
	before := p.before()
	key, _, _ := strings.Cut(before[strings.LastIndexAny(before, "{,")+1:], "=")
	if key = strings.TrimSpace(key); key == "" || strings.ContainsAny(key, "[]{}#") {
		return "ключ"
	}
	return shortened(key)
}

// strayLetter is the first letter that a bare key cannot have.
func strayLetter(s string) (rune, bool) {
	for _, r := range s {
		if unicode.IsLetter(r) && !isBare(r) {
			return r, true
		}
	}
	return 0, false
}

// refusal says why a text is not even shown to the decoder.
func (f *File) refusal(stop *stopped) diag.Problem {
	switch stop.why {
	case nameless:
		return f.at(stop.at, "пустое имя ключа").WithHint("впишите имя между кавычками")
	case tooDeep:
		return f.at(stop.at, "таблицы и списки вложены слишком глубоко").
			WithHint("больше %d уровней читать не будем: проверьте скобки", maxDepth)
	}
	return f.repetition(stop)
}

// repetition reports a key that stands in its table a second time.
func (f *File) repetition(stop *stopped) diag.Problem {
	n := stop.first
	at := n.key
	if n.header {
		at = n.start
	}
	line, _ := f.place(at)
	switch second := strings.HasPrefix(f.text[stop.at:], "["); {
	case second && n.kind == kindTable && n.header:
		return f.at(stop.at, "таблица [%s] записана второй раз", n.heading()).
			WithHint("первый раз она в строке %d; оставьте одну или, если это список, пишите [[%s]]", line, n.heading())
	case second && n.kind == kindArray && n.header:
		return f.at(stop.at, "список таблиц [[%[1]s]] продолжен таблицей [%[1]s]", n.heading()).
			WithHint("список начат в строке %d; пишите и здесь двойные скобки: [[%s]]", line, n.heading())
	}
	return f.at(stop.at, "ключ «%s» записан второй раз", n.heading()).
		WithHint("первый раз он в строке %d; оставьте один", line)
}
