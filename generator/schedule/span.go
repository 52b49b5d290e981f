package schedule

import (
	"fmt"
	"slices"
)

// reader goes over the tokens of a term.
type reader struct {
	tokens []token
	at     int
	doubts []Doubt
}

func (r *reader) peek() token { return r.peekAt(0) }

func (r *reader) peekAt(n int) token {
	if r.at+n < len(r.tokens) {
		return r.tokens[r.at+n]
	}
	return token{number: -1}
}

func (r *reader) next() token {
	t := r.peek()
	r.at++
	return t
}

func (r *reader) done() bool { return r.at >= len(r.tokens) }

// sign passes over one of the signs or words.
func (r *reader) sign(texts ...string) bool {
	if r.done() || !slices.Contains(texts, r.peek().text) {
		return false
	}
	r.at++
	return true
}

func (r *reader) doubt(d Doubt) {
	if !slices.Contains(r.doubts, d) {
		r.doubts = append(r.doubts, d)
	}
}

// named is a span with the size of what names it.
type named struct {
	Span
	years  bool // whole years only: the borders of a recurrence
	single bool // one day, or a last day
}

// spans reads a list of spans to the end of the words: «март, июнь, сентябрь 2022 г.».
func (r *reader) spans() (list []named, ok bool) {
	for {
		one, ok := r.span()
		if !ok {
			return nil, false
		}
		list = append(list, one)
		if r.done() {
			break
		}
		if !r.sign(",", "и") {
			return nil, false
		}
	}
	for i := len(list) - 2; i >= 0; i-- { // the year stands at the last of them
		after := list[i+1].To.Year
		if list[i].year() == 0 && after > 0 {
			list[i].Span = list[i].in(after)
		}
	}
	var kept []named
	for _, one := range list {
		if slices.Contains(kept, one) {
			r.doubt(Repeated)
			continue
		}
		kept = append(kept, one)
	}
	return kept, true
}

// span reads «до …», «с … по …», «… – …», «…».
func (r *reader) span() (named, bool) {
	r.sign("срок")
	for r.sign("в", "во", "на", "за") {
		r.sign("срок", "период", "течение", "течении")
	}
	clock := r.clock()
	sure := false
	switch {
	case r.sign("не"):
		if !r.sign("позднее", "позже") {
			return named{}, false
		}
		r.sign("чем")
		sure = true
	case r.sign("по"):
		sure = true
	case r.sign("до", "к", "ко"):
	case r.sign("с", "со", "начиная"):
		r.sign("с", "со")
		return r.fromTo()
	default:
		return r.plain(clock)
	}
	return r.until(sure, clock)
}

// until reads the last day. «До 1 октября» is taken with the day included, which is
// the custom of business; whether the law says so is disputed.
func (r *reader) until(sure bool, clock string) (named, bool) {
	if clock == "" {
		clock = r.clock()
	}
	if r.sign("конца") {
		sure = true
	}
	end, ok := r.part()
	if !ok || end.unit == unitBare {
		return named{}, false
	}
	if clock == "" {
		clock = r.clock()
	}
	if r.sign("включительно") {
		sure = true
	}
	switch {
	case clock != "" || sure:
	case end.unit == unitYear:
		r.doubt(UntilYear)
	default:
		r.doubt(UntilDay)
	}
	return r.named(nil, &end, clock)
}

// fromTo reads what follows «с».
func (r *reader) fromTo() (named, bool) {
	begin, ok := r.part()
	if !ok {
		return named{}, false
	}
	switch {
	case r.sign("по", "-"):
	case r.sign("до"):
		r.sign("конца")
	default:
		return r.named(&begin, nil, "")
	}
	return r.to(begin)
}

// plain reads «июль – август 2021», «15 ноября 2021 г.».
func (r *reader) plain(clock string) (named, bool) {
	begin, ok := r.part()
	if !ok {
		return named{}, false
	}
	if r.sign("-", "по") {
		return r.to(begin)
	}
	return r.named(&begin, &begin, clock+r.clock())
}

// to reads the right end; the left one takes from it what it lacks.
func (r *reader) to(begin part) (named, bool) {
	end, ok := r.part()
	if !ok || end.unit == unitBare {
		return named{}, false
	}
	r.sign("включительно")
	if begin.unit == unitBare {
		begin.unit, begin.month = end.unit, end.month
	}
	switch {
	case begin.year == 0 && begin.unit != unitYear:
		begin.year, begin.school = end.year, end.school
	case end.year == 0 && end.unit != unitYear:
		end.year, end.school = begin.year, begin.school
	}
	return r.named(&begin, &end, "")
}

func (r *reader) named(begin, end *part, clock string) (n named, ok bool) {
	n.Clock = clock
	for _, p := range []*part{begin, end} {
		if p == nil {
			continue
		}
		if p.unit == unitBare {
			return n, false
		}
		if p.unit == unitDay && !exists(p.first()) {
			r.doubt(NoSuchDay)
			return n, false
		}
		if p.unit == unitHalf && !p.school {
			r.doubt(WhichHalf)
		}
		n.years = p.unit == unitYear && p.year > 0
	}
	if begin != nil {
		n.From = begin.first()
	}
	if end != nil {
		n.To = end.last()
	}
	if begin != nil && end != nil {
		switch bothNamed := n.From.Year > 0 && n.To.Year > 0; {
		case bothNamed && n.To.Compare(n.From) < 0:
			r.doubt(Reversed)
			return n, false
		case !bothNamed && n.year() > 0:
			return n, false
		}
	}
	n.single = begin == nil || n.From == n.To
	return n, true
}

// clock reads «15 часов», «15 час. 30 мин.», «15:00».
func (r *reader) clock() string {
	start := r.at
	hour, minute := r.next().number, 0
	if r.sign(":") {
		minute = r.next().number
		r.sign("час", "часов", "часа", "ч")
	} else if r.sign("час", "часов", "часа", "ч") {
		if second := r.peekAt(1).text; second == "мин" || second == "минут" {
			minute = r.next().number
			r.at++
		}
	} else {
		r.at = start
		return ""
	}
	if hour < 0 || hour > 24 || minute < 0 || minute > 59 {
		r.at = start
		return ""
	}
	return fmt.Sprintf("%d:%02d", hour, minute)
}

// spansOf drops the sizes.
func spansOf(list []named) []Span {
	var spans []Span
	for _, n := range list {
		spans = append(spans, n.Span)
	}
	inOrder(spans)
	return spans
}

// inOrder: «декабрь, май» are May and December of a year.
func inOrder(spans []Span) {
	slices.SortStableFunc(spans, func(a, b Span) int { return a.key().Compare(b.key()) })
}
