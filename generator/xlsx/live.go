package xlsx

import (
	"fmt"
	"regexp"

	"github.com/xuri/excelize/v2"
)

// show decides which sheets are seen. It comes before the first is filled.
func (b book) show(f *excelize.File) error {
	first := -1
	for i, p := range b {
		switch {
		case p.Opens && p.Hidden:
			return fmt.Errorf("лист «%s»: скрытый лист не может быть первым видимым", p.name)
		case p.Opens && first >= 0 && b[first].Opens:
			return fmt.Errorf("листы «%s» и «%s»: открыться может только один", b[first].name, p.name)
		case p.Opens || !p.Hidden && first < 0:
			first = i
		}
	}
	if first < 0 {
		return fmt.Errorf("все листы скрыты")
	}
	if first > 0 {
		f.SetActiveSheet(first)
	}
	for _, p := range b {
		if p.Hidden {
			const very = true
			if err := f.SetSheetVisible(p.name, false, very); err != nil {
				return err
			}
		}
	}
	return nil
}

// makeLive sets what makes a sheet more than a paper in cells. It comes after the
// stream is opened, and stands in the file after the rows.
func (b book) makeLive(f *excelize.File, p *plan) error {
	if err := b.mark(f, p); err != nil {
		return err
	}
	if err := b.rule(f, p); err != nil {
		return err
	}
	for _, n := range p.Names {
		if err := b.define(f, p, n); err != nil {
			return err
		}
	}
	if !p.Protect {
		return nil
	}
	return f.ProtectSheet(p.name, &excelize.SheetProtectionOptions{
		AutoFilter: true, FormatColumns: true, FormatRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true,
	})
}

// likeAddress are names that Excel takes for places: AB12, R1C1.
var likeAddress = regexp.MustCompile(`^(?i:[a-z]{1,3}[0-9]+|r[0-9]*c?[0-9]*|c[0-9]*)$`)

func (b book) define(f *excelize.File, p *plan, n Name) error {
	if likeAddress.MatchString(n.Name) {
		return fmt.Errorf("name %q is like an address", n.Name)
	}
	at, err := b.own(n.At, p)
	if err != nil {
		return fmt.Errorf("name %q: %w", n.Name, err)
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: at.absolute()}); err != nil {
		return fmt.Errorf("name %q: %w", n.Name, err)
	}
	return nil
}
