package generator

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"doklad/generator/consolidation"
	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/narrative"
)

// Texts of the office's own are templates: a number of the data comes into them by a
// function, as it is printed in the tables, and so cannot disagree with them.

// ownFault is what a function of own texts says of what it was asked.
type ownFault struct{ text, hint string }

func (f ownFault) Error() string { return f.text }

const ownMarks = "в своём тексте бывают абзацы, пункты «#item –» и заголовки «#heading 2» и «#heading 3»"

// ownRoles are the marks that an own text may have, beside headings below the first level:
// it stands inside a section.
var ownRoles = []doc.Role{doc.Paragraph, doc.Item}

func isOwn(b doc.Block) bool {
	if b.Role != doc.Heading {
		return slices.Contains(ownRoles, b.Role)
	}
	level, _ := doc.HeadingLevel(b.Label)
	return level > 1
}

const ownActions = `бывают: {{value "S12"}}, {{value "S12" 2021}}, {{change "S12"}}, {{threshold "S12"}}, {{title "S12"}}; остальное – слова`

// ownText fills a text of the office's own. A fault is shown where the text has it.
func (w *reportWriter) ownText(text, key string) (markup, diag.List) {
	t := templateText{file: w.report.Name, text: text, actions: ownActions}
	said := narrative.Said{}
	blocks, problems := t.composeWith(nil, w.ownFunctions(&said))
	for _, b := range blocks {
		if !isOwn(b) {
			p := t.faultOfMarkup(doc.Fault{Role: string(b.Role), Text: fmt.Sprintf("«#%s» не место внутри раздела", strings.TrimSpace(string(b.Role)+" "+b.Label)),
				Hint: ownMarks})
			problems.Add(p)
		}
		for _, span := range b.Spans {
			if span.Kind != doc.Link && span.Kind != doc.Note {
				problems.Add(t.faultOfMarkup(doc.Fault{Near: "{", Text: "в своём тексте нет ссылок на таблицы и рисунки: номера их меняются с данными", Hint: "назовите показатель или раздел словами"}))
			}
		}
	}
	lines := strings.Split(text, "\n")
	for i, p := range problems {
		if p.Code == "MARKUP" && strings.HasPrefix(lines[p.Line-1], "#") {
			p.Hint = ownMarks
		}
		problems[i] = w.inReport(p, text, key)
	}
	if problems.HasErrors() {
		return "", problems
	}
	w.made.said = append(w.made.said, said)
	return markup(doc.Format(blocks)), problems
}

// inReport moves a problem of an own text to its place in the file of the report.
func (w *reportWriter) inReport(p diag.Problem, text, key string) diag.Problem {
	lines := strings.SplitAfter(text, "\n")
	offset := max(0, p.Column-1)
	for _, line := range lines[:min(len(lines), max(0, p.Line-1))] {
		offset += utf8.RuneCountInString(line)
	}
	p.Key, p.Offset, p.File, p.Line, p.Column = key, offset, "", 0, 0
	return w.report.File.Locate(diag.List{p}).In(w.report.Name)[0]
}

// ownFunctions are what an own text may ask of the data.
func (w *reportWriter) ownFunctions(said *narrative.Said) template.FuncMap {
	put := func(n narrative.Number, text string) string {
		said.Numbers = append(said.Numbers, n)
		said.Text += text + " "
		return text
	}
	return template.FuncMap{
		"title": func(code string) (string, error) {
			_, i, err := w.asked(code)
			return oneLine(i.Title), err
		},
		"value": func(code string, year ...int) (string, error) {
			s, i, err := w.asked(code)
			if err != nil {
				return "", err
			}
			if len(year) > 1 {
				return "", ownFault{"после кода показателя названо несколько лет", "оставьте один: {{value \"" + code + "\" " + fmt.Sprint(year[0]) + "}}"}
			}
			of, err := s.inYear(year)
			if err != nil {
				return "", err
			}
			n, found := of.Row(code)
			if !found || !of.Rows[n].Whole.IsKnown() {
				return "нет данных", nil
			}
			cell := of.Rows[n].Whole
			if i.Unit == model.UnitYesNo {
				return printedWords(i, cell), nil
			}
			printed, text := narrative.Printed(i, cell.Number)
			if cell.Part != nil {
				put(narrative.Number{Printed: cell.Part.String(), Code: code, Year: of.Year, What: narrative.Count}, "")
				text = cell.Part.String() + " (" + text + ")"
			}
			return put(narrative.Number{Printed: printed, Code: code, Year: of.Year, What: narrative.Value}, text), nil
		},
		"change": func(code string) (string, error) {
			s, i, err := w.asked(code)
			if err != nil {
				return "", err
			}
			n, _ := s.Row(code)
			change := s.WholeChange(n)
			switch {
			case change.Note != "":
				return "", ownFault{"показатель " + code + " с прошлым годом не сравнивается: методика изменена", "уберите {{change}} или скажите это словами"}
			case change.Partial:
				return "", ownFault{"показатель " + code + " с прошлым годом не сравнивается: данные неполные", "уберите {{change}} или скажите это словами"}
			case s.isSmall(n):
				return "", ownFault{"показатель " + code + " с прошлым годом не сравнивается: группа менее 10", "уберите {{change}} или скажите это словами"}
			case !change.Known || i.Unit == model.UnitYesNo:
				return "", ownFault{"изменения показателя " + code + " нет: одно из значений не известно", "уберите {{change}} или скажите это словами"}
			}
			printed, text := narrative.PrintedChange(i, change.By)
			return put(narrative.Number{Printed: printed, Code: code, Year: s.Year, What: narrative.Change}, text), nil
		},
		"threshold": func(code string) (string, error) {
			s, i, err := w.asked(code)
			if err != nil {
				return "", err
			}
			text, numbers := narrative.Norm(i, s.Year)
			if text == "" {
				return "", ownFault{"у показателя " + code + " порога нет", "уберите {{threshold}}"}
			}
			for _, n := range numbers {
				put(n, "")
			}
			return text, nil
		},
	}
}

// asked finds an indicator in the sets of the report.
func (w *reportWriter) asked(code string) (*reportSet, model.Indicator, error) {
	var codes []string
	for _, s := range w.sets {
		if n, found := s.Row(code); found {
			return s, s.Rows[n].Indicator, nil
		}
		for _, row := range s.Rows {
			if row.Indicator.Direction != model.Neutral {
				codes = append(codes, row.Indicator.Code)
			}
		}
	}
	return nil, model.Indicator{}, ownFault{"в докладе нет показателя «" + code + "»", "бывают: " + strings.Join(codes, ", ")}
}

// inYear is the consolidation of the year that was named; of none, this one.
func (s *reportSet) inYear(year []int) (*consolidation.Consolidation, error) {
	if len(year) == 0 {
		return s.Consolidation, nil
	}
	var known []string
	for _, of := range s.years() {
		if of.Year == year[0] {
			return of, nil
		}
		known = append(known, fmt.Sprint(of.Year))
	}
	return nil, ownFault{fmt.Sprintf("за %d год данных нет", year[0]), "бывают: " + strings.Join(known, ", ")}
}

// faultOfFunction is what a function said, with the place that text/template gives it.
func (t templateText) faultOfFunction(err error) (diag.List, bool) {
	var own ownFault
	if !errors.As(err, &own) {
		return nil, false
	}
	problems := t.fault(err)
	for i := range problems {
		problems[i].Text, problems[i].Hint = own.text, own.hint
	}
	return problems, true
}
