// Package golden compares what a test got with a file, and rewrites the file
// when the tests are run with -update («make golden»).
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Assert compares text with testdata/NAME. Line ends of Windows do not count.
func Assert(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (make golden writes it)", err)
	}
	if line, g, w, same := firstDifference(got, strings.ReplaceAll(string(want), "\r\n", "\n")); !same {
		t.Errorf("%s:%d\n got: %s\nwant: %s", file, line, g, w)
	}
}

func firstDifference(got, want string) (line int, g, w string, same bool) {
	if got == want {
		return 0, "", "", true
	}
	gs, ws := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; ; i++ {
		g, w = "(end)", "(end)"
		if i < len(gs) {
			g = gs[i]
		}
		if i < len(ws) {
			w = ws[i]
		}
		if g != w {
			return i + 1, g, w, false
		}
	}
}
