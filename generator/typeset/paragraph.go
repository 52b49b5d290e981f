package typeset

import (
	"strings"
	"sync"

	"doklad/generator/russian"
)

// Manner is how the lines of a text are to come out.
type Manner int

const (
	Ragged    Manner = iota // as few lines as can be, the last words not left over
	Justified               // both edges straight
	Balanced                // as few lines as can be, of similar length, broken by sense
)

// Setting says how a text is set.
type Setting struct {
	Face   *Face
	Size   float64
	Width  float64 // of the lines
	Indent float64 // of the first line
	Manner Manner
	// Divide puts hyphens into words wider than the line, also where these begin with a
	// capital, as titles do; else they are cut by letters.
	Divide bool
}

// Line is one line of a set text.
type Line struct {
	Text  string  // spaces inside are ordinary or no-break
	Width float64 // natural
	// Space is what each space of the line gets in addition, in points; it is
	// negative in a line that was squeezed.
	Space float64
	// Indent is the room before the first word.
	Indent float64
	// Cut is true where the line ends inside a word too wide for the setting.
	Cut bool
	// Hyphen is true where the line ends in a hyphen that is not in the text.
	Hyphen bool
	// Joined is true where the break replaces no space: after a hyphen or a
	// slash, or inside a word.
	Joined bool
	// From and To are the runes of the source that stand on the line. What lies
	// between two lines was dropped at the break: spaces.
	From, To int
}

// Spaces between words may shrink to 80 % and stretch to 180 % of normal
// wherever any better breaking exists.
const (
	shrinkLimit  = 0.2
	stretchLimit = 0.8
)

// Break sets a text: it chooses all breaks together, so that the whole
// paragraph is best, not each line by itself (Knuth and Plass, "Breaking
// paragraphs into lines", 1981).
func Break(text string, s Setting) []Line {
	desk := desks.Get().(*desk)
	defer desks.Put(desk)
	words := s.splitWords(desk.words[:0], text)
	desk.words = words
	if len(words) == 0 {
		return nil
	}
	if s.fitsOneLine(words) {
		lines := []Line{s.line(words, 0, len(words))}
		placeLines(lines, text, words, []int{len(words)})
		return lines
	}
	breaks := s.chooseBreaks(desk, words)
	lines := make([]Line, 0, len(breaks))
	from := 0
	for _, to := range breaks {
		lines = append(lines, s.line(words, from, to))
		from = to
	}
	placeLines(lines, text, words, breaks)
	return lines
}

// desk is what the work on a paragraph needs room for; it is used again.
type desk struct {
	words []word
	ways  ways
}

var desks = sync.Pool{New: func() any { return &desk{} }}

// fitsOneLine reports whether one line holds the text, as most cells; no breaking is
// better then.
func (s Setting) fitsOneLine(words []word) bool {
	space, width := s.Face.Width(" ", s.Size), 0.0
	for i, w := range words {
		if i == len(words)-1 {
			return width+w.width <= s.Width-s.Indent
		}
		if w.forced || width > s.Width {
			return false
		}
		width += w.width
		if w.space {
			width += space
		}
	}
	return false
}

// chooseBreaks finds the cheapest chain of lines; element i is the index after
// the last word of line i. ways[i][h] is the best setting of words[:i] whose last
// h lines end in hyphens.
func (s Setting) chooseBreaks(desk *desk, words []word) []int {
	space := s.Face.Width(" ", s.Size)
	hyphen := s.Face.Width("-", s.Size)
	var sense []float64
	if s.Manner == Balanced {
		sense = senseCosts(words)
	}
	ways := desk.newWays(len(words))
	for i := 1; i <= len(words); i++ {
		end := words[i-1]
		natural, gaps := 0.0, 0
		if end.hyphen {
			natural = hyphen
		}
		last := i == len(words) || end.forced
		for j := i - 1; j >= 0; j-- {
			natural += words[j].width
			gaps += words[j].gaps
			if j < i-1 {
				if words[j].forced {
					break
				}
				if words[j].space {
					natural += space
					gaps++
				}
			}
			room := s.Width
			if j == 0 {
				room -= s.Indent
			}
			squeeze := 0.0
			if s.Manner == Justified {
				squeeze = float64(gaps) * space * shrinkLimit
			}
			const rounding = 1e-6
			if natural-squeeze > room+rounding && j < i-1 {
				break
			}
			cost := s.cost(room-natural, space, gaps, last, i-j)
			if s.Manner == Balanced {
				cost += sense[i-1]
			}
			if last && gaps == 0 && j > 0 && words[j-1].hyphen {
				cost += aloneCost
			}
			ways[i].extend(ways[j], j, cost, end)
		}
	}
	return ways.trace()
}

const (
	// lineCost is more than any sum of the finer costs of one line: in running
	// text the number of lines comes first.
	lineCost = 100
	// titleLineCost is what a line more costs in a title: a break in the middle
	// of «(«дорожной карты»)» is worse.
	titleLineCost = 1.5
)

// cost is how bad one line of so many words is; slack is the room left
// (negative: squeezed).
func (s Setting) cost(slack, space float64, gaps int, last bool, words int) float64 {
	switch s.Manner {
	case Justified:
		return justifiedCost(slack, space, gaps, last, words)
	case Balanced:
		share := slack / s.Width
		return titleLineCost + 5*share*share
	default:
		share := slack / s.Width
		if last {
			share = 0
		}
		return lineCost + share*share
	}
}

// aloneCost keeps the rest of a divided word from being a last line by itself: that
// is worse than a line with spaces over the limit.
const aloneCost = 1e5

// overLimit makes a line beyond the limits worse (as a square) than any number of
// hyphens that would help it.
const overLimit = 200

// justifiedCost is the badness of TeX: the cube of how much of the allowed
// stretch or shrink is used, with all that lies beyond made much worse.
func justifiedCost(slack, space float64, gaps int, last bool, words int) float64 {
	if last && slack >= 0 {
		if words == 1 {
			return 2 // a word alone on the last line, where it can be helped
		}
		return 1
	}
	if gaps == 0 {
		return 1e12 // nothing to stretch: the edge stays ragged
	}
	stretch := slack / (float64(gaps) * space)
	used := stretch / stretchLimit
	if stretch < 0 {
		used = -stretch / shrinkLimit
	}
	demerit := 1 + used*used*used
	if used > 1 {
		demerit += overLimit + 1000*(used-1)
	}
	return demerit * demerit
}

// senseCosts is what it costs to end a line of a title after each word; a break
// inside brackets or quotes costs more, the deeper the more.
func senseCosts(words []word) []float64 {
	costs := make([]float64, len(words))
	depth := 0
	for i, w := range words[:len(words)-1] {
		depth += strings.Count(w.text, "(") + strings.Count(w.text, "«")
		depth -= strings.Count(w.text, ")") + strings.Count(w.text, "»")
		if !w.forced {
			costs[i] = 3*russian.SenseBreak(w.text, words[i+1].text) + 2*float64(max(depth, 0))
		}
	}
	return costs
}

func (s Setting) line(words []word, from, to int) Line {
	line := Line{Cut: words[to-1].cut}
	if from == 0 {
		line.Indent = s.Indent
	}
	var text strings.Builder
	gaps := 0
	for i := from; i < to; i++ {
		text.WriteString(words[i].text)
		gaps += words[i].gaps
		if i < to-1 && words[i].space {
			text.WriteByte(' ')
			gaps++
		}
	}
	if words[to-1].hyphen {
		line.Hyphen = true
		text.WriteByte('-')
	}
	line.Text = text.String()
	line.Joined = to < len(words) && !words[to-1].space && !words[to-1].forced
	line.Width = s.Face.Width(line.Text, s.Size) // pieces of a word are kerned too
	last := to == len(words) || words[to-1].forced
	slack := s.Width - line.Indent - line.Width
	if s.Manner == Justified && gaps > 0 && (!last || slack < 0) {
		line.Space = slack / float64(gaps)
	}
	return line
}
