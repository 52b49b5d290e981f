package source

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// decidedCheck judges the decisions of a year.
type decidedCheck struct {
	*model.DecisionRegister
	office    *Office
	orders    []*Order
	catalogue *Catalogue
	list      diag.List
}

func (c *decidedCheck) fault(key, hint, format string, args ...any) {
	c.list.Add(diag.Errorf(key, format, args...).WithHint("%s", hint))
}

func (c *decidedCheck) decision(key string, d *model.ManagementDecision) {
	if d.Order != "" {
		c.order(key, d)
	} else {
		c.paper(key, *d)
	}
	required(&c.list, key+".id", d.ID, "не указан id", "впишите id = \"1\": по нему на решение ссылаются")
	if !d.Date.IsZero() && c.Year != 0 && d.Date.Year != c.Year {
		c.fault(c.saying(key, d, "date"), fmt.Sprintf("исправьте дату или перенесите решение в %d.toml", d.Date.Year), "решение от %s не %d года", d.Date, c.Year)
	}
	if !d.Term.IsZero() && d.Term.Compare(d.Date) < 0 {
		c.fault(key+".term", "исправьте одну из дат", "срок %s раньше самого решения (%s)", d.Term, d.Date)
	}
	c.outcome(key, *d)
	c.executor(key+".executor", d.Executor)
	if !isAddress(d.Link) {
		c.fault(key+".link", "ссылка начинается с https://", "«%s» не ссылка", d.Link)
	}
	if len(d.Basis) == 0 {
		c.list.Add(diag.Warnf(key+".id", "не сказано, по чему решено: об эффекте судить не по чему").WithHint("впишите basis = [\"D16\"]: показатели и рекомендации"))
	}
	for n, b := range d.Basis {
		c.basis(indexed(key+".basis", n), b)
		if named, ok := model.ParseRecommendationKey(b); ok && len(named.Year) == 4 && !d.Date.IsZero() && named.Year > fmt.Sprintf("%04d", d.Date.Year) {
			c.fault(indexed(key+".basis", n), "исправьте год рекомендации", "решение от %s не может опираться на рекомендацию «%s»", d.Date, b)
		}
	}
	for n, code := range d.Indicators {
		c.indicator(indexed(key+".indicators", n), code)
	}
}

// saying is where a field is said: of what is taken from an order, there.
func (c *decidedCheck) saying(key string, d *model.ManagementDecision, field string) string {
	if d.Order != "" {
		return key + ".order"
	}
	return key + "." + field
}

// order demands that a decision that is an order of ours says nothing of it by itself.
func (c *decidedCheck) order(key string, d *model.ManagementDecision) {
	if d.Kind != "" || d.Number != "" || d.Text != "" || !d.Date.IsZero() {
		c.fault(key+".order", "уберите kind, date, number и text или уберите order", "назван свой приказ, и тут же сказано, какой он: вид, дата, номер и заголовок берутся из приказа")
	}
	c.list = append(c.list, orderNamed(c.orders, key+".order", d.Order)...)
	take(d, c.orders)
}

func (c *decidedCheck) paper(key string, d model.ManagementDecision) {
	required(&c.list, key+".kind", d.Kind, "не указан вид решения", "впишите kind = \"приказ\"; бывают: "+strings.Join(model.DecisionKinds, ", ")+" и другие")
	if near, found := russian.Nearest(d.Kind, model.DecisionKinds); found && d.Kind != near {
		c.list.Add(diag.Warnf(key+".kind", "вид решения – «%s»", d.Kind).WithHint("может быть, «%s»?", near))
	}
	if d.Date.IsZero() {
		c.fault(key+".date", fmt.Sprintf("впишите date = %d-03-21", c.Year), "не указана дата решения")
	}
	required(&c.list, key+".text", d.Text, "не сказано, что решено", "впишите text = \"…\"")
}

func (c *decidedCheck) outcome(key string, d model.ManagementDecision) {
	checkOutcome(&c.list, key+".status", d.Outcome, false)
	switch {
	case d.Outcome != "" && d.OutcomeDate.IsZero():
		c.fault(key+".status", "впишите status_date = 2022-08-30", "не сказано, на какой день отмечено исполнение")
	case d.Outcome == "" && !d.OutcomeDate.IsZero():
		c.fault(key+".status_date", "впишите status = \"done\" или другое: "+plainOutcomeNames, "не указано, что отмечено")
	case !d.OutcomeDate.IsZero() && d.OutcomeDate.Compare(d.Date) < 0:
		c.fault(key+".status_date", "исправьте одну из дат", "отметка %s раньше самого решения (%s)", d.OutcomeDate, d.Date)
	}
}

// executor is somebody of the directory, or a name: only an ID can be unknown.
func (c *decidedCheck) executor(key, said string) {
	if said == "" || !isID(said) || c.office.unread {
		return
	}
	var known []string
	for _, p := range c.office.People {
		known = append(known, p.ID)
	}
	for _, b := range c.office.Bodies() {
		known = append(known, b.ID)
	}
	if slices.Contains(known, said) {
		return
	}
	hint := "добавьте запись в people.toml или organizations.toml либо назовите исполнителя словами"
	if near, found := russian.Nearest(said, known); found {
		hint = "может быть, «" + near + "»?"
	}
	c.fault(key, hint, "«%s» нет ни среди должностных лиц, ни среди организаций", said)
}

// basis is a code of an indicator, or the key of a recommendation.
func (c *decidedCheck) basis(key, said string) {
	named, isRecommendation := model.ParseRecommendationKey(said)
	switch {
	case isRecommendation:
		c.indicator(key, named.Code)
	case codeForm.MatchString(said):
		c.indicator(key, said)
	default:
		c.fault(key, "основание – код показателя (\"D09\") или номер рекомендации (\"2021/ds-3/D09\")", "непонятно, что за основание: «%s»", said)
	}
}

// indicator finds a code that nothing can be judged by. One that the office dropped later
// was good when it was decided by it.
func (c *decidedCheck) indicator(key, code string) {
	if c.catalogue.Problems.HasErrors() {
		return // what is lost there is no fault of the decision
	}
	if _, found := c.catalogue.Indicator(code); found {
		return
	}
	if c.catalogue.Dropped(code) {
		c.list.Add(diag.Warnf(key, "показатель «%s» исключён из перечня: оценить по нему нельзя", code).
			WithHint("если решение судят по другому показателю, впишите его в indicators"))
		return
	}
	var known []string
	for _, i := range c.catalogue.All() {
		known = append(known, i.Code)
	}
	hint := "коды показателей – в папке indicators"
	if near, found := russian.Nearest(code, known); found {
		hint = "может быть, «" + near + "»?"
	}
	c.fault(key, hint, "показателя «%s» нет", code)
}

// twice finds two decisions of one ID, or of one paper.
func (c *decidedCheck) twice() {
	ids, papers := map[string]int{}, map[string]int{}
	for i, d := range c.Decisions {
		if first, known := ids[d.ID]; known && d.ID != "" {
			c.fault(indexed("decision", i)+".id", "у каждого решения должен быть свой id", "id «%s» уже есть у решения %d", d.ID, first+1)
		} else {
			ids[d.ID] = i
		}
		if d.Number == "" || d.Date.IsZero() {
			continue
		}
		paper := fmt.Sprint(strings.ToLower(d.Kind), d.Date, d.Number)
		if first, known := papers[paper]; known {
			c.fault(c.saying(indexed("decision", i), &d, "number"), "уберите повтор или исправьте номер", "%s от %s № %s уже есть: решение %d", d.Kind, d.Date, d.Number, first+1)
		} else {
			papers[paper] = i
		}
	}
}
