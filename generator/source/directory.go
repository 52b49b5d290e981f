package source

import (
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// checkPeople finds people who cannot be called or told apart.
func checkPeople(people []model.Person) diag.List {
	var l diag.List
	seen := map[string]int{}
	for i, p := range people {
		key := fmt.Sprintf("person[%d]", i+1)
		checkID(&l, seen, key, p.ID, i)
		if p.Surname == "" {
			l.Add(diag.Errorf(key, "у должностного лица «%s» не указана фамилия", p.ID).
				WithHint("впишите surname = \"…\""))
		}
		if told := russian.GenderOf(p.Patronymic); p.Gender != russian.UnknownGender && told != russian.UnknownGender && told != p.Gender {
			l.Add(diag.Errorf(key+".gender", "пол «%s», а отчество «%s»", p.Gender, p.Patronymic).
				WithHint("исправьте одно из двух или удалите gender"))
		}
		if p.InitialLetters() == "" {
			l.Add(diag.Errorf(key, "у должностного лица «%s» нет ни имени и отчества, ни инициалов", p.ID).
				WithHint("впишите name и patronymic или initials = \"И.О.\""))
		}
	}
	return l
}

// checkBodies finds bodies without a name or told twice.
func checkBodies(bodies []model.Organization) diag.List {
	var l diag.List
	seen := map[string]int{}
	for i, b := range bodies {
		key := fmt.Sprintf("organization[%d]", i+1)
		checkID(&l, seen, key, b.ID, i)
		if b.Full.Nominative == "" {
			l.Add(diag.Errorf(key, "у организации «%s» не указано полное наименование", b.ID).
				WithHint("впишите под [organization.full] строку nominative = \"…\""))
		}
	}
	return l
}

func checkID(l *diag.List, seen map[string]int, key, id string, i int) {
	if id == "" {
		l.Add(diag.Errorf(key, "не указан id").WithHint("впишите id = \"…\": по нему на запись ссылаются другие файлы"))
		return
	}
	if first, twice := seen[id]; twice {
		l.Add(diag.Errorf(key+".id", "id «%s» уже есть у записи %d", id, first+1).
			WithHint("у каждой записи должен быть свой id"))
		return
	}
	seen[id] = i
}
