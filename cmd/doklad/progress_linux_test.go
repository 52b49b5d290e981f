package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// onTerminal runs a command line whose standard error is a terminal, and gives
// what the terminal was sent.
func onTerminal(t *testing.T, args ...string) (status int, stderr string) {
	t.Helper()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	defer screen.Close()
	sent := make(chan string)
	go func() {
		text, _ := io.ReadAll(screen) // ends with EIO when the program's side is closed
		sent <- string(text)
	}()
	status = run(args, io.Discard, tty)
	tty.Close()
	return status, <-sent
}

// countedTo is what the line of n papers leaves in the terminal.
func countedTo(n int) string {
	text, widest := "", ""
	for i := range n {
		widest = fmt.Sprintf("%d из %d", i+1, n)
		text += "\r" + widest
	}
	return text + "\r" + strings.Repeat(" ", len([]rune(widest))) + "\r"
}

// On a terminal a line counts the papers, and nothing of it stays.
func TestProgress(t *testing.T) {
	data := t.TempDir()
	for _, office := range []string{"north", "south"} {
		if err := os.CopyFS(data+"/"+office, os.DirFS("testdata/office")); err != nil {
			t.Fatal(err)
		}
	}
	counted := countedTo(10)
	status, got := onTerminal(t, "build", "--data", data, "--out", t.TempDir())
	if status != exitMade || got != counted {
		t.Errorf("build: status %d, %q, want %q", status, got, counted)
	}
	if status, got := onTerminal(t, "check", "--data", data); status != exitMade || got != counted {
		t.Errorf("check: status %d, %q, want %q", status, got, counted)
	}

	// Errors begin on a clean line.
	order := data + "/north/orders/2026-1.toml"
	text, err := os.ReadFile(order)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(order, bytes.Replace(text, []byte("title"), []byte("titel"), 1), 0o666); err != nil {
		t.Fatal(err)
	}
	status, got = onTerminal(t, "build", "--data", data, "--out", t.TempDir())
	counted = countedTo(7) // of an order that cannot be read nothing is told
	if rest, ok := strings.CutPrefix(got, counted); status != exitData || !ok || !strings.HasPrefix(rest, data) {
		t.Errorf("with an error: status %d, %q", status, got)
	}
}

// Nothing is counted for a single paper, nor where nobody looks on.
func TestNoProgress(t *testing.T) {
	if status, got := onTerminal(t, "build", "--data", "../../data", "--out", t.TempDir(), "example/2026-7"); status != exitMade || strings.Contains(got, "\r1") {
		t.Errorf("one paper: status %d, %q", status, got)
	}
	if status, _, got := called(t, "build", "--data", "testdata/office", "--out", t.TempDir()); status != exitMade || got != "" {
		t.Errorf("no terminal: status %d, %q", status, got)
	}
}
