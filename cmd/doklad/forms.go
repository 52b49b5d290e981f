package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/russian"
)

func formsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "forms",
		Short: "Сделать книги Excel, которые заполняют и присылают обратно",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(progressFormsCommand(), monitoringFormsCommand(), recommendationFormsCommand())
	return c
}

func progressFormsCommand() *cobra.Command {
	var s session
	var responsible string
	c := &cobra.Command{
		Use:   "progress ID",
		Short: "Формы, в которых отмечают исполнение дорожной карты",
		Long: `Делает для каждого ответственного из дорожной карты приказа книгу Excel с его
мероприятиями, и ещё одну, vse.xlsx, со всеми. Ответственный заполняет жёлтые ячейки
и присылает книгу; записывает отметки команда «doklad import».`,
		Example: "  doklad forms progress 2024-9\n  doklad forms progress 2024-9 --responsible mc",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return errors.New("не назван приказ; пример: doklad forms progress 2021-109")
			case len(args) > 1:
				return errors.New("приказ называют один; формы другого делают отдельно")
			}
			return nil
		},
		ValidArgsFunction: func(c *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(named) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return s.completeOrders(c, named, begun)
		},
		RunE: func(c *cobra.Command, ids []string) error { return s.progressForms(c, ids[0], responsible) },
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	s.addOutFlag(c)
	c.Flags().StringVar(&responsible, "responsible", "", "только для этого ответственного: ID или наименование")
	if err := c.RegisterFlagCompletionFunc("responsible", s.completeBodies); err != nil {
		panic(err) // registered twice
	}
	return c
}

func (s *session) progressForms(c *cobra.Command, id, responsible string) error {
	if responsible = strings.TrimSpace(responsible); responsible == "" && c.Flags().Changed("responsible") {
		return errors.New("--responsible: не назван ответственный; без этого ключа – все")
	}
	g, err := s.generator()
	if err != nil {
		return err
	}
	forms, problems, err := g.ProgressForms(id, responsible)
	if err != nil {
		return err
	}
	return s.writeMarkForms(c, forms, problems, "все ответственные")
}

// writeMarkForms writes forms of marks; all is who fills the one with all rows.
func (s *session) writeMarkForms(c *cobra.Command, forms []generator.MarkForm, problems diag.List, all string) error {
	s.print(c.ErrOrStderr(), problems, diag.Warning)
	if len(forms) == 0 {
		return failure{"форм не сделано: сначала исправьте данные"}
	}
	made := make([]madeForm, len(forms))
	for i, f := range forms {
		who := f.Body
		if who == "" {
			who = all
		}
		made[i] = madeForm{f.File, who, russian.Count(f.Rows, "строка", "строки", "строк")}
	}
	return s.writeForms(c, made)
}

// madeForm is a form, and what is said of it: who fills it, how large it is.
type madeForm struct {
	file      generator.File
	who, size string
}

// writeForms writes all that can be written.
func (s *session) writeForms(c *cobra.Command, forms []madeForm) error {
	out := newFolder(s.out)
	var failed error
	for _, f := range forms {
		if _, err := out.write(f.file); err != nil {
			failed = errors.Join(failed, errors.New(sayMachine(err)))
			continue
		}
		name := filepath.ToSlash(filepath.Join(s.out, filepath.FromSlash(f.file.Path)))
		fmt.Fprintf(c.OutOrStdout(), "%s  %s, %s\n", name, cut(f.who), f.size)
	}
	if failed != nil {
		return failure{failed.Error()}
	}
	return nil
}
