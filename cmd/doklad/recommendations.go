package main

import "github.com/spf13/cobra"

func recommendationFormsCommand() *cobra.Command {
	var s session
	var office, institution string
	c := &cobra.Command{
		Use:   "recommendations ГОД",
		Short: "Формы, в которых отмечают исполнение рекомендаций",
		Long: `Делает для каждого учреждения, которому по итогам года что-то рекомендовано, книгу
Excel с его рекомендациями, для самого управления и методической службы –
upravlenie.xlsx, и ещё одну, vse.xlsx, со всеми. Исполнитель заполняет жёлтые ячейки и
присылает книгу; записывает отметки команда «doklad import».

Рекомендации должны быть выданы: в файле recommendations/ГОД.toml есть date.`,
		Example:           "  doklad forms recommendations 2022\n  doklad forms recommendations 2022 --institution ds-3\n  doklad forms recommendations 2022 --institution -",
		Args:              oneYear,
		ValidArgsFunction: s.completeSentYears,
		RunE: func(c *cobra.Command, args []string) error {
			year, _ := monitoringYear(args[0]) // Args has seen the error
			if err := namedOrLeftOut(c, map[string]*string{"office": &office, "institution": &institution}); err != nil {
				return err
			}
			g, err := s.generator()
			if err != nil {
				return err
			}
			forms, problems, err := g.RecommendationForms(office, year, institution)
			if err != nil {
				return err
			}
			return s.writeMarkForms(c, forms, problems, "все адресаты")
		},
	}
	s.addDataFlag(c)
	s.addDateFlag(c)
	s.addOutFlag(c)
	c.Flags().StringVar(&institution, "institution", "", "только для этого учреждения: ID, код или наименование; «-» – управление")
	c.Flags().StringVar(&office, "office", "", "папка организации, если показатели собирают несколько")
	s.completeWhose(c)
	return c
}
