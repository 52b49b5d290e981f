// Package narrative says in sentences what a consolidation counted: how an indicator
// stands, what changed, who reached the threshold. The phrases are those of a template; a
// number comes into them only as it is printed in the tables, and each is listed with
// where it is from.
package narrative

import "strings"

// Said are sentences («сказанное») and all numbers in them, in the order of the text.
type Said struct {
	Text    string
	Numbers []Number
}

// Number is one number of a text with where it is from.
type Number struct {
	Printed string // as it stands in the text, without its unit
	Code    string // of the indicator
	// Unit is whose it is: the ID of an institution, of a cluster, the name of a reference;
	// empty: of the whole.
	Unit string
	Year int
	What What
}

// What is what a number tells.
type What string

const (
	Value      What = "value"
	Change     What = "change"     // from the year before, of the values as they are printed
	Threshold  What = "threshold"  // where the norm lies
	Gap        What = "gap"        // from the value to the norm
	Reference  What = "reference"  // a number of the catalogue to compare with
	Difference What = "difference" // from what is compared with, or of the best and the worst
	Count      What = "count"      // of institutions, or of those that a small share is of
	YearOf     What = "year"
	InName     What = "name" // part of a title or a name
)

// and puts sentences after each other.
func (s *Said) and(next Said) {
	if s.Text != "" && next.Text != "" {
		s.Text += " "
	}
	s.Text += next.Text
	s.Numbers = append(s.Numbers, next.Numbers...)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// quoted puts a name between quotes; those inside become „ “.
func quoted(name string) string {
	return "«" + strings.NewReplacer("«", "„", "»", "“").Replace(oneLine(name)) + "»"
}
