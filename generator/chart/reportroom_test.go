package chart_test

import (
	"fmt"
	"math"
	"testing"

	"doklad/generator/chart"
)

// anyLine has a value at so many places, some of them not known.
func anyLine(d *dice, name string, places int, low, high float64) chart.Line {
	l := chart.Line{Name: name}
	for range places {
		value := low + (high-low)*float64(d.roll(1001))/1000
		if d.roll(6) == 0 {
			value = math.NaN()
		}
		l.Values = append(l.Values, value)
	}
	return l
}

var lineNames = []string{"2022", "Примерный муниципальный округ", "группа сопоставимых территорий", "Превысокомногорассмотрительствующий"}

func anyLines(d *dice) chart.Lines {
	c := chart.Lines{Width: float64(80 + d.roll(91)), Decimals: d.roll(3), Unit: d.one("", "%", "обучающихся за учебный год")}
	if d.roll(3) == 0 {
		c.Width, c.Height = 257, 120
	}
	places := d.roll(int(c.Width / 13))
	for i := range places {
		c.Points = append(c.Points, fmt.Sprintf(d.one("%d", "%d/23", "%d учебный год"), 2010+i))
	}
	low, high := d.roll(100), 101+d.roll(100)
	size := math.Pow10(d.roll(5))
	if d.roll(4) == 0 {
		low = -low
	}
	for i := range 1 + d.roll(4) {
		c.Lines = append(c.Lines, anyLine(d, fmt.Sprint(d.one(lineNames...), " ", i+1), places, float64(low)*size, float64(high)*size))
	}
	if d.roll(2) == 0 {
		c.Threshold = &chart.Threshold{Value: float64(1 + d.roll(120)), Name: d.one("порог 70 %", "среднее по муниципальному округу за прошлый год")}
	}
	for range d.roll(3) {
		if places > 1 {
			c.Changes = append(c.Changes, chart.Change{At: 1 + d.roll(places-1), Name: d.one("", "новый порядок расчёта с учётом изменений, внесённых приказом Министерства")})
		}
	}
	return c
}

func anyRadar(d *dice) chart.Radar {
	c := chart.Radar{Width: float64(80 + d.roll(91)), Decimals: d.roll(2), Unit: d.one("", "баллов", "% от наибольшего возможного"), Lowest: float64(d.roll(3)), Highest: d.oneOf(4, 5, 10, 100, 7.5)}
	if d.roll(2) == 0 {
		c.Height = float64(60 + d.roll(100))
	}
	for i := range 3 + d.roll(10) {
		c.Axes = append(c.Axes, fmt.Sprintf(d.one("Кадры %d", "Содержание образовательной деятельности %d",
			"%d Условия получения дошкольного образования лицами с ограниченными возможностями здоровья и инвалидами", "Превысокомногорассмотрительствующий %d"), i+1))
	}
	for i := range 1 + d.roll(3) {
		c.Lines = append(c.Lines, anyLine(d, fmt.Sprint(d.one(lineNames...), " ", i+1), len(c.Axes), c.Lowest, c.Highest))
	}
	return c
}

func (d *dice) oneOf(of ...float64) float64 { return of[d.roll(len(of))] }

func anyHistogram(d *dice) chart.Histogram {
	c := chart.Histogram{Width: float64(80 + d.roll(91)), Unit: d.one("", "обучающихся"), Scale: d.one("", "первичный балл", "доля выполненных заданий проверочной работы по всем предметам, %")}
	count, wide, whole := d.roll(int(c.Width/6)), 1+d.roll(20), d.roll(2)
	from := d.roll(5)
	for range count {
		c.Bins = append(c.Bins, chart.Bin{From: float64(from), To: float64(from + wide - whole), Count: d.roll(d.roll(1000) + 1)})
		from += wide
	}
	if wide-whole == 0 && whole == 1 || count > 1 {
		if at := d.roll(count + 1); at < count && c.Bins[at].From > 0 {
			c.Threshold = &chart.Threshold{Value: c.Bins[at].From, Name: d.one("отметка «3»", "наименьший балл, с которого выставляется положительная отметка по предмету")}
		}
	}
	return c
}

// No label of the charts of a report covers another, leaves the drawing, or stands half
// on a bar or a marker.
func TestReportLabelsHaveRoom(t *testing.T) {
	d := dice(2022)
	for name, kind := range map[string]struct {
		least int
		any   func() drawn
	}{
		"lines":     {1500, func() drawn { return anyLines(&d) }},
		"radar":     {1200, func() drawn { return anyRadar(&d) }},
		"histogram": {1500, func() drawn { return anyHistogram(&d) }},
	} {
		t.Run(name, func(t *testing.T) {
			d = dice(2022)
			labels := 0
			for n := range 80 {
				labels += judgeRoom(t, fmt.Sprint(n), kind.any())
			}
			if labels < kind.least {
				t.Errorf("%d labels", labels)
			}
		})
	}
}
