package source

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/diag"
)

// oneFile is a folder with one file, f.toml.
func oneFile(text string) fstest.MapFS { return fstest.MapFS{"f.toml": {Data: []byte(text)}} }

// tomlExample is one block of a file under testdata/toml: a text and its messages.
type tomlExample struct{ name, text, want string }

// tomlExamples reads blocks of the form
//
//	=== name
//	text
//	--- expected messages
//	line:column: message
func tomlExamples(t *testing.T, file string) (all []tomlExample) {
	t.Helper()
	raw, err := os.ReadFile("testdata/toml/" + file)
	if err != nil {
		t.Fatal(err)
	}
	signs := strings.NewReplacer("<CR>", "\r", "<01>", "\x01", "<02>", "\x02", "<03>", "\x03", "<7F>", "\x7f",
		"<END>\n", "", "DEEP", strings.Repeat("[", maxDepth+1)+strings.Repeat("]", maxDepth+1))
	for _, block := range strings.Split(string(raw), "\n=== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		text, want, _ := strings.Cut(rest, "---\n")
		text = strings.TrimSuffix(text, "\n")
		if !strings.Contains(block, "---\n") {
			text += "\n"
		}
		all = append(all, tomlExample{name, signs.Replace(text + "\n"), strings.TrimSpace(want)})
	}
	return all
}

// tomlSaid is the list as the author reads it, without the name of the file.
func tomlSaid(l diag.List) string {
	var lines []string
	for _, p := range l {
		place := strings.TrimPrefix(strings.TrimPrefix(p.Place(), "f.toml"), ":")
		lines = append(lines, strings.TrimPrefix(strings.Replace(p.String(), p.Place()+": ошибка", place, 1), ": "))
	}
	return strings.Join(lines, "\n")
}
