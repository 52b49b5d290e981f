package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"doklad/generator/narrative"
)

// ownSentence is a paragraph of the office's own with the actions that stand in it.
type ownSentence struct {
	pattern *regexp.Regexp
	actions [][]string // {"value", "S12", "2021"}
}

var ownAction = regexp.MustCompile(`\{\{\s*(\w+) "(\w+)"(?: (\d+))?\s*\}\}`)

func ownSentences(text string) (list []ownSentence) {
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		s := ownSentence{}
		pattern := ""
		last := 0
		for _, at := range ownAction.FindAllStringSubmatchIndex(line, -1) {
			pattern += regexp.QuoteMeta(plain(line[last:at[0]])) + "(.+?)"
			last = at[1]
		}
		for _, m := range ownAction.FindAllStringSubmatch(line, -1) {
			s.actions = append(s.actions, m[1:])
		}
		s.pattern = regexp.MustCompile("^" + pattern + regexp.QuoteMeta(plain(line[last:])) + "$")
		list = append(list, s)
	}
	return list
}

// own explains a paragraph that stands in the file of the report.
func (w *walk) own(text string) bool {
	for _, s := range w.owns {
		m := s.pattern.FindStringSubmatch(plain(text))
		if m == nil {
			continue
		}
		for n, a := range s.actions {
			w.ownValue(a[0], a[1], a[2], m[n+1])
		}
		w.numbers += len(narrative.NumbersIn(text))
		return true
	}
	return false
}

func (w *walk) ownValue(what, code, year, got string) {
	for _, y := range w.sets {
		i := y.indicator(code)
		if i.Code == "" {
			continue
		}
		var want []string
		switch what {
		case "title":
			if got != plain(oneLine(i.Title)) {
				w.errorf("the title of %s: %s", code, got)
			}
			return
		case "value":
			of := y
			if year != "" {
				for of = y; of != nil && fmt.Sprint(of.year) != year; of = of.before {
				}
			}
			if c := of.total("", code); c.IsKnown() {
				want = []string{plainNumber(c.Number, i.Decimals)}
				if c.hasPart {
					want = []string{plainAsWritten(c.part), plainAsWritten(c.of), want[0]}
				}
			}
		case "change":
			change := y.change(code)
			want = []string{plainNumber(change.by, i.Decimals)}
			if !change.known || change.by > 0 != strings.HasPrefix(got, "+") {
				w.errorf("{{change %q}} is %s, counted %+v", code, got, change)
			}
		case "threshold":
			want = y.normNumbers(i)
		}
		if found := narrative.NumbersIn(got); !slices.Equal(found, plainAll(want)) {
			w.errorf("{{%s %q %s}}: %q, counted %q", what, code, year, found, want)
		}
		return
	}
	w.errorf("no indicator %s", code)
}

func plainAll(texts []string) (all []string) {
	for _, text := range texts {
		all = append(all, plain(text))
	}
	return all
}
