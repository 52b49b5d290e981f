package xlsx

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"doklad/generator/diag"
	"doklad/generator/doc"
)

// Excel's own limits ("Excel specifications and limits").
const (
	mostRows      = excelize.TotalRows
	mostTextUnits = excelize.TotalCellChars // in UTF-16 units
)

// check finds what no sheet can hold. The errors are for programmers: texts are
// cleaned, and rows made, long before they come here.
func check(name string, sheet Sheet) (diag.List, error) {
	t := sheet.Table
	switch {
	case t == nil && len(sheet.Text) == 0 || t != nil && len(t.Columns) == 0:
		return nil, fmt.Errorf("лист «%s»: нет таблицы или столбцов", name)
	case t != nil && len(sheet.Text) > 0:
		return nil, fmt.Errorf("лист «%s»: и таблица, и слова", name)
	case t == nil:
		t = &doc.Table{}
	}
	if _, err := openCellsOf(sheet); err != nil {
		return nil, fmt.Errorf("лист «%s»: %w", name, err)
	}
	for _, column := range slices.Concat(sheet.Unseen, sheet.Upright) {
		if columnOf(t, column) < 0 {
			return nil, fmt.Errorf("лист «%s»: нет столбца «%s», который надо скрыть или повернуть", name, column)
		}
	}
	var found diag.List
	judge := func(text, key, where string) error {
		if r, bad := badRune(text); bad {
			return fmt.Errorf("лист «%s», %s (%s): недопустимый знак %U", name, where, key, r)
		}
		if n := textUnits(text); n > mostTextUnits {
			found.Add(diag.Errorf(key, "текст из %d знаков не помещается в ячейку Excel (лист «%s», %s): больше %d нельзя",
				n, name, where, mostTextUnits).
				WithHint("сократите текст или разделите его на несколько строк таблицы"))
		}
		return nil
	}
	for _, block := range slices.Concat(sheet.Above, sheet.Text) {
		if block.Role == doc.Heading && block.Label == "" {
			return nil, fmt.Errorf("лист «%s»: заголовок без уровня", name)
		}
		for _, part := range block.Parts {
			if err := judge(part, block.Key, "над таблицей"); err != nil {
				return nil, err
			}
		}
	}
	for _, text := range []string{sheet.Across, sheet.Note, sheet.Back.Text} {
		if err := judge(text, "", "пометка"); err != nil {
			return nil, err
		}
	}
	for i, column := range t.Columns {
		if err := judge(column.Header, "", fmt.Sprintf("заголовок столбца %d", i+1)); err != nil {
			return nil, err
		}
	}
	for i, row := range t.Rows {
		if n := len(row.Cells); n > len(t.Columns) || row.Section && n > 1 {
			return nil, fmt.Errorf("лист «%s», строка таблицы %d: ячеек %d, столбцов %d", name, i+1, n, len(t.Columns))
		}
		for j, cell := range row.Cells {
			where := fmt.Sprintf("строка таблицы %d, столбец %d", i+1, j+1)
			if err := judge(cell.Text, cell.Key, where); err != nil {
				return nil, err
			}
			if cell.Value == nil {
				continue
			}
			if err := checkValue(cell.Value); err != nil {
				return nil, fmt.Errorf("лист «%s», %s (%s): %w", name, where, cell.Key, err)
			}
		}
	}
	// What stands above is short; a hundred rows are more than enough for it.
	const above = 100
	if n := len(t.Rows); n > mostRows-above {
		found.Add(diag.Errorf(firstKey(t.Rows[mostRows-above]), "в таблице %d строк, а на листе Excel помещается не больше %d",
			n, mostRows-above).
			WithHint("разделите таблицу на несколько листов"))
	}
	return found, nil
}

func firstKey(row doc.Row) string {
	if len(row.Cells) == 0 {
		return ""
	}
	return row.Cells[0].Key
}

// badRune finds what would break the file: what XML 1.0 does not allow, broken
// UTF-8, and the characters that Unicode reserves for programs.
func badRune(text string) (rune, bool) {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return r, true
			}
		}
		if forbidden(r) {
			return r, true
		}
	}
	return 0, false
}

func forbidden(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < ' ', r >= 0x7F && r <= 0x9F && r != 0x85:
		return true
	}
	return r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// textUnits counts as Excel does.
func textUnits(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
