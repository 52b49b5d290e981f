package generator

import (
	"fmt"
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/model"
	"doklad/generator/pdf"
	"doklad/generator/source"
	"doklad/generator/typeset"
	"doklad/generator/xlsx"
)

// norm2025 is the day from which ГОСТ Р 7.0.97-2025 is in force.
var norm2025 = model.Date{Year: 2025, Month: 8, Day: 18}

// layoutOf names the layout profile of an order: its own, the office's, or that
// of the norm in force on its date. A draft follows the norm of today.
func (g Generator) layoutOf(o *model.Order) string {
	date := o.Date
	if date.IsZero() {
		date = g.Today
	}
	switch {
	case o.Layout != "":
		return o.Layout
	case o.Office.Layout != "":
		return o.Office.Layout
	case !date.IsZero() && date.Compare(norm2025) < 0:
		return "gost2016"
	}
	return "gost2025"
}

// orderPapers are the papers that come of one order.
func (g Generator) orderPapers(tree *source.Tree, office *source.Office, o *source.Order) []Paper {
	base := Paper{
		ID:       path.Join(o.Office.Folder, o.ID),
		Record:   nameOf(o),
		Title:    o.Title,
		problems: slices.Concat(office.Problems, o.Problems),
	}
	base.blocked = base.problems.HasErrors()
	if isCarried(o) {
		base.Marks = len(tree.Progress(office, o).Entries)
	}
	at := path.Join(o.Office.Folder, "orders", o.ID)

	order := base
	order.Kind, order.Path = "приказ", at+".pdf"
	order.make = func() ([]byte, diag.List, error) { return g.orderPDF(tree, office, o) }
	order.compose = func() (string, diag.List) { return g.orderText(tree, office, o) }
	order.lines = func() (string, diag.List) { return g.worstLines(tree, office, o, order.Path) }
	papers := []Paper{order}
	if o.Roadmap != nil {
		roadmap := base
		roadmap.Kind, roadmap.Path = "дорожная карта (Excel)", at+"-roadmap.xlsx"
		roadmap.make = func() ([]byte, diag.List, error) { return g.roadmapXLSX(tree, office, o) }
		papers = append(papers, roadmap)
	}
	return papers
}

// nameOf is how an order is called among others; of one that could not be read
// nothing is claimed.
func nameOf(o *source.Order) string {
	name := "приказ"
	if o.IsDraft() && !o.Unreadable {
		name = "проект приказа"
	}
	if !o.Date.IsZero() {
		name += " от " + o.Date.String()
	}
	if o.Number != "" {
		name += " № " + oneLine(o.Number)
	}
	return name
}

// composeOrder fills the template of orders.
func (g Generator) composeOrder(tree *source.Tree, office *source.Office, o *source.Order, profile *layout.Profile) (*doc.Document, diag.List) {
	text, problems := g.templateFor(tree, o.Office.Folder, "order.tmpl")
	if problems.HasErrors() {
		return nil, problems
	}
	view, document := orderDocument(o.Order, &office.Directory, profile.ExecutorForm)
	problems = append(problems, text.fill(document, view)...)
	placeBlocks(document.Blocks)
	return document, problems
}

// orderText is the composed text of an order.
func (g Generator) orderText(tree *source.Tree, office *source.Office, o *source.Order) (string, diag.List) {
	profile, _, problems := g.look(tree, office, o)
	if problems.HasErrors() {
		return "", problems
	}
	return inWords(g.composeOrder(tree, office, o, profile))
}

// placeBlocks tells the blocks whose words are found in the data where that is.
func placeBlocks(blocks []doc.Block) {
	signatories := 0
	for i := range blocks {
		switch b := &blocks[i]; b.Role {
		case doc.Title:
			b.Key = "title"
		case doc.Signature:
			signatories++
			b.Key = fmt.Sprintf("signatory[%d]", signatories)
		case doc.Certification:
			b.Key = "certified"
		case doc.Preparer:
			b.Key = "preparer"
		}
	}
}

// settle is an order ready to be laid out.
func (g Generator) settle(tree *source.Tree, office *source.Office, o *source.Order) (*doc.Document, pdf.Options, diag.List) {
	profile, fonts, problems := g.look(tree, office, o)
	options := pdf.Options{Profile: profile, Fonts: fonts, Created: created(o.Date)}
	if problems.HasErrors() {
		return nil, options, problems
	}
	document, faults := g.composeOrder(tree, office, o, profile)
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, options, problems
	}
	bind(document)
	return document, options, problems
}

func (g Generator) orderPDF(tree *source.Tree, office *source.Office, o *source.Order) ([]byte, diag.List, error) {
	document, options, problems := g.settle(tree, office, o)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	bytes, found, err := pdf.Write(document, options)
	return bytes, append(problems, g.locate(tree, o, office, options.Fonts, found)...), err
}

// look is the profile and the font of an order.
func (g Generator) look(tree *source.Tree, office *source.Office, o *source.Order) (*layout.Profile, *typeset.Family, diag.List) {
	name := g.layoutOf(o.Order)
	profile, problems := tree.Layout(o.Office.Folder, name)
	if problems.HasErrors() {
		for i := range problems {
			if problems[i].File == "" {
				problems[i].Key = "layout" // what is wrong is the name itself
			}
		}
		if o.Layout == "" && o.Office.Layout != "" {
			return nil, nil, office.Locate(problems)
		}
		return nil, nil, o.File.Locate(problems).In(o.File.Name)
	}
	fonts, faults := tree.Fonts(o.Office.Folder, name, profile)
	return profile, fonts, append(problems, faults...)
}

// officeLook is the profile and the font of a paper that is of no order: the office's, or
// that of the norm in force today.
func (g Generator) officeLook(tree *source.Tree, office *source.Office) (*layout.Profile, *typeset.Family, diag.List) {
	own := office.Directory.Office
	name := g.layoutOf(&model.Order{Office: own})
	profile, problems := tree.Layout(own.Folder, name)
	if problems.HasErrors() {
		for i := range problems {
			if problems[i].File == "" {
				problems[i].Key = "layout"
			}
		}
		return nil, nil, office.Locate(problems)
	}
	fonts, faults := tree.Fonts(own.Folder, name, profile)
	return profile, fonts, append(problems, faults...)
}

// locate finds in the data what was found when laying out.
func (g Generator) locate(tree *source.Tree, o *source.Order, office *source.Office, fonts *typeset.Family, found diag.List) diag.List {
	var located diag.List
	for _, p := range found {
		switch {
		case p.Code == "TTL-LEN":
			p.Key = "title"
		case p.Code == "REG-WIDE":
			p.Key = "number"
		case p.Code == "GLYPH" && p.Key == "":
			if inData := office.Unprintable(o, fonts); len(inData) > 0 {
				located = append(located, inData...)
				continue
			}
			text, _ := g.templateFor(tree, o.Office.Folder, "order.tmpl")
			if inText := text.unprintable(fonts); len(inText) > 0 {
				located = append(located, inText...)
				continue
			}
		}
		located.Add(p)
	}
	return o.File.Locate(located).In(o.File.Name).Sort()
}

// roadmapXLSX is the roadmap as a workbook with the same гриф and title as on
// paper, and the same table.
func (g Generator) roadmapXLSX(tree *source.Tree, office *source.Office, o *source.Order) ([]byte, diag.List, error) {
	profile, _, problems := g.look(tree, office, o)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	document, problems := g.composeOrder(tree, office, o, profile)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	sheet := xlsx.Sheet{Name: "Дорожная карта", Table: document.Tables[roadmapName], Across: document.Across, Note: document.Footer}
	sheet.Above = above(document.Blocks, roadmapName)
	bytes, found, err := xlsx.Write([]xlsx.Sheet{sheet}, xlsx.Properties{
		Title: oneLine(join(o.Roadmap.Title)), Author: document.Author, Subject: document.Title,
		Language: document.Language, Created: created(o.Date),
	})
	return bytes, o.File.Locate(found).In(o.File.Name), err
}

// above are the blocks over a table on its page: гриф and title.
func above(blocks []doc.Block, table string) []doc.Block {
	var over []doc.Block
	for _, b := range blocks {
		switch {
		case b.Role == doc.Page:
			over = nil
		case b.Role == doc.TableRole && b.Label == table:
			return over
		default:
			over = append(over, b)
		}
	}
	return nil
}

func join(parts []string) string {
	text := ""
	for _, part := range parts {
		text += part + " "
	}
	return text
}
