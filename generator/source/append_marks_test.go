package source

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"doklad/generator/model"
)

var wholeMark = model.RecommendationMark{Recommendation: "2021/ds-3/D05", Outcome: model.OutcomePartly, Date: august, Reason: "нет «денег»\nи людей",
	By: "ivanova", Entered: august.AddDays(1),
	Document: model.Evidence{Kind: "справка", Number: "45", Date: august, Title: "Об исполнении", Link: "https://example.org/?a=1&b='2'", File: `progress\1.pdf`}}

const wholeMarkText = `
[[mark]]
recommendation = "2021/ds-3/D05"
status = "partly"
date = 2021-08-30
reason = """
нет «денег»
и людей"""
by = "ivanova"
entered = 2021-08-31

[mark.document]
kind = "справка"
number = "45"
date = 2021-08-30
title = "Об исполнении"
link = "https://example.org/?a=1&b='2'"
file = 'progress\1.pdf'
`

func TestAppendMarks(t *testing.T) {
	for i, v := 0, reflect.ValueOf(wholeMark); i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			t.Errorf("the mark of this test lacks %s", v.Type().Field(i).Name)
		}
	}
	short := model.RecommendationMark{Recommendation: "2021/-/S05", Outcome: model.OutcomeWork, Date: august}
	const shortText = "\n[[mark]]\nrecommendation = \"2021/-/S05\"\nstatus = \"work\"\ndate = 2021-08-30\n"
	const old = "year = 2021 # год\n\n[[mark]]\nrecommendation = \"2021/ds-1/D02\"\nstatus = \"work\"\ndate = 2021-08-01"
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for name, c := range map[string]struct{ old, want string }{
		"none":              {"", marksHeading + wholeMarkText + shortText},
		"no last newline":   {old, old + "\n" + wholeMarkText + shortText},
		"ends in an order":  {"[order]\ncontrol = \"self\"\n# к\n", "[order]\ncontrol = \"self\"\n# к\n" + wholeMarkText + shortText},
		"Notepad":           {"\ufeff" + crlf(old+"\n"), "\ufeff" + crlf(old+"\n"+wholeMarkText+shortText)},
		"ends in a comment": {old + "\n#", old + "\n#\n" + wholeMarkText + shortText},
	} {
		got, l := AppendMarks([]byte(c.old), []model.RecommendationMark{wholeMark, short})
		if string(got) != c.want || l != nil {
			t.Errorf("%s: %v\ngot\n%q\nwant\n%q", name, l, got, c.want)
		}
		var before, after model.Recommendations
		readBytes("f.toml", []byte(c.old), &before)
		if _, l := readBytes("f.toml", got, &after); len(l) > 0 || !slices.Equal(after.Marks, append(before.Marks, wholeMark, short)) {
			t.Errorf("%s: read back %+v %v", name, after.Marks, l)
		}
	}
}

// What cannot be read back is refused, with its place where it has one.
func TestAppendMarksRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		mark model.RecommendationMark
		want string
	}{
		"bell":    {model.RecommendationMark{Reason: "а\ab"}, "mark[2].reason: управляющий символ U+0007"},
		"no text": {model.RecommendationMark{Document: model.Evidence{Title: "\xcf"}}, "mark[2].document.title: это не текст в кодировке UTF-8"},
		"no day":  {model.RecommendationMark{Date: model.Date{Year: 2021, Month: 2, Day: 30}}, ""},
	} {
		got, l := AppendMarks(nil, []model.RecommendationMark{wholeMark, c.mark})
		if got != nil || !l.HasErrors() {
			t.Fatalf("%s: %v, %s", name, l, got)
		}
		if said := l[0].Key + ": " + l[0].Text; c.want != "" && said != c.want {
			t.Errorf("%s: said %s, want %s", name, said, c.want)
		}
	}
}
