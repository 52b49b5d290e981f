package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Names of the folders of what is on record.
const (
	progressFolder   = "progress"
	timetablesFolder = "timetables"
)

// Progress is the record of one order as it was read.
type Progress struct {
	*model.Progress
	File       *File // nil where there is none
	Name       string
	Timetables map[string]*model.Timetable
	// Problems are those of the record and of the timetables that it names.
	Problems diag.List
	// Unreadable is true where the record itself has errors of reading.
	Unreadable bool
}

// ProgressName is the file of the record of an order, from the root of the data.
func (o *Order) ProgressName() string { return progressName(o.Office.Folder, o.ID) }

func progressName(folder, id string) string { return path.Join(folder, progressFolder, id+".toml") }

// Progress reads the record of an order; an order need not have one.
func (t *Tree) Progress(office *Office, o *Order) *Progress {
	p := &Progress{Progress: &model.Progress{}, Name: o.ProgressName(), Timetables: map[string]*model.Timetable{}}
	if _, err := fs.Stat(t.data, p.Name); errors.Is(err, fs.ErrNotExist) {
		return p // any other fault is told by reading it
	}
	raw, problems := loadBytes(t.data, p.Name)
	if problems != nil {
		p.Problems, p.Unreadable = problems.In(p.Name), true
		return p
	}
	return t.ProgressIn(office, o, raw)
}

// ProgressBytes is the text of the record of an order; nil where there is none. A
// record that cannot be read is no record that is missing.
func (t *Tree) ProgressBytes(o *Order) ([]byte, diag.List) {
	if _, err := fs.Stat(t.data, o.ProgressName()); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	raw, problems := loadBytes(t.data, o.ProgressName())
	return raw, problems.In(o.ProgressName())
}

// ProgressIn is the record of an order as it stands in the text.
func (t *Tree) ProgressIn(office *Office, o *Order, raw []byte) *Progress {
	p := &Progress{Progress: &model.Progress{}, Name: o.ProgressName(), Timetables: map[string]*model.Timetable{}}
	p.File, p.Problems = readBytes(p.Name, raw, p.Progress)
	p.Problems.In(p.Name)
	if p.Unreadable = p.Problems.HasErrors(); p.Unreadable {
		return p
	}
	p.Problems = append(p.Problems, p.File.Locate(t.checkEntries(office, p.Progress))...)
	for i, use := range p.Progress.Timetables {
		if strings.TrimSpace(use.File) == "" {
			continue // told above
		}
		key := fmt.Sprintf("timetable[%d]", i+1)
		timetable, problems := t.timetable(office, use.File)
		p.Problems = append(p.Problems, problems...)
		if timetable == nil && len(problems) == 0 {
			p.Problems = append(p.Problems, p.File.Locate(diag.List{diag.Errorf(key+".file", "нет графика «%s»", use.File).
				WithHint("график – это файл в папке timetables, у организации или выше; впишите его имя без .toml: file = \"niko\"")})...)
		}
		if timetable != nil {
			p.Timetables[use.File] = timetable
		}
	}
	return p
}

func exists(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// checkEntries finds what a mark must not lack, whatever it is about.
func (t *Tree) checkEntries(office *Office, p *model.Progress) diag.List {
	var l diag.List
	for i, e := range p.Entries {
		key := fmt.Sprintf("entry[%d]", i+1)
		required(&l, key+".activity", e.Activity, "не указано мероприятие", "впишите activity = \"1.1\"")
		required(&l, key+".status", string(e.Outcome), "не указано, что отмечено", "впишите status = \"done\" (исполнено) или другое: "+outcomeNames)
		if e.Outcome != "" && !slices.Contains(model.Outcomes, e.Outcome) {
			l.Add(diag.Errorf(key+".status", "отметка «%s» неизвестна", e.Outcome).WithHint("бывают: %s", outcomeNames))
		}
		if e.Date.IsZero() {
			l.Add(diag.Errorf(key+".date", "не указан день").WithHint("впишите date = 2021-08-30: когда это было"))
		}
		for k, v := range e.Evidence {
			t.checkEvidence(&l, fmt.Sprintf("%s.evidence[%d]", key, k+1), v, office)
		}
	}
	for i, use := range p.Timetables {
		key := fmt.Sprintf("timetable[%d]", i+1)
		required(&l, key+".activity", use.Activity, "не указано, чьи это дни", "впишите activity = \"2.4\"")
		required(&l, key+".file", use.File, "не назван график", "впишите file = \"niko\": дни возьмутся из timetables/niko.toml")
	}
	return l
}

const outcomeNames = "work (в работе), done (исполнено), late (с опозданием), partly (частично), failed (не исполнено), moved (перенесено), void (утратило актуальность), event (событие)"

func (t *Tree) checkEvidence(l *diag.List, key string, e model.Evidence, office *Office) {
	if e.IsEmpty() {
		l.Add(diag.Errorf(key, "о подтверждающем документе ничего не сказано").
			WithHint("впишите kind, number, date, title, link или file либо уберите запись"))
	}
	if !isAddress(e.Link) {
		l.Add(diag.Errorf(key+".link", "«%s» не ссылка", e.Link).
			WithHint("ссылка начинается с https://; файл рядом с данными называют в file"))
	}
	if e.File == "" {
		return
	}
	name := path.Join(office.folder, strings.ReplaceAll(e.File, `\`, "/"))
	if !fs.ValidPath(name) || !exists(t.data, name) {
		l.Add(diag.Warnf(key+".file", "подтверждающего файла «%s» нет", e.File).
			WithHint("имя пишется от папки организации: progress/spravka.pdf"))
	}
}

// isAddress reports whether a link may be one; nothing at all may be left out.
func isAddress(link string) bool {
	return link == "" || strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://")
}

// StrayProgress finds records that no order has.
func (t *Tree) StrayProgress(office *Office, orders []*Order) diag.List {
	var l diag.List
	folder := path.Join(office.folder, progressFolder)
	entries, err := fs.ReadDir(t.data, folder)
	if err != nil {
		return nil // there need be none; other faults are told when the folders are searched
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			continue
		}
		if text, hint := strayRecord(name, orders); text != "" {
			l.Add(diag.Problem{File: path.Join(folder, name), Text: text, Hint: hint})
		}
	}
	return l
}

// strayRecord says why a file is the record of no order; empty: it is one, or it is a
// document that proves something.
func strayRecord(name string, orders []*Order) (text, hint string) {
	id, isTOML := strings.CutSuffix(name, ".toml")
	switch {
	case strings.HasSuffix(strings.ToLower(name), ".toml.txt"):
		return "файл не читается: Блокнот добавил к имени .txt",
			"переименуйте файл, чтобы имя кончалось на .toml (в Проводнике: Вид → Расширения имён файлов)"
	case strings.EqualFold(path.Ext(name), ".toml") && !isTOML:
		return "файл не читается: имя кончается не на .toml", "напишите .toml строчными буквами"
	case !isTOML:
		return "", ""
	}
	i := slices.IndexFunc(orders, func(o *Order) bool { return o.ID == id })
	switch {
	case i < 0:
		return "это ход исполнения приказа, которого нет", "назовите файл так же, как файл приказа в папке orders"
	case orders[i].Unreadable:
		return "", ""
	case orders[i].Roadmap == nil:
		return "у этого приказа нет дорожной карты: исполнять по ней нечего", "проверьте, к тому ли приказу относится файл"
	case orders[i].IsDraft():
		return "это ход исполнения проекта: исполняют подписанный приказ", "впишите в приказ status = \"signed\", number и date"
	}
	return "", ""
}

// timetableID takes the name of a timetable as people write it: also as its file.
func timetableID(file string) string {
	file = strings.TrimPrefix(strings.ReplaceAll(file, `\`, "/"), timetablesFolder+"/")
	return strings.TrimSuffix(file, ".toml")
}

type timetableRead struct {
	timetable *model.Timetable
	problems  diag.List
}

// timetable reads the nearest timetable of a name, once; nil for none.
func (t *Tree) timetable(office *Office, use string) (*model.Timetable, diag.List) {
	id := timetableID(use)
	name := path.Join(timetablesFolder, id+".toml")
	if !fs.ValidPath(name) || strings.Contains(id, "/") {
		return nil, nil
	}
	fsys, file, ok := t.find(office.folder, name)
	if !ok {
		return nil, nil
	}
	read := t.timetables.get(file, func() timetableRead {
		timetable := &model.Timetable{ID: id}
		f, problems := Read(fsys, file, timetable)
		if problems.HasErrors() {
			return timetableRead{nil, problems.In(file)}
		}
		problems = append(problems, f.Locate(checkTimetable(timetable))...)
		return timetableRead{timetable, problems.In(file)}
	})
	return read.timetable, read.problems
}

func checkTimetable(t *model.Timetable) diag.List {
	var l diag.List
	required(&l, "title", t.Title, "у графика нет названия", "впишите title = \"График …\"")
	if len(t.Terms) == 0 {
		l.Add(diag.Errorf("title", "в графике нет ни одной строки").WithHint("добавьте [[term]] и строки name = \"…\", begin = 2022-10-11"))
	}
	var seen []string
	for i, term := range t.Terms {
		key := fmt.Sprintf("term[%d]", i+1)
		if term.Begin.IsZero() {
			l.Add(diag.Errorf(key+".begin", "не указан день начала").WithHint("впишите begin = 2022-10-11"))
		}
		if !term.End.IsZero() && term.End.Compare(term.Begin) < 0 {
			l.Add(diag.Errorf(key+".end", "конец %s раньше начала %s", term.End, term.Begin).WithHint("исправьте один из дней"))
		}
		id := string(term.ID)
		switch {
		case id == "":
			id = term.Begin.Time().Format(time.DateOnly) // two lines of one day are told apart by their order
		case slices.ContainsFunc(seen, term.ID.Is):
			l.Add(diag.Errorf(key+".id", "строка «%s» уже есть", id).WithHint("у каждой строки должно быть своё имя; без id это первый её день"))
		}
		seen = append(seen, id)
	}
	return l
}
