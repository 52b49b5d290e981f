package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/russian"
)

func monitoringFormsCommand() *cobra.Command {
	var s session
	var office, institution string
	c := &cobra.Command{
		Use:   "monitoring ГОД",
		Short: "Формы, в которых учреждения сообщают показатели за год",
		Long: `Делает для каждого учреждения книгу Excel с показателями, которые оно сообщает за
год, и для каждого перечня показателей ещё одну, vse.xlsx: в ней у каждого учреждения
своя строка, и последняя – муниципалитета в целом. Учреждения – те, что в этом году
работали и сдают свои числа.

Учебный год называют по году, в котором он кончается: 2022 – это и 2021/22.`,
		Example:           "  doklad forms monitoring 2022\n  doklad forms monitoring 2022 --institution \"Детский сад № 3\"",
		Args:              oneYear,
		ValidArgsFunction: s.completeYears,
		RunE: func(c *cobra.Command, args []string) error {
			year, _ := monitoringYear(args[0]) // Args has seen the error
			if err := namedOrLeftOut(c, map[string]*string{"office": &office, "institution": &institution}); err != nil {
				return err
			}
			return s.monitoringForms(c, office, year, institution)
		},
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	s.addOutFlag(c)
	c.Flags().StringVar(&institution, "institution", "", "только для этого учреждения: ID, код или наименование")
	c.Flags().StringVar(&office, "office", "", "папка организации, если учреждения есть у нескольких")
	s.completeWhose(c)
	return c
}

// completeWhose offers institutions and offices for the keys that name them.
func (s *session) completeWhose(c *cobra.Command) {
	for key, offer := range map[string]cobra.CompletionFunc{"institution": s.completeInstitutions, "office": s.completeOffices} {
		if err := c.RegisterFlagCompletionFunc(key, offer); err != nil {
			panic(err) // registered twice
		}
	}
}

// oneYear demands the year of the forms.
func oneYear(c *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return fmt.Errorf("не назван год; пример: doklad forms %s 2022", c.Name())
	case len(args) > 1:
		return errors.New("год называют один; формы другого делают отдельно")
	}
	_, err := monitoringYear(args[0])
	return err
}

// namedOrLeftOut trims the values of keys; one that is given names something.
func namedOrLeftOut(c *cobra.Command, keys map[string]*string) error {
	for key, value := range keys {
		if *value = strings.TrimSpace(*value); *value == "" && c.Flags().Changed(key) {
			return fmt.Errorf("--%s: ничего не названо", key)
		}
	}
	return nil
}

// schoolYear is how a school year is written: 2022/23, 2022-2023.
var schoolYear = regexp.MustCompile(`^(20[0-9]{2})\s*[/–-]\s*([0-9]{2}|20[0-9]{2})$`)

func monitoringYear(words string) (int, error) {
	const first, last = 2000, 2100
	if m := schoolYear.FindStringSubmatch(words); m != nil {
		return 0, fmt.Errorf("год называют одним числом: учебный год %s – это %s", words, "20"+m[2][len(m[2])-2:])
	}
	year, err := strconv.Atoi(words)
	if err != nil || year < first || year > last {
		return 0, fmt.Errorf("«%s» не год; нужен год от %d до %d, например 2022", words, first, last)
	}
	return year, nil
}

func (s *session) monitoringForms(c *cobra.Command, office string, year int, institution string) error {
	g, err := s.generator()
	if err != nil {
		return err
	}
	forms, problems, err := g.MonitoringForms(office, year, institution)
	if err != nil {
		return err
	}
	s.print(c.ErrOrStderr(), problems, diag.Warning)
	if len(forms) == 0 {
		return failure{"форм не сделано: сначала исправьте данные"}
	}
	made := make([]madeForm, len(forms))
	for i, f := range forms {
		who := f.Body
		if who == "" {
			who = "все учреждения"
		}
		made[i] = madeForm{f.File, who, russian.Count(f.Cells, "значение", "значения", "значений")}
	}
	return s.writeForms(c, made)
}

// completeYears offers the year that is told now, and some before.
func (s *session) completeYears(_ *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	g, err := s.generator()
	if err != nil || len(named) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offered []cobra.Completion
	for year := g.Today.Year; year > g.Today.Year-3; year-- {
		if name := strconv.Itoa(year); strings.HasPrefix(name, begun) {
			offered = append(offered, name)
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// completeInstitutions offers IDs; who begins a name sees the names.
func (s *session) completeInstitutions(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return s.completeReporters(func(t generator.Reporter) cobra.Completion {
		switch {
		case strings.HasPrefix(t.ID, begun):
			return cobra.CompletionWithDesc(t.ID, t.Name)
		case strings.HasPrefix(t.Name, begun):
			return t.Name
		}
		return ""
	})
}

// completeOffices offers the folders of the offices that have institutions.
func (s *session) completeOffices(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	last := ""
	return s.completeReporters(func(t generator.Reporter) cobra.Completion {
		if t.Office == last || !strings.HasPrefix(t.Office, begun) {
			return ""
		}
		last = t.Office
		return t.Office
	})
}

// completeReporters offers a word of each institution, "" for none.
func (s *session) completeReporters(word func(generator.Reporter) cobra.Completion) ([]cobra.Completion, cobra.ShellCompDirective) {
	g, err := s.generator()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offered []cobra.Completion
	for _, t := range g.Reporters() {
		if w := word(t); w != "" {
			offered = append(offered, w)
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}
