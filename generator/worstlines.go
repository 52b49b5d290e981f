package generator

import (
	"fmt"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/pdf"
	"doklad/generator/source"
)

// worstOf is how many lines with too wide spaces, and with too narrow ones, are
// shown of a paper.
const worstOf = 10

// WorstLines tells how evenly the paper is set: its lines with the widest and the
// narrowest spaces; empty for a paper that has no lines of its own.
func (p Paper) WorstLines() (string, diag.List) {
	if p.blocked || p.lines == nil {
		return "", nil
	}
	return p.lines()
}

func (g Generator) worstLines(tree *source.Tree, office *source.Office, o *source.Order, path string) (string, diag.List) {
	document, options, problems := g.settle(tree, office, o)
	if problems.HasErrors() {
		return "", problems
	}
	widest, narrowest, found := pdf.WorstLines(document, options, worstOf)
	if found.HasErrors() {
		return "", g.locate(tree, o, office, options.Fonts, found)
	}
	return path + "\n" + sayLines("пробелы шире обычных", widest) + sayLines("пробелы уже обычных", narrowest), nil
}

func sayLines(title string, lines []pdf.SetLine) string {
	if len(lines) == 0 {
		return "  " + title + ": таких строк нет\n"
	}
	var b strings.Builder
	b.WriteString("  " + title + ":\n")
	for _, line := range lines {
		fmt.Fprintf(&b, "  %4.0f %%  с. %d  %s\n", 100*line.Share, line.Page, line.Text)
	}
	return b.String()
}
