package pdf

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

const usualCover = `#cover above Администрация муниципального округа «Пример» | Управление образования
#cover mark ПРИМЕР
#cover kind Доклад
#cover subject о результатах оценки качества подготовки обучающихся | за 2021/22 учебный год
#cover foot г. Примерск | 2022
`

// longName is of a body that takes two lines.
const longName = "Министерство образования и науки Примерского края с очень длинным наименованием"

// longSubject has over 300 letters.
var longSubject = strings.Repeat("о результатах оценки качества подготовки обучающихся в образовательных организациях и ", 4) + "о прочем"

// plain is a text with ordinary spaces.
func plain(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// coverLine is a line of a title page by its text.
func coverLine(t *testing.T, page Page, text string) Text {
	t.Helper()
	at := slices.IndexFunc(page.Texts, func(x Text) bool { return plain(x.Text) == text })
	if at < 0 {
		t.Fatalf("«%s» is not on the page:\n%s", text, Dump([]Page{page}))
	}
	return page.Texts[at]
}

// The places of a usual title page, from the edges of the sheet in mm. The text area
// goes from 30 to 200 and from 20 to 277; a line of 14 points is 5.68 mm high, its
// baseline 4.4 mm under its top.
func TestCoverPlaces(t *testing.T) {
	pages := lay(t, usualCover+"Текст.")
	fonts := typeset.Tinos()
	for _, want := range []struct {
		text string
		y    float64
		size float64
		bold bool
	}{
		{"Администрация муниципального округа «Пример»", 24.4, 14, false},
		{"Управление образования", 32.9, 14, false}, // half a line between the bodies
		{"ПРИМЕР", 53.0, 14, true},  // two lines, then 3 mm in the frame
		{"ДОКЛАД", 127.8, 16, true}, // from 20 + 2/5 of 257 on
		{"о результатах оценки качества подготовки обучающихся", 138.6, 14, true},
		{"за 2021/22 учебный год", 144.3, 14, true},
		{"г. Примерск", 270.0, 14, false},
		{"2022", 275.7, 14, false},
	} {
		line := coverLine(t, pages[0], want.text)
		if math.Abs(line.Y/mm-want.y) > 0.5 || line.Size != want.size || line.Bold != want.bold {
			t.Errorf("«%s»: %.2f mm, %g points, bold %v; want %+v", line.Text, line.Y/mm, line.Size, line.Bold, want)
		}
		middle := line.X + fonts.Face(line.Bold).Width(line.Text, line.Size)/2
		near(t, "the middle of «"+line.Text+"»", middle, 115*mm)
	}
	if len(pages[0].Texts) != 8 || len(pages) != 2 {
		t.Errorf("other lines:\n%s", Dump(pages))
	}
	// The frame: 3 mm around the line of the mark.
	frame := pages[0].Drawings[0]
	near(t, "frame top", frame.Y, coverLine(t, pages[0], "ПРИМЕР").Y-14*fonts.Bold.Ascent-3*mm)
	near(t, "frame height", frame.Height, 14*fonts.Bold.LineHeight+6*mm)
	near(t, "frame left", frame.X, coverLine(t, pages[0], "ПРИМЕР").X-3*mm)
	near(t, "frame width", frame.Width, fonts.Bold.Width("ПРИМЕР", 14)+6*mm)
	if width := frame.Shapes[0].Stroke.Width; width != 0.5 {
		t.Errorf("a rule of %g points", width)
	}
}

// A full title page on a turned sheet: the spaces are a part of the wanted ones, all
// the same, and the kind is below its place.
func TestFullCover(t *testing.T) {
	d := document(t, "#page landscape\n#cover above "+strings.Repeat(longName+" | ", 5)+"Управление\n#cover mark ПРИМЕР\n#cover kind ДОКЛАД\n"+
		"#cover subject "+longSubject+"\n#cover foot г. Примерск | 2022\nТекст.")
	pages, c := laid(t, d)
	if len(c.problems) > 0 || len(pages) != 2 || pages[1].Width < pages[1].Height {
		t.Fatalf("%v\n%s", c.problems, Dump(pages))
	}
	page, fonts := pages[0], typeset.Tinos()
	top := func(line Text) float64 { return line.Y - line.Size*fonts.Face(line.Bold).Ascent }
	end := func(line Text) float64 {
		return top(line) + line.Size*fonts.Face(line.Bold).LineHeight
	}
	first, last := page.Texts[0], page.Texts[len(page.Texts)-1]
	if math.Abs(top(first)/mm-30) > 0.5 || math.Abs(end(last)/mm-200) > 0.5 {
		t.Errorf("from %.2f to %.2f mm, want 30 to 200", top(first)/mm, end(last)/mm)
	}
	at := slices.IndexFunc(page.Texts, func(x Text) bool { return x.Text == "ДОКЛАД" })
	kind := page.Texts[at]
	if top(kind) < (30+0.4*170)*mm {
		t.Errorf("the kind begins at %.2f mm", top(kind)/mm)
	}
	frame := page.Drawings[0]
	line := 14 * fonts.Regular.LineHeight
	office, place := coverLine(t, page, "Управление"), coverLine(t, page, "г. Примерск")
	subject := page.Texts[len(page.Texts)-3]
	share := (frame.Y - end(office)) / (2 * line)
	if share >= 1 || share < coverShrink {
		t.Fatalf("the spaces are %.2f of the wanted", share)
	}
	// The kind wants two lines of its own size over it, and three quarters of one under it.
	kindLine := 16 * fonts.Bold.LineHeight
	near(t, "frame to kind", top(kind)-frame.Y-frame.Height, share*2*kindLine)
	near(t, "kind to subject", top(page.Texts[at+1])-end(kind), share*0.75*kindLine)
	near(t, "subject to foot", top(place)-end(subject), share*2*line)
}

// A subject that reaches down to the foot moves up, so that the wanted two lines stay
// between them.
func TestCoverTitleMovesUp(t *testing.T) {
	page := lay(t, strings.Replace(usualCover, "о результатах", strings.Repeat(longSubject+" ", 4)+"о результатах", 1))[0]
	bold, n := typeset.Tinos().Bold, len(page.Texts)
	kind, subject, place := coverLine(t, page, "ДОКЛАД"), page.Texts[n-3], page.Texts[n-2]
	line := 14 * bold.LineHeight
	near(t, "subject to foot", place.Y-subject.Y, 3*line)
	if top := kind.Y - 16*bold.Ascent; top >= (20+0.4*257)*mm {
		t.Errorf("the kind begins at %.2f mm", top/mm)
	}
}

// However long names and subject are: lines do not touch, nothing leaves the text, the
// foot stands at the end of it, and what is not one page is told once.
func TestCoverNeverCollides(t *testing.T) {
	fonts := typeset.Tinos()
	told := map[int]bool{}
	for _, sheet := range []string{"", "#page landscape\n"} {
		for _, names := range []int{1, 4, 6} {
			for subjects := 1; subjects <= 14; subjects++ {
				d := document(t, sheet+"#cover above "+strings.TrimSuffix(strings.Repeat(longName+" | ", names), " | ")+"\n#cover mark ПРИМЕР | вымышлено\n#cover kind ДОКЛАД\n"+
					"#cover subject "+strings.Repeat(longSubject+" ", subjects)+"\n#cover foot г. Примерск | 2022\nТекст после.")
				d.Footer, d.Header = "Пример: сведения вымышлены", "Доклад"
				pages, c := laid(t, d)
				what := fmt.Sprintf("%s%d names, %d subjects", sheet, names, subjects)
				covers := len(pages) - 1 // of the text
				if pages[covers].Texts[0].Text != "Текст после." {
					t.Fatalf("%s: the text begins no page:\n%s", what, Dump(pages))
				}
				if got := len(c.problems); got > 1 || (got == 1) != (covers > 1) {
					t.Errorf("%s: %d pages, %v", what, covers, c.problems)
				}
				for _, p := range c.problems {
					if p.Code != "CVR-HIGH" || p.Hint == "" {
						t.Errorf("%s: %+v", what, p)
					}
				}
				told[len(c.problems)] = true
				m := c.profile.Page.Margins(sheet != "", true, 1)
				for _, page := range pages[:covers] {
					below, apart := m.Top*mm, 0.0 // apart: over the foot
					for _, line := range page.Texts {
						if line.Size != 14 && line.Size != 16 {
							continue // number, header and footer
						}
						face := fonts.Face(line.Bold)
						top := line.Y - line.Size*face.Ascent
						if top < below-rounding {
							t.Errorf("%s: «%s» begins %.2f mm over the end of the line before", what, line.Text, (below-top)/mm)
						}
						if plain(line.Text) == "г. Примерск" {
							apart = top - below
						}
						below = line.Y + line.Size*(face.LineHeight-face.Ascent)
						width := face.Width(line.Text, line.Size)
						if most := 140 * mm; width > most+rounding {
							t.Errorf("%s: «%s» is %.1f mm wide", what, line.Text, width/mm)
						}
					}
					footer := coverLine(t, page, d.Footer)
					limit := min(page.Height-m.Bottom*mm, footer.Y-footer.Size*fonts.Regular.Ascent)
					if below > limit+rounding {
						t.Errorf("%s: the text ends at %.2f mm, over %.2f", what, below/mm, limit/mm)
					}
					if page.Number == covers && below < limit-2*mm {
						t.Errorf("%s: the foot ends at %.2f mm, far from %.2f", what, below/mm, limit/mm)
					}
					if covers == 1 && apart < coverShrink*2*14*fonts.Regular.LineHeight-rounding {
						t.Errorf("%s: the foot stands %.2f mm under the subject", what, apart/mm)
					}
				}
			}
		}
	}
	if !told[0] || !told[1] {
		t.Error("the cases do not reach both ends")
	}
}

// The title page is page 1 without a number and without the short title; the text
// begins page 2.
func TestCoverIsPageOne(t *testing.T) {
	d := document(t, usualCover+strings.Repeat("Абзац.\n", 60))
	d.Header, d.Footer = "Доклад (пример)", "Пример"
	pages, _ := laid(t, d)
	if got := numbersOf(layBy(t, func(*layout.Profile) {}, usualCover+strings.Repeat("Абзац.\n", 60))); got != "– 2 3" {
		t.Errorf("numbers: %s", got)
	}
	for i, page := range pages {
		text := Dump([]Page{page})
		if strings.Contains(text, d.Header) != (i > 0) || !strings.Contains(text, d.Footer) || strings.Contains(text, "Абзац.") != (i > 0) {
			t.Errorf("page %d:\n%s", i+1, text)
		}
	}
}

// Whatever is missing, the rest keeps its place.
func TestPartsOfCover(t *testing.T) {
	whole := lay(t, usualCover)[0]
	lines := strings.Split(strings.TrimSpace(usualCover), "\n")
	for i, line := range lines {
		page := lay(t, strings.Join(slices.Delete(slices.Clone(lines), i, i+1), "\n"))[0]
		moved := ""
		for _, x := range page.Texts {
			if coverLine(t, whole, plain(x.Text)).Y != x.Y {
				moved += plain(x.Text) + "; "
			}
		}
		want := ""
		switch {
		case strings.HasPrefix(line, "#cover above"):
			want = "ПРИМЕР; "
		case strings.HasPrefix(line, "#cover kind"):
			want = "о результатах оценки качества подготовки обучающихся; за 2021/22 учебный год; "
		}
		if moved != want {
			t.Errorf("without «%s»: «%s» moved, want «%s»", line, moved, want)
		}
	}
	if got := codes(t, "#cover foot |\nТекст."); got != "" {
		t.Errorf("without words: %s", got)
	}
}

// The order of the markup is not that of the page.
func TestCoverInAnyOrder(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(usualCover), "\n")
	want := Dump(lay(t, usualCover))
	slices.Reverse(lines)
	if got := Dump(lay(t, strings.Join(lines, "\n"))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// No line of the subject ends with a preposition or inside a word, in whatever order
// the words come; none is lost.
func TestCoverLines(t *testing.T) {
	linking := strings.Fields("о об по и для в к с на")
	words := append(linking, strings.Fields("оценке качества подготовки обучающихся объективности образования деятельности муниципального мониторинга психолого-педагогической 2021/22 (пример) «Эффективность»")...)
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var chosen []string
		for range 8 + random.IntN(25) {
			chosen = append(chosen, words[random.IntN(len(words))])
		}
		subject := strings.Join(chosen, " ")
		var said []string
		lines := lay(t, "#cover subject "+subject)[0].Texts
		for i, line := range lines {
			said = append(said, strings.Fields(plain(line.Text))...)
			if last := said[len(said)-1]; i < len(lines)-1 && slices.Contains(linking, last) {
				t.Errorf("a line ends with «%s»: %s", last, line.Text)
			}
		}
		if got := strings.Join(said, " "); got != subject {
			t.Errorf("got  %s\nwant %s", got, subject)
		}
	}
}

// Kind and subject are the title of the paper, under which its headings stand; the
// rest are paragraphs.
func TestCoverStructure(t *testing.T) {
	pages, c := laid(t, document(t, usualCover+"#heading 1 Сеть\nТекст."))
	titles := map[int]bool{}
	for text, want := range map[string]string{"Управление образования": "P", "ПРИМЕР": "P", "ДОКЛАД": "H1",
		"о результатах оценки качества подготовки обучающихся": "H1", "за 2021/22 учебный год": "H1", "г. Примерск": "P"} {
		line := coverLine(t, pages[0], text)
		if got := pathOf(&c.tree, line.Of); got != "Document "+want {
			t.Errorf("«%s» is %s, want %s", text, got, want)
		}
		if want == "H1" {
			titles[int(line.Of)] = true
		}
	}
	if len(titles) != 1 {
		t.Errorf("%d titles", len(titles))
	}
	if got := pathOf(&c.tree, pages[1].Texts[0].Of); got != "Document H2" {
		t.Errorf("the heading is %s", got)
	}
	mark := pages[0].Marks[0]
	if mark.level != 1 || mark.title != "Доклад о результатах оценки качества подготовки обучающихся за 2021/22 учебный год" {
		t.Errorf("bookmark %+v", mark)
	}
}

// A word wider than the line is cut with a warning that says where it is from.
func TestCutWordOfCover(t *testing.T) {
	for _, place := range doc.CoverPlaces {
		d := document(t, "#cover "+place+" "+strings.Repeat("образование", 12))
		d.Blocks[0].Key = "cover." + place
		_, problems := Layout(d, Options{Profile: gost2025(t)})
		if len(problems) != 1 || problems[0].Code != "TXT-WORD" || problems[0].Key != d.Blocks[0].Key {
			t.Errorf("%s: %v", place, problems)
		}
	}
}
