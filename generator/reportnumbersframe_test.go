package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"doklad/generator/model"
	"doklad/generator/narrative"
	"doklad/generator/russian"
)

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
	sentence(`выдан[аоы] N рекомендаци`, counts(func(w *walk) []int { return []int{len(w.given())} })),
	sentence(`\(основание: ([^()]*)\)`, func(w *walk, _ []string) []string {
		return []string{plain(strings.Join(w.recordOf(w.r.report.Year-1).Basis, "; "))} // of the example none is an order
	}),
	sentence(`исполнено в срок – N, с опозданием – N; просрочено – N`, counts(func(w *walk) []int {
		return []int{countAdvice(w.given(), withStatus("исполнено")), countAdvice(w.given(), withStatus("исполнено с опозданием")), countAdvice(w.given(), isOverdueAdvice)}
	})),
	sentence(`^Просроченные рекомендации \(их число\): (.*)\.$`, func(w *walk, _ []string) []string { return []string{plain(w.owing())} }),
	sentence(`исполнение по состоянию на (\d\d\.\d\d\.\d{4})`, func(w *walk, _ []string) []string { return []string{w.r.report.AsOf.String()} }),
	sentence(`по показателям (\d{4}) года`, func(w *walk, _ []string) []string { return []string{fmt.Sprint(w.set.year)} }),
	sentence(`принят[оы] N решени`, counts(func(w *walk) []int { return []int{len(w.inPeriod())} })),
	sentence(`не был достигнут по N показател`, counts(func(w *walk) []int { return []int{len(w.set.missed())} })),
	sentence(`достигнут теперь – N, есть улучшение – N, нет изменений – N, ухудшение – N, оценить нельзя – N`, counts(func(w *walk) (n []int) {
		for _, c := range recountConclusions {
			n = append(n, w.cameCount(c))
		}
		return n
	})),
	sentence(`По N показател(?:ю|ям) вывод сделан`, counts(func(w *walk) []int { return []int{w.sameCount()} })),
	sentence(`стал лучше в N из N случа`, counts(func(w *walk) []int { better, judged := w.better(true); return []int{better, judged} })),
	sentence(`в остальных – в N из N`, counts(func(w *walk) []int { better, judged := w.better(false); return []int{better, judged} })),
	sentence(`Ещё N рекомендаци`, counts(func(w *walk) []int { _, more := w.tasks(w.set); return []int{more} })),
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
	sentence(`учебного года (\d{4}) – это (\d{4}/\d{2})`, func(w *walk, _ []string) []string {
		year := w.r.report.Year
		return []string{fmt.Sprint(year), fmt.Sprintf("%d/%02d", year-1, year%100)}
	}),
	sentence(`прошлых лет: (\d{4}(?:, \d{4})*)`, func(w *walk, _ []string) []string { return []string{strings.Join(w.yearsBefore(), ", ")} }),
	sentence(`(\d+ [а-я]+ \d{4} г\.)`, func(w *walk, got []string) []string {
		for _, d := range []model.Date{w.r.report.From, w.r.report.To, w.r.report.AsOf, w.r.report.Date, w.recordOf(w.r.report.Year - 1).Date} {
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
