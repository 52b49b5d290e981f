package model

// Direction is where the better values lie («направленность показателя»).
type Direction string

const (
	Higher Direction = "higher" // больше – лучше
	Lower  Direction = "lower"  // меньше – лучше
	Band   Direction = "band"   // лучше – в промежутке
	// Neutral are the counts that others are derived from: none of them is better.
	Neutral Direction = "none"
)

// Directions are all there are.
var Directions = []Direction{Higher, Lower, Band, Neutral}

// Tier is whose value it is («уровень показателя»): of an institution, of the
// municipality, of both.
type Tier string

const (
	TierInstitution  Tier = "institution"
	TierMunicipality Tier = "municipality"
	TierBoth         Tier = "both"
)

// Tiers are all there are.
var Tiers = []Tier{TierInstitution, TierMunicipality, TierBoth}

// Covers reports whether there is a value on the other tier too.
func (t Tier) Covers(other Tier) bool { return t == TierBoth || t == other }

// Filler is who tells the value («кто заполняет»).
type Filler string

const (
	FilledByInstitution  Filler = "institution"
	FilledByMunicipality Filler = "municipality"
)

// Fillers are all there are.
var Fillers = []Filler{FilledByInstitution, FilledByMunicipality}

// PeriodKind is what a value is told for («отчётный период»).
type PeriodKind string

const (
	CalendarYear PeriodKind = "calendar-year"
	SchoolYear   PeriodKind = "school-year"
	OneDay       PeriodKind = "date" // one day of the calendar year
)

// PeriodKinds are all there are.
var PeriodKinds = []PeriodKind{CalendarYear, SchoolYear, OneDay}

// Total is how the value of a municipality comes of those of its institutions («свод по
// муниципалитету»).
type Total string

const (
	TotalSum     Total = "sum"
	TotalMean    Total = "mean"    // weighted where there is a weight
	TotalFormula Total = "formula" // the indicator's formula over the totals of its parts
)

// Totals are all there are.
var Totals = []Total{TotalSum, TotalMean, TotalFormula}

// Units are the units that a value may have («единицы измерения»). What counts people or
// things can be a weight.
var Units = []string{UnitPercent, "балл", UnitPeople, UnitThings, "дн.", UnitYesNo, "усл. ед."}

const (
	UnitPercent = "%"
	UnitPeople  = "чел."
	UnitThings  = "ед."
	UnitYesNo   = "да/нет" // 1 and 0
)

// IsCount reports whether the unit counts people or things.
func IsCount(unit string) bool { return unit == UnitPeople || unit == UnitThings }
