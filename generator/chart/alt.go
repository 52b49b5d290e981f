package chart

import (
	"fmt"
	"math"
	"strings"
)

// alt says the numbers in words: what is drawn and no more.
func (c Bars) alt() string {
	text := "Столбчатая диаграмма"
	if c.Unit != "" {
		text += ", " + c.Unit
	}
	if len(c.Groups) == 0 {
		return text + ". Нет сведений."
	}
	var groups []string
	for _, g := range c.Groups {
		groups = append(groups, g.Name+": "+c.said(g))
	}
	text += ". " + strings.Join(groups, "; ") + "."
	if c.Threshold != nil {
		text += fmt.Sprintf(" Линия: %s.", c.Threshold.Name)
	}
	return text
}

// said are the values of a group; of a stack those that are not zero.
func (c Bars) said(g Group) string {
	var said []string
	for i, v := range g.Values {
		text := number(v, c.Decimals)
		switch {
		case v == 0 && c.Stacked:
			continue
		case math.IsNaN(v):
			text = "нет сведений"
		}
		said = append(said, strings.TrimSpace(c.Series[i].Name+" "+text))
	}
	if len(said) == 0 {
		return "0"
	}
	return strings.Join(said, ", ")
}
