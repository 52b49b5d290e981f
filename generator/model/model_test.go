package model

import (
	"strings"
	"testing"
	"time"

	"doklad/generator/russian"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2021-06-25": "25.06.2021", "25.06.2021": "25.06.2021", "1.9.2021": "01.09.2021", "29.02.2024": "29.02.2024",
	} {
		if d, err := ParseDate(text); err != nil || d.String() != want {
			t.Errorf("%s: %v %v, want %s", text, d, err, want)
		}
	}
	for text, want := range map[string]string{
		"29.02.2023": "такого дня нет", "2021-13-01": "такого дня нет", "25 июня": "не дата", "": "не дата", "25.06.21": "не дата",
	} {
		if _, err := ParseDate(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestDateUnmarshal(t *testing.T) {
	var d Date
	if err := d.UnmarshalTOML(time.Date(2021, 6, 25, 0, 0, 0, 0, time.FixedZone("date-local", 0))); err != nil || d != (Date{2021, 6, 25}) {
		t.Errorf("a date of TOML: %v %v", d, err)
	}
	if err := d.UnmarshalTOML("26.06.2021"); err != nil || d != (Date{2021, 6, 26}) {
		t.Errorf("a date in quotes: %v %v", d, err)
	}
	if err := d.UnmarshalTOML(time.Date(2021, 6, 25, 10, 0, 0, 0, time.UTC)); err == nil {
		t.Error("a time of day is accepted")
	}
	if err := d.UnmarshalTOML(int64(5)); err == nil {
		t.Error("a number is accepted")
	}
}

// The text has the full post, lists and sheets the short one; each stands in for
// the other.
func TestPosts(t *testing.T) {
	full := Forms{Nominative: "начальник отдела образования"}
	short := Forms{Nominative: "начальник отдела"}
	for _, test := range []struct {
		person          Person
		inText, onSheet string
	}{
		{Person{Post: full, ShortPost: short}, full.Nominative, short.Nominative},
		{Person{Post: full}, full.Nominative, full.Nominative},
		{Person{ShortPost: short}, short.Nominative, short.Nominative},
	} {
		if got := test.person.PostIn(russian.Nominative); got != test.inText {
			t.Errorf("in the text: %s", got)
		}
		if got := test.person.ShortPostIn(russian.Nominative); got != test.onSheet {
			t.Errorf("on a sheet: %s", got)
		}
	}
}

func TestPersonNames(t *testing.T) {
	shilova := Person{Surname: "Шилова", Initials: "Ю. С.", Gender: russian.Female}
	zach := Person{Surname: "Зачерновских", Name: "Роза", Patronymic: "Андреевна"}
	melnik := Person{Surname: "Мельник", Name: "Иван", Patronymic: "Петрович"}
	own := Person{Surname: "Лев", Initials: "И.И.", Gender: russian.Male, Surnames: Forms{Dative: "Льву"}}
	for _, test := range []struct{ got, want string }{
		{shilova.SurnameInitials(russian.Dative), "Шиловой Ю.С."},
		{shilova.SurnameInitials(russian.Accusative), "Шилову Ю.С."},
		{shilova.Signature(), "Ю.С. Шилова"},
		{zach.InitialsSurname(russian.Dative), "Р.А. Зачерновских"},
		{zach.FullName(), "Зачерновских Роза Андреевна"},
		{melnik.SurnameInitials(russian.Dative), "Мельнику И.П."},
		{melnik.SurnameInitials(russian.Instrumental), "Мельником И.П."},
		{own.SurnameIn(russian.Dative), "Льву"},
		{own.FullName(), "Лев И.И."},
	} {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
}

func TestOrderStatus(t *testing.T) {
	day := Date{2026, 3, 2}
	for _, test := range []struct {
		name          string
		order         Order
		draft, signed bool
	}{
		{"nothing said", Order{}, true, false},
		{"number and date", Order{Number: "5", Date: day}, false, false},
		{"signed", Order{Number: "5", Date: day, Status: Signed}, false, true},
		{"draft with a number", Order{Number: "5", Date: day, Status: Draft}, true, false},
		{"signed without a number", Order{Date: day, Status: Signed}, true, false},
	} {
		if test.order.IsDraft() != test.draft || test.order.IsSigned() != test.signed {
			t.Errorf("%s: draft %t, signed %t", test.name, test.order.IsDraft(), test.order.IsSigned())
		}
	}
}

func TestFileName(t *testing.T) {
	for number, want := range map[string]string{"109": "2026-109", "64-д": "2026-64-д", `01-03\482`: "2026-01-03-482", "": ""} {
		o := Order{Number: number, Date: Date{2026, 3, 2}}
		if got := o.FileName(); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
}

func TestLongTerm(t *testing.T) {
	for years, want := range map[int]bool{0: true, 5: false, 10: false, 11: true, 75: true} {
		o := Order{Retention: years}
		if o.LongTerm() != want {
			t.Errorf("%d years: %t", years, !want)
		}
	}
}
