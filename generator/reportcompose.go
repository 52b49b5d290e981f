package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/narrative"
	"doklad/generator/russian"
	"doklad/generator/xlsx"
)

// reportWriter puts a report together: words for its template, and beside them the tables
// and figures that the words call by name.
type reportWriter struct {
	*reporting
	made     *composedReport
	pictures map[string]picture // by the name of the first of their figures
	problems diag.List
}

// compose makes the report up to the point where it is laid out.
func (r *reporting) compose() (*composedReport, diag.List) {
	text, problems := r.g.templateFor(r.tree, r.office.Directory.Office.Folder, "report.tmpl")
	phrases, faults := r.g.templateFor(r.tree, r.office.Directory.Office.Folder, "narrative.tmpl")
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, problems
	}
	read, faults := phrases.phrases()
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, problems
	}
	r.phrases, r.sets = read, nil
	catalogue := r.tree.Catalogue(r.office.Directory.Office.Folder)
	for n, id := range r.report.Sets {
		for _, set := range catalogue.Sets {
			switch {
			case set.ID != id:
			case r.collector.of(r.office, r.report.Year).counted[id].Consolidation == nil:
				p := diag.Errorf(fmt.Sprintf("sets[%d]", n+1), "показатели перечня «%s» никто не сдаёт: таких учреждений в организации нет", id).
					WithHint("уберите его или впишите учреждения в institutions.toml")
				problems = append(problems, r.locate(diag.List{p})...)
			default:
				r.sets = append(r.sets, r.newReportSet(set))
			}
		}
	}
	if problems.HasErrors() {
		return nil, problems
	}
	w := &reportWriter{reporting: r, pictures: map[string]picture{}, made: &composedReport{document: &doc.Document{
		Title: r.name(), Author: r.office.Directory.Office.Full.Nominative, Language: "ru-RU", Header: r.name(),
		Report: true, RunsOn: true,
		Tables: map[string]*doc.Table{}, Figures: map[string]*doc.Figure{},
	}}}
	document := w.made.document
	if r.office.Directory.Office.Example {
		document.Footer = exampleNote
	}
	view := w.view()
	if problems = append(problems, w.problems...); problems.HasErrors() {
		return nil, problems
	}
	document.Blocks, faults = text.compose(view)
	problems = append(problems, faults...)
	problems = append(problems, text.unknownTables(document)...)
	if problems = append(problems, text.unknownFigures(document)...); problems.HasErrors() {
		return nil, problems
	}
	w.made.exhibits = w.exhibits()
	return w.made, append(problems, text.resolve(document)...)
}

// base are the consolidations that the numbers of the workbook are taken from.
func (s *reportSet) base(suffix string) []xlsx.Sheet {
	own := s.office.Directory.Office
	return ConsolidationSheets(s.Years, s.formulas(), ConsolidationHead{Office: oneLine(own.Full.Nominative), Title: "Свод: " + lowerFirst(oneLine(s.set.Title)),
		Period: fmt.Sprintf("за %d год", s.Year), Preliminary: s.standing, Example: own.Example, Sheet: suffix})
}

// add puts a table into the paper; its name is what the template calls it by.
func (w *reportWriter) add(t *doc.Table) string {
	w.made.document.Tables[t.Name] = t
	return t.Name
}

// draw puts a figure into the paper, or as many as it is divided over. A figure of which
// there is nothing to see is none.
func (w *reportWriter) draw(name string, p picture) []string {
	if len(p.Rows) == 0 {
		return nil
	}
	figures, err := p.figures(textWidth)
	if err != nil {
		w.problems.Add(diag.Errorf("", "рисунок «%s» не построен: %s", p.Caption, err).WithHint("сообщите разработчикам"))
		return nil
	}
	var names []string
	for n, figure := range figures {
		part := name
		if n > 0 {
			part = fmt.Sprintf("%s-%d", name, n+1)
		}
		w.made.document.Figures[part] = figure
		names = append(names, part)
	}
	w.pictures[name] = p
	return names
}

// textWidth is that of the upright page, in millimetres.
const textWidth = 170

// say takes what was said of an indicator, with where its numbers are from.
func (w *reportWriter) say(said narrative.Said, err error) string {
	if err != nil {
		text, _ := w.g.templateFor(w.tree, w.office.Directory.Office.Folder, "narrative.tmpl")
		w.problems = append(w.problems, text.faultOfPhrases(err)...)
		return ""
	}
	if said.Text != "" {
		w.made.said = append(w.made.said, said)
	}
	return said.Text
}

// exhibits are the tables and figures with their numbers, in the order of the paper. A
// figure that is divided on paper is one in the workbook.
func (w *reportWriter) exhibits() []exhibit {
	var list []exhibit
	numbers := doc.Number(w.made.document)
	sheets := []string{} // names as formulas call them, and those of the sheets, in turn
	for n, block := range w.made.document.Blocks {
		number := numbers.Blocks[n]
		switch name := block.Label; block.Role {
		case doc.TableRole:
			e := exhibit{Kind: "Таблица", Number: number, Table: w.made.document.Tables[name]}
			sheets = append(sheets, "{@"+name+"!", "{"+e.name()+"!")
			list = append(list, e)
		case doc.FigureRole:
			if p, is := w.pictures[name]; is {
				list = append(list, exhibit{Kind: "Рисунок", Number: number, Picture: &p})
			}
		}
	}
	replacer := strings.NewReplacer(sheets...)
	for _, e := range list {
		if e.Picture != nil {
			for _, row := range e.Picture.Rows {
				numberSheets(row.Cells, replacer)
			}
			continue
		}
		for _, row := range e.Table.Rows {
			numberSheets(row.Cells, replacer)
		}
	}
	return list
}

// numberSheets turns the tables that formulas call by name, {@dynamics-school-1!o2}, into
// their sheets, which are known when the paper has been numbered.
func numberSheets(cells []doc.Cell, sheets *strings.Replacer) {
	for _, c := range cells {
		if c.Value != nil {
			c.Value.Formula = sheets.Replace(c.Value.Formula)
		}
	}
}

// view are the words of the paper.
func (w *reportWriter) view() reportView {
	own := w.office.Directory.Office
	report := w.report
	view := reportView{
		Above:   own.Letterhead,
		Subject: w.subject(),
		Period:  oneLine(report.Period),
		Year:    report.Year,
		AsOf:    russian.LongDate(report.AsOf.Time()),
		From:    russian.LongDate(report.From.Time()),
		To:      russian.LongDate(report.To.Time()),
		Office:  oneLine(own.Full.Nominative),
	}
	if len(view.Above) == 0 {
		view.Above = []string{view.Office}
	}
	if own.Example {
		view.Mark = "ПРИМЕР"
	}
	if place := oneLine(report.Place); place != "" {
		view.Foot = append(view.Foot, place)
	}
	view.Foot = append(view.Foot, fmt.Sprint(report.Date.Year))
	for _, s := range w.sets {
		view.Sets = append(view.Sets, lowerFirst(oneLine(s.set.Title)))
	}
	section := func(part model.ReportPart) *sectionView { return w.section(part) }
	view.Introduction = w.introduction(section(model.ReportIntroduction))
	view.Goals = w.goals(section(model.ReportGoals))
	view.Network = w.network(section(model.ReportNetwork))
	view.Results = w.results(section(model.ReportResults))
	view.Dynamics = w.dynamics(section(model.ReportDynamics))
	view.Execution = w.execution(section(model.ReportExecution))
	view.Recommendations = w.recommendations(section(model.ReportRecommendations))
	view.Decisions = w.decisions(section(model.ReportDecisions))
	view.Effect = w.effect(section(model.ReportEffect))
	view.Conclusions = w.conclusions(section(model.ReportConclusions))
	view.Appendices = w.appendices(section(model.ReportAppendices))
	if p, ok := w.office.Person(report.Signatory); ok {
		view.Signatories = []signatureView{{Post: capitalized(oneLine(p.PostIn(russian.Nominative))), Name: p.Signature()}}
	}
	return view
}

// subject is what the report is about, in the office's own words or by its sets, and for
// which period.
func (w *reportWriter) subject() []string {
	lines := w.report.Title
	if len(lines) == 0 {
		for n, s := range w.sets {
			line := "«" + oneLine(s.set.Title) + "»"
			if n == 0 {
				line = "о результатах мониторинга: " + line
			}
			lines = append(lines, line)
		}
	}
	period := "за " + oneLine(w.report.Period)
	if strings.Contains(oneLine(strings.Join(lines, " ")), period) {
		return lines
	}
	return append(slices.Clone(lines), period)
}

// section begins a section with what the office says in it; nil where it is left out.
func (w *reportWriter) section(part model.ReportPart) *sectionView {
	if !w.report.Has(part) {
		return nil
	}
	own, place := w.report.Section(part)
	view := &sectionView{Title: oneLine(own.Title)}
	if place > 0 && strings.TrimSpace(own.Text) != "" {
		text, problems := w.ownText(own.Text, fmt.Sprintf("section[%d].text", place))
		view.Own = text
		w.problems = append(w.problems, problems...)
	}
	return view
}

func cloneBlocks(blocks []doc.Block) []doc.Block {
	blocks = slices.Clone(blocks)
	for i := range blocks {
		blocks[i].Parts, blocks[i].Spans = slices.Clone(blocks[i].Parts), slices.Clone(blocks[i].Spans)
	}
	return blocks
}
