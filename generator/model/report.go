package model

import "fmt"

// Report is the yearly paper on what was measured and what was done («доклад»): to the
// August conference, to the ministry, to the site of the office.
type Report struct {
	ID     string  `toml:"-"` // the file's name without .toml: «2022-school»
	Office *Office `toml:"-"`

	// Title is the subject, a line for each part of its sense: «о результатах оценки
	// качества подготовки обучающихся». Empty: by the sets.
	Title []string `toml:"title"`
	// Year is that of the monitoring, submissions/2022. Period is how it is printed after
	// «за»: «2021/22 учебный год»; empty: «2022 год».
	Year   int    `toml:"year"`
	Period string `toml:"period"`
	// From and To are the first and the last day that is reported of: orders of these days
	// are the decisions of the period. Empty: the first and the last of the year.
	From Date `toml:"from"`
	To   Date `toml:"to"`
	// AsOf is the day on which the network and the roadmaps are told; empty: To.
	AsOf Date `toml:"as_of"`
	Date Date `toml:"date"` // of the paper itself; its year stands on the title page

	Place string `toml:"place"` // on the title page: «г. Примерск»; may be empty
	// Sets are the programmes by the IDs of their indicators: "preschool", "school".
	Sets []string `toml:"sets"`
	// Orders are IDs of those whose roadmaps are reported.
	Orders []string `toml:"orders"`
	// Basis are documents, beside those orders, that the report is made by: in words, in the
	// nominative.
	Basis []string `toml:"basis"`
	// Signatory is the ID of a person.
	Signatory string `toml:"signatory"`

	// Without are the sections that are left out.
	Without []ReportPart `toml:"without"`
	// ByInstitution are codes of indicators whose values are drawn institution by
	// institution; empty: the first of each area.
	ByInstitution []string `toml:"by_institution"`

	Sections []ReportSection `toml:"section"`
}

// ReportPart names a section of a report («раздел доклада»).
type ReportPart string

// The sections, in the order of the cycle of management.
const (
	ReportIntroduction    ReportPart = "introduction"    // основание, период, источники
	ReportGoals           ReportPart = "goals"           // цели и показатели
	ReportNetwork         ReportPart = "network"         // сеть учреждений
	ReportResults         ReportPart = "results"         // результаты по направлениям
	ReportDynamics        ReportPart = "dynamics"        // динамика
	ReportExecution       ReportPart = "execution"       // исполнение дорожных карт
	ReportRecommendations ReportPart = "recommendations" // рекомендации прошлого года
	ReportDecisions       ReportPart = "decisions"       // управленческие решения
	ReportEffect          ReportPart = "effect"          // эффективность мер
	ReportConclusions     ReportPart = "conclusions"     // выводы и задачи
	ReportAppendices      ReportPart = "appendices"      // своды
)

// ReportParts are all sections in their order.
var ReportParts = []ReportPart{ReportIntroduction, ReportGoals, ReportNetwork, ReportResults, ReportDynamics, ReportExecution,
	ReportRecommendations, ReportDecisions, ReportEffect, ReportConclusions, ReportAppendices}

// ReportSection is what the office itself says in a section («свой текст раздела»).
type ReportSection struct {
	ID    ReportPart `toml:"id"`
	Title string     `toml:"title"` // in place of the usual one
	// Text is a template of paragraphs in the markup of the papers: numbers of the data come
	// into it by functions, {{value "S12"}}.
	Text string `toml:"text"`
}

// FillIn says what the file leaves to the year: the days that are reported of, the day on
// which the roadmaps are told, and the name of the period.
func (r *Report) FillIn() {
	if r.From.IsZero() {
		r.From = Date{r.Year, 1, 1}
	}
	if r.To.IsZero() {
		r.To = Date{r.Year, 12, 31}
	}
	if r.AsOf.IsZero() {
		r.AsOf = r.To
	}
	if r.Period == "" {
		r.Period = fmt.Sprintf("%d год", r.Year)
	}
}

// Has reports whether the report has the section.
func (r *Report) Has(part ReportPart) bool {
	for _, left := range r.Without {
		if left == part {
			return false
		}
	}
	return true
}

// Section is what the office says in a section, and its place in the file, from 1; 0:
// nothing.
func (r *Report) Section(part ReportPart) (ReportSection, int) {
	for i, s := range r.Sections {
		if s.ID == part {
			return s, i + 1
		}
	}
	return ReportSection{}, 0
}
