//go:build e2e

package main

import (
	"fmt"
	"strings"
	"testing"
)

// e2eMeasure is what a rule measured on a paper.
type e2eMeasure struct {
	t      testing.TB
	figure string
	faults []string
}

func (m *e2eMeasure) fault(format string, args ...any) {
	m.faults = append(m.faults, fmt.Sprintf(format, args...))
}

// measured keeps the figure for the table of the closing note.
func (m *e2eMeasure) measured(format string, args ...any) { m.figure = fmt.Sprintf(format, args...) }

// e2eLayoutRule is one rule of the layout rules, or of what the papers are to
// look like (LK).
type e2eLayoutRule struct {
	code  string
	text  string
	check func(*e2ePaper, *e2eMeasure)
}

var e2eLayoutRules = []e2eLayoutRule{
	{"PG-01", "A4, every page", (*e2ePaper).pg01},
	{"PG-02", "margins ≥ 20/10/20/20 mm, landscape turned", (*e2ePaper).pg02},
	{"PG-03", "kept > 10 years: left ≥ 30 mm, else ≥ 20", (*e2ePaper).pg03},
	{"PG-04", "number from page 2, centred ± 2 mm, ≥ 10 mm from the edge, above the text", (*e2ePaper).pg04},
	{"PG-06", "mirrored where the profile says so", (*e2ePaper).pg06},
	{"PG-07", "first line in by 12.5 mm", (*e2ePaper).pg07},
	{"PG-08", "landscape: binding edge on top", (*e2ePaper).pg08},
	{"PG-09", "justified ± 1 pt", (*e2ePaper).pg09edges},
	{"PG-09", "baselines 1.0–1.5 of single spacing", (*e2ePaper).pg09lines},
	{"PG-09", "one space between words", (*e2ePaper).pg09spaces},
	{"PG-10", "letterhead ≤ 120 mm, centred", (*e2ePaper).pg10letterhead},
	{"PG-10", "title ≤ 75 mm (2016), 80 mm (2025)", (*e2ePaper).pg10title},
	{"PG-10", "гриф ≤ 75 mm (2016), 80 mm (2025)", (*e2ePaper).pg10approval},
	{"PG-11", "≤ 4 levels, numbered in order", (*e2ePaper).pg11},
	{"PG-12", "fonts embedded, subset, with Unicode", (*e2ePaper).pg12},
	{"PG-13", "one family, text 12–14 pt, tables ≥ 10 pt", (*e2ePaper).pg13},
	{"PG-14", "bold: kind, titles, header, sections only", (*e2ePaper).pg14},
	{"22", "name level with the last line of the post", (*e2ePaper).signatureLevel},
	{"22", "name ends at the right margin", (*e2ePaper).signatureEdge},
	{"22", "≥ 35 mm for the hand", (*e2ePaper).signatureGap},
	{"22", "2–3 lines under the text, with ≥ 2 lines of it", (*e2ePaper).signatureSpace},
	{"1.4", "order of the parts, top to bottom", (*e2ePaper).orderOfParts},
	{"1.4", "date at the left, № at the right, one baseline", (*e2ePaper).registration},
	{"TB-01", "every column has a heading", (*e2ePaper).tb01},
	{"TB-02", "header on each page of the table", (*e2ePaper).tb02},
	{"TB-03", "section rows across, kept with the next row", (*e2ePaper).tb03},
	{"TB-04", "no row divided that fits a page", (*e2ePaper).tb04},
	{"TB-05", "№ centred, text flush left", (*e2ePaper).tb05},
	{"TB-06", "empty cells", (*e2ePaper).tb06},
	{"TB-09", "table as wide as the text", (*e2ePaper).tb09},
	{"LK", "text ≥ 1.8 mm from upright rules, none crossed", (*e2ePaper).lookPadding},
	{"LK", "rules 0.5 pt, frames closed", (*e2ePaper).lookFrame},
	{"LK", "no line ends with «№» or, in titles, a short word", (*e2ePaper).lookLineEnds},
	{"LK", "no word alone under a centred title", (*e2ePaper).lookLonelyWord},
	{"LK", "divided words, never three lines running", (*e2ePaper).lookHyphens},
	{"LK", "widest space ≤ 4 spaces (normal 1, good ≤ 2)", (*e2ePaper).lookRivers},
}

// TestE2ERules measures every paper of data/ by the layout rules and prints the
// figures of the two signed orders.
func TestE2ERules(t *testing.T) {
	out := e2eBuild(t, e2eData)
	figures := map[string][]string{}
	measure := func(name string, p *e2ePaper) {
		faults := p.match(false)
		if e2eReport(t, faults); len(faults) == 0 { // else nothing is where it should be
			figures[name] = e2eCheckRules(t, name, p)
		}
	}
	for _, number := range []string{"109", "112"} {
		measure(number, e2eReadSigned(t, out, number))
	}
	for _, file := range e2ePapers(t, out, ".pdf") {
		if name := e2eName(file); !strings.HasPrefix(name, "2021") {
			measure(name, e2eRead(t, e2eData, file))
		}
	}
	t.Log(e2eFigures(figures, "109", "112"))
}

// e2eCheckRules measures one paper and returns the figures, rule by rule.
func e2eCheckRules(t *testing.T, name string, p *e2ePaper) []string {
	figures := make([]string, len(e2eLayoutRules))
	for i, rule := range e2eLayoutRules {
		t.Run(name+"/"+rule.code+" "+rule.text, func(t *testing.T) {
			m := &e2eMeasure{t: t}
			rule.check(p, m)
			e2eReport(t, m.faults)
			if figures[i] = m.figure; len(m.faults) > 0 {
				figures[i] = "FAULT " + strings.TrimSpace(m.figure)
			}
		})
	}
	return figures
}

// e2eFigures is the table for the closing note.
func e2eFigures(figures map[string][]string, papers ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n| rule | wanted |")
	for _, paper := range papers {
		fmt.Fprintf(&b, " order %s |", paper)
	}
	b.WriteString("\n|---|---|" + strings.Repeat("---|", len(papers)) + "\n")
	for i, rule := range e2eLayoutRules {
		fmt.Fprintf(&b, "| %s | %s |", rule.code, rule.text)
		for _, paper := range papers {
			if i < len(figures[paper]) {
				fmt.Fprintf(&b, " %s |", figures[paper][i])
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
