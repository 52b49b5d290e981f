package sample

import (
	"fmt"
	"math"

	"doklad/generator/chart"
	"doklad/generator/doc"
)

// statuses are nine kinds, what matters most first.
var statuses = []chart.Series{{Name: "не исполнено"}, {Name: "исполнено с нарушением срока"}, {Name: "исполнено частично"},
	{Name: "срок исполнения не наступил"}, {Name: "исполняется постоянно"}, {Name: "перенесено на следующий год"},
	{Name: "утратило силу"}, {Name: "нет сведений об исполнении"}, {Name: "исполнено в срок"}}

// byYear are statuses of activities in four years; the last has one of each.
func byYear() []chart.Group {
	return []chart.Group{
		{Name: "2021", Values: []float64{2, 1, 0, 0, 3, 0, 1, 0, 17}},
		{Name: "2022", Values: []float64{1, 4, 2, 0, 3, 2, 0, 0, 21}},
		{Name: "2023", Values: []float64{0, 0, 0, 0, 0, 0, 0, 0, 0}},
		{Name: "2024", Values: []float64{1, 1, 1, 9, 1, 1, 1, 1, 12}},
	}
}

// schools have names as they are written in orders.
func schools(count int) (names []string) {
	forms := []string{"МБОУ «Средняя общеобразовательная школа № %d» (пример)", "МБДОУ «Детский сад № %d» (пример)", "Примерная школа № %d",
		"Муниципальное бюджетное общеобразовательное учреждение «Примерновская основная общеобразовательная школа имени Героя Советского Союза П.П. Примерова № %d»", "Лицей № %d"}
	for i := range count {
		names = append(names, fmt.Sprintf(forms[i%len(forms)], i+1))
	}
	return names
}

// charts is a paper of all kinds of charts, each hard in one respect.
func charts() *doc.Document {
	markup := "#title Диаграммы (пример)\n"
	figures := map[string]*doc.Figure{}
	add := func(c chart.Bars) {
		name := fmt.Sprintf("chart-%d", len(figures)+1)
		c.Caption += " (пример)"
		f, err := c.Figure()
		if err != nil {
			panic(err) // the samples are ours
		}
		figures[name] = f
		markup += "#figure " + name + "\n"
	}
	values := func(count, kinds int, value func(i int) float64) (groups []chart.Group) {
		for i, name := range schools(count) {
			g := chart.Group{Name: name}
			for j := range kinds {
				g.Values = append(g.Values, value(i*kinds+j))
			}
			groups = append(groups, g)
		}
		return groups
	}
	tones := chart.Tones(3)
	years := []chart.Series{{Name: "2023/2024 учебный год", Fill: tones[2]}, {Name: "2024/2025 учебный год", Fill: tones[1]}, {Name: "2025/2026 учебный год", Fill: tones[0]}}
	share := func(i int) float64 { return math.Mod(float64(i)*37.3, 100) }
	add(chart.Bars{Caption: "Мероприятия по годам и исполнению", Series: statuses, Groups: byYear(), Stacked: true, Unit: "мероприятий"})
	add(chart.Bars{Caption: "Мероприятия по годам и исполнению, лёжа", Series: statuses, Groups: byYear(), Stacked: true, Lying: true, Unit: "мероприятий"})
	add(chart.Bars{Caption: "Один столбец", Height: 60, Series: statuses, Groups: byYear()[:1], Stacked: true})
	add(chart.Bars{Caption: "Огромные числа", Series: statuses[:3], Stacked: true, Lying: true, Height: 60, Unit: "тысяч рублей",
		Groups: []chart.Group{{Name: "2024", Values: []float64{1, 34567, 1200000}}, {Name: "2025", Values: []float64{0, 0, 765432}}}})
	add(chart.Bars{Caption: "Охват по школам за три года", Unit: "%", Decimals: 1, Top: 100, Series: years, Groups: values(5, 3, share),
		Threshold: &chart.Threshold{Value: 70, Name: "порог 70 %"}})
	add(chart.Bars{Caption: "Охват по школам с порогом", Unit: "%", Decimals: 1, Top: 100, Lying: true, Series: []chart.Series{{Name: "охват"}},
		Groups: values(12, 1, share), Threshold: &chart.Threshold{Value: 70, Name: "порог 70 %"}})
	add(chart.Bars{Caption: "Два года по школам", Lying: true, Series: years[1:], Groups: values(6, 2, func(i int) float64 {
		if i == 3 {
			return math.NaN()
		}
		return float64(i * i * 10)
	})})
	add(chart.Bars{Caption: "Сорок столбцов", Series: []chart.Series{{}}, Groups: values(40, 1, func(i int) float64 { return float64(i * 97 % 410) })})
	add(chart.Bars{Caption: "Сорок организаций", Lying: true, Series: []chart.Series{{}}, Groups: values(40, 1, func(i int) float64 { return float64(i * 97 % 410) })})
	add(chart.Bars{Caption: "Сорок столбцов из частей", Series: statuses[:4], Stacked: true, Groups: values(40, 4, func(i int) float64 { return float64(i * 7 % 11) })})
	add(chart.Bars{Caption: "Без чисел", Series: []chart.Series{{}}, Height: 60})
	markup += "#page landscape\n"
	add(chart.Bars{Caption: "Во всю альбомную страницу", Width: 257, Height: 110, Series: statuses, Groups: byYear(), Stacked: true, Unit: "мероприятий"})
	d := paper("Диаграммы (пример)", markup)
	d.Figures = figures
	return d
}
