//go:build e2e

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// TestE2EJudges lets every program that reads PDF find fault with every paper.
func TestE2EJudges(t *testing.T) {
	for _, file := range e2ePapers(t, e2eBuild(t, e2eData), ".pdf") {
		t.Run(e2eName(file), func(t *testing.T) {
			t.Run("pdfcpu", func(t *testing.T) { e2ePdfcpu(t, file) })
			t.Run("qpdf", func(t *testing.T) { e2eQpdf(t, file) })
			t.Run("poppler", func(t *testing.T) { e2ePoppler(t, file) })
			t.Run("fonts", func(t *testing.T) { e2eFonts(t, file) })
		})
	}
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
