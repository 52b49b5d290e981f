package main

import "strings"

const gap = 2 // between columns

// cell is what stands in one place of the table, a line each.
type cell []cellLine

type cellLine struct {
	words  string
	wide   int
	colour colour
}

func (c *cell) add(colour colour, lines []string) {
	for _, words := range lines {
		*c = append(*c, cellLine{words, wide(words), colour})
	}
}

// drawn sets rows under each other, so many lines empty between them, the first over a
// rule.
func (s screen) drawn(rows [][]cell, apart int) string {
	widths, whole := make([]int, len(rows[0])), gap*(len(rows[0])-1)
	for _, row := range rows {
		for i, c := range row {
			for _, line := range c {
				widths[i] = max(widths[i], line.wide)
			}
		}
	}
	for _, width := range widths {
		whole += width
	}
	var b strings.Builder
	for n, row := range rows {
		if n > 1 {
			b.WriteString(strings.Repeat("\n", apart))
		}
		s.draw(&b, row, widths)
		if n == 0 {
			b.WriteString(strings.Repeat("─", whole) + "\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}

// draw writes one row; nothing stands at the end of a line that is not seen.
func (s screen) draw(b *strings.Builder, row []cell, widths []int) {
	height := 0
	for _, c := range row {
		height = max(height, len(c))
	}
	const blanks = "                                                                "
	for at := range height {
		due := 0 // blanks before the next words
		for i, c := range row {
			filled := 0
			if at < len(c) && c[at].words != "" {
				for ; due > 0; due -= min(due, len(blanks)) {
					b.WriteString(blanks[:min(due, len(blanks))])
				}
				b.WriteString(s.in(c[at].colour, c[at].words))
				filled = c[at].wide
			}
			due += widths[i] - filled + gap
		}
		b.WriteByte('\n')
	}
}
