package generator

import (
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"sync"

	"doklad/generator/consolidation"
	"doklad/generator/diag"
	"doklad/generator/intake"
	"doklad/generator/model"
	sheets "doklad/generator/sheet"
	"doklad/generator/source"
)

// collector reads what offices collected, each year of each office once and only when
// it is asked for.
type collector struct {
	tree   *source.Tree
	mutex  sync.Mutex
	years  map[string]func() *collection
	said   map[string]given // of its recommendations, by the folder of the office
	advice map[string]func() *recommended
}

func newCollector(tree *source.Tree) *collector {
	return &collector{tree: tree, years: map[string]func() *collection{}, said: map[string]given{}, advice: map[string]func() *recommended{}}
}

// collection is what an office collected of a year («сбор показателей за год»).
type collection struct {
	office    *source.Office
	year      int
	catalogue *source.Catalogue
	hierarchy *model.Hierarchy
	journal   *source.JournalRead
	files     []*sentFile // by name
	filings   []*filing   // what is expected, in the order of the directory, the office last
	// taken are the observations that count, by institution and code.
	taken map[string]map[string]taken
	words map[filingKey][]int // places in the journal
	// problems are those of the folder and the journal, not of what was sent.
	problems diag.List
	counted  map[string]consolidation.Years // by set: the totals with the years before
	// apart are checks that do not hold and have no cell: they are between totals.
	apart diag.List
}

// taken is a value that counts, and where the file says more of it.
type taken struct {
	value model.Value
	file  *sentFile
	index int // of its observations
}

// observation is the value with its cell.
func (t taken) observation() model.Observation { return t.file.Observations.At(t.index) }

// sentFile is one file as it was read.
type sentFile struct {
	*intake.Submission
	source.SubmissionFile
	base     string    // its name within the folder of the year
	opens    bool      // it is a workbook or a table, whatever stands in it
	problems diag.List // it cannot be read from the disk
	findings []finding
}

// finding is what is wrong with a file beside others: a check between numbers that does
// not hold, a value that nobody expects. It has the cells it is about.
type finding struct {
	diag.Problem
	cells []model.CellPlace
	note  string // at each cell; empty: the text
}

// of reads a year of an office, and counts it once.
func (c *collector) of(office *source.Office, year int) *collection {
	key := fmt.Sprint(office.Directory.Office.Folder, "\x00", year)
	c.mutex.Lock()
	read := c.years[key]
	if read == nil {
		read = sync.OnceValue(func() *collection { return c.collect(office, year) })
		c.years[key] = read
	}
	c.mutex.Unlock()
	return read()
}

// problems are those of all years that were read.
func (c *collector) problems() diag.List {
	var l diag.List
	for _, key := range slices.Sorted(maps.Keys(c.years)) {
		now := c.years[key]()
		l = append(append(l, now.problems...), now.sentProblems()...)
	}
	return l
}

// before is the year before a collection; nil where nothing was collected.
func (c *collector) before(now *collection) *collection { return c.collected(now.office, now.year-1) }

// after is the year after it; nil where nothing was collected yet.
func (c *collector) after(now *collection) *collection { return c.collected(now.office, now.year+1) }

// collected is a year of an office; nil where nothing was collected.
func (c *collector) collected(office *source.Office, year int) *collection {
	if !slices.Contains(c.tree.Years(office.Directory.Office.Folder), year) {
		return nil
	}
	return c.of(office, year)
}

func (c *collector) collect(office *source.Office, year int) *collection {
	folder := office.Directory.Office.Folder
	now := &collection{office: office, year: year, catalogue: c.tree.Catalogue(folder), hierarchy: office.Directory.Hierarchy(), journal: c.tree.Journal(folder, year)}
	now.problems = append(now.problems, now.journal.Problems...)
	found, problems := c.tree.Submissions(folder, year)
	now.problems = append(now.problems, problems...)
	reader := intake.NewReader(intake.Asked{Folder: folder, Office: oneLine(office.Directory.Office.Full.Nominative), Year: year,
		Catalogue: now.catalogue.Catalogue, Directory: &office.Directory})
	now.files = make([]*sentFile, len(found))
	each(len(found), func(i int) {
		f := &sentFile{SubmissionFile: found[i], base: found[i].Base(folder, year)}
		raw, problem := c.tree.SubmissionBytes(found[i])
		if problem != nil {
			f.problems.Add(*problem)
			f.Submission = &intake.Submission{Name: found[i].Name, Kind: intake.Unreadable}
		} else {
			f.Submission = reader.Read(found[i].Name, raw)
			f.opens = f.Kind != intake.Unreadable || opens(f.base, raw)
		}
		now.files[i] = f
	})
	c.settle(now)
	return now
}

// settle finds what counts of the files that were read, and what is wrong between them.
func (c *collector) settle(now *collection) {
	now.expect()
	now.divide()
	now.choose()
	now.take()
	c.crosscheck(now)
	now.tellBlanks()
	now.judge()
}

// under is the same year as it would stand under another journal. No file is read again.
func (c *collector) under(now *collection, journal *source.JournalRead) *collection {
	next := &collection{office: now.office, year: now.year, catalogue: now.catalogue, hierarchy: now.hierarchy, journal: journal, problems: now.problems}
	for _, f := range now.files {
		again := *f
		again.findings = nil
		next.files = append(next.files, &again)
	}
	c.settle(next)
	return next
}

// opens reports whether package sheet takes the file.
func opens(name string, raw []byte) bool {
	_, err := sheets.Open(path.Base(name), raw)
	return err == nil
}

// each calls f for 0 to n−1, as many at once as there are processors: a file and what is
// read of it may be large.
func each(n int, f func(i int)) {
	var group sync.WaitGroup
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	group.Wait()
}

// institution is who a filing is of; the office itself has no ID.
func (now *collection) institution(id string) model.Institution {
	one, _ := now.hierarchy.Institution(id)
	return one
}

// paths of the papers of a year.
func (now *collection) out(parts ...string) string {
	return path.Join(append([]string{now.office.Directory.Office.Folder}, parts...)...)
}
