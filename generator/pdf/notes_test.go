package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/internal/golden"
	"doklad/generator/typeset"
)

// The places of a note: its last line ends at the lower margin, over it stand the
// rule and the gaps of the profile.
func TestNotePlaces(t *testing.T) {
	page := lay(t, "Слово{note:Первая.} и дело{note:Вторая.}.")[0]
	texts := page.Texts
	if got := []string{texts[0].Text, texts[1].Text, texts[2].Text}; !slices.Equal(got, []string{
		"Слово¹ и дело².", "¹\u00a0Первая.", "²\u00a0Вторая."}) {
		t.Fatalf("%q", got)
	}
	face := typeset.Tinos().Regular
	line := 11 * face.LineHeight // 12.64 pt
	const bottom = (297 - 20) * mm
	near(t, "second note", texts[2].Y, bottom-line+11*face.Ascent)
	near(t, "first note", texts[1].Y, bottom-2*line+11*face.Ascent)
	near(t, "note x", texts[1].X, (30+12.5)*mm)
	// A quarter of a line under the rule, which is a quarter of 170 mm.
	rule := page.Rules[0]
	near(t, "rule y", rule.Y1, bottom-2.25*line)
	near(t, "rule begins", rule.X1, 30*mm)
	near(t, "rule ends", rule.X2, (30+170.0/4)*mm)
}

// A long note goes on under the rule of the next page; the line with its mark has
// two lines of it at least. The paper's maker stands under the notes.
func TestNotesOverPages(t *testing.T) {
	long := "Длинная сноска, " + strings.Repeat("в которой много слов, ", 40) + "кончается"
	golden.Assert(t, "notes.txt", Dump(lay(t, strings.Repeat("Абзац.\n", 32)+
		"Последняя строка{note:"+long+"}.\nЕщё строка{note:Короткая.}.\nТекст.\nТекст.\n#signature Начальник | А.Б. Примерова\n#preparer Примеров П.П.")))
}

// Whatever the texts and notes: no word is lost, text and notes do not meet, a mark
// and the beginning of its note are on one page, notes are in their order.
func TestNotesLoseNothing(t *testing.T) {
	for seed := range uint64(150) {
		random := rand.New(rand.NewPCG(seed, 7))
		markup, words, notes := randomNotes(random)
		profile := gost2025(t)
		profile.Page.Bottom = 20 + 180*random.Float64()*random.Float64()
		d := document(t, markup)
		d.Tables["t"] = &doc.Table{Name: "t", Columns: []doc.Column{{Header: "Графа"}},
			Rows: slices.Repeat([]doc.Row{{Cells: []doc.Cell{{Text: "ячейка"}}}}, random.IntN(30))}
		pages, problems := Layout(d, Options{Profile: profile})
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		if fault := faultOfNotes(pages, words, notes, profile.Page.Bottom); fault != "" {
			t.Fatalf("seed %d: %s\n%s\n%s", seed, fault, markup, Dump(pages))
		}
	}
}

// randomNotes is a text of numbered words, «с17», with notes whose words say the
// note, «п3».
func randomNotes(random *rand.Rand) (markup string, words, notes int) {
	var b strings.Builder
	for range 1 + random.IntN(30) {
		switch random.IntN(12) {
		case 0:
			b.WriteString("#clause 1. ")
		case 1:
			b.WriteString("#table t\n")
		case 2:
			b.WriteString("#heading 2 Заголовок\n")
		}
		for range 1 + random.IntN(60) {
			words++
			fmt.Fprintf(&b, "с%d", words)
			if random.IntN(20) == 0 {
				notes++
				long := random.IntN(8) * random.IntN(8) * random.IntN(8)
				fmt.Fprintf(&b, "{note:%s}", strings.TrimSpace(strings.Repeat(fmt.Sprintf("п%d ", notes), 1+long)))
			}
			b.WriteByte(' ')
		}
		b.WriteByte('\n')
	}
	if random.IntN(2) == 0 {
		b.WriteString("#preparer Исполнитель")
	}
	return b.String(), words, notes
}

func faultOfNotes(pages []Page, words, notes int, margin float64) string {
	nextWord, nextMark, lastNote := 1, 1, 0
	for _, page := range pages {
		if page.Height != sheetHeight {
			return "a page of another height"
		}
		textEnd, notesBegin := 0.0, page.Height
		begun := map[int]int{} // lines of each note on the page
		var marks []int
		for _, item := range page.Texts {
			if item.Y < 19*mm {
				continue // the number of the page
			}
			if item.Size == 11 && strings.Contains(item.Text, "п") {
				notesBegin = min(notesBegin, item.Y-item.Size)
				number := 0
				for _, word := range strings.FieldsFunc(item.Text, func(r rune) bool { return strings.ContainsRune(spaces, r) }) {
					fmt.Sscanf(word, "п%d", &number)
				}
				if number < lastNote {
					return fmt.Sprintf("note %d after %d", number, lastNote)
				}
				lastNote = number
				begun[number]++
				continue
			}
			if item.Size > 10 {
				textEnd = max(textEnd, item.Y)
			}
			if item.Size == 14 && !item.Bold {
				for _, word := range strings.Fields(strings.TrimPrefix(item.Text, "1.\u00a0")) {
					if !strings.HasPrefix(word, fmt.Sprintf("с%d", nextWord)) {
						return fmt.Sprintf("%s instead of с%d", word, nextWord)
					}
					if mark := strings.TrimPrefix(word, fmt.Sprintf("с%d", nextWord)); mark != "" {
						if mark != superior(nextMark) {
							return fmt.Sprintf("%s instead of mark %d", word, nextMark)
						}
						marks = append(marks, nextMark)
						nextMark++
					}
					nextWord++
				}
			}
			if item.Y > page.Height-margin*mm {
				return "text in the margin: " + item.Text
			}
		}
		if textEnd > notesBegin {
			return "text runs into the notes"
		}
		for _, mark := range marks {
			if begun[mark] == 0 {
				return fmt.Sprintf("note %d is not on the page of its mark", mark)
			}
		}
	}
	if nextWord != words+1 || nextMark != notes+1 || lastNote != notes {
		return fmt.Sprintf("%d of %d words, %d of %d marks, note %d", nextWord-1, words, nextMark-1, notes, lastNote)
	}
	return ""
}
