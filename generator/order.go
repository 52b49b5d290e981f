package generator

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// orderView is what templates/order.tmpl may print: words only, everything
// numbered, declined and dated already.
type orderView struct {
	Letterhead   []string
	Kind         string
	Date, Number string
	Title        string
	Preamble     []string
	Operative    string
	Clauses      []clauseView
	Signatories  []signatureView
	Certified    *certificationView
	Recipients   []string
	Preparer     []string
	Annexes      []annexView
	// Agreement and Acquaintance are names of tables; empty: no such sheet.
	Agreement    string
	Acquaintance string
}

type clauseView struct{ Number, Text string }

type signatureView struct{ Post, Name string }

type certificationView struct {
	signatureView
	Date, Kept string
}

// Blanks for what is written in by hand when a draft is signed.
const (
	blankDate   = "______________"
	blankNumber = "________"
)

// orderDocument composes an order (приказ) with all its annexes and sheets.
func orderDocument(o *model.Order, d *model.Directory, executorForm string) (orderView, *doc.Document) {
	document := &doc.Document{
		Title:    fmt.Sprintf("Приказ от %s № %s", dateOrBlank(o), numberOrBlank(o)),
		Author:   o.Office.Full.Nominative,
		Language: "ru-RU",
		LongTerm: o.LongTerm(),
		Tables:   map[string]*doc.Table{},
	}
	if o.IsDraft() {
		document.Across = "ПРОЕКТ"
	}
	if o.Office.Example {
		document.Footer = exampleNote
	}
	if o.ExecutorForm != "" {
		executorForm = o.ExecutorForm
	}
	w := orderWriter{order: o, directory: d, executorForm: executorForm, tables: document.Tables}
	return w.view(), document
}

// exampleNote stands on every paper made of invented data.
const exampleNote = "Пример: организация, люди и сведения вымышлены"

// orderWriter turns what was said into what is printed.
type orderWriter struct {
	order        *model.Order
	directory    *model.Directory
	executorForm string
	tables       map[string]*doc.Table
}

func (w orderWriter) view() orderView {
	o := w.order
	view := orderView{
		Letterhead: o.Office.Letterhead,
		Kind:       "ПРИКАЗ",
		Date:       dateOrBlank(o),
		Number:     numberOrBlank(o),
		Title:      oneLine(o.Title),
		Preamble:   paragraphs(o.Preamble),
		Operative:  o.Operative,
		Clauses:    w.clauses("", o.Clauses),
		Annexes:    w.annexes(),
	}
	if view.Operative == "" {
		view.Operative = "ПРИКАЗЫВАЮ:"
	}
	for _, s := range o.Signatories {
		view.Signatories = append(view.Signatories, w.signature(s.Person, s.Post))
	}
	if c := o.Certified; c != nil {
		view.Certified = &certificationView{w.signature(c.Person, ""), c.Date.String(), c.Kept}
	}
	for _, r := range o.Recipients {
		view.Recipients = append(view.Recipients, fmt.Sprintf("%s – %d", r.To, max(1, r.Copies)))
	}
	if p, ok := w.directory.Person(o.Preparer); ok {
		view.Preparer = []string{p.FullName()}
		if p.Phone != "" {
			view.Preparer = append(view.Preparer, p.Phone)
		}
	}
	w.sheets(&view)
	return view
}

func dateOrBlank(o *model.Order) string {
	if o.Date.IsZero() {
		return blankDate
	}
	return o.Date.String()
}

func numberOrBlank(o *model.Order) string {
	if o.Number == "" {
		return blankNumber
	}
	return o.Number
}

// signature is a post with the breaks its author made, and the name with the
// initials first.
func (w orderWriter) signature(person, post string) signatureView {
	p, _ := w.directory.Person(person)
	if post == "" {
		post = p.PostIn(russian.Nominative)
	}
	return signatureView{Post: capitalized(strings.TrimSpace(post)), Name: p.Signature()}
}

// clauses numbers the points, «2.» and «2.1.», and flattens their tree.
func (w orderWriter) clauses(parent string, clauses []model.Clause) []clauseView {
	var views []clauseView
	for i, c := range clauses {
		number := fmt.Sprintf("%s%d.", parent, i+1)
		views = append(views, clauseView{number, w.clauseText(c)})
		views = append(views, w.clauses(number, c.Clauses)...)
	}
	return views
}

func (w orderWriter) clauseText(c model.Clause) string {
	text := strings.TrimSpace(c.Text)
	if c.Control != "" && text == "" {
		return w.control(c.Control)
	}
	if len(c.Executors) == 0 {
		return text
	}
	names := make([]string, len(c.Executors))
	for i, id := range c.Executors {
		names[i] = w.executor(id)
	}
	executors := strings.Join(names, ", ")
	executors = capitalized(executors)
	_, lastIsBody := w.directory.Organization(c.Executors[len(c.Executors)-1])
	apposed := !lastIsBody && (w.executorForm == layout.SurnameFirst || w.executorForm == layout.NameFirst)
	switch {
	case text == "":
		return executors + ":"
	case apposed: // the post after the name is closed by a comma too
		return executors + ", " + text
	}
	return executors + " " + text
}

// executor names a person or a body in the dative.
func (w orderWriter) executor(id string) string {
	if body, ok := w.directory.Organization(id); ok {
		return body.Full.In(model.ExecutorCase)
	}
	p, _ := w.directory.Person(id)
	post := oneLine(p.PostIn(model.ExecutorCase))
	switch w.executorForm {
	case layout.SurnameFirst:
		return p.SurnameInitials(model.ExecutorCase) + ", " + post
	case layout.NameFirst:
		return p.InitialsSurname(model.ExecutorCase) + ", " + post
	case layout.FullName:
		return post + " " + p.FullNameIn(model.ExecutorCase)
	}
	return post + " " + p.SurnameInitials(model.ExecutorCase)
}

// control is the stock phrase of the last point (2.1 of the rules on orders).
func (w orderWriter) control(on string) string {
	if on == model.ControlSelf {
		return "Контроль за исполнением настоящего приказа оставляю за собой."
	}
	p, _ := w.directory.Person(on)
	text := fmt.Sprintf("Контроль за исполнением настоящего приказа возложить на %s %s",
		oneLine(p.PostIn(model.ControlCase)), p.SurnameInitials(model.ControlCase))
	return strings.TrimSuffix(text, ".") + "." // the dot of the initials serves
}

// oneLine drops line breaks that the author made for another place.
func oneLine(text string) string { return strings.Join(strings.FieldsFunc(text, isLineSpace), " ") }

func isLineSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// paragraphs are the lines of a text in the data; within a line nothing changes.
func paragraphs(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func capitalized(text string) string {
	if text == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}
