package cycle

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doklad/generator/model"
)

func document(direction string, stage model.CycleStage, year int, number string, day int) model.CycleDocument {
	d := model.CycleDocument{Direction: direction, Stage: stage, Year: year, Evidence: model.Evidence{Number: number}}
	if day > 0 {
		d.Date = model.Date{Year: year, Month: 1, Day: day}
	}
	return d
}

func numbers(m Matrix, direction string, stage model.CycleStage, year int) string {
	var list []string
	for _, d := range m.At(direction, stage, year) {
		list = append(list, d.Number)
	}
	return strings.Join(list, " ")
}

func TestMatrix(t *testing.T) {
	m := Of([]string{"school", "preschool", "school"}, []int{2022, 2021, 2022}, []model.CycleDocument{
		document("school", model.StageGoals, 2022, "undated", 0),
		document("school", model.StageGoals, 2022, "late", 20),
		document("school", model.StageGoals, 2022, "early", 10),
		document("school", model.StageGoals, 2022, "early", 10),
		document("", model.StageMethods, 2022, "of all", 5),
		document("school", model.StageMethods, 2022, "of all", 5),
		document("ВсОШ", model.StageGoals, 2021, "own", 5),
		document("ВсОШ", model.StageGoals, 2020, "before", 5),
		document("кадры", model.StageGoals, 2020, "before", 5),
	})
	if got := fmt.Sprint(m.Directions, m.Years); got != "[school preschool ВсОШ] [2021 2022]" {
		t.Error(got)
	}
	for _, c := range []struct {
		direction string
		stage     model.CycleStage
		year      int
		want      string
	}{
		{"school", model.StageGoals, 2022, "early late undated"},
		{"school", model.StageGoals, 2021, ""},
		{"preschool", model.StageGoals, 2022, ""},
		{"school", model.StageMethods, 2022, "of all"},
		{"preschool", model.StageMethods, 2022, "of all"},
		{"ВсОШ", model.StageMethods, 2022, "of all"},
		{"ВсОШ", model.StageGoals, 2021, "own"},
		{"ВсОШ", model.StageGoals, 2020, ""},
	} {
		if got := numbers(m, c.direction, c.stage, c.year); got != c.want {
			t.Errorf("%s %s %d: %q, want %q", c.direction, c.stage, c.year, got, c.want)
		}
	}
	for direction, want := range map[string]int{"school": 2, "preschool": 1, "ВсОШ": 1} {
		if proved, of := m.Proved(direction, 2022); proved != want || of != 9 {
			t.Errorf("%s: %d of %d, want %d", direction, proved, of, want)
		}
	}
}

// Gaps are what is not proved, in a fixed order.
func TestGaps(t *testing.T) {
	var documents []model.CycleDocument
	for _, stage := range model.CycleStages {
		documents = append(documents, document("", stage, 2022, "1", 1))
	}
	if gaps := Of([]string{"school"}, []int{2022}, documents).Gaps(); gaps != nil {
		t.Error(gaps)
	}
	want := []Gap{{"school", model.StageEffect, 2022}, {"preschool", model.StageEffect, 2022}}
	if gaps := Of([]string{"school", "preschool"}, []int{2022}, documents[:8]).Gaps(); !slices.Equal(gaps, want) {
		t.Error(gaps)
	}
	if gaps := Of([]string{"school"}, []int{2021, 2022}, documents).Gaps(); len(gaps) != 9 || gaps[0] != (Gap{"school", model.StageGoals, 2021}) {
		t.Error(gaps)
	}
	if gaps := Of(nil, []int{2022}, nil).Gaps(); gaps != nil {
		t.Error(gaps)
	}
}

// In whatever order documents are told, the matrix is the same.
func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	documents := []model.CycleDocument{
		document("", model.StageGoals, 2022, "3", 5), document("school", model.StageGoals, 2022, "1", 5), document("school", model.StageGoals, 2022, "2", 4),
	}
	want := numbers(Of([]string{"school"}, []int{2022}, documents), "school", model.StageGoals, 2022)
	slices.Reverse(documents)
	if got := numbers(Of([]string{"school"}, []int{2022}, documents), "school", model.StageGoals, 2022); got != want || want != "2 1 3" {
		t.Errorf("%q, %q", got, want)
	}
}
