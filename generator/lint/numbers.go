package lint

import (
	"slices"
	"strconv"
	"strings"
)

// rowNumbers: the numbers that the author wrote are of one style and go one by one.
func rowNumbers(p *paper) {
	var uses []use
	texts := make([]text, len(p.rows))
	for i := range p.rows {
		number := strings.TrimSpace(p.rows[i].Number)
		if number == "" {
			continue
		}
		form := "plain"
		if strings.HasSuffix(number, ".") {
			form = "dot"
		}
		texts[i] = text{key: p.rows[i].key + ".number", path: p.rows[i].path, words: number}
		uses = append(uses, use{paper: p, text: &texts[i], form: form, words: number})
	}
	if rare, usual, mixed := rarer(uses); mixed {
		p.tell("NUM-DOT", rare.at(), "пишите одинаково: все с точкой или все без неё",
			"номера строк то с точкой, то без неё: «%s» и «%s»", rare.words, usual.words)
	}
	sequence(p)
}

// sequence: 1.1, 1.2, 2.1; in a plan numbered through, 1, 2, 3. After a gap it counts
// on from the number found or from the place, so that one slip is told once. A row put
// in later may be 2.2.1, because an amendment does not renumber.
func sequence(p *paper) {
	var before []int
	section := 0
	for i := range p.rows {
		r := &p.rows[i]
		if isBlank(r.Number) {
			continue
		}
		number, ok := parseNumber(r.Number)
		if !ok {
			continue // «2.2а»
		}
		want := nextNumber(before, section, r.section, number)
		inPlace := slices.Equal(number, []int{r.section, r.index})
		if want != nil && !inPlace && !slices.Equal(number, want) {
			p.tell("NUM-SEQ", r.cell("number"), "ожидался «"+formatNumber(want)+"»", "номер «%s» не по порядку", strings.TrimSpace(r.Number))
		}
		before, section = number, r.section
	}
}

// nextNumber is what the number should be; nil where anything may stand.
func nextNumber(before []int, sectionBefore, section int, number []int) []int {
	switch {
	case len(number) == 2 && (before == nil || section != sectionBefore):
		return []int{section, 1}
	case len(number) == 1 && before == nil:
		return []int{1}
	case len(number) == 3 && (len(before) == 2 || len(before) == 3):
		if slices.Equal(number[:2], before[:2]) {
			return append(slices.Clone(number[:2]), thirdAfter(before))
		}
		return nil
	case len(number) == 2 && len(before) == 3:
		return []int{before[0], before[1] + 1}
	case len(number) == len(before):
		want := slices.Clone(before)
		want[len(want)-1]++
		return want
	}
	return nil
}

func thirdAfter(before []int) int {
	if len(before) == 3 {
		return before[2] + 1
	}
	return 1
}

func parseNumber(s string) ([]int, bool) {
	var parts []int
	for _, part := range strings.Split(strings.TrimRight(strings.TrimSpace(s), ".)"), ".") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return nil, false
		}
		parts = append(parts, n)
	}
	return parts, true
}

func formatNumber(parts []int) string {
	var words []string
	for _, n := range parts {
		words = append(words, strconv.Itoa(n))
	}
	return strings.Join(words, ".")
}
