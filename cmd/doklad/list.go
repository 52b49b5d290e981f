package main

import (
	"fmt"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
)

func listCommand() *cobra.Command {
	var s session
	c := &cobra.Command{
		Use:   "list",
		Short: "Показать, какие есть данные и какие бумаги из них делаются",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return s.list(c) },
	}
	s.addDataFlag(c)
	s.addOutFlag(c)
	return c
}

func (s *session) list(c *cobra.Command) error {
	plan, err := s.plan()
	if err != nil {
		return err
	}
	out := c.OutOrStdout()
	for i, office := range plan.Offices {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, strings.TrimSpace(s.place(office.Folder)+"  "+cut(office.Name)))
		fmt.Fprintf(out, "  должностных лиц: %d, учреждений и органов: %d\n", office.People, office.Organizations)
		listInstitutions(out, office.Institutions)
		s.listPapers(out, slices.DeleteFunc(slices.Clone(plan.Papers), func(p generator.Paper) bool {
			return path.Dir(p.ID) != office.Folder
		}))
	}
	if len(plan.Offices) == 0 {
		fmt.Fprintln(out, "Данных, из которых делаются бумаги, нет.")
	}
	if plan.Problems.HasErrors() {
		return failure{"в данных есть ошибки: их показывает «doklad check»"}
	}
	return nil
}

// listInstitutions prints what hands in numbers, closed ones apart, then the groups:
// «подведомственных учреждений: 3 (ДОО – 2, СОШ – 1), закрыто: 1; кластеров: 1».
func listInstitutions(out io.Writer, counts []generator.KindCount) {
	var kinds, groups []string
	all, closed := 0, 0
	for _, n := range counts {
		if n.Kind.IsGroup() {
			groups = append(groups, fmt.Sprintf("%s – %d", n.Kind, n.All))
			continue
		}
		all, closed = all+n.All, closed+n.Closed
		kinds = append(kinds, fmt.Sprintf("%s – %d", n.Kind, n.All))
	}
	if len(counts) == 0 {
		return
	}
	fmt.Fprintf(out, "  подведомственных учреждений: %d", all)
	if all > 0 {
		fmt.Fprintf(out, " (%s)", strings.Join(kinds, ", "))
	}
	if closed > 0 {
		fmt.Fprintf(out, ", из них закрыто: %d", closed)
	}
	if len(groups) > 0 {
		fmt.Fprintf(out, "; %s", strings.Join(groups, ", "))
	}
	fmt.Fprintln(out)
}

// listPapers prints each record of an office and the papers that come of it.
func (s *session) listPapers(out io.Writer, papers []generator.Paper) {
	if len(papers) == 0 {
		fmt.Fprintln(out, "  данных, из которых делаются бумаги, нет")
	}
	id := ""
	for _, p := range papers {
		if p.ID != id {
			id = p.ID
			fmt.Fprintf(out, "\n  %s  %s\n", id, p.Record)
			if p.Title != "" {
				fmt.Fprintf(out, "    %s\n", cut(p.Title))
			}
			if p.Marks > 0 {
				fmt.Fprintf(out, "    отметок об исполнении: %d\n", p.Marks)
			}
		}
		mark := ""
		if p.Blocked() {
			mark = "  (не делается: ошибки в данных)"
		}
		fmt.Fprintf(out, "    %s → %s%s\n", p.Kind, s.paperPath(p), mark)
	}
}

// cut makes one line of a terminal of a text.
func cut(text string) string {
	const widest = 90
	line := strings.Join(strings.Fields(text), " ")
	if runes := []rune(line); len(runes) > widest {
		return string(runes[:widest]) + "…"
	}
	return line
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Показать версию программы",
		Args:  cobra.NoArgs,
		Run: func(c *cobra.Command, _ []string) {
			fmt.Fprintf(c.OutOrStdout(), "doklad %s (%s %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		},
	}
}
