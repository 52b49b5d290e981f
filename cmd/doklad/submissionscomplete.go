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

// completeSentYears offers the years of which something was sent.
func (s *session) completeSentYears(_ *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
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

// completeDecided offers years, then those who hand in.
func (d *deciding) completeDecided(c *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	d.date = "" // not what is taken for today
	offered, directive := d.completeInstitutions(c, named, begun)
	if len(named) == 0 {
		years, _ := d.completeSentYears(c, named, begun)
		offered = append(years, offered...)
	}
	return offered, directive
}
