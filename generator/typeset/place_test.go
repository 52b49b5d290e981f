package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// collapse makes one space of several, as a line does.
func collapse(text string) string {
	return strings.Join(strings.FieldsFunc(text, isBreakingSpace), " ")
}

// Every line says which part of the source it holds: the parts follow each other,
// and between them there are only spaces.
func TestLinesKnowTheirSource(t *testing.T) {
	words := []string{"образовательных", "организаций", "№\u00a0109", "и", "план-график", "2021–2024\u00a0гг.", "\n", "  ", " ",
		"https://example.ru/a-b/c", "муниципального\u00a0округа\u00a0в\u00a0целях", "Неразделимоеоченьдлинноеслово", "«сад/школа»", "½\xff-"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for range random.IntN(20) {
			b.WriteString(words[random.IntN(len(words))])
			if random.IntN(4) > 0 {
				b.WriteByte(' ')
			}
		}
		text, source := b.String(), []rune(b.String())
		s := Setting{Face: Tinos().Regular, Size: 14, Width: 60 + 300*random.Float64(), Manner: Manner(random.IntN(3))}
		s.Indent = 30 * random.Float64()
		end := 0
		for i, line := range Break(text, s) {
			if between := string(source[end:line.From]); strings.Trim(between, " \n\u00a0") != "" {
				t.Fatalf("%q, line %d: %q stands on no line", text, i, between)
			}
			end = line.To
			shown := line.Text
			if line.Hyphen {
				shown = strings.TrimSuffix(shown, "-")
			}
			held := collapse(strings.ToValidUTF8(string(source[line.From:line.To]), "\ufffd"))
			plain := strings.NewReplacer("\u00a0", " ", "\xff", "\ufffd")
			if plain.Replace(held) != plain.Replace(shown) {
				t.Fatalf("%q, line %d: holds %q, shows %q", text, i, held, shown)
			}
			from := line.From + random.IntN(line.To-line.From)
			if start, stop := line.Part(source, from, from+1); source[from] != ' ' && source[from] != '\ufffd' &&
				plain.Replace(line.Text[start:stop]) != plain.Replace(string(source[from])) {
				t.Fatalf("%q, line %d: rune %d is %q, found %q", text, i, from, source[from], line.Text[start:stop])
			}
		}
		if rest := strings.Trim(string(source[end:]), " \n"); rest != "" {
			t.Fatalf("%q: %q stands on no line", text, rest)
		}
	}
}

// An address goes on after a slash or a hyphen, without a hyphen of ours.
func TestAddressBreaks(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.ru/docs/plan-2026.pdf": "https://example.ru/|docs/|plan-|2026.pdf",
		"https://пермь-сады.рф/":                "https://пермь-|сады.рф/",
		"(http://a.ru//b/).":                    "(http://a.ru//|b/).",
	} {
		if got := strings.Join(breakInside(text), "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		narrow := Setting{Face: Tinos().Regular, Size: 14, Width: 80, Manner: Justified}
		for _, line := range Break(text, narrow) {
			if line.Hyphen {
				t.Errorf("%s has a hyphen more: %s", text, line.Text)
			}
		}
	}
}
