package recommendation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"doklad/generator/russian"
)

// What no rule may say. It stands in code, for a file of rules could switch it off: results
// of ВПР are for analysis and teaching, not for the evaluation of teachers and schools
// (letters of Рособрнадзор on ВПР), and of pupils and teachers no paper of an office tells
// one by one (152-ФЗ). Words are found by their stems in any form, and rather one too many
// than one too few: whoever writes a rule is told the word, and finds another.

// Stems of what must not follow of results of ВПР: pay, attestation, punishment, dismissal
// of teachers; places of schools. Those that stand within harmless words («оклад» in
// «доклад») are looked for where a word begins.
var (
	stemsAnywhere = skeletons(
		"оплат", "выплат", "зарплат", "заработн", "стимулир", "преми", "бонус", "надбавк", "вознагражд", "поощр",
		"аттестац", "аттестов", "аттестуе", "взыска", "штраф", "увольн", "уволи", "уволе", "уволь", "дисциплинарн", "профпригодн",
		"рейтинг", "ранжир", "аутсайдер",
	)
	stemsAtStart = skeletons(
		"оклад", "тариф", "лишит", "лишен", "лиша", "выговор", "замечани", "наказ", "накаж", "сня", "сним", "отстран", "контракт", "kpi",
		"квалификационн", "должност", "местов", "ранг", "лидер", "первенств", "худш",
	)
	// The word «место» in its forms: «вместо», «местный» and «совместно» are no places.
	places = skeletons("место", "места", "месту", "местом", "месте", "мест", "местам", "местами", "местах")

	assessing = skeletons("оцени", "оцено", "оценк", "оценят", "эффективност", "результативност")
	teachers  = skeletons("учител", "педагог", "преподават", "воспитател", "педработник", "работник", "сотрудник", "руководител", "директор")
)

// skeletons are words as [lettersOf] gives them.
func skeletons(words ...string) []string {
	for n := range words {
		words[n] = russian.Skeleton(words[n])
	}
	return words
}

// forbiddenByResults is the first word that must not follow of results of ВПР; empty: none.
func forbiddenByResults(text string) string {
	for _, joins := range []bool{true, false} { // «пре-мия», «учебно-премиальный»
		words := lettersOf(text, joins)
		for n, word := range words {
			within := func(stem string) bool { return strings.Contains(word, stem) }
			begins := func(stem string) bool { return strings.HasPrefix(word, stem) }
			switch {
			case slices.ContainsFunc(stemsAnywhere, within), slices.ContainsFunc(stemsAtStart, begins), slices.Contains(places, word):
				return word
			case slices.ContainsFunc(assessing, begins):
				from := n - 3
				if strings.HasPrefix(word, "оцениван") {
					from = n + 1 // «научить учителей оцениванию» is teaching
				}
				if whom := near(words, from, n+3); whom != "" {
					return word + " … " + whom
				}
			}
		}
	}
	return ""
}

// near finds who is assessed: «оценка работы учителей», but not «критерии оценки обсудить с
// учителями», where teachers are those who do it or are given it.
func near(words []string, first, last int) string {
	for n := max(0, first); n <= min(len(words)-1, last); n++ {
		word := words[n]
		ends := func(ending string) bool { return strings.HasSuffix(word, ending) }
		isTeacher := slices.ContainsFunc(teachers, func(stem string) bool { return strings.HasPrefix(word, stem) })
		if isTeacher && !slices.ContainsFunc([]string{"ями", "ами", "ям", "ам"}, ends) {
			return word
		}
	}
	return ""
}

// lettersOf are the words of a text as letters that look alike are one; hyphens join two
// words or part them, and what nobody sees is no part of a word.
func lettersOf(text string, joins bool) []string {
	parted := strings.Map(func(r rune) rune {
		switch isHyphen := unicode.Is(unicode.Pd, r); {
		case isHyphen && joins, unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return r
		}
		return ' '
	}, text)
	var words []string
	for _, field := range strings.Fields(parted) {
		words = append(words, russian.Skeleton(field))
	}
	return words
}

const fewerThanTen = `(?:[1-9]|одн(?:ого|ому|им|ой|у)|од[иі]н|дв(?:а|ух|ум|умя|е|ое|оих|оим)|тр(?:и|ех|ем|емя|ое|оих|оим)|четыр(?:е|ех|ем|ьмя)|четвер(?:о|ых|ым)|` +
	`пят(?:ь|и|ью|еро|ерых)|шест(?:ь|и|ью|еро|ерых)|сем(?:ь|и|ью|еро|ерых)|вос(?:емь|ьми|емью)|девят(?:ь|и|ью|еро))`

// form is one way in which a text tells of single people. It is looked for only where one of
// the pieces stands that it cannot do without: to look for all of them everywhere is slow.
type form struct {
	needs   []string
	pattern *regexp.Regexp
}

// persons: a name with its initials or patronymic, a place for a name, a list by names, a
// class that is named, a number of people under ten.
var persons = []form{
	{[]string{"."}, regexp.MustCompile(`\p{Lu}\.\s*-?(?:\p{Lu}\.\s*)?\p{Lu}\p{Ll}+`)},
	{[]string{"."}, regexp.MustCompile(`\p{Lu}\p{Ll}+,?\s+\p{Lu}\.\s*(?:\p{Lu}\.)?`)},
	{[]string{"вич", "вн", "чн"}, regexp.MustCompile(`\p{Lu}\p{Ll}+(?:ович|евич|ьич|овн|евн|ичн)(?:а|у|ы|е|ой|ем|ом)?(?:\P{L}|$)`)},
	{[]string{"{", "}", "<", ">", "[", "%", "__", "……", "...."}, regexp.MustCompile(`[{}<>]|\[[^\]]*\]|%[sdv]|_{2,}|…{2,}|\.{4,}`)},
	{[]string{"ф", "отчеств", "поименн", "снилс"}, regexp.MustCompile(`(?i)(?:^|\P{L})(?:ф\.?\s*и\.?\s*о\.?(?:\P{L}|$)|фамили\p{L}*|отчеств\p{L}*|пофамильн\p{L}*|поименн\p{L}*|снилс)`)},
	{[]string{"класс"}, regexp.MustCompile(`(?i)\d{1,2}\s*-?\s*[«"]?[а-я][»"]?\s+класс`)},
	{[]string{"класс"}, regexp.MustCompile(`(?i)класс\p{L}*\s+\d{1,2}(?:\s*[-«"]\s*)?[а-я](?:\P{L}|$)`)},
	{people, regexp.MustCompile(`(?i)(?:^|[^\p{L}\d])` + fewerThanTen + `\s+(?:\p{L}+\s+)?(?:` + strings.Join(people, "|") + `)`)},
}

var people = []string{"обуча", "учени", "учащ", "школьни", "выпускни", "воспитанни", "дет", "ребен", "педагог", "учител", "воспитател", "человек", "чел.", "участник"}

// namesPerson is the first place of a text that tells of single people; empty: none.
func namesPerson(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == 'ё':
			return 'е'
		case r == 'Ё':
			return 'Е'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Pd, r):
			return '-'
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r):
			return -1
		}
		return r
	}, text)
	lower := strings.ToLower(text)
	for _, p := range persons {
		if !slices.ContainsFunc(p.needs, func(piece string) bool { return strings.Contains(lower, piece) }) {
			continue
		}
		if found := p.pattern.FindString(text); found != "" {
			return strings.TrimSpace(found)
		}
	}
	return ""
}
