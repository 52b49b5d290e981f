package model

// Observation is what one cell of a submission says of an indicator («сообщённое
// значение»).
type Observation struct {
	Institution string // ID; empty: the office, of itself
	Code        string // of the indicator
	Value       Value
	Raw         string // what stands in the cell, to the letter
	Note        string // what stands there beside the value: «из 14», «*»
	// Change is how what stands there became the value, in Russian: «пробел в числе
	// убран»; empty: it was taken as it is.
	Change string
	At     CellPlace
}

// CellPlace is a cell of a file that was handed in («место в сданном файле»).
type CellPlace struct {
	File        string // slash-separated, from the data folder
	Sheet       string // empty in a text table
	Row, Column int    // from 1; 0: the file as a whole
}

// Values are the values of one institution, or of a group of them, by the codes of the
// indicators («значения показателей»).
type Values map[string]Value

// SmallGroup is the number of those counted under which a share is shown with its
// absolute numbers, and is not ranked: one pupil more or less would move it by ten per
// cent and more, and a single one could be known by it («малая группа»).
const SmallGroup = 10
