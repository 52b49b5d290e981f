package generator

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// twoOffices are two offices with an order of the same number each; the north has a
// second order of the next year, a draft and an order without a roadmap.
func twoOffices() Generator {
	files := fstest.MapFS{}
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	g := small(nil)
	sample := g.Data.(fstest.MapFS)
	plain := string(sample["orders/2026-5.toml"].Data)
	for _, office := range []string{"north", "south"} {
		put(office+"/organization.toml", string(sample["organization.toml"].Data))
		put(office+"/people.toml", string(sample["people.toml"].Data))
		put(office+"/organizations.toml", string(sample["organizations.toml"].Data)+
			"[[organization]]\nid = \"schools\"\naliases = [\"школы округа\"]\n[organization.full]\nnominative = \"Школы\"\n[organization.short]\nnominative = \"ОО\"\n")
	}
	put("north/orders/2026-5.toml", plain+roadmap("План на 2026 год",
		"Отдел образования, школы | апрель 2026 г.", "Школы округа | до 15 мая 2026 г.", "ИРО | май 2026 г.", "Отдел образования | постоянно"))
	put("south/orders/2026-5.toml", plain+roadmap("План на 2026 год", "ОО | апрель 2026 г."))
	put("north/orders/2026-6.toml", strings.NewReplacer(`number = "5"`, `number = "6"`, "2026-03-02", "2026-05-10").Replace(plain)+
		roadmap("План на 2026 год", "Библиотека | июнь 2026 г."))
	put("north/orders/proekt.toml", strings.NewReplacer("status = \"signed\"\n", "", "number = \"5\"\n", "", "date = 2026-03-02\n", "").Replace(plain)+
		roadmap("План на 2026 год", "ОО | апрель 2026 г."))
	put("north/orders/2026-7.toml", strings.Replace(plain, `number = "5"`, `number = "7"`, 1))
	g.Data, g.Today, g.Clock = files, model.Date{Year: 2026, Month: 5, Day: 16}, model.Date{}
	return g
}

// roadmap has an activity of each row: «ответственные | срок».
func roadmap(title string, rows ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n[roadmap]\nkind = \"план\"\nmark = \"none\"\ntitle = [%q]\n[[roadmap.section]]\ntitle = \"Раздел\"\n", title)
	for i, row := range rows {
		responsible, term, _ := strings.Cut(row, " | ")
		fmt.Fprintf(&b, "[[roadmap.section.activity]]\ntext = \"Мероприятие %d\"\nresponsible = %q\nschedule = %q\nresult = \"Итог\"\n", i+1, responsible, term)
	}
	return b.String()
}

// told are the standings of the orders that have any: «north/2026-5: 1.1 не исполнено».
func told(list []OrderStatus) string {
	var orders []string
	for _, o := range list {
		var rows []string
		for _, s := range o.Standings {
			rows = append(rows, s.ID+" "+string(s.Status))
		}
		if len(rows) > 0 {
			orders = append(orders, o.ID+": "+strings.Join(rows, ", "))
		}
	}
	return strings.Join(orders, "; ")
}

func within(days int) *int { return &days }

func TestStatusQueries(t *testing.T) {
	all := "north/2026-5: 1.1 не исполнено, 1.2 не исполнено, 1.3 в работе, 1.4 в работе; north/2026-6: 1.1 срок не наступил; south/2026-5: 1.1 не исполнено"
	may := func(day int) model.Date { return model.Date{Year: 2026, Month: 5, Day: day} }
	for i, test := range []struct {
		q    StatusQuery
		want string
	}{
		{StatusQuery{}, all}, // today; drafts and orders without a roadmap are not carried out
		{StatusQuery{Date: may(16)}, all},
		{StatusQuery{Date: may(15)}, strings.Replace(all, "1.2 не исполнено", "1.2 в работе", 1)},
		// An order is carried out from its own day.
		{StatusQuery{Date: may(10), Orders: []string{"2026-6"}}, "north/2026-6: 1.1 срок не наступил"},
		{StatusQuery{Date: may(9), Orders: []string{"2026-6"}}, ""},
		{StatusQuery{Date: model.Date{Year: 2026, Month: 3, Day: 1}}, ""},

		// An order may be called as its file; one told twice is told once.
		{StatusQuery{Orders: []string{"north/2026-5"}}, strings.Split(all, "; ")[0]},
		{StatusQuery{Orders: []string{"south/orders/2026-5.toml", `south\orders\2026-5.toml`}}, strings.Split(all, "; ")[2]},
		{StatusQuery{Orders: []string{"2026-6", "south/2026-5"}}, "north/2026-6: 1.1 срок не наступил; south/2026-5: 1.1 не исполнено"},

		// By ID, by name in any case, by alias, by the short name; one whom only the
		// roadmap names, too.
		{StatusQuery{Responsible: "schools"}, "north/2026-5: 1.1 не исполнено, 1.2 не исполнено; south/2026-5: 1.1 не исполнено"},
		{StatusQuery{Responsible: "ШКОЛЫ"}, "north/2026-5: 1.1 не исполнено, 1.2 не исполнено; south/2026-5: 1.1 не исполнено"},
		{StatusQuery{Responsible: "школы округа"}, "north/2026-5: 1.1 не исполнено, 1.2 не исполнено; south/2026-5: 1.1 не исполнено"},
		{StatusQuery{Responsible: "ОО"}, "north/2026-5: 1.1 не исполнено, 1.2 не исполнено; south/2026-5: 1.1 не исполнено"},
		{StatusQuery{Responsible: "otdel"}, "north/2026-5: 1.1 не исполнено, 1.4 в работе"},
		{StatusQuery{Responsible: "иро"}, "north/2026-5: 1.3 в работе"},
		{StatusQuery{Responsible: "Библиотека", Date: may(9)}, ""}, // named in an order that is not signed yet
		{StatusQuery{Responsible: "Библиотека"}, "north/2026-6: 1.1 срок не наступил"},
		{StatusQuery{Responsible: "otdel", Orders: []string{"south/2026-5"}}, ""}, // known, and has nothing to do

		{StatusQuery{Overdue: true}, "north/2026-5: 1.1 не исполнено, 1.2 не исполнено; south/2026-5: 1.1 не исполнено"},
		{StatusQuery{Overdue: true, Date: may(15)}, "north/2026-5: 1.1 не исполнено; south/2026-5: 1.1 не исполнено"},
		{StatusQuery{Overdue: true, Responsible: "иро"}, ""},

		// From the day itself to so many days after it; what is overdue is not ahead.
		{StatusQuery{Within: within(0), Date: may(15)}, "north/2026-5: 1.2 в работе"},
		{StatusQuery{Within: within(0), Date: may(14)}, ""},
		{StatusQuery{Within: within(1), Date: may(14)}, "north/2026-5: 1.2 в работе"},
		{StatusQuery{Within: within(14)}, ""},
		{StatusQuery{Within: within(15)}, "north/2026-5: 1.3 в работе"},
		{StatusQuery{Within: within(45)}, "north/2026-5: 1.3 в работе; north/2026-6: 1.1 срок не наступил"},
		{StatusQuery{Within: within(-1)}, ""},
		{StatusQuery{Within: within(45), Overdue: true}, ""},
	} {
		list, problems, err := twoOffices().Status(test.q)
		if err != nil || len(problems) > 0 {
			t.Errorf("query %d: %v %v", i+1, err, problems)
		}
		if got := told(list); got != test.want {
			t.Errorf("query %d:\n got %s\nwant %s", i+1, got, test.want)
		}
	}
}

func TestStatusErrors(t *testing.T) {
	for _, test := range []struct {
		q    StatusQuery
		want string
	}{
		{StatusQuery{Orders: []string{"2026-5"}}, "«2026-5» есть в нескольких местах: north/2026-5, south/2026-5; назовите одно из них целиком"},
		{StatusQuery{Orders: []string{"2026-9"}}, "нет приказа «2026-9», который исполняют"},
		{StatusQuery{Orders: []string{"proekt"}}, "нет приказа «proekt», который исполняют"},
		{StatusQuery{Orders: []string{"2026-7"}}, "нет приказа «2026-7», который исполняют"},
		{StatusQuery{Responsible: "Музей"}, "ответственного «Музей» нет ни в "},
	} {
		if _, _, err := twoOffices().Status(test.q); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v", test.q, err)
		}
	}
}

// Of an office in the data folder itself the plain number is the whole name.
func TestStatusOfRootOffice(t *testing.T) {
	g := twoOffices()
	files := g.Data.(fstest.MapFS)
	for _, name := range []string{"organization.toml", "people.toml", "organizations.toml", "orders/2026-5.toml"} {
		files[name] = files["south/"+name]
	}
	list, _, err := g.Status(StatusQuery{Orders: []string{"2026-5"}})
	if got := told(list); err != nil || got != "2026-5: 1.1 не исполнено" {
		t.Errorf("%s %v", got, err)
	}
}

// What an order is called by, and the count of what was asked for.
func TestStatusOfOneOrder(t *testing.T) {
	list, _, err := twoOffices().Status(StatusQuery{Orders: []string{"north/2026-5"}, Responsible: "schools"})
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	if o := list[0]; o.ID != "north/2026-5" || o.Record != "приказ от 02.03.2026 № 5" || o.Title != "О чём" || len(o.Tally) == 0 || o.Tally.All() != 2 {
		t.Errorf("%+v", o)
	}
}

// Marks count; an order whose record has errors is left out and its errors are told, the
// others stand.
func TestStatusOfRecords(t *testing.T) {
	done := "[[entry]]\nactivity = \"1.1\"\nstatus = \"done\"\ndate = 2026-04-20\n[[entry.evidence]]\nkind = \"справка\"\n"
	for _, test := range []struct{ name, record, want, problem string }{
		{"done", done, "north/2026-5: 1.1 исполнено, 1.2 не исполнено, 1.3 в работе, 1.4 в работе; south/2026-5: 1.1 не исполнено", ""},
		{"a warning", strings.Split(done, "[[entry.e")[0], "north/2026-5: 1.1 исполнено, 1.2 не исполнено, 1.3 в работе, 1.4 в работе; south/2026-5: 1.1 не исполнено",
			"north/progress/2026-5.toml:3:11: предупреждение: отметка о мероприятии 1.1: отмечено исполнение, а подтверждающий документ не назван [PRG-PROOF]"},
		{"broken", done + "[[entry", "south/2026-5: 1.1 не исполнено", "north/progress/2026-5.toml:7:7: ошибка: "},
		{"no date", strings.Replace(done, "date", "# date", 1), "south/2026-5: 1.1 не исполнено", "north/progress/2026-5.toml:1:1: ошибка: не указан день"},
		{"no such activity", strings.Replace(done, "1.1", "1.9", 1), "south/2026-5: 1.1 не исполнено", "north/progress/2026-5.toml:2:13: ошибка: отметка о мероприятии 1.9: мероприятия «1.9» в дорожной карте нет [PRG-WHERE]"},
		{"tomorrow", strings.Replace(done, "2026-04-20", "2026-05-17", 1), "south/2026-5: 1.1 не исполнено", "north/progress/2026-5.toml:4:8: ошибка: отметка о мероприятии 1.1: 17.05.2026 ещё не наступило (сегодня 16.05.2026) [PRG-DAY]"},
		{"no timetable", done + "[[timetable]]\nactivity = \"1.3\"\nfile = \"niko\"\n", "south/2026-5: 1.1 не исполнено", "north/progress/2026-5.toml:9:9: ошибка: нет графика «niko»"},
	} {
		g := twoOffices()
		g.Data.(fstest.MapFS)["north/progress/2026-5.toml"] = &fstest.MapFile{Data: []byte(test.record)}
		list, problems, err := g.Status(StatusQuery{})
		if err != nil {
			t.Error(test.name, err)
			continue
		}
		if got := strings.Replace(told(list), "north/2026-6: 1.1 срок не наступил; ", "", 1); got != test.want {
			t.Errorf("%s: %s\nwant %s", test.name, got, test.want)
		}
		if test.problem == "" && len(problems) > 0 || !slices.ContainsFunc(problems, func(p diag.Problem) bool { return strings.HasPrefix(p.String(), test.problem) }) && test.problem != "" {
			t.Errorf("%s: %v\nwant %s", test.name, problems, test.problem)
		}
	}
	g := twoOffices()
	g.Data.(fstest.MapFS)["north/progress/2026-9.toml"] = &fstest.MapFile{}
	if _, problems, _ := g.Status(StatusQuery{}); len(problems) != 1 || problems[0].File != "north/progress/2026-9.toml" {
		t.Error(problems)
	}
}

// Today may be set back: what was recorded since is not of the future, and not known yet.
func TestStatusOfAnEarlierDay(t *testing.T) {
	g := twoOffices()
	g.Data.(fstest.MapFS)["north/progress/2026-5.toml"] = &fstest.MapFile{Data: []byte("[[entry]]\nactivity = \"1.1\"\nstatus = \"work\"\ndate = 2026-05-10\n" +
		"[[entry]]\nactivity = \"1.1\"\nstatus = \"done\"\ndate = 2026-05-16\nreason = \"болезнь\"\n[[entry.evidence]]\nkind = \"справка\"\n")}
	g.Today, g.Clock = model.Date{Year: 2026, Month: 5, Day: 12}, model.Date{Year: 2026, Month: 5, Day: 16}
	for date, want := range map[model.Date]string{
		{}: "1.1 не исполнено", {Year: 2026, Month: 4, Day: 30}: "1.1 в работе", g.Clock: "1.1 исполнено с опозданием",
	} {
		list, problems, err := g.Status(StatusQuery{Date: date, Orders: []string{"north/2026-5"}})
		if err != nil || len(problems) > 0 || !strings.Contains(told(list)+",", want+",") {
			t.Errorf("on %s: %s, %v %v", date, told(list), problems, err)
		}
	}
}

// What cannot be read is told, with why nothing is said of the order; the days that a
// broken calendar would have given are told as well.
func TestStatusOfFaultyData(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		orders           []string
		left             LeftOut
		problem          string
	}{
		{"an order", "north/orders/2026-5.toml", "number = 5", nil, Faulty, "north/orders/2026-5.toml:1:10: ошибка: "},
		{"an order asked for", "north/orders/2026-5.toml", "number = 5", []string{"north/2026-5"}, Faulty, "north/orders/2026-5.toml:1:10: ошибка: "},
		{"a record", "north/progress/2026-5.toml", "entry = 1", []string{"north/2026-5"}, Faulty, "north/progress/2026-5.toml:1:"},
		{"a calendar", "north/calendar/2026.toml", "year = 2025", nil, NotLeftOut, "north/calendar/2026.toml:1:8: ошибка: "},
		{"a calendar of one asked for", "north/calendar/2026.toml", "year = 2025", []string{"north/2026-5"}, NotLeftOut, "north/calendar/2026.toml:1:8: ошибка: "},
		{"a record of another name", "north/progress/2026-5.toml.txt", "", []string{"north/2026-5"}, NotLeftOut, "north/progress/2026-5.toml.txt: ошибка: "},
		{"a record of another order", "north/progress/2026-55.toml", "", []string{"north/2026-5"}, NotLeftOut, ""},
	} {
		g := twoOffices()
		g.Data.(fstest.MapFS)[test.file] = &fstest.MapFile{Data: []byte(test.text)}
		list, problems, err := g.Status(StatusQuery{Orders: test.orders})
		if err != nil {
			t.Error(test.name, err)
			continue
		}
		i := slices.IndexFunc(list, func(o OrderStatus) bool { return o.ID == "north/2026-5" })
		if i < 0 || list[i].LeftOut != test.left || (len(list[i].Standings) > 0) != (test.left == NotLeftOut) {
			t.Errorf("%s: %+v", test.name, list)
		}
		if len(problems) == 0 != (test.problem == "") || len(problems) > 0 && !strings.HasPrefix(problems[0].String(), test.problem) {
			t.Errorf("%s: %v\nwant %s", test.name, problems, test.problem)
		}
	}
	list, _, _ := twoOffices().Status(StatusQuery{Orders: []string{"2026-6"}, Date: model.Date{Year: 2026, Month: 5, Day: 9}})
	if len(list) != 1 || list[0].LeftOut != NotYet {
		t.Errorf("%+v", list)
	}
}
