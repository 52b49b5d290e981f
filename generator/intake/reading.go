package intake

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/sheet"
)

// What the passports of the two forms say.
const (
	passportOfOne = "monitoring"
	passportOfAll = "monitoring-all"
	formVersion   = 1
	howSheet      = "Как заполнить"
	lastYearSheet = "Прошлый год" // of the form of all

	howToGet = "попросите в управлении новую форму и перенесите в неё числа"
)

// reading is the reading of one file.
type reading struct {
	*Reader
	*Submission
	passport *form.Passport
	size     int  // of the file
	isText   bool // a table of text: all its numbers are texts
	void     bool // nothing is taken: of the file, or from some row on
	told     map[remarkKind]int
	sets     map[string]bool
	called   map[string]calling
	headers  map[string]role       // texts that were looked at
	unknown  int                   // names that were not recognised
	rows     int                   // of the form, with a key
	spans    map[int][]sheet.Range // merged cells by columns of values, downwards
	tall     []sheet.Range         // names merged over rows, downwards
	before   rowBefore
	spokenOf map[string]*spoken
	unclear  map[string]bool // codes of rows that say two things
}

// isForm reports whether a passport says that the file is a form of this kind.
func (f *reading) isForm(k Kind) bool { return f.passport != nil && f.Kind == k }

// refuseFile tells why nothing of the file is taken.
func (f *reading) refuseFile(what fault) {
	f.void = true
	f.remarkFile(what)
}

// read reads the file as a whole.
func (f *reading) read(raw []byte) {
	f.size = len(raw)
	book, err := sheet.Open(f.Name, raw)
	if err != nil {
		f.unreadable(err)
		return
	}
	f.isText = len(book.Sheets) == 1 && book.Sheets[0].Name == ""
	if err := f.readBook(book); err != nil {
		f.unreadable(err)
	}
}

// unreadable gives the refusal of the reader of sheets as a remark.
func (f *reading) unreadable(err error) {
	f.Kind = Unreadable
	var refusal *sheet.Refusal
	if !errors.As(err, &refusal) {
		f.remarkFile(faultf(codeFile, "пришлите файл заново", "файл не читается: %s", err))
		return
	}
	p := refusal.Problem
	p.Severity, p.Code, p.File = diag.Error, codeFile, f.Name
	f.Remarks = append(f.Remarks, Remark{model.CellPlace{File: f.Name}, p})
}

func (f *reading) readBook(book *sheet.Book) error {
	// The passport is hidden: there it is found without reading the table.
	sheets := slices.Clone(book.Sheets)
	slices.SortStableFunc(sheets, func(a, b *sheet.Sheet) int { return cmp.Compare(b.Hidden, a.Hidden) })
	passport, found, err := form.ReadPassport(&sheet.Book{Sheets: sheets})
	if err != nil {
		return err
	}
	if found {
		f.passport = &passport
		if !f.checkPassport() {
			return nil
		}
	}
	var tables []*table
	for _, s := range book.Sheets {
		if f.isToRead(s) {
			continue
		}
		t, err := f.find(s)
		if err != nil {
			return err
		}
		if t != nil {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		f.Kind = Unreadable
		f.remarkFile(faultf(codeTable, "нужны столбцы «Код» и «Значение» или «Учреждение» и столбцы с кодами показателей", "таблицы показателей в файле нет"))
		return nil
	}
	if f.passport == nil {
		f.Kind = PlainOfAll
		if tables[0].vertical {
			f.Kind = PlainOfOne
		}
	}
	if len(tables) > 1 {
		f.void = true
		f.remark(tables[1].sheet, tables[1].header, 1, faultf(codeTable, "оставьте один лист с таблицей, остальные удалите или пришлите отдельными файлами",
			"таблица стоит ещё и на листе «%s»: какая верна, не узнать", tables[0].sheet.Name))
	}
	if err := f.tellOtherSheets(book, tables); err != nil {
		return err
	}
	for _, t := range tables {
		if err := f.readTable(t); err != nil {
			return err
		}
	}
	f.tellGoneRows()
	return nil
}

// checkPassport tells whether the file is a form at all that was asked for; what is in
// the form of another office or year is refused cell by cell.
func (f *reading) checkPassport() bool {
	p := f.passport
	switch p.Kind {
	case passportOfOne:
		f.Kind = FormOfOne
	case passportOfAll:
		f.Kind = FormOfAll
	}
	if wrong := p.Check(p.Kind, formVersion, howToGet); wrong != nil || f.Kind == Unreadable {
		what := faultf(codeOffice, howToGet, "это другая форма («%s»), а не форма показателей", shown(p.Kind))
		if wrong != nil {
			what.text, what.hint = wrong.Text, wrong.Hint
		}
		f.Kind = Unreadable
		f.remarkFile(what)
		return false
	}
	if p.Folder != f.asked.Folder {
		f.refuseFile(faultf(codeOffice, "верните файл тому, кто его прислал", "это форма другой организации: «%s»", shown(p.Office)))
	}
	set, year, _ := strings.Cut(p.Subject, "/")
	if n, err := strconv.Atoi(year); err != nil || n != f.asked.Year {
		f.refuseFile(f.wrongPeriod("форма за " + shown(year)))
	}
	if f.sets[set] = f.hasSet(set); !f.sets[set] {
		f.refuseFile(faultf(codeOffice, howToGet, "форма по перечню «%s», которого в каталоге нет", shown(set)))
	}
	return true
}

func (f *reading) wrongPeriod(what string) fault {
	return faultf(codePeriod, fmt.Sprintf("нужны показатели за %d год: попросите прислать их", f.asked.Year), "%s, а собирают показатели за %d год", what, f.asked.Year)
}

func (f *reading) hasSet(id string) bool {
	for _, set := range f.asked.Catalogue.Sets {
		if set.ID == id {
			return true
		}
	}
	return false
}

// isToRead reports whether a sheet of a form is there for people to read, not to fill; in
// that of last year stands a table too.
func (f *reading) isToRead(s *sheet.Sheet) bool {
	return f.passport != nil && s.Name == howSheet || f.isForm(FormOfAll) && s.Name == lastYearSheet
}

// tellOtherSheets names the sheets that have something in them and are not read.
func (f *reading) tellOtherSheets(book *sheet.Book, tables []*table) error {
sheets:
	for _, s := range book.Sheets {
		for _, t := range tables {
			if t.sheet == s {
				continue sheets
			}
		}
		if f.isToRead(s) {
			continue
		}
		isPassport, _, err := form.ReadPassport(&sheet.Book{Sheets: []*sheet.Sheet{s}})
		if err != nil {
			return err
		}
		if isPassport.Kind != "" {
			continue
		}
		for _, err := range s.Rows() {
			if err != nil {
				return err
			}
			f.remark(s, 0, 0, faultf(codeSheet, "если на нём есть показатели, перенесите их на лист с таблицей", "лист «%s» не прочитан", s.Name).as(diag.Advice))
			break
		}
	}
	return nil
}

// readTable reads a table from its header down.
func (f *reading) readTable(t *table) error {
	if len(t.twice) > 0 {
		f.void = true
		f.remark(t.sheet, t.header, 1, faultf(codeTable, "оставьте один из них, другой удалите", "столбец «%s» стоит дважды", shown(t.twice[0])))
	}
	who := f.readLines(t)
	if err := f.readMerged(t); err != nil {
		return err
	}
	if t.vertical {
		return f.readVertical(t, who)
	}
	f.tellColumns(t)
	return f.readWide(t)
}

// tellGoneRows compares a form with the number of rows that were sent out.
func (f *reading) tellGoneRows() {
	if f.passport == nil || f.void || f.passport.Rows <= f.rows {
		return
	}
	f.remarkFile(faultf(codeGone, "если строки удалили по ошибке, попросите прислать форму целиком", "строк в форме было %d, осталось %d",
		f.passport.Rows, f.rows).as(diag.Warning))
}
