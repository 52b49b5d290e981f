package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
)

func whyCommand() *cobra.Command {
	var s session
	var asJSON bool
	c := &cobra.Command{
		Use:   "why РЕКОМЕНДАЦИЯ",
		Short: "Показать, из чего следует рекомендация",
		Long: `Показывает, из каких значений и по какому правилу получилась адресная рекомендация:
вывод, порог, зону, место правила и каждую ячейку присланных файлов, из которой взято
число. Если собраны данные следующего года, – и что с тех пор стало с показателем.
Ничего не пишет.

РЕКОМЕНДАЦИЯ – её номер: год, учреждение и показатель. Год и учреждение можно
опустить, если спутать рекомендацию не с чем; у самого управления вместо
учреждения «-». Если из значения ничего не следует, говорит почему.`,
		Example: "  doklad why 2022/ds-3/D05\n  doklad why 2022/-/S05\n  doklad why example/2022/ds-3/D05",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
				return errors.New("называют одну рекомендацию; пример: doklad why 2022/ds-3/D05")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			g, err := s.generator()
			if err != nil {
				return err
			}
			why, problems, err := g.Why(args[0])
			var none generator.NothingFollows
			if errors.As(err, &none) {
				return failure{none.Error()} // it was asked rightly
			}
			if err != nil {
				return err
			}
			if problems.HasErrors() {
				s.print(c.ErrOrStderr(), problems, diag.Error)
				return failure{"из чего она следует, не сказать: сначала исправьте данные"}
			}
			if asJSON {
				err = printWhyJSON(c.OutOrStdout(), why)
			} else {
				_, err = fmt.Fprint(c.OutOrStdout(), s.sayWhy(why))
			}
			if err != nil {
				return failure{sayMachine(err)}
			}
			return nil
		},
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	c.Flags().BoolVar(&asJSON, "json", false, "напечатать для другой программы")
	return c
}

func printWhyJSON(w io.Writer, why generator.Why) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		generator.Why
		Due *string `json:"due"`
	}{why, isoDay(why.Due)})
}

// sayWhy is the trail of a recommendation in lines.
func (s *session) sayWhy(why generator.Why) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n  Кому: %s\n  Что: %s\n  Срок: %s", why.ID, why.Of, why.Addressee, why.Text, why.Term)
	if !why.Due.IsZero() {
		fmt.Fprintf(&b, " (%s)", why.Due)
	}
	fmt.Fprintf(&b, "\n  Приоритет: %d\n", why.Priority)
	for _, f := range why.Findings {
		fmt.Fprintf(&b, "\n%s  %s, %s, %d год\n  Значение: %s\n  Порог: %s", f.Code, f.Title, f.Unit, f.Year, f.Value, f.Norm)
		if f.Distance != "" {
			fmt.Fprintf(&b, ", отклонение %s", f.Distance)
		}
		fmt.Fprintf(&b, "\n  Зона: %s", f.Zone)
		if f.Reason != "" {
			fmt.Fprintf(&b, ", %s", f.Reason)
		}
		if f.Level != "" {
			fmt.Fprintf(&b, "; уровень: %s", f.Level)
		}
		fmt.Fprintf(&b, "\n  Правило: %s, %s:%d\n", f.Rule, s.rulePlace(f), f.RuleLine)
		if f.Condition != "" {
			fmt.Fprintf(&b, "    при условии: %s\n", f.Condition)
		}
		if e := f.Effect; e != nil {
			fmt.Fprintf(&b, "  Эффект: было %s (%d), стало %s (%d): %s\n", e.Before, e.YearBefore, e.After, e.YearAfter, e.Text)
		}
		fmt.Fprintln(&b, "  Откуда значения:")
		for _, v := range f.Sources {
			fmt.Fprintf(&b, "    %s\n", s.saySource(v))
		}
	}
	return b.String()
}

// rulePlace is the file of the rule as the user calls it.
func (s *session) rulePlace(f generator.WhyFinding) string {
	if f.Carried {
		return "в программе, " + f.RuleFile
	}
	return s.place(f.RuleFile)
}

func (s *session) saySource(v generator.WhySource) string {
	said := fmt.Sprintf("%s, %d год, %s: %s", v.Code, v.Year, cut(v.Of), v.Value)
	if v.File == "" {
		return said + " – никем не сообщено"
	}
	said += " – " + s.place(v.File)
	if v.Sheet != "" {
		said += ", лист «" + v.Sheet + "»"
	}
	said += ", ячейка " + v.Cell
	if v.Raw != v.Value {
		said += ", записано «" + cut(v.Raw) + "»"
	}
	return said
}
