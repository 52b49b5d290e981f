package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"doklad/generator/diag"
)

func checkCommand() *cobra.Command {
	var s session
	var asJSON bool
	c := &cobra.Command{
		Use:   "check [ID…]",
		Short: "Найти все ошибки и замечания в данных",
		Long: `Показывает всё сразу: ошибки (с ними бумага не делается), предупреждения и
советы, каждое с файлом, строкой и знаком. Ничего не пишет.`,
		ValidArgsFunction: s.completeIDs,
		RunE:              func(c *cobra.Command, ids []string) error { return s.check(c, ids, asJSON) },
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	c.Flags().BoolVar(&asJSON, "json", false, "напечатать для другой программы")
	return c
}

// check makes every paper and throws it away: what is found only when laying
// out, like a word wider than its column, is found too.
func (s *session) check(c *cobra.Command, ids []string, asJSON bool) error {
	g, err := s.generator()
	if err != nil {
		return err
	}
	plan := g.Plan(ids...)
	papers, err := plan.Select(ids)
	if err != nil {
		return err
	}
	found := make([]outcome, len(papers))
	makeAll(papers, c.ErrOrStderr(), func(i int) {
		_, found[i].problems, found[i].err = papers[i].Make()
	})
	problems := plan.ProblemsOf(papers)
	if len(ids) == 0 {
		problems = append(problems, g.Catalogues()...)
	}
	var broken error
	for _, o := range found {
		broken = errors.Join(broken, o.err)
		problems = append(problems, o.problems...)
	}
	problems = append(problems.Sort(), plan.Sent()...) // these are in the order of their cells
	if asJSON {
		err = s.printJSON(c.OutOrStdout(), problems)
	} else {
		s.print(c.OutOrStdout(), problems, diag.Advice)
		fmt.Fprintln(c.OutOrStdout(), summary(problems))
	}
	if err = errors.Join(err, broken); err != nil {
		return failure{sayMachine(err)}
	}
	if problems.HasErrors() {
		return failure{}
	}
	return nil
}

func summary(problems diag.List) string {
	if len(problems) == 0 {
		return "Ошибок и замечаний нет."
	}
	return fmt.Sprintf("Ошибок: %d, предупреждений: %d, советов: %d.",
		problems.Count(diag.Error), problems.Count(diag.Warning), problems.Count(diag.Advice))
}

// print writes the problems down to a weight, the gravest included.
func (s *session) print(w io.Writer, problems diag.List, down diag.Severity) {
	for _, p := range problems {
		if p.Severity <= down {
			p.File = s.place(p.File)
			fmt.Fprintln(w, p)
		}
	}
}

func (s *session) printJSON(w io.Writer, problems diag.List) error {
	type report struct {
		Errors   int       `json:"errors"`
		Warnings int       `json:"warnings"`
		Advice   int       `json:"advice"`
		Problems diag.List `json:"problems"`
	}
	for i := range problems {
		problems[i].File = s.place(problems[i].File)
	}
	if problems == nil {
		problems = diag.List{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(report{problems.Count(diag.Error), problems.Count(diag.Warning), problems.Count(diag.Advice), problems})
}
