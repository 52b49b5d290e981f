package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

const journalFile = "journal.toml"

// JournalRead is the journal of a year as it was read.
type JournalRead struct {
	model.Journal
	File *File // nil where there is none
	Name string
	// Problems are those of the file; with errors among them nothing in it holds.
	Problems diag.List
}

// JournalName is the file of the journal, from the root of the data.
func JournalName(folder string, year int) string {
	return path.Join(submissionsOf(folder, year), journalFile)
}

// Journal reads the journal of a year; there need be none.
func (t *Tree) Journal(folder string, year int) *JournalRead {
	name := JournalName(folder, year)
	raw, problems := t.JournalBytes(folder, year)
	if problems != nil || raw == nil {
		return &JournalRead{Name: name, Problems: problems}
	}
	return JournalIn(name, raw)
}

// JournalBytes is the text of the journal; nil where there is none.
func (t *Tree) JournalBytes(folder string, year int) ([]byte, diag.List) {
	name := JournalName(folder, year)
	if _, err := fs.Stat(t.data, name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil // any other fault is told by reading it
	}
	raw, problems := loadBytes(t.data, name)
	return raw, problems.In(name)
}

// JournalIn is the journal as it stands in the text.
func JournalIn(name string, raw []byte) *JournalRead {
	j := &JournalRead{Name: name}
	j.File, j.Problems = readBytes(name, raw, &j.Journal)
	if !j.Problems.HasErrors() {
		j.Problems = append(j.Problems, j.File.Locate(checkJournal(j.Journal))...)
	}
	j.Problems.In(name)
	if j.Problems.HasErrors() {
		j.Journal = model.Journal{}
	}
	return j
}

func checkJournal(j model.Journal) diag.List {
	var l diag.List
	var known []string
	for _, d := range model.Decisions {
		known = append(known, string(d))
	}
	for i, e := range j.Entries {
		key := fmt.Sprintf("entry[%d]", i+1)
		required(&l, key+".decision", string(e.Decision), "не сказано, что решено", "впишите decision = \"accepted\" или другое: "+decisionNames)
		if e.Decision != "" && !slices.Contains(model.Decisions, e.Decision) {
			hint := "бывают: " + decisionNames
			if near, ok := russian.Nearest(string(e.Decision), known); ok {
				hint = "может быть, «" + near + "»?"
			}
			l.Add(diag.Errorf(key+".decision", "решение «%s» неизвестно", e.Decision).WithHint("%s", hint))
		}
		required(&l, key+".set", e.Set, "не сказано, какие это показатели", "впишите set = \"preschool\" – имя файла показателей без .toml")
		required(&l, key+".sum", e.Sum, "не сказано, о каком содержании файла решено", "решения записывают команды «doklad accept» и «doklad return»")
		if e.Date.IsZero() {
			l.Add(diag.Errorf(key+".date", "не указан день").WithHint("впишите date = 2023-01-20"))
		}
		if e.Decision == model.Returned && e.Reason == "" {
			l.Add(diag.Errorf(key+".decision", "не сказано, почему файл возвращён").WithHint("впишите reason = \"…\""))
		}
	}
	return l
}

const decisionNames = "received (поступил), accepted (проверено), approved (утверждено), returned (на доработку), replaced (принят другой файл)"

// journalHeading begins a new journal.
const journalHeading = `# Журнал приёма. Одно решение – одна запись [[entry]]; прежние записи не правят и не
# стирают: верна последняя. Их дописывают команды «doklad accept», «doklad return» и
# «doklad submissions --record».
#   decision     received (поступил), accepted (проверено), approved (утверждено),
#                returned (на доработку), replaced (вместо него принят другой)
#   institution  id учреждения; нет – сама организация
#   set          какие показатели: имя файла в папке indicators без .toml
#   file, sum    о каком файле; sum – о каком его содержании: изменённый файл – новый
#   date         день решения или поступления; entered – когда записано; by – кем
#   reason       почему возвращён
# Срок сдачи пишется здесь же, до записей: due = 2023-01-20
`

// AppendJournal puts entries after the text of a journal, as AppendEntries does it.
func AppendJournal(old []byte, entries []model.JournalEntry) ([]byte, diag.List) {
	return appendRecords(old, "entry", journalHeading, entries, writeJournalEntry,
		func(added []byte) ([]model.JournalEntry, diag.List) {
			var back model.Journal
			_, l := readBytes("", added, &back)
			return back.Entries, l
		}, func(a, b model.JournalEntry) bool { return a == b })
}
