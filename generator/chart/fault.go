package chart

import (
	"fmt"
	"math"
	"strings"
)

// leastWidth leaves the bars room beside names and legend.
const leastWidth = 80

// fault finds numbers that would make a chart that lies or cannot be read.
func (c Bars) fault() error {
	switch {
	case c.Width != 0 && c.Width < leastWidth:
		return fmt.Errorf("диаграмма уже %d мм", leastWidth)
	case len(c.Series) == 0:
		return fmt.Errorf("не сказано, что показывают столбцы")
	case len(c.Series) > len(palette):
		return fmt.Errorf("видов %d, различить можно не больше %d", len(c.Series), len(palette))
	case c.Decimals < 0 || c.Decimals > 6 || !(c.Top >= 0) || math.IsInf(c.Top, 1):
		return fmt.Errorf("оси нужны от 0 до 6 знаков после запятой и конец не меньше нуля")
	case c.Threshold != nil && !(c.Threshold.Value > 0 && !math.IsInf(c.Threshold.Value, 1) && strings.TrimSpace(c.Threshold.Name) != ""):
		return fmt.Errorf("у порога нужны имя и число больше нуля")
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
