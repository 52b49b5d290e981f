package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// betweenInitials: «М. В.» of one name. Whether a space stands there at all is the
// choice of the office.
func betweenInitials(p phrase, i int) bool {
	return isInitials(p[i]) && (isLastInitials(p[i+1]) || initialsThenSurname(p[i+1]))
}

// afterInitials: «М.В. Дурновцева», but not the next sentence after «Шиловой Ю.С.».
func afterInitials(p phrase, i int) bool {
	if !isInitials(p[i]) || !isName(p[i+1]) {
		return false
	}
	first := i
	for isInitials(p.at(first-1)) && opensNothing(p[first]) {
		first--
	}
	return !opensNothing(p[first]) || !p.ownsInitials(first-1)
}

// opensNothing: no bracket or quote parts the word from those before it.
func opensNothing(word string) bool { return word == withoutOpening(word) }

// beforeInitials: «Шиловой Ю.С.», but not «Начальник М.В. Дурновцева». Where the
// words do not tell («Мельнику И.И. Контроль»), the initials are bound both ways.
func beforeInitials(p phrase, i int) bool {
	if !isLastInitials(p[i+1]) || !opensNothing(p[i+1]) || !isName(p[i]) || endsWithStop(p[i]) {
		return false
	}
	last := i + 1
	for isInitials(p[last]) && isLastInitials(p.at(last+1)) {
		last++
	}
	after := p.at(last + 1)
	return p.ownsInitials(i) || !isInitials(p[last]) || !isName(after) || !looksLikeSurname(after)
}

// ownsInitials: the i-th word is a surname without initials before it, so those
// after it are its own.
func (p phrase) ownsInitials(i int) bool {
	word := p.at(i)
	return isName(word) && !endsWithStop(word) && looksLikeSurname(word) &&
		!(i > 0 && isInitials(p[i-1]) && afterInitials(p, i-1))
}

// isInitials: «М.», «М.В.», «(Ж.-Б.», up to three letters.
func isInitials(word string) bool {
	rest := withoutOpening(word)
	letters := 0
	for rest != "" {
		if letters > 0 {
			rest = strings.TrimPrefix(rest, "-")
		}
		letter, width := utf8.DecodeRuneInString(rest)
		if !unicode.IsUpper(letter) || !unicode.Is(unicode.Cyrillic, letter) || !strings.HasPrefix(rest[width:], ".") {
			return false
		}
		rest = rest[width+1:]
		letters++
	}
	return 1 <= letters && letters <= 3
}

// isLastInitials: initials that may end a phrase, «Ю.С.,» or «Ю.С.)».
func isLastInitials(word string) bool {
	return isInitials(strings.TrimRight(word, closingButPoint))
}

// initialsThenSurname: «В.Дурновцева», where the writer lost the space.
func initialsThenSurname(word string) bool {
	at := strings.LastIndex(core(word), ".")
	return at > 0 && isInitials(core(word)[:at+1]) && isName(core(word)[at+1:])
}

// isName: a Russian word of two letters or more with a capital first.
func isName(word string) bool {
	word = withoutOpening(word)
	return startsWithCapital(word) && utf8.RuneCountInString(core(word)) > 1 && !isInitials(word)
}

func endsWithStop(word string) bool { return core(word) != withoutOpening(word) }

// surnameEndings are those of the commonest surnames in all cases.
var surnameEndings = []string{
	"ский", "цкий", "ского", "цкого", "скому", "цкому", "ским", "цким", "ском", "цком",
	"ская", "цкая", "ской", "цкой", "скую", "цкую", "ых", "их", "ко", "ук", "юк", "ян", "дзе", "швили",
	"ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", "ову", "еву", "ёву", "ину", "ыну",
	"овым", "евым", "ёвым", "иным", "ыным", "ове", "еве", "ёве", "ине", "ыне", "овой", "евой", "ёвой", "иной", "ыной",
}

func looksLikeSurname(word string) bool {
	lower := strings.ToLower(core(word))
	for _, end := range surnameEndings {
		if longerThan(lower, end) {
			return true
		}
	}
	return false
}
