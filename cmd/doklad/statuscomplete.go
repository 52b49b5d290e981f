package main

import (
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
)

// completeStatus offers what may stand after the keys of the command.
func (s *session) completeStatus(c *cobra.Command) {
	for key, offer := range map[string]cobra.CompletionFunc{
		"order": s.completeOrders, "responsible": s.completeBodies, "within": cobra.NoFileCompletions,
	} {
		if err := c.RegisterFlagCompletionFunc(key, offer); err != nil {
			panic(err) // registered twice
		}
	}
}

// completeOrders offers the orders that are carried out and were not named yet.
func (s *session) completeOrders(_ *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	g, err := s.generator()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	orders, _, _ := g.Status(generator.StatusQuery{}) // its error is of what is asked for
	times := map[string]int{}
	for _, o := range orders {
		times[path.Base(o.ID)]++
	}
	var offered []cobra.Completion
	for _, o := range orders {
		id := o.ID
		if short := path.Base(id); !strings.Contains(begun, "/") && times[short] == 1 {
			id = short
		}
		if strings.HasPrefix(id, begun) && !slices.Contains(named, id) && !slices.Contains(named, o.ID) {
			offered = append(offered, cobra.CompletionWithDesc(id, strings.TrimSpace(o.Record+" "+cut(o.Title))))
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}

// completeBodies offers the IDs of the directory; who begins a name sees the names.
func (s *session) completeBodies(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	g, err := s.generator()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offered []cobra.Completion
	for _, b := range g.Bodies() {
		switch {
		case strings.HasPrefix(b.ID, begun):
			offered = append(offered, cobra.CompletionWithDesc(b.ID, b.Name))
		case strings.HasPrefix(b.Name, begun):
			offered = append(offered, b.Name)
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}
