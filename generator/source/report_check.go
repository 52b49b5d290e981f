package source

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// reportCheck judges what a report refers to; what it says itself is judged in
// report_text.go.
type reportCheck struct {
	*model.Report
	file      *File
	office    *Office
	orders    []*Order
	catalogue *Catalogue
	isSent    bool // there is a file of the year
	list      diag.List
}

func (c *reportCheck) fault(key, hint, format string, args ...any) {
	c.list.Add(diag.Errorf(key, format, args...).WithHint("%s", hint))
}

func (c *reportCheck) doubt(key, hint, format string, args ...any) {
	c.list.Add(diag.Warnf(key, format, args...).WithHint("%s", hint))
}

// year demands a year of which something was sent.
func (c *reportCheck) year(years []int) {
	var known []string
	for _, y := range years {
		known = append(known, strconv.Itoa(y))
	}
	switch {
	case c.Year == 0:
		c.fault("year", "впишите year = 2022: год мониторинга, папка submissions/2022", "не указан год")
	case !isReportYear(c.Year):
		c.fault("year", fmt.Sprintf("впишите год от %d до %d: year = 2022", firstYear, lastYear), "год %d: таких докладов не бывает", c.Year)
	case len(years) == 0:
		c.fault("year", fmt.Sprintf("положите присланное в папку submissions/%d", c.Year), "за %d год ничего не прислано, и за другие годы тоже", c.Year)
	case !slices.Contains(years, c.Year):
		c.fault("year", "прислано за годы: "+strings.Join(known, ", "), "за %d год ничего не прислано", c.Year)
	case !c.isSent:
		c.fault("year", fmt.Sprintf("положите присланное в папку submissions/%d: сейчас в ней нет ни одного файла с показателями", c.Year), "за %d год ничего не прислано", c.Year)
	}
}

// days are judged after the empty ones were filled in. A report may be dated before the
// last day of its period: one to the August conference is of a school year that still goes.
func (c *reportCheck) days() {
	if c.Date.IsZero() {
		c.doubt("date", "впишите date = 2022-08-15", "не указана дата доклада: год на титульном листе берётся из неё")
	}
	if c.From.IsZero() || c.To.IsZero() {
		return // the year is wrong, and was told
	}
	const mend = "исправьте один из дней"
	if c.From.Compare(c.To) > 0 {
		c.fault(c.saying("from", "to"), mend, "начало периода %s позже его конца %s", c.From, c.To)
		return
	}
	if c.AsOf.Compare(c.From) < 0 {
		c.doubt(c.saying("as_of", "to"), mend, "доклад на день %s, до начала периода %s", c.AsOf, c.From)
	}
	if !c.Date.IsZero() && c.AsOf.Compare(c.Date) > 0 {
		c.doubt(c.saying("as_of", "date"), "впишите as_of не позже даты доклада: на этот день считают исполнение дорожных карт",
			"доклад от %s рассказывает о дне %s, который ещё не настал", c.Date, c.AsOf)
	}
}

// saying is the first of the keys that stands in the file.
func (c *reportCheck) saying(keys ...string) string {
	return lastRecord(c.file, append(keys, "year")...)
}

func (c *reportCheck) sets() {
	if c.catalogue.Problems.HasErrors() {
		return // what is lost there is no fault of the report
	}
	known := c.setIDs()
	if len(c.Sets) == 0 {
		c.fault("sets", "впишите sets = [\"…\"]; бывают: "+strings.Join(known, ", "), "не названо, о каких показателях доклад")
	}
	for n, id := range c.Sets {
		switch key := indexed("sets", n); {
		case !slices.Contains(known, id):
			c.fault(key, hintOfKnown(id, known), "перечня показателей «%s» нет", id)
		case slices.Contains(c.Sets[:n], id):
			c.fault(key, "уберите повтор", "перечень «%s» назван дважды", id)
		}
	}
}

func (c *reportCheck) setIDs() []string {
	var ids []string
	for _, set := range c.catalogue.Sets {
		ids = append(ids, set.ID)
	}
	return ids
}

// institutionCodes finds indicators that cannot be drawn institution by institution.
func (c *reportCheck) institutionCodes() {
	if c.catalogue.Problems.HasErrors() {
		return
	}
	told := map[string]bool{} // of the sets: whether institutions tell it
	var known []string
	for _, set := range c.catalogue.Sets {
		if !slices.Contains(c.Sets, set.ID) {
			continue
		}
		for _, i := range set.Indicators {
			told[i.Code] = i.Tier.Covers(model.TierInstitution)
			known = append(known, i.Code)
		}
	}
	for n, code := range c.ByInstitution {
		byInstitution, found := told[code]
		switch key := indexed("by_institution", n); {
		case slices.Contains(c.ByInstitution[:n], code):
			c.fault(key, "уберите повтор", "показатель «%s» назван дважды", code)
		case !found:
			c.fault(key, c.nearCode(code, known), "показателя «%s» в перечнях доклада нет", code)
		case !byInstitution:
			c.fault(key, "назовите показатель, у которого level = \"institution\" или \"both\"", "«%s» – показатель муниципалитета: у учреждений его нет", code)
		}
	}
}

func (c *reportCheck) nearCode(code string, known []string) string {
	if _, elsewhere := c.catalogue.Indicator(code); elsewhere {
		return "впишите в sets перечень, где он есть, или уберите код"
	}
	if near, ok := russian.Nearest(code, known); ok {
		return "может быть, «" + near + "»?"
	}
	return "назовите код показателя из перечней, названных в sets"
}

// roadmaps finds orders that have no roadmap to report of on the day of the report.
func (c *reportCheck) roadmaps() {
	for n, id := range c.Orders {
		key := indexed("orders", n)
		i := slices.IndexFunc(c.orders, func(o *Order) bool { return o.ID == id })
		switch {
		case slices.Contains(c.Orders[:n], id):
			c.fault(key, "уберите повтор", "приказ «%s» назван дважды", id)
		case i < 0:
			c.fault(key, c.roadmapIDs(id), "приказа «%s» нет", id)
		case c.orders[i].Unreadable:
			c.fault(key, "исправьте приказ: что в нём не так, сказано у него", "приказ «%s» не читается", id)
		case c.orders[i].Roadmap == nil:
			c.fault(key, c.roadmapIDs(id), "у приказа «%s» нет дорожной карты", id)
		case c.orders[i].IsDraft():
			c.fault(key, "впишите в приказ status = \"signed\", number и date или назовите другой", "приказ «%s» – проект: исполняют подписанный приказ", id)
		case !c.AsOf.IsZero() && c.orders[i].Date.Compare(c.AsOf) > 0:
			c.fault(key, fmt.Sprintf("уберите приказ или впишите as_of не раньше %s", c.orders[i].Date),
				"приказ «%s» издан %s, а доклад – на день %s", id, c.orders[i].Date, c.AsOf)
		}
	}
}

// roadmapIDs offers the orders that are carried out, the likeliest first.
func (c *reportCheck) roadmapIDs(id string) string {
	var known []string
	for _, o := range c.orders {
		if !o.Unreadable && o.Roadmap != nil && !o.IsDraft() {
			known = append(known, o.ID)
		}
	}
	if len(known) == 0 {
		return "уберите его: подписанных приказов с дорожной картой нет"
	}
	return "дорожная карта есть у приказов: " + strings.Join(byNearness(id, known), ", ")
}

// basisLines: a line without words says nothing.
func (c *reportCheck) basisLines() {
	for n, line := range c.Basis {
		if strings.TrimSpace(line) == "" {
			c.fault(fmt.Sprintf("basis[%d]", n+1), "впишите документ: \"распоряжение … от 01.02.2022 № 3 «О …»\"", "строка без слов")
		}
	}
}

func (c *reportCheck) signatory() {
	c.list = append(c.list, c.office.signatory(c.Signatory, "доклад", c.Date)...)
}

// signatory demands somebody who can sign a paper on a day.
func (o *Office) signatory(id, paper string, day model.Date) diag.List {
	if o.unread {
		return nil
	}
	var known []string
	for _, p := range o.People {
		known = append(known, p.ID)
	}
	r := references{office: o, day: day}
	switch _, found := o.Person(id); {
	case strings.TrimSpace(id) == "":
		r.list.Add(diag.Errorf("signatory", "не указано, кто подписывает %s", paper).
			WithHint("впишите signatory = \"…\": id человека из people.toml; бывают: %s", strings.Join(known, ", ")))
	case !found:
		r.list.Add(diag.Errorf("signatory", "«%s» нет среди должностных лиц", id).WithHint("%s", hintOfKnown(id, known)))
	default:
		p, _ := r.person("signatory", id)
		r.post(p, russian.Nominative)
	}
	return r.list
}
