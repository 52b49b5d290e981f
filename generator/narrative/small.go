package narrative

import "doklad/generator/consolidation"

// smallBlock: a few institutions are no group of people that is too small to speak of.
func (t *telling) smallBlock() string {
	if t.Indicator.ShareWhere != "" {
		return "poll"
	}
	return "small"
}

// parts are the absolute numbers of a small share with the share after them: «2 из 5
// (40,0 %)»; the share alone where they are not known.
func (t *telling) parts(word string, c consolidation.Cell, year int) {
	var piece Said
	n := t.number(digits(c.Number, t.Indicator.Decimals), Value)
	n.Year = year
	share := quantity(n.Printed, unitWords[t.Indicator.Unit], is)
	if c.Part != nil {
		piece = Said{Text: c.Part.String()}
		for _, printed := range NumbersIn(piece.Text) {
			count := t.number(printed, Count)
			count.Year = year
			piece.Numbers = append(piece.Numbers, count)
		}
		share = " (" + share + ")"
	}
	piece.Text += share
	piece.Numbers = append(piece.Numbers, n)
	t.put(word, piece)
}
