package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// recordText is the text of a record of marks, to which more are added.
type recordText struct {
	kind   *formKind
	office *source.Office
	at     RecordPlace
	latest model.Date // the last day known

	before []byte // nil where there is none yet
	text   []byte // with the new marks, of which there are so many
	added  int
	all    int // marks in the text, the new ones among them
}

func (t *recordText) opened() *recordText { return t }

// old is how many marks were there before.
func (t *recordText) old() int { return t.all - t.added }

// readMarks is a record as it was read.
type readMarks[T any] struct {
	name       string
	marks      []T
	problems   diag.List
	unreadable bool
}

// addMarks makes the text with the new marks after the old one, and reads all of it. What
// is read must be all that was on record and the new marks as they were said.
func addMarks[T any](t *recordText, marks []T, add func([]byte, []T) ([]byte, diag.List), read func([]byte) readMarks[T], says func(a, b T) bool) diag.List {
	text, refused := add(t.before, marks)
	if refused.HasErrors() {
		return refused
	}
	after := read(text)
	if after.problems.HasErrors() || !source.IsWhole(t.before) {
		// Only the old text by itself tells its faults at their places.
		if old := read(t.before).problems; old.HasErrors() {
			return old.Sort()
		}
		after = read(text)
	}
	t.text, t.added, t.all = text, len(marks), len(after.marks)
	fault := diag.Errorf("", "дописанное прочлось бы не так, как сказано").WithHint("допишите отметку в файл сами и сообщите об этом случае")
	switch {
	case after.unreadable:
		fault = diag.Errorf("", "к файлу отметку не дописать: %s", after.problems[0].Text).
			WithHint("пишите каждую отметку под своим заголовком [[%[1]s]], а не в одну строку %[1]s = […]", t.kind.table)
	case t.old() >= 0 && slices.EqualFunc(after.marks[t.old():], marks, says):
		return nil
	}
	return diag.List{fault}.In(after.name)
}

// ofNew are the problems of the new marks: those of the old ones are told by «doklad
// check».
func (t *recordText) ofNew(found diag.List) diag.List {
	return slices.DeleteFunc(found, func(p diag.Problem) bool { return t.numberIn(p.Key) <= t.old() })
}

// renumbered counts the marks from the first new one, and takes their places away:
// nothing is written there.
func (t *recordText) renumbered(found diag.List) diag.List {
	for i, p := range found {
		n := t.numberIn(p.Key)
		found[i].Key = t.key(n-t.old()) + strings.TrimPrefix(p.Key, t.key(n))
		found[i].File, found[i].Line, found[i].Column = "", 0, 0
	}
	return found
}

func (t *recordText) key(n int) string { return fmt.Sprintf("%s[%d]", t.kind.table, n) }

// numberIn is the number of the mark that a key is of; 0 for none.
func (t *recordText) numberIn(key string) int {
	rest, of := strings.CutPrefix(key, t.kind.table+"[")
	number, _, _ := strings.Cut(rest, "]")
	n, err := strconv.Atoi(number)
	if err != nil || !of {
		return 0
	}
	return n
}

// named says of problems which mark they are of, where nothing else says it.
func (t *recordText) named(problems diag.List, entries []model.ProgressEntry) diag.List {
	for i := range problems {
		p := &problems[i]
		n := t.numberIn(p.Key)
		if n == 0 || n > len(entries) || p.File != "" || p.Path != "" {
			continue
		}
		p.Line, p.Column = 0, 0
		p.Path = "отметка о " + t.kind.about + " " + entries[n-1].Activity
		if _, field, ok := strings.Cut(p.Key, "."); ok {
			p.Path += ", " + strings.FieldsFunc(field, func(r rune) bool { return r == '[' || r == '.' })[0]
		}
	}
	return problems
}

// An ID is Latin, a name is not: what looks like an ID and is none is a slip.
var looksLikeID = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// checkTellers finds who is not known of those who told the marks.
func (t *recordText) checkTellers(entries []model.ProgressEntry) (l diag.List) {
	for i, e := range entries {
		_, isPerson := t.office.Person(e.By)
		_, isBody := t.office.Organization(e.By)
		if isPerson || isBody || !looksLikeID.MatchString(e.By) {
			continue
		}
		var known []string
		for _, n := range tellers(t.office) {
			known = append(known, n.ID)
		}
		p := diag.Errorf(t.key(i+1)+".by", "«%s» нет ни среди должностных лиц, ни среди организаций", e.By).
			WithHint("впишите id из people.toml или organizations.toml либо фамилию и инициалы")
		if near, ok := russian.Nearest(e.By, known); ok {
			p = p.WithHint("может быть, «%s»?", near)
		}
		l.Add(p)
	}
	return l
}
