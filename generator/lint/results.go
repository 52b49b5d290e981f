package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

func results(p *paper) {
	sameResults(p)
	var styles []use
	for i := range p.rows {
		r := &p.rows[i]
		t := p.text(r, result)
		if t == nil || utf8.RuneCountInString(strings.TrimSpace(t.words)) < 2 {
			continue // «–»
		}
		mismatch(p, r, t)
		tautology(p, r, t)
		styles = append(styles, use{paper: p, text: t, form: style(t.words), words: t.words})
	}
	if rare, usual, mixed := rarer(styles); mixed {
		p.tell("RES-STYLE", rare.at(), "пишите все результаты одинаково", "результаты то причастием, то существительным: «%s» и «%s»",
			short(rare.words), short(usual.words))
	}
}

// Results are held for one when they are alike from the first word on: in rootsAlike
// words at least, and in half of the longer one.
const rootsAlike = 5

// sameResults: one result for two activities says that one of them has none of its own.
func sameResults(p *paper) {
	type earlier struct {
		row   *row
		roots []string
	}
	whole, start := map[string]*row{}, map[string]earlier{}
	for i := range p.rows {
		r := &p.rows[i]
		own := roots(r.ExpectedResult)
		if len(own) < 3 { // «Доклад», «Приказ»
			continue
		}
		key := strings.Join(own, " ")
		if before, same := whole[key]; same {
			tellSame(p, r, before, "тот же результат, что в строке")
			continue
		}
		whole[key] = r
		if len(own) < rootsAlike {
			continue
		}
		key = strings.Join(own[:rootsAlike], " ")
		if before, like := start[key]; like && 2*alike(own, before.roots) >= max(len(own), len(before.roots)) {
			tellSame(p, r, before.row, "почти тот же результат, что в строке")
		} else if !like {
			start[key] = earlier{r, own}
		}
	}
}

func tellSame(p *paper, r, before *row, how string) {
	p.tell("RES-DUP", r.cell("result"), "назовите, что даёт именно это мероприятие", "%s %s: «%s»", how,
		strings.TrimPrefix(before.path, "дорожная карта, "), short(r.ExpectedResult))
}

func alike(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// mismatches say what kind of result does not come of what kind of activity: who takes
// part in a seminar makes no document there.
var mismatches = []struct{ activities, results []string }{
	{
		[]string{"участие", "посещение", "обучение", "присутствие"},
		[]string{"разработ", "утвержд", "издан", "принят", "создан", "внедр"},
	},
	{
		[]string{"разработка", "утверждение", "издание", "принятие"},
		[]string{"участи", "обучен", "посещ"},
	},
}

func mismatch(p *paper, r *row, t *text) {
	activity, result := firstSmall(r.Text), firstSmall(t.words)
	for _, m := range mismatches {
		if slices.Contains(m.activities, activity) && startsWithAny(result, m.results) {
			p.tell("RES-MISMATCH", t.at(0), "назовите, что даёт само мероприятие", "результат «%s» не следует из мероприятия «%s»",
				short(t.words), short(r.Text))
			return
		}
	}
}

// firstSmall is the first word in small letters.
func firstSmall(s string) string { return lower(letters(strings.TrimLeft(s, " \n«\""))) }

func startsWithAny(word string, starts []string) bool {
	return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(word, start) })
}

// ofDocument: a document that was approved can be shown, whatever the words.
var ofDocument = strings.Fields("утвержд разработ издан принят подписан заключ создан опубликован размещ")

// tautology: the result says again what the activity said.
func tautology(p *paper, r *row, t *text) {
	if startsWithAny(firstSmall(t.words), ofDocument) {
		return
	}
	said := map[string]bool{}
	for _, root := range roots(r.Text) {
		said[root] = true
	}
	own, repeated := roots(t.words), 0
	for _, root := range own {
		if said[root] {
			repeated++
		}
	}
	// Nine words of ten, so that one changed word («ГО») does not hide it.
	if len(own) >= 2 && 10*repeated >= 9*len(own) {
		p.tell("RES-TAUT", t.at(0), "назовите документ и показатель, по которому видно исполнение", "результат повторяет мероприятие: «%s»", short(t.words))
	}
}

var (
	shortParticiple = regexp.MustCompile(`^\p{L}{3,}(?:ан|ян|ен|ён|ят|ыт|ут)[аоы]?$`)
	likeParticiples = wordSet("экзамен аргумент комплимент уклад")
)

// style is by the first word: «Утвержден», «Проведены», or a noun.
func style(words string) string {
	first := firstSmall(words)
	if shortParticiple.MatchString(first) && !likeParticiples[first] {
		return "participle"
	}
	return "noun"
}

// rootLetters of a word are enough to tell «проведение» and «проведены» from others.
const rootLetters = 5

// roots are the beginnings of the words that carry sense.
func roots(s string) []string {
	var found []string
	for _, w := range wordsOf(s) {
		word := lower(w.text)
		if utf8.RuneCountInString(word) < 2 || functionWords[word] {
			continue
		}
		end := 0
		for range rootLetters {
			_, size := utf8.DecodeRuneInString(word[end:])
			end += size
		}
		found = append(found, word[:end])
	}
	return found
}
