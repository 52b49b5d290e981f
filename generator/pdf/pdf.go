// Package pdf lays a document on pages and draws them.
//
// It works in two steps that do not mix: layout turns blocks into pages of
// placed text and rules, with every coordinate decided; drawing writes them out
// and decides nothing. The package knows roles of blocks and a layout profile;
// it has never heard of an order.
//
// Inside the package lengths are points from the upper left corner of the page.
package pdf

import (
	"time"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// Options say how a document is laid out. Profile is required.
type Options struct {
	Profile *layout.Profile
	Fonts   *typeset.Family // nil: Tinos
	// Created is the day written into the file; the program has no clock here.
	Created time.Time
}

func (o Options) withDefaults() Options {
	if o.Fonts == nil {
		o.Fonts = typeset.Tinos()
	}
	return o
}

// Write lays out a document and returns the bytes of the file.
//
// The problems are those of the content (a character that the font lacks, a
// word wider than its column); with an error among them there are no bytes. The
// Go error is a fault of the machine or of the PDF library.
func Write(d *doc.Document, o Options) ([]byte, diag.List, error) {
	o = o.withDefaults()
	c := newComposer(d, o)
	p := newPrinter(d, o, &c.tree)
	problems := c.run(p.page)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	out, err := p.file.Bytes()
	if err != nil {
		problems.Add(damagedFont(o.Fonts))
		return nil, problems, nil
	}
	return out, problems, nil
}

// Layout decides where everything stands.
func Layout(d *doc.Document, o Options) ([]Page, diag.List) {
	var pages []Page
	problems := newComposer(d, o.withDefaults()).run(func(p Page) { pages = append(pages, p) })
	return pages, problems
}

// mm is a millimetre in points.
const mm = 72 / 25.4

// A4, upright.
const (
	sheetWidth  = 210 * mm
	sheetHeight = 297 * mm
)
