//go:build bench && unix

package generator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"doklad/generator/doc"
	"doklad/generator/pdf"
)

// write times our engine over documents. Short works are timed so many together:
// the garbage collector runs once in a few of them, and belongs to each.
func (b *peers) write(together int, documents []*doc.Document) (times, []byte) {
	var spent times
	var file []byte
	for some := range slices.Chunk(documents, together) {
		spent.measure(func() {
			for _, d := range some {
				made, problems, err := pdf.Write(d, b.options)
				if err != nil || problems.HasErrors() {
					b.Fatal(problems, err)
				}
				file = made
			}
		})
		n := len(spent.wall) - 1
		spent.wall[n] /= time.Duration(len(some))
		spent.cpu[n] /= time.Duration(len(some))
	}
	return spent, file
}

// seed gives each document of the run a number of its own.
var seed atomic.Int64

func someVaried(d *doc.Document, n int) []*doc.Document {
	documents := make([]*doc.Document, n)
	for i := range documents {
		documents[i] = varied(d, int(seed.Add(1)))
	}
	return documents
}

// typstRun is how Typst is to be run.
type typstRun struct {
	evict    int    // age of results thrown away after each document; 0: all
	standard string // of PDF; empty: tagged, no standard
	oneCore  bool
}

// typst times warm Typst over documents, the first of which do not count.
func (b *peers) typst(run typstRun, warm int, documents []*doc.Document) (times, []byte) {
	job := map[string]any{"fonts": must(filepath.Abs("typeset/tinos")), "evict": run.evict, "standard": run.standard,
		"warm": warm, "out": filepath.Join(b.dir, "typst.pdf")}
	var files []string
	for i, d := range documents {
		file := filepath.Join(b.dir, fmt.Sprintf("%d.typ", i))
		if err := os.WriteFile(file, []byte(typst(d, b.profile)), 0o666); err != nil {
			b.Fatal(err)
		}
		files = append(files, file)
	}
	job["files"] = files
	text, _ := json.Marshal(job)
	jobFile := filepath.Join(b.dir, "job.json")
	if err := os.WriteFile(jobFile, text, 0o666); err != nil {
		b.Fatal(err)
	}
	command := exec.Command("node", must(filepath.Abs("../.ci/bench/typst.cjs")), jobFile)
	command.Env = append(os.Environ(), "NODE_PATH="+must(filepath.Abs("../.e2e/bench/node_modules")))
	if run.oneCore {
		command.Env = append(command.Env, "RAYON_NUM_THREADS=1")
	}
	var faults bytes.Buffer
	command.Stderr = &faults
	out, err := command.Output()
	if err != nil {
		b.Fatalf("typst: %v\n%s%s", err, out, &faults)
	}
	var answer struct {
		MS, CPU []float64
	}
	if err := json.Unmarshal(out, &answer); err != nil {
		b.Fatalf("typst: %v\n%s", err, out)
	}
	var spent times
	for i := range answer.MS {
		spent.wall = append(spent.wall, time.Duration(answer.MS[i]*float64(time.Millisecond)))
		spent.cpu = append(spent.cpu, time.Duration(answer.CPU[i]*float64(time.Millisecond)))
	}
	return spent, must(os.ReadFile(filepath.Join(b.dir, "typst.pdf")))
}

// office times whole conversions by LibreOffice, one process for all documents;
// nothing where Writer is not here.
func (b *peers) office(documents ...*doc.Document) (time.Duration, []byte) {
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(b.dir, "office"))
	args := []string{profile, "--headless", "--convert-to",
		`pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}`, "--outdir", b.dir}
	last := ""
	for i, d := range documents {
		last = filepath.Join(b.dir, fmt.Sprintf("office%d", i))
		if err := os.WriteFile(last+".fodt", []byte(flatODT(d, b.profile)), 0o666); err != nil {
			b.Fatal(err)
		}
		args = append(args, last+".fodt")
	}
	_ = os.Remove(last + ".pdf")
	start := time.Now()
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		b.note("LibreOffice could not be run: %v %s", err, out)
		return 0, nil
	}
	spent := time.Since(start)
	file, err := os.ReadFile(last + ".pdf")
	if err != nil {
		b.note("LibreOffice made no PDF: is Writer installed?")
		return 0, nil
	}
	return spent, file
}

// judge says what is in a PDF, and whether it holds all letters of the document:
// each once, the header of the table once more for every further page.
func (b *peers) judge(name string, file []byte, d *doc.Document) string {
	at := filepath.Join(b.dir, "judged.pdf")
	if err := os.WriteFile(at, file, 0o666); err != nil {
		b.Fatal(err)
	}
	info, err := exec.Command("pdfinfo", at).Output()
	if err != nil {
		return name + ": pdfinfo is missing, nothing compared"
	}
	find := func(key string) string {
		if m := regexp.MustCompile(key + `:\s+(\S+)`).FindSubmatch(info); m != nil {
			return string(m[1])
		}
		return "?"
	}
	text := string(must(exec.Command("pdftotext", at, "-").Output()))
	once, header := wordsOf(d)
	extra := letters(text) - letters(once)
	fair := "all letters of the text"
	if head := letters(header); head > 0 {
		if extra < head || extra%head != 0 {
			fair = fmt.Sprintf("OTHER TEXT: %d letters, %d expected and %d a header", letters(text), letters(once), head)
		} else {
			fair += fmt.Sprintf(", %d headers", extra/head)
		}
	} else if extra != 0 {
		fair = fmt.Sprintf("OTHER TEXT: %+d letters", extra)
	}
	return fmt.Sprintf("%s: %s pages, tagged: %s, %d KB, %d words, %s", name, find("Pages"), find("Tagged"), len(file)/1000,
		len(strings.Fields(text)), fair)
}
