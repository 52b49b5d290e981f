package chart

import "strings"

// names are those of all groups set alike.
type names struct {
	sets     [][]string
	lines    int     // of the longest
	width    float64 // of the widest
	whole    bool    // nothing was left out or divided
	cut      int     // of how many something was left out
	distinct bool    // no two that differ became the same
}

func (c Bars) namesIn(b *board, size, width float64, most int) names {
	n := names{lines: 1, whole: true, distinct: true}
	seen := map[string]string{}
	var all []string
	for _, g := range c.Groups {
		all = append(all, plain(g.Name))
	}
	fellows := sharedWords(all)
	for _, name := range all {
		set, fits, whole := b.wrap(name, size, width, most)
		if !fits || !whole {
			n.whole = false
			n.cut++
			set = b.shorten(name, size, width, most, fellows)
		}
		text := strings.Join(set, " ")
		if other, is := seen[text]; is && other != name {
			n.distinct = false
		}
		seen[text] = name
		n.sets = append(n.sets, set)
		n.lines, n.width = max(n.lines, len(set)), max(n.width, b.widest(set, size))
	}
	return n
}

// namesUnder chooses how the names stand under the bars: level while they can be
// wrapped, otherwise turned. It returns the height they take.
func (c Bars) namesUnder(b *board, p *plan) float64 {
	const most, worthWrapping = 3, 15.0
	room := p.slot - gap
	for _, p.nameSize = range []float64{labelSize, smallSize} {
		n := c.namesIn(b, p.nameSize, room, most)
		if n.whole || p.nameSize == smallSize && room >= worthWrapping && n.distinct {
			p.names = n.sets
			return gap + float64(n.lines)*line(p.nameSize)
		}
	}
	p.turned = true
	var n names
	for length := 0.4 * b.height; ; length += 10 {
		if n = c.namesIn(b, p.nameSize, length, 1); n.distinct || length > highest/2 {
			break
		}
	}
	p.names = n.sets
	return 2*gap + n.width
}

// namesBeside sets the names left of the bars, in as many lines as the height
// allows, and the height of a slot.
func (c Bars) namesBeside(b *board, p *plan, under float64) {
	count := float64(max(1, len(c.Groups)))
	free := highest
	if c.Height > 0 {
		free = c.Height
	}
	free -= p.room.top + under
	wanted, least := 7.5, line(smallSize)
	switch series := float64(len(c.Series)); {
	case c.Stacked:
		wanted = 13
	case series > 1:
		wanted, least = 4.2*series+3, max(least, 1.6*series+1)
	}
	for _, share := range []float64{nameShare, wideNameShare} {
		var n names
		for most := 3; most > 0; most-- {
			n = c.namesIn(b, labelSize, share*b.width, most)
			if p.slot = float64(n.lines)*line(labelSize) + gap; p.slot*count <= free {
				break
			}
		}
		if p.names, p.cut = n.sets, n.cut; n.distinct {
			break
		}
	}
	p.slot = max(p.slot, wanted)
	if c.Height > 0 || p.slot*count > free {
		p.slot = max(least, free/count)
	}
	if p.slot < line(labelSize) {
		p.nameSize = smallSize
	}
}
