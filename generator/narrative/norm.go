package narrative

import (
	"math"
	"unicode"
	"unicode/utf8"

	"doklad/generator/model"
)

// normBlocks say that the norm is met, or is not, by where the better values lie.
var normBlocks = map[model.Direction][2]string{
	model.Higher: {"reached", "short"},
	model.Lower:  {"kept", "exceeded"},
	model.Band:   {"within", "outside"},
}

// norm says whether the value meets the norm. One that is a reference value is said where
// the value is compared with it, or here where there is none.
func (t *telling) norm() {
	i := t.Indicator
	bound, known := i.NormIn(t.Year)
	blocks, has := normBlocks[i.Direction]
	level, judged := i.Judge(t.Now.Value, t.Year)
	switch {
	case i.Trend:
		t.trend()
		return
	case i.Norm() < 0 || !has:
		return
	case i.Thresholds[i.Norm()].Reference != "":
		if !known {
			t.name("Peer", oneLine(i.Thresholds[i.Norm()].Reference))
			t.say("no-reference")
		}
		return
	case !judged:
		return
	}
	t.threshold(i, bound)
	if bound.From == bound.To { // one number has nothing within
		blocks = normBlocks[model.Higher]
		if i.Round(t.Now.Number) > bound.To {
			blocks = normBlocks[model.Lower]
		}
	}
	if level.Met {
		t.say(blocks[0])
		return
	}
	t.gap(bound)
	t.say(blocks[1])
}

var trendNorms = map[model.Direction]string{model.Higher: "не ниже прошлого года", model.Lower: "не выше прошлого года"}

// trend says whether the value is not worse than that of the year before, where that is the
// norm.
func (t *telling) trend() {
	words, has := trendNorms[t.Indicator.Direction]
	if !has || !t.Now.Judged {
		return
	}
	t.put("Threshold", Said{Text: words})
	t.put("Gap", Said{})
	t.put("GapOf", Said{})
	block := normBlocks[t.Indicator.Direction][1]
	if t.Now.Level.Met {
		block = normBlocks[t.Indicator.Direction][0]
	}
	t.say(block)
}

// gap is how far the value is from the norm; of a small share it is not said.
func (t *telling) gap(bound model.Interval) {
	if t.Now.Small {
		t.put("Gap", Said{})
		t.put("GapOf", Said{})
		return
	}
	x := t.Indicator.Round(t.Now.Number)
	end := bound.From
	if x > bound.To {
		end = bound.To
	}
	n := t.number(digits(model.Fifteen(math.Abs(x-end)), max(t.Indicator.Decimals, decimalsOf(end))), Gap)
	t.quantity("Gap", n, differenceWord(t.Indicator), is)
	t.quantity("GapOf", n, differenceWord(t.Indicator), of)
}

// threshold puts the norm in words: «не менее 90 %», «от 10 до 12 человек», «100 %» where
// more cannot be.
func (s *speech) threshold(i model.Indicator, bound model.Interval) {
	s.put("Threshold", s.thresholdWords(i, bound))
}

func (s *speech) thresholdWords(i model.Indicator, bound model.Interval) Said {
	w := unitWords[i.Unit]
	one := func(before string, x float64, g grammar) Said {
		n := s.number(digits(x, decimalsOf(x)), Threshold)
		return Said{before + quantity(n.Printed, w, g), []Number{n}}
	}
	switch most, least := math.IsInf(bound.To, 1), math.IsInf(bound.From, -1); {
	case bound.From == bound.To, most && !i.Range.IsZero() && bound.From == i.Range.To:
		return one("", bound.From, is)
	case most:
		return one("не менее ", bound.From, of)
	case least && !i.Range.IsZero() && bound.To == i.Range.From:
		return one("", bound.To, is)
	case least:
		return one("не более ", bound.To, of)
	}
	from, to := s.number(digits(bound.From, decimalsOf(bound.From)), Threshold), s.number(digits(bound.To, decimalsOf(bound.To)), Threshold)
	return Said{"от " + from.Printed + " до " + quantity(to.Printed, w, of), []Number{from, to}}
}

// level names the level where there are several.
func (t *telling) level() {
	if level, judged := t.Indicator.Judge(t.Now.Value, t.Year); judged && len(t.Indicator.Thresholds) > 1 {
		t.name("Level", quoted(level.Name))
		t.say("level")
	}
}

// lowerFirst begins a text within a sentence; an abbreviation stays.
func lowerFirst(s string) string {
	if s == "" {
		return ""
	}
	first, width := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[width:]); unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[width:]
}
