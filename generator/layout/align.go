package layout

import (
	"fmt"
	"slices"
)

// Align is how lines stand between the edges.
type Align string

const (
	Left      Align = "left"
	Centre    Align = "centre"
	Right     Align = "right" // a гриф is a block at the right, its lines flush left
	Justified Align = "justified"
)

// UnmarshalText reads the word; its error is in Russian.
func (a *Align) UnmarshalText(b []byte) error {
	switch v := Align(b); v {
	case Left, Centre, Right, Justified:
		*a = v
		return nil
	}
	return unknownAlign(b)
}

type unknownAlign string

func (a unknownAlign) Error() string {
	return fmt.Sprintf("выравнивание «%s» неизвестно", string(a))
}
func (a unknownAlign) Hint() string { return "бывает left, centre, right, justified" }

// placing is how the lines of a style may stand, and why not otherwise.
type placing struct {
	aligns []Align
	reason string
}

var (
	alone  = placing{[]Align{Left, Centre, Right}, "эти строки по ширине не растягиваются; бывает left, centre, right"}
	signed = placing{[]Align{Left, Centre}, // ГОСТ Р 7.0.97-2016, п. 5.22
		"должность стоит у левого поля: left – её строки от поля, centre – по центру самой длинной"}
	// placings lack the running text, which may stand in all ways.
	placings = map[string]placing{
		"letterhead": alone, "kind": alone, "title": alone, "annex_title": alone, "preparer": alone,
		"heading_1": alone, "heading_2": alone, "heading_3": alone,
		"table_caption": alone, "figure_caption": alone,
		"cover.above": alone, "cover.kind": alone, "cover.subject": alone, "cover.foot": alone,
		"cover.mark": {[]Align{Centre}, "пометка стоит в рамке посередине; бывает centre"},
		"signature":  signed, "certification": signed,
		"approval": {[]Align{Right, Centre}, // ГОСТ Р 7.0.97-2016, п. 5.16
			"гриф стоит у правого поля: right – его строки от одного края, centre – по центру самой длинной"},
		"registration": {nil, "дата стоит у левого поля, номер – у правого; удалите строку"},
	}
)

// align says what is impossible in the alignment of a style.
func (l limits) align(style string, a Align) {
	p, limited := placings[style]
	if limited && a != "" && !slices.Contains(p.aligns, a) {
		l[style+".align"] = fmt.Sprintf("выравнивание «%s» здесь не подходит: %s", a, p.reason)
	}
}
