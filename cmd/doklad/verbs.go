package main

import (
	"doklad/generator/model"

	"github.com/spf13/cobra"
)

// verb is one way to mark an activity or a recommendation: one command.
type verb struct {
	outcome  model.Outcome // the command is called as the file calls it
	short    string
	long     string
	examples string
	keys     []string // those that only some verbs have; they must be given
}

var verbs = []verb{
	{
		outcome: model.OutcomeDone, short: "Отметить: мероприятие исполнено",
		long: "Записывает, что мероприятие исполнено. Если это было после срока, программа сама\nсочтёт его исполненным с опозданием; причину называют ключом --reason.",
		examples: `  doklad done 2021-109 1.1 --date 2021-08-30 --result "Утверждены критерии" --evidence "приказ от 30.08.2021 № 45 «Об утверждении критериев»"
  doklad done 2021-109 2.4 --occurrence 2022 --date 2022-12-15 --evidence progress/spravka.pdf --by otdel
  doklad done 2022/ds-3/D09 2022/ds-3/D05 --date 2022-11-25 --evidence "приказ от 25.11.2022 № 48-о «О режиме дня»"`,
	},
	{
		outcome: model.OutcomeLate, short: "Отметить: исполнено с опозданием",
		long:     "Записывает, что мероприятие исполнено после срока.",
		examples: `  doklad late 2021-109 1.1 --date 2021-10-05 --reason "Согласование в министерстве" --correction "Сроки согласования учтены" --evidence "приказ от 05.10.2021 № 61"`,
	},
	{
		outcome: model.OutcomePartly, short: "Отметить: исполнено частично",
		long:     "Записывает, что мероприятие исполнено не полностью.",
		examples: `  doklad partly 2021-109 2.1 --date 2021-09-30 --result "Охвачено 5 садов из 7" --reason "Карантин" --correction "Два сада – до 01.11.2021"`,
	},
	{
		outcome: model.OutcomeFailed, short: "Отметить: не исполнено",
		long:     "Записывает, что мероприятие не исполнено, почему и что делается.",
		examples: `  doklad failed 2021-109 2.2 --date 2021-10-01 --reason "Нет специалиста" --correction "Объявлен приём"`,
	},
	{
		outcome: model.OutcomeWork, short: "Отметить: мероприятие в работе",
		long:     "Записывает, что мероприятие начато.",
		examples: `  doklad work 2021-109 1.2 --date 2021-08-02 --note "Проект плана у начальника"`,
	},
	{
		outcome: model.OutcomeMoved, short: "Отметить: срок перенесён",
		long:     "Записывает новый последний день срока: --until.",
		examples: `  doklad moved 2021-109 2.4 --occurrence 2022 --date 2022-12-20 --until 2023-03-01 --reason "Карантин в садах"`,
		keys:     []string{"until"},
	},
	{
		outcome: model.OutcomeVoid, short: "Отметить: мероприятие утратило актуальность",
		long:     "Записывает, что исполнять больше нечего. Без --occurrence отмечаются все исполнения,\nкоторые ещё не закончены.",
		examples: `  doklad void 2021-109 2.3 --date 2021-09-10 --reason "Отменено министерством" --evidence "письмо от 09.09.2021 № 26-36-вн-812"`,
	},
	{
		outcome: model.OutcomeEvent, short: "Записать событие, которого ждёт мероприятие",
		long:     "Записывает событие мероприятия, которое исполняют «по мере проведения»: с него\nначинается новое исполнение. Последний день исполнения называют ключом --until.",
		examples: `  doklad event 2021-112 2.2 --date 2022-03-15 --event "ВПР, 4 классы" --until 2022-04-15`,
		keys:     []string{"event"},
	},
}

const markWords = `

ПРИКАЗ – имя файла данных без .toml, МЕРОПРИЯТИЕ – номер в дорожной карте; несколько
номеров – одна и та же отметка о каждом. Если мероприятие исполняется не один раз,
исполнение называют ключом --occurrence; без ключа оно находится само, когда
спутать его не с чем.

Отметка дописывается в файл progress/ПРИКАЗ.toml папки организации, прежние остаются
как есть: новая отметка поправляет прежнюю. С ошибкой не записывается ничего.
Документ пишут как в приказе: «вид от ДД.ММ.ГГГГ № Н «заголовок» https://…», ссылку
или имя файла от папки организации.`

// adviceWords are of the verbs that recommendations have too.
const adviceWords = `

РЕКОМЕНДАЦИЯ – её номер из листа рекомендаций или реестра, 2022/ds-3/D09; год и
учреждение можно опустить, если спутать её не с чем. Отметка дописывается в файл
recommendations/ГОД.toml. Верна последняя по дате; есть ключи --date, --evidence (документ
один), --reason, --by.`

func markCommands() []*cobra.Command {
	var commands []*cobra.Command
	for _, v := range verbs {
		commands = append(commands, markCommand(v))
	}
	return commands
}

func markCommand(v verb) *cobra.Command {
	m := &mark{verb: v}
	use, words := string(v.outcome)+" ПРИКАЗ МЕРОПРИЯТИЕ…", markWords
	if insteadOf[v.outcome] == "" {
		use, words = use+" | РЕКОМЕНДАЦИЯ…", markWords+adviceWords
	}
	c := &cobra.Command{
		Use:               use,
		Short:             v.short,
		Long:              v.long + words,
		Example:           v.examples,
		Args:              m.namedMarks,
		ValidArgsFunction: m.completeMarked,
		RunE:              func(c *cobra.Command, args []string) error { return m.record(c, args) },
	}
	m.addDataFlag(c)
	until := "новый последний день срока"
	if v.outcome == model.OutcomeEvent {
		until = "последний день исполнения"
	}
	keys := c.Flags()
	keys.StringVar(&m.date, "date", "", "день, когда это было (без ключа – сегодня)")
	keys.StringVar(&m.entered, "entered", "", "день, когда записано (без ключа – сегодня)")
	if v.outcome == model.OutcomeMoved || v.outcome == model.OutcomeEvent {
		keys.StringVar(&m.until, "until", "", until)
	}
	if v.outcome == model.OutcomeEvent {
		keys.StringVar(&m.entry.Event, "event", "", "что произошло")
	}
	keys.StringVar((*string)(&m.entry.Occurrence), "occurrence", "", "какое исполнение: 2022, 2022-Q3, 2021/2022")
	keys.StringVar(&m.entry.Result, "result", "", "достигнутый результат")
	keys.StringArrayVar(&m.evidence, "evidence", nil, "подтверждающий документ; ключ можно повторять")
	keys.StringVar(&m.entry.Reason, "reason", "", "причина отклонения")
	keys.StringVar(&m.entry.Correction, "correction", "", "что делается, чтобы исправить")
	keys.StringVar(&m.entry.Note, "note", "", "примечание")
	keys.StringVar(&m.entry.By, "by", "", "кто сообщил: id из справочника или имя")
	m.completeKeys(c)
	return c
}
