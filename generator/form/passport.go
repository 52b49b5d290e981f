// Package form is what all workbooks that people fill and send back have in common: a
// hidden passport by which a book is known again, keys that stay with their rows, and
// a reading of what people typed that takes what has one meaning and tells of the rest
// at its cell.
//
// It has never heard of what a form asks.
package form

import (
	"fmt"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/sheet"
	"doklad/generator/xlsx"
)

// Passport is what a form says of itself on a hidden sheet («паспорт формы»).
type Passport struct {
	Kind    string // which form it is: «progress»
	Version int    // of its columns and keys
	Folder  string // of the office
	Office  string // its name
	Subject string // ID of what is asked about: of an order
	Title   string // what that is: «приказ от 02.03.2026 № 9»
	BodyID  string // of who fills it; empty: the directory does not know it
	Body    string // name of who fills it; empty: anybody
	Made    model.Date
	Rows    int // of the table, as it was sent out; 0: not told
	// Source is the checksum of what the form was made from.
	Source string
}

const (
	passportName = "Паспорт формы"
	passportMark = "doklad-form" // the key by which a passport is known
)

// Sheet is the hidden sheet with the passport.
func (p Passport) Sheet() xlsx.Sheet {
	pairs := [][2]string{{passportMark, p.Kind}, {"version", strconv.Itoa(p.Version)}}
	for _, f := range p.fields() {
		pairs = append(pairs, [2]string{f.key, *f.value})
	}
	return xlsx.Pairs(passportName, append(pairs, [2]string{"made", p.Made.String()}, [2]string{"rows", strconv.Itoa(p.Rows)})...)
}

type passportField struct {
	key   string
	value *string
}

func (p *Passport) fields() []passportField {
	return []passportField{{"folder", &p.Folder}, {"office", &p.Office}, {"subject", &p.Subject}, {"title", &p.Title},
		{"body-id", &p.BodyID}, {"body", &p.Body}, {"source", &p.Source}}
}

// ReadPassport finds the passport of a form on whatever sheet it stands. The error is a
// *sheet.Refusal where the book cannot be read.
func ReadPassport(b *sheet.Book) (p Passport, found bool, err error) {
	for _, s := range b.Sheets {
		values, err := pairsOf(s)
		if err != nil {
			return Passport{}, false, err
		}
		kind, known := values[passportMark]
		if !known {
			continue
		}
		p.Kind = kind
		p.Version, _ = strconv.Atoi(values["version"])
		for _, f := range p.fields() {
			*f.value = values[f.key]
		}
		p.Made, _ = model.ParseDate(values["made"])
		p.Rows, _ = strconv.Atoi(values["rows"])
		return p, true, nil
	}
	return Passport{}, false, nil
}

// pairsOf reads the first rows of a sheet as keys and values side by side; it stops
// where they cannot be a passport.
func pairsOf(s *sheet.Sheet) (map[string]string, error) {
	const deepest = 40 // rows, also empty ones somebody put over it
	values := map[string]string{}
	for row, err := range s.Rows() {
		if err != nil {
			return nil, err
		}
		if row.Number > deepest {
			break
		}
		for i, cell := range row.Cells {
			key := strings.TrimSpace(cell.Text)
			if _, taken := values[key]; key == "" || taken || cell.Kind != sheet.Text {
				continue
			}
			values[key] = ""
			if i+1 < len(row.Cells) && row.Cells[i+1].Column == cell.Column+1 {
				values[key] = strings.TrimSpace(row.Cells[i+1].Text)
			}
			break
		}
	}
	return values, nil
}

// Check tells why a book with this passport is not the form that is wanted.
func (p Passport) Check(kind string, version int, howToGet string) *diag.Problem {
	switch {
	case p.Kind != kind:
		return &diag.Problem{Text: fmt.Sprintf("это другая форма («%s»), а не «%s»", p.Kind, kind), Hint: howToGet}
	case p.Version > version:
		return &diag.Problem{Text: "форму сделала более новая программа", Hint: "обновите doklad"}
	case p.Version < 1:
		return &diag.Problem{Text: "паспорт формы испорчен: в нём нет её версии", Hint: howToGet}
	}
	return nil
}
