package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"

	"doklad/generator"
)

// full is a file on a disk that has no room: each of its steps may fail.
type full struct {
	*os.File
	write, sync, close error
}

func (f full) Write(b []byte) (int, error) {
	if f.write == nil {
		return f.File.Write(b)
	}
	n, _ := f.File.Write(b[:len(b)/2]) // what still had room
	return n, &fs.PathError{Op: "write", Path: f.Name(), Err: f.write}
}

func (f full) Sync() error  { return errors.Join(f.sync, f.File.Sync()) }
func (f full) Close() error { return errors.Join(f.File.Close(), f.close) }

// folderOn is a folder on a disk whose files fail so.
func folderOn(dir string, faults full) *folder {
	f := newFolder(dir)
	create := f.create
	f.create = func(name string) (writable, error) {
		file, err := create(name)
		if err != nil {
			return nil, err
		}
		broken := faults
		broken.File = file.(*os.File)
		return broken, nil
	}
	return f
}

// reported is what a build says when its papers go to the folder.
func reported(t *testing.T, s *session, out *folder) (stdout, stderr string, err error) {
	t.Helper()
	plan, err := s.plan()
	if err != nil {
		t.Fatal(err)
	}
	outcomes := make([]outcome, len(plan.Papers))
	for i, p := range plan.Papers {
		outcomes[i] = buildOne(p, out)
	}
	var o, e strings.Builder
	c := &cobra.Command{}
	c.SetOut(&o)
	c.SetErr(&e)
	err = s.report(c, plan, plan.Papers, outcomes)
	return o.String(), e.String(), err
}

func TestFullDisk(t *testing.T) {
	for name, faults := range map[string]full{
		"write": {write: syscall.ENOSPC},
		"sync":  {sync: syscall.ENOSPC},
		"close": {close: syscall.ENOSPC},
		"share": {write: syscall.EDQUOT},
	} {
		t.Run(name, func(t *testing.T) {
			s := &session{data: "testdata/office", out: t.TempDir()}
			paper := filepath.Join(s.out, "orders", "2026-1.pdf")
			if err := os.Mkdir(filepath.Dir(paper), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(paper, []byte("older"), 0o666); err != nil {
				t.Fatal(err)
			}

			stdout, stderr, err := reported(t, s, folderOn(s.out, faults))
			if !errors.As(err, new(failure)) {
				t.Errorf("error %v, want a failure", err)
			}
			if want := "Сделано: 0, без изменений: 0, не сделано: 5.\n"; stdout != want {
				t.Errorf("said\n%s\nwant\n%s", stdout, want)
			}
			const cause = ": на диске нет места\n  подсказка: освободите место и повторите; прежние бумаги целы\n"
			want := ""
			for _, name := range []string{"orders/2026-1.pdf", "orders/2026-1-roadmap.xlsx", "progress/2026-1.pdf", "progress/2026-1.xlsx", "progress/2026-1.ics"} {
				want += filepath.ToSlash(s.out) + "/" + name + cause
			}
			if stderr != want {
				t.Errorf("complained\n%s\nwant\n%s", stderr, want)
			}
			if got, _ := os.ReadFile(paper); string(got) != "older" {
				t.Errorf("the older paper became %q", got)
			}
			entries, err := os.ReadDir(filepath.Dir(paper))
			if err != nil || len(entries) != 1 {
				t.Errorf("left %v, %v", entries, err)
			}

			// There is room again.
			if _, stderr, err := reported(t, s, newFolder(s.out)); err != nil || stderr != "" {
				t.Errorf("with room: %v\n%s", err, stderr)
			}
		})
	}
}

// A folder that goes away between the check and the writing, and others that a
// machine can think of.
func TestSayMachine(t *testing.T) {
	at := func(err error) error { return &fs.PathError{Op: "open", Path: filepath.Join("out", "a.pdf"), Err: err} }
	link := func(err error) error { return &os.LinkError{Op: "rename", Old: "b", New: "a.pdf", Err: err} }
	const (
		rights = "нет прав на запись\n  подсказка: закройте файл, если он открыт в Excel или в просмотре PDF, или назовите другую папку"
		room   = "на диске нет места\n  подсказка: освободите место и повторите; прежние бумаги целы"
	)
	for _, c := range []struct {
		err  error
		want string
	}{
		{at(syscall.ENOSPC), "out/a.pdf: " + room},
		{&fs.PathError{Op: "write", Path: "out/.doklad-X.tmp", Err: syscall.ENOSPC}, room},
		{at(fs.ErrPermission), "out/a.pdf: " + rights},
		{at(syscall.EROFS), "out/a.pdf: " + rights},
		{link(fs.ErrPermission), rights},
		{at(syscall.ENOTDIR), "out/a.pdf: на месте папки лежит файл\n  подсказка: уберите его или назовите другую папку"},
		{link(fs.ErrExist), "на месте бумаги лежит папка\n  подсказка: уберите её или назовите другую папку"},
		{at(syscall.ENAMETOOLONG), "out/a.pdf: слишком длинное имя файла\n  подсказка: сократите имя файла данных"},
		{errors.New("неведомо что"), "неведомо что"},
	} {
		if got := sayMachine(c.err); got != c.want {
			t.Errorf("%v:\ngot  %s\nwant %s", c.err, got, c.want)
		}
	}
}

// What a killed run left stands in nobody's way: two runs may even have the same
// number, as in a container.
func TestWriteBesideLeftovers(t *testing.T) {
	out := newFolder(t.TempDir())
	var names []string
	create := out.create
	out.create = func(name string) (writable, error) {
		names = append(names, name)
		return create(name)
	}
	for _, text := range []string{"one", "two", "two"} {
		if _, err := out.write(generator.File{Path: "a.pdf", Bytes: []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	if len(names) != 2 || names[0] == names[1] {
		t.Errorf("parts were called %v", names)
	}
	for _, name := range names {
		if !isPart(filepath.Base(name)) {
			t.Errorf("%s is not swept later", name)
		}
	}
}

// The line of progress is for those who look on.
func TestNoTerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if isTerminal(file) || isTerminal(&bytes.Buffer{}) {
		t.Error("a file is no terminal")
	}
}
