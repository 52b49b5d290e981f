// Package intake reads the files that institutions hand in («приём»): bytes become
// observations, and remarks at their cells.
//
// No value is silently dropped, guessed or changed: what stands in a cell under an
// indicator is taken, or refused; what was put right says how.
package intake

import (
	"doklad/generator/diag"
	"doklad/generator/model"
)

// Asked is what an office asked for of a year («что запрошено»).
type Asked struct {
	Folder, Office string // of the office, its name
	Year           int
	Catalogue      model.Catalogue
	Directory      *model.Directory
}

// Kind is what a file is by its layout («вид сданного файла»).
type Kind int

const (
	Unreadable Kind = iota // «не читается»
	FormOfOne              // «форма учреждения»
	FormOfAll              // «форма по всем учреждениям»: a row for each
	PlainOfOne             // «таблица учреждения»: without a passport
	PlainOfAll             // «таблица по учреждениям»
)

func (k Kind) String() string {
	return [...]string{Unreadable: "не читается", FormOfOne: "форма учреждения", FormOfAll: "форма по всем учреждениям",
		PlainOfOne: "таблица учреждения", PlainOfAll: "таблица по учреждениям"}[k]
}

// Submission is what a file that was handed in says («сданный файл»).
type Submission struct {
	Name string // the path from the data folder
	Sum  string // of its bytes: 16 digits of sha256
	Kind Kind
	Sets []string // IDs of the indicator sets that it has codes of
	// Institutions are the IDs of those it tells of, in the order of the file; "": the
	// office, of itself.
	Institutions []string
	Observations Cells[model.Observation] // also explicit «нет данных» and «не применимо»
	Refused      Cells[Refused]
	Blank        Cells[Blank]
	Remarks      []Remark
}

// Refused is what stands in a cell and was not taken («не принятое значение»).
type Refused struct {
	Institution, Code, Raw string
	At                     model.CellPlace
	// Aside: the cell stands in a row that tells of no one – a sum, a signature, a
	// header copied – or repeats what was taken. Nobody has to put it right.
	Aside bool
}

// Blank is a cell that was asked for and left empty («незаполненное»).
type Blank struct {
	Institution, Code string
	At                model.CellPlace // Row 0: the row itself is gone
}

// Remark is a problem at a cell («замечание приёма»). Of a value, an error says that it
// was not taken.
type Remark struct {
	At model.CellPlace
	diag.Problem
}
