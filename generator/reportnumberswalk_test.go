package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/narrative"
	"doklad/generator/russian"
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
	for _, s := range w.r.report.Sections {
		add(s.Title)
	}
	for _, o := range w.r.orders {
		name := "приказ от " + o.Date.String() + " № " + o.Number
		add(name, capitalized(name), o.Title)
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

// frame explains the numbers of a text that stands in the template: what is a name in the
// data is taken out, then all that the patterns know, and no digit may be left.
func (w *walk) frame(text string) {
	rest := plain(text)
	for _, p := range framePatterns {
		for {
			at := p.pattern.FindStringSubmatchIndex(rest)
			if at == nil {
				break
			}
			got := make([]string, 0, len(at)/2-1)
			for n := 2; n < len(at); n += 2 {
				if at[n] >= 0 {
					got = append(got, rest[at[n]:at[n+1]])
				} else {
					got = append(got, "")
				}
			}
			want := p.counted(w, got)
			if !slices.Equal(got, want) {
				w.errorf("%q: %q, counted %q", rest[at[0]:at[1]], got, want)
			}
			w.numbers += len(narrative.NumbersIn(rest[at[0]:at[1]]))
			rest = rest[:at[0]] + "…" + rest[at[1]:]
		}
	}
	for _, name := range w.names {
		rest = strings.ReplaceAll(rest, name, "…")
	}
	if left := narrative.NumbersIn(rest); len(left) > 0 {
		w.errorf("nothing explains %q in: %s", left, text)
	}
}

// framePattern is a sentence of the template: N stands for a number, and what the groups
// hold is compared with what the recount says.
type framePattern struct {
	pattern *regexp.Regexp
	counted func(w *walk, got []string) []string
}

func sentence(pattern string, counted func(w *walk, got []string) []string) framePattern {
	number := `(\d{1,3}(?:\x{a0}\d{3})+(?:,\d+)?|\d+(?:,\d+)?)`
	return framePattern{regexp.MustCompile(strings.ReplaceAll(pattern, "N", number)), counted}
}

// counts are what a pattern without other groups is compared with.
func counts(of func(w *walk) []int) func(w *walk, got []string) []string {
	return func(w *walk, _ []string) (want []string) {
		for _, n := range of(w) {
			want = append(want, plain(plainNumber(float64(n), 0)))
		}
		return want
	}
}

// The sentences of templates/report.tmpl, of captions and of the summary of a roadmap: the
// one place to follow them when their wording changes. What stands earlier is tried first.
var framePatterns = []framePattern{
	sentence(`представил\S* N из N учрежд`, counts(func(w *walk) []int { all, sent, _ := w.filings(); return []int{sent, all} })),
	sentence(`проверены данные N `, counts(func(w *walk) []int { _, _, accepted := w.filings(); return []int{accepted} })),
	sentence(`(ведётся по|оценивается по) N показател`, func(w *walk, got []string) []string { return []string{got[0], fmt.Sprint(len(w.set.judged()))} }),
	sentence(`\(N направлени`, counts(func(w *walk) []int { return []int{len(w.set.areas())} })),
	sentence(`порог установлен для N`, counts(func(w *walk) []int { return []int{w.set.withNorms()} })),
	sentence(`представля[ею]т N учрежд`, counts(func(w *walk) []int { return []int{len(w.set.units)} })),
	sentence(`(ДОО|НОШ|ООШ|СОШ|УДО) – N`, func(w *walk, got []string) []string {
		n := 0
		for _, u := range w.set.units {
			if string(u.kind) == got[0] {
				n++
			}
		}
		return []string{got[0], fmt.Sprint(n)}
	}),
	sentence(`(Численность [^:.]*): N, по данным N учрежд`, func(w *walk, _ []string) []string {
		i, c := w.set.indicator(w.set.set.Contingent), w.set.total("", w.set.set.Contingent)
		return []string{oneLine(i.Title), plain(plainNumber(c.Number, i.Decimals)), fmt.Sprint(c.told)}
	}),
	sentence(`[Пп]орог[^.:;]* достигнут по N из N показател`, counts(func(w *walk) []int { judged, met := w.set.met(); return []int{met, judged} })),
	sentence(`не достигнут ни по одному из N показател`, counts(func(w *walk) []int {
		judged, met := w.set.met()
		return []int{judged + met} // none is met
	})),
	sentence(`улучшил(?:ись|ся) N показател\S*, ухудшились – N, не изменились – N; не сравниваются – N`, counts(func(w *walk) []int {
		return []int{w.set.becameCount("Улучшились", ""), w.set.becameCount("Ухудшились", ""), w.set.becameCount("Не изменились", ""), w.set.becameCount("Не сравниваются", "")}
	})),
	sentence(`следовал[аи] N рекомендаци`, counts(func(w *walk) []int { return []int{len(w.set.before.measures())} })),
	sentence(`подписан[оы]? N приказ`, counts(func(w *walk) []int { return []int{len(w.decisions())} })),
	sentence(`не был достигнут по N показател`, counts(func(w *walk) []int { return []int{len(w.set.missed())} })),
	sentence(`достигнут теперь – N, есть улучшение – N, нет изменений – N, ухудшение – N, оценить нельзя – N`, counts(func(w *walk) []int {
		return []int{w.set.helpedCount("порог достигнут"), w.set.helpedCount("улучшение"), w.set.helpedCount("без изменений"), w.set.helpedCount("ухудшение"), w.set.helpedCount("оценить нельзя")}
	})),
	sentence(`В дорожной карте N мероприяти`, counts(func(w *walk) []int { return []int{w.roadmap().activities()} })),
	sentence(`это N исполнени`, counts(func(w *walk) []int { return []int{len(w.roadmap())} })),
	sentence(`По мероприятиям в целом: ([^.]*)\.`, func(w *walk, _ []string) []string { return []string{w.roadmap().whole().words()} }),
	sentence(`По состоянию на отчётную дату: ([^.]*)\.`, func(w *walk, _ []string) []string { return []string{w.roadmap().words()} }),
	sentence(`исполнено досрочно: N; из них исполнено в срок: N \(N %\)`, func(w *walk, _ []string) []string {
		done, due := w.roadmap().inTime()
		return []string{fmt.Sprint(due), fmt.Sprint(done), plainNumber(100*float64(done)/float64(due), 1)}
	}),
	sentence(`таблиц[аеыу] N`, func(w *walk, got []string) []string { return w.refersTo("Таблица ", got) }),
	sentence(`рисунк(?:ах|е) (N(?:, N)*)`, func(w *walk, got []string) []string {
		w.refersTo("Рисунок ", narrative.NumbersIn(got[0]))
		return got
	}),
	sentence(`прошлых лет: (\d{4}(?:, \d{4})*)`, func(w *walk, _ []string) []string { return []string{strings.Join(w.yearsBefore(), ", ")} }),
	sentence(`(\d+ [а-я]+ \d{4} г\.)`, func(w *walk, got []string) []string {
		for _, d := range []model.Date{w.r.report.From, w.r.report.To, w.r.report.AsOf} {
			if russian.LongDate(d.Time()) == got[0] {
				return got
			}
		}
		return []string{"from, to or as_of of the report"}
	}),
	sentence(`(?:с|к|[Вв]|итогам) (\d{4}) год(?:ом|у|а)`, func(w *walk, _ []string) []string { return []string{fmt.Sprint(w.set.year - 1)} }),
	sentence(`менее N`, counts(func(*walk) []int { return []int{model.SmallGroup} })),
	sentence(`(?:нет данных|не применимо|значения нет|без чисел): N из N`, func(_ *walk, got []string) []string { return got }), // counted with the figure
	sentence(`^Приложение N\.`, func(w *walk, _ []string) []string { return []string{fmt.Sprint(slices.Index(w.sets, w.set) + 1)} }),
	sentence(`^(?:[^|]* \| )?(\d{4})$`, func(w *walk, _ []string) []string { return []string{fmt.Sprint(w.r.report.Date.Year)} }), // the cover
}

func (w *walk) refersTo(kind string, got []string) []string {
	for _, number := range got {
		name := kind + number
		if !slices.Contains(w.numbered, name) || w.mentioned[name] {
			w.errorf("%s is not there, or is referred to twice", name)
		}
		w.mentioned[name] = true
		w.referring = append(w.referring, name)
	}
	return got
}

func (w *walk) yearsBefore() (years []string) {
	for _, y := range w.sets {
		for b := y.before; b != nil; b = b.before {
			if year := fmt.Sprint(b.year); !slices.Contains(years, year) {
				years = append(years, year)
			}
		}
	}
	slices.Sort(years)
	return years
}

// filings counts who is to hand in the set, who did, and whose data were accepted.
func (w *walk) filings() (all, sent, accepted int) {
	now := w.r.collector.of(w.r.office, w.r.report.Year)
	for _, f := range now.filings {
		if f.set.ID != w.set.set.ID || f.institution.ID == "" {
			continue
		}
		all++
		told := 0
		for _, p := range f.chosen {
			told += len(p.observations)
		}
		if told > 0 {
			sent++
		}
		if f.status == model.SentAccepted || f.status == model.SentApproved {
			accepted++
		}
	}
	return all, sent, accepted
}

// decisions are the numbers of the orders that were signed in the period.
func (w *walk) decisions() (numbers []string) {
	type signed struct {
		day    string
		number string
	}
	var list []signed
	for _, o := range w.r.orders {
		if day := o.Date.Time().Format("2006-01-02"); !o.IsDraft() && !o.Unreadable && day >= w.r.report.From.Time().Format("2006-01-02") && day <= w.r.report.To.Time().Format("2006-01-02") {
			list = append(list, signed{day, o.Number})
		}
	}
	slices.SortStableFunc(list, func(a, b signed) int { return strings.Compare(a.day, b.day) })
	for _, s := range list {
		numbers = append(numbers, s.number)
	}
	return numbers
}
