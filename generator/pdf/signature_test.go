package pdf

import (
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// signatureOf lays out a signature alone and gives the lines of the post and of
// the name, whose first words are known.
func signatureOf(t *testing.T, p *layout.Profile, post, name string) (posts, names []Text) {
	t.Helper()
	d := document(t, "Текст.")
	d.Blocks = append(d.Blocks, doc.Block{Role: doc.Signature, Parts: []string{post, name}, Key: "signatory[1]"})
	pages, problems := Layout(d, Options{Profile: p})
	if len(pages) != 1 || len(problems) > 0 {
		t.Fatalf("%d pages, %v", len(pages), problems)
	}
	texts := pages[0].Texts[1:]
	for i, item := range texts {
		if strings.HasPrefix(item.Text, "А.Б.") {
			return texts[:i], texts[i:]
		}
	}
	t.Fatalf("no name in %v", texts)
	return nil, nil
}

const longPost = "Исполняющий обязанности директора казенного учреждения «Центр бухгалтерского и хозяйственного обслуживания»"

// A name stands level with the last line of the post, or under it where the post
// would be a column of single words; always with room for the hand.
func TestSignature(t *testing.T) {
	const left, right = 30 * mm, (210 - 10) * mm
	face := typeset.Tinos().Regular
	for _, test := range []struct {
		what, post, name string
		under            bool
	}{
		{"both short", "Начальник", "А.Б.\u00a0Примерова", false},
		{"a long name beside a short post", "Директор", "А.Б.\u00a0Краесогласователь-Длиннофамильская", false},
		{"a long post", longPost, "А.Б.\u00a0Примерова", false},
		{"both long", longPost, "А.Б.\u00a0Краесогласователь-Длиннофамильская", true},
		{"a word wider than the lines of posts", "Заведующий " + strings.Repeat("гидро", 6) + "кабинетом", "А.Б.\u00a0Ли", false},
		{"such a word and a long name", "Заведующий " + strings.Repeat("гидро", 6) + "кабинетом", "А.Б.\u00a0Краесогласователь", true},
		{"a name of two lines", longPost, "А.Б.\u00a0" + strings.Repeat("Краесогласователь-", 4) + "Ли", true},
	} {
		posts, names := signatureOf(t, gost2025(t), test.post, test.name)
		last := posts[len(posts)-1]
		if under := names[0].Y > last.Y; under != test.under {
			t.Errorf("%s: under the post: %v", test.what, under)
		}
		for _, line := range posts {
			near(t, test.what+", post", line.X, left)
			if end := line.X + face.Width(line.Text, 14); !test.under && names[0].X-end < 35*mm-0.01 {
				t.Errorf("%s: %.1f mm for the hand", test.what, (names[0].X-end)/mm)
			}
		}
		for _, line := range names {
			near(t, test.what+", end of the name", line.X+face.Width(line.Text, 14), right)
			if line.X-left < 35*mm-0.01 {
				t.Errorf("%s: %.1f mm left of the name", test.what, (line.X-left)/mm)
			}
		}
		if test.under {
			near(t, test.what+", line of the name", names[0].Y-last.Y, 14*face.LineHeight)
		}
	}
}

// The post stands flush left or centred on its longest line (layout rules, 1.9).
func TestSignatureCentred(t *testing.T) {
	p := gost2025(t)
	p.Signature.Align = layout.Centre
	posts, _ := signatureOf(t, p, "Заместитель начальника Управления,\nначальник отдела", "А.Б. Ли")
	face := typeset.Tinos().Regular
	near(t, "longest", posts[0].X, 30*mm)
	near(t, "middle", posts[1].X+face.Width(posts[1].Text, 14)/2, 30*mm+face.Width(posts[0].Text, 14)/2)
}

// A word wider than the page is cut; the warning tells whose signature it is.
func TestSignatureCut(t *testing.T) {
	d := document(t, "Текст.")
	d.Blocks = append(d.Blocks, doc.Block{Role: doc.Signature, Key: "signatory[1]",
		Parts: []string{strings.Repeat("гидро", 30), "А.Б. " + strings.Repeat("Ли", 70)}})
	_, problems := Layout(d, Options{Profile: gost2025(t)})
	if len(problems) != 2 {
		t.Fatalf("%v", problems)
	}
	for _, p := range problems {
		if p.Code != "TXT-WORD" || p.Key != "signatory[1]" || !strings.Contains(p.Path, "А.Б. Ли") || !strings.Contains(p.Hint, "должность") {
			t.Errorf("got %+v", p)
		}
	}
}
