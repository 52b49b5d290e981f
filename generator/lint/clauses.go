package lint

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// point is a clause with where it stands.
type point struct {
	*model.Clause
	key, path string
}

func (p *paper) points() []point {
	var all []point
	var walk func(clauses []model.Clause, key, number string)
	walk = func(clauses []model.Clause, key, number string) {
		for i := range clauses {
			key := fmt.Sprintf("%sclause[%d]", key, i+1)
			number := number + strconv.Itoa(i+1)
			all = append(all, point{&clauses[i], key, "пункт " + number})
			walk(clauses[i].Clauses, key+".", number+".")
		}
	}
	walk(p.Clauses, "", "")
	return all
}

// doubleMark is a dash, a number, or a dash with a number at the start of a point,
// which is numbered without it.
var doubleMark = regexp.MustCompile(`^\s*(?:[-–—•*]\s*\d+(?:\.\d+)*[.)]|[-–—•*]\s|\d+(?:\.\d+)*[.)]\s)`)

func listNumbers(p *paper) {
	for i := range p.texts {
		t := &p.texts[i]
		if !strings.HasPrefix(t.key, "clause") {
			continue
		}
		if mark := doubleMark.FindString(t.words); mark != "" {
			p.tell("LST-DOUBLE", t.at(0), "оставьте только текст: номер ставит программа",
				"лишний знак перед текстом пункта: «%s»", strings.TrimSpace(mark))
		}
	}
}

var (
	controlFormula = regexp.MustCompile(`^Контроль за исполнением (?:настоящего )?приказа (?:оставляю за собой|возложить на .+|возлагаю на .+?)\.?$`)
	controlEnding  = regexp.MustCompile(`(?:оставляю|возложить|возлагаю) .*$`)
)

// control: «Контроль за исполнением настоящего приказа оставляю за собой.»
func control(p *paper) {
	for _, c := range p.points() {
		words := strings.Join(strings.Fields(c.Text), " ")
		if !strings.HasPrefix(words, "Контроль ") && (c.Control == "" || words == "") || controlFormula.MatchString(words) {
			continue
		}
		ending := strings.TrimRight(controlEnding.FindString(words), ". ")
		if ending == "" {
			ending = "оставляю за собой"
		}
		p.tell("CTRL-FORM", spot{key: c.key + ".text", path: c.path},
			"«Контроль за исполнением настоящего приказа "+ending+".»", "не по принятой формуле: «%s»", short(words))
	}
}

var (
	acquaints = regexp.MustCompile(`(?i)ознаком|довести\s.*до\s+сведения|разослать|направить\s.*приказ`)
	reports   = regexp.MustCompile(`(?i)(?:представ|предостав|направ|подготов)\p{L}*\s.*(?:отч[её]т|информаци|доклад|сведени)|(?:отч[её]т|информаци\p{L}*|доклад)\s.*(?:представ|предостав|направ)|отчитыв|доложить|проинформировать`)
)

// executing is the spot of the first point with executors, else of the last one.
func (p *paper) executing() spot {
	at := spot{path: "распорядительная часть"}
	for _, c := range p.points() {
		at = spot{key: c.key, path: c.path}
		if len(c.Executors) > 0 {
			break
		}
	}
	return at
}

func (p *paper) anyPoint(form *regexp.Regexp) bool {
	for _, c := range p.points() {
		if form.MatchString(c.Text) {
			return true
		}
	}
	return false
}

// acquaintance: an order binds those who know it.
func acquaintance(p *paper) {
	executed := p.Roadmap != nil
	for _, c := range p.points() {
		executed = executed || len(c.Executors) > 0
	}
	if executed && len(p.Acquaintance) == 0 && len(p.Recipients) == 0 && !p.anyPoint(acquaints) {
		p.tell("ORD-NOACK", p.executing(), "добавьте пункт «Довести настоящий приказ до сведения …», лист ознакомления (acquaintance) или рассылку (recipient)",
			"никому не поручено ознакомить исполнителей с приказом")
	}
	external(p)
}

// external: the office cannot order about a ministry.
func external(p *paper) {
	outside := map[string]model.Organization{}
	for _, o := range p.directory.Organizations {
		if o.External {
			outside[o.ID] = o
		}
	}
	for _, c := range p.points() {
		for i, id := range c.Executors {
			if o, found := outside[id]; found {
				p.tell("ORD-NOACK", spot{key: fmt.Sprintf("%s.executors[%d]", c.key, i+1), path: c.path},
					"«Рекомендовать …» или «по согласованию»", "поручено органу, который не подчинён: «%s»", o.Full.Nominative)
			}
		}
	}
}

// reporting: a roadmap is carried out when somebody has to report by some day.
func reporting(p *paper) {
	if p.Roadmap != nil && !p.anyPoint(reports) {
		p.tell("ORD-NOREPORT", p.executing(), "добавьте подпункт: «представить отчёт об исполнении … ежегодно, до 1 августа»",
			"никто не обязан представить отчёт об исполнении дорожной карты")
	}
}

// dates looks at the days named in the sentences of the order: one manner, and no
// cited act of a day to come. Dates of acts are compared with the order's own, which is
// in digits (реквизит 10); terms («до 1 августа 2022 г.») only with one another.
func dates(p *paper) {
	if c := p.Certified; c != nil && !c.Date.IsZero() && c.Date.Compare(p.Date) < 0 {
		p.tell("REF-ORDER", spot{key: "certified.date", path: certifiedPath}, "проверьте дату приказа и дату заверения",
			"копия заверена %s, а приказ от %s", c.Date, p.Date)
	}
	var acts, terms dayForms
	if !p.Date.IsZero() {
		acts.digital = p.Date.String()
	}
	for i := range p.texts {
		t := &p.texts[i]
		if t.part != prose || !t.has(fourDigits) {
			continue
		}
		for _, d := range russian.FindDates(t.words) {
			if !isActDate(t.words, d) {
				terms.add(t, d)
				continue
			}
			acts.add(t, d)
			if day := dayOf(d); !p.Date.IsZero() && day.Compare(p.Date) > 0 {
				p.tell("REF-ORDER", t.at(d.Start), "проверьте дату акта и дату приказа", "ссылка на акт от %s, а приказ от %s", day, p.Date)
			}
		}
	}
	for _, f := range []dayForms{acts, terms} {
		if f.verbal.text != nil && f.digital != "" {
			p.tell("DATE-MIX", f.verbal.at(), "«"+f.better+"»", "дата словами «%s», а в других местах цифрами: «%s»", f.verbal.words, f.digital)
		}
	}
}

// dayForms are the first date in digits and the first one in words.
type dayForms struct {
	digital string
	verbal  use
	better  string // the verbal one in digits
}

func (f *dayForms) add(t *text, d russian.DateMention) {
	switch words := t.words[d.Start:d.End]; {
	case !d.Verbal && f.digital == "":
		f.digital = words
	case d.Verbal && f.verbal.text == nil:
		f.verbal = use{text: t, offset: d.Start, words: words}
		f.better = dayOf(d).String()
	}
}

func dayOf(d russian.DateMention) model.Date {
	return model.Date{Year: d.Year, Month: time.Month(d.Month), Day: d.Day}
}

var numberFollows = regexp.MustCompile(`^\s*№`)

// isActDate: «от 24.06.2021 № 26».
func isActDate(words string, d russian.DateMention) bool {
	return strings.HasSuffix(strings.TrimRight(words[:d.Start], " \u00a0\n"), "от") && numberFollows.MatchString(words[d.End:])
}
