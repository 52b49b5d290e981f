//go:build bench && unix

package generator

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf"
	"doklad/generator/source"
)

// order109 is the composed order, ready to be laid out.
func order109(t testing.TB) (*doc.Document, *layout.Profile) {
	g := ours()
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	for _, office := range offices {
		for _, o := range tree.Orders(office) {
			if o.ID != "2021-109" {
				continue
			}
			profile, _, problems := g.look(tree, office, o)
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			document, problems := g.composeOrder(tree, office, o, profile)
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			typography(document.Blocks)
			for name, table := range document.Tables {
				document.Tables[name] = typographyOfTable(table)
			}
			return document, profile
		}
	}
	t.Fatal("no order 109")
	return nil, nil
}

func (b *peers) order109(d *doc.Document) {
	var here, paper, peer, gentle, archive times
	var file, theirs []byte
	cores := runtime.GOMAXPROCS(1)
	whole := theOrder109(b.T)
	var last *doc.Document
	for range 4 {
		b.write(1, someVaried(d, 3))
		spent, made := b.write(4, someVaried(d, 60))
		file = made
		here.add(spent)
		for range 20 {
			paper.measure(func() {
				if _, problems, err := whole.Make(); err != nil || problems.HasErrors() {
					b.Fatal(problems, err)
				}
			})
		}
		documents := someVaried(d, 23)
		last = documents[22]
		spent, theirs = b.typst(typstRun{oneCore: true}, 3, documents)
		peer.add(spent)
		spent, _ = b.typst(typstRun{oneCore: true, evict: 10}, 3, someVaried(d, 23))
		gentle.add(spent)
		spent, _ = b.typst(typstRun{oneCore: true, standard: "a-2a"}, 3, someVaried(d, 13))
		archive.add(spent)
	}
	runtime.GOMAXPROCS(cores)
	best := peer
	if gentle.least() < peer.least() {
		best = gentle
	}
	r := ratios(here, best)
	b.row("order 109 with its roadmap, all tags, one core", "¼ of Typst's time", ms(here.least()), "Typst "+ms(best.least()), r, verdict(within(r, 0.25)))
	b.row("", "4 ms", ms(here.least()), "", noRatio, verdict(here.least() <= 4*time.Millisecond))
	b.note("order 109: pdf.Write %s; the whole paper from data that is read %s", here, paper)
	b.note("order 109: Typst, tagged PDF, its memory emptied after each document %s; as it advises (age 10) %s; as PDF/A-2a %s (ours is PDF/A-2a and PDF/UA-1)",
		peer, gentle, archive)
	b.note("%s", b.judge("order 109, ours", file, d))
	b.note("%s", b.judge("order 109, Typst", theirs, last))

	var cold, warm times
	b.office(d) // makes its profile
	for range 3 {
		one, made := b.office(someVaried(d, 1)...)
		if one == 0 {
			return
		}
		theirs = made
		five, _ := b.office(someVaried(d, 5)...)
		cold.wall, warm.wall = append(cold.wall, one), append(warm.wall, (five-one)/4)
	}
	b.row("– beside LibreOffice", "–", ms(here.least()), "LibreOffice "+ms(cold.least()), ratios(here, cold), noBar)
	b.note("order 109: LibreOffice, whole process %s; each further document in the same process %s", cold, warm)
	b.note("%s", b.judge("order 109, LibreOffice", theirs, d))
}

func theOrder109(t *testing.T) Paper {
	for _, p := range ours().Plan().Papers {
		if strings.HasSuffix(p.Path, "2021-109.pdf") {
			return p
		}
	}
	t.Fatal("no order 109")
	return Paper{}
}

// quoted is a text of an order that may be changed without making it another's.
var quoted = regexp.MustCompile(`(?m)^(text|result|preamble|title) = "(.*)"$`)

// likeOrder109 is a data folder with so many orders as long as order 109, each
// with other words and a number of its own.
func likeOrder109(b *peers, n int) Generator {
	g := ours()
	folder := fstest.MapFS{}
	for _, name := range []string{"organization.toml", "people.toml", "organizations.toml"} {
		folder[name] = &fstest.MapFile{Data: must(os.ReadFile(filepath.Join("../data/okhansk", name)))}
	}
	order := string(must(os.ReadFile("../data/okhansk/orders/2021-109.toml")))
	for range n {
		i := int(seed.Add(1))
		random := rand.New(rand.NewPCG(uint64(i), 400))
		text := quoted.ReplaceAllStringFunc(order, func(line string) string {
			key, value, _ := strings.Cut(line, " = ")
			return key + " = " + variedText(value, random)
		})
		text = strings.Replace(text, `number = "109"`, fmt.Sprintf(`number = "%d"`, 1000+i), 1)
		folder[fmt.Sprintf("orders/2021-%d.toml", 1000+i)] = &fstest.MapFile{Data: []byte(text)}
	}
	g.Data = folder
	return g
}

func (b *peers) manyOrders() {
	const orders = 400
	var reading, making times
	cores := runtime.GOMAXPROCS(2)
	for range 4 {
		g := likeOrder109(b, orders)
		var papers []Paper
		reading.measure(func() {
			plan := g.Plan()
			papers = slices.DeleteFunc(plan.Papers, func(p Paper) bool { return !strings.HasSuffix(p.Path, ".pdf") })
			if len(papers) != orders || slices.ContainsFunc(papers, Paper.Blocked) {
				b.Fatalf("%d papers of %d orders\n%v", len(papers), orders, plan.Problems[:min(len(plan.Problems), 5)])
			}
		})
		making.measure(func() {
			var next atomic.Int64
			var group sync.WaitGroup
			for range 2 {
				group.Go(func() {
					for i := next.Add(1) - 1; i < orders; i = next.Add(1) - 1 {
						if files, problems, err := papers[i].Make(); err != nil || problems.HasErrors() || len(files) != 1 || len(files[0].Bytes) == 0 {
							b.Error(problems, err)
						}
					}
				})
			}
			group.Wait()
		})
	}
	runtime.GOMAXPROCS(cores)
	rate := orders / making.least().Seconds()
	b.row("many distinct orders on 2 cores (PDF, as long as 109)", "400 a second", fmt.Sprintf("%.0f a second", rate), "", noRatio, verdict(rate >= 400))
	b.note("many orders: %d of them, from data that is read to bytes, %s: %.0f a second were both cores free; reading and judging their data before that %s",
		orders, making, 2*orders/slices.Min(making.cpu).Seconds(), reading)
}

func (b *peers) start() {
	program := filepath.Join(b.dir, "doklad")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, "../cmd/doklad")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	spent := map[string]*times{"okhansk/2021-109": {}, "okhansk/2021-112": {}}
	for i := range 20 {
		for _, id := range []string{"okhansk/2021-109", "okhansk/2021-112"} {
			out := filepath.Join(b.dir, fmt.Sprintf("out%d-%s", i, filepath.Base(id)))
			command := exec.Command(program, "build", id, "--data", "../data", "--out", out)
			start := time.Now()
			if said, err := command.CombinedOutput(); err != nil {
				b.Fatalf("%v\n%s", err, said)
			}
			wall, state := time.Since(start), command.ProcessState
			spent[id].add(times{[]time.Duration{wall}, []time.Duration{state.UserTime() + state.SystemTime()}})
		}
	}
	var cold times
	d, _ := order109(b.T)
	for range 3 {
		start := time.Now()
		b.typst(typstRun{}, 0, someVaried(d, 1))
		cold.wall = append(cold.wall, time.Since(start))
	}
	here := *spent["okhansk/2021-109"]
	b.row("starting the program and making order 109 (PDF and Excel)", "60 ms", ms(here.least()), "Node and Typst "+ms(cold.least()),
		ratios(here, cold), verdict(here.least() <= 60*time.Millisecond))
	b.note("starting: order 109 %s, order 112 %s", here, spent["okhansk/2021-112"])
}

// BenchmarkWrite is pdf.Write alone, to be looked at with -cpuprofile.
func BenchmarkWrite(b *testing.B) {
	order, profile := order109(b)
	for _, work := range []struct {
		name string
		of   *doc.Document
	}{{"order109", order}, {"1000rows", bigTable(1000)}} {
		b.Run(work.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problems, err := pdf.Write(work.of, pdf.Options{Profile: profile, Created: created(norm2025)}); err != nil || problems.HasErrors() {
					b.Fatal(problems, err)
				}
			}
		})
	}
}
