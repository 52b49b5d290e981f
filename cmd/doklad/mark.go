package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/model"
)

// mark is one call of a verb: what its keys say.
type mark struct {
	session
	verb
	entry          model.ProgressEntry
	until, entered string // days as they were typed; that of the fact is session.date
	evidence       []string
}

// namedMarks demands an order and its activities, or recommendations.
func (m *mark) namedMarks(_ *cobra.Command, args []string) error {
	for _, a := range args {
		if strings.TrimSpace(a) == "" {
			return errors.New("вместо номера пустые кавычки")
		}
	}
	switch {
	case len(args) == 0:
		return fmt.Errorf("не названы приказ и мероприятие; пример: doklad %s 2021-109 1.1", m.outcome)
	case len(args) == 1 && !generator.LooksLikeRecommendation(args[0]):
		return fmt.Errorf("не названо мероприятие; пример: doklad %s %s 1.1", m.outcome, args[0])
	}
	return nil
}

// record puts the mark on record, or says why not.
func (m *mark) record(c *cobra.Command, args []string) error {
	for _, key := range m.keys {
		if strings.TrimSpace(c.Flags().Lookup(key).Value.String()) == "" {
			return fmt.Errorf("нет ключа --%s: %s", key, c.Flags().Lookup(key).Usage)
		}
	}
	for _, key := range []string{"date", "until", "entered"} {
		// An empty variable of a script must not become today.
		if f := c.Flags().Lookup(key); f != nil && f.Changed && strings.TrimSpace(f.Value.String()) == "" {
			return fmt.Errorf("--%s: вместо даты пустые кавычки", key)
		}
	}
	said, err := m.says()
	if err != nil {
		return err
	}
	m.date = "" // it is no day to take for today
	g, err := m.generator()
	if err != nil {
		return err
	}
	if said.Date.IsZero() {
		said.Date = g.Clock
	}
	if said.Entered.IsZero() {
		said.Entered = g.Clock
	}
	place, marked, problems, err := m.find(c, g, args)
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		m.tell(c.ErrOrStderr(), problems)
		return failure{"ничего не записано: сначала исправьте данные"}
	}
	if m.outcome == model.OutcomeMoved && said.Until.Compare(said.Date) < 0 {
		return fmt.Errorf("--until: новый срок %s раньше дня переноса %s; день переноса называют ключом --date", said.Until, said.Date)
	}
	for _, words := range m.evidence {
		if words = oneText(words); words != "" {
			if said := model.NoDay(words); said != "" {
				return fmt.Errorf("--evidence: «%s» – не день календаря; день документа пишут так: от 25.11.2022", said)
			}
			said.Evidence = append(said.Evidence, m.document(words, place.Office))
		}
	}
	var entries []model.ProgressEntry
	for _, one := range marked {
		said.Activity = one
		entries = append(entries, said)
	}
	k := keeper{file: filepath.Join(m.data, filepath.FromSlash(place.File)), out: newFolder(m.data), patience: lockPatience}
	recorded, problems, err := keep(k, func() (generator.File, []generator.Recorded, diag.List, error) {
		return g.Record(place, entries)
	})
	return m.report(c, place, recorded, problems, err)
}

// report prints what was recorded, or why nothing was.
func (m *mark) report(c *cobra.Command, place generator.RecordPlace, recorded []generator.Recorded, problems diag.List, err error) error {
	m.tell(c.ErrOrStderr(), problems)
	var machine machineFault
	switch {
	case errors.As(err, &machine):
		return failure{sayUnrecorded(machine.error, m.place(place.File))}
	case err != nil:
		return err
	case problems.HasErrors():
		return failure{"ничего не записано"}
	}
	for _, r := range recorded {
		said := "записано: "
		if r.Known {
			said = "уже записано: "
		}
		fmt.Fprintln(c.OutOrStdout(), said+m.place(place.File)+", "+sayRecorded(r))
	}
	return nil
}

// tell prints the problems; those of no file stand without a place. With errors the
// warnings are of what was not written.
func (m *mark) tell(w io.Writer, problems diag.List) {
	refused := problems.HasErrors()
	for _, p := range problems {
		if refused && p.Severity != diag.Error {
			continue
		}
		if p.File != "" {
			p.File = m.place(p.File)
		}
		fmt.Fprintln(w, p)
	}
}

// sayRecorded is what was recorded, and how it stands by that.
func sayRecorded(r generator.Recorded) string {
	said := "мероприятие " + r.Activity
	switch {
	case r.IsRecommendation:
		said = "рекомендация " + r.Activity
	case r.AllLeft:
		said += ", все оставшиеся исполнения"
	case r.Occurrence != "":
		said += ", исполнение " + r.Occurrence
	}
	status := string(r.Status)
	switch {
	case r.Entry.Outcome == model.OutcomeEvent:
		status = "событие «" + oneLine(r.Entry.Event) + "»"
		if !r.Due.IsZero() {
			status += ", срок до " + r.Due.String()
		}
	case r.Entry.Outcome == model.OutcomeMoved && r.Due == r.Entry.Until:
		status += " до " + r.Due.String()
	case r.IsRecommendation && !r.Due.IsZero():
		status += ", срок – " + r.Due.String()
	}
	if r.Now != r.Status {
		status += "; на сегодня – " + string(r.Now)
	}
	return said + ": " + status
}

// says is the entry as the keys tell it.
func (m *mark) says() (model.ProgressEntry, error) {
	e := m.entry
	e.Outcome = m.outcome
	for _, day := range []struct {
		key, typed string
		into       *model.Date
	}{{"date", m.date, &e.Date}, {"until", m.until, &e.Until}, {"entered", m.entered, &e.Entered}} {
		if strings.TrimSpace(day.typed) == "" {
			continue
		}
		var err error
		if *day.into, err = model.ParseDate(strings.TrimSpace(day.typed)); err != nil {
			return e, fmt.Errorf("--%s: %w; нужна дата вида 2021-06-25", day.key, err)
		}
	}
	for _, s := range []*string{&e.Event, &e.Result, &e.Reason, &e.Correction, &e.Note, &e.By, (*string)(&e.Occurrence)} {
		*s = oneText(*s)
	}
	return e, nil
}

// oneText is a value without blanks around it, its lines ended as in a file of ours.
func oneText(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// document reads what is said of a document. A file of the office is called from the
// folder of the office, from wherever it was named.
func (m *mark) document(words, folder string) model.Evidence {
	e := model.ParseEvidence(words)
	office := filepath.Join(m.data, filepath.FromSlash(folder))
	if isFile(words) || isFile(filepath.Join(office, words)) {
		e = model.Evidence{File: words}
	}
	if e.File == "" || !isFile(e.File) || isFile(filepath.Join(office, e.File)) {
		e.File = filepath.ToSlash(e.File)
		return e
	}
	from, err1 := filepath.Abs(office)
	to, err2 := filepath.Abs(e.File)
	if name, err := filepath.Rel(from, to); err1 == nil && err2 == nil && err == nil && filepath.IsLocal(name) {
		e.File = filepath.ToSlash(name)
	}
	return e
}

func isFile(name string) bool {
	stat, err := os.Stat(name)
	return err == nil && !stat.IsDir()
}
