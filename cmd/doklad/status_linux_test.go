package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/txtar"
)

// onScreen runs a command line whose standard output is a terminal of so many columns.
func onScreen(t *testing.T, columns int, args ...string) (stdout string) {
	t.Helper()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	defer screen.Close()
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 40, Cols: uint16(columns)}); err != nil {
		t.Fatal(err)
	}
	sent := make(chan string)
	go func() {
		text, _ := io.ReadAll(screen) // ends with EIO when the program's side is closed
		sent <- string(text)
	}()
	var stderr strings.Builder
	status := run(args, tty, &stderr)
	tty.Close()
	stdout = strings.ReplaceAll(<-sent, "\r\n", "\n")
	if status != exitMade {
		t.Fatalf("status %d\n%s", status, stderr.String())
	}
	return stdout
}

// everyStatus is the data of the session status.txtar: each status occurs in it.
func everyStatus(t *testing.T) (folder string) {
	t.Helper()
	session, err := txtar.ParseFile("testdata/script/status.txtar")
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	if err := txtar.Write(session, home); err != nil {
		t.Fatal(err)
	}
	folder = filepath.Join(home, "data")
	if err := os.CopyFS(folder, os.DirFS("testdata/office")); err != nil {
		t.Fatal(err)
	}
	return folder
}

var control = regexp.MustCompile("\x1b\\[[0-9;]*m")

// Colours are for a terminal that wants them; the words are the same without.
func TestStatusColours(t *testing.T) {
	call := []string{"status", "--data", everyStatus(t), "--date", "2022-09-15"}
	for _, test := range []struct {
		noColor, term string
		want          bool
	}{
		{"", "xterm-256color", true},
		{"", "", true},
		{"1", "xterm-256color", false},
		{"", "dumb", false},
	} {
		t.Setenv("NO_COLOR", test.noColor)
		t.Setenv("TERM", test.term)
		got := onScreen(t, paperWidth+1, call...)
		if control.MatchString(got) != test.want {
			t.Errorf("NO_COLOR=%q TERM=%q: colours %v", test.noColor, test.term, !test.want)
		}
		if _, plain, _ := called(t, call...); control.ReplaceAllString(got, "") != plain {
			t.Errorf("NO_COLOR=%q TERM=%q: other words than without a terminal:\n%s", test.noColor, test.term, got)
		}
		for _, want := range []string{"\x1b[32mисполнено 30.08.2021\x1b[0m", "\x1b[31mне исполнено, просрочено на 106 дней\x1b[0m",
			"\x1b[33mсрок не определён, нужен график\x1b[0m", "\x1b[2mутратило актуальность 10.09.2021\x1b[0m"} {
			want = strings.ReplaceAll(want, "106 дней", "106\u00a0дней")
			if test.want && !strings.Contains(got, want) {
				t.Errorf("no %q in\n%s", want, got)
			}
		}
	}
}

// No line is wider than the terminal, its last column stays empty, and no column is
// lost; a colour ends on its line.
func TestStatusFits(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	t.Setenv("TERM", "xterm")
	data := everyStatus(t)
	for _, call := range [][]string{
		{"status", "--data", data, "--date", "2022-09-15"},
		{"status", "--data", "../../data", "--date", "2022-08-31"},
	} {
		for _, columns := range []int{69, 72, 80, 100, 101, 120, 149, 150, 151, 152, 200, 250} {
			got := onScreen(t, columns, call...)
			for line := range strings.Lines(got) {
				line = strings.TrimRight(line, "\n")
				if width := wide(escapes.ReplaceAllString(line, "")); width >= columns {
					t.Errorf("%v in %d columns: %d: %q", call, columns, width, line)
				}
				if strings.Contains(line, "\t") || strings.HasSuffix(line, " ") {
					t.Errorf("%v in %d columns: a tab, or spaces at the end: %q", call, columns, line)
				}
				if found := control.FindAllString(line, -1); len(found)%2 != 0 || len(found) > 0 && found[len(found)-1] != "\x1b[0m" {
					t.Errorf("%v in %d columns: a colour goes on: %q", call, columns, line)
				}
			}
			for _, title := range []string{"Мероприятие", "нение", "Последний", "Статус"} {
				if !strings.Contains(got, title) {
					t.Errorf("%v in %d columns: no column «%s»", call, columns, title)
				}
			}
			if own := strings.Contains(got, "Ответственные"); own != (columns > roomy) {
				t.Errorf("%v in %d columns: responsible in a column of their own: %v", call, columns, own)
			}
		}
	}
	// A terminal that does not say how wide it is, or is very narrow.
	if got := onScreen(t, 0, "status", "--data", data, "--date", "2022-09-15"); control.ReplaceAllString(got, "") == "" {
		t.Error("nothing on a terminal without a width")
	}
	for line := range strings.Lines(onScreen(t, 20, "status", "--data", data, "--date", "2022-09-15")) {
		if width := wide(escapes.ReplaceAllString(strings.TrimRight(line, "\n"), "")); width > leastWidth {
			t.Errorf("in 20 columns: %d: %q", width, line)
		}
	}
}

var escapes = regexp.MustCompile("\x1b\\[[0-9]*m")
