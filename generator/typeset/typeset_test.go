package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// at14 sets a text in Tinos 14.
func at14(text string, millimetres float64, manner Manner) []Line {
	return Break(text, Setting{Face: Tinos().Regular, Size: 14, Width: millimetres * 72 / 25.4, Manner: manner})
}

// The widths were measured in Liberation Serif, which has the metrics of Times
// New Roman; Tinos must have them too.
func TestWidthsAreThoseOfTimesNewRoman(t *testing.T) {
	for _, test := range []struct {
		text         string
		size, wantCM float64
	}{
		{"Об утверждении Плана мероприятий", 12, 6.71},
		{"Об утверждении Плана мероприятий", 14, 7.82},
		{"администрации Оханского городского округа", 12, 8.26},
		{"приказом Управления муниципальными учреждениями", 13, 10.91},
		{"Управление муниципальными учреждениями администрации", 14, 13.02},
	} {
		got := Tinos().Regular.Unkerned().Width(test.text, test.size) / 72 * 2.54
		if math.Abs(got-test.wantCM) > 0.006 {
			t.Errorf("%s at %g pt: %.3f cm, want %.2f", test.text, test.size, got, test.wantCM)
		}
	}
	if got := Tinos().Regular.LineHeight; math.Abs(got-1.1499) > 0.0001 {
		t.Errorf("single spacing is %.4f of the size, want 1.1499", got)
	}
}

// Kerning is that of the font, at 2048 units to the em; at spaces there is none.
func TestKern(t *testing.T) {
	face := Tinos().Regular
	for _, test := range []struct {
		a, b  rune
		units float64
	}{{'А', 'О', -102}, {'н', 'о', 0}, {' ', 'А', 0}, {'А', '\u00a0', 0}, {'А', '’', -180}} {
		for range 2 { // asked for the first time, and remembered
			if got := face.Kern(test.a, test.b) * 2048; math.Abs(got-test.units) > 0.01 {
				t.Errorf("%c%c: %g units, want %g", test.a, test.b, got, test.units)
			}
		}
	}
	want := face.Unkerned().Width("АО", 10) - 10*102/2048.
	if got := face.Width("АО", 10); math.Abs(got-want) > 1e-6 {
		t.Errorf("АО is %g wide, want %g", got, want)
	}
}

func TestHas(t *testing.T) {
	face := Tinos().Regular
	for _, r := range "АЯяёЁ№«»„“–—₽−×≤≥°§\u00a0\u2011" {
		if !face.Has(r) {
			t.Errorf("Tinos lacks %c (U+%04X)", r, r)
		}
	}
	for _, r := range []rune{'中', '😀', 0x10000, -1, '\u0001'} {
		if face.Has(r) {
			t.Errorf("Tinos has U+%04X?", r)
		}
	}
}

func TestBreak(t *testing.T) {
	for _, test := range []struct {
		name   string
		text   string
		width  float64
		manner Manner
		want   string
	}{
		{"a title is broken by sense", "Об утверждении Плана мероприятий («дорожной карты») по реализации Концепции", 80, Balanced,
			"Об утверждении Плана мероприятий / («дорожной карты») / по реализации Концепции"},
		{"no preposition ends a line of a title", "О проведении мониторинга качества на территории округа", 70, Balanced,
			"О проведении мониторинга / качества на территории округа"},
		{"no word is left over", "Утверждены критерии и показатели системы", 50, Ragged,
			"Утверждены критерии / и показатели системы"},
		{"hyphen between letters", "контрольно-оценочных процедур", 28, Ragged, "контрольно- / оценочных / процедур"},
		{"slash", "муниципальном/институциональном", 45, Ragged, "муниципальном/ / институциональном"},
		{"no break in a number", "№\u00a026-01-06-697 «Об утверждении»", 34, Ragged, "№\u00a026-01-06-697 / «Об / утверждении»"},
		{"line break of the author", "Заместитель начальника\nУправления", 80, Balanced, "Заместитель начальника / Управления"},
		{"a word wider than the line is cut", "человеконенавистничество", 20, Ragged, "человеко / ненавист / ничество"},
		{"nothing", " \n ", 80, Ragged, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var texts []string
			for _, line := range at14(test.text, test.width, test.manner) {
				texts = append(texts, line.Text)
			}
			if got := strings.Join(texts, " / "); got != test.want {
				t.Errorf("\n got %s\nwant %s", got, test.want)
			}
		})
	}
}

const preamble = "В целях реализации Концепции региональной системы оценки качества дошкольного образования в Пермском крае, утвержденной приказом Министерства образования и науки Пермского края от 10.06.2021 № 26-01-06-659"

// Every line but the last reaches the right edge, the last does not stretch.
func TestJustified(t *testing.T) {
	const width = 170 * 72 / 25.4
	setting := Setting{Face: Tinos().Regular, Size: 14, Width: width, Indent: 35.43, Manner: Justified}
	lines := Break(preamble, setting)
	for i, line := range lines {
		gaps := float64(strings.Count(line.Text, " ") + strings.Count(line.Text, "\u00a0"))
		reached := line.Indent + line.Width + gaps*line.Space
		if i == len(lines)-1 {
			if line.Space > 0 || reached > width+0.01 {
				t.Errorf("last line: %q reaches %.2f of %.2f", line.Text, reached, width)
			}
			continue
		}
		if math.Abs(reached-width) > 0.01 {
			t.Errorf("line %d: %q reaches %.2f, want %.2f", i+1, line.Text, reached, width)
		}
	}
	if lines[0].Indent != 35.43 || lines[1].Indent != 0 {
		t.Errorf("indents %g and %g", lines[0].Indent, lines[1].Indent)
	}
}

// within reports whether any breaking keeps all spaces of all lines but the last
// within the limits, and no more than two hyphens in a row.
func within(text string, s Setting) bool {
	words := s.splitWords(nil, text)
	space, hyphen := s.Face.Width(" ", s.Size), s.Face.Width("-", s.Size)
	reached := make([][3]bool, len(words)+1)
	reached[0][0] = true
	for to := 1; to <= len(words); to++ {
		natural, gaps := 0.0, 0
		if words[to-1].hyphen {
			natural = hyphen
		}
		for from := to - 1; from >= 0; from-- {
			natural += words[from].width
			gaps += words[from].gaps
			if from < to-1 && words[from].space {
				natural += space
				gaps++
			}
			room := s.Width
			if from == 0 {
				room -= s.Indent
			}
			stretch := (room - natural) / (float64(max(gaps, 1)) * space)
			if stretch < -shrinkLimit-1e-9 || stretch > stretchLimit+1e-9 && to < len(words) {
				continue
			}
			for h := range 3 {
				switch {
				case !reached[from][h]:
				case !words[to-1].hyphen:
					reached[to][0] = true
				case h < 2:
					reached[to][h+1] = true
				}
			}
		}
	}
	return reached[len(words)][0]
}

// At most two lines in a row end in a hyphen, and spaces stay between 80 % and
// 180 % of normal wherever there is a breaking that keeps them there.
func TestHyphenation(t *testing.T) {
	text := strings.Repeat("Для каждой школы по итогам года готовят сводку: какие дети и как учатся, чего они достигли за год, где им нужна помощь учителя и что для этого надо сделать в районе и в самой школе до начала осени, ведь осенью работа начнется заново. ", 6)
	hyphens, kept := 0, 0
	for _, millimetres := range []float64{80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180} {
		row := 0
		can := within(text, Setting{Face: Tinos().Regular, Size: 14, Width: millimetres * 72 / 25.4, Manner: Justified})
		if can {
			kept++
		}
		lines := at14(text, millimetres, Justified)
		for i, line := range lines {
			row++
			if !line.Hyphen {
				row = 0
			} else {
				hyphens++
			}
			if row > 2 {
				t.Errorf("%g mm: three hyphens in a row at line %d", millimetres, i+1)
			}
			if space := 1 + line.Space/Tinos().Regular.Width(" ", 14); can && (space < 0.799 || space > 1.801) {
				t.Errorf("%g mm: spaces of %.0f %% in %q", millimetres, 100*space, line.Text)
			}
		}
	}
	if hyphens == 0 || kept == 0 {
		t.Error("nothing was divided, or nothing can be kept within the limits")
	}
}

// Setting a text loses nothing: the lines, put together, are the words.
func FuzzBreakLosesNothing(f *testing.F) {
	f.Add(preamble, 80.0, 2)
	f.Add("план-график муниципальном/институциональном", 10.0, 0)
	f.Add("а\u00a0б\nв  г", 2.0, 1)
	f.Add("№\u00a026-01-06-697\u00a0г.", 3.0, 2)
	f.Fuzz(func(t *testing.T, text string, width float64, manner int) {
		if !(width > 1 && width < 1000) || len(text) > 2000 || !utf8.ValidString(text) {
			return // the reader of files lets no broken text in
		}
		var joined strings.Builder
		for _, line := range at14(text, width, Manner(uint(manner)%3)) {
			text := line.Text
			if line.Hyphen {
				text = strings.TrimSuffix(text, "-")
			}
			joined.WriteString(text)
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		if got, want := letters(joined.String()), letters(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

// A word of any length takes time by its length: with the square of it, these
// would run for minutes.
func TestEndlessWords(t *testing.T) {
	for name, test := range map[string]struct {
		text   string
		manner Manner
	}{
		"letters":                     {strings.Repeat("ж", 1_000_000), Ragged},
		"bound by no-break spaces":    {strings.Repeat("ж\u00a0", 200_000) + "ж", Ragged},
		"bound, where words divide":   {strings.Repeat("слово\u00a0", 50_000) + "ж", Justified},
		"letters, where words divide": {strings.Repeat("Ж", 250_000), Justified},
	} {
		got := 0
		for _, line := range at14(test.text, 50, test.manner) {
			got += strings.Count(line.Text, "ж") + strings.Count(line.Text, "Ж")
		}
		if want := strings.Count(strings.ToLower(test.text), "ж"); got != want {
			t.Errorf("%s: %d letters, want %d", name, got, want)
		}
	}
}

func TestIsCut(t *testing.T) {
	const width = 35 * 72 / 25.4
	for word, want := range map[string]bool{
		"человеконенавистничество":  true,
		"человеко-ненавистничество": true,
		"учебно-методического":      false,
		"учебно\u00a0методического": false,
		"М.В.\u00a0Дурновцева":      false,
	} {
		if got := IsCut(word, Tinos().Regular, 14, width); got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
}

func TestParseFace(t *testing.T) {
	for name, ttf := range map[string][]byte{
		"empty": nil, "text": []byte("это не шрифт"), "cut": Tinos().Regular.TTF[:1000],
	} {
		if _, err := ParseFace(name, ttf); err == nil || !strings.Contains(err.Error(), "не шрифт TrueType") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A font is judged where it is read, in Russian: damaged, it would fail only when a
// paper is drawn, and the paper would seem to be at fault.
func TestDamagedFont(t *testing.T) {
	for _, tag := range []string{"loca", "glyf", "head", "hhea", "maxp", "cmap"} {
		ttf := slices.Clone(Tinos().Regular.TTF)
		table, err := fontTable(ttf, tag)
		if err != nil {
			t.Fatal(err)
		}
		for i := range table {
			table[i] = 0xFF
		}
		if _, err := ParseFace("own.ttf", ttf); err == nil || err.Error() != "шрифт «own.ttf» повреждён" {
			t.Errorf("%s: %v", tag, err)
		}
	}
	if _, err := ParseFace("Tinos", Tinos().Regular.TTF); err != nil {
		t.Error(err)
	}
}
