package generator

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"doklad/generator/doc"
	"doklad/generator/narrative"
)

// walk goes through a composed report and asks of every number where it is from.
type walk struct {
	t    testing.TB
	r    *reporting
	made *composedReport
	sets []*recount
	owns []ownSentence
	// names are the words of the data that have digits of their own, the longest first.
	names []string

	numbers int // explained so far
	said    []narrative.Said

	was, now []recountAdvice // of the year before and of this one; nil: not made yet

	// where it stands
	set       *recount
	heading   string
	list      string
	listed    []string
	numbered  []string // «Таблица 1» and so on
	referring []string // those that were referred to and did not come yet
	mentioned map[string]bool
}

func newWalk(t testing.TB, r *reporting, made *composedReport) *walk {
	w := &walk{t: t, r: r, made: made, mentioned: map[string]bool{}, said: slices.Clone(made.said)}
	for _, id := range r.report.Sets {
		for _, set := range r.tree.Catalogue(r.office.Directory.Office.Folder).Sets {
			if set.ID == id {
				w.sets = append(w.sets, recounted(r, set))
			}
		}
	}
	w.set = w.sets[0]
	for _, y := range w.sets {
		y.tasks, _ = w.tasks(y)
	}
	w.collectNames()
	for _, s := range r.report.Sections {
		w.owns = append(w.owns, ownSentences(s.Text)...)
	}
	return w
}

// collectNames lists what is printed as it is in the data.
func (w *walk) collectNames() {
	add := func(texts ...string) {
		for _, text := range texts {
			if text = plain(oneLine(text)); len(narrative.NumbersIn(text)) > 0 {
				w.names = append(w.names, text, plain(lowerFirst(text)))
			}
		}
	}
	own := w.r.office.Directory.Office
	add(append([]string{own.Full.Nominative, w.r.report.Period, w.r.report.Place}, append(w.r.report.Title, own.Letterhead...)...)...)
	add(w.r.report.Basis...)
	for _, s := range w.r.report.Sections {
		add(s.Title)
	}
	for _, o := range w.r.orders {
		name := "приказ от " + o.Date.String() + " № " + o.Number
		add(name, capitalized(name), "от "+o.Date.String()+" № "+o.Number, o.Title)
		if o.Roadmap != nil {
			for _, s := range o.Roadmap.Sections {
				add(s.Title)
			}
		}
	}
	for _, y := range w.sets {
		add(y.set.Title)
		for _, i := range y.set.Indicators {
			add(i.Title, strings.NewReplacer("«", "„", "»", "“").Replace(i.Title), i.Area, i.Source)
			for _, m := range i.Methods {
				add(m.Text)
			}
		}
		for year := y; year != nil; year = year.before {
			for _, u := range year.units {
				add(u.name)
			}
			for _, c := range year.clusters {
				add(c.name)
			}
		}
	}
	slices.SortFunc(w.names, func(a, b string) int { return len(b) - len(a) })
}

// plain has no-break spaces only within numbers.
func plain(text string) string {
	runes := []rune(text)
	for n, r := range runes {
		isWithin := n > 0 && n+1 < len(runes) && unicode.IsDigit(runes[n-1]) && unicode.IsDigit(runes[n+1])
		if r == '\u00a0' && !isWithin {
			runes[n] = ' '
		}
	}
	return string(runes)
}

func (w *walk) errorf(format string, args ...any) {
	w.t.Helper()
	w.t.Errorf("%s, «%s»: %s", w.r.report.ID, w.heading, fmt.Sprintf(format, args...))
}

// walkReport goes through the paper and returns how many numbers it has explained.
func walkReport(t testing.TB, r *reporting, made *composedReport) int {
	w := newWalk(t, r, made)
	numbers := doc.Number(made.document)
	for n, b := range made.document.Blocks {
		if numbers.Blocks[n] != "" && (b.Role == doc.TableRole || b.Role == doc.FigureRole) {
			w.numbered = append(w.numbered, exhibitName(b, numbers.Blocks[n]))
		}
	}
	for n, b := range made.document.Blocks {
		w.block(b, numbers.Blocks[n])
	}
	w.endList()
	w.expectReferred()
	for _, s := range w.said {
		if !strings.HasSuffix(s.Text, " ") && s.Text != "" { // what own texts asked for ends so
			w.errorf("said, but not printed: %s", s.Text)
		}
	}
	for n, b := range made.document.Blocks {
		name := exhibitName(b, numbers.Blocks[n])
		if slices.Contains(w.numbered, name) && !w.mentioned[name] && !slices.Contains([]string{"totals", "told", "units", "completeness"}, strings.Split(b.Label, "-")[0]) {
			w.errorf("nothing refers to %s", name)
		}
	}
	w.exhibits()
	return w.numbers
}

func exhibitName(b doc.Block, number string) string {
	if b.Role == doc.FigureRole {
		return "Рисунок " + number
	}
	return "Таблица " + number
}

// expectReferred: what a paragraph refers to stands before the next one that does so.
func (w *walk) expectReferred() {
	if len(w.referring) > 0 {
		w.errorf("%q do not follow", w.referring)
	}
	w.referring = nil
}

func (w *walk) block(b doc.Block, number string) {
	text := strings.Join(b.Parts, " | ")
	if b.Role != doc.Item {
		w.endList()
	}
	switch b.Role {
	case doc.Heading:
		w.expectReferred()
		w.heading = text
		w.choose(text)
		w.frame(text)
	case doc.Item:
		w.item(text)
	case doc.TableRole, doc.FigureRole:
		if at := slices.Index(w.referring, exhibitName(b, number)); at >= 0 {
			w.referring = slices.Delete(w.referring, at, at+1)
		}
		w.choose(b.Label)
		if b.Role == doc.FigureRole {
			w.frame(w.made.document.Figures[b.Label].Caption)
		} else {
			w.frame(w.made.document.Tables[b.Label].Caption)
		}
	default:
		w.paragraph(text)
	}
}

// choose finds the set that is spoken of, by its title or by the name of a table.
func (w *walk) choose(text string) {
	for _, y := range w.sets {
		if strings.Contains(text, oneLine(y.set.Title)) || strings.Contains(text, lowerFirst(oneLine(y.set.Title))) || strings.Contains(text, "-"+y.set.ID+"-") {
			w.set = y
		}
	}
}

func (w *walk) paragraph(text string) {
	switch {
	case text == "", w.told(text), w.own(text):
		return
	}
	w.choose(text)
	if strings.Contains(text, "таблиц") || strings.Contains(text, "рисунк") {
		w.expectReferred()
	}
	for name := range w.set.lists() {
		if strings.HasPrefix(text, name) && strings.HasSuffix(text, ":") {
			w.list, w.listed = name, nil
		}
	}
	w.frame(text)
}

// item is a line of a list: of indicators by their codes, of tasks, of orders.
func (w *walk) item(text string) {
	text = plain(strings.TrimLeft(text, "– "))
	if w.list == "" {
		w.frame(text)
		return
	}
	text = strings.TrimRight(text, ".;")
	entry := strings.ToLower(text[:strings.LastIndex(text, "(")]) + text[strings.LastIndex(text, "("):]
	if w.list != "Задачи" {
		entry = strings.Trim(text[strings.LastIndex(text, "("):], "()")
		title := strings.NewReplacer("«", "„", "»", "“").Replace(oneLine(w.set.indicator(entry).Title))
		if !strings.HasPrefix(text, "«"+title+"»") {
			w.errorf("%s is not %s", text, title)
		}
	}
	w.numbers += len(narrative.NumbersIn(text))
	w.listed = append(w.listed, entry)
}

// endList compares a list with the recount.
func (w *walk) endList() {
	if w.list == "" {
		return
	}
	var want []string
	for _, entry := range w.set.lists()[w.list] {
		if w.list == "Задачи" {
			entry = strings.ToLower(entry[:strings.LastIndex(entry, "(")]) + entry[strings.LastIndex(entry, "("):]
		}
		want = append(want, plain(entry))
	}
	if !slices.Equal(w.listed, want) {
		w.errorf("%s: %q, counted %q", w.list, w.listed, want)
	}
	w.list = ""
}
