package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"doklad/data"
	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/model"
)

// marked is a data folder of one office with a roadmap of so many activities, each due
// in every year from 2021 to 2024.
func marked(t *testing.T, activities int) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/office")); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("status = \"signed\"\nnumber = \"5\"\ndate = 2021-06-25\ntitle = \"О дорожной карте на 2021–2024 годы\"\n" +
		"[[clause]]\ntext = \"Утвердить.\"\n[[signatory]]\nperson = \"primerova\"\n" +
		"[roadmap]\nkind = \"план\"\nmark = \"none\"\ntitle = [\"План на 2021–2024 годы\"]\n[[roadmap.section]]\ntitle = \"Раздел\"\n")
	for i := range activities {
		fmt.Fprintf(&b, "[[roadmap.section.activity]]\ntext = \"Мониторинг № %d\"\nresponsible = \"Отдел образования\"\nschedule = \"Ежегодно\"\nresult = \"Справка\"\n", i+1)
	}
	if err := os.WriteFile(filepath.Join(dir, "orders", "2021-5.toml"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// onRecord are the entries of the record, read by the program; it must be whole.
func onRecord(t *testing.T, dir string) map[string]model.ProgressEntry {
	t.Helper()
	entries := map[string]model.ProgressEntry{}
	g := generator.Generator{Data: os.DirFS(dir), Common: data.Common, Clock: model.DateOf(time.Now())}
	g.Today = g.Clock
	list, problems, err := g.Status(generator.StatusQuery{})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	for _, order := range list {
		for _, s := range order.Standings {
			if s.Occurrence == nil {
				continue
			}
			for _, m := range s.Occurrence.Marks {
				if before, twice := entries[m.Note]; twice {
					t.Errorf("%s is there twice: %+v and %+v", m.Note, before, m)
				}
				entries[m.Note] = *m
			}
		}
	}
	return entries
}

// Ten programs that record at once lose nothing.
func TestManyAtOnce(t *testing.T) {
	const programs, each = 10, 100
	dir := marked(t, programs)
	began := time.Now()
	var group sync.WaitGroup
	for p := range programs {
		group.Go(func() {
			for i := range each {
				name := fmt.Sprintf("программа %d, отметка %d", p, i)
				said, err := doklad(t, nil, "partly", "2021-5", fmt.Sprintf("1.%d", p+1), "--data", dir, "--occurrence", fmt.Sprint(2021+i%4),
					"--date", fmt.Sprintf("%d-12-%02d", 2021+i%4, 1+i%28), "--entered", "2025-01-09", "--note", name,
					"--result", "Проведён мониторинг:\n«хорошо» и \"плохо\"", "--evidence", "справка от 15.12.2022 № "+fmt.Sprint(i)).CombinedOutput()
				if err != nil {
					t.Errorf("%s: %v\n%s", name, err, said)
				}
			}
		})
	}
	group.Wait()
	t.Logf("%d marks of %d programs in %s", programs*each, programs, time.Since(began).Round(time.Millisecond))
	entries := onRecord(t, dir)
	for p := range programs {
		for i := range each {
			e, ok := entries[fmt.Sprintf("программа %d, отметка %d", p, i)]
			if !ok || e.Result != "Проведён мониторинг:\n«хорошо» и \"плохо\"" || len(e.Evidence) != 1 || e.Evidence[0].Number != fmt.Sprint(i) {
				t.Errorf("mark %d of program %d: %+v", i, p, e)
			}
		}
	}
	if left := parts(dir); len(entries) != programs*each || len(left) > 0 {
		t.Errorf("%d marks, want %d; left %v", len(entries), programs*each, left)
	}
}

// A program killed at any moment leaves the record whole, with every mark that was
// confirmed; the next one is not in its way.
func TestKilledWhileRecording(t *testing.T) {
	const rounds = 60
	dir := marked(t, 1)
	call := func(n int) []string {
		return []string{"partly", "2021-5", "1.1", "--data", dir, "--occurrence", fmt.Sprint(2021 + n%4), "--date", fmt.Sprintf("%d-12-01", 2021+n%4),
			"--entered", "2025-01-09", "--note", fmt.Sprint(n), "--result", strings.Repeat("Проведён мониторинг. ", 2000)}
	}
	began := time.Now()
	finished(t, nil, call(0)...)
	whileItTakes := time.Since(began)
	seed := uint64(began.UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	confirmed := map[int]bool{0: true}
	torn, unconfirmed := 0, 0
	for n := 1; n <= rounds; n++ {
		c := doklad(t, nil, call(n)...)
		var said strings.Builder
		c.Stdout = &said
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if n%2 == 0 {
			time.Sleep(time.Duration(random.Int64N(int64(whileItTakes) * 3 / 2)))
		} else {
			waitForPart(filepath.Join(dir, "progress"), time.Now().Add(2*whileItTakes), 0)
			time.Sleep(time.Duration(random.Int64N(int64(whileItTakes) / 4)))
		}
		_ = c.Process.Kill() // may have finished
		_ = c.Wait()
		confirmed[n] = strings.HasPrefix(said.String(), "записано: ")
		torn += len(parts(dir))
		entries := onRecord(t, dir)
		for k, is := range confirmed {
			_, found := entries[fmt.Sprint(k)]
			if is && !found {
				t.Fatalf("round %d: mark %d was confirmed and is gone", n, k)
			}
			if k == n && found && !is {
				unconfirmed++
			}
		}
	}
	whole := len(onRecord(t, dir))
	t.Logf("killed %d times: %d marks, %d of them written and not confirmed; %d parts seen", rounds, whole, unconfirmed, torn)
	finished(t, nil, call(rounds+1)...)
	if left := parts(dir); len(left) > 0 || len(onRecord(t, dir)) != whole+1 {
		t.Errorf("left %v, %d marks of %d", left, len(onRecord(t, dir)), whole+1)
	}
}

// Whoever waits too long for others is told so, and gets the lock no more.
func TestBusyRecord(t *testing.T) {
	dir := marked(t, 1)
	name := filepath.Join(dir, "progress", lockName)
	if err := os.Mkdir(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	unlock, err := lock(name, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	k := keeper{file: filepath.Join(dir, "progress", "2021-5.toml"), out: newFolder(dir), patience: 20 * time.Millisecond}
	_, _, err = keep[[]generator.Recorded](k, nil)
	const want = "data/progress/2021-5.toml: другая программа долго пишет в эту папку: ничего не записано\n" +
		"  подсказка: подождите и повторите; если не помогает, закройте другие окна с doklad"
	if got := sayUnrecorded(err, "data/progress/2021-5.toml"); !errors.As(err, new(machineFault)) || got != want {
		t.Errorf("%v: got\n%s\nwant\n%s", err, got, want)
	}
	unlock()
	unlock, err = lock(name, 5*time.Second)
	if err != nil {
		t.Fatal("who gave up holds the lock: ", err)
	}
	unlock()
}

// A full disk, and a record that another program does not let go: the old one stays.
func TestUnwritableRecord(t *testing.T) {
	const text = "# старое\n"
	busy := func(string, string) error { return &os.LinkError{Op: "rename", Err: fs.ErrPermission} }
	for name, c := range map[string]struct {
		faults full
		want   string
	}{
		"full":   {full{write: syscall.ENOSPC}, "р: на диске нет места: ничего не записано\n  подсказка: освободите место и повторите; прежние отметки целы"},
		"sync":   {full{sync: syscall.EDQUOT}, "р: на диске нет места: ничего не записано\n  подсказка: освободите место и повторите; прежние отметки целы"},
		"closed": {full{close: syscall.EROFS}, "р: нет прав на запись: ничего не записано\n  подсказка: закройте файл в других программах, снимите с него «Только чтение» и проверьте права на папку"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			k := keeper{file: filepath.Join(dir, "progress", "1.toml"), out: folderOn(dir, c.faults), patience: time.Second}
			if err := os.Mkdir(filepath.Dir(k.file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(k.file, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			recorded, _, err := keep(k, anything)
			if got := sayUnrecorded(err, "р"); recorded != nil || got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if got, _ := os.ReadFile(k.file); string(got) != text || len(parts(dir)) > 0 {
				t.Errorf("the record became %q, left %v", got, parts(dir))
			}
		})
	}
	if got := sayUnrecorded(machineFault{busy("", "")}, "р"); !strings.HasPrefix(got, "р: нет прав на запись: ") {
		t.Error(got)
	}
}

func anything() (file generator.File, _ []generator.Recorded, _ diag.List, _ error) {
	return generator.File{Path: "progress/1.toml", Bytes: []byte("новое")}, []generator.Recorded{{}}, nil, nil
}
