package pdf

import "doklad/generator/diag"

// keptHeight is how high what must stay with the last row of a table is: a
// signature, say.
func keptHeight(boxes []box) float64 {
	height := 0.0
	for i := 1; i < len(boxes) && boxes[i-1].keep && boxes[i].table == nil; i++ {
		height += boxes[i].before + boxes[i].height
	}
	return height
}

// keptAbove is how high what must stay with the next box is, with the space after.
func keptAbove(boxes []box, after float64) float64 {
	height := 0.0
	for i := len(boxes) - 1; i >= 0 && boxes[i].keep && boxes[i].table == nil; i-- {
		height += boxes[i].before + boxes[i].height
	}
	if height > 0 {
		height += after
	}
	return height
}

// tooHighBox tells of a piece that is never divided and has no room on any page.
func tooHighBox(b box) diag.Problem {
	text := ""
	if len(b.texts) > 0 {
		text = b.texts[0].Text
	}
	p := diag.Errorf("", "не помещается на странице целиком: %s", excerpt(text)).
		WithHint("сократите текст: эта часть бумаги не делится между страницами")
	p.Code, p.Path = "BOX-HIGH", excerpt(text)
	return p
}
