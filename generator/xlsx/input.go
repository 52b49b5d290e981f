package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"doklad/generator/doc"
)

// Input is cells for people to fill: unlocked, pale yellow, with a rule of what they
// take. Section titles and totals inside the place stay as they are.
type Input struct {
	// At is a reference without a sheet: «{answer}», «{answer[3:9]}».
	At    string
	Takes Takes

	// Choices are the list of TakesChoice. Long lists, and such with commas, are
	// kept on a hidden sheet of their own.
	Choices []string
	// Least and Most bound a number, in percents where Format has them; of
	// TakesText they are numbers of characters. Both 0: no bounds.
	Least, Most float64
	// Words may stand in place of a number: «нет данных».
	Words []string
	// From and To bound a day, both included; zero: no bound.
	From, To time.Time
	// Format is that of TakesNumber and TakesWhole. With Percent people type 87,5, and
	// the cell holds 0.875.
	Format doc.NumberFormat

	// Room is how many letters of a text the cell is to show; 0 is 20. Numbers,
	// days and choices have what they need.
	Room int

	// Title (at most 32 characters) and Prompt (255) are shown beside the cell when
	// it is chosen: what to write here. Empty: nothing is shown.
	Title, Prompt string
	// Error (255) is said when what was written is refused; empty: words of ours
	// that name the bounds.
	Error string
}

// Takes is what a cell may be filled with. It may always be left empty.
type Takes int

const (
	TakesText   Takes = iota // anything; «1.10» stays a text
	TakesChoice              // one of a list, as a text
	TakesDay
	TakesNumber
	TakesWhole // a number without a fraction
)

// least and most are the bounds where the caller gave none.
const (
	leastNumber = -1e15
	mostNumber  = 1e15
)

var lastDay = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

// bounded is the input with bounds that can be written.
func (in Input) bounded() Input {
	if in.Least == 0 && in.Most == 0 {
		in.Least, in.Most = leastNumber, mostNumber
		if in.Takes == TakesText {
			in.Least, in.Most = 0, mostTextUnits
		}
	}
	if in.From.IsZero() {
		in.From = firstDay
	}
	if in.To.IsZero() {
		in.To = lastDay
	}
	return in
}

func (in Input) check() error {
	const longestTitle, longestWords = 32, 255
	bounds := in.bounded()
	fault := ""
	switch {
	case in.Takes < TakesText || in.Takes > TakesWhole:
		fault = "takes nothing that is known"
	case (in.Takes == TakesChoice) != (len(in.Choices) > 0):
		fault = "choices are for TakesChoice, which needs them"
	case len(in.Words) > 0 && in.Takes != TakesNumber && in.Takes != TakesWhole:
		fault = "words are for what stands in place of a number"
	case in.Takes == TakesWhole && in.Format.Percent:
		fault = "percents are no whole numbers for Excel"
	case bounds.Most < bounds.Least || serial(bounds.To) < serial(bounds.From) || serial(bounds.From) < firstSerial:
		fault = "bounds that nothing can meet"
	case textUnits(in.Title) > longestTitle || textUnits(in.Prompt) > longestWords || textUnits(in.Error) > longestWords:
		fault = "title of more than 32 characters, or prompt or error of more than 255"
	}
	for _, list := range [][]string{in.Choices, in.Words} {
		for i, choice := range list {
			if choice == "" || strings.TrimSpace(choice) != choice || slices.Contains(list[:i], choice) || textUnits(choice) > longestLiteral {
				fault = fmt.Sprintf("the choice %q is empty, too long, said twice or has spaces around it", choice)
			}
		}
	}
	if fault != "" {
		return fmt.Errorf("input %s: %s", in.At, fault)
	}
	return nil
}

// look is that of a cell to fill.
func (in Input) look(l look) look {
	l.open = true
	switch in.Takes {
	case TakesDay:
		l.format = dayFormat
	case TakesNumber, TakesWhole:
		l.format = numberFormat(in.Format)
	}
	return l
}

// sample is a text that takes as much room as what will be written. A typed number
// must have room for more than a small bound.
func (in Input) sample() string {
	switch in.Takes {
	case TakesChoice:
		return longestOf(in.Choices)
	case TakesDay:
		return doc.Value{Kind: doc.DayValue, Day: lastDay}.String()
	case TakesNumber, TakesWhole:
		widest := max(in.Most, -in.Least, 9999)
		return longestOf(append([]string{doc.Value{Kind: doc.NumberValue, Number: -widest, Format: in.Format}.String()}, in.Words...))
	}
	room := in.Room
	if room == 0 {
		room = 20
	}
	if in.Most > 0 {
		room = min(room, int(in.Most))
	}
	return strings.Repeat("образец ", (room+7)/8)
}

func longestOf(texts []string) string {
	return slices.MaxFunc(texts, func(a, b string) int { return textUnits(a) - textUnits(b) })
}

// openCells are the inputs of a table by column and row, from 0.
type openCells map[int][]*Input

// openCellsOf finds the cells of the inputs; they are none of titles and totals.
func openCellsOf(sheet Sheet) (openCells, error) {
	cells := openCells{}
	for i := range sheet.Inputs {
		in := &sheet.Inputs[i]
		if err := in.check(); err != nil {
			return nil, err
		}
		a, err := in.area(sheet.Table)
		if err != nil {
			return nil, fmt.Errorf("input %s: %w", in.At, err)
		}
		for column := a.left; column <= a.right; column++ {
			if cells[column] == nil {
				cells[column] = make([]*Input, len(sheet.Table.Rows))
			}
			for row := a.top - 1; row < a.bottom; row++ {
				switch taken := cells[column][row]; {
				case sheet.Table.Rows[row].Section || sheet.Table.Rows[row].Total:
				case taken != nil:
					return nil, fmt.Errorf("inputs %s and %s have a cell in common", taken.At, in.At)
				default:
					cells[column][row] = in
				}
			}
		}
	}
	return cells, nil
}

func (in Input) area(t *doc.Table) (area, error) {
	r, err := doc.ParseReference(in.At)
	switch {
	case err != nil:
		return area{}, err
	case t == nil || r.Sheet != "" || r.Same || r.Column == "":
		return area{}, fmt.Errorf("cells of the table of the sheet itself are needed")
	}
	return areaOf(t, r, 0)
}

// width is how many columns of a row have a place for cells to fill.
func (c openCells) width(row int) int {
	width := 0
	for column, rows := range c {
		if rows[row] != nil {
			width = max(width, column+1)
		}
	}
	return width
}

// at is the input that a cell belongs to, or nil.
func (c openCells) at(column, row int) *Input {
	if rows := c[column]; rows != nil {
		return rows[row]
	}
	return nil
}
