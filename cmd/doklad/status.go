package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/diag"
)

func statusCommand() *cobra.Command {
	var s session
	var q generator.StatusQuery
	var within dayCount
	var asJSON bool
	c := &cobra.Command{
		Use:   "status [ID…]",
		Short: "Показать, как исполняются дорожные карты",
		Long: `Показывает, как исполняются дорожные карты подписанных приказов: каждое мероприятие,
последний день срока и статус на сегодня или на другой день. ID – как в «doklad
build», его можно назвать и ключом --order; без ID показаны все приказы. Ничего не
пишет.

На прошедший день показано, как обстояло дело тогда: отмеченное позже не учтено.`,
		Example: `  doklad status
  doklad status 2021-109 --date 2022-08-31
  doklad status --overdue --responsible "Отдел образования"
  doklad status --within 30`,
		ValidArgsFunction: s.completeOrders,
		RunE: func(c *cobra.Command, orders []string) error {
			q.Orders = append(orders, q.Orders...)
			if c.Flags().Changed("within") {
				q.Within = (*int)(&within)
			}
			if err := checkQuery(c, q); err != nil {
				return err
			}
			return s.status(c, q, asJSON)
		},
	}
	s.addDataFlag(c)
	flags := c.Flags()
	flags.StringVar(&s.date, "date", "", "на какой день (иначе на сегодня)")
	flags.StringArrayVar(&q.Orders, "order", nil, "только этот приказ; ключ можно повторить")
	flags.Lookup("order").DefValue = "" // «[]» of cobra
	flags.StringVar(&q.Responsible, "responsible", "", "только то, за что отвечает: ID или наименование")
	flags.BoolVar(&q.Overdue, "overdue", false, "только просроченное")
	flags.Var(&within, "within", "только то, чему срок в ближайшие дни")
	flags.Lookup("within").DefValue = ""
	flags.BoolVar(&asJSON, "json", false, "напечатать для другой программы")
	s.completeStatus(c)
	return c
}

// dayCount is the value of a key that counts days ahead.
type dayCount int

func (d *dayCount) Set(words string) error {
	n, err := strconv.Atoi(words)
	if err != nil || n < 0 || n > farthest {
		return fmt.Errorf("не число дней: «%s»; нужно от 0 до %d, например 30", words, farthest)
	}
	*d = dayCount(n)
	return nil
}

// farthest is ten years: longer than any roadmap, and no day beyond the calendar.
const farthest = 3660

func (d *dayCount) String() string { return strconv.Itoa(int(*d)) }
func (d *dayCount) Type() string   { return "days" }

// checkQuery refuses questions that have no answer.
func checkQuery(c *cobra.Command, q generator.StatusQuery) error {
	blank := func(words string) bool { return strings.TrimSpace(words) == "" }
	switch {
	case q.Overdue && q.Within != nil:
		return errors.New("--overdue и --within вместе ничего не покажут: просроченному срок уже прошёл; оставьте один ключ")
	case c.Flags().Changed("responsible") && blank(q.Responsible):
		return errors.New("--responsible: не назван ответственный; без этого ключа – все")
	case slices.ContainsFunc(q.Orders, blank):
		return errors.New("не назван приказ; без приказов – все")
	}
	return nil
}

func (s *session) status(c *cobra.Command, q generator.StatusQuery, asJSON bool) error {
	g, err := s.generator()
	if err != nil {
		return err
	}
	// The day asked for is not today: what was recorded later is not of the future.
	q.Date, g.Today = g.Today, g.Clock
	orders, problems, err := g.Status(q)
	if err != nil {
		return err
	}
	if asJSON {
		err = s.printStatusJSON(c.OutOrStdout(), q, orders, problems)
	} else {
		s.print(c.ErrOrStderr(), problems, diag.Error)
		if faulty := namesOf(orders, generator.Faulty); faulty != "" {
			fmt.Fprintf(c.ErrOrStderr(), "Не показано из-за ошибок: %s.\n", faulty)
		}
		view := statusView{screenOf(c.OutOrStdout()), q, orders}
		_, err = fmt.Fprint(c.OutOrStdout(), view.text(problems.HasErrors()))
	}
	if err != nil {
		return failure{sayMachine(err)}
	}
	if problems.HasErrors() {
		return failure{}
	}
	return nil
}

// namesOf are the orders of which nothing is said for this reason.
func namesOf(orders []generator.OrderStatus, why generator.LeftOut) string {
	var names []string
	for _, o := range orders {
		if o.LeftOut == why {
			names = append(names, o.ID+" ("+o.Record+")")
		}
	}
	return strings.Join(names, ", ")
}
