package sheet

// outline is xl/workbook.xml: the sheets and the names.
type outline struct {
	*xmlScanner
	workbook *workbook
	links    map[string]link
	book     Book

	titles  []string        // of all sheets, for names count those left out too
	taken   map[string]bool // parts that are a sheet already
	scopes  []string        // of each name
	letters int             // of all names
}

// outline reads the part with the list of sheets.
func (w *workbook) outline(main string, links map[string]link) (*Book, error) {
	o := &outline{workbook: w, links: links, taken: map[string]bool{}}
	err := w.archive.read(main, "workbook", mainSpaces, func(s *xmlScanner) {
		o.xmlScanner = s
		for name := range s.children() {
			switch string(name) {
			case "workbookPr":
				w.date1904 = s.is("date1904")
			case "sheets":
				o.sheets()
			case "definedNames":
				o.names()
			}
		}
	})
	if err != nil {
		return nil, err
	}
	for i, scope := range o.scopes {
		if n, ok := parseCount(scope, len(o.titles)-1); ok {
			o.book.Names[i].Sheet = o.titles[n]
		}
	}
	if len(o.book.Sheets) == 0 {
		return nil, refuse(saveAnew, "в книге нет ни одного листа с таблицей")
	}
	return &o.book, nil
}

func (o *outline) sheets() {
	for name := range o.children() {
		if string(name) != "sheet" {
			continue
		}
		title, _ := o.attr("name")
		if title = o.cellText(title); len(title) > maxTitle {
			o.fail("имя листа длиннее %d знаков", maxTitle)
			return
		}
		if o.titles = append(o.titles, string(title)); len(o.titles) > maxParts {
			o.err = refuse(shorten, "в книге больше %d листов", maxParts)
			return
		}
		if err := o.sheet(string(title), o.links[o.link()]); err != nil {
			o.err = err
			return
		}
	}
}

// sheet adds the current sheet, if it is one of cells.
func (o *outline) sheet(title string, l link) error {
	clipped := clip([]byte(title))
	switch {
	case o.err != nil:
		return o.err
	case l.external:
		return refuse("перенесите лист в саму книгу и пришлите её заново", "лист «%s» стоит в другом файле, а не в книге", clipped)
	case l.kind != "worksheet" && l.kind != "":
		return nil
	case l.target == "" || !o.workbook.archive.has(l.target):
		return refuse(saveAnew, "книга повреждена: листа «%s» в ней нет", clipped)
	case o.taken[l.target]:
		return refuse(saveAnew, "книга повреждена: лист «%s» стоит там же, где другой", clipped)
	}
	o.taken[l.target] = true
	one := &Sheet{Name: title, content: &part{book: o.workbook, name: l.target, sheet: title}}
	switch state, _ := o.attr("state"); string(state) {
	case "hidden":
		one.Hidden = Hidden
	case "veryHidden":
		one.Hidden = VeryHidden
	}
	o.book.Sheets = append(o.book.Sheets, one)
	return o.workbook.archive.reserve(l.target)
}

func (o *outline) names() {
	for name := range o.children() {
		if string(name) != "definedName" {
			continue
		}
		title, _ := o.attr("name")
		scope, _ := o.attr("localSheetId")
		n := Name{Name: string(title), Hidden: o.is("hidden")}
		o.scopes = append(o.scopes, string(scope))
		n.Refers = string(o.cellText(o.leaf()))
		o.book.Names = append(o.book.Names, n)
		o.letters += len(n.Name) + len(n.Refers) + len(scope)
		if len(o.book.Names) > maxNames || o.letters > maxNameText {
			o.err = refuse(shorten, "в книге слишком много имён: больше %d", maxNames)
			return
		}
	}
}
