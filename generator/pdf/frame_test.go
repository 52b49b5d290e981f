package pdf

import (
	"strings"
	"testing"

	"doklad/generator/pdf/pdfa"
	"doklad/generator/sample"
	"doklad/generator/typeset"
)

const stamp = sample.Stamp

// rect is what something takes on a page.
type rect struct{ left, top, right, bottom float64 }

func (r rect) touches(o rect) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

func textRect(item Text) rect {
	face := typeset.Tinos().Face(item.Bold)
	return rect{item.X, item.Y - item.Size*face.Ascent, item.X + face.Width(item.Text, item.Size), item.Y + item.Size*face.Descent}
}

func drawnRect(d Drawing) rect { return rect{d.X, d.Y, d.X + d.Width, d.Y + d.Height} }

// The frame stands between post and name, over nothing, on their page, with its
// words inside; the name is level with the last line of the post (layout rules,
// 1.8).
func TestFrameAtTheSignature(t *testing.T) {
	for _, test := range []struct {
		what, post, name string
		beside           bool
	}{
		{"short", "Директор", "М.В. Ли", true},
		{"a post of several lines", "Заместитель начальника Управления муниципальными учреждениями, начальник отдела образования", "М.В. Примерова", true},
		{"a long name", longPost, "А.Б. Краесогласователь-Длиннофамильская", false},
		{"a name as wide as the page", longPost, "А.Б. " + strings.Repeat("Краесогласователь-", 3) + "Ли", false},
	} {
		pages := lay(t, "Текст.\n#signature "+test.post+" | "+test.name+stamp+"\nПосле.")
		if len(pages) != 1 || len(pages[0].Drawings) != 1 {
			t.Fatalf("%s: %d pages", test.what, len(pages))
		}
		page := pages[0]
		frame := drawnRect(page.Drawings[0])
		var posts, names []Text
		inside := 0
		for _, item := range page.Texts {
			r := textRect(item)
			switch {
			case item.Size == 8:
				inside++
				if r.left < frame.left+1.9*mm || r.right > frame.right-1.9*mm || r.top < frame.top+1.9*mm || r.bottom > frame.bottom-1.9*mm {
					t.Errorf("%s: «%s» leaves the frame", test.what, item.Text)
				}
				continue
			case strings.HasPrefix(item.Text, "А.Б.") || strings.HasPrefix(item.Text, "М.В."):
				names = append(names, item)
			case len(names) == 0 && item.Text != "Текст.":
				posts = append(posts, item)
			}
			if r.touches(frame) {
				t.Errorf("%s: the frame touches «%s»", test.what, item.Text)
			}
		}
		if inside != 5 { // the heading takes two lines
			t.Errorf("%s: %d lines in the frame", test.what, inside)
		}
		last := posts[len(posts)-1]
		if beside := frame.top < last.Y; beside != test.beside {
			t.Errorf("%s: beside the post: %v", test.what, beside)
		}
		if test.beside {
			near(t, test.what+", line of the name", names[0].Y, last.Y)
			if frame.right > names[0].X-3.9*mm {
				t.Errorf("%s: the frame comes near the name", test.what)
			}
		}
		near(t, test.what+", end of the name", textRect(names[0]).right, 200*mm)
	}
}

// The words of the frame are read after the signature, in a section of their own;
// the border is not read.
func TestFrameIsRead(t *testing.T) {
	d := document(t, "Текст.\n#signature Директор | М.В. Ли"+stamp)
	c := newComposer(d, Options{Profile: gost2025(t)}.withDefaults())
	var page Page
	c.run(func(p Page) { page = p })
	if page.Drawings[0].Of != pdfa.Artifact {
		t.Error("the border is read")
	}
	var order []string
	for _, item := range page.Texts {
		order = append(order, item.Text)
		if inFrame := c.tree.Kind(c.tree.Parent(item.Of)) == pdfa.Section; inFrame != (item.Size == 8) {
			t.Errorf("«%s» in a section: %v", item.Text, inFrame)
		}
	}
	want := "Текст.|Директор|М.В. Ли|ДОКУМЕНТ ПОДПИСАН|ЭЛЕКТРОННОЙ ПОДПИСЬЮ|Сертификат: 33A4F000EBB2A1B049C0AFB0B78B2518|Владелец: Тестов Тест Тестович|Действителен с 30.05.2025 по 30.08.2026"
	if got := strings.Join(order, "|"); got != want {
		t.Errorf("read as %s", got)
	}
}

// A frame is never divided, nor parted from its signature and two lines of text.
func TestFrameIsNeverDivided(t *testing.T) {
	for lines := range 50 {
		pages := lay(t, strings.Repeat("Строка.\n", lines)+"Первый.\nВторой.\n#signature Директор | М.В. Ли"+stamp)
		page := pages[len(pages)-1]
		small := 0
		for _, item := range page.Texts {
			if item.Size == 8 {
				small++
			}
		}
		if frame := drawnRect(page.Drawings[0]); small != 5 || frame.bottom > page.Height-20*mm+0.1 {
			t.Errorf("%d lines: %d lines in the frame, which ends at %.1f mm", lines, small, frame.bottom/mm)
		}
		if page.Texts[len(page.Texts)-9].Text != "Первый." && lines > 0 {
			if text := Dump([]Page{page}); !strings.Contains(text, "Первый.") {
				t.Errorf("%d lines: the signature has lost its text\n%s", lines, text)
			}
		}
	}
}

// Two signatures have a frame each; a frame after other text stands in the middle.
func TestFrames(t *testing.T) {
	page := lay(t, "#signature Директор | М.В. Ли"+stamp+"\n#signature Бухгалтер | А.Б. Примерова"+stamp+"\n#frame ВЕРНО")[0]
	if len(page.Drawings) != 3 {
		t.Fatalf("%d frames", len(page.Drawings))
	}
	for i, d := range page.Drawings[:2] {
		if drawnRect(d).touches(drawnRect(page.Drawings[i+1])) {
			t.Errorf("frame %d touches the next", i+1)
		}
	}
	alone := page.Drawings[2]
	near(t, "middle", alone.X+alone.Width/2, 115*mm)
}
