package main

import (
	"fmt"
	"runtime"
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
	c.Flags().StringVar(&s.out, "out", "out", "папка бумаг")
	return c
}

func (s *session) list(c *cobra.Command) error {
	plan, err := s.plan()
	if err != nil {
		return err
	}
	id := ""
	for _, p := range plan.Papers {
		if p.ID != id {
			id = p.ID
			fmt.Fprintf(c.OutOrStdout(), "%s  %s\n", id, titleOf(p))
		}
		mark := ""
		if p.Blocked() {
			mark = "  (не делается: ошибки в данных)"
		}
		fmt.Fprintf(c.OutOrStdout(), "    %s → %s%s\n", p.Kind, s.paperPath(p), mark)
	}
	if len(plan.Papers) == 0 {
		fmt.Fprintln(c.OutOrStdout(), "Данных, из которых делаются бумаги, нет.")
	}
	if plan.Problems.HasErrors() {
		return failure{"в данных есть ошибки: их показывает «doklad check»"}
	}
	return nil
}

// titleOf is the title, cut to a line of a terminal.
func titleOf(p generator.Paper) string {
	const widest = 90
	line := strings.Join(strings.Fields(p.Title), " ")
	if title := []rune(line); len(title) > widest {
		return string(title[:widest]) + "…"
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

func completionCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     "Напечатать подсказки для командной строки",
		Long:      "Печатает сценарий, с которым командная строка дополняет команды и ключи по клавише Tab.",
		Example:   "  doklad completion powershell | Out-String | Invoke-Expression\n  source <(doklad completion bash)",
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		RunE: func(c *cobra.Command, args []string) error {
			out := c.OutOrStdout()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(out, true)
			case "zsh":
				return root.GenZshCompletion(out)
			case "fish":
				return root.GenFishCompletion(out, true)
			}
			return root.GenPowerShellCompletionWithDesc(out)
		},
	}
}
