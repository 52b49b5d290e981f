package source

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// recommendedCheck judges what is said of the recommendations of a year. What needs the
// clock, and marks side by side, are judged in package lint.
type recommendedCheck struct {
	*model.Recommendations
	office *Office
	orders []*Order
	tree   *Tree
	list   diag.List
}

func (c *recommendedCheck) fault(key, hint, format string, args ...any) {
	c.list.Add(diag.Errorf(key, format, args...).WithHint("%s", hint))
}

// year demands a year of which something was sent, and a day of issue that is not before it.
func (c *recommendedCheck) year(name string, years []int) {
	ofFile := yearOfFile(&c.list, name)
	switch {
	case c.Year == 0:
		c.fault("year", "впишите year = 2022: год мониторинга, папка submissions/2022", "не указан год")
	case ofFile != 0 && c.Year != ofFile:
		c.fault("year", "исправьте год или имя файла", "в файле %d года сказано о %d", ofFile, c.Year)
	case !slices.Contains(years, c.Year):
		c.fault("year", fmt.Sprintf("положите присланное в папку submissions/%d или исправьте год", c.Year), "за %d год ничего не прислано: рекомендовать не из чего", c.Year)
	}
	switch first := (model.Date{Year: c.Year, Month: 1, Day: 1}); {
	case c.Date.IsZero() && len(c.Marks) > 0:
		c.fault("date", "впишите date = 2022-09-15", "не указано, когда рекомендации выданы, а отметки об исполнении есть")
	case c.Date.IsZero():
		c.list.Add(diag.Warnf("date", "не указано, когда рекомендации выданы: они остаются проектом").WithHint("впишите date = 2022-09-15, когда они подписаны"))
	case c.Date.Compare(first) < 0:
		c.fault("date", "исправьте дату или год", "рекомендации выданы %s, до %d года, по итогам которого они даны", c.Date, c.Year)
	case !c.AsOf.IsZero() && c.AsOf.Compare(c.Date) < 0:
		c.fault("as_of", "впишите as_of не раньше date или уберите его", "исполнение – на %s, до выдачи рекомендаций (%s)", c.AsOf, c.Date)
	}
}

// basis finds orders that are not there: a word without spaces is the ID of one.
func (c *recommendedCheck) basis() {
	for n, b := range c.Basis {
		key := indexed("basis", n)
		if strings.TrimSpace(b) == "" {
			c.fault(key, "впишите id приказа или документ словами: \"справка от 10.03.2022\"", "основание пусто")
		} else if isID(b) {
			c.list = append(c.list, orderNamed(c.orders, key, b)...)
			at := slices.IndexFunc(c.orders, func(o *Order) bool { return o.ID == b })
			if at >= 0 && !c.Date.IsZero() && c.orders[at].Date.Compare(c.Date) > 0 {
				c.list.Add(diag.Warnf(key, "приказ «%s» от %s, позже самих рекомендаций (%s)", b, c.orders[at].Date, c.Date).WithHint("проверьте, тот ли это приказ, и даты"))
			}
		}
	}
}

func (c *recommendedCheck) order() {
	if c.office.unread {
		return
	}
	r := references{office: c.office, day: c.Date}
	if id := c.Order.Control; id != "" && id != model.ControlSelf {
		if p, ok := r.person("order.control", id); ok {
			r.post(p, model.ControlCase)
			r.gender(p, model.ControlCase)
		}
	}
	if c.Order.Executor != "" {
		r.executor("order.executor", c.Order.Executor)
	}
	c.list = append(c.list, r.list...)
}

// mark finds what one mark must not lack.
func (c *recommendedCheck) mark(key string, m model.RecommendationMark) {
	switch named, ok := model.ParseRecommendationKey(m.Recommendation); {
	case strings.TrimSpace(m.Recommendation) == "":
		c.fault(key+".recommendation", fmt.Sprintf("впишите recommendation = \"%d/ds-3/D09\"", c.Year), "не указано, о какой рекомендации отметка")
	case !ok:
		c.fault(key+".recommendation", fmt.Sprintf("номер – это год, id учреждения (у самой организации «-») и код показателя: \"%d/ds-3/D09\"", c.Year), "«%s» не номер рекомендации", m.Recommendation)
	case c.Year != 0 && named.Year != strconv.Itoa(c.Year):
		c.fault(key+".recommendation", "исправьте номер или впишите отметку в файл того года", "рекомендация «%s» не %d года", m.Recommendation, c.Year)
	}
	checkOutcome(&c.list, key+".status", m.Outcome, true)
	if m.Date.IsZero() {
		c.fault(key+".date", "впишите date = 2022-08-30: когда это было", "не указан день")
	}
	if m.Outcome == model.OutcomeVoid && !model.IsReason(m.Reason) {
		c.fault(key+".status", "впишите reason = \"…\"", "не сказано, почему рекомендация не актуальна")
	}
	if m.Document.IsEmpty() {
		return
	}
	c.tree.checkEvidence(&c.list, key+".document", m.Document, c.office)
	if m.Document.Number == "" && m.Document.Link == "" && m.Document.File == "" {
		c.fault(key+".document", "впишите number, link или file", "у документа нет ни номера, ни ссылки: его не найти")
	}
}

const plainOutcomeNames = "done (исполнено), partly (частично), work (в работе), failed (не исполнено), void (не актуально)"

// checkOutcome finds words that no mark has.
func checkOutcome(l *diag.List, key string, o model.Outcome, demanded bool) {
	if o != "" || demanded {
		oneOf(l, key, o, model.PlainOutcomes, "что отмечено", plainOutcomeNames)
	}
}

var idWord = regexp.MustCompile(`^[0-9A-Za-z._-]+$`)

// isID reports whether a word can only be an ID, not the name of somebody or of a paper.
func isID(word string) bool { return idWord.MatchString(word) }

// orderNamed finds what is wrong with an order that a paper refers to.
func orderNamed(orders []*Order, key, id string) (l diag.List) {
	var known []string
	for _, o := range orders {
		if o.ID == id && o.Unreadable {
			l.Add(diag.Errorf(key, "приказ «%s» не читается", id).WithHint("исправьте приказ: что в нём не так, сказано у него"))
			return l
		}
		if o.ID == id && o.IsDraft() {
			l.Add(diag.Errorf(key, "приказ «%s» – проект: у него нет номера или даты", id).WithHint("впишите в приказ status = \"signed\", number и date"))
			return l
		}
		if o.ID == id {
			return nil
		}
		if !o.Unreadable && !o.IsDraft() {
			known = append(known, o.ID)
		}
	}
	hint := "подписанных приказов нет: назовите документ словами"
	if len(known) > 0 {
		hint = "есть приказы: " + strings.Join(byNearness(id, known), ", ")
	}
	l.Add(diag.Errorf(key, "приказа «%s» нет", id).WithHint("%s", hint))
	return l
}
