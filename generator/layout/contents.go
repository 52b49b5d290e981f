package layout

// Contents is how the list of headings («Содержание») looks. Its own heading looks
// like one of level 1.
type Contents struct {
	Size       float64 `toml:"size"`
	Spacing    float64 `toml:"spacing"`
	SpacingMin float64 `toml:"spacing_min"`
	Step       float64 `toml:"step"`   // indent of each level under the one above it
	Levels     int     `toml:"levels"` // of headings that are listed
}

// Style is that of its lines.
func (c Contents) Style() Style {
	return Style{Size: c.Size, Align: Left, Spacing: c.Spacing, SpacingMin: c.SpacingMin}
}

func (l limits) contents(c Contents) {
	l.within("contents.size", c.Size, 6, 20, "пунктов")
	l.within("contents.spacing", c.Spacing, 0.8, 3, "")
	l.within("contents.spacing_min", c.SpacingMin, 0, 3, "")
	l.within("contents.step", c.Step, 0, 30, "мм")
	l.within("contents.levels", float64(c.Levels), 1, 3, "уровней")
}
