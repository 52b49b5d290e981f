package narrative

import (
	"hash/fnv"
	"strconv"
	"strings"
	"text/template"
)

// Phrases are the phrases of a template («заготовки фраз»): each block has variants, one
// on a line.
type Phrases struct {
	text string
	set  *template.Template
}

// Fault is what is wrong with a phrase, at its line of the template.
type Fault struct {
	Line       int
	Text, Hint string
}

func (f Fault) Error() string { return f.Text }

// Read reads a template of phrases and tries every one of them, so that none can fail, or
// print a number of its own, in a paper. The error is a [Fault] or one of text/template.
func Read(text string) (*Phrases, error) {
	set, err := template.New("narrative").Option("missingkey=error").Parse(text)
	if err != nil {
		return nil, err
	}
	p := &Phrases{text, set}
	for _, b := range blocks {
		if err := p.try(b); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// speech is a paragraph while it is said.
type speech struct {
	*Phrases
	code, unit string
	year       int
	seed       int
	// words are what phrases may print. Each stands there as one private character for its
	// piece, so that a phrase can neither change a number nor be taken for one.
	words  map[string]string
	pieces []Said

	said      Said
	sentences int
	err       error
}

const firstPiece = '\uE000'

func (p *Phrases) speech(code, unit string, year int) *speech {
	return &speech{Phrases: p, code: code, unit: unit, year: year, seed: seedOf(code, unit, year), words: map[string]string{}}
}

// seedOf chooses the variants. The number of a code is added, not mixed in, so that
// indicators that follow each other never sound alike.
func seedOf(code, unit string, year int) int {
	letters := strings.TrimRight(code, "0123456789")
	number, _ := strconv.ParseUint(code[len(letters):], 10, 16)
	h := fnv.New32a()
	h.Write([]byte(letters + "\x00" + unit))
	return int(h.Sum32()%1000) + int(number) + max(year, 0)%1000
}

// put lets phrases print a piece.
func (s *speech) put(word string, piece Said) {
	if piece.Text == "" {
		s.words[word] = ""
		return
	}
	s.words[word] = string(firstPiece + rune(len(s.pieces)))
	s.pieces = append(s.pieces, piece)
}

// number is a number of the case itself.
func (s *speech) number(printed string, what What) Number {
	return Number{Printed: printed, Code: s.code, Unit: s.unit, Year: s.year, What: what}
}

// name puts words of the data, whose digits are no numbers of ours.
func (s *speech) name(word, text string) { s.put(word, s.named(text)) }

func (s *speech) named(text string) Said {
	piece := Said{Text: text}
	for _, printed := range NumbersIn(text) {
		piece.Numbers = append(piece.Numbers, s.number(printed, InName))
	}
	return piece
}

// quantity puts a number with its unit.
func (s *speech) quantity(word string, n Number, w unitWord, g grammar) {
	s.put(word, Said{quantity(n.Printed, w, g), []Number{n}})
}

// say adds a sentence.
func (s *speech) say(block string) {
	if s.err != nil {
		return
	}
	lines, err := s.lines(block)
	if err != nil {
		s.err = err
		return
	}
	next := s.spoken(lines[(s.seed+s.sentences)%len(lines)].text)
	s.sentences++
	s.said.and(next)
}

// line is a variant of a phrase.
type line struct {
	text string
	at   int // of the template, from 1
}

// lines are the variants of a block with the words of the speech.
func (s *speech) lines(block string) ([]line, error) {
	t := s.set.Lookup(block)
	if t == nil {
		return nil, Fault{1, "нет заготовки фразы «" + block + "»", "скопируйте её из шаблона программы: {{define \"" + block + "\"}}…{{end}}"}
	}
	var out strings.Builder
	if err := t.Execute(&out, s.words); err != nil {
		return nil, err
	}
	start := 1 + strings.Count(s.text[:min(len(s.text), int(t.Root.Position()))], "\n")
	var lines []line
	for n, text := range strings.Split(out.String(), "\n") {
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, line{text, start + n})
		}
	}
	if lines == nil {
		return nil, Fault{start, "в заготовке «" + block + "» нет ни одной фразы", "впишите фразу, каждую на своей строке"}
	}
	return lines, nil
}

// spoken puts the pieces in.
func (s *speech) spoken(text string) (said Said) {
	var out strings.Builder
	for _, r := range text {
		if n := int(r - firstPiece); 0 <= n && n < len(s.pieces) {
			out.WriteString(s.pieces[n].Text)
			said.Numbers = append(said.Numbers, s.pieces[n].Numbers...)
			continue
		}
		out.WriteRune(r)
	}
	said.Text = out.String()
	return said
}
