package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/model"
)

// find finds the record and what is marked there: activities of the order that is named
// first, or recommendations. With errors among the problems, which are those of the data,
// what is marked cannot be told.
func (m *mark) find(c *cobra.Command, g generator.Generator, args []string) (generator.RecordPlace, []string, diag.List, error) {
	if g.NamesRecommendation(args[0]) {
		if err := m.fitsRecommendations(c, args); err != nil {
			return generator.RecordPlace{}, nil, nil, err
		}
		return g.FindRecommendations(args)
	}
	if len(args) == 1 {
		return generator.RecordPlace{}, nil, nil, fmt.Errorf("не названо мероприятие; пример: doklad %s %s 1.1", m.outcome, args[0])
	}
	for _, a := range args[1:] {
		if strings.Contains(a, "/") && g.NamesRecommendation(a) {
			return generator.RecordPlace{}, nil, nil, errMixed
		}
	}
	place, err := g.FindRecord(args[0])
	marked := make([]string, len(args)-1)
	for n, a := range args[1:] {
		marked[n] = strings.TrimSpace(a)
	}
	return place, marked, nil, err
}

var errMixed = errors.New("мероприятия и рекомендации отмечают отдельными командами")

// insteadOf are the verbs that recommendations do not have.
var insteadOf = map[model.Outcome]string{
	model.OutcomeLate:  "опоздание программа сочтёт сама, по сроку; отметьте: doklad done",
	model.OutcomeMoved: "срок рекомендации следует из её правила, перенести его нельзя; отметьте: doklad work или doklad partly, и назовите --reason",
	model.OutcomeEvent: "рекомендация не ждёт событий; отметьте: doklad work",
}

// fitsRecommendations refuses what marks on recommendations have no place for.
func (m *mark) fitsRecommendations(c *cobra.Command, args []string) error {
	for _, a := range args {
		if !generator.LooksLikeRecommendation(a) {
			return errMixed
		}
	}
	if instead := insteadOf[m.outcome]; instead != "" {
		return fmt.Errorf("«doklad %s» – о мероприятиях: %s", m.outcome, instead)
	}
	for _, key := range []string{"occurrence", "result", "correction", "note"} {
		if c.Flags().Changed(key) {
			return fmt.Errorf("--%s: в отметке о рекомендации этого нет; есть --date, --evidence, --reason, --by", key)
		}
	}
	if len(m.evidence) > 1 {
		return errors.New("--evidence: в отметке о рекомендации документ один")
	}
	return nil
}
