//go:build bench && unix

package generator

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"testing"

	"doklad/generator/pdf"
	"doklad/generator/source"
)

func (b *peers) thousandRows() {
	d := bigTable(1000)
	var here, here1, peer, peer1, archive times
	var file, theirs []byte
	b.write(1, someVaried(d, 1))
	for range 3 {
		spent, made := b.write(1, someVaried(d, 3))
		file = made
		here.add(spent)
		spent, theirs = b.typst(typstRun{}, 1, someVaried(d, 3))
		peer.add(spent)
		cores := runtime.GOMAXPROCS(1)
		spent, _ = b.write(1, someVaried(d, 2))
		here1.add(spent)
		runtime.GOMAXPROCS(cores)
		spent, _ = b.typst(typstRun{oneCore: true}, 1, someVaried(d, 3))
		peer1.add(spent)
	}
	archive, _ = b.typst(typstRun{standard: "a-2a"}, 1, someVaried(d, 3))
	r, r1 := ratios(here, peer), ratios(here1, peer1)
	b.row("landscape table of 1,000 rows", "⅓ of Typst's time", ms(here.least()), "Typst "+ms(peer.least()), r, verdict(within(r, 1.0/3)))
	b.note("1,000 rows: pdf.Write %s, Typst %s; one core: %s beside %s, ratios %.2g and %.2g; Typst as PDF/A-2a %s", here, peer, here1, peer1, r1[0], r1[1], archive)
	b.note("%s", b.judge("1,000 rows, ours", file, d))
	b.note("%s", b.judge("1,000 rows, Typst", theirs, d))
	var cold times
	for range 2 {
		spent, made := b.office(someVaried(d, 1)...)
		if spent == 0 {
			return
		}
		cold.wall, theirs = append(cold.wall, spent), made
	}
	b.row("– beside LibreOffice", "–", ms(here.least()), "LibreOffice "+ms(cold.least()), ratios(here, cold), noBar)
	b.note("%s", b.judge("1,000 rows, LibreOffice", theirs, d))
}

// rowsVariable tells a process of its own how many rows to set.
const rowsVariable = "DOKLAD_BENCH_ROWS"

// tableAlone is what a process of its own found.
type tableAlone struct {
	Seconds    float64
	CPUSeconds float64
	PeakMB     float64 // of the whole process, the table and the file among them
	FileMB     float64
}

// TestMain is also the process of its own: with the variable set it sets one big
// table, so that the memory of the process is known, and runs no test.
func TestMain(m *testing.M) {
	rows, err := strconv.Atoi(os.Getenv(rowsVariable))
	if err != nil {
		os.Exit(m.Run())
	}
	if err := setTableAlone(rows); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func setTableAlone(rows int) error {
	profile, problems := source.Open(ours().Data, ours().Common).Layout("okhansk", "gost2016")
	if problems.HasErrors() {
		return fmt.Errorf("profile: %v", problems)
	}
	d := bigTable(rows)
	var spent times
	var found tableAlone
	var fault error
	spent.measure(func() {
		file, problems, err := pdf.Write(d, pdf.Options{Profile: profile, Created: created(norm2025)})
		if err != nil || problems.HasErrors() {
			fault = fmt.Errorf("%v %w", problems, err)
		}
		found.FileMB = float64(len(file)) / 1e6
	})
	if fault != nil {
		return fault
	}
	found.Seconds, found.CPUSeconds = spent.wall[0].Seconds(), spent.cpu[0].Seconds()
	if m := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(must(os.ReadFile("/proc/self/status"))); m != nil {
		kb, _ := strconv.ParseFloat(string(m[1]), 64)
		found.PeakMB = kb * 1024 / 1e6
	}
	text, _ := json.Marshal(found)
	fmt.Printf("\nalone %s\n", text)
	return nil
}

// alone starts such a process so many times and takes the least of each number.
func (b *peers) alone(rows, runs int) tableAlone {
	var best tableAlone
	for run := range runs {
		command := exec.Command(must(os.Executable()))
		command.Env = append(os.Environ(), fmt.Sprintf("%s=%d", rowsVariable, rows))
		out, err := command.CombinedOutput()
		m := regexp.MustCompile(`(?m)^alone (.*)$`).FindSubmatch(out)
		if err != nil || m == nil {
			b.Fatalf("table of %d rows: %v\n%s", rows, err, out)
		}
		var found tableAlone
		if err := json.Unmarshal(m[1], &found); err != nil {
			b.Fatal(err)
		}
		if run == 0 {
			best = found
		}
		best.Seconds = min(best.Seconds, found.Seconds)
		best.CPUSeconds = min(best.CPUSeconds, found.CPUSeconds)
		best.PeakMB = min(best.PeakMB, found.PeakMB)
	}
	return best
}

func (b *peers) hugeTable() {
	const few, many = 10_000, 100_000
	const memory, linear = 500, 1.25 // MB; a row of many to a row of few
	small := b.alone(few, 3)
	b.note("%d rows alone: %.2f s (cores %.2f s), peak %.0f MB, file %.1f MB", few, small.Seconds, small.CPUSeconds, small.PeakMB, small.FileMB)
	// Ten times the time and memory may be more than the machine has to give.
	if need := 10 * small.PeakMB; need > freeMB()*0.7 || small.Seconds > 60 {
		b.row("table of 100,000 rows: memory", "500 MB", "not tried", "", noRatio, missed)
		b.row("– time linear in rows", "×1.25 a row", "not tried", "", noRatio, missed)
		b.note("%d rows were not tried: about %.0f MB and %.0f s by the numbers above", many, need, 10*small.Seconds)
		return
	}
	big := b.alone(many, 2)
	// The file is the same whoever disturbs: here the better of the ratios is the truer.
	perRow, cores := big.Seconds/small.Seconds/(many/few), big.CPUSeconds/small.CPUSeconds/(many/few)
	b.row("table of 100,000 rows: memory", "500 MB", fmt.Sprintf("%.0f MB", big.PeakMB), "", noRatio, verdict(big.PeakMB <= memory))
	b.row("– time linear in rows (a row, beside 10,000)", fmt.Sprintf("×%.2f", linear), fmt.Sprintf("%.2f s", big.Seconds),
		fmt.Sprintf("10,000: %.2f s", small.Seconds), [2]float64{perRow, cores}, verdict(min(perRow, cores) <= linear))
	b.note("%d rows alone: %.2f s (cores %.2f s), peak %.0f MB (the table and the file among them), file %.1f MB", many, big.Seconds, big.CPUSeconds, big.PeakMB, big.FileMB)
}

func freeMB() float64 {
	text, _ := os.ReadFile("/proc/meminfo")
	if m := regexp.MustCompile(`MemAvailable:\s+(\d+) kB`).FindSubmatch(text); m != nil {
		kb, _ := strconv.ParseFloat(string(m[1]), 64)
		return kb / 1000
	}
	return 4000
}
