package sample

import (
	"fmt"
	"math"

	"doklad/generator/chart"
	"doklad/generator/doc"
)

// areas are those of the quality of preschool education, with names as long as they
// are in monitorings.
var areas = []string{"Образовательные ориентиры", "Образовательная программа", "Содержание образовательной деятельности", "Образовательный процесс",
	"Образовательные условия", "Условия получения дошкольного образования лицами с ОВЗ и инвалидами", "Взаимодействие с родителями", "Здоровье, безопасность и повседневный уход", "Управление и развитие"}

// reportCharts is a paper of the charts of a yearly report.
func reportCharts() *doc.Document {
	markup := "#title Диаграммы доклада (пример)\n"
	figures := map[string]*doc.Figure{}
	add := func(c interface{ Figure() (*doc.Figure, error) }) {
		f, err := c.Figure()
		if err != nil {
			panic(err) // the samples are ours
		}
		name := fmt.Sprintf("figure-%d", len(figures)+1)
		f.Caption += " (пример)"
		figures[name] = f
		markup += "#figure " + name + "\n"
	}
	none := math.NaN()
	add(chart.Radar{Caption: "Области качества за два года", Axes: areas, Lowest: 1, Highest: 5, Decimals: 1, Unit: "баллов", Lines: []chart.Line{
		{Name: "2022 год", Values: []float64{3.2, 3.5, 2.9, 3.8, 4.1, 2.2, 3.9, 4.4, 3.3}},
		{Name: "2021 год", Values: []float64{2.8, 3.1, 2.7, 3.0, 3.2, 2.0, 3.6, 3.7, 2.4}}}})
	add(chart.Radar{Caption: "Двенадцать осей, у края", Axes: schools(12), Lowest: 0, Highest: 100, Unit: "%", Lines: []chart.Line{
		{Name: "округ", Values: []float64{90, 100, 80, 100, 70, 100, 95, 100, 60, 100, 85, 100}},
		{Name: "край", Values: []float64{60, 65, 50, 70, none, 55, 60, 62, 40, 50, 45, 66}},
		{Name: "сопоставимая группа", Values: []float64{30, 20, 25, 30, 22, 31, 40, 10, 12, 25, 21, 33}}}})
	add(chart.Radar{Caption: "Линии вплотную", Height: 80, Axes: []string{"Кадры", "Среда", "Семья"}, Lowest: 1, Highest: 4, Lines: []chart.Line{
		{Name: "МБОУ «Школа № 1»", Values: []float64{2, 3, 2}}, {Name: "в среднем по округу", Values: []float64{2.1, 2.9, 2.1}}}})
	years := []string{"2018", "2019", "2020", "2021", "2022", "2023"}
	add(chart.Lines{Caption: "Охват по годам", Unit: "%", Decimals: 1, Points: years, Threshold: &chart.Threshold{Value: 80, Name: "целевое значение 80 %"}, Lines: []chart.Line{
		{Name: "Примерный муниципальный округ", Values: []float64{72.4, 75, none, 77.7, 81.3, 84.9}},
		{Name: "Пермский край", Values: []float64{76, 77.2, 77.9, 79.5, 80.2, 81}}},
		Changes: []chart.Change{{At: 4}}})
	add(chart.Lines{Caption: "Четыре линии от нуля", Unit: "мест", Points: years, Lines: []chart.Line{
		{Name: "ясли", Values: []float64{12, 14, 14, 15, none, none}}, {Name: "сады", Values: []float64{120, 118, 121, 119, 90, 88}},
		{Name: "группы при школах", Values: []float64{none, none, 40, 45, 46, 46}}, {Name: "семейные группы", Values: []float64{3, none, 4, none, 5, none}}}})
	add(chart.Lines{Caption: "Изменение за год", Unit: "процентных пунктов", Height: 60, Decimals: 1, Points: years[1:], Lines: []chart.Line{{Values: []float64{-2.5, 1.4, 0, -0.3, 6.1}}}})
	var primary, shares []chart.Bin
	for i := range 30 {
		primary = append(primary, chart.Bin{From: float64(i), To: float64(i), Count: i * (38 - i) / 9 % 37})
	}
	for i := range 10 {
		shares = append(shares, chart.Bin{From: float64(10 * i), To: float64(10*i + 10), Count: i * i % 13})
	}
	add(chart.Histogram{Caption: "Первичные баллы", Scale: "первичный балл", Unit: "обучающихся", Bins: primary, Threshold: &chart.Threshold{Value: 12, Name: "отметка «3» с 12 баллов"}})
	add(chart.Histogram{Caption: "Доля выполнения", Height: 60, Scale: "% выполнения заданий", Unit: "обучающихся", Bins: shares, Threshold: &chart.Threshold{Value: 40, Name: "порог 40 %"}})
	many := chart.Bars{Caption: "Пятьдесят организаций", Lying: true, Series: []chart.Series{{}}, Decimals: 1, Unit: "%", Top: 100, Threshold: &chart.Threshold{Value: 70, Name: "порог 70 %"}}
	for i, name := range schools(50) {
		many.Groups = append(many.Groups, chart.Group{Name: name, Values: []float64{100 - 1.7*float64(i)}})
	}
	for _, part := range many.Parts() {
		add(part)
	}
	d := paper("Диаграммы доклада (пример)", markup)
	d.Figures = figures
	return d
}
