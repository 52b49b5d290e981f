package annotate

import "fmt"

// listForms are the looks of the list, as numbers of styles.
type listForms struct{ title, line, header, grave, warning, link, text int }

func formsOf(s *styles) listForms {
	font := func(looks string) int {
		return s.add(fontList, `<font>`+looks+`<name val="Times New Roman"/><family val="1"/></font>`)
	}
	plain, bold := font(`<sz val="12"/>`), font(`<b/><sz val="12"/>`)
	title, link := font(`<b/><sz val="14"/>`), font(`<u/><sz val="12"/><color rgb="FF0563C1"/>`)
	grey := s.add(fillList, solid("FFEDEDED"))
	side := func(name string) string {
		return fmt.Sprintf(`<%s style="thin"><color auto="1"/></%[1]s>`, name)
	}
	ruled := s.add(borderList, `<border>`+side("left")+side("right")+side("top")+side("bottom")+`<diagonal/></border>`)
	form := func(font, fill, border int, aligned string) int {
		return s.add(formList, fmt.Sprintf(`<xf numFmtId="0" fontId="%d" fillId="%d" borderId="%d" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment %s wrapText="1"/></xf>`, font, fill, border, aligned))
	}
	// Text must not touch the rules.
	const free, middle, number, cell = `horizontal="left" vertical="top"`, `horizontal="center" vertical="center"`,
		`horizontal="center" vertical="top"`, `horizontal="left" vertical="top" indent="1"`
	return listForms{
		title:   form(title, 0, 0, free),
		line:    form(plain, 0, 0, free),
		header:  form(bold, grey, ruled, middle),
		grave:   form(plain, s.fill(true), ruled, number),
		warning: form(plain, s.fill(false), ruled, number),
		link:    form(link, 0, ruled, cell),
		text:    form(plain, 0, ruled, cell),
	}
}
