package main

import (
	"encoding/binary"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the sessions expect")

// TestMain lets the test binary be the program: under the name «doklad» it is.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"doklad": main})
}

// TestSessions runs the sessions of testdata/script, each in a folder of its own.
func TestSessions(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			home, err := filepath.Abs("testdata")
			env.Setenv("TESTDATA", home)
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			return err
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status":    status,
			"office":    office,
			"change":    change,
			"cp1251":    cp1251,
			"notepad":   notepad,
			"age":       age,
			"aged":      aged,
			"leftovers": leftovers,
			"fonts":     fonts,
			"fill":      fill,
			"unmask":    unmask,
		},
	})
}

func usage(ts *testscript.TestScript, neg bool, args []string, n int, words string) {
	if neg || len(args) != n {
		ts.Fatalf("usage: %s", words)
	}
}

// status runs a program and demands its exit status: status 1 doklad check.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// office puts an office without any fault into a folder: office data/north.
func office(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 1, "office folder")
	ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS(filepath.Join(ts.Getenv("TESTDATA"), "office"))))
}

// change replaces words that stand in a file exactly once; \n is a line break:
// change FILE OLD NEW.
func change(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 3, "change file old new")
	text := ts.ReadFile(args[0])
	lines := strings.NewReplacer(`\n`, "\n")
	old, new := lines.Replace(args[1]), lines.Replace(args[2])
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("«%s» stands in %s %d times", old, args[0], n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, new, 1)), 0o666))
}

// cp1251 saves a file as old Notepad did: cp1251 FILE.
func cp1251(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 1, "cp1251 file")
	var bytes []byte
	for _, r := range ts.ReadFile(args[0]) {
		switch {
		case r >= 'А' && r <= 'я':
			bytes = append(bytes, byte(r-'А'+0xC0))
		case r == '«':
			bytes = append(bytes, 0xAB)
		case r == '»':
			bytes = append(bytes, 0xBB)
		case r == '–':
			bytes = append(bytes, 0x96)
		default:
			bytes = append(bytes, byte(r))
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes, 0o666))
}

// notepad saves a file as Notepad does: notepad FILE.
func notepad(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 1, "notepad file")
	text := "\ufeff" + strings.ReplaceAll(ts.ReadFile(args[0]), "\n", "\r\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// longAgo is a moment before the last hour.
func longAgo() time.Time { return time.Now().Add(-3 * time.Hour).Truncate(time.Second) }

// age makes files look three hours old: age FILE...
func age(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		ts.Check(os.Chtimes(ts.MkAbs(name), longAgo(), longAgo()))
	}
}

// aged demands that files were not written since they were aged: [!] aged FILE...
func aged(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		stat, err := os.Stat(ts.MkAbs(name))
		ts.Check(err)
		if old := time.Since(stat.ModTime()) > time.Hour; old == neg {
			ts.Fatalf("%s was written %s", name, stat.ModTime().Format(time.TimeOnly))
		}
	}
}

// leftovers counts what interrupted runs left below a folder: leftovers N FOLDER.
func leftovers(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 2, "leftovers n folder")
	found := parts(ts.MkAbs(args[1]))
	if strconv.Itoa(len(found)) != args[0] {
		ts.Fatalf("leftovers: %v", found)
	}
}

// parts are the papers below a folder that were never finished.
func parts(dir string) (found []string) {
	_ = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && isPart(entry.Name()) {
			found = append(found, name)
		}
		return nil
	})
	return found
}

// fonts puts fonts into a folder: the program's own as own.ttf and own-bold.ttf,
// half of it as half.ttf, the same without Cyrillic as latin.ttf and with its
// outlines lost as damaged.ttf: fonts FOLDER.
func fonts(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 1, "fonts folder")
	tinos := filepath.Join(ts.Getenv("TESTDATA"), "../../../generator/typeset/tinos")
	put := func(name string, ttf []byte) {
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), name), ttf, 0o666))
	}
	regular, err := os.ReadFile(filepath.Join(tinos, "Tinos-Regular.ttf"))
	ts.Check(err)
	bold, err := os.ReadFile(filepath.Join(tinos, "Tinos-Bold.ttf"))
	ts.Check(err)
	put("own.ttf", regular)
	put("own-bold.ttf", bold)
	put("half.ttf", regular[:len(regular)/2])
	put("latin.ttf", withoutCyrillic(regular))
	damaged := append([]byte(nil), regular...)
	for i := range tableOf(damaged, "loca") {
		tableOf(damaged, "loca")[i] = 0xFF
	}
	put("damaged.ttf", damaged)
}

// tableOf is a table of a TrueType file.
func tableOf(ttf []byte, tag string) []byte {
	for record := 12; ; record += 16 {
		if string(ttf[record:record+4]) == tag {
			at := binary.BigEndian.Uint32(ttf[record+8:])
			return ttf[at : at+binary.BigEndian.Uint32(ttf[record+12:])]
		}
	}
}

// withoutCyrillic is a font that knows «я» but not «а»: the run of characters
// that holds «а» begins at its last one now (OpenType, cmap, format 4).
func withoutCyrillic(ttf []byte) []byte {
	latin := append([]byte(nil), ttf...)
	cmap := tableOf(latin, "cmap")
	word := func(at int) int { return int(binary.BigEndian.Uint16(cmap[at:])) }
	for i := range word(2) {
		table := int(binary.BigEndian.Uint32(cmap[4+8*i+4:]))
		runs := word(table + 6) // twice their number
		for at := table + 14; at < table+14+runs; at += 2 {
			if first := at + 2 + runs; word(first) <= 'а' && 'а' <= word(at) {
				copy(cmap[first:], cmap[at:at+2])
			}
		}
	}
	return latin
}

// called runs one command line in this process.
func called(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(args, io.Writer(&out), &errs)
	return status, out.String(), errs.String()
}
