package lint

import (
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// paper is one order as the rules see it, with what they found.
type paper struct {
	*model.Order
	directory *model.Directory
	texts     []text // everything that is printed, in the order of reading
	rows      []row  // of the roadmap
	found     diag.List
}

func newPaper(o *model.Order, d *model.Directory) *paper {
	if o == nil {
		o = &model.Order{}
	}
	if d == nil {
		d = &model.Directory{}
	}
	p := &paper{Order: o, directory: d}
	p.gather()
	return p
}

// office is the one of the directory; the order's own where the directory has none.
func (p *paper) office() *model.Office {
	if p.directory.Office != nil {
		return p.directory.Office
	}
	return p.Office
}

// spot is where a fault stands.
type spot struct {
	key    string // in the words of the data
	path   string // in the words of the reader
	offset int    // from the start of the value, in characters
}

// tell puts down one finding.
func (p *paper) tell(code string, at spot, hint, format string, args ...any) {
	severity, known := severities[code]
	if !known {
		panic("lint: code " + code + " is not listed")
	}
	if severity == diag.Error && p.IsSigned() {
		severity = diag.Warning
	}
	p.found.Add(diag.Problem{
		Severity: severity, Code: code,
		Key: at.key, Path: at.path, Offset: at.offset,
		Text: fmt.Sprintf(format, args...), Hint: hint,
	})
}

// title is how other orders speak of this one.
func (p *paper) title() string {
	if p.Number == "" {
		return "в приказе " + p.ID
	}
	return "в приказе № " + p.Number
}
