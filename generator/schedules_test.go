package generator

import (
	"fmt"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/internal/golden"
	"doklad/generator/schedule"
	"doklad/generator/source"
)

// How the terms of every roadmap of data/ are read, for a person to confirm: words,
// reading, and the days on which the activity is due within the plan.
func TestSchedulesOfAllData(t *testing.T) {
	g := ours()
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	read := 0
	for _, office := range offices {
		calendars, problems := tree.Calendars(office.Directory.Office.Folder)
		if len(problems) > 0 {
			t.Error(problems)
		}
		for _, o := range tree.Orders(office) {
			if o.Roadmap == nil {
				continue
			}
			h := schedule.HorizonOf(o.Order)
			var b strings.Builder
			fmt.Fprintf(&b, "Приказ № %s, срок плана с %s по %s\n", o.Number, h.From, h.To)
			for i, section := range o.Roadmap.Sections {
				for k, a := range section.Activities {
					reading := schedule.Parse(a.Schedule.String())
					fmt.Fprintf(&b, "\n%d.%d «%s»\n    %s: %s\n", i+1, k+1, reading.Words, reading.Kind, reading.Meaning())
					for _, d := range reading.Doubts {
						fmt.Fprintf(&b, "    неясность: %s\n", d)
					}
					for _, occurrence := range reading.Occurrences(h, nil, calendars) {
						fmt.Fprintf(&b, "    – %s\n", strings.TrimSpace(fmt.Sprintf("%s с %s по %s", occurrence.ID, occurrence.Begin, occurrence.End)))
					}
					read++
				}
			}
			golden.Assert(t, path.Join("schedules", o.Office.Folder, o.ID+".txt"), b.String())
		}
	}
	if read < 20 {
		t.Errorf("only %d activities were read", read)
	}
}

// What is wrong with a calendar is told once, with its place; the papers are made.
func TestBadCalendarIsTold(t *testing.T) {
	g := small(nil)
	g.Data.(fstest.MapFS)["calendar/2026.toml"] = &fstest.MapFile{Data: []byte("year = 2025\n")}
	plan := g.Plan()
	const want = "calendar/2026.toml:1:8: ошибка: файл называется «2026», а календарь – 2025 года"
	if n := strings.Count(fmt.Sprint(plan.Problems), want); n != 1 {
		t.Errorf("told %d times: %v", n, plan.Problems)
	}
	if plan.Papers[0].Blocked() {
		t.Error("an order waits for a calendar that it does not need")
	}
}
