//go:build e2e

// The tests tagged e2e let programs from outside judge the papers: veraPDF,
// pdfcpu, qpdf, poppler, LibreOffice and vobject read what doklad wrote, and what they see is
// compared with what was to be written and measured by the layout rules.
package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	e2eData = "../../data"
	e2eMM   = 72 / 25.4 // points in a millimetre
)

// e2eTool runs an outside program and returns what it printed. A complaint on
// standard error fails the test even where the program ends well.
func e2eTool(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, complaint, err := e2eToolQuietly(t, name, args...)
	if err != nil || complaint != "" {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, complaint, out)
	}
	return out
}

func e2eToolQuietly(t testing.TB, name string, args ...string) (out, complaint string, err error) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is not installed: run .ci/install-judges", name)
	}
	var stdout, stderr bytes.Buffer
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = &stdout, &stderr
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	err = c.Run()
	return stdout.String(), stderr.String(), err
}

// e2eDoklad runs the program under test and returns what it printed.
func e2eDoklad(t testing.TB, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(args, &stdout, &stderr); status != exitMade {
		t.Fatalf("doklad %s: exit %d\n%s%s", strings.Join(args, " "), status, stdout.String(), stderr.String())
	}
	return stdout.String()
}

// e2eBuild makes all papers of a data folder and returns the folder of papers.
func e2eBuild(t testing.TB, data string) string {
	t.Helper()
	out := t.TempDir()
	e2eDoklad(t, "build", "--data", data, "--out", out)
	return out
}

// e2ePapers are the files of one kind under a folder of papers.
func e2ePapers(t testing.TB, out, ext string) []string {
	t.Helper()
	papers, err := filepath.Glob(filepath.Join(out, "*", "orders", "*"+ext))
	if err != nil || len(papers) == 0 {
		t.Fatalf("no %s under %s: %v", ext, out, err)
	}
	return papers
}

// e2eName is the name of a paper without folder and extension.
func e2eName(file string) string {
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}

func e2eCopyFile(t testing.TB, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	e2eWrite(t, to, string(text))
}
