package source

import (
	"fmt"
	"strings"
	"testing"

	"doklad/generator/diag"

	"github.com/BurntSushi/toml"
)

// anything reads a text without a struct to fit; nil if it is refused.
func anything(text string) *File {
	var into struct{}
	file, _ := Read(oneFile(text), "f.toml", &into)
	return file
}

func TestLocate(t *testing.T) {
	const text = `# Пояснение
title = "О мерах" # «срок»
full.genitive = 'управления'
"имя с. точкой" = 5
aliases = [ # список
  "РОНО", "",
  '''
Первая
вторая''',
]
long = """
Утвердить \
   план:\t\u0410\"б\" \\
  конец"""
[[clause]]
text = "раз"
[[clause]]
executor = [{ post = "глава" }, { post = 5 }]
  [[clause.clause]]
  text = "дважды"
[roadmap.section]
date = 2021-06-25
`
	for _, c := range []struct {
		key    string
		offset int
		want   string
	}{
		{"title", 0, "2:10"}, // the first character inside the quotes
		{"title", 2, "2:12"},
		{"title", 7, "2:17"},  // past the end: the closing quote
		{"title", 99, "2:17"}, //
		{"full", 0, "3:1"},    // a table that only dotted keys make
		{"full.genitive", 1, "3:19"},
		{`"имя с. точкой"`, 0, "4:19"},
		{"aliases", 0, "5:11"},
		{"aliases[1]", 0, "6:4"},
		{"aliases[2]", 5, "6:11"}, // empty: the opening quote
		{"aliases[3]", 0, "8:1"},  // the newline after ''' is not in the value
		{"aliases[3]", 7, "9:1"},
		{"aliases[4]", 0, "5:11"},
		{"aliases[0]", 0, "5:11"},
		{"aliases[x]", 0, "5:11"},
		{"long", 0, "12:1"},
		{"long", 10, "13:4"},  // after the backslash at the end of the line
		{"long", 15, "13:9"},  // \t
		{"long", 16, "13:11"}, // \u0410
		{"long", 17, "13:17"},
		{"long", 18, "13:19"},
		{"long", 21, "13:23"}, // \\
		{"long", 22, "13:25"}, // the newline
		{"long", 23, "14:1"},
		{"clause", 0, "15:1"},
		{"clause[1]", 0, "15:1"},
		{"clause[1].text", 0, "16:9"},
		{"clause[1].executor", 3, "15:1"}, // missing: the place of clause[1]
		{"clause[2]", 0, "17:1"},
		{"clause[2].executor[1]", 0, "18:13"},
		{"clause[2].executor[1].post", 1, "18:24"},
		{"clause[2].executor[2].post", 1, "18:42"},
		{"clause[2].clause[1]", 0, "19:3"},
		{"clause[2].clause[1].text", 0, "20:11"},
		{"clause[3].text", 0, "15:1"},
		{"roadmap", 0, "21:1"},
		{"roadmap.section", 0, "21:1"},
		{"roadmap.section.date", 0, "22:8"},
		{"roadmap.name", 0, "21:1"},
		{"nothing.at.all", 0, "1:1"},
		{"title.deeper", 1, "2:9"},
	} {
		for _, ending := range []string{"\n", "\r\n"} {
			file := anything(strings.ReplaceAll(text, "\n", ending))
			p := diag.Errorf(c.key, "x")
			p.Offset = c.offset
			p = file.Locate(diag.List{p})[0]
			if got := fmt.Sprintf("%d:%d", p.Line, p.Column); got != c.want || p.File != "f.toml" {
				t.Errorf("%s+%d with %q: got %s:%s, want %s", c.key, c.offset, ending, p.File, got, c.want)
			}
		}
	}
}

func TestLocateLeaves(t *testing.T) {
	file := anything("title = 5")
	l := diag.List{{Text: "no key"}, {Key: "title", File: "other.toml"}, {Key: "title", Line: 7, Column: 7}}
	want := fmt.Sprint(l)
	if got := fmt.Sprint(file.Locate(l)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := fmt.Sprint((*File)(nil).Locate(l)); got != want {
		t.Errorf("nil file: got %s, want %s", got, want)
	}
}

func TestHasAndStrings(t *testing.T) {
	file := anything("[b]\nx = ['один', [\"два\"], 3, {\"y.z\" = '''три'''}]\n[[a.c]]\n\"[\" = ''\n[b.\"[1]\"]\nд = 1\n")
	if file != nil {
		t.Fatal("a bare Russian key was accepted")
	}
	file = anything("[b]\nx = ['один', [\"два\"], 3, {\"y.z\" = '''три'''}]\n[[a.c]]\n\"[\" = ''\n[b.\"[1]\"]\n\"д\" = 1\n")
	var got []string
	for key, value := range file.Strings() {
		got = append(got, key+"="+value)
	}
	want := `b.x[1]=один b.x[2][1]=два b.x[4]."y.z"=три a.c[1]."["=`
	if strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for key, want := range map[string]bool{"b": true, "b.x": true, "b.x[2][1]": true, "b.x[2][2]": false, "a.c[1]": true,
		`a.c[1]."["`: true, `b."[1]".д`: true, "b[1]": false, "c": false, "": false, "b.": false, "b.x[": false, "b.x[1": false} {
		if file.Has(key) != want {
			t.Errorf("Has(%s) is %v", key, !want)
		}
	}
	for range file.Strings() {
		break
	}
	var none *File
	for range none.Strings() {
		t.Error("a nil file has strings")
	}
	if none.Has("b") {
		t.Error("a nil file has keys")
	}
}

// Each way in which the index may go wrong is noticed.
func TestProve(t *testing.T) {
	const text = "a = \"1\"\n[[b]]\nc = [1, 2]\n"
	for name, spoil := range map[string]func(x *keyIndex) *keyIndex{
		"a key less":     func(x *keyIndex) *keyIndex { x.written = x.written[:2]; return x },
		"a key more":     func(x *keyIndex) *keyIndex { x.written = append(x.written, x.written[0]); return x },
		"another key":    func(x *keyIndex) *keyIndex { x.written[0].name = "z"; return x },
		"another string": func(x *keyIndex) *keyIndex { x.strings[0].text = "2"; return x },
		"another kind":   func(x *keyIndex) *keyIndex { x.strings[0].kind = kindScalar; return x },
		"another parent": func(x *keyIndex) *keyIndex { x.written[2].parent = x.root; return x },
		"an element less": func(x *keyIndex) *keyIndex {
			c := x.written[2]
			c.children = c.children[:1]
			return x
		},
	} {
		t.Run(name, func(t *testing.T) {
			file := newFile("f.toml", text)
			keys, _ := scan(text)
			file.keys = spoil(keys)
			var decoded map[string]any
			md, err := toml.Decode(text, &decoded)
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if r := fmt.Sprint(recover()); !strings.HasPrefix(r, "source: f.toml: the index and the decoder differ at the key ") {
					t.Error(r)
				}
			}()
			file.prove(md.Keys(), decoded)
		})
	}
}

// FuzzIndex: whatever the decoder accepts, the index agrees (read panics if not),
// and every key and every character of every string has a place in the text.
func FuzzIndex(f *testing.F) {
	for _, text := range nasty {
		f.Add(text)
	}
	f.Fuzz(checkIndex)
}

// tokens make texts that random bytes would hardly reach; an empty one is a space.
var tokens = strings.Split(`a b c.d "" 'e' "f.g" = = = = . , , [ ] [[ ]] { } " ' """ ''' \\ \" \u0410 \n # 1 -2.5 true 2021-06-25 07:30 `+
	"я \U0001F600 \n \n \n  [a] [b] [a.b] [[a]] [[a.b]] [a.b.c] a=1 b=2 a.b=1 a={ b=[ ={} =[] ='x' \"y\"", " ")

// FuzzIndexTokens is FuzzIndex where a byte stands for a token.
func FuzzIndexTokens(f *testing.F) {
	f.Add([]byte("\x00\x06\x20\x2b"))
	f.Fuzz(func(t *testing.T, choice []byte) {
		var text strings.Builder
		for _, c := range choice {
			if token := tokens[int(c)%len(tokens)]; token == "" {
				text.WriteByte(' ')
			} else {
				text.WriteString(token)
			}
		}
		checkIndex(t, text.String())
	})
}

func checkIndex(t *testing.T, text string) {
	var into struct {
		A any            `toml:"a"`
		B []string       `toml:"b"`
		C []struct{}     `toml:"c"`
		D map[string]int `toml:"d"`
	}
	file, l := Read(oneFile(text), "f.toml", &into)
	lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
	for _, p := range l {
		if p.Line != 0 || file != nil {
			within(t, lines, p)
		}
	}
	var inside []diag.Problem
	for key, value := range file.Strings() {
		if !file.Has(key) {
			t.Errorf("no key %s", key)
		}
		for i := range len([]rune(value)) + 2 {
			p := diag.Errorf(key, "x")
			p.Offset = i
			inside = append(inside, p)
		}
	}
	for _, p := range file.Locate(inside) {
		within(t, lines, p)
	}
}

func within(t *testing.T, lines []string, p diag.Problem) {
	if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len([]rune(lines[p.Line-1]))+1 {
		t.Errorf("%v is outside of the text", p)
	}
}

var nasty = []string{
	"", "\ufeffa = 1\r\n", "a.b.c = 1\na.d = 2\n[a.e]\n[a.f.g]\n[a.f]\n",
	"[[a]]\n[a.b]\nc = 1\n[[a.b.d]]\n[[a]]\n[[a.b]]\n[[a.b.c]]\n",
	"a = [[1, 2,], [ # comment ]\n [ { b = [ { c = 'd' } ] } ], ], ]", "a = {b.c = 1, b.d = {}, \n # x\n e = [ ], }",
	`a = """""", b""` + "\n", `a = """"b"""""`, `a = """\"""" # """`, "a = '''''b'''''", "a = '''\n\n'''", "a = \"\"\"\\\n\n  \\\n b\\\\\n\"\"\"",
	"a = \"\"\"\n\r\n\\  \r\n  \u00a0x\"\"\"", `a = "\u0041\U0001F600\x41\e\b\\"`, "a = '\\'\nb = ''", `"a.b".'c"d'."\u0041" . e = 1`,
	"\"\" = 1\n['']\n\"\" = {\"\" = [{\"\" = 1}]}", "[ a . b ]\n[[ a . c ]]", "a = 1979-05-27 07:32:00 # x\nb = [1979-05-27 07:32:00Z , 07:32]",
	"a = +inf\nb = -nan\nc = 0xdead_beef\nd = 1e-5", "a = [\"#\", '#', # ]\n\"]\"]", "true = false\n1.2 = 3\n-_ = 1", "a = {b = {c = {d = 1}}}\n[e]\na = {b = 1}",
	"a.b = 1\n[a]\nc = 1", "a.b.c = 1\na.b = 2", "a = [{b = 1}]\n[[a]]", "[a]\n[a]", "a = \"\U0001F600\ufffe\"", "a = \"\u0001", "a = [1,", "a = {", "[[a]\n", "a = \"\"\"\n",
	"a=1\n\n[ \"ключ\" ]\n\t\"б\" = \"в\" # г", "a = \"\\uD800\"", "a = 25.06.2021", "a = \xff", "a = \"b\" c", "a = {b = 1}\n[a.c]", "[a.b]\n[[a]]", "a = [{}, {b = 1}, {b = 2}]", "a = {b = [1, {c = 2}], d = 3}",
}

// BenchmarkRead reads a large register.
func BenchmarkRead(b *testing.B) {
	type entry struct {
		ID   string   `toml:"id"`
		Text string   `toml:"text"`
		Also []string `toml:"also"`
		N    int      `toml:"n"`
	}
	var text strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&text, "[[entry]]\nid = \"%d\"\ntext = \"%s\"\nalso = [\"один\", \"два\"]\nn = %d\n\n", i, strings.Repeat("слово ", 20), i)
	}
	fsys := oneFile(text.String())
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		var into struct {
			Entries []entry `toml:"entry"`
		}
		if _, l := Read(fsys, "f.toml", &into); l != nil || len(into.Entries) != 10_000 {
			b.Fatal(l)
		}
	}
}

func BenchmarkLocate(b *testing.B) {
	file := anything(strings.Repeat("[[entry]]\nid = \"слово\"\n", 10_000))
	for b.Loop() {
		p := diag.Errorf("entry[9999].id", "x")
		p.Offset = 3
		file.Locate(diag.List{p})
	}
}
