package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/model"
)

// commonAbbreviations need no introduction.
var commonAbbreviations = wordSet("РФ СССР РСФСР США ООН ФЗ ГОСТ ФГОС ЕГЭ ОГЭ СНИЛС ИНН КПП ОГРН ФИО ЭП")

// legalForms, and the kinds of schools, stand before the names of institutions and are never
// spelled out there.
var legalForms = wordSet(`МБОУ МБДОУ МАОУ МАДОУ МКОУ МКДОУ МОУ МДОУ ГБОУ ГАОУ ГКОУ ГБПОУ ФГБОУ
	МБУ МАУ МКУ МБУДО МАУДО МУП ГУП ГАУ ГБУ ООО АО ИП НКО ДПО СОШ ООШ НОШ`)

// expansions of the trade serve for hints, and for drafts that the program writes.
var expansions = map[string]string{
	"ГО":      "городской округ",
	"ДОО":     "дошкольные образовательные организации",
	"ОО":      "образовательные организации",
	"ФГОС ДО": "федеральный государственный образовательный стандарт дошкольного образования",
	"ФОП ДО":  "федеральная образовательная программа дошкольного образования",
	"ВПР":     "всероссийские проверочные работы",
	"НИКО":    "национальные исследования качества образования",
	"РСОКО":   "региональная система оценки качества образования",
	"ВСОКО":   "внутренняя система оценки качества образования",
	"МКДО":    "мониторинг качества дошкольного образования",
}

// longestAbbreviation parts abbreviations from words in capitals: «УТВЕРЖДЕН».
const longestAbbreviation = 7

// introduction is what stands before an abbreviation that is being introduced: «(»
// after its full name, or «(далее – ».
var introduction = regexp.MustCompile(`[\p{L}»"]\s*\((?:далее\s*[–—-]\s*(?:также\s+|именуется\s+)?)?[«"]?$`)

// abbreviations tells each abbreviation once, at its first use, unless it is
// introduced there or before.
func abbreviations(p *paper) {
	known := knownAbbreviations(p)
	p.firstUses(known, func(t *text, abbreviation word, before string) {
		if introduction.MatchString(before) {
			wrongExpansion(p, t, abbreviation, before)
			return
		}
		p.tell("ABBR-UNDEF", t.at(abbreviation.start), spelledOut(abbreviation.text, known), "сокращение «%s» не введено", abbreviation.text)
	})
}

// firstUses calls back for each abbreviation that needs an introduction, where it is used
// first, with what stands before it.
func (p *paper) firstUses(known map[string]string, use func(t *text, abbreviation word, before string)) {
	seen := map[string]bool{}
	for i := range p.texts {
		t := &p.texts[i]
		if !t.has(twoCapitals) || t.part == fullName {
			continue
		}
		for _, run := range capitalRuns(t.words) {
			for _, abbreviation := range splitRun(run, known) {
				name := abbreviation.text
				if seen[name] || commonAbbreviations[name] || legalForms[name] {
					continue
				}
				seen[name] = true
				use(t, abbreviation, t.words[max(0, abbreviation.start-400):abbreviation.start])
			}
		}
	}
}

// Abbreviation is one with its full words («сокращение»).
type Abbreviation struct{ Name, Full string }

// Undefined are the abbreviations that an order does not introduce and that all of the
// trade read alike, so that a draft can introduce them.
func Undefined(o *model.Order, d *model.Directory) (list []Abbreviation) {
	p := newPaper(o, d)
	p.firstUses(knownAbbreviations(p), func(_ *text, abbreviation word, before string) {
		if full := expansions[abbreviation.text]; full != "" && !introduction.MatchString(before) {
			list = append(list, Abbreviation{abbreviation.text, full})
		}
	})
	return list
}

// knownAbbreviations gives the full names of those in the directory.
func knownAbbreviations(p *paper) map[string]string {
	known := map[string]string{}
	add := func(full string, names ...string) {
		for _, name := range names {
			if len(capitalRuns(name)) == 1 && capitalRuns(name)[0].text == name && known[name] == "" {
				known[name] = full
			}
		}
	}
	for _, o := range p.directory.Organizations {
		full := o.Full.Nominative
		if o.Short.Nominative != "" {
			full += " (далее – " + o.Short.Nominative + ")"
		}
		add(full, o.Names()...)
	}
	if office := p.office(); office != nil {
		add(office.Full.Nominative+" (далее – "+office.Short.Nominative+")", office.Short.Nominative)
	}
	return known
}

func spelledOut(name string, known map[string]string) string {
	if full := known[name]; full != "" {
		return "при первом упоминании: «" + full + "»"
	}
	if full := expansions[name]; full != "" {
		return "при первом упоминании: «" + full + " (далее – " + name + ")»"
	}
	return "при первом упоминании напишите полностью и добавьте «(далее – " + name + ")»"
}

// capitalRuns are words in capitals with only a blank between them: «МО ПК». A run
// with a long word is a line in capitals, no abbreviation.
func capitalRuns(s string) []word {
	var runs []word
	long := false
	end := -1
	for _, w := range wordsOf(s) {
		letters := utf8.RuneCountInString(w.text)
		if letters < 2 || !isAllCapitals(w.text) {
			continue
		}
		switch {
		case len(runs) > 0 && w.follows && s[end:w.start] == " ":
			last := &runs[len(runs)-1]
			last.text = s[last.start : w.start+len(w.text)]
			long = long || letters > longestAbbreviation
		default:
			if long {
				runs = runs[:len(runs)-1]
			}
			runs = append(runs, w)
			long = letters > longestAbbreviation
		}
		end = w.start + len(w.text)
	}
	if long {
		runs = runs[:len(runs)-1]
	}
	return runs
}

// mostWords of an abbreviation.
const mostWords = 4

// splitRun takes known names out of a run, the longest first; the words between them
// stay together.
func splitRun(run word, known map[string]string) []word {
	words := strings.Split(run.text, " ")
	var parts []word
	at, loose := run.start, -1
	for i := 0; i < len(words); {
		n := min(len(words)-i, mostWords)
		for n > 0 && !isKnown(strings.Join(words[i:i+n], " "), known) {
			n--
		}
		if n == 0 {
			if loose < 0 {
				loose = len(parts)
				parts = append(parts, word{start: at, text: words[i]})
			} else {
				parts[loose].text += " " + words[i]
			}
			n = 1
		} else {
			parts = append(parts, word{start: at, text: strings.Join(words[i:i+n], " ")})
			loose = -1
		}
		for range n {
			at += len(words[i]) + 1
			i++
		}
	}
	return parts
}

func isKnown(name string, known map[string]string) bool {
	return known[name] != "" || expansions[name] != "" || commonAbbreviations[name] || legalForms[name]
}

var beforeBracket = regexp.MustCompile(`([^()]*)\([^()]*$`)

// wrongExpansion compares the letters of an abbreviation that is being introduced
// with the words before the bracket: «национальных исследованиях (далее – НИКО)» has
// no words for К and О.
func wrongExpansion(p *paper, t *text, abbreviation word, before string) {
	m := beforeBracket.FindStringSubmatch(before)
	if m == nil {
		return
	}
	letters := []rune(strings.ReplaceAll(abbreviation.text, " ", ""))
	words := wordsOf(m[1])
	missing := missingLetters(letters, words[max(0, len(words)-len(letters)-4):])
	if len(missing) == 0 {
		return
	}
	hint := "наименование и сокращение должны совпадать"
	if full := expansions[abbreviation.text]; full != "" {
		hint = "полное наименование: «" + full + "»"
	}
	p.tell("ABBR-WRONG", t.at(abbreviation.start), hint,
		"в наименовании перед «(далее – %s)» нет слов на %s", abbreviation.text, quoted(missing))
}

// missingLetters are those that begin no word, when letters and words are matched from
// the end as well as they can be.
func missingLetters(letters []rune, words []word) (missing []string) {
	var initials []rune
	for _, w := range words {
		for _, part := range strings.FieldsFunc(strings.ToUpper(w.text), func(r rune) bool { return r == '-' }) {
			r, _ := utf8.DecodeRuneInString(part)
			initials = append(initials, r)
		}
	}
	// Longest common subsequence; both are a dozen letters at most.
	n, m := len(letters), len(initials)
	length := make([][]int, n+1)
	for i := range length {
		length[i] = make([]int, m+1)
	}
	for i := 1; i <= n; i++ {
		for k := 1; k <= m; k++ {
			length[i][k] = max(length[i-1][k], length[i][k-1])
			if letters[i-1] == initials[k-1] {
				length[i][k] = max(length[i][k], length[i-1][k-1]+1)
			}
		}
	}
	for i, k := n, m; i > 0; {
		switch {
		case k > 0 && letters[i-1] == initials[k-1] && length[i][k] == length[i-1][k-1]+1:
			i, k = i-1, k-1
		case length[i][k] == length[i-1][k]: // the words nearest to the bracket count
			missing = append(missing, string(letters[i-1]))
			i--
		default:
			k--
		}
	}
	slices.Reverse(missing)
	return missing
}

func quoted(words []string) string {
	return "«" + strings.Join(words, "», «") + "»"
}
