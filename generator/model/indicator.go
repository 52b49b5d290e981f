package model

// Indicator is one indicator of a monitoring («показатель»), or a number that others are
// counted from («исходные данные»).
type Indicator struct {
	Code  string `toml:"code"`  // D16, S01; DV04 for what others are counted from
	Title string `toml:"title"` // as it is printed
	// Area is the heading of a report under which it is told («направление»): ВПР, кадры.
	Area string `toml:"area"`
	Unit string `toml:"unit"` // one of [Units]
	// Decimals are how many digits after the comma are printed; judged is what is printed.
	Decimals  int       `toml:"decimals"`
	Direction Direction `toml:"direction"`
	Tier      Tier      `toml:"level"`
	// Kinds are the kinds of institutions that it concerns.
	Kinds    []InstitutionKind `toml:"kinds"`
	FilledBy Filler            `toml:"filled_by"` // empty: the program counts it
	Period   PeriodKind        `toml:"period"`
	AsOf     AsOf              `toml:"as_of"`  // empty: over the whole period
	Source   string            `toml:"source"` // the form or the system it is taken from: 85-К, МКДО
	// Explain tells who fills it what to count, and where to find it.
	Explain string `toml:"explain"`

	// Formula derives the value from other indicators of the same institution or of the
	// same municipality: "100 * DV05 / DV04".
	Formula string `toml:"formula"`
	// ShareWhere derives the share of the institutions for which a condition holds:
	// "D01 >= 3". Its value is that of the municipality.
	ShareWhere string `toml:"share_where"`
	// Total is how the value of a municipality comes of those of its institutions.
	Total Total `toml:"total"`
	// Weight is the code of the count by which a mean is weighted. Of a share it is the
	// number of those whose share is told: under ten it is not ranked.
	Weight string `toml:"weight"`

	// Range is what one who fills it can mean: outside of it a value is a mistake. A sum
	// over institutions is not bound by it.
	Range Interval `toml:"range"`
	Usual Interval `toml:"usual"` // outside of it one should ask; empty: nothing is known

	Scale      string      `toml:"scale"` // the name of a common scale, in place of thresholds
	Below      string      `toml:"below"` // the level under the first threshold
	Thresholds []Threshold `toml:"threshold"`
	// Trend: what is judged is the change since the period before («динамика»).
	Trend bool `toml:"trend"`
	// RedBeyond is how far from the norm the red zone begins, in per cent of the threshold;
	// nil: 10. Levels that are marked as red tell it by themselves.
	RedBeyond *float64 `toml:"red_beyond"`
	// Self is the code of what an institution itself says of the same («самооценка»).
	Self       string      `toml:"self"`
	References []Reference `toml:"reference"`
	Criteria   []Criterion `toml:"criterion"`
	// Unranked is why institutions must not be ranked by it: results of ВПР are not for
	// the evaluation of schools. Empty: they may be.
	Unranked string `toml:"unranked"`
	// Methods are the years from which it is counted in another way: what was before
	// cannot be compared with what is since.
	Methods []MethodChange `toml:"method"`

	// Verified false marks what is known only by practice and must be compared with the
	// paper that prescribes it; a missing key means that there is nothing to verify.
	Verified *bool  `toml:"verified"`
	Basis    string `toml:"basis"` // where the thresholds are from
}

// IsDerived reports whether the program counts the value.
func (i Indicator) IsDerived() bool { return i.Formula != "" || i.ShareWhere != "" }

// IsVerified reports whether nothing of the indicator is known only by practice.
func (i Indicator) IsVerified() bool { return i.Verified == nil || *i.Verified }

// Concerns reports whether an institution of the kind has this indicator.
func (i Indicator) Concerns(kind InstitutionKind) bool {
	for _, k := range i.Kinds {
		if k == kind {
			return true
		}
	}
	return false
}

// Round is the number as it is printed and judged.
func (i Indicator) Round(x float64) float64 { return Round(x, i.Decimals) }

// Reference is a number of one year to compare with («справочное значение»): the mean of
// the region, of the country.
type Reference struct {
	Name   string  `toml:"name"` // «Российская Федерация»
	Year   int     `toml:"year"`
	Value  float64 `toml:"value"`
	Source string  `toml:"source"`
}

// MethodChange is a new way of counting («смена методики»).
type MethodChange struct {
	Year int    `toml:"year"` // the first one that is counted so
	Text string `toml:"text"` // what is counted otherwise
}

// Comparable reports whether the values of two years were counted in one way; else
// what was changed between them.
func (i Indicator) Comparable(a, b int) (same bool, change string) {
	for _, m := range i.Methods {
		if min(a, b) < m.Year && m.Year <= max(a, b) {
			return false, m.Text
		}
	}
	return true, ""
}

// IndicatorSet are the indicators of one file («перечень показателей»): those of preschool,
// those of schools.
type IndicatorSet struct {
	ID         string // the file's name without .toml: «preschool»
	Title      string
	Short      string // «школы»: where there is no room for the title, as on a tab of a workbook
	Contingent string // the code of the count of pupils, by which institutions are described
	Indicators []Indicator
}

// Catalogue are all indicators that an office collects («каталог показателей»).
type Catalogue struct {
	Sets []IndicatorSet
}

// Indicator finds an indicator by its code.
func (c Catalogue) Indicator(code string) (Indicator, bool) {
	for _, set := range c.Sets {
		for k := range set.Indicators { // each is large
			if set.Indicators[k].Code == code {
				return set.Indicators[k], true
			}
		}
	}
	return Indicator{}, false
}

// All are the indicators of all sets in their order.
func (c Catalogue) All() []Indicator {
	var all []Indicator
	for _, set := range c.Sets {
		all = append(all, set.Indicators...)
	}
	return all
}
