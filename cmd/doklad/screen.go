package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

const (
	// paperWidth is the width of what goes to a file or another program.
	paperWidth = 120
	// leastWidth is below what tables are not narrowed: the terminal folds their lines.
	leastWidth = 68
)

// screen is where a command prints: how wide it is, and whether it has colours.
type screen struct {
	width   int
	colours bool
}

// screenOf looks at where the output goes. The last column of a terminal stays empty:
// the console of Windows turns the line when it is written.
func screenOf(w io.Writer) screen {
	s := screen{width: paperWidth}
	if !isTerminal(w) {
		return s
	}
	if width, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && width > 0 {
		s.width = max(width-1, leastWidth)
	}
	// An old console of Windows that cannot be asked for colours shows them as letters.
	s.colours = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && showsColours(w.(*os.File))
	return s
}

// colour is a control sequence that begins it.
type colour string

const (
	plain  colour = ""
	bold   colour = "\x1b[1m"
	faint  colour = "\x1b[2m"
	red    colour = "\x1b[31m"
	green  colour = "\x1b[32m"
	yellow colour = "\x1b[33m"
)

// in colours words, where the screen can.
func (s screen) in(c colour, words string) string {
	if !s.colours || c == plain || words == "" {
		return words
	}
	return string(c) + words + "\x1b[0m"
}
