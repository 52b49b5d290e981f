package source

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"doklad/generator/diag"
	"doklad/generator/layout"
	"doklad/generator/model"
)

// Order is one order as it was read.
type Order struct {
	*model.Order
	File *File
	// Problems are those of the file and of what it refers to.
	Problems diag.List
	// Unreadable is true where the file itself has errors, so that judging
	// what was read of it would only add noise.
	Unreadable bool
}

// Orders reads the orders of an office, sorted by the names of their files.
func (t *Tree) Orders(office *Office) []*Order {
	names := t.recordsOf(office, ordersFolder)
	orders := make([]*Order, len(names))
	var group sync.WaitGroup
	for i, name := range names {
		group.Go(func() { orders[i] = t.order(office, name) })
	}
	group.Wait()
	checkTwice(orders)
	return orders
}

// order reads one order and checks what it refers to.
func (t *Tree) order(office *Office, name string) *Order {
	raw, problems := loadBytes(t.data, name)
	if problems != nil {
		return &Order{Order: namedOrder(office, name), Problems: problems.In(name), Unreadable: true}
	}
	return t.OrderIn(office, name, raw)
}

// OrderName is the file of an order, from the root of the data.
func OrderName(folder, id string) string { return path.Join(folder, ordersFolder, id+".toml") }

// OrderIn is what the file of a name says by the text; it need not be there.
func (t *Tree) OrderIn(office *Office, name string, raw []byte) *Order {
	order := &Order{Order: namedOrder(office, name)}
	order.File, order.Problems = readBytes(name, raw, order.Order)
	if order.Unreadable = order.Problems.HasErrors(); order.Unreadable {
		return order
	}
	problems := append(checkOrder(order.Order, order.File), checkReferences(order.Order, office)...)
	order.Problems = append(order.Problems, order.File.Locate(problems).In(name)...)
	return order
}

// namedOrder is an order of which nothing but its name is known.
func namedOrder(office *Office, name string) *model.Order {
	return &model.Order{ID: strings.TrimSuffix(path.Base(name), path.Ext(name)), Office: office.Directory.Office}
}

// checkOrder finds what an order must not lack, whatever it is about.
func checkOrder(o *model.Order, file *File) diag.List {
	var l diag.List
	if wanted := o.FileName(); wanted != "" && wanted != o.ID {
		l.Add(diag.Warnf("number", "файл называется «%s», а приказ – %d года № %s", o.ID, o.Year(), o.Number).
			WithHint("переименуйте файл в %s.toml", wanted))
	}
	checkFileName(&l, o.ID, "2026-1.toml")
	if o.Status != "" && o.Status != model.Draft && o.Status != model.Signed {
		l.Add(diag.Errorf("status", "состояние «%s» неизвестно", o.Status).
			WithHint("бывают draft (проект) и signed (подписан)"))
	}
	if o.Status == model.Signed && (o.Number == "" || o.Date.IsZero()) {
		l.Add(diag.Errorf("status", "подписанный приказ без номера или даты").
			WithHint("впишите number и date или поставьте status = \"draft\""))
	}
	if o.ExecutorForm != "" && !slices.Contains(layout.ExecutorForms, o.ExecutorForm) {
		l.Add(diag.Errorf("executor_form", "запись исполнителя «%s» неизвестна", o.ExecutorForm).
			WithHint("бывают: %s", strings.Join(layout.ExecutorForms, ", ")))
	}
	if o.Retention < 0 {
		l.Add(diag.Errorf("retention_years", "срок хранения %d: лет не бывает меньше нуля", o.Retention).
			WithHint("впишите число лет или удалите строку: постоянно"))
	}
	if o.Number != strings.TrimSpace(o.Number) {
		l.Add(diag.Errorf("number", "в номере «%s» лишние пробелы", o.Number).WithHint("впишите номер без пробелов по краям"))
	}
	if !o.Date.IsZero() && (o.Date.Year < 1900 || o.Date.Year > 2200) {
		l.Add(diag.Errorf("date", "дата %s: такого года у приказа не бывает", o.Date).WithHint("впишите дату так: 2021-06-25"))
	}
	for i, r := range o.Recipients {
		key := fmt.Sprintf("recipient[%d]", i+1)
		required(&l, key+".to", r.To, "в рассылке не указан адресат", "впишите to = \"…\" или уберите запись")
		if r.Copies < 0 {
			l.Add(diag.Errorf(key+".copies", "число экземпляров %d меньше нуля", r.Copies).WithHint("впишите copies = 1 или больше"))
		}
	}
	required(&l, "title", o.Title, "не указан заголовок", "впишите title = \"Об утверждении …\"")
	if len(o.Clauses) == 0 {
		l.Add(diag.Errorf(lastRecord(file, "preamble", "title"), "в приказе нет ни одного пункта").WithHint("добавьте [[clause]] с текстом text = \"…\""))
	}
	checkClauses(&l, "", "", o.Clauses, 1)
	if len(o.Signatories) == 0 {
		l.Add(diag.Errorf(lastRecord(file, fmt.Sprintf("clause[%d]", len(o.Clauses)), "preamble", "title"), "не указано, кто подписывает приказ").WithHint("добавьте [[signatory]] и строку person = \"…\""))
	}
	if o.Roadmap != nil {
		checkRoadmap(&l, o.Roadmap)
	}
	for i, a := range o.Appendices {
		checkAppendix(&l, fmt.Sprintf("appendix[%d]", i+1), a)
	}
	for i, r := range o.Restored {
		key := fmt.Sprintf("restored[%d].field", i+1)
		if r.Field != "letterhead" && !file.Has(r.Field) {
			l.Add(diag.Errorf(key, "восстановленного места «%s» в файле нет", r.Field).
				WithHint("место пишется так: roadmap.section[2].activity[3].schedule"))
		}
	}
	return l
}

// lastRecord is the first of the keys that stands in the file: what is missing belongs
// after it. Without any of them it is the start of the file.
func lastRecord(file *File, keys ...string) string {
	for _, key := range keys {
		if file.Has(key) {
			return key
		}
	}
	return "title"
}

func required(l *diag.List, key, value, text, hint string) {
	if strings.TrimSpace(value) == "" {
		l.Add(diag.Errorf(key, "%s", text).WithHint("%s", hint))
	}
}

// maxLevels of numbering: 1. / 1.1. / 1.1.1. / 1.1.1.1. (layout rule PG-11).
const maxLevels = 4

func checkClauses(l *diag.List, parent, number string, clauses []model.Clause, level int) {
	for i, c := range clauses {
		key := fmt.Sprintf("%sclause[%d]", parent, i+1)
		label := fmt.Sprintf("%s%d", number, i+1)
		if level > maxLevels {
			l.Add(diag.Errorf(key, "пункт %s: больше %d уровней нумерации не бывает", label, maxLevels).
				WithHint("поднимите пункт на уровень выше"))
			continue
		}
		if strings.TrimSpace(c.Text) == "" && len(c.Executors) == 0 && c.Control == "" {
			l.Add(diag.Errorf(key, "пункт %s пуст", label).WithHint("впишите text = \"…\" или уберите пункт"))
		}
		if c.Control != "" && len(c.Executors) > 0 && strings.TrimSpace(c.Text) == "" {
			l.Add(diag.Errorf(key+".executors", "пункт %s: и контроль, и исполнители: исполнители не были бы напечатаны", label).
				WithHint("разделите на два пункта"))
		}
		checkClauses(l, key+".", label+".", c.Clauses, level+1)
	}
}

// checkTwice finds two files with one number and one year in an office.
func checkTwice(orders []*Order) {
	seen := map[string]*Order{}
	for _, o := range orders {
		if o.Number == "" || o.Date.IsZero() {
			continue
		}
		number := fmt.Sprintf("%d-%s", o.Year(), o.Number)
		first, twice := seen[number]
		if !twice {
			seen[number] = o
			continue
		}
		o.tellTwice(first)
		first.tellTwice(o)
	}
}

func (o *Order) tellTwice(other *Order) {
	p := diag.Errorf("number", "приказ № %s за %d год есть и в файле %s", o.Number, o.Year(), path.Base(other.File.Name)).
		WithHint("исправьте номер или дату либо уберите лишний файл")
	o.Problems = append(o.Problems, o.File.Locate(diag.List{p})...)
}
