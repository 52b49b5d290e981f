//go:build e2e

package main

import "testing"

// TestE2EWords compares the two signed orders with their transcripts, and the
// other papers with their data: every word in order, exactly once.
func TestE2EWords(t *testing.T) {
	out := e2eBuild(t, e2eData)
	for _, number := range []string{"109", "112"} {
		t.Run(number, func(t *testing.T) {
			_, faults := e2eReadSigned(t, out, number)
			e2eReport(t, faults)
		})
	}
	for _, file := range e2ePapers(t, out, ".pdf") {
		t.Run("data "+e2eName(file), func(t *testing.T) {
			e2eReport(t, e2eRead(t, e2eData, file).match(false))
		})
	}
}

func e2eReport(t testing.TB, faults []string) {
	t.Helper()
	for _, fault := range faults {
		t.Error(fault)
	}
}
