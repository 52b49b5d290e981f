package form

import (
	"errors"
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/sheet"
)

// cell is what stands in a column, once faults of the book itself are told.
func (r *Row) cell(column string, faults *diag.List) (sheet.Cell, bool) {
	c := r.cells[r.at[column]]
	switch {
	case c.Uncached:
		faults.Add(r.Fault(column, "откройте книгу в Excel, сохраните и пришлите ещё раз или впишите само значение", "формула не посчитана"))
	case c.Kind == sheet.Fault:
		faults.Add(r.Fault(column, "впишите само значение, без формулы", "в ячейке ошибка: %s", c.Text))
	default:
		return c, Clean(c.Text) != ""
	}
	return sheet.Cell{}, false
}

// Text is what a person wrote in a column; a number or a day as the person sees it.
func (r *Row) Text(column string, faults *diag.List) string {
	c, has := r.cell(column, faults)
	if !has {
		return ""
	}
	return Clean(c.Text)
}

// Mark is a text that Excel likes to take for a day: the number of a document, «12-1».
func (r *Row) Mark(column string, faults *diag.List) string {
	c, has := r.cell(column, faults)
	switch {
	case !has:
		return ""
	case c.Kind == sheet.Day, c.Kind == sheet.Clock:
		faults.Add(r.Fault(column, "задайте ячейке формат «Текстовый» и впишите номер заново", "номер стал датой или временем (%s): его изменил Excel", c.Text))
		return ""
	}
	return Clean(c.Text)
}

// Day is the day in a column: a day of Excel, or one typed as text that has only one
// meaning.
func (r *Row) Day(column string, faults *diag.List) model.Date {
	c, has := r.cell(column, faults)
	if !has {
		return model.Date{}
	}
	switch c.Kind {
	case sheet.Day:
		return c.Day
	case sheet.Text:
		d, err := model.TypedDate(c.Text)
		if err != nil {
			var cure interface{ Hint() string }
			hint := ""
			if errors.As(err, &cure) {
				hint = cure.Hint()
			}
			faults.Add(r.Fault(column, hint, "%s", err))
		}
		return d
	case sheet.Number:
		faults.Add(r.Fault(column, "задайте ячейке формат «Дата»"+numbered(c.Number)+" или впишите день заново: 30.08.2026", "«%s» – число, а не дата", c.Text))
	default:
		faults.Add(r.Fault(column, "напишите один день цифрами: 30.08.2026", "«%s» не дата", Clean(c.Text)))
	}
	return model.Date{}
}

// numbered says which day Excel would show for a number.
func numbered(n float64) string {
	const first, last = 36_526, 73_050 // 2000 to 2099
	if n != float64(int(n)) || n < first || n > last {
		return ""
	}
	start := model.Date{Year: 1899, Month: 12, Day: 30}
	return fmt.Sprintf(" (тогда это %s)", start.AddDays(int(n)))
}
