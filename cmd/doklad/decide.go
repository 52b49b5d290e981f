package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/generator/model"
)

// deciding is one call of accept or return: what its keys say.
type deciding struct {
	session
	generator.Decide
	approve bool
}

func acceptCommand() *cobra.Command {
	var d deciding
	c := &cobra.Command{
		Use:   "accept [ГОД] [УЧРЕЖДЕНИЕ…]",
		Short: "Принять присланное: проверено, утверждено",
		Long: `Записывает в журнал, что присланное учреждением проверено, а с ключом --approve – что
оно утверждено. Учреждение называют по id, коду или наименованию, саму организацию –
по её папке. Без года – последний. Решение относится к содержанию файла: если файл
изменится, его проверяют заново.

Если от учреждения пришло несколько файлов, верный выбирают ключом --file: остальные в
свод не попадут.`,
		Example: "  doklad accept 2022 ds-1 ds-2\n  doklad accept 2022 ds-3 --file \"дс 3 (новый).xlsx\"\n  doklad accept 2022 --all --approve",
		RunE: func(c *cobra.Command, args []string) error {
			d.Decision = model.Accepted
			if d.approve {
				d.Decision = model.Approved
			}
			return d.run(c, args)
		},
	}
	d.addKeys(c)
	c.Flags().BoolVar(&d.All, "all", false, "всё, что заполнено полностью и без ошибок")
	c.Flags().BoolVar(&d.approve, "approve", false, "утверждено")
	return c
}

func returnCommand() *cobra.Command {
	var d deciding
	c := &cobra.Command{
		Use:   "return [ГОД] УЧРЕЖДЕНИЕ… --reason ПРИЧИНА",
		Short: "Вернуть присланное на доработку",
		Long: `Записывает в журнал, что присланное возвращено и почему. Из возвращённого файла в свод
ничего не берётся; когда придёт новый, считается он. Книгу с отмеченными ячейками
делает «doklad build» (папка returned).`,
		Example: "  doklad return 2022 ds-5 --reason \"DV05 больше DV04\"",
		RunE: func(c *cobra.Command, args []string) error {
			d.Decision = model.Returned
			if d.Reason = oneText(d.Reason); d.Reason == "" {
				return errors.New("нет ключа --reason: почему файл возвращается; учреждение прочтёт это в журнале")
			}
			return d.run(c, args)
		},
	}
	d.addKeys(c)
	c.Flags().StringVar(&d.Reason, "reason", "", "почему")
	completeNothing(c, "reason")
	return c
}

func (d *deciding) addKeys(c *cobra.Command) {
	d.addDataFlag(c)
	d.addOfficeFlag(c, &d.Office)
	c.Flags().StringVar(&d.date, "date", "", "день решения (иначе сегодня)")
	c.Flags().StringVar(&d.Set, "set", "", "только эти показатели: preschool, school")
	c.Flags().StringVar(&d.File, "file", "", "какой из присланных файлов")
	c.Flags().StringVar(&d.By, "by", "", "кто решил")
	completeNothing(c, "set", "file", "by")
	c.ValidArgsFunction = d.completeDecided
}

func (d *deciding) run(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		if year, err := monitoringYear(args[0]); err == nil {
			d.Year, args = year, args[1:]
		}
	}
	for _, a := range args {
		if strings.TrimSpace(a) == "" {
			return errors.New("вместо учреждения пустые кавычки")
		}
	}
	d.By = oneText(d.By)
	switch d.Who = args; {
	case d.All && len(args) > 0:
		return errors.New("с ключом --all учреждений не называют")
	case d.All && d.File != "":
		return errors.New("--all и --file вместе не бывают")
	case !d.All && len(args) == 0:
		return errors.New("не названо учреждение; пример: doklad " + c.Name() + " 2022 ds-1")
	case d.File != "" && len(args) > 1:
		return errors.New("с ключом --file учреждение называют одно")
	}
	return d.decide(c, d.Decide)
}
