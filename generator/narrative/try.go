package narrative

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is one phrase of the template and the words that it may print.
type block struct {
	name  string
	words string // a ? marks those that may be empty; a year has all its forms
}

const (
	changeWords = "Title Year Value ValueAs ValueOf YearBefore Before BeforeAs BeforeOf By"
	valueWords  = "Title Year Value ValueAs ValueOf"
	normWords   = "Title Year Threshold"
	placeWords  = "Title Year Threshold Where"
)

var blocks = []block{
	{"rose", changeWords}, {"rose-better", changeWords}, {"rose-worse", changeWords},
	{"fell", changeWords}, {"fell-better", changeWords}, {"fell-worse", changeWords},
	{"same", changeWords}, {"stands", valueWords},
	{"small", "Title Year Parts"}, {"small-compared", "Title Year Parts YearBefore PartsBefore"},
	{"poll", "Title Year Parts"}, {"poll-compared", "Title Year Parts YearBefore PartsBefore Better? Worse? Same?"},
	{"answer", "Title Year Answer"}, {"answer-before", "Title Year YearBefore AnswerBefore"}, {"answer-same", "Title Year YearBefore"},
	{"missing", "Title Year"}, {"missing-now", "Title Year YearBefore Before"}, {"not-applicable", "Title Year"},

	{"first", "Title Year"}, {"no-before", "Title Year YearBefore"}, {"before-not-applicable", "Title Year YearBefore"},
	{"method", "Title Year YearBefore Note?"}, {"incomplete", "Title Year YearBefore Earlier?"},

	{"reached", normWords}, {"short", normWords + " Gap? GapOf?"},
	{"kept", normWords}, {"exceeded", normWords + " Gap? GapOf?"},
	{"within", normWords}, {"outside", normWords + " Gap? GapOf?"},
	{"level", "Title Year Level"}, {"no-reference", "Title Year Peer"},

	{"above", "Title Year Peer PeerValue By Better? Worse?"}, {"below", "Title Year Peer PeerValue By Better? Worse?"},
	{"equal", "Title Year Peer PeerValue"}, {"told", "Title Year Told Members"},

	{"units-only", "Title Year"},
	{"reached-in", placeWords}, {"not-reached-in", placeWords}, {"kept-in", placeWords}, {"not-kept-in", placeWords},
	{"within-in", placeWords}, {"not-within-in", placeWords},
	{"not-worse-in", "Title Year Where"}, {"worse-in", "Title Year Where"},
	{"units-missing", "Title Year Count Members Names"}, {"units-missing-named", "Title Year Names"},
	{"units-silent", "Title Year"}, {"units-short", "Title Year Count Members"},
	{"best-worst", "Title Year Best BestNames Worst WorstNames Spread"}, {"spread", "Title Year From To Spread"},
	{"groups", "Title Year Groups"},
	{"alike", "Title Year Value Where"}, {"left-out", "Title Year Count Members"},
}

// try says every variant of a block with the words that it has, once with those that may
// be empty, once without, and once with each of them alone.
func (p *Phrases) try(b block) error {
	words := strings.Fields(b.words)
	var optional []string
	for n, word := range words {
		if word == "Year" || word == "YearBefore" {
			for _, form := range yearForms[1:] {
				words = append(words, word+form.end)
			}
		}
		if name, may := strings.CutSuffix(word, "?"); may {
			words[n] = name
			optional = append(optional, name)
		}
	}
	given := [][]string{optional, nil}
	for _, word := range optional {
		given = append(given, []string{word})
	}
	for _, full := range given {
		s := p.speech("", "", 2022)
		for _, word := range words {
			piece := Said{}
			if !slices.Contains(optional, word) || slices.Contains(full, word) {
				piece = Said{"1,5", []Number{{Printed: "1,5"}}}
			}
			s.put(word, piece)
		}
		lines, err := s.lines(b.name)
		if err != nil {
			return err
		}
		for _, l := range lines {
			if fault := wrongWith(s.spoken(l.text)); fault != (Fault{}) {
				fault.Line = l.at
				return fault
			}
		}
	}
	return nil
}

// misplaced are signs of a sentence that lost a word, or was typed in haste.
var misplaced = regexp.MustCompile(`[\s\x{a0}]{2}|[\s\x{a0}][,.;:!?)]|\([\s\x{a0})]|[,;:]\.`)

// wrongWith is the fault of a sentence; the zero value: none.
func wrongWith(said Said) Fault {
	first, _ := utf8.DecodeRuneInString(said.Text)
	switch {
	case unicode.IsLower(first):
		return Fault{Text: "фраза начинается со строчной буквы", Hint: "одна фраза – одна строка; начните её с прописной буквы"}
	case !strings.HasSuffix(said.Text, "."):
		return Fault{Text: "фраза не заканчивается точкой", Hint: "одна фраза – одна строка; поставьте в её конце точку"}
	case misplaced.MatchString(said.Text):
		return Fault{Text: "во фразе лишний пробел или знак препинания", Hint: "проверьте её и при пустых словах: {{with .Note}} ({{.}}){{end}}"}
	case !balanced(said.Text, '«', '»') || !balanced(said.Text, '(', ')'):
		return Fault{Text: "во фразе не закрыты кавычки или скобки", Hint: "закройте их: «…», (…)"}
	}
	if strings.ContainsRune(said.Text, utf8.RuneError) {
		return Fault{Text: "слово данных во фразе обрезано", Hint: "ставьте его целиком: {{.Value}}, без slice, printf и index"}
	}
	printed := NumbersIn(said.Text)
	if len(printed) != len(said.Numbers) {
		return Fault{Text: "во фразе стоит число, которого нет в данных", Hint: "числа ставит программа: {{.Value}}, {{.By}}, {{.Year}}; остальные напишите словами"}
	}
	for n, number := range said.Numbers {
		if printed[n] != number.Printed {
			return Fault{Text: "число во фразе слилось с соседним", Hint: "поставьте между ними слово"}
		}
	}
	return Fault{}
}

// balanced reports whether every opening sign has its closing one.
func balanced(text string, opening, closing rune) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case opening:
			depth++
		case closing:
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}
