package doc

import "fmt"

// Places on the title page («титульный лист»): labels of Cover blocks. The parts of
// such a block are its lines.
const (
	CoverAbove   = "above"   // the bodies, as on a letterhead
	CoverMark    = "mark"    // what must be seen on every copy: «ПРИМЕР», «ПРОЕКТ»
	CoverKind    = "kind"    // «ДОКЛАД»
	CoverSubject = "subject" // о чём доклад
	CoverFoot    = "foot"    // place | year
)

// CoverPlaces are all of them, from the top of the page down.
var CoverPlaces = []string{CoverAbove, CoverMark, CoverKind, CoverSubject, CoverFoot}

// misplaced tells of a block of the title page that does not stand among the first
// of the paper, or is there twice. Only a turn of the sheet may come before it.
func (b Block) misplaced(before []Block) *Fault {
	if b.Role != Cover {
		return nil
	}
	for i, earlier := range before {
		switch {
		case earlier.Role == Cover && earlier.Label == b.Label:
			return &Fault{Role: string(b.Role), Text: fmt.Sprintf("строка «#%s %s» уже есть", b.Role, b.Label),
				Hint: "оставьте одну; строки в ней разделяет знак |"}
		case earlier.Role != Cover && (i > 0 || earlier.Role != Page):
			return &Fault{Role: string(b.Role), Text: fmt.Sprintf("титульный лист начинает бумагу, а перед «#%s %s» стоит другая строка", b.Role, b.Label),
				Hint: fmt.Sprintf("перенесите все строки «#%s» в начало; раньше них бывает только «#%s»", b.Role, Page)}
		}
	}
	return nil
}
