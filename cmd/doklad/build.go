package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/russian"
)

func buildCommand() *cobra.Command {
	var s session
	var stage string
	c := &cobra.Command{
		Use:   "build [ID…]",
		Short: "Проверить данные и сделать бумаги, которые изменились",
		Long: `Проверяет данные и делает бумаги. ID – имя файла данных без .toml, например
2021-109; если такое имя есть у двух организаций – вместе с папкой: okhansk/2021-109.
Без ID делаются все бумаги.

Бумага с ошибкой в данных не делается, прежняя её копия остаётся; остальные
делаются. Бумага, в которой ничего не изменилось, не переписывается.`,
		Example:           "  doklad build\n  doklad build 2021-109 --out print",
		ValidArgsFunction: s.completeIDs,
		RunE: func(c *cobra.Command, ids []string) error {
			return s.build(c, ids, stage)
		},
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	s.addOutFlag(c)
	c.Flags().StringVar(&stage, "stage", "", "напечатать вместо бумаги её текст (doc) или худшие строки (lines)")
	return c
}

// outcome is what became of one paper.
type outcome struct {
	problems diag.List
	err      error
	made     []string // files written, below the folder of papers
	same     int      // already there, to the byte
	empty    bool     // a folder in which there is nothing to put
}

func (s *session) build(c *cobra.Command, ids []string, stage string) error {
	show := stages[stage]
	if stage != "" && show == nil {
		return fmt.Errorf("--stage: «%s» неизвестно, бывает doc, lines", stage)
	}
	plan, err := s.plan(ids...)
	if err != nil {
		return err
	}
	if len(plan.Papers) == 0 && plan.Problems.HasErrors() {
		s.print(c.ErrOrStderr(), plan.Problems, diag.Error)
		return failure{"бумаг не сделано"}
	}
	papers, err := plan.Select(ids)
	if err != nil {
		return err
	}
	if show != nil {
		return s.printStage(c, plan, papers, show)
	}
	out := newFolder(s.out)
	out.dropLeftovers(papers)
	outcomes := make([]outcome, len(papers))
	makeAll(papers, c.ErrOrStderr(), func(i int) { outcomes[i] = buildOne(papers[i], out) })
	return s.report(c, plan, papers, outcomes)
}

func buildOne(p generator.Paper, out *folder) outcome {
	files, problems, err := p.Make()
	o := outcome{problems: problems, err: err}
	if err != nil || problems.HasErrors() || p.Blocked() {
		return o
	}
	o.empty = true
	for _, file := range files {
		if file.Bytes == nil {
			o.err = errors.Join(o.err, out.remove(file))
			continue
		}
		o.empty = false
		made, err := out.write(file)
		switch {
		case err != nil:
			o.err = errors.Join(o.err, err)
		case made:
			o.made = append(o.made, file.Path)
		default:
			o.same++
		}
	}
	return o
}

// report prints the problems and the closing line of a build.
func (s *session) report(c *cobra.Command, plan generator.Plan, papers []generator.Paper, outcomes []outcome) error {
	problems := plan.ProblemsOf(papers)
	made, same, failed := 0, 0, 0
	var back []string
	for i, o := range outcomes {
		problems = append(problems, o.problems...)
		for _, name := range o.made {
			fmt.Fprintln(c.OutOrStdout(), s.outPath(name))
		}
		made, same = made+len(o.made), same+o.same
		if o.err != nil || len(o.made)+o.same == 0 && !o.empty {
			failed++
		}
		if papers[i].Back && len(o.made)+o.same > 0 {
			back = append(back, fmt.Sprintf("%s (%d)", s.paperPath(papers[i]), len(o.made)+o.same))
		}
	}
	problems = problems.Sort()
	s.print(c.ErrOrStderr(), problems, diag.Error)
	for i, o := range outcomes {
		if o.err != nil {
			fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", s.paperPath(papers[i]), sayMachine(o.err))
		}
	}
	if n := problems.Count(diag.Warning) + problems.Count(diag.Advice); n > 0 {
		fmt.Fprintf(c.ErrOrStderr(), "Есть %s: %s показывает «doklad check».\n",
			russian.Count(n, "замечание", "замечания", "замечаний"), russian.Plural(n, "его", "их", "их"))
	}
	if n := plan.Sent().Count(diag.Error); n > 0 {
		fmt.Fprintf(c.ErrOrStderr(), "В присланном %s: показывает «doklad check».\n", russian.Count(n, "ошибка", "ошибки", "ошибок"))
	}
	if len(back) > 0 {
		fmt.Fprintf(c.OutOrStdout(), "Вернуть отправителям: %s.\n", strings.Join(back, ", "))
	}
	fmt.Fprintf(c.OutOrStdout(), "Сделано: %d, без изменений: %d, не сделано: %d.\n", made, same, failed)
	if failed > 0 || plan.Problems.HasErrors() && len(papers) == len(plan.Papers) {
		return failure{}
	}
	return nil
}

// stages are what can be shown of a paper instead of making it.
var stages = map[string]func(generator.Paper) (string, diag.List){
	"doc":   generator.Paper.Compose,    // its text before it is laid out
	"lines": generator.Paper.WorstLines, // how evenly it is set
}

// printStage shows the papers at a stage of their making.
func (s *session) printStage(c *cobra.Command, plan generator.Plan, papers []generator.Paper, show func(generator.Paper) (string, diag.List)) error {
	problems := plan.ProblemsOf(papers)
	failed := false
	for _, p := range papers {
		text, found := show(p)
		problems = append(problems, found...)
		failed = failed || p.Blocked() || found.HasErrors()
		if text != "" {
			fmt.Fprint(c.OutOrStdout(), text)
		}
	}
	s.print(c.ErrOrStderr(), problems.Sort(), diag.Error)
	if failed {
		return failure{}
	}
	return nil
}
