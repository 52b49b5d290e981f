package pdf

import (
	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
)

// This file says what is wrong with figures.

// pictures are the opened files of the figures; all attempts to lay out a part
// share them.
type pictures struct {
	byFigure map[*doc.Figure]openedPicture
}

type openedPicture struct {
	picture *pdfa.Picture
	err     error
}

func (p *pictures) open(f *doc.Figure) (*pdfa.Picture, error) {
	opened, known := p.byFigure[f]
	if !known {
		opened.picture, opened.err = pdfa.OpenPicture(f.Picture)
		if p.byFigure == nil {
			p.byFigure = map[*doc.Figure]openedPicture{}
		}
		p.byFigure[f] = opened
	}
	return opened.picture, opened.err
}

// checkFigures finds the figures that cannot be printed or must not be: one
// without words for those who do not see it (ISO 14289-1, 7.3).
func (c *composer) checkFigures() diag.List {
	var problems diag.List
	for _, b := range c.doc.Blocks {
		if !isFigure(b) {
			continue
		}
		f := c.doc.Figures[b.Label]
		if f == nil {
			p := diag.Errorf(b.Key, "нет рисунка «%s»", b.Label).WithHint("уберите строку, которая его называет")
			p.Code = "FIG-NONE"
			problems.Add(p)
			continue
		}
		if p, bad := c.faultOf(f); bad {
			p.Path = "рисунок «" + b.Label + "»"
			problems.Add(p)
		}
	}
	return problems
}

func (c *composer) faultOf(f *doc.Figure) (p diag.Problem, bad bool) {
	switch {
	case f.Alt == "":
		p = diag.Errorf(f.Key, "нет описания рисунка").
			WithHint("скажите словами, что на нём видно: описание читают тем, кто рисунка не видит")
		p.Code = "FIG-ALT"
	case f.Drawing == nil && f.Picture == nil:
		p = diag.Errorf(f.Key, "рисунок пуст").WithHint("дайте файл PNG или JPEG")
		p.Code = "FIG-FILE"
	case f.Drawing != nil && !(f.Width > 0 && f.Height > 0):
		p = diag.Errorf(f.Key, "у рисунка нет размера").WithHint("нужны ширина и высота в миллиметрах")
		p.Code = "FIG-SIZE"
	case f.Drawing == nil:
		if _, err := c.pictures.open(f); err != nil {
			p = diag.Errorf(f.Key, "%s", err).WithHint("откройте файл и сохраните его заново как PNG или JPEG")
			p.Code = "FIG-FILE"
		}
	}
	return p, p.Code != ""
}

func tooHighFigure(f *doc.Figure, scale float64) diag.Problem {
	p := diag.Warnf(f.Key, "рисунок выше страницы и уменьшен до %.0f %%", 100*scale).
		WithHint("сделайте рисунок ниже или поставьте его на отдельную страницу другого направления")
	p.Code, p.Path = "FIG-HIGH", "рисунок "+excerpt(f.Alt)
	return p
}
