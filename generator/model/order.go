package model

import (
	"fmt"
	"strings"

	"doklad/generator/russian"
)

// Order is an order on the main activity («приказ по основной деятельности»).
type Order struct {
	ID     string  `toml:"-"` // the file's name without .toml: «2021-109»
	Office *Office `toml:"-"`

	// Status is draft or signed. A signed order is an archive piece: it is
	// printed word for word, and its defects are told but do not stop it.
	Status Status `toml:"status"`
	Number string `toml:"number"`
	Date   Date   `toml:"date"`
	Title  string `toml:"title"`
	// Retention is how long the paper is kept, in years; 0 means for ever
	// («постоянно», ст. 19 а Перечня 2019 г. for orders on the main activity).
	Retention int    `toml:"retention_years"`
	Layout    string `toml:"layout"` // overrides the office's profile

	Preamble  string `toml:"preamble"`
	Operative string `toml:"operative"` // empty: «ПРИКАЗЫВАЮ:»
	// ExecutorForm is how executors are written, a word of the layout profile.
	ExecutorForm string   `toml:"executor_form"`
	Clauses      []Clause `toml:"clause"`

	Signatories []Signatory `toml:"signatory"`
	Roadmap     *Roadmap    `toml:"roadmap"`
	Appendices  []Appendix  `toml:"appendix"`

	Agreement    []Visitor      `toml:"agreement"`    // «лист согласования»
	Acquaintance []Visitor      `toml:"acquaintance"` // «лист ознакомления»
	Recipients   []Recipient    `toml:"recipient"`    // «рассылка»
	Preparer     string         `toml:"preparer"`     // person, «исполнитель (составил)»
	Certified    *Certification `toml:"certified"`

	Restored []Restoration `toml:"restored"`
}

// Status is the stage of an order's life («состояние приказа»).
type Status string

const (
	Draft  Status = "draft"
	Signed Status = "signed"
)

// IsDraft reports whether the order still lacks its number or its date: the
// paper then has blanks in their place and «ПРОЕКТ» over each page.
func (o *Order) IsDraft() bool { return o.Status == Draft || o.Number == "" || o.Date.IsZero() }

// IsSigned reports whether the text may no longer be changed.
func (o *Order) IsSigned() bool { return o.Status == Signed && !o.IsDraft() }

// LongTerm reports whether the paper is kept for more than 10 years.
func (o *Order) LongTerm() bool { return o.Retention == 0 || o.Retention > 10 }

// Clause is a point of the order («пункт», «подпункт»). Its number is ours.
type Clause struct {
	Text string `toml:"text"`
	// Executors are persons or organizations by ID; they are put before the
	// text in the dative.
	Executors []string `toml:"executors"`
	// Control makes this the point on control: "self", or the ID of a person;
	// the words are made unless Text gives them.
	Control string   `toml:"control"`
	Clauses []Clause `toml:"clause"`
}

// Signatory signs the order («подписант»).
type Signatory struct {
	Person string `toml:"person"`
	// Post overrides the post of the directory, line breaks included.
	Post string `toml:"post"`
}

// Annex is what the two kinds of an appendix («приложение») have in common.
type Annex struct {
	// Kind is the kind of document, «план», which gives the гриф its gender.
	Kind  string   `toml:"kind"`
	Title []string `toml:"title"` // lines by sense
	// ApprovalWord is the first word of the гриф, «УТВЕРЖДЕНО», where the kind does
	// not tell it rightly.
	ApprovalWord string `toml:"approval_word"`
	// Mark is how the annex is tied to the order: approval («УТВЕРЖДЕН
	// приказом …»), number («Приложение № 1 к приказу …»), both, none.
	Mark string `toml:"mark"`
	// MarkWords overrides what follows УТВЕРЖДЕН or «Приложение № 1»; a part
	// a line.
	MarkWords []string `toml:"mark_words"`
}

// Appendix is an annex of text or of one table («приложение»).
type Appendix struct {
	Annex
	Text    []string   `toml:"text"` // paragraphs
	Columns []string   `toml:"columns"`
	Rows    [][]string `toml:"rows"`
}

// IsSection reports whether a row, from 0, is a title over all columns: it has one
// cell.
func (a Appendix) IsSection(row int) bool { return len(a.Rows[row]) == 1 && len(a.Columns) > 1 }

// Column are the cells of one column, from 0, section titles left out.
func (a Appendix) Column(n int) []string {
	var cells []string
	for i, row := range a.Rows {
		if n < len(row) && !a.IsSection(i) {
			cells = append(cells, row[n])
		}
	}
	return cells
}

// Visitor is a line of the sheet of agreement or of acquaintance («лист
// согласования», «лист ознакомления»): a person of the directory, or a name and
// a post as they are to be printed; all empty gives an empty line.
type Visitor struct {
	Person string `toml:"person"`
	Name   string `toml:"name"`
	Post   string `toml:"post"`
}

// Recipient is a line of the list of recipients («рассылка»).
type Recipient struct {
	To     string `toml:"to"`
	Copies int    `toml:"copies"`
}

// Certification is the mark on a copy («отметка о заверении копии», реквизит 26).
type Certification struct {
	Person string `toml:"person"`
	Date   Date   `toml:"date"`
	Kept   string `toml:"kept"` // where the original is
}

// Restoration says which field is not as the copy had it («восстановленное
// место»): the copy was damaged and must be compared with the signed sheet.
type Restoration struct {
	Field string `toml:"field"` // "roadmap.section[2].activity[3].schedule"
	Copy  string `toml:"copy"`  // what the damaged copy says, line breaks and tabs as they stand
	Note  string `toml:"note"`
}

// Year is the year of the order, 0 for one without a date.
func (o *Order) Year() int { return o.Date.Year }

// ControlCase is the case of the person on whom control is laid: «возложить на»
// takes the accusative.
const ControlCase = russian.Accusative

// ExecutorCase is the case of the executors of a point.
const ExecutorCase = russian.Dative

// FileName is how the file of a numbered order should be called: year and
// number, with what Windows refuses in names made a dash; empty for a draft.
func (o *Order) FileName() string {
	if o.Number == "" || o.Date.IsZero() {
		return ""
	}
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?* `, r) {
			return '-'
		}
		return r
	}, o.Number)
	return fmt.Sprintf("%d-%s", o.Year(), clean)
}

// Marks of an annex.
const (
	MarkApproval = "approval"
	MarkNumber   = "number"
	MarkBoth     = "both" // «Приложение № 1» and under it the гриф
	MarkNone     = "none"
)

// Marks are the marks there are.
var Marks = []string{MarkApproval, MarkNumber, MarkBoth, MarkNone}

// IsApproved reports whether the annex bears a гриф.
func (a Annex) IsApproved() bool { return a.Mark == MarkApproval || a.Mark == MarkBoth }

// Approved is the first word of the гриф: as said, else by the kind.
func (a Annex) Approved() string {
	if a.ApprovalWord != "" {
		return a.ApprovalWord
	}
	word, _ := russian.Approved(a.Kind)
	return word
}

// IsNumbered reports whether the annex is called «Приложение»; it is where
// nothing else is said.
func (a Annex) IsNumbered() bool { return a.Mark == MarkNumber || a.Mark == MarkBoth || a.Mark == "" }

// Annexes are all annexes in their order, the roadmap first.
func (o *Order) Annexes() []Annex {
	var annexes []Annex
	if o.Roadmap != nil {
		annexes = append(annexes, o.Roadmap.Annex)
	}
	for _, a := range o.Appendices {
		annexes = append(annexes, a.Annex)
	}
	return annexes
}

// ControlSelf in Clause.Control: the signatory keeps the control.
const ControlSelf = "self"
