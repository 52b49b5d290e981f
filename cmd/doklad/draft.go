package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
)

func draftCommand() *cobra.Command {
	var s session
	var office string
	c := &cobra.Command{
		Use:   "draft [ГОД]",
		Short: "Записать проект приказа о рекомендациях, чтобы его править",
		Long: `Записывает в папку orders проект приказа о реализации адресных рекомендаций: тот же,
который «doklad build» кладёт к рекомендациям. Слова в файле можно править; когда
приказ подписан, в него вписывают status = "signed", номер и дату. Файл, который уже
есть, не меняется.

ГОД – год мониторинга; без него – последний, о рекомендациях которого сказано в папке
recommendations.`,
		Example: "  doklad draft 2022\n  doklad draft 2022 --office example",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("год называют один")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return s.draft(c, office, args) },
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	s.addOfficeFlag(c, &office)
	return c
}

func (s *session) draft(c *cobra.Command, office string, args []string) error {
	year := 0
	if len(args) == 1 {
		var err error
		if year, err = yearOf(args); err != nil {
			return err
		}
	}
	g, err := s.generator()
	if err != nil {
		return err
	}
	place, err := g.FindDraft(office, year)
	if err != nil {
		return err
	}
	k := keeper{file: filepath.Join(s.data, filepath.FromSlash(place.File)), out: newFolder(s.data), patience: lockPatience}
	_, problems, err := keep(k, func() (generator.File, struct{}, diag.List, error) {
		file, problems, err := g.Draft(place)
		return file, struct{}{}, problems, err
	})
	s.print(c.ErrOrStderr(), problems, diag.Warning)
	var machine machineFault
	switch {
	case errors.As(err, &machine):
		return failure{sayUnrecorded(machine.error, s.place(place.File))}
	case errors.Is(err, generator.ErrDraftThere):
		return failure{s.place(place.File) + ": " + err.Error()}
	case err != nil:
		return failure{err.Error()}
	case problems.HasErrors():
		return failure{"проекта нет: сначала исправьте данные"}
	}
	fmt.Fprintln(c.OutOrStdout(), s.place(place.File))
	return nil
}
