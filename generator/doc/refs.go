package doc

import (
	"fmt"
	"slices"
	"strings"
)

// Ref is a place in a text where the number of something else is to stand:
// «{table:svod}» in the markup.
type Ref struct {
	Kind, Name string
	Part, At   int // in which part, after how many bytes of it
	Line       int // of the markup, from 1
}

// What a reference leads to.
const (
	RefTable   = "table"
	RefFigure  = "figure"
	RefHeading = "heading"
)

var refKinds = []string{RefTable, RefFigure, RefHeading}

const refHint = `ссылка пишется {table:имя}, {figure:имя} или {heading:имя}; сама скобка – \{`

// readText takes the meaning from the escaped characters of a part and finds its
// references. Spaces at the ends are dropped, but not those beside a reference.
func readText(raw string) (string, []Ref, *Fault) {
	if !strings.Contains(raw, "{") {
		return trim(unescape(raw)), nil, nil
	}
	var text strings.Builder
	var refs []Ref
	for raw != "" {
		at := unescaped(raw, '{')
		if at < 0 {
			break
		}
		text.WriteString(unescape(raw[:at]))
		end := unescaped(raw[at:], '}')
		if end < 0 {
			return "", nil, &Fault{Text: "ссылка без закрывающей скобки }", Hint: refHint}
		}
		kind, name, _ := strings.Cut(raw[at+1:at+end], ":")
		ref := Ref{Kind: trim(kind), Name: trim(unescape(trim(name))), At: text.Len()}
		if !slices.Contains(refKinds, ref.Kind) || ref.Name == "" {
			return "", nil, &Fault{Text: fmt.Sprintf("непонятная ссылка «%s»", raw[at:at+end+1]), Hint: refHint}
		}
		refs = append(refs, ref)
		raw = raw[at+end+1:]
	}
	text.WriteString(unescape(raw))
	trimmed, refs := trimAround(text.String(), refs)
	return trimmed, refs, nil
}

func trimAround(text string, refs []Ref) (string, []Ref) {
	if len(refs) == 0 {
		return trim(text), nil
	}
	first, last := refs[0].At, refs[len(refs)-1].At
	text = text[:last] + strings.TrimRight(text[last:], blanks)
	dropped := first - len(strings.TrimLeft(text[:first], blanks))
	for i := range refs {
		refs[i].At -= dropped
	}
	return text[dropped:], refs
}

// unescaped is where a mark stands that no backslash precedes; -1: nowhere.
func unescaped(s string, mark byte) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case mark:
			return i
		}
	}
	return -1
}

// escapedPart is a part of a block as it stands in the markup.
func (b Block) escapedPart(part int) string {
	var out strings.Builder
	text, from := b.Parts[part], 0
	for _, ref := range b.Refs {
		if ref.Part == part {
			out.WriteString(Escape(text[from:ref.At]) + "{" + ref.Kind + ":" + Escape(ref.Name) + "}")
			from = ref.At
		}
	}
	out.WriteString(Escape(text[from:]))
	return out.String()
}

// Resolve counts what a paper counts by itself and puts the numbers in place of
// the references. The document is not changed. A number stays on the line of the
// word before it.
func Resolve(d *Document) ([]Block, []Fault) {
	numbers := Number(d)
	blocks := slices.Clone(d.Blocks)
	var faults []Fault
	for i := range blocks {
		b := &blocks[i]
		b.Number = numbers.Blocks[i]
		if len(b.Refs) == 0 {
			continue
		}
		b.Parts = slices.Clone(b.Parts)
		before := len(faults)
		for _, ref := range slices.Backward(b.Refs) { // from the end: what stands before keeps its place
			number, fault := numbers.find(ref)
			if fault != nil {
				fault.Line, fault.Role = ref.Line, string(b.Role)
				faults = append(faults, *fault)
				continue
			}
			b.insert(ref, number)
		}
		b.Refs = nil
		slices.Reverse(faults[before:])
	}
	return blocks, faults
}

// insert puts a number in place of a reference.
func (b *Block) insert(ref Ref, number string) {
	text := b.Parts[ref.Part]
	before := text[:ref.At]
	if bare, ok := strings.CutSuffix(before, " "); ok {
		before = bare + "\u00a0"
	}
	b.Parts[ref.Part] = before + number + text[ref.At:]
}

// find is the number that a reference asks for.
func (n Numbers) find(ref Ref) (string, *Fault) {
	if number := n.Named[ref.Kind][ref.Name]; number != "" {
		return number, nil
	}
	hint := "таких имён в бумаге нет"
	if names := n.names(ref.Kind); len(names) > 0 {
		hint = "бывают: " + strings.Join(names, ", ")
	}
	if _, known := n.Named[ref.Kind][ref.Name]; known {
		why := map[string]string{RefTable: "у таблицы нет названия, поэтому она не нумеруется",
			RefFigure: "рисунок не нумеруется", RefHeading: "заголовок без номера: номер даёт точка, «#heading 1. Текст»"}
		hint = why[ref.Kind] + "; " + hint
	}
	return "", &Fault{Text: fmt.Sprintf("ссылка {%s:%s} ни на что не указывает", ref.Kind, ref.Name), Hint: hint}
}

// names are the names of a kind that have a number, in order of the letters.
func (n Numbers) names(kind string) []string {
	var names []string
	for name, number := range n.Named[kind] {
		if number != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
