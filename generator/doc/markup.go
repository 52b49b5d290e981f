package doc

// The markup that templates produce. The rules are:
//
//   - a line is a block; empty lines do not count;
//   - a line that begins with # is "#role label part | part"; which roles take
//     a label, and how many parts, is in the table of roles;
//   - any other line is a paragraph;
//   - a backslash takes the meaning from the character after it: \# \| \\ \{ \},
//     and \n is a line break wanted by the author;
//   - inside a text stand links, notes and references: inline.go, refs.go.
//
// It is to stay this small: what needs a condition or a loop belongs into the
// template, what needs a look belongs into the layout profile.

import (
	"fmt"
	"slices"
	"strings"
)

// Fault is a mistake in the markup, with its line from 1.
type Fault struct {
	Line int
	Role string // as written, where the role is the mistake
	Text string
	Hint string
	Near string // the markup from the mistake on, where it stands inside a text
}

// Parse reads the markup. All faults are found in one pass; a line with a fault
// gives no block.
func Parse(text string) ([]Block, []Fault) {
	var blocks []Block
	var faults []Fault
	named := map[string]bool{} // headings
	for i, line := range strings.Split(text, "\n") {
		line = trim(line)
		if line == "" {
			continue
		}
		block, fault := parseLine(line)
		if fault == nil && block.Name != "" && named[block.Name] {
			fault = &Fault{Role: string(block.Role), Text: fmt.Sprintf("имя «%s» уже есть у другого заголовка", block.Name),
				Hint: "назовите этот заголовок иначе"}
		}
		if fault == nil {
			fault = block.misplaced(blocks)
		}
		if fault != nil {
			fault.Line = i + 1
			faults = append(faults, *fault)
			continue
		}
		named[block.Name] = true
		numberRefs(block.Spans, i+1)
		blocks = append(blocks, block)
	}
	return blocks, faults
}

func parseLine(line string) (Block, *Fault) {
	if !strings.HasPrefix(line, "#") {
		block := Block{}
		fault := readParts(&block, []string{line})
		return block, fault
	}
	word, rest, _ := strings.Cut(line[1:], " ")
	role := Role(word)
	rule, known := rules[role]
	if word == "" {
		return Block{}, &Fault{Text: "после # нет слова, которое называет вид строки",
			Hint: "пишите его вплотную к знаку: «#title»; бывают: " + strings.Join(roleWords(), ", ")}
	}
	if !known {
		return Block{}, &Fault{Role: word,
			Text: fmt.Sprintf("неизвестный вид строки «#%s»", word),
			Hint: "бывают: " + strings.Join(roleWords(), ", ")}
	}
	block := Block{Role: role}
	if rule.label {
		rest = trim(rest)
		block.Label, rest, _ = strings.Cut(rest, " ")
		block.Label = unescape(block.Label)
		if block.Label == "" {
			return Block{}, &Fault{Role: word, Text: fmt.Sprintf("после «#%s» нужно слово", word), Hint: labelHint(rule)}
		}
		if rule.labels != nil && !slices.Contains(rule.labels, block.Label) {
			return Block{}, &Fault{Role: word, Text: fmt.Sprintf("после «#%s» не может стоять «%s»", word, block.Label), Hint: labelHint(rule)}
		}
	}
	if rest = trim(rest); rest != "" || rule.min > 1 {
		if fault := readParts(&block, splitParts(rest)); fault != nil {
			return Block{}, fault
		}
	}
	if n := len(block.Parts); n < rule.min || n > rule.max {
		return Block{}, &Fault{Role: word,
			Text: fmt.Sprintf("«#%s»: частей текста %d, а нужно %s", word, n, span(rule.min, rule.max)),
			Hint: "части разделяет знак |"}
	}
	return block.named()
}

// named takes the name of a heading from its parts.
func (b Block) named() (Block, *Fault) {
	if b.Role != Heading || len(b.Parts) < 2 {
		return b, nil
	}
	if len(b.SpansOf(1)) > 0 {
		return Block{}, &Fault{Role: string(b.Role), Text: "в имени заголовка не может быть ссылки", Hint: "имя – простое слово"}
	}
	if b.Name, b.Parts = b.Parts[1], b.Parts[:1]; b.Name == "" {
		return Block{}, &Fault{Role: string(b.Role), Text: "после | нет имени заголовка", Hint: "напишите имя или удалите знак |"}
	}
	return b, nil
}

// Format writes blocks as markup; Parse reads them back the same.
func Format(blocks []Block) string {
	var b strings.Builder
	for i, block := range blocks {
		if i > 0 && !(block.isOfRow() && blocks[i-1].Role == block.Role) {
			b.WriteByte('\n')
		}
		if block.Role != Paragraph {
			b.WriteString("#" + string(block.Role))
			if block.Label != "" {
				b.WriteString(" " + strings.ReplaceAll(Escape(block.Label), " ", "\u00a0"))
			}
			if len(block.Parts) > 0 {
				b.WriteByte(' ')
			}
		}
		for j, part := range block.Parts {
			if j > 0 {
				b.WriteString(" | ")
			}
			written := formatSpans(part, block.SpansOf(j))
			if block.Role == Paragraph && !strings.HasPrefix(part, "#") {
				written = strings.ReplaceAll(written, `\#`, "#")
			}
			b.WriteString(written)
		}
		if block.Name != "" {
			b.WriteString(" | " + Escape(block.Name))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// isOfRow reports blocks that are written one under another, without empty lines.
func (b Block) isOfRow() bool { return b.Role == Clause || b.Role == Item || b.Role == Cover }

var escaper = strings.NewReplacer(`\`, `\\`, "#", `\#`, "|", `\|`, "{", `\{`, "}", `\}`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\t", " ")

// Escape makes any text stand for itself in the markup.
func Escape(s string) string { return escaper.Replace(s) }

// splitParts cuts at each | outside braces that no backslash precedes.
func splitParts(s string) []string {
	var parts []string
	start, depth := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		case '|':
			if depth <= 0 {
				parts = append(parts, s[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, s[start:])
}

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if s[i] == 'n' {
			b.WriteByte('\n')
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// trim drops ordinary spaces only: a no-break space was put there on purpose.
func trim(s string) string { return strings.Trim(s, blanks) }

const blanks = " \t\r"

func roleWords() []string {
	var words []string
	for role := range rules {
		words = append(words, "#"+string(role))
	}
	slices.Sort(words)
	return words
}

func labelHint(r rule) string {
	if r.labels != nil {
		return "бывают: " + strings.Join(r.labels, ", ")
	}
	return "например, номер пункта, имя таблицы или рисунка"
}

func span(min, max int) string {
	if min == max {
		return fmt.Sprint(min)
	}
	return fmt.Sprintf("от %d до %d", min, max)
}
