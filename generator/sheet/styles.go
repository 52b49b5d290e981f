package sheet

import "strings"

// readStyles keeps of each style only how it shows numbers.
func (w *workbook) readStyles(part string) error {
	custom, read := map[int]numberFormat{}, 0
	w.styles = []numberFormat{}
	return w.archive.read(part, "styleSheet", mainSpaces, func(s *xmlScanner) {
		for name := range s.children() {
			switch string(name) {
			case "numFmts":
				for name := range s.children() {
					if string(name) != "numFmt" {
						continue
					}
					if read++; read > maxFormats {
						s.err = refuse(shorten, "в книге больше %d числовых форматов", maxFormats)
						return
					}
					id, _ := s.attr("numFmtId")
					code, _ := s.attr("formatCode")
					if n, ok := parseCount(string(id), maxStyles); ok {
						custom[n] = parseFormat(string(code[:min(len(code), maxCode)]))
					}
				}
			case "cellXfs":
				for name := range s.children() {
					if string(name) != "xf" {
						continue
					}
					id, _ := s.attr("numFmtId")
					n, _ := parseCount(string(id), maxStyles)
					format, ok := custom[n]
					if !ok {
						format = builtin(n)
					}
					if len(w.styles) == maxStyles {
						s.err = refuse(shorten, "в книге больше %d стилей", maxStyles)
						return
					}
					w.styles = append(w.styles, format)
				}
			}
		}
	})
}

// builtin is a format that has only a number (ISO/IEC 29500-1, 18.8.30). Those with
// day and month are shown by the order of the country; the day stays the same.
func builtin(id int) numberFormat {
	switch id {
	case 1:
		return parseFormat("0")
	case 2:
		return parseFormat("0.00")
	case 3, 37, 38:
		return parseFormat("#,##0")
	case 4, 39, 40:
		return parseFormat("#,##0.00")
	case 9:
		return parseFormat("0%")
	case 10:
		return parseFormat("0.00%")
	case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58:
		return numberFormat{kind: showsDay}
	case 18, 20:
		return numberFormat{kind: showsClock}
	case 19, 21, 45, 46, 47:
		return numberFormat{kind: showsClock, seconds: true}
	}
	return general
}

// isGeneral reports whether the code is the one that has no rules of its own.
func isGeneral(code string) bool {
	return code == "" || code == "@" || strings.EqualFold(code, "general") || strings.EqualFold(code, "основной")
}
