package narrative

import (
	"math"
	"strconv"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// Say says how an indicator stands: its value and what changed, why it is not compared
// where it is not, the norm, what it is compared with, how complete it is.
func (p *Phrases) Say(c Case) (Said, error) {
	t := &telling{Case: c, speech: p.speech(c.Indicator.Code, c.Unit, c.Year)}
	t.name("Title", quoted(c.Indicator.Title))
	t.yearWords("Year", c.Year, c.Indicator.Period)
	if c.YearBefore > 0 {
		t.yearWords("YearBefore", c.YearBefore, c.Indicator.Period)
	}
	t.opening()
	if isNumber(c.Now.Value) {
		t.whyNotCompared()
		if c.Indicator.Unit != model.UnitYesNo {
			t.norm()
			t.level()
			t.peers()
		}
		t.told()
	}
	if name := oneLine(c.Name); name != "" {
		all := t.named(name)
		all.Text += ": " + lowerFirst(t.said.Text)
		all.Numbers = append(all.Numbers, t.said.Numbers...)
		t.said = all
	}
	return t.said, t.err
}

// telling is a case while it is said.
type telling struct {
	Case
	*speech
}

// opening is the sentence with the value.
func (t *telling) opening() {
	now, before := isNumber(t.Now.Value), isNumber(t.Before.Value) && t.YearBefore > 0
	same, _ := t.Indicator.Comparable(t.Year, t.YearBefore)
	change := consolidation.Between(t.Indicator, t.Now, t.Before, t.Year, t.YearBefore)
	compared := now && before && change.Known && !t.incomplete()
	if now {
		t.value("Value", t.Now.Number, t.Year)
	}
	if before {
		t.value("Before", t.Before.Number, t.YearBefore)
	}
	switch {
	case t.Now.State == model.NotApplicable:
		t.say("not-applicable")
	case !now && before && same:
		t.valueBefore()
		t.say("missing-now")
	case !now:
		t.say("missing")
	case t.isAnswer(t.Now):
		t.name("Answer", answerWord(t.Now.Number))
		t.say("answer")
		switch {
		case !compared || !t.isAnswer(t.Before):
		case t.Before.Number == t.Now.Number:
			t.say("answer-same")
		default:
			t.name("AnswerBefore", answerWord(t.Before.Number))
			t.say("answer-before")
		}
	case compared && (t.Now.Small || t.Before.Small):
		t.parts("Parts", t.Now, t.Year)
		t.parts("PartsBefore", t.Before, t.YearBefore)
		t.verdict("Better", change.Better)
		t.verdict("Worse", change.Worse)
		t.verdict("Same", change.By == 0)
		t.say(t.smallBlock() + "-compared")
	case t.Now.Small:
		t.parts("Parts", t.Now, t.Year)
		t.say(t.smallBlock())
	case !compared:
		t.say("stands")
	default:
		t.change(change)
	}
}

// value puts a value in all forms that a sentence may need.
func (t *telling) value(word string, x float64, year int) {
	n := t.number(digits(x, t.Indicator.Decimals), Value)
	n.Year = year
	w := unitWords[t.Indicator.Unit]
	t.quantity(word, n, w, is)
	t.quantity(word+"As", n, w, as)
	t.quantity(word+"Of", n, w, of)
}

// valueBefore puts the last value that is known as its tables print it.
func (t *telling) valueBefore() {
	switch {
	case t.isAnswer(t.Before):
		t.name("Before", "«"+answerWord(t.Before.Number)+"»")
	case t.Before.Small:
		t.parts("Before", t.Before, t.YearBefore)
	}
}

// change says by how much the value differs, and whether that is good.
func (t *telling) change(change consolidation.Change) {
	if change.By == 0 {
		t.say("same")
		return
	}
	t.quantity("By", t.number(digits(math.Abs(change.By), t.Indicator.Decimals), Change), differenceWord(t.Indicator), by)
	block := "rose"
	if change.By < 0 {
		block = "fell"
	}
	switch {
	case change.Better:
		block += "-better"
	case change.Worse:
		block += "-worse"
	}
	t.say(block)
}

// whyNotCompared says why nothing is said of a change.
func (t *telling) whyNotCompared() {
	same, note := t.Indicator.Comparable(t.Year, t.YearBefore)
	switch {
	case t.YearBefore <= 0 || !t.Before.Concerned:
		t.say("first")
	case !same:
		t.name("Note", lowerFirst(strings.TrimRight(oneLine(note), ".")))
		t.say("method")
	case t.Before.State == model.NotApplicable:
		t.say("before-not-applicable")
	case !isNumber(t.Before.Value):
		t.say("no-before")
	case t.incomplete():
		t.verdict("Earlier", t.Now.Told == t.Now.Of)
		t.say("incomplete")
	}
}

// incomplete: a sum that lacks some has changed for that alone.
func (t *telling) incomplete() bool {
	return t.Summed && (t.Now.Told < t.Now.Of || t.Before.Told < t.Before.Of)
}

// told says of how many the total is, where it is not of all.
func (t *telling) told() {
	if t.Unit != "" || t.Now.Told == 0 || t.Now.Told >= t.Now.Of {
		return
	}
	t.put("Told", t.counted(strconv.Itoa(t.Now.Told)))
	t.put("Members", t.counted(t.Members.out(t.Now.Of)))
	t.say("told")
}

// counted is a text whose numbers are counts.
func (s *speech) counted(text string) Said {
	piece := Said{Text: text}
	for _, printed := range NumbersIn(text) {
		piece.Numbers = append(piece.Numbers, s.number(printed, Count))
	}
	return piece
}

// isAnswer: tables print «да» and «нет» there.
func (t *telling) isAnswer(c consolidation.Cell) bool {
	return t.Indicator.Unit == model.UnitYesNo && (c.Number == 0 || c.Number == 1)
}

func answerWord(x float64) string {
	if x == 1 {
		return "да"
	}
	return "нет"
}

// isNumber: what is infinite can be told by nobody.
func isNumber(v model.Value) bool {
	return v.IsKnown() && !math.IsInf(v.Number, 0) && !math.IsNaN(v.Number)
}
