package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Recommendations is what an office says of the recommendations of a year, as it was read.
// The keys of the marks are "mark[3].recommendation".
type Recommendations struct {
	*model.Recommendations
	File *File
	Name string // from the root of the data
	// Problems are those of the file and of what it refers to. Whether a recommendation that
	// is marked was given is not among them: it follows from the values.
	Problems diag.List
	// Unreadable is true where the file itself has errors of reading.
	Unreadable bool
}

// RecommendationsName is the file of a year, from the root of the data.
func RecommendationsName(folder string, year int) string {
	return path.Join(folder, recommendationsFolder, strconv.Itoa(year)+".toml")
}

// Recommendations reads what an office says of its recommendations, sorted by the names of
// the files; the orders are those of the office.
func (t *Tree) Recommendations(office *Office, orders []*Order) []*Recommendations {
	var list []*Recommendations
	for _, name := range t.recordsOf(office, recommendationsFolder) {
		raw, problems := loadBytes(t.data, name)
		if problems != nil {
			list = append(list, &Recommendations{Recommendations: &model.Recommendations{Office: office.Directory.Office}, Name: name, Problems: problems.In(name), Unreadable: true})
			continue
		}
		list = append(list, t.RecommendationsIn(office, orders, name, raw))
	}
	return list
}

// RecommendationsBytes is the text of the file of a year; nil where there is none.
func (t *Tree) RecommendationsBytes(folder string, year int) ([]byte, diag.List) {
	name := RecommendationsName(folder, year)
	if _, err := fs.Stat(t.data, name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil // any other fault is told by reading it
	}
	raw, problems := loadBytes(t.data, name)
	return raw, problems.In(name)
}

// RecommendationsIn is what the file of a name says by the text.
func (t *Tree) RecommendationsIn(office *Office, orders []*Order, name string, raw []byte) *Recommendations {
	r := &Recommendations{Recommendations: &model.Recommendations{Office: office.Directory.Office}, Name: name}
	r.File, r.Problems = readBytes(name, raw, r.Recommendations)
	if r.Unreadable = r.Problems.HasErrors(); r.Unreadable {
		r.Problems.In(name)
		return r
	}
	for i := range r.Marks {
		r.Marks[i].Recommendation = model.RecommendationID(r.Marks[i].Recommendation)
	}
	c := recommendedCheck{Recommendations: r.Recommendations, office: office, orders: orders, tree: t}
	c.year(name, t.Years(office.folder))
	c.list = append(c.list, office.signatory(r.Signatory, "рекомендации", r.Date)...)
	c.basis()
	c.order()
	for i, m := range r.Marks {
		c.mark(indexed("mark", i), m)
	}
	r.Problems = append(r.Problems, r.File.Locate(c.list)...).In(name).Sort()
	return r
}

// yearOfFile demands that a file is called by its year.
func yearOfFile(l *diag.List, name string) int {
	id := strings.TrimSuffix(path.Base(name), path.Ext(name))
	year, ok := yearOf(id)
	if !ok {
		l.Add(diag.Problem{File: name, Text: fmt.Sprintf("файл назван «%s», а должен называться годом", path.Base(name)), Hint: "переименуйте файл, например в 2022.toml"})
	}
	return year
}

// marksHeading begins a file that has nothing but marks.
const marksHeading = `# Адресные рекомендации года. Одна отметка – одна запись [[mark]]; прежние записи не
# правят и не стирают: верна последняя по дате.
#   recommendation  номер рекомендации: "2022/ds-3/D09"
#   status          done (исполнено), partly (частично), work (в работе), failed (не
#                   исполнено), void (не актуально)
#   date            когда это было; entered – когда записано; by – кто сообщил
#   reason          причина
# Под [mark.document] – документ: kind, number, date, title, link, file.
# До отметок пишут, что рекомендации выданы: year, date, basis, signatory.
`

// AppendMarks puts marks after the text of a file, as AppendEntries does it.
func AppendMarks(old []byte, marks []model.RecommendationMark) ([]byte, diag.List) {
	return appendRecords(old, "mark", marksHeading, marks, writeMark,
		func(added []byte) ([]model.RecommendationMark, diag.List) {
			var back model.Recommendations
			_, l := readBytes("", added, &back)
			return back.Marks, l
		}, func(a, b model.RecommendationMark) bool { return a == b })
}
