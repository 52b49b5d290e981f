package generator

import (
	"errors"
	"fmt"
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
	sheets "doklad/generator/sheet"
	"doklad/generator/source"
)

// SentForm is a workbook that somebody filled and sent back.
type SentForm struct {
	Name     string // as the user calls the file
	Passport form.Passport
	Place    RecordPlace // where its marks are to be put; none: not known
	Problems diag.List
	kind     *formKind
	rows     []*filledRow
}

// ImportedForm is what became of one of them.
type ImportedForm struct {
	*SentForm
	Recorded []Recorded
	Record   string // the file that they were put into
	// Same is how many rows say what is on record already.
	Same int
}

// ReadForm reads a workbook that was sent back and finds the record that it is for. It
// does not know yet what is there. Problems have the name of the file.
func (g Generator) ReadForm(name string, raw []byte) *SentForm {
	f := &SentForm{Name: name}
	defer func() { f.Problems.In(name) }()
	book, err := sheets.Open(path.Base(name), raw)
	if err != nil {
		f.refuse(err)
		return f
	}
	passport, found, err := form.ReadPassport(book)
	switch {
	case err != nil:
		f.refuse(err)
		return f
	case !found:
		f.Problems.Add(diag.Problem{Text: "это не форма: в книге нет скрытого листа, по которому её узнают", Hint: howToGetForm})
		return f
	}
	f.Passport, f.kind = passport, kindOf(passport)
	if p := passport.Check(f.kind.name, f.kind.version, howToGetForm); p != nil {
		f.Problems.Add(*p)
		return f
	}
	var foreign *diag.Problem
	if f.Place, foreign = g.placeOfForm(passport); foreign != nil {
		f.Problems.Add(*foreign)
		return f
	}
	table, problems, err := form.Read(book, f.kind.formColumns(), howToGetForm)
	if err != nil {
		f.refuse(err)
		return f
	}
	if f.Problems = append(f.Problems, problems...); problems.HasErrors() {
		return f
	}
	for _, row := range table.Rows {
		f.rows = append(f.rows, readFilledRow(f, row))
	}
	f.readStray(table.Stray)
	f.readAside(table.Aside)
	if gone := passport.Rows - len(table.Rows); gone > 0 {
		f.Problems.Add(diag.Advisef("", "в книге нет строк, которые были в форме: %d из %d; о них ничего не отмечено", gone, passport.Rows).
			WithHint("незаполненные строки удалять не нужно; если удалена и заполненная, впишите её в новую форму"))
	}
	return f
}

// refuse tells why a book cannot be read.
func (f *SentForm) refuse(err error) {
	var refusal *sheets.Refusal
	if errors.As(err, &refusal) {
		f.Problems.Add(refusal.Problem)
		return
	}
	f.Problems.Add(diag.Problem{Text: err.Error(), Hint: "откройте книгу в Excel и сохраните заново"})
}

// placeOfForm finds the record that a form is for by the name of its office: folders of
// data may be called otherwise where the form comes back.
func (g Generator) placeOfForm(p form.Passport) (RecordPlace, *diag.Problem) {
	tree := source.Open(g.Data, g.Common)
	if kindOf(p) == adviceKind {
		return adviceOfForm(tree, p)
	}
	for _, f := range append(tree.FindOrders(path.Join(p.Folder, p.Subject)), tree.FindOrders(p.Subject)...) {
		office, _ := tree.Order(f)
		if path.Base(f.ID) == p.Subject && isOfficeOf(p, office) {
			return recordPlace(f), nil
		}
	}
	return RecordPlace{}, &diag.Problem{Text: fmt.Sprintf("это форма другой организации или другого приказа: «%s», %s (%s)", p.Office, p.Title, p.Subject),
		Hint: "в этой папке данных такого приказа нет; проверьте, тот ли файл, и папку после --data"}
}

func isOfficeOf(p form.Passport, office *source.Office) bool {
	own := office.Directory.Office
	return own != nil && russian.Fold(own.Full.Nominative) == russian.Fold(p.Office)
}

// ImportForms puts on record what the forms for one record say: a later mark amends an
// earlier one, what is on record is not put there again. A form with an error records
// nothing; others are recorded. By is who told it; empty: who the form was made for.
// The file has no name where nothing is new. With errors among the problems, which are
// those of the data and the record, or with an error, nothing is to be written.
func (g Generator) ImportForms(place RecordPlace, sent []*SentForm, by string) (File, []ImportedForm, diag.List, error) {
	r, problems, err := g.openMarked(place)
	if err != nil || problems.HasErrors() {
		return File{}, nil, problems, err
	}
	if problems := r.read(); problems.HasErrors() {
		return File{}, nil, problems.Sort(), nil
	}
	im := &formImport{markedRecord: r, recordText: r.opened(), entered: g.Today, by: by}
	var forms []ImportedForm
	for _, f := range sent {
		one := *f // what is told of it now holds for this record
		one.Problems = slices.Clone(f.Problems)
		one.rows = cloneRows(&one, f.rows)
		forms = append(forms, ImportedForm{SentForm: &one, Record: place.File})
	}
	for _, f := range forms {
		im.match(f.SentForm)
	}
	im.compare(forms)
	isNew := false
	for i := range forms {
		f := &forms[i]
		if !f.Problems.HasErrors() {
			im.put(f)
			isNew = isNew || len(f.Recorded) > 0
		}
		f.Problems = f.Problems.In(f.Name)
		slices.SortStableFunc(f.Problems, func(a, b diag.Problem) int { return int(a.Severity) - int(b.Severity) })
	}
	if !isNew {
		return File{}, forms, nil, nil
	}
	return File{Path: place.File, Bytes: im.before}, forms, nil, nil
}

// formImport is a record to which forms are added one after another.
type formImport struct {
	markedRecord
	*recordText
	entered model.Date
	by      string
}

// teller is who told what a form says.
func (im *formImport) teller(p form.Passport) string {
	if im.by != "" {
		return im.by
	}
	if _, known := im.office.Organization(p.BodyID); known {
		return p.BodyID
	}
	return p.Body
}
