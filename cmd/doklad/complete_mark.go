package main

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
)

const noFiles = cobra.ShellCompDirectiveNoFileComp

// completeKeys offers what may stand after the keys of a mark.
func (m *mark) completeKeys(c *cobra.Command) {
	offers := map[string]cobra.CompletionFunc{
		"occurrence": func(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) < 2 {
				return nil, noFiles
			}
			return m.offer(begun, nil, func(g generator.Generator) []generator.Named { return g.Occurrences(args[0], args[1]) })
		},
		"by": func(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) < 1 {
				return nil, noFiles
			}
			return m.offer(begun, nil, func(g generator.Generator) []generator.Named { return g.Tellers(args[0]) })
		},
	}
	for _, key := range []string{"until", "entered", "event", "result", "reason", "correction", "note"} {
		offers[key] = cobra.NoFileCompletions
	}
	for key, offer := range offers {
		if c.Flags().Lookup(key) == nil {
			continue
		}
		if err := c.RegisterFlagCompletionFunc(key, offer); err != nil {
			panic(err) // registered twice
		}
	}
}

// yearBegun is how the number of a recommendation begins.
var yearBegun = regexp.MustCompile(`^([0-9]{4})/`)

// completeMarked offers orders, then the activities of the one that is named; where a year
// is begun, «2022/», recommendations of that year.
func (m *mark) completeMarked(_ *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	year := yearBegun.FindStringSubmatch(append(slices.Clone(named), begun)[0])
	switch {
	case year != nil && insteadOf[m.outcome] == "":
		return m.offer(begun, named, func(g generator.Generator) []generator.Named { return g.Recommendations(year[1]) })
	case len(named) > 0:
		return m.offer(begun, named[1:], func(g generator.Generator) []generator.Named { return g.Activities(named[0]) })
	}
	return m.offer(begun, nil, func(g generator.Generator) []generator.Named {
		all := g.Carried()
		times := map[string]int{}
		for _, n := range all {
			times[path.Base(n.ID)]++
		}
		for i, n := range all {
			if short := path.Base(n.ID); times[short] == 1 && !strings.Contains(begun, "/") {
				all[i].ID = short
			}
		}
		return all
	})
}

// offer gives what begins so and was not named yet; nothing where the data cannot be
// read.
func (m *mark) offer(begun string, named []string, list func(generator.Generator) []generator.Named) ([]cobra.Completion, cobra.ShellCompDirective) {
	m.date = "" // not what is taken for today
	g, err := m.generator()
	if err != nil {
		return nil, noFiles
	}
	var offered []cobra.Completion
	for _, n := range list(g) {
		if strings.HasPrefix(n.ID, begun) && !slices.Contains(named, n.ID) {
			offered = append(offered, cobra.CompletionWithDesc(n.ID, cut(n.Words)))
		}
	}
	return offered, noFiles
}
