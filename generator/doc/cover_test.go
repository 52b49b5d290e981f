package doc

import "testing"

// The title page is the first: what stands before it or a second time is a fault, and
// what is left is the title page without it.
func TestMisplacedCover(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		line, left       int
	}{
		{"twice", "#cover kind ДОКЛАД\n#cover foot 2022\n#cover kind ОТЧЁТ", "строка «#cover kind» уже есть", 3, 2},
		{"after the text", "#cover kind ДОКЛАД\nТекст.\n\n#cover foot 2022", "титульный лист начинает бумагу, а перед «#cover foot» стоит другая строка", 4, 2},
		{"a page turned between", "#cover kind ДОКЛАД\n#page landscape\n#cover foot 2022", "титульный лист начинает бумагу, а перед «#cover foot» стоит другая строка", 3, 2},
		{"after two turns", "#page landscape\n#page portrait\n#cover foot 2022", "титульный лист начинает бумагу, а перед «#cover foot» стоит другая строка", 3, 2},
	} {
		blocks, faults := Parse(test.text)
		if len(faults) != 1 || len(blocks) != test.left {
			t.Errorf("%s: %d blocks, faults %+v", test.name, len(blocks), faults)
			continue
		}
		if f := faults[0]; f.Text != test.want || f.Line != test.line || f.Hint == "" || f.Role != "cover" {
			t.Errorf("%s:\n got %+v\nwant %s at line %d", test.name, f, test.want, test.line)
		}
	}
	if _, faults := Parse("#cover kand ДОКЛАД\n#cover foot 2022"); len(faults) != 1 {
		t.Errorf("a fault makes another: %+v", faults)
	}
}

// Lines of a title page stand one under another; the text is apart from them.
func TestFormatCover(t *testing.T) {
	const text = "#cover kind ДОКЛАД\n#cover foot г. Примерск | 2022\n\nТекст\n"
	blocks, _ := Parse(text)
	if got := Format(blocks); got != text {
		t.Errorf("got %q", got)
	}
}
