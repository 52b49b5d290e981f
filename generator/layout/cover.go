package layout

// Cover is how the title page («титульный лист») looks. The spaces of its styles are
// those of a page with room; where there is less they shrink together.
type Cover struct {
	Above   Style `toml:"above"`
	Mark    Style `toml:"mark"`
	Kind    Style `toml:"kind"`
	Subject Style `toml:"subject"`
	Foot    Style `toml:"foot"`
	// KindAt is where the kind begins, as a share of the height of the text.
	KindAt float64 `toml:"kind_at"`
	Rule   float64 `toml:"rule"` // of the frame of the mark, points
	Pad    float64 `toml:"pad"`  // between the frame and the mark
}

func (l limits) cover(c Cover) {
	l.within("cover.kind_at", c.KindAt, 0, 0.9, "высоты текста")
	l.within("cover.rule", c.Rule, 0, 5, "пунктов")
	l.within("cover.pad", c.Pad, 0, 20, "мм")
}
