package source

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"doklad/generator/model"
)

func TestSubmissionFiles(t *testing.T) {
	day := time.Date(2023, 1, 17, 15, 0, 0, 0, time.UTC)
	file := func() *fstest.MapFile { return &fstest.MapFile{Data: []byte("x"), ModTime: day} }
	data := fstest.MapFS{
		"a/submissions/2022/Сад № 1 (1).xlsx": file(), "a/submissions/2022/школы/СОШ.csv": file(),
		"a/submissions/2022/journal.toml": file(), "a/submissions/2022/~$Сад.xlsx": file(), "a/submissions/2022/.doklad.lock": file(),
		"a/submissions/2022/Thumbs.db": file(), "a/submissions/2022/README.md": file(), "a/submissions/2022/.git/x.xlsx": file(),
		"a/submissions/2021/письмо.pdf": file(), "a/submissions/22/x.xlsx": file(), "a/submissions/лишний.xlsx": file(), "a/submissions/1999/x.csv": file(),
	}
	tree := Open(data, nil)
	if years := tree.Years("a"); len(years) != 2 || years[0] != 2021 || years[1] != 2022 {
		t.Errorf("years %v", years)
	}
	if years := tree.Years("b"); years != nil {
		t.Errorf("an office without submissions has %v", years)
	}
	files, problems := tree.Submissions("a", 2022)
	var names []string
	for _, f := range files {
		names = append(names, f.Base("a", 2022))
		if f.Day != model.DateOf(day) {
			t.Errorf("%s is of %s", f.Name, f.Day)
		}
	}
	if got := strings.Join(names, " | "); got != "Сад № 1 (1).xlsx | школы/СОШ.csv" || problems != nil {
		t.Errorf("%s, %v", got, problems)
	}
	if files, problems := tree.Submissions("a", 2020); files != nil || problems != nil {
		t.Errorf("of a year without a folder: %v, %v", files, problems)
	}
	strays := ""
	for _, p := range tree.StraySubmissions("a") {
		strays += p.File + ": " + p.Text + "\n"
	}
	for _, want := range []string{"submissions/22: папка", "submissions/лишний.xlsx: файл", "submissions/1999: папка"} {
		if !strings.Contains(strays, want) {
			t.Errorf("%q is not told:\n%s", want, strays)
		}
	}
}

func TestJournal(t *testing.T) {
	day := model.Date{Year: 2023, Month: 1, Day: 18}
	entries := []model.JournalEntry{
		{Decision: model.Received, Institution: "ds-1", Set: "preschool", File: "Сад «Ёлочка» (1).xlsx", Sum: "0a1b", Date: day},
		{Decision: model.Returned, Institution: "ds-1", Set: "preschool", File: "a\\b.xlsx", Sum: "0a1b", Date: day, Reason: "DV05 больше DV04:\n\"14\" и 12", By: "И.И. Иванова", Entered: day},
	}
	for _, old := range []string{"", "# мой журнал\r\ndue = 2023-01-20\r\n", "due = 2023-01-20"} {
		raw, problems := AppendJournal([]byte(old), entries[:1])
		if problems != nil {
			t.Fatal(problems)
		}
		if raw, problems = AppendJournal(raw, entries[1:]); problems != nil {
			t.Fatal(problems)
		}
		j := JournalIn("j", raw)
		if len(j.Problems) > 0 || len(j.Entries) != 2 || j.Entries[0] != entries[0] || j.Entries[1] != entries[1] {
			t.Errorf("%q: read back %+v, %v", old, j.Entries, j.Problems)
		}
		if !strings.HasPrefix(string(raw), old) || (old != "") == j.Due.IsZero() {
			t.Errorf("%q became %q", old, raw)
		}
	}
}

func TestJournalFaults(t *testing.T) {
	const sound = "set = \"preschool\"\nsum = \"1\"\ndate = 2023-01-18\n"
	for text, want := range map[string]string{
		"[[entry]]\n" + sound:                                                    "не сказано, что решено",
		"[[entry]]\ndecision = \"acepted\"\n" + sound:                            "решение «acepted» неизвестно",
		"[[entry]]\ndecision = \"returned\"\n" + sound:                           "почему файл возвращён",
		"[[entry]]\ndecision = \"accepted\"\nset = \"preschool\"\nsum = \"1\"\n": "не указан день",
		"[[entry]]\ndecision = \"accepted\"\nsum = \"1\"\ndate = 2023-01-18\n":   "какие это показатели",
		"[[entry]]\ndecision = \"accepted\"\nset = \"a\"\ndate = 2023-01-18\n":   "о каком содержании",
		"deu = 2023-01-20\n":                                                     "deu",
	} {
		j := JournalIn("x/journal.toml", []byte(text))
		if !j.Problems.HasErrors() || !strings.Contains(j.Problems[0].Text+j.Problems[0].Hint, want) || j.Problems[0].Line == 0 || len(j.Entries) > 0 {
			t.Errorf("%q: %v, %d entries", text, j.Problems, len(j.Entries))
		}
	}
}
