package lint

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// LetterheadKey is the key of the letterhead, which stands in the data of the office
// and not in that of the order.
const LetterheadKey = "letterhead"

// letterhead: a paper without the name of its author is no document (ГОСТ Р
// 7.0.97-2016, п. 5.5).
func letterhead(p *paper) {
	if office := p.office(); office != nil && isBlank(strings.Join(office.Letterhead, "")) {
		p.tell("HDR-ORG", spot{key: LetterheadKey, path: "бланк"}, "впишите letterhead в organization.toml", "нет наименования организации (реквизит 05)")
	}
}

// annex is a roadmap or an appendix with where it stands.
type annex struct {
	*model.Annex
	key, path string
}

func (p *paper) annexes() []annex {
	var all []annex
	if p.Roadmap != nil {
		all = append(all, annex{&p.Roadmap.Annex, "roadmap", "дорожная карта"})
	}
	for i := range p.Appendices {
		at := p.appendixSpot(i)
		all = append(all, annex{&p.Appendices[i].Annex, at.key, at.path})
	}
	return all
}

// annexMarks: an annex is tied to its order by the гриф or by the word «Приложение»,
// and by the one that the point names: «прилагаемый» goes with the гриф, «согласно
// приложению» with «Приложение».
func annexMarks(p *paper) {
	annexes := p.annexes()
	attached, numbered := p.mentions("прилагаем"), p.mentions("согласно приложени")
	for _, a := range annexes {
		at := spot{key: a.key + ".mark", path: a.path}
		switch {
		case a.Mark == model.MarkNone:
			text := "нет ни грифа утверждения, ни слова «Приложение»"
			if attached != "" {
				text += fmt.Sprintf(", а %s называет приложение прилагаемым", attached)
			}
			p.tell("ANX-GRIF", at, "впишите mark = \"approval\": "+a.Approved()+" приказом …", "%s", text)
		case len(annexes) > 1:
			// Which point speaks of which annex cannot be told.
		case !a.IsApproved() && attached != "" && numbered == "":
			p.tell("ANX-GRIF", at, "впишите mark = \"approval\" или «согласно приложению» в пункт",
				"%s называет приложение прилагаемым: нужен гриф утверждения", attached)
		case !a.IsNumbered() && numbered != "" && attached == "":
			p.tell("ANX-GRIF", at, "впишите mark = \"number\" или «прилагаемый» в пункт",
				"%s говорит «согласно приложению»: нужно слово «Приложение»", numbered)
		}
	}
}

// mentions gives the path of the first point with the words.
func (p *paper) mentions(words string) string {
	for i := range p.texts {
		t := &p.texts[i]
		if strings.HasPrefix(t.key, "clause") && strings.Contains(strings.ToLower(t.words), words) {
			return t.path
		}
	}
	return ""
}

// annexTitles: after «Об утверждении» the order's title says what the annex's title
// says, word for word.
func annexTitles(p *paper) {
	repeatedName(p)
	annexes := p.annexes()
	words := titleWords(p.Title)
	if len(annexes) != 1 || len(annexes[0].Title) == 0 || len(words) < 2 || words[0].folded != "об" || words[1].folded != "утверждении" {
		return
	}
	a := annexes[0]
	t := newLines(heading, a.key+".title", a.path+", заголовок", a.Title)
	own := titleWords(t.words)
	words = words[2:]
	i := 0
	for i < len(own) && i < len(words) && sameTitleWord(own[i].folded, words[i].folded) {
		i++
	}
	if i == len(own) && i == len(words) {
		return
	}
	at := len(t.words)
	if i < len(own) {
		at = own[i].start
	}
	p.tell("ANX-TITLE", t.at(at), "сделайте заголовки одинаковыми", "заголовки расходятся: здесь «%s», в приказе «%s»",
		from(t.words, own, i), from(p.Title, words, i))
}

// from quotes a title from one word before the place of the difference.
func from(title string, words []titleWord, i int) string {
	if len(words) == 0 {
		return ""
	}
	start := words[min(max(i-1, 0), len(words)-1)].start
	s := short(title[start:])
	if start > 0 {
		s = "…" + s
	}
	return s
}

type titleWord struct {
	start  int
	folded string
}

func titleWords(title string) []titleWord {
	var words []titleWord
	start := -1
	for i, r := range title + " " {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r)
		if start >= 0 && (!inside || unicode.IsDigit(r) != unicode.IsDigit(firstRune(title[start:]))) {
			words = append(words, titleWord{start, russian.Fold(title[start:i])})
			start = -1
		}
		if inside && start < 0 {
			start = i
		}
	}
	return words
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

var yearForm = regexp.MustCompile(`^г(?:г|од.{0,3})?$`)

// sameTitleWord lets the case differ («Плана» and «План»), and «гг.» stand for «годы».
func sameTitleWord(a, b string) bool {
	return a == b || yearForm.MatchString(a) && yearForm.MatchString(b) || sameStem(a, b)
}

// sameStem: short words, which Stem keeps whole, differ in the last two letters only.
func sameStem(a, b string) bool {
	if unicode.IsDigit(firstRune(a)) || unicode.IsDigit(firstRune(b)) {
		return false
	}
	if russian.Stem(a) == russian.Stem(b) {
		return true
	}
	x, y := []rune(a), []rune(b)
	common := 0
	for common < len(x) && common < len(y) && x[common] == y[common] {
		common++
	}
	return common >= 3 && len(x)-common <= 2 && len(y)-common <= 2
}

// repeatedName: «в Пермском крае … Пермского края» says one thing twice.
func repeatedName(p *paper) {
	words := wordsOf(p.Title)
	first := map[string]int{}
	for i := 0; i+1 < len(words); i++ {
		name, noun := words[i].text, words[i+1].text
		if !startsCapital(name) || isAllCapitals(name) || !words[i+1].follows || utf8.RuneCountInString(noun) < 3 {
			continue
		}
		key := russian.Stem(name) + " " + string([]rune(strings.ToLower(noun))[:3])
		if before, repeated := first[key]; repeated {
			t := newText(prose, "title", "заголовок", p.Title)
			p.tell("ANX-TITLE", t.at(words[i].start), "оставьте одно из двух", "повтор в заголовке: «%s %s» и «%s %s»",
				words[before].text, words[before+1].text, name, noun)
			return
		}
		first[key] = i
	}
}
