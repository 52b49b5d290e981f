//go:build e2e

package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// e2eJudges are the programs that look at a paper at a time; veraPDF looks at all
// at once.
var e2eJudges = []struct {
	name  string
	judge func(testing.TB, string)
}{
	{"pdfcpu strict", e2ePdfcpu},
	{"qpdf", e2eQpdf},
	{"poppler", e2ePoppler},
	{"fonts", e2eFonts},
}

// TestE2EJudges lets every program that reads PDF find fault with every paper of
// data/, every hard one and every sample, and prints the verdicts.
func TestE2EJudges(t *testing.T) {
	papers := slices.Concat(e2eJudgedPapers(t), e2eReports(t), e2eYearly(t), e2eMeasures(t), e2eConsolidations(t), e2eSamples(t))
	files := make([]string, len(papers))
	for i, paper := range papers {
		files[i] = paper.file
	}
	verdicts := e2eVeraBoth(t, files)
	table := "\n| paper | pages | veraPDF 2a | veraPDF ua1 |"
	for _, each := range e2eJudges {
		table += " " + each.name + " |"
	}
	table += "\n|" + strings.Repeat("---|", 4+len(e2eJudges)) + "\n"
	for _, paper := range papers {
		file := paper.file
		var row strings.Builder
		t.Run(paper.name, func(t *testing.T) {
			say := func(judge string, verdict func(*testing.T)) {
				row.WriteString(map[bool]string{true: " good |", false: " FAULT |"}[t.Run(judge, verdict)])
			}
			for _, flavour := range e2eFlavours {
				say("veraPDF "+flavour, func(t *testing.T) { e2eReport(t, verdicts[flavour][file]) })
			}
			for _, each := range e2eJudges {
				say(each.name, func(t *testing.T) { each.judge(t, file) })
			}
		})
		table += fmt.Sprintf("| %s | %d |%s\n", paper.name, e2ePageCount(t, file), row.String())
	}
	t.Log(table)
}

// e2eJudged is a paper that is judged; the name says what it is.
type e2eJudged struct{ name, data, file string }

// e2eJudgedPapers makes all papers of data/ and all hard ones.
func e2eJudgedPapers(t testing.TB) []e2eJudged {
	t.Helper()
	var papers []e2eJudged
	for _, file := range e2ePapers(t, e2eBuild(t, e2eData), ".pdf") {
		papers = append(papers, e2eJudged{e2eName(file), e2eData, file})
	}
	names, orders := e2eHardOrders()
	for i, order := range orders {
		data := e2eHardOffice(t, order) // each by itself: the composed text of one is printed sooner
		file := filepath.Join(e2eBuild(t, data), e2eHardFolder, "orders", e2eHardName(0, order)+".pdf")
		papers = append(papers, e2eJudged{names[i], data, file})
	}
	return papers
}

func e2ePageCount(t testing.TB, file string) int {
	t.Helper()
	count, err := api.PageCountFile(file)
	if err != nil {
		t.Error(err)
	}
	return count
}

func e2ePdfcpu(t testing.TB, file string) {
	t.Helper()
	api.DisableConfigDir()
	strict := model.NewDefaultConfiguration()
	strict.ValidationMode = model.ValidationStrict
	if err := api.ValidateFile(file, strict); err != nil {
		t.Errorf("pdfcpu: %v", err)
	}
}

func e2eQpdf(t testing.TB, file string) {
	t.Helper()
	if out := e2eTool(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf: %s", out)
	}
}

func e2ePoppler(t testing.TB, file string) {
	t.Helper()
	info := e2eTool(t, "pdfinfo", file)
	for _, line := range []string{"Title:", "Author:", "JavaScript:      no", "Encrypted:       no"} {
		if !strings.Contains(info, line) {
			t.Errorf("pdfinfo says nothing of «%s»", line)
		}
	}
	e2eTool(t, "pdftotext", file, "-")
	e2eTool(t, "pdftoppm", "-r", "50", "-png", file, filepath.Join(t.TempDir(), "page"))
}

// e2eFonts checks PG-12: embedded, subset, with the text to be taken out.
func e2eFonts(t testing.TB, file string) {
	t.Helper()
	for _, font := range e2eFontList(t, file) {
		if font.embedded != "yes" || font.subset != "yes" || font.unicode != "yes" {
			t.Errorf("PG-12: font %s: embedded %s, subset %s, unicode %s", font.name, font.embedded, font.subset, font.unicode)
		}
	}
}

type e2eFont struct{ name, embedded, subset, unicode string }

func e2eFontList(t testing.TB, file string) []e2eFont {
	t.Helper()
	var fonts []e2eFont
	lines := strings.Split(strings.TrimSpace(e2eTool(t, "pdffonts", file)), "\n")
	for _, line := range lines[min(2, len(lines)):] {
		// The last words: … encoding emb sub uni object ID.
		words := strings.Fields(line)
		n := len(words)
		fonts = append(fonts, e2eFont{words[0], words[n-5], words[n-4], words[n-3]})
	}
	if len(fonts) == 0 {
		t.Errorf("pdffonts finds no font in %s", file)
	}
	return fonts
}
