package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/model"
)

func submissionsCommand() *cobra.Command {
	var s session
	var office string
	var record, asJSON bool
	c := &cobra.Command{
		Use:   "submissions [ГОД]",
		Short: "Показать, кто что прислал: полнота и сроки",
		Long: `Читает всё, что лежит в папках submissions, и показывает по каждому учреждению, что
оно прислало, сколько заполнено, сколько ошибок, когда поступило и что решено. Без
года – последний. Ничего не пишет.

С ключом --record записывает в журнал (submissions/ГОД/journal.toml) день поступления
каждого нового файла: без --date это день, когда файл был изменён.`,
		Example: "  doklad submissions\n  doklad submissions 2022\n  doklad submissions 2022 --record --date 2023-01-17",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("год называют один; пример: doklad submissions 2022")
			}
			return nil
		},
		ValidArgsFunction: s.completeSentYears,
		RunE: func(c *cobra.Command, args []string) error {
			year, err := yearOf(args)
			if err != nil {
				return err
			}
			if record {
				return s.decide(c, generator.Decide{Office: office, Year: year, Decision: model.Received, All: true})
			}
			return s.submissions(c, office, year, asJSON)
		},
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	s.addOfficeFlag(c, &office)
	c.Flags().BoolVar(&record, "record", false, "записать в журнал дни поступления новых файлов")
	c.Flags().BoolVar(&asJSON, "json", false, "напечатать для другой программы")
	return c
}

func (s *session) addOfficeFlag(c *cobra.Command, office *string) {
	c.Flags().StringVar(office, "office", "", "папка организации, если их несколько")
	if err := c.RegisterFlagCompletionFunc("office", s.completeOffices); err != nil {
		panic(err) // registered twice
	}
}

// yearOf reads the year of the call; 0 where none is named.
func yearOf(args []string) (int, error) {
	if len(args) == 0 {
		return 0, nil
	}
	return monitoringYear(args[0])
}

func (s *session) submissions(c *cobra.Command, office string, year int, asJSON bool) error {
	g, err := s.generator()
	if err != nil {
		return err
	}
	list, err := g.Submissions(office, year)
	if err != nil {
		return err
	}
	failed := false
	for i := range list {
		failed = failed || list[i].Problems.HasErrors()
		s.print(c.ErrOrStderr(), list[i].Problems, diag.Warning)
	}
	if asJSON {
		err = printCollectedJSON(c.OutOrStdout(), list)
	} else {
		_, err = fmt.Fprint(c.OutOrStdout(), collectedView{screenOf(c.OutOrStdout()), list}.text())
	}
	if err != nil {
		return failure{sayMachine(err)}
	}
	if failed {
		return failure{}
	}
	return nil
}

func printCollectedJSON(w io.Writer, list []generator.Collected) error {
	type report struct {
		Institution string                 `json:"institution,omitempty"`
		Name        string                 `json:"name"`
		Set         string                 `json:"set"`
		Status      model.SubmissionStatus `json:"status"`
		Files       []string               `json:"files"`
		Asked       int                    `json:"asked"`
		Told        int                    `json:"told"`
		Errors      int                    `json:"errors"`
		Warnings    int                    `json:"warnings"`
		Received    *string                `json:"received"`
		Late        bool                   `json:"late"`
		Reason      string                 `json:"reason,omitempty"`
	}
	type collected struct {
		Office   string    `json:"office"`
		Year     int       `json:"year"`
		Due      *string   `json:"due"`
		Reports  []report  `json:"reports"`
		Untaken  []string  `json:"untaken"`
		Problems diag.List `json:"problems"`
	}
	all := []collected{}
	for _, one := range list {
		out := collected{Office: one.Folder, Year: one.Year, Due: isoDay(one.Due), Reports: []report{}, Untaken: append([]string{}, one.Untaken...), Problems: append(append(diag.List{}, one.Problems...), one.Sent...)}
		for _, r := range one.Reports {
			out.Reports = append(out.Reports, report{r.Institution, r.Name, r.Set, r.Status, append([]string{}, r.Files...), r.Asked, r.Told, r.Errors, r.Warnings, isoDay(r.Received), r.Late, r.Reason})
		}
		all = append(all, out)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(all)
}

// decide puts a decision into the journal, or says why not.
func (s *session) decide(c *cobra.Command, q generator.Decide) error {
	day := strings.TrimSpace(s.date)
	if c.Flags().Changed("date") && day == "" {
		return errors.New("--date: вместо даты пустые кавычки")
	}
	s.date = "" // it is the day of the decision, not a day to take for today
	g, err := s.generator()
	if err != nil {
		return err
	}
	q.Entered = g.Clock
	switch {
	case day != "":
		if q.Date, err = model.ParseDate(day); err != nil {
			return fmt.Errorf("--date: %w; нужна дата вида 2023-01-17", err)
		}
	case q.Decision != model.Received:
		q.Date = g.Clock
	}
	if q.Date.Compare(g.Clock) > 0 {
		return fmt.Errorf("--date: %s ещё не наступило", q.Date)
	}
	place, err := g.FindJournal(q.Office, q.Year)
	if err != nil {
		return err
	}
	q.Office, q.Year = place.Office, place.Year
	k := keeper{file: filepath.Join(s.data, filepath.FromSlash(place.File)), out: newFolder(s.data), patience: lockPatience}
	decided, problems, err := keep(k, func() (generator.File, []generator.Decided, diag.List, error) { return g.Decide(q) })
	s.print(c.ErrOrStderr(), problems, diag.Error)
	var machine machineFault
	switch {
	case errors.As(err, &machine):
		return failure{sayUnrecorded(machine.error, s.place(place.File))}
	case err != nil:
		return failure{err.Error()}
	case problems.HasErrors():
		return failure{"ничего не записано"}
	}
	for _, d := range decided {
		fmt.Fprintf(c.OutOrStdout(), "%s: %s, %s, файл «%s», %s\n", decisionWords[d.Entry.Decision], cut(d.Who), d.Title, d.Entry.File, d.Entry.Date)
		if accepted := d.Entry.Decision == model.Accepted || d.Entry.Decision == model.Approved; accepted && d.Empty > 0 {
			fmt.Fprintf(c.OutOrStdout(), "  не заполнено значений: %d\n", d.Empty)
		}
	}
	if len(decided) == 0 {
		fmt.Fprintln(c.OutOrStdout(), "Записывать нечего: всё уже решено так.")
		return nil
	}
	fmt.Fprintf(c.OutOrStdout(), "Записано: %s\n", s.place(place.File))
	return nil
}

var decisionWords = map[model.Decision]string{model.Received: "поступил", model.Accepted: "проверено", model.Approved: "утверждено", model.Returned: "на доработку", model.Replaced: "не берётся"}
