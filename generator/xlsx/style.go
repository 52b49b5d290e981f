package xlsx

import (
	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// fontName is what every office has; the program's own Tinos has its measures.
const fontName = "Times New Roman"

// look is how a cell appears; equal looks are one style of the workbook.
type look struct {
	font       font
	horizontal string
	vertical   string
	indent     int
	wrap       bool
	ruled      bool
	filled     bool
	link       bool
	turned     bool
	open       bool   // to be filled: unlocked and pale yellow
	format     string // of a number or a day
	// free, where there is no format, is the number format «Общий». The others are «Текстовый», so that a
	// cell that somebody edits stays text: 1.10 must not become 1.1 or 1 October.
	free bool
}

var (
	plainLook   = look{font: font{size: titleSize}, horizontal: "left", vertical: "top"}
	headerLook  = look{font: headerFont, horizontal: "center", vertical: "center", wrap: true, ruled: true, filled: true}
	sectionLook = look{font: font{size: bodySize, bold: true}, horizontal: "left", vertical: "center", indent: 1, wrap: true, ruled: true}
)

func bodyLook(align doc.Align) look {
	horizontal := [...]string{doc.Left: "left", doc.Centre: "center", doc.Right: "right", doc.Decimal: "right"}[align]
	l := look{font: bodyFont, horizontal: horizontal, vertical: "top", wrap: true, ruled: true}
	if align != doc.Centre {
		l.indent = 1 // text must not touch the rule
	}
	return l
}

// acrossLook centres over all columns without merging them.
func acrossLook(f font) look {
	return look{font: f, horizontal: "centerContinuous", vertical: "center"}
}

// forText is the look of a cell with this text: old versions of Excel show
// «####» for a text of more than 255 characters in the format «Текстовый».
func (l look) forText(text string) look {
	const longest = 255
	l.free = textUnits(text) > longest
	return l
}

// styles numbers the looks in the order they are first used.
type styles struct {
	file  *excelize.File
	known map[look]int
}

func newStyles(f *excelize.File) *styles { return &styles{file: f, known: map[look]int{}} }

func (s *styles) number(l look) (int, error) {
	if id, ok := s.known[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style())
	if err != nil {
		return 0, err
	}
	s.known[l] = id
	return id, nil
}

const (
	solid = 1 // the plain fill, by its number in excelize
	black = "000000"
)

func (l look) style() *excelize.Style {
	const (
		thin       = 1
		textFormat = 49 // «@»
		lightGrey  = "E7E6E6"
		linkBlue   = "0563C1"
		paleYellow = "FFFFCC"
	)
	s := &excelize.Style{
		Font: &excelize.Font{Family: fontName, Size: l.font.size, Bold: l.font.bold, Color: black},
		Alignment: &excelize.Alignment{
			Horizontal: l.horizontal, Vertical: l.vertical, WrapText: l.wrap, Indent: l.indent,
		},
		NumFmt: textFormat,
	}
	switch {
	case l.format != "":
		s.CustomNumFmt = &l.format
	case l.free:
		s.NumFmt = 0
	}
	if l.turned {
		s.Alignment.TextRotation = 90
	}
	if l.link {
		s.Font.Underline, s.Font.Color = "single", linkBlue
	}
	if l.filled {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: solid, Color: []string{lightGrey}}
	}
	if l.open {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: solid, Color: []string{paleYellow}}
		s.Protection = &excelize.Protection{Locked: false}
	}
	if l.ruled {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Style: thin, Color: black})
		}
	}
	return s
}
