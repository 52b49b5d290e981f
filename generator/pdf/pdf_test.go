package pdf

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"doklad/data"
	"doklad/generator/doc"
	"doklad/generator/internal/golden"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// gost2025 is the profile that the program carries.
func gost2025(t testing.TB) *layout.Profile {
	t.Helper()
	var p layout.Profile
	if _, err := toml.DecodeFS(data.Common, "layouts/gost2025.toml", &p); err != nil {
		t.Fatal(err)
	}
	return &p
}

// lay lays out markup; the tables are called by name.
func lay(t testing.TB, markup string, tables ...*doc.Table) []Page {
	t.Helper()
	pages, problems := Layout(document(t, markup, tables...), Options{Profile: gost2025(t)})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return pages
}

func document(t testing.TB, markup string, tables ...*doc.Table) *doc.Document {
	t.Helper()
	blocks, faults := doc.Parse(markup)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	d := &doc.Document{Title: "Проба", Language: "ru-RU", LongTerm: true, Blocks: blocks, Tables: map[string]*doc.Table{}}
	for _, table := range tables {
		d.Tables[table.Name] = table
	}
	return d
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.02 {
		t.Errorf("%s: %.3f, want %.3f", what, got, want)
	}
}

// The places of an order's requisites, by the arithmetic of the profile.
func TestOrderPlaces(t *testing.T) {
	page := lay(t, `
#kind ПРИКАЗ
#registration 25.06.2021 | № 109
#title О чём
Текст.
#signature Начальник | А.Б. Примерова`)[0]

	regular, bold := typeset.Tinos().Regular, typeset.Tinos().Bold
	single := 14 * regular.LineHeight // distance of baselines at single spacing
	const left, right = 30 * mm, (210 - 10) * mm
	find := func(text string) Text {
		for _, item := range page.Texts {
			if item.Text == text {
				return item
			}
		}
		t.Fatalf("«%s» is not on the page", text)
		return Text{}
	}
	// Kind: the first line, centred on the text width, baseline = top margin + ascent.
	kind := find("ПРИКАЗ")
	near(t, "kind x", kind.X, (left+right)/2-bold.Width("ПРИКАЗ", 14)/2)
	near(t, "kind y", kind.Y, 20*mm+14*bold.Ascent)
	// Date and number: 1 line below, at both edges, on one baseline.
	date, number := find("25.06.2021"), find("№ 109")
	near(t, "date x", date.X, left)
	near(t, "date y", date.Y, 20*mm+2*single+14*regular.Ascent)
	near(t, "number end", number.X+regular.Width("№ 109", 14), right)
	near(t, "number y", number.Y, date.Y)
	// Title: 1 line below, flush left.
	title := find("О чём")
	near(t, "title x", title.X, left)
	near(t, "title y", title.Y, 20*mm+4*single+14*bold.Ascent)
	// Text: 1.5 lines below the title, first line in by 12.5 mm.
	text := find("Текст.")
	near(t, "text x", text.X, left+12.5*mm)
	near(t, "text y", text.Y, 20*mm+5*single+1.5*single+14*regular.Ascent)
	// Signature: 2 lines below the text, whose line is 1.15 high; the name ends
	// at the right margin, level with the post.
	post, name := find("Начальник"), find("А.Б. Примерова")
	near(t, "post x", post.X, left)
	near(t, "post y", post.Y, 20*mm+6.5*single+1.15*single+2*single+14*regular.Ascent)
	near(t, "name y", name.Y, post.Y)
	near(t, "name end", name.X+regular.Width(name.Text, 14), right)
}

// A whole order, as placed text.
func TestOrderLayout(t *testing.T) {
	roadmap := &doc.Table{Name: "roadmap", Columns: []doc.Column{
		{Header: "№ п/п", Align: doc.Centre}, {Header: "Мероприятие"}, {Header: "Срок исполнения"}},
		Rows: []doc.Row{
			{Section: true, Cells: []doc.Cell{{Text: "1. Подготовка"}}},
			{Cells: []doc.Cell{{Text: "1.1"}, {Text: "Разработка критериев и показателей оценки качества"}, {Text: "Июль 2026 г."}}},
		}}
	golden.Assert(t, "order.txt", Dump(lay(t, `
#letterhead Администрация округа | Управление образования
#kind ПРИКАЗ
#registration 25.06.2026 | № 9
#title Об утверждении Плана мероприятий («дорожной карты»)
В целях реализации Концепции региональной системы оценки качества дошкольного образования
#operative ПРИКАЗЫВАЮ:
#clause 1. Утвердить прилагаемый План.
#clause 2. Контроль за исполнением настоящего приказа оставляю за собой.
#signature Заместитель начальника\nУправления | А.Б. Примерова
#preparer Примеров П.П. | 8 (000) 000-00-00
#page landscape
#approval УТВЕРЖДЕН | приказом Управления образования | от 25.06.2026 № 9
#annex-title План мероприятий («дорожная карта»)
#table roadmap`, roadmap)))
}

// The signature is never alone: at whatever height the text ends, two lines of
// it stand above the post on the same page.
func TestSignatureIsNeverAlone(t *testing.T) {
	for lines := range 60 {
		var markup strings.Builder
		for i := range lines {
			fmt.Fprintf(&markup, "Строка %d.\n", i+1)
		}
		markup.WriteString("Последний абзац занимает не меньше двух строк, потому что в нём много слов, которые ничего не значат.\n#signature Начальник | А.Б. Примерова")
		pages := lay(t, markup.String())
		last := pages[len(pages)-1].Texts
		above := 0
		for _, item := range last {
			if item.Text == "Начальник" {
				break
			}
			above++
		}
		if above < 2 {
			t.Errorf("%d lines: %d lines stand above the signature\n%s", lines, above, Dump(pages))
		}
	}
}

// Page numbers: none on the first page, then in the middle of the upper margin,
// no nearer to the edge than 10 mm.
func TestPageNumbers(t *testing.T) {
	pages := lay(t, strings.Repeat("Текст.\n", 100))
	if len(pages) < 2 {
		t.Fatal("one page")
	}
	for i, page := range pages {
		var numbers []Text
		for _, item := range page.Texts {
			if item.Y < 20*mm {
				numbers = append(numbers, item)
			}
		}
		if i == 0 {
			if len(numbers) != 0 {
				t.Errorf("page 1 has %v over the text", numbers)
			}
			continue
		}
		if len(numbers) != 1 || numbers[0].Text != itoa(i+1) {
			t.Fatalf("page %d has %v over the text", i+1, numbers)
		}
		if top := numbers[0].Y - numbers[0].Size*typeset.Tinos().Regular.Ascent; top < 10*mm {
			t.Errorf("page %d: the number begins %.1f mm from the edge", i+1, top/mm)
		}
	}
}

func TestMissingGlyph(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "Графа"}}, Rows: []doc.Row{
		{Cells: []doc.Cell{{Text: "пло中хо", Key: "rows[1]"}}}}}
	_, problems, err := Write(document(t, "Текст 😀\n#table t", table), Options{Profile: gost2025(t)})
	if err != nil || len(problems) != 2 {
		t.Fatalf("%v, %v", problems, err)
	}
	if p := problems[1]; p.Key != "rows[1]" || p.Offset != 3 || !strings.Contains(p.Text, "U+4E2D") {
		t.Errorf("got %+v", p)
	}
}

func TestHeaderHigherThanThePage(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: strings.Repeat("Очень длинный заголовок графы ", 200)}, {Header: "Б"}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: "а"}, {Text: "б"}}}}}
	_, problems := Layout(document(t, "#table t", table), Options{Profile: gost2025(t)})
	if !problems.HasErrors() {
		t.Error("no error")
	}
}

// The same document gives the same bytes, also when many are made at once.
func TestSameBytes(t *testing.T) {
	make := func() []byte {
		table, _ := randomTable(rand.New(rand.NewPCG(7, 7)))
		out, problems, err := Write(document(t, "#kind ПРИКАЗ\n#page landscape\n#table random", table),
			Options{Profile: gost2025(t), Created: time.Date(2021, 6, 25, 0, 0, 0, 0, time.UTC)})
		if err != nil || problems.HasErrors() {
			t.Error(problems, err)
		}
		return out
	}
	first := make()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if !bytes.Equal(make(), first) {
				t.Error("other bytes")
			}
		})
	}
	group.Wait()
}
