package source

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

type paper struct {
	paperHeading
	Number   string
	Example  bool                  `toml:"example"`
	Years    int                   `toml:"years,omitempty"`
	Small    int8                  `toml:"small"`
	Share    float64               `toml:"share"`
	Date     paperDay              `toml:"date"`
	Moment   time.Time             `toml:"moment"`
	Colour   paperColour           `toml:"colour"`
	Schedule paperWords            `toml:"schedule"`
	Word     *paperWord            `toml:"word"`
	Aliases  []string              `toml:"aliases"`
	Weights  []int                 `toml:"weights"`
	Rows     [][]string            `toml:"rows"`
	Full     paperForms            `toml:"full"`
	Clauses  []paperClause         `toml:"clause"`
	Roadmap  *paperRoadmap         `toml:"roadmap"`
	Levels   map[string]string     `toml:"levels"`
	Posts    map[string]paperForms `toml:"posts"`
	Nothing  struct{}              `toml:"nothing"`
	Secret   string                `toml:"-"`
}

type paperHeading struct {
	Title string `toml:"title"`
}

type paperForms struct {
	Nominative string `toml:"nominative"`
	Genitive   string `toml:"genitive"`
	Dative     string `toml:"dative"`
}

type paperClause struct {
	Text     string         `toml:"text"`
	Executor []string       `toml:"executor"`
	Clauses  []*paperClause `toml:"clause"`
}

type paperRoadmap struct {
	paperHeading
	Approved bool `toml:"approved"`
	Sections []struct {
		Name string `toml:"name"`
	} `toml:"section"`
}

type paperDay struct{ time.Time }

func (d *paperDay) UnmarshalTOML(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return errors.New("нужна дата вида 2021-06-25")
	}
	d.Time = t
	return nil
}

type paperWords struct{ text string }

func (w *paperWords) UnmarshalText(b []byte) error {
	w.text = string(b)
	return nil
}

type paperWord string

func (w *paperWord) UnmarshalText(b []byte) error {
	if *w = paperWord(b); strings.Contains(string(b), " ") {
		return fmt.Errorf("нужно одно слово, а стоит «%s»", b)
	}
	return nil
}

type paperColour string

type unknownColour string

func (c unknownColour) Error() string { return "нет цвета «" + string(c) + "»" }
func (unknownColour) Hint() string    { return "бывают: красный" }

func (c *paperColour) UnmarshalTOML(v any) error {
	if v != "красный" {
		return fmt.Errorf("не годится: %w", unknownColour(fmt.Sprint(v)))
	}
	*c = "красный"
	return nil
}

func TestStrict(t *testing.T) {
	for _, e := range tomlExamples(t, "strict.txt") {
		t.Run(e.name, func(t *testing.T) {
			var into paper
			file, l := Read(oneFile(e.text), "f.toml", &into)
			if got := tomlSaid(l); got != e.want || file == nil {
				t.Errorf("for\n%s\ngot\n%s\nwant\n%s", e.text, got, e.want)
			}
		})
	}
}

const wholePaper = `title = "О мерах"
number = "109"
example = true
years = 5
small = -8
share = 97
date = 2021-06-25
schedule = "до 1 сентября"
word = "слово"
aliases = ["РОНО", 'УО']
weights = [1, 2]
rows = [["а", "б"], []]
full.genitive = "управления"
levels = { low = "низкий", "очень высокий" = "высокий" }
[[clause]]
text = """
Утвердить \
  план"""
[[clause.clause]]
text = "подпункт"
[[clause]]
[roadmap]
title = "План"
section = [{ name = "Раздел" }, {}]
[posts."и.о."]
genitive = "исполняющего обязанности"
`

// The decoder is the judge of what is accepted.
func TestFillsAsDecoder(t *testing.T) {
	var got, want paper
	if _, l := Read(oneFile(wholePaper), "f.toml", &got); l != nil {
		t.Fatal(l)
	}
	if _, err := toml.Decode(wholePaper, &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestDefaultsStay(t *testing.T) {
	shared := map[string]string{"low": "низкий", "high": "высокий"}
	got := paper{Number: "1", Years: 3, Aliases: []string{"а", "б", "в"}, Levels: shared,
		Full: paperForms{Dative: "управлению"}, Clauses: []paperClause{{Executor: []string{"старый"}}},
		Roadmap: &paperRoadmap{Approved: true}}
	_, l := Read(oneFile(`years = 5
aliases = ["г"]
clause = [{ text = "новый" }]
full.genitive = "управления"
roadmap.title = "План"
levels.low = "слабый"
`), "f.toml", &got)
	want := paper{Number: "1", Years: 5, Aliases: []string{"г"},
		Levels: map[string]string{"low": "слабый", "high": "высокий"},
		Full:   paperForms{Genitive: "управления", Dative: "управлению"}, Clauses: []paperClause{{Text: "новый"}},
		Roadmap: &paperRoadmap{paperHeading: paperHeading{"План"}, Approved: true}}
	if l != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\ngot  %+v\nwant %+v", l, got, want)
	}
	if shared["low"] != "низкий" {
		t.Error("the map of the defaults was changed")
	}
}

// What fits is set beside what does not.
func TestFillsBesideProblems(t *testing.T) {
	var got paper
	_, l := Read(oneFile("titel = \"\"\nyears = \"\"\nnumber = \"109\"\ndate = 5\nshare = 1.5\n"), "f.toml", &got)
	if len(l) != 3 || got.Number != "109" || got.Share != 1.5 {
		t.Errorf("%v\n%+v", l, got)
	}
}

type Base struct {
	Title string `toml:"title"`
	Note  string `toml:"note"`
}

// Embedded structs lend their keys, also behind a pointer; the outer key hides
// the inner one; an embedded struct with a tag is a table of its own.
func TestEmbedded(t *testing.T) {
	type Kept struct {
		Inside string `toml:"inside"`
	}
	var into struct {
		*Base
		Kept  `toml:"kept"`
		Title int              `toml:"title"`
		Any   any              `toml:"any"`
		Text  map[string]*Base `toml:"text"`
	}
	_, l := Read(oneFile("title = 5\nnote = \"да\"\ninside = 1\nany = [1, {a = 'б'}]\nkept.inside = \"в\"\ntext.a.note = \"г\"\n"), "f.toml", &into)
	if got, want := tomlSaid(l), "3:1: неизвестный ключ «inside»\n  подсказка: здесь бывают ключи: note, kept, title, any, text"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if into.Title != 5 || into.Base == nil || into.Note != "да" || into.Kept.Inside != "в" || into.Text["a"].Note != "г" {
		t.Errorf("%+v", into)
	}
	if want := []any{int64(1), map[string]any{"a": "б"}}; !reflect.DeepEqual(into.Any, want) {
		t.Errorf("got %v, want %v", into.Any, want)
	}
}

func TestWrongUsePanics(t *testing.T) {
	var odd struct {
		A uint `toml:"a"`
	}
	var twice struct {
		A string `toml:"a"`
		B string `toml:"a"`
	}
	var list []string
	for name, f := range map[string]func(){
		"unsupported type": func() { Read(oneFile("a = 1"), "f.toml", &odd) },
		"one key twice":    func() { Read(oneFile("a = 1"), "f.toml", &twice) },
		"not a struct":     func() { Read(oneFile("a = 1"), "f.toml", &list) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}
