package chart

import (
	"fmt"
	"math"
	"strings"
)

// leastWidth leaves the bars room beside names and legend.
const leastWidth = 80

// faultOfAxis finds what no axis can be made of.
func faultOfAxis(width float64, decimals int, top float64, t *Threshold) error {
	switch {
	case width != 0 && !(width >= leastWidth):
		return fmt.Errorf("диаграмма уже %d мм", leastWidth)
	case decimals < 0 || decimals > 6 || !(top >= 0) || math.IsInf(top, 1):
		return fmt.Errorf("оси нужны от 0 до 6 знаков после запятой и конец не меньше нуля")
	case t != nil && !(t.Value > 0 && !math.IsInf(t.Value, 1) && strings.TrimSpace(t.Name) != ""):
		return fmt.Errorf("у порога нужны имя и число больше нуля")
	}
	return nil
}

// fault finds numbers that would make a chart that lies or cannot be read.
func (c Bars) fault() error {
	if err := faultOfAxis(c.Width, c.Decimals, c.Top, c.Threshold); err != nil {
		return err
	}
	switch {
	case len(c.Series) == 0:
		return fmt.Errorf("не сказано, что показывают столбцы")
	case len(c.Series) > len(palette):
		return fmt.Errorf("видов %d, различить можно не больше %d", len(c.Series), len(palette))
	}
	for i, s := range c.Series {
		if strings.TrimSpace(s.Name) == "" && len(c.Series) > 1 {
			return fmt.Errorf("у вида %d нет имени", i+1)
		}
	}
	for i, g := range c.Groups {
		if strings.TrimSpace(g.Name) == "" {
			return fmt.Errorf("у столбца %d нет имени", i+1)
		}
		if len(g.Values) != len(c.Series) {
			return fmt.Errorf("«%s»: чисел %d, а видов %d", g.Name, len(g.Values), len(c.Series))
		}
		for _, v := range g.Values {
			if v < 0 || math.IsInf(v, 0) || math.IsNaN(v) && c.Stacked {
				return fmt.Errorf("«%s»: %g нельзя показать столбцом от нуля", g.Name, v)
			}
		}
	}
	return nil
}
