package main

import "testing"

// The same data gives the same bytes: one by one, in parallel, in a process of
// its own and after others in the same one, wherever the papers go.
func TestSameBytes(t *testing.T) {
	const data, day = "../../data", "2026-03-02"
	alone := t.TempDir()
	finished(t, []string{"GOMAXPROCS=1"}, "build", "--data", data, "--out", alone, "--date", day)
	want := papers(t, alone)
	if len(want) < 8 {
		t.Fatalf("only %d papers", len(want))
	}
	for _, processors := range []string{"GOMAXPROCS=2", "GOMAXPROCS=8"} {
		out := t.TempDir()
		finished(t, []string{processors, "TZ=Asia/Vladivostok", "LANG=C"}, "build", "--data", data, "--out", out, "--date", day)
		sameFiles(t, papers(t, out), want)
	}
	for range 2 {
		out := t.TempDir()
		if status, _, stderr := called(t, "build", "--data", data, "--out", out, "--date", day); status != exitMade {
			t.Fatalf("status %d\n%s", status, stderr)
		}
		sameFiles(t, papers(t, out), want)
	}
}
