package main

import (
	"strings"

	"doklad/generator/execution"
)

// shown is an occurrence with what is said of it.
type shown struct {
	execution.Standing
	note string
}

const (
	// roomy is the width from which everything has a column of its own. In less,
	// responsible and term stand under the activity, and the note with the status.
	roomy = 150
)

// column is a column of the table.
type column struct {
	title string
	// widest is where its words are broken; 0: they take their share of what others leave.
	widest int
	share  int // of ten
	width  int // found

	each   bool // a cell for every occurrence, not for the activity
	words  func(shown) string
	under  func(shown) string // what stands below, paler
	colour func(shown) colour
}

func (v statusView) columns(standings []shown) []column {
	term := func(s shown) string { return s.Schedule.String() }
	responsible := func(s shown) string { return s.Responsible }
	number := column{title: "№", widest: 8, words: func(s shown) string { return s.ID }}
	activity := column{title: "Мероприятие", words: func(s shown) string { return s.Text }}
	occurrence := column{title: "Испол-нение", widest: 12, each: true, words: func(s shown) string { return s.OccurrenceID() }}
	due := column{title: "Последний день", widest: 10, each: true, words: func(s shown) string { return s.Due.String() }}
	status := column{title: "Статус", widest: 22, each: true, words: func(s shown) string { return string(s.Status) }, colour: v.colour}
	if v.width >= roomy {
		activity.share = 5
		return v.fit(standings, []column{number, activity,
			{title: "Ответственные", share: 3, words: responsible}, {title: "Срок", share: 2, words: term},
			occurrence, due, status, {title: "Примечание", widest: 24, each: true, words: func(s shown) string { return s.note }, colour: v.colour}})
	}
	activity.share = 10
	activity.under = func(s shown) string {
		return strings.Trim(term(s)+unbroken+"· "+responsible(s), "· "+unbroken)
	}
	// In 80 columns «исполнено 30.08.2021», and two lines for more; half of what is wider
	// brings them together.
	status.words, status.widest = shown.state, 18+max(0, v.width-75)/2
	return v.fit(standings, []column{number, activity, occurrence, due, status})
}

// fit finds the widths: as wide as what stands in a column, and the long texts share
// what is left.
func (v statusView) fit(standings []shown, columns []column) []column {
	room := v.width - gap*(len(columns)-1)
	for i := range columns {
		c := &columns[i]
		if c.under == nil {
			c.under = func(shown) string { return "" }
		}
		if c.colour == nil {
			c.colour = func(shown) colour { return plain }
		}
		for k, s := range standings {
			if !c.each && k > 0 && standings[k-1].Activity == s.Activity {
				continue
			}
			c.width = max(c.width, wide(oneSpaced(c.words(s))), wide(oneSpaced(c.under(s))))
		}
		if c.widest > 0 {
			c.width = max(min(c.width, c.widest), widestWord(c.title))
			room -= c.width
		}
	}
	left := room
	for i := len(columns) - 1; i >= 0; i-- {
		if c := &columns[i]; c.share > 0 {
			part := room * c.share / 10
			if i == 1 {
				part = left // the activity takes what the others leave
			}
			c.width = max(min(c.width, part), widestWord(c.title))
			left -= c.width
		}
	}
	return columns
}

// heading is the title in lines; its hyphen is for narrow columns.
func (c column) heading() []string {
	if whole := strings.ReplaceAll(c.title, "-", ""); wide(whole) <= c.width {
		return []string{whole}
	}
	return lines(c.title, c.width)
}

func widestWord(words string) int {
	widest := 0
	for words != "" {
		var piece string
		piece, words = cutPiece(words)
		widest = max(widest, wide(strings.TrimRight(piece, " ")))
	}
	return widest
}
