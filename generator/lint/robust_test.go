package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"doklad/generator/lint"
	"doklad/generator/model"
)

func TestNothingToJudge(t *testing.T) {
	lint.Order(nil, nil)
	lint.Order(&model.Order{}, &model.Directory{})
	lint.Orders(nil, nil)
	lint.Orders([]*model.Order{{}, nil, {Roadmap: &model.Roadmap{Sections: []model.Section{{}}}}}, nil)
	lint.Order(&model.Order{Clauses: []model.Clause{{}}, Appendices: []model.Appendix{{Rows: [][]string{nil}}}, Restored: make([]model.Restoration, 1)}, nil)
}

// strange puts one text everywhere.
func strange(s string) *model.Order {
	o := valid()
	o.Title, o.Preamble, o.Number = s, s, s
	o.Clauses[0].Text, o.Clauses[2].Text = s, s
	o.Clauses[1].Clauses[0].Text = s
	o.Signatories[0].Post = s
	o.Roadmap.Title, o.Roadmap.MarkWords = []string{s, s}, []string{s}
	o.Roadmap.Sections[0].Title = s
	o.Operative, o.Recipients = s, []model.Recipient{{To: s}}
	o.Agreement, o.Acquaintance = []model.Visitor{{Post: s, Name: s}}, []model.Visitor{{Post: s, Name: s}}
	o.Certified = &model.Certification{Kept: s}
	o.Appendices = []model.Appendix{{Annex: model.Annex{Title: []string{s}}, Columns: []string{s, s}, Rows: [][]string{{s}, {s, s}, {"", s}}}}
	a := model.Activity{Number: s, Text: s, Responsible: s, Schedule: model.NewSchedule(s), ExpectedResult: s}
	o.Roadmap.Sections[0].Activities = append(o.Roadmap.Sections[0].Activities, a)
	o.Restored = []model.Restoration{{Field: "title", Copy: s}, {Field: s, Copy: "\t" + s}}
	return o
}

func FuzzOrder(f *testing.F) {
	for _, m := range mutations {
		o := valid()
		m.change(o, directory())
		f.Add(o.Preamble + o.Roadmap.Sections[1].Activities[0].Text + o.Roadmap.Sections[1].Activities[0].Responsible)
	}
	for _, s := range []string{"«", "\xff\xfe", "№", "/", "1.2.3.", " - ", "((((", "А,Б,", "2021-2024гг", "а\u0301", "İ", "\n\n", "ГО ГО ГО", "до 2024", "(далее – ГО)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		o, d := strange(s), directory()
		longest := utf8.RuneCountInString(strings.ToValidUTF8(s, "\uFFFD")) + 1
		for _, p := range lint.Order(o, d) {
			if p.Code == "" || p.Text == "" || p.Offset < 0 || strings.HasPrefix(p.Key, "preamble") && p.Offset > longest {
				t.Errorf("%q: %+v", s, p)
			}
		}
		lint.Orders([]*model.Order{o, valid(), strange("а" + s)}, d)
	})
}

func TestHugeTexts(t *testing.T) {
	for _, piece := range []string{"«", "а ", "План ", "ГО ", "2021-", "/а", "(далее – Дорожная карта) дорожной карты ", "Отдел развития и ", "\t\n", "1.", "А,"} {
		o := strange(strings.Repeat(piece, 2000))
		lint.Order(o, directory())
		lint.Orders([]*model.Order{o, valid()}, directory())
	}
}

// long is a roadmap of n rows, each with faults of its own.
func long(n int) *model.Order {
	o := valid()
	s := &o.Roadmap.Sections[1]
	s.Activities = nil
	for i := range n {
		s.Activities = append(s.Activities, model.Activity{
			Number:         fmt.Sprintf("2.%d", i+1),
			Text:           fmt.Sprintf("Участие в семинарах, /вебинарах/ для школы %d на территории Примерного ГО Образцовой области по вопросам качества Плана", i),
			Responsible:    fmt.Sprintf("Отдел развития школы, Комитет %d", i),
			Schedule:       model.NewSchedule("Июль-август 2021г."),
			ExpectedResult: fmt.Sprintf("Разработана система рекомендаций по проведению процедуры оценки в школе «%d»", i),
		})
	}
	return o
}

// plain is a roadmap of n rows like those of the valid order.
func plain(n int) *model.Order {
	o := valid()
	s := &o.Roadmap.Sections[1]
	for i := len(s.Activities); i < n; i++ {
		a := s.Activities[i%2]
		a.Number = fmt.Sprintf("2.%d.", i+1)
		a.ExpectedResult = fmt.Sprintf("Опубликован доклад об итогах в школе «%d» за год", i)
		s.Activities = append(s.Activities, a)
	}
	return o
}

func BenchmarkPlainRoadmap(b *testing.B) {
	o, d := plain(10_000), directory()
	for b.Loop() {
		lint.Order(o, d)
	}
}

// Seven faults in every row.
func BenchmarkFaultyRoadmap(b *testing.B) {
	o, d := long(10_000), directory()
	for b.Loop() {
		lint.Order(o, d)
	}
}

func BenchmarkSideBySide(b *testing.B) {
	orders, d := []*model.Order{long(10_000), long(10_000)}, directory()
	for b.Loop() {
		lint.Orders(orders, d)
	}
}
