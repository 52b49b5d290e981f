package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"
	"text/template/parse"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// markup is text of a template's function that is already markup.
type markup string

// templateText is a template as it was found: the office's own, or ours.
type templateText struct {
	file string // as messages call it
	text string
	// actions are those of a text that is no template of the program's: the cure of what is
	// not understood there.
	actions string
}

// templateFor looks for the office's own template, then takes the program's.
func (g Generator) templateFor(tree *source.Tree, folder, name string) (templateText, diag.List) {
	if text, file, problems, ok := tree.Template(folder, name); ok {
		return templateText{file: file, text: text}, problems
	}
	text, err := fs.ReadFile(g.Templates, name)
	if err != nil {
		return templateText{}, diag.List{{File: path.Join("templates", name), Text: "нет шаблона",
			Hint: "шаблоны программы выписывает команда «doklad templates ПАПКА»"}}
	}
	return templateText{file: path.Join("templates", name), text: string(text)}, nil
}

// templateNames are the files that the program has templates for.
func (g Generator) templateNames() []string {
	names, err := fs.Glob(g.Templates, "*.tmpl")
	if err != nil {
		panic(err) // only a bad pattern is an error
	}
	return names
}

// compose fills a template and reads the markup that comes of it. A fault is
// shown in the template, where it can be cured.
func (t templateText) compose(view any) ([]doc.Block, diag.List) { return t.composeWith(view, nil) }

// composeWith gives the template functions of its own.
func (t templateText) composeWith(view any, functions template.FuncMap) ([]doc.Block, diag.List) {
	printed, problems := t.print(view, functions)
	if problems != nil {
		return nil, problems
	}
	blocks, faults := doc.Parse(printed)
	for _, f := range faults {
		problems.Add(t.faultOfMarkup(f))
	}
	if len(blocks)+len(faults) == 0 {
		p := diag.Problem{File: t.file, Line: 1, Column: 1, Code: "TEMPLATE", Text: "шаблон пуст: бумага вышла бы без единого слова",
			Hint: "выпишите шаблон программы заново: «doklad templates ПАПКА»"}
		if t.actions != "" {
			p.Text, p.Hint = "текст ничего не печатает", "впишите в него слова или уберите его"
		}
		problems.Add(p)
	}
	return blocks, problems
}

// print is the text that comes of a template; what a function "escape" makes of a value is
// printed of it.
func (t templateText) print(view any, functions template.FuncMap) (string, diag.List) {
	parsed, err := template.New(path.Base(t.file)).Funcs(template.FuncMap{
		"parts":  parts,
		"escape": escape,
		"plural": russian.Plural,
		"last":   func(list []string) int { return len(list) - 1 },
	}).Funcs(functions).Option("missingkey=error").Parse(t.text)
	if err != nil {
		return "", t.fault(err)
	}
	for _, each := range parsed.Templates() {
		escapeActions(each.Root)
	}
	var out boundedText
	if err := parsed.Execute(&out, view); err != nil {
		if problems, own := t.faultOfFunction(err); own {
			return "", problems
		}
		return "", t.fault(err)
	}
	return out.text.String(), nil
}

// mostPrinted is the bound of what a template may print, in bytes: a thousand pages.
const mostPrinted = 8 << 20

// boundedText is what a template printed, up to a bound: a slip of the hand, like
// {{range 1000000000}}, must not fill the memory.
type boundedText struct{ text strings.Builder }

func (p *boundedText) Write(b []byte) (int, error) {
	if p.text.Len()+len(b) > mostPrinted {
		return 0, errors.New("printed too much")
	}
	return p.text.Write(b)
}

// parts joins texts as the parts of one line.
func parts(texts []string) markup {
	escaped := make([]string, len(texts))
	for i, text := range texts {
		escaped[i] = doc.Escape(text)
	}
	return markup(strings.Join(escaped, " | "))
}

// escape makes a value of the data stand for itself: a «#» or «|» typed by an
// official is never a mark. A list is no text: Go's «[а б]» must not be printed.
func escape(v any) (string, error) {
	switch v := v.(type) {
	case markup:
		return string(v), nil
	case string, int, bool:
		return doc.Escape(fmt.Sprint(v)), nil
	}
	return "", errors.New("not a text")
}

// escapeActions adds escape to every action that prints, so that nobody who
// edits a template can forget it (as html/template does).
func escapeActions(node parse.Node) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			escapeActions(child)
		}
	case *parse.ActionNode:
		if len(n.Pipe.Decl) == 0 {
			n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{
				NodeType: parse.NodeCommand,
				Pos:      n.Pos,
				Args:     []parse.Node{parse.NewIdentifier("escape").SetPos(n.Pos)},
			})
		}
	case *parse.IfNode:
		escapeActions(n.List)
		escapeActions(n.ElseList)
	case *parse.RangeNode:
		escapeActions(n.List)
		escapeActions(n.ElseList)
	case *parse.WithNode:
		escapeActions(n.List)
		escapeActions(n.ElseList)
	}
}

// bind puts no-break spaces into all words of a document.
func bind(d *doc.Document) {
	typography(d.Blocks)
	for name, table := range d.Tables {
		d.Tables[name] = typographyOfTable(table)
	}
	for name, figure := range d.Figures {
		d.Figures[name] = typographyOfFigure(figure)
	}
}

// typography puts no-break spaces where a line must not end; nothing else of a
// text is changed.
func typography(blocks []doc.Block) {
	for i, b := range blocks {
		bind := russian.NoBreak
		switch b.Role {
		case doc.Cover, doc.Title, doc.AnnexTitle, doc.Heading, doc.Contents, doc.Letterhead, doc.Approval, doc.AnnexMark:
			bind = russian.NoBreakTitle
		case doc.QR:
			continue // a machine reads it
		}
		for j, part := range b.Parts {
			blocks[i].Parts[j] = bind(part)
		}
		for j, span := range b.Spans {
			if span.Kind == doc.Note {
				blocks[i].Spans[j].Text = russian.NoBreak(span.Text)
			}
		}
	}
}

// typographyOfTable is a copy of a table with no-break spaces.
func typographyOfTable(t *doc.Table) *doc.Table {
	bound := *t
	bound.Caption = russian.NoBreakTitle(t.Caption)
	bound.Columns = append([]doc.Column(nil), t.Columns...)
	for i := range bound.Columns {
		bound.Columns[i].Header = russian.NoBreakTitle(bound.Columns[i].Header)
	}
	bound.Rows = make([]doc.Row, len(t.Rows))
	for i, row := range t.Rows {
		bound.Rows[i] = row
		bound.Rows[i].Cells = append([]doc.Cell(nil), row.Cells...)
		for j := range bound.Rows[i].Cells {
			bound.Rows[i].Cells[j].Text = russian.NoBreak(row.Cells[j].Text)
		}
	}
	return &bound
}

// typographyOfFigure is a copy of a figure with no-break spaces in its caption.
func typographyOfFigure(f *doc.Figure) *doc.Figure {
	bound := *f
	bound.Caption = russian.NoBreakTitle(f.Caption)
	return &bound
}

// fill makes the blocks of a document, whose tables and figures are there, of the words of a
// template.
func (t templateText) fill(document *doc.Document, view any) diag.List {
	var problems diag.List
	document.Blocks, problems = t.compose(view)
	problems = append(problems, t.unknownTables(document)...)
	problems = append(problems, t.unknownFigures(document)...)
	if !problems.HasErrors() {
		problems = append(problems, t.resolve(document)...)
	}
	return problems
}

// inWords is a composed paper as people read it before it is laid out.
func inWords(document *doc.Document, problems diag.List) (string, diag.List) {
	if problems.HasErrors() {
		return "", problems
	}
	return doc.Format(document.Blocks) + doc.FormatTables(document) + doc.FormatFigures(document), nil
}
