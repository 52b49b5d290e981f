//go:build bench && unix

package generator

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"doklad/generator/layout"
	"doklad/generator/pdf"
)

// TestPeers measures our engine beside Typst and LibreOffice in one run and prints
// the table of ratios with the bars that the engine is to meet. It is run by
// «make bench» only, and a bar that is missed does not fail it: speed is no test.
//
// Others may use the machine, so works to be compared take turns, and the least
// time of each counts. A long work is disturbed more surely than a short one, which
// would flatter us; so the time that the cores spent is compared too, and a bar is
// met only if both ratios meet it. No document is set twice: each repetition has a word of
// every paragraph and cell changed, so «warm» means that the program and its fonts
// are loaded, not that the result is remembered.
func TestPeers(t *testing.T) {
	bench := peers{T: t, dir: t.TempDir()}
	document, profile := order109(t)
	bench.profile, bench.options = profile, pdf.Options{Profile: profile, Created: created(norm2025)}

	fmt.Printf("\nour engine beside its peers: %s, %d cores, load %s\n", runtime.GOARCH, runtime.NumCPU(), load())
	bench.profile = tight(profile)
	bench.order109(document)
	bench.profile = profile
	bench.manyOrders()
	bench.thousandRows()
	bench.hugeTable()
	bench.start()
	bench.print()
	fmt.Printf("load at the end %s\n", load())
}

// peers collects the rows of the table and the notes under it.
type peers struct {
	*testing.T
	dir     string
	profile *layout.Profile // for the peers
	options pdf.Options
	rows    [][]string
	notes   []string
}

// Verdicts of a row.
const (
	met    = "ok"
	missed = "NOT"
	noBar  = ""
)

func verdict(ok bool) string {
	if ok {
		return met
	}
	return missed
}

func (b *peers) row(work, bar, here, peer string, ratio [2]float64, verdict string) {
	row := []string{work, bar, here, peer}
	for _, r := range ratio {
		cell := ""
		if r > 0 {
			cell = fmt.Sprintf("%.2g", r)
		}
		row = append(row, cell)
	}
	b.rows = append(b.rows, append(row, verdict))
}

var noRatio [2]float64

func (b *peers) note(format string, args ...any) {
	b.notes = append(b.notes, fmt.Sprintf(format, args...))
}

func (b *peers) print() {
	rows := append([][]string{{"work", "bar", "here", "peer", "ratio", "by cores", ""}}, b.rows...)
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	fmt.Println()
	for n, row := range rows {
		for i, cell := range row {
			fmt.Print("| ", cell, strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+1))
		}
		fmt.Println("|")
		if n == 0 {
			for _, width := range widths {
				fmt.Print("|", strings.Repeat("-", width+2))
			}
			fmt.Println("|")
		}
	}
	fmt.Println("\nTimes are the least of several runs. In notes: least / median.")
	for _, note := range b.notes {
		fmt.Println("- " + note)
	}
}

// times are those of one work, repeated: as the clock on the wall says, and what
// all cores spent on it.
type times struct{ wall, cpu []time.Duration }

func (t *times) add(other times) {
	t.wall, t.cpu = append(t.wall, other.wall...), append(t.cpu, other.cpu...)
}

// measure adds one run of the work.
func (t *times) measure(work func()) {
	spent, start := cpuTime(), time.Now()
	work()
	t.wall = append(t.wall, time.Since(start))
	t.cpu = append(t.cpu, cpuTime()-spent)
}

// cpuTime is what this process has taken of all cores.
func cpuTime() time.Duration {
	var used syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func (t times) least() time.Duration { return slices.Min(t.wall) }

func (t times) String() string {
	sorted := slices.Sorted(slices.Values(t.wall))
	shown := fmt.Sprintf("%s / %s", ms(sorted[0]), ms(sorted[len(sorted)/2]))
	if len(t.cpu) > 0 {
		shown += fmt.Sprintf(" (cores %s)", ms(slices.Min(t.cpu)))
	}
	return shown
}

func ms(d time.Duration) string {
	if d >= time.Second {
		return fmt.Sprintf("%.2f s", d.Seconds())
	}
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}

// ratios are ours to theirs, by the wall and by the cores; 0: not known.
func ratios(ours, theirs times) [2]float64 {
	r := [2]float64{float64(ours.least()) / float64(theirs.least())}
	if len(theirs.cpu) > 0 {
		r[1] = float64(slices.Min(ours.cpu)) / float64(slices.Min(theirs.cpu))
	}
	return r
}

func within(r [2]float64, bar float64) bool { return max(r[0], r[1]) <= bar }

// load is the load of the machine in the last minute.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Fields(string(text))[0]
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
