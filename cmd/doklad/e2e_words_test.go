//go:build e2e

package main

import "testing"

// TestE2EWords compares the two signed orders with their transcripts, and all
// papers with their data: every word in order, exactly once.
func TestE2EWords(t *testing.T) {
	out := e2eBuild(t, e2eData)
	for _, number := range []string{"109", "112"} {
		t.Run(number, func(t *testing.T) { e2eCompareWords(t, e2eReadSigned(t, out, number)) })
	}
	for _, file := range e2ePapers(t, out, ".pdf") {
		t.Run("data "+e2eName(file), func(t *testing.T) { e2eCompareWords(t, e2eRead(t, e2eData, file)) })
	}
}

// e2eCompareWords compares the words as they are printed, where a word of the
// text may be divided, and as a search finds them, where each is whole.
func e2eCompareWords(t *testing.T, p *e2ePaper) {
	t.Helper()
	for _, fault := range p.match(false) {
		t.Errorf("as printed: %s", fault)
	}
	p.pages = e2ePages(t, p.file)
	for _, fault := range p.matchWith(e2eBreaks{}) {
		t.Errorf("as found: %s", fault)
	}
}

func e2eReport(t testing.TB, faults []string) {
	t.Helper()
	for _, fault := range faults {
		t.Error(fault)
	}
}
