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
	return text + ". " + c.saidGroups()
}

// saidGroups are the values of all groups, and the threshold.
func (c Bars) saidGroups() string {
	if len(c.Groups) == 0 {
		return "Нет сведений."
	}
	var groups []string
	for _, g := range c.Groups {
		groups = append(groups, g.Name+": "+c.said(g))
	}
	text := strings.Join(groups, "; ") + "."
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

// alt says how many are in each interval.
func (c Histogram) alt(bars Bars) string {
	text := "Гистограмма"
	for _, words := range []string{c.Scale, c.Unit} {
		if words != "" {
			text += ", " + words
		}
	}
	bars.Threshold = c.Threshold
	return text + ". " + bars.saidGroups()
}

// alt says each line from point to point.
func (c Lines) alt() string {
	text := "Линейная диаграмма"
	if c.Unit != "" {
		text += ", " + c.Unit
	}
	text += ". " + saidLines(c.Lines, c.Points, c.Decimals)
	low, high := c.bounds()
	if s := scaleBetween(low, high, c.Top, c.Decimals, c.marks()); s.begin > 0 {
		text += fmt.Sprintf(" Ось начинается не с нуля, а с %s.", number(s.begin, s.decimals))
	}
	for _, change := range c.Changes {
		text += fmt.Sprintf(" С точки «%s» линия прервана: %s.", c.Points[change.At], change.Words())
	}
	if c.Threshold != nil {
		text += fmt.Sprintf(" Линия: %s.", c.Threshold.Name)
	}
	return text
}

// alt says each line from axis to axis, and the scale.
func (c Radar) alt() string {
	return "Лепестковая диаграмма, " + c.scale() + ". " + saidLines(c.Lines, c.Axes, c.Decimals)
}

// saidLines are the values of lines by the names of their places.
func saidLines(lines []Line, places []string, decimals int) string {
	var said []string
	for _, l := range lines {
		var values []string
		for i, v := range l.Values {
			text := number(v, decimals)
			if math.IsNaN(v) {
				text = "нет сведений"
			}
			values = append(values, places[i]+" – "+text)
		}
		text := strings.Join(values, ", ")
		if l.Name != "" {
			text = l.Name + ": " + text
		}
		said = append(said, text)
	}
	if len(places) == 0 {
		return "Нет сведений."
	}
	return strings.Join(said, "; ") + "."
}
