package xlsx

import (
	"fmt"
	"regexp"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// Mark is how cells look as long as a condition holds. One of Equal and Where says
// the condition.
type Mark struct {
	// At is a reference without a sheet: «{status}»; «{*}» marks whole rows.
	At string
	// Equal are texts of which the cell is one, in letters of either case.
	Equal []string
	// Where is a formula, said for the row of each cell: `{.status}="нет"`.
	Where string

	// Colour fills the cell, "F8CBAD". It must not be all that is seen: on a black
	// and white print the mark is told by its weight or its pattern.
	Colour               string
	Pattern              doc.Pattern // of thin black lines over the colour
	Bold, Italic, Strike bool
}

const longestLiteral = 255 // of a text in a formula, Excel's limit

var colour = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)

func (m Mark) check() error {
	switch {
	case (len(m.Equal) > 0) == (m.Where != ""):
		return fmt.Errorf("mark %s: one of Equal and Where is needed", m.At)
	case m.Colour != "" && !colour.MatchString(m.Colour):
		return fmt.Errorf("mark %s: %q is no colour", m.At, m.Colour)
	case !m.Bold && !m.Italic && !m.Strike && (m.Pattern == doc.None || m.Pattern == doc.Solid):
		return fmt.Errorf("mark %s: is not seen on a black and white print", m.At)
	}
	for _, text := range m.Equal {
		if textUnits(text) > longestLiteral {
			return fmt.Errorf("mark %s: a text of more than %d characters", m.At, longestLiteral)
		}
	}
	return nil
}

// mark sets the conditional formats of a sheet.
func (b book) mark(f *excelize.File, p *plan) error {
	for _, m := range p.Marks {
		if err := m.check(); err != nil {
			return err
		}
		at, err := b.own(m.At, p)
		if err != nil {
			return err
		}
		style, err := f.NewConditionalStyle(m.style())
		if err != nil {
			return err
		}
		var rules []excelize.ConditionalFormatOptions
		for _, text := range m.Equal {
			rules = append(rules, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "equal to", Value: doc.Quote(text), Format: &style})
		}
		if m.Where != "" {
			formula, err := b.formula(m.Where, p, at.top)
			if err != nil {
				return fmt.Errorf("mark %s: %w", m.At, err)
			}
			rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", Criteria: formula, Format: &style})
		}
		if err := f.SetConditionalFormat(p.name, at.plain(), rules); err != nil {
			return err
		}
	}
	return nil
}

// own is a place on the sheet itself.
func (b book) own(reference string, p *plan) (place, error) {
	r, err := doc.ParseReference(reference)
	if err == nil && (r.Sheet != "" || r.Same || r.Column == "") {
		err = fmt.Errorf("%s: cells of the sheet itself are needed", reference)
	}
	if err != nil {
		return place{}, err
	}
	return b.find(r, p, 0)
}

func (m Mark) style() *excelize.Style {
	s := &excelize.Style{}
	if m.Bold || m.Italic || m.Strike {
		s.Font = &excelize.Font{Bold: m.Bold, Italic: m.Italic, Strike: m.Strike, Color: black}
	}
	if pattern := patterns[m.Pattern]; m.Colour != "" || pattern != solid {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: pattern}
		if m.Colour != "" {
			s.Fill.Color = []string{m.Colour}
		}
	}
	return s
}

// patterns are those of Excel, by their numbers in excelize.
var patterns = map[doc.Pattern]int{doc.None: solid, doc.Solid: solid,
	doc.HatchRight: 14, doc.HatchLeft: 13, doc.HatchCross: 16, doc.Dots: 18}
