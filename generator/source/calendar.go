package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

type calendarRead struct {
	calendar *model.Calendar
	problems diag.List
}

// Calendars reads the production calendars that hold for an office: of each year the
// nearest one. A calendar with errors is left out, so that its year is guessed at.
func (t *Tree) Calendars(folder string) (model.Calendars, diag.List) {
	calendars := model.Calendars{}
	var problems diag.List
	for _, name := range t.calendarNames(folder) {
		fsys, file, ok := t.find(folder, path.Join(calendarFolder, name))
		if !ok {
			continue // a folder of that name
		}
		read := t.calendars.get(file, func() calendarRead { return readCalendar(fsys, file) })
		problems = append(problems, read.problems...)
		if !read.problems.HasErrors() {
			calendars[read.calendar.Year] = read.calendar
		}
	}
	return calendars, problems
}

// calendarNames are the names of the files in all folders that are searched, sorted.
func (t *Tree) calendarNames(folder string) []string {
	var names []string
	for ; ; folder = path.Dir(folder) {
		names = append(names, tomlNames(t.data, path.Join(folder, calendarFolder))...)
		if folder == "." {
			break
		}
	}
	if t.common != nil {
		names = append(names, tomlNames(t.common, calendarFolder)...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// tomlNames are the names of the TOML files of a folder, which need not be there.
func tomlNames(fsys fs.FS, folder string) []string {
	var names []string
	entries, _ := fs.ReadDir(fsys, folder)
	for _, entry := range entries {
		if name := entry.Name(); !entry.IsDir() && strings.HasSuffix(name, ".toml") && !strings.HasPrefix(name, ".") {
			names = append(names, name)
		}
	}
	return names
}

func readCalendar(fsys fs.FS, file string) calendarRead {
	calendar := &model.Calendar{}
	read, problems := Read(fsys, file, calendar)
	if problems.HasErrors() {
		return calendarRead{calendar, problems}
	}
	return calendarRead{calendar, append(problems, read.Locate(checkCalendar(calendar, file)).In(file).Sort()...)}
}

// checkCalendar finds days of another year, and transfers that move no day off.
func checkCalendar(c *model.Calendar, file string) diag.List {
	var l diag.List
	if name := strings.TrimSuffix(path.Base(file), ".toml"); name != strconv.Itoa(c.Year) {
		l.Add(diag.Errorf("year", "файл называется «%s», а календарь – %d года", name, c.Year).
			WithHint("переименуйте файл или исправьте year"))
	}
	inYear := func(key string, d model.Date) bool {
		if d.IsZero() {
			l.Add(diag.Errorf(key, "не указан день").WithHint("впишите from и to: с какого дня и на какой перенесён выходной"))
			return false
		}
		if d.Year != c.Year {
			l.Add(diag.Errorf(key, "день %s не %d года", d, c.Year).WithHint("исправьте год или перенесите запись в календарь %d года", d.Year))
		}
		return d.Year == c.Year
	}
	for i, d := range c.DaysOff {
		inYear(fmt.Sprintf("days_off[%d]", i+1), d)
	}
	to := map[model.Date]bool{}
	for i, move := range c.Transfers {
		key := fmt.Sprintf("transfer[%d]", i+1)
		if !inYear(key+".from", move.From) || !inYear(key+".to", move.To) {
			continue
		}
		if !move.From.IsWeekend() {
			l.Add(diag.Errorf(key+".from", "%s не суббота и не воскресенье: выходного в этот день нет", move.From).
				WithHint("сверьте с постановлением Правительства"))
		}
		if move.To.IsWeekend() || move.To.IsHoliday() || to[move.To] {
			l.Add(diag.Errorf(key+".to", "%s – и так нерабочий день", move.To).WithHint("сверьте с постановлением Правительства"))
		}
		to[move.To] = true
	}
	if c.Verified && strings.TrimSpace(c.Source) == "" {
		l.Add(diag.Warnf("verified", "не сказано, по какому документу проверен календарь").
			WithHint("впишите source = \"постановление Правительства РФ от … № …\""))
	}
	return l
}
