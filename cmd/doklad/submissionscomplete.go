package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// completeNothing keeps the names of files from standing after keys that take words.
func completeNothing(c *cobra.Command, keys ...string) {
	for _, key := range keys {
		if err := c.RegisterFlagCompletionFunc(key, cobra.NoFileCompletions); err != nil {
			panic(err) // registered twice
		}
	}
}

// completeYears offers the years of which something was sent.
func (s *session) completeYears(_ *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	g, err := s.generator()
	if err != nil || len(named) > 0 {
		return nil, noFiles
	}
	var offered []cobra.Completion
	for _, year := range g.Years() {
		if word := strconv.Itoa(year); strings.HasPrefix(word, begun) {
			offered = append(offered, word)
		}
	}
	return offered, noFiles
}

// completeOffices offers the folders of the offices.
func (s *session) completeOffices(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	g, err := s.generator()
	if err != nil {
		return nil, noFiles
	}
	var offered []cobra.Completion
	for _, office := range g.Collecting() {
		if strings.HasPrefix(office.ID, begun) {
			offered = append(offered, cobra.CompletionWithDesc(office.ID, cut(office.Words)))
		}
	}
	return offered, noFiles
}

// completeInstitutions offers years, then those who hand in.
func (d *deciding) completeInstitutions(c *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var offered []cobra.Completion
	if len(named) == 0 {
		offered, _ = d.completeYears(c, named, begun)
	}
	d.date = "" // not what is taken for today
	g, err := d.generator()
	if err != nil {
		return nil, noFiles
	}
	for _, one := range g.Reporting(d.Office) {
		if strings.HasPrefix(one.ID, begun) {
			offered = append(offered, cobra.CompletionWithDesc(one.ID, cut(one.Words)))
		}
	}
	return offered, noFiles
}
