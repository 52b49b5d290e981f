package model

// Cycle are the documents of the management cycle that are not made by the program
// («управленческий цикл»).
type Cycle struct {
	Office    *Office         `toml:"-"`
	Documents []CycleDocument `toml:"document"`
}

// CycleDocument is a document that proves a stage («документ управленческого цикла»).
type CycleDocument struct {
	// Direction is the ID of a set of indicators, the heading of an area, or other words;
	// empty: the document is of every direction.
	Direction string     `toml:"direction"`
	Stage     CycleStage `toml:"stage"`
	Year      int        `toml:"year"`
	Evidence
}

// CycleStage is a component of the management cycle («компонент цикла»).
type CycleStage string

// The stages in their order; after the last one comes the first again.
const (
	StageGoals           CycleStage = "goals"
	StageIndicators      CycleStage = "indicators"
	StageMethods         CycleStage = "methods"
	StageMonitoring      CycleStage = "monitoring"
	StageAnalysis        CycleStage = "analysis"
	StageRecommendations CycleStage = "recommendations"
	StageMeasures        CycleStage = "measures"
	StageDecisions       CycleStage = "decisions"
	StageEffect          CycleStage = "effect"
)

// CycleStages are all stages in their order.
var CycleStages = []CycleStage{StageGoals, StageIndicators, StageMethods, StageMonitoring, StageAnalysis,
	StageRecommendations, StageMeasures, StageDecisions, StageEffect}

var stageTitles = map[CycleStage]string{
	StageGoals: "Цели", StageIndicators: "Показатели", StageMethods: "Методы сбора и обработки информации",
	StageMonitoring: "Мониторинг показателей", StageAnalysis: "Анализ результатов мониторинга",
	StageRecommendations: "Адресные рекомендации", StageMeasures: "Меры, мероприятия",
	StageDecisions: "Управленческие решения", StageEffect: "Анализ эффективности принятых мер",
}

// Title is the stage as papers call it.
func (s CycleStage) Title() string { return stageTitles[s] }
