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
// cited act of a day to come.
func dates(p *paper) {
	digital := ""
	if !p.Date.IsZero() {
		digital = p.Date.String()
	}
	var verbal *use
	var better string
	for i := range p.texts {
		t := &p.texts[i]
		if t.part != prose || !t.has(fourDigits) {
			continue
		}
		for _, d := range russian.FindDates(t.words) {
			day := model.Date{Year: d.Year, Month: time.Month(d.Month), Day: d.Day}
			if !d.Verbal && digital == "" {
				digital = t.words[d.Start:d.End]
			}
			if d.Verbal && verbal == nil {
				verbal = &use{text: t, offset: d.Start, words: t.words[d.Start:d.End]}
				better = day.String()
			}
			citedLater(p, t, d, day)
		}
	}
	if verbal != nil && digital != "" {
		p.tell("DATE-MIX", verbal.at(), "«"+better+"»", "дата словами «%s», а в других местах цифрами: «%s»", verbal.words, digital)
	}
}

var numberFollows = regexp.MustCompile(`^\s*№`)

// citedLater: an order cannot rest on an act that is not there yet.
func citedLater(p *paper, t *text, d russian.DateMention, day model.Date) {
	if p.Date.IsZero() || day.Compare(p.Date) <= 0 ||
		!strings.HasSuffix(strings.TrimRight(t.words[:d.Start], " \u00a0\n"), "от") || !numberFollows.MatchString(t.words[d.End:]) {
		return
	}
	p.tell("REF-ORDER", t.at(d.Start), "проверьте дату акта и дату приказа",
		"ссылка на акт от %s, а приказ от %s", day, p.Date)
}
