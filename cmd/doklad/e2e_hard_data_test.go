//go:build e2e

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// The office of the hard papers. Nothing of it exists.
const (
	e2eOrganization = `
letterhead = ["Администрация испытательного округа", "Управление образования и трудных случаев"]

[full]
nominative = "Управление образования администрации испытательного округа"
genitive = "Управления образования администрации испытательного округа"
`
	e2ePeople = `
[[person]]
id = "pervaya"
surname = "Испытателева"
initials = "А.Б."
gender = "female"

[person.post]
nominative = """
Заместитель начальника Управления
образования и трудных случаев,
начальник отдела проверок"""
dative = "заместителю начальника Управления"
accusative = "заместителя начальника Управления"

[[person]]
id = "vtoroy"
surname = "Краесогласователь-Длиннофамильский"
initials = "В.Г."
gender = "male"

[person.post]
nominative = "Исполняющий обязанности директора муниципального казенного учреждения «Центр бухгалтерского и хозяйственного обслуживания образовательных организаций»"
dative = "исполняющему обязанности директора"
accusative = "исполняющего обязанности директора"

[[person]]
id = "tretiy"
surname = "Краесогласователь-Длиннофамильский-Задунайский"
initials = "В.Г."
gender = "male"

[person.post]
nominative = "Заместитель директора по учебно-методической, организационно-консультативной и административно-хозяйственной работе"
`
	// The profile «wide» of the example office: e2eRead knows what it asks for.
	e2eWideLayout = `
name = "Зеркальные поля"
based = "gost2025"
executor_form = "surname-first"

[page]
mirror = true

[title]
align = "centre"
width = 120

[table]
column_numbers = true
`
	e2eOwnLayout = `
based = "gost2025"

[page]
number_restart = true

[table]
repeat = "numbers"
`
	e2eHardFolder = "ispytanie"
)

// e2eHardOffice writes an office with these orders, numbered from 1, and
// returns the data folder.
func e2eHardOffice(t testing.TB, orders ...e2eOrder) string {
	t.Helper()
	data := t.TempDir()
	office := filepath.Join(data, e2eHardFolder)
	e2eWrite(t, filepath.Join(office, "organization.toml"), e2eOrganization)
	e2eWrite(t, filepath.Join(office, "people.toml"), e2ePeople)
	e2eWrite(t, filepath.Join(office, "layouts", "wide.toml"), e2eWideLayout)
	e2eWrite(t, filepath.Join(office, "layouts", "own.toml"), e2eOwnLayout)
	for i, order := range orders {
		head := ""
		if order["status"] != "draft" {
			order["number"], head = fmt.Sprint(i+1), "date = 2026-03-05\n"
		}
		text, err := toml.Marshal(order)
		if err != nil {
			t.Fatal(err)
		}
		e2eWrite(t, filepath.Join(office, "orders", e2eHardName(i, order)+".toml"), head+string(text))
	}
	return data
}

// e2eHardName is the name of the order that was given as number i, from 0.
func e2eHardName(i int, order e2eOrder) string {
	if order["status"] == "draft" {
		return fmt.Sprintf("proekt-%d", i+1)
	}
	return fmt.Sprintf("2026-%d", i+1)
}

func e2eWrite(t testing.TB, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// e2eHard is a plain order to be made hard.
func e2eHard(change func(e2eOrder)) e2eOrder {
	order := e2eOrder{
		"status":   "signed",
		"title":    "О проверке трудного случая",
		"preamble": "В целях проверки трудного случая",
		"clause": []map[string]any{
			{"text": "Проверить трудный случай."},
			{"text": "Доложить о проверке до 1 августа 2026 г."},
			{"control": "self"},
		},
		"signatory": []map[string]any{{"person": "pervaya"}},
	}
	change(order)
	return order
}

// e2eRoadmap is a roadmap of these sections.
func e2eRoadmap(sections ...map[string]any) map[string]any {
	return map[string]any{"kind": "план", "mark": "approval", "section": sections,
		"title": []string{"План мероприятий", "по проверке трудного случая"}}
}

func e2eSection(title string, activities ...map[string]any) map[string]any {
	return map[string]any{"title": title, "activity": activities}
}

func e2eActivity(text, responsible, schedule, result string) map[string]any {
	return map[string]any{"text": text, "responsible": responsible, "schedule": schedule, "result": result}
}

// e2eSentences are n sentences of one to two lines, each with its number, so
// that a lost one is seen.
func e2eSentences(n int) string {
	tails := []string{
		"говорит о том, что показатели качества образования за год выросли во всех учреждениях",
		"напоминает об отчетах",
		"поручает отделу образования собрать сведения о результатах проверки и представить их в срок",
		"называет ответственных и сроки исполнения каждого мероприятия плана",
	}
	sentences := make([]string, n)
	for i := range sentences {
		sentences[i] = fmt.Sprintf("Предложение %d %s.", i+1, tails[i%len(tails)])
	}
	return strings.Join(sentences, " ")
}

// e2eWords are n different words.
func e2eWords(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("слово%d", i+1)
	}
	return strings.Join(words, " ")
}
