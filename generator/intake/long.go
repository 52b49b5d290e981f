package intake

import (
	"slices"

	"doklad/generator/sheet"
)

// findNamed looks whether the rows of a vertical table name their institutions: then
// neither a line above it nor the name of the file tells whose they are.
func (f *reading) findNamed(t *table) error {
	if !t.vertical || f.passport != nil || !t.namesInstitutions() {
		return nil
	}
	for row, err := range t.rows() {
		if err != nil {
			return err
		}
		if row.Number > t.header && t.isNamed(row) {
			t.long = true
			return nil
		}
	}
	return nil
}

// readLong reads a table with a row for each institution and indicator.
func (f *reading) readLong(t *table) error {
	f.isLong = true
	open := 0
	return f.rowsOfOne(t, func(rows []sheet.Row, _ int) {
		named := rows[0]
		for _, row := range rows {
			if t.isNamed(row) { // else its name is merged with that above
				named, open = row, 0
			}
			open = f.readLongRow(t, row, named, open)
		}
	})
}

// readLongRow reads one row; named is the row with the name of its institution.
func (f *reading) readLongRow(t *table, row, named sheet.Row, open int) int {
	if !t.isNamed(named) {
		return f.readIndicator(t, row, row.Number, nil, open, nobodysFault(row.Number))
	}
	who, wrong := f.senderOf(t, named)
	if wrong != nil {
		return f.readIndicator(t, row, row.Number, who, open, *wrong)
	}
	open = f.readIndicator(t, row, row.Number, who, open)
	if !f.void && !slices.Contains(f.Institutions, who.ID) {
		f.Institutions = append(f.Institutions, who.ID)
	}
	return open
}
