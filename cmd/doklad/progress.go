package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"
	"golang.org/x/term"

	"doklad/generator"
)

// makeAll does the work for each paper in parallel, with a line of progress
// where somebody looks on.
func makeAll(papers []generator.Paper, stderr io.Writer, work func(i int)) {
	line := progress{out: io.Discard, total: len(papers)}
	if isTerminal(stderr) && len(papers) > 1 {
		line.out = stderr
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range papers {
		group.Go(func() error {
			work(i)
			line.next()
			return nil
		})
	}
	_ = group.Wait() // the work reports for itself
	line.wipe()
}

// progress is a line of a terminal that is written over and over: «3 из 12».
type progress struct {
	out   io.Writer
	total int

	sync.Mutex // so that the numbers only grow
	done       int
	last       string
}

func (p *progress) next() {
	p.Lock()
	defer p.Unlock()
	p.done++
	p.last = fmt.Sprintf("%d из %d", p.done, p.total)
	fmt.Fprint(p.out, "\r"+p.last)
}

// wipe leaves an empty line, by spaces: the console of Windows shows the control
// sequence for it as letters.
func (p *progress) wipe() {
	fmt.Fprint(p.out, "\r"+strings.Repeat(" ", utf8.RuneCountInString(p.last))+"\r")
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
