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
	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// What the passports of the two forms say.
const (
	passportOfOne = "monitoring"
	passportOfAll = "monitoring-all"
	formVersion   = 1

	howToGet = "попросите в управлении новую форму и перенесите в неё числа"
)

// reading is the reading of one file.
type reading struct {
	*Reader
	*Submission
	passport *form.Passport
	size     int  // of the file
	isText   bool // a table of text: all its numbers are texts
	isLong   bool // of its table: what is said twice is said of an institution and a code
	void     bool // nothing is taken: of the file, or from some row on
	told     map[remarkKind]int
	sets     map[string]bool
	called   map[string]calling
	headers  remembered[role]
	coded    remembered[coded]
	named    remembered[bool] // of the municipality
	titled   remembered[[]*indicator]
	unknown  int                   // names that were not recognised
	rows     int                   // of the form, with a key
	spans    map[int][]sheet.Range // merged cells by columns of values, downwards
	tall     []sheet.Range         // names merged over rows, downwards
	before   rowBefore
	spokenOf map[string]*spoken
	unclear  map[string]bool // codes of rows that say two things
	// mentioned are institutions with a row that was not taken.
	mentioned map[string]bool
	texts     *texts
	lastWho   *sender // of whom the last cell was, and the number of its ID
	lastID    int32
	// lastSheet is where it stands, and the number of its name.
	lastSheet *sheet.Sheet
	lastName  int32
	repeats   int // of rows
	guesses   int // at codes that nobody knows
	// contradicted: something was said twice and differently.
	contradicted bool
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
		if f.isOwn(s) {
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
		if tables[0].vertical && !tables[0].long {
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
	// A folder of data may be renamed; the office stays the same.
	if p.Folder != f.asked.Folder && (p.Office == "" || russian.Fold(p.Office) != russian.Fold(f.asked.Office)) {
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

// ownSheets are those of our forms besides the table, and those of a form that was
// returned: «Замечания», or «Замечания 2» where the sender had one.
var ownSheets = map[string]bool{"Как заполнить": true, "Прошлый год": true, "Паспорт формы": true, "Списки": true, "Замечания": true}

// isOwn reports whether a sheet is one that we made and nobody fills.
func (f *reading) isOwn(s *sheet.Sheet) bool {
	return f.passport != nil && ownSheets[strings.TrimRight(s.Name, " 0123456789")]
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
		if f.isOwn(s) {
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
	t.index()
	if err := f.readMerged(t); err != nil {
		return err
	}
	f.mark(t)
	if err := f.readRows(t, who); err != nil {
		return err
	}
	f.tellPassed(t)
	return nil
}

func (f *reading) readRows(t *table, who *sender) error {
	switch {
	case t.long:
		return f.readLong(t)
	case t.vertical:
		return f.readVertical(t, who)
	}
	f.tellColumns(t)
	return f.readWide(t)
}
