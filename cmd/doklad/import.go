package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
)

// importing is one call of import: what its keys say, and what became of the files.
type importing struct {
	session
	by     string
	dryRun bool
}

func importCommand() *cobra.Command {
	var im importing
	c := &cobra.Command{
		Use:   "import ФАЙЛ…",
		Short: "Записать отметки из заполненных и присланных форм",
		Long: `Читает книги Excel, которые сделала команда «doklad forms» и которые заполнили
ответственные, и дописывает их отметки к ходу исполнения дорожной карты или к отметкам
о рекомендациях; реестр рекомендаций, который сделала «doklad build», тоже можно заполнить
и прочесть. О чём книга, узнаётся по ней самой. Вместо файлов можно назвать папку: прочтутся все книги .xlsx в ней.

Книга с ошибкой не записывается целиком, остальные записываются. Что уже записано,
второй раз не записывается: книгу можно прочесть и дважды. Прежние отметки остаются,
новые их поправляют.`,
		Example: "  doklad import присланное\n  doklad import mc.xlsx otdel.xlsx --dry-run",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("не назван ни один файл; пример: doklad import присланное\\mc.xlsx")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
		RunE: func(c *cobra.Command, names []string) error { return im.run(c, names) },
	}
	im.addDataFlag(c)
	im.addDateFlag(c)
	c.Flags().StringVar(&im.by, "by", "", "кто сообщил: id или имя (без ключа – кому делали форму)")
	if err := c.RegisterFlagCompletionFunc("by", cobra.NoFileCompletions); err != nil {
		panic(err) // registered twice
	}
	c.Flags().BoolVar(&im.dryRun, "dry-run", false, "только проверить, ничего не записывать")
	return c
}

func (im *importing) run(c *cobra.Command, names []string) error {
	g, err := im.generator()
	if err != nil {
		return err
	}
	files, err := sentFiles(names)
	if err != nil {
		return err
	}
	var results []generator.ImportedForm
	byRecord := map[generator.RecordPlace][]*generator.SentForm{}
	var places []generator.RecordPlace
	for _, name := range files {
		raw, err := readSent(name)
		if err != nil {
			results = append(results, unreadable(name, err))
			continue
		}
		f := g.ReadForm(name, raw)
		if f.Place.File == "" || f.Problems.HasErrors() {
			results = append(results, generator.ImportedForm{SentForm: f})
			continue
		}
		if byRecord[f.Place] == nil {
			places = append(places, f.Place)
		}
		byRecord[f.Place] = append(byRecord[f.Place], f)
	}
	var faults []error
	for _, place := range places {
		list, err := im.record(c, g, place, byRecord[place])
		results, faults = append(results, list...), append(faults, err)
	}
	slices.SortStableFunc(results, func(a, b generator.ImportedForm) int {
		return slices.Index(files, a.Name) - slices.Index(files, b.Name)
	})
	return im.report(c, results, errors.Join(faults...))
}

// record puts the forms for one record there while nobody else writes to it.
func (im *importing) record(c *cobra.Command, g generator.Generator, place generator.RecordPlace, sent []*generator.SentForm) ([]generator.ImportedForm, error) {
	var results []generator.ImportedForm
	read := func() (generator.File, []generator.Recorded, diag.List, error) {
		file, forms, problems, err := g.ImportForms(place, sent, strings.TrimSpace(im.by))
		results = forms
		return file, nil, problems, err
	}
	var problems diag.List
	var err error
	if im.dryRun {
		_, _, problems, err = read()
	} else {
		k := keeper{file: filepath.Join(im.data, filepath.FromSlash(place.File)), out: newFolder(im.data), patience: lockPatience}
		_, problems, err = keep(k, read)
	}
	im.print(c.ErrOrStderr(), problems, diag.Error) // of the data and the record
	var machine machineFault
	switch {
	case errors.As(err, &machine):
		return refusedAll(sent), failure{sayUnrecorded(machine.error, im.place(place.File))}
	case err != nil:
		return refusedAll(sent), failure{err.Error()}
	case problems.HasErrors():
		if slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Severity == diag.Error && p.File != place.File }) {
			return refusedAll(sent), failure{"сначала исправьте данные"}
		}
		return refusedAll(sent), failure{im.place(place.File) + ": сначала исправьте то, что уже записано"}
	}
	return results, nil
}

// refusedAll: nothing of these forms was recorded, and not for a fault of theirs.
func refusedAll(sent []*generator.SentForm) (list []generator.ImportedForm) {
	for _, f := range sent {
		list = append(list, generator.ImportedForm{SentForm: &generator.SentForm{Name: f.Name}})
	}
	return list
}

// report tells of each file what became of it, in the order of the call.
func (im *importing) report(c *cobra.Command, results []generator.ImportedForm, fault error) error {
	failed := fault != nil
	for _, f := range results {
		for _, p := range f.Problems {
			p.File = filepath.ToSlash(p.File)
			fmt.Fprintln(c.ErrOrStderr(), p)
		}
		name := filepath.ToSlash(f.Name)
		if f.Problems.HasErrors() {
			failed = true
			fmt.Fprintf(c.OutOrStdout(), "%s: ничего не записано, ошибок: %d\n", name, f.Problems.Count(diag.Error))
			continue
		}
		if f.Place.File == "" {
			fmt.Fprintf(c.OutOrStdout(), "%s: ничего не записано\n", name)
			continue
		}
		said, where := "записано отметок", ""
		if im.dryRun {
			said = "было бы записано отметок"
		}
		if len(f.Recorded) > 0 {
			where = " → " + im.place(f.Record)
		}
		fmt.Fprintf(c.OutOrStdout(), "%s: %s: %d, без изменений: %d%s\n", name, said, len(f.Recorded), f.Same, where)
		for _, r := range f.Recorded {
			fmt.Fprintln(c.OutOrStdout(), "  "+sayRecorded(r))
		}
	}
	if fault != nil {
		return failure{fault.Error()}
	}
	if failed {
		return failure{}
	}
	return nil
}
