package main

import (
	"fmt"
	"strings"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// collectedView shows on a screen how submissions stand.
type collectedView struct {
	screen
	years []generator.Collected
}

func (v collectedView) text() string {
	var b strings.Builder
	for i, year := range v.years {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(v.year(year))
	}
	return b.String()
}

func (v collectedView) year(year generator.Collected) string {
	var b strings.Builder
	heading := fmt.Sprintf("%s, %d год", cut(year.Office), year.Year)
	if !year.Due.IsZero() {
		heading += fmt.Sprintf(", срок сдачи %s", year.Due)
	}
	b.WriteString(v.in(bold, heading) + "\n")
	for first := 0; first < len(year.Reports); {
		last := first
		for last < len(year.Reports) && year.Reports[last].Set == year.Reports[first].Set {
			last++
		}
		b.WriteString("\n" + cut(year.Reports[first].Title) + " (" + year.Reports[first].Set + ")\n\n")
		b.WriteString(v.table(year.Reports[first:last]) + "\n\n")
		b.WriteString(sayCounts(year.Reports[first:last]) + "\n")
		first = last
	}
	if len(year.Reports) == 0 {
		b.WriteString("\nСдавать некому: учреждений, которых касаются показатели, в institutions.toml нет.\n")
	}
	if len(year.Untaken) > 0 {
		b.WriteString("\nНе взято ничего из файлов:\n")
		for _, name := range year.Untaken {
			b.WriteString("  " + name + "\n")
		}
	}
	if n := year.Sent.Count(diag.Error); n > 0 {
		fmt.Fprintf(&b, "\n%s: каждую показывает «doklad check», книги с отмеченными ячейками делает «doklad build».\n",
			russian.Count(n, "ошибка", "ошибки", "ошибок"))
	}
	return b.String()
}

// table has a line for each institution.
func (v collectedView) table(reports []generator.ReportStatus) string {
	header := []string{"Учреждение", "Состояние", "Заполнено", "Ошибок", "Поступило", "Файлы"}
	rows := [][]string{header}
	for _, r := range reports {
		told := ""
		if len(r.Files) > 0 {
			told = fmt.Sprintf("%d из %d", r.Told, r.Asked)
		}
		errors := ""
		if r.Errors > 0 {
			errors = fmt.Sprint(r.Errors)
		}
		files := strings.Join(r.Files, "; ")
		if r.Reason != "" {
			files += " – " + oneSpaced(r.Reason)
		}
		rows = append(rows, []string{oneSpaced(r.Name), string(r.Status), told, errors, sayReceived(r), files})
	}
	widths := v.widths(rows)
	var drawn [][]cell
	for n, row := range rows {
		var cells []cell
		for i, words := range row {
			c := plain
			switch {
			case n == 0:
				c = bold
			case i == 1:
				c = statusColour(reports[n-1].Status)
			case i == 3 || i == 4 && reports[n-1].Late:
				c = red
			}
			var one cell
			one.add(c, lines(words, widths[i]))
			cells = append(cells, one)
		}
		drawn = append(drawn, cells)
	}
	return v.drawn(drawn, 0)
}

// widths are as wide as the words, but names and files share what the others leave.
func (v collectedView) widths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, words := range row {
			widths[i] = max(widths[i], wide(words))
		}
	}
	name, files := 0, len(widths)-1
	room := v.width - gap*(len(widths)-1)
	for _, width := range widths[1:files] {
		room -= width
	}
	if widths[name]+widths[files] > room {
		widths[name] = min(widths[name], max(room/2, room-widths[files]))
		widths[files] = room - widths[name]
	}
	return widths
}

// sayReceived: a day that is not on record is that of the file.
func sayReceived(r generator.ReportStatus) string {
	switch {
	case !r.Received.IsZero() && r.Late:
		return r.Received.String() + ", поздно"
	case !r.Received.IsZero():
		return r.Received.String()
	case r.Late:
		return "срок прошёл"
	case !r.FileDay.IsZero():
		return "(файл " + r.FileDay.String() + ")"
	}
	return ""
}

func statusColour(s model.SubmissionStatus) colour {
	switch s {
	case model.SentAccepted, model.SentApproved:
		return green
	case model.SentForReview:
		return plain
	case model.NothingSent, model.SeveralSent:
		return red
	}
	return yellow
}

// sayCounts sums up completeness and timeliness.
func sayCounts(reports []generator.ReportStatus) string {
	counts := map[model.SubmissionStatus]int{}
	all, sent, inTime, late := 0, 0, 0, 0
	for _, r := range reports {
		if r.Institution == "" {
			continue // it does not hand in to itself
		}
		all++
		counts[r.Status]++
		if r.Status == model.NothingSent {
			continue
		}
		sent++
		switch {
		case r.Received.IsZero():
		case r.Late:
			late++
		default:
			inTime++
		}
	}
	said := fmt.Sprintf("Прислано: %d из %d", sent, all)
	if inTime+late > 0 {
		said += fmt.Sprintf(" (в срок – %d, с опозданием – %d)", inTime, late)
	}
	for _, s := range []model.SubmissionStatus{model.SentApproved, model.SentAccepted, model.SentForReview, model.DraftSent, model.SentBack, model.SeveralSent, model.NothingSent} {
		if counts[s] > 0 {
			said += fmt.Sprintf("; %s – %d", s, counts[s])
		}
	}
	return said + "."
}
