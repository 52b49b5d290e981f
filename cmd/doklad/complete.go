package main

import (
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
)

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

// completeWith tells the shell what may stand where: nothing but what is offered,
// so that file names of the current folder do not come in between.
func completeWith(root *cobra.Command) {
	for _, c := range allCommands(root)[1:] {
		if c.ValidArgsFunction == nil && len(c.ValidArgs) == 0 {
			c.ValidArgsFunction = cobra.NoFileCompletions
		}
		for key, offer := range map[string]cobra.CompletionFunc{
			"data": folders, "out": folders, "date": cobra.NoFileCompletions,
			"stage": cobra.FixedCompletions([]cobra.Completion{cobra.CompletionWithDesc("doc", "составленный текст бумаги"),
				cobra.CompletionWithDesc("lines", "строки с самыми широкими и узкими пробелами")}, cobra.ShellCompDirectiveNoFileComp),
		} {
			if c.Flags().Lookup(key) == nil {
				continue
			}
			if err := c.RegisterFlagCompletionFunc(key, offer); err != nil {
				panic(err) // registered twice
			}
		}
	}
}

func folders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// oneFolder offers folders for the only word of a command.
func oneFolder(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return folders(nil, nil, "")
}

// completeIDs offers the IDs of the data that were not named yet.
func (s *session) completeIDs(_ *cobra.Command, named []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	plan, err := s.plan()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offered []cobra.Completion
	for _, p := range records(plan.Papers) {
		id := p.ID
		if short := path.Base(id); !strings.Contains(begun, "/") && isOnly(plan.Papers, short) {
			id = short
		}
		if strings.HasPrefix(id, begun) && !slices.Contains(named, id) && !slices.Contains(named, p.ID) {
			offered = append(offered, cobra.CompletionWithDesc(id, strings.TrimSpace(p.Record+" "+cut(p.Title))))
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}

// records are the first papers of each record.
func records(papers []generator.Paper) (first []generator.Paper) {
	for _, p := range papers {
		if len(first) == 0 || first[len(first)-1].ID != p.ID {
			first = append(first, p)
		}
	}
	return first
}

// isOnly reports whether an ID without its folder names one record.
func isOnly(papers []generator.Paper, short string) bool {
	count := 0
	for _, p := range records(papers) {
		if path.Base(p.ID) == short {
			count++
		}
	}
	return count == 1
}
