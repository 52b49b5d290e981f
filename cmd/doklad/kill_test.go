package main

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// doklad starts the program as a process of its own.
func doklad(t *testing.T, env []string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Args = append([]string{"doklad"}, args...)
	c.Env = append(os.Environ(), env...)
	return c
}

// finished runs a build to its end.
func finished(t *testing.T, env []string, args ...string) {
	t.Helper()
	if said, err := doklad(t, env, args...).CombinedOutput(); err != nil {
		t.Fatalf("doklad %s: %v\n%s", strings.Join(args, " "), err, said)
	}
}

// papers are the files below a folder, without the parts of unfinished ones.
func papers(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || isPart(entry.Name()) {
			return err
		}
		found[name], err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// offices is a data folder of several offices, so that a build takes a while.
func offices(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		if err := os.CopyFS(filepath.Join(dir, string(rune('a'+i))), os.DirFS("testdata/office")); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A build killed at any moment leaves each paper whole or absent, or as it was
// before; what else it leaves is swept up later.
func TestKilled(t *testing.T) {
	const rounds = 24
	data, reference := offices(t, 4), t.TempDir()
	began := time.Now()
	finished(t, nil, "build", "--data", data, "--out", reference)
	whole, whileItTakes := papers(t, reference), time.Since(began)

	seed := uint64(began.UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	older := []byte("the older paper")
	torn, reached, out := 0, 0, ""
	for round := range rounds {
		out = t.TempDir()
		if round%2 == 1 { // papers that a former build left
			for name := range whole {
				target := filepath.Join(out, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(target, older, 0o666); err != nil {
					t.Fatal(err)
				}
			}
		}
		c := doklad(t, nil, "build", "--data", data, "--out", out)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if round%3 == 0 {
			time.Sleep(time.Duration(random.Int64N(int64(whileItTakes))))
		} else {
			waitForPart(out, time.Now().Add(whileItTakes), random.IntN(4))
		}
		_ = c.Process.Kill() // may have finished
		_ = c.Wait()

		for name, got := range papers(t, out) {
			switch want := whole[name]; {
			case want == nil:
				t.Errorf("round %d: %s is no paper", round, name)
			case bytes.Equal(got, want):
				reached++
			case round%2 == 1 && bytes.Equal(got, older):
			default:
				t.Errorf("round %d: %s is torn: %d bytes of %d", round, name, len(got), len(want))
			}
		}
		torn += len(parts(out))
	}
	t.Logf("killed %d times: %d whole papers, %d parts", rounds, reached, torn)

	// The next build is not in the way of the killed one, and sweeps after an hour.
	left := filepath.Join(out, "a", "orders", partPrefix+"LEFT"+partSuffix)
	if err := os.MkdirAll(filepath.Dir(left), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(left, []byte("%PDF"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range parts(out) {
		if err := os.Chtimes(name, longAgo(), longAgo()); err != nil {
			t.Fatal(err)
		}
	}
	finished(t, nil, "build", "--data", data, "--out", out)
	if found := parts(out); len(found) > 0 {
		t.Errorf("not swept: %v", found)
	}
	sameFiles(t, papers(t, out), whole)
}

// waitForPart returns when a paper is being written, and a few files later.
func waitForPart(out string, until time.Time, later int) {
	for seen := map[string]bool{}; time.Now().Before(until) && len(seen) <= later; {
		for _, name := range parts(out) {
			seen[name] = true
		}
	}
}

func sameFiles(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	for name := range want {
		if !bytes.Equal(got[name], want[name]) {
			t.Errorf("%s: %d bytes, want the same %d", name, len(got[name]), len(want[name]))
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d papers, want %d", len(got), len(want))
	}
}
