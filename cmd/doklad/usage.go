package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// rootCommand has every command, with help in Russian.
func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "doklad",
		Short: "Бумаги управления образования из одной папки данных",
		Long: `doklad делает из папки данных приказы, дорожные карты и другие бумаги управления
образования: PDF для подписи и печати, Excel для министерства.`,
		Example:       "  doklad init моя-папка    создать папку данных с примером\n  doklad check             найти ошибки\n  doklad build             сделать бумаги",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(buildCommand(), checkCommand(), listCommand(), draftCommand(), formsCommand(), importCommand(), statusCommand(), submissionsCommand(), acceptCommand(), returnCommand(), whyCommand(), initCommand(), templatesCommand(),
		completionCommand(root), versionCommand())
	root.AddCommand(markCommands()...)
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}\n\n{{end}}{{.UsageString}}")
	help := helpCommand(root)
	root.SetHelpCommand(help)
	completeWith(root)
	for _, c := range append(allCommands(root), help) {
		c.Flags().BoolP("help", "h", false, "показать эту справку")
		c.DisableFlagsInUseLine = true
	}
	return root
}

// allCommands are a command and those below it.
func allCommands(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, below := range c.Commands() {
		all = append(all, allCommands(below)...)
	}
	return all
}

func init() { cobra.AddTemplateFunc("keys", keys) }

// valueWords are what stands after a key (ключ) in the help.
var valueWords = map[string]string{"data": "ПАПКА", "out": "ПАПКА", "date": "ГГГГ-ММ-ДД", "stage": "doc|lines",
	"order": "ID", "responsible": "КТО", "institution": "КТО", "office": "ПАПКА", "within": "ДНЕЙ",
	"until": "ГГГГ-ММ-ДД", "entered": "ГГГГ-ММ-ДД", "occurrence": "ИМЯ", "result": "…", "evidence": "…", "reason": "…",
	"correction": "…", "set": "ПОКАЗАТЕЛИ", "file": "ФАЙЛ", "note": "…", "event": "…", "by": "КТО"}

// keys lists the keys of a command; pflag would say «string» and «default».
func keys(c *cobra.Command) string {
	type line struct{ name, said string }
	var lines []line
	width := 22
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		said := f.Usage
		if word := valueWords[f.Name]; word != "" {
			name += " " + word
			if f.DefValue != "" && f.Value.Type() != "stringArray" {
				said += " (иначе " + f.DefValue + ")"
			}
		}
		lines = append(lines, line{name, said})
		width = max(width, utf8.RuneCountInString(name))
	})
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "  %-*s %s", width, l.name, l.said)
	}
	return b.String()
}

const usageTemplate = `Как вызвать:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} КОМАНДА{{end}}{{if .HasExample}}

Примеры:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Команды:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Ключи:
{{keys .}}{{end}}{{if .HasAvailableSubCommands}}

Справка о команде: {{.CommandPath}}{{if .HasParent}} КОМАНДА --help{{else}} help КОМАНДА{{end}}{{end}}
`

func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [КОМАНДА]",
		Short: "Справка о команде",
		ValidArgsFunction: func(_ *cobra.Command, args []string, begun string) (names []cobra.Completion, _ cobra.ShellCompDirective) {
			for _, c := range root.Commands() {
				if len(args) == 0 && strings.HasPrefix(c.Name(), begun) {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			asked, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(strings.Join(args, " "))
			}
			asked.SetOut(c.OutOrStdout())
			return asked.Help()
		},
	}
}

func unknownCommand(name string) error {
	return &wrongUse{"нет команды «" + name + "»"}
}

type wrongUse struct{ text string }

func (w *wrongUse) Error() string { return w.text }

var usageFaults = []struct {
	pattern *regexp.Regexp
	text    string
}{
	{regexp.MustCompile(`^unknown command "([^"]*)" for "doklad"$`), "нет команды «$1»"},
	{regexp.MustCompile(`^unknown command "([^"]*)" for.*`), "лишнее слово «$1»"},
	{regexp.MustCompile(`^unknown flag: (.*)$`), "нет ключа $1"},
	{regexp.MustCompile(`^unknown shorthand flag: '(.)' in .*$`), "нет ключа -$1"},
	{regexp.MustCompile(`^flag needs an argument: (.*)$`), "после ключа $1 нужно значение"},
	{regexp.MustCompile(`^invalid argument "[^"]*" for "([^"]*)" flag: (не .*)$`), "$1: $2"}, // our own words
	{regexp.MustCompile(`^invalid argument "([^"]*)" for "([^"]*)" flag:.*$`), "«$1» не подходит для ключа $2"},
	{regexp.MustCompile(`^bad flag syntax: (.*)$`), "ключ написан с ошибкой: $1"},
	{regexp.MustCompile(`^accepts (\d+) arg\(s\), received (\d+)$`), "нужно слов: $1, а дано: $2"},
	{regexp.MustCompile(`^invalid argument "([^"]*)" for "([^"]*)"$`), "«$1» не подходит для $2"},
}

// sayUsage puts what cobra says of a wrong call into Russian.
func sayUsage(err error) string {
	text, _, _ := strings.Cut(err.Error(), "\n")
	for _, f := range usageFaults {
		if f.pattern.MatchString(text) {
			return f.pattern.ReplaceAllString(text, f.text)
		}
	}
	return err.Error()
}

// usageHint names the command that explains the call.
func usageHint(root *cobra.Command, args []string) string {
	if c, _, err := root.Find(args); err == nil && c != root {
		return "«" + c.CommandPath() + " --help»"
	}
	return "«doklad help»"
}
