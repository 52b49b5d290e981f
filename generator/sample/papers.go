package sample

import (
	"fmt"
	"strings"
	"unicode"

	"doklad/generator/doc"
)

// This file has papers each of which is hard in one respect.

// Stamp is the mark of an electronic signature, to follow a signature.
const Stamp = "\n#frame ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ | Сертификат: 33A4F000EBB2A1B049C0AFB0B78B2518 | Владелец: Тестов Тест Тестович | Действителен с 30.05.2025 по 30.08.2026"

// titlePage is a full one on a turned sheet.
func titlePage() *doc.Document {
	d := paper("Титульный лист (пример)", "#page landscape\n#cover above "+strings.Repeat("Министерство образования и науки Примерского края с очень длинным наименованием | ", 4)+"Управление (пример)\n"+
		"#cover mark ПРИМЕР: СВЕДЕНИЯ ВЫМЫШЛЕНЫ | не для отчётности\n#cover kind ДОКЛАД\n#cover subject о примере: "+words(10, 3)+"\n#cover foot г. Примерск | 2026\n"+
		text(3)+"#page portrait\n#heading 1 После (пример)\n"+text(2))
	d.Header = "Титульный лист (пример)"
	return d
}

func landscapeInTheMiddle() *doc.Document {
	table := hardTable("turned", 12)
	d := paper("Альбомные страницы (пример)", "#title Альбомные страницы в середине (пример)\n"+text(4)+
		"#page landscape\n#annex-mark Приложение № 1 | (пример)\n#annex-title Широкая таблица | (пример)\n#table turned\n"+text(2)+
		"#figure columns\n#page portrait\n#heading 1 После (пример)\n"+text(3)+"#page landscape\n"+text(1)+
		"#signature Начальник Управления | А.Б. Примерова", table)
	d.Figures, d.Header = Drawings(), "Альбомные страницы (пример)"
	return d
}

// footnotes has many notes; some go on over pages, some have links.
func footnotes() *doc.Document {
	var m strings.Builder
	m.WriteString("#title Сноски (пример)\n")
	for i := range 70 {
		note := words(1+i%4, i)
		switch {
		case i%23 == 7:
			note = words(60+i, i)
		case i%5 == 3:
			note += fmt.Sprintf(", см. {link:https://example.ru/%d | страницу примера %d} и раздел {heading:part}", i, i)
		}
		switch i % 10 {
		case 4:
			m.WriteString("#clause " + fmt.Sprint(i/10+1) + ". ")
		case 5:
			fmt.Fprintf(&m, "#clause %d.1. ", i/10+1)
		case 7:
			m.WriteString("#item – ")
		case 9:
			name := ""
			if i == 9 {
				name = " | part"
			}
			fmt.Fprintf(&m, "#heading 1. Часть %d (пример)%s\n", i/10+1, name)
		}
		fmt.Fprintf(&m, "Абзац %d (пример): %s{note:%s.} и дальше %s", i+1, words(2, i), note, words(2+i%7, i+3))
		if i%6 == 0 {
			m.WriteString("{note:Вторая сноска абзаца (пример).}")
		}
		m.WriteString(".\n")
	}
	return paper("Сноски (пример)", m.String()+"#signature Начальник Управления | А.Б. Примерова\n#preparer Примеров П.П. | (00000) 0-00-00")
}

// stamped is an order with the mark of an electronic signature and a code.
func stamped() *doc.Document {
	return paper("Штамп (пример)", "#letterhead Управление образования (пример)\n#kind ПРИКАЗ\n#registration 25.06.2026 | № 9\n#title О примере подписи\n"+
		text(1)+"#operative ПРИКАЗЫВАЮ:\n#clause 1. Считать пример примером.\n#clause 1.1. Подпункт примера.\n#clause 2. Контроль примера оставить за собой.\n"+
		"#signature Начальник Управления образования, исполняющий обязанности (пример) | А.Б. Примерова"+Stamp+
		"\n#qr https://example.ru/docs/2026/9?check=33A4F000EBB2A1B0\n#certification Специалист | П.П. Примеров | 26.06.2026 | Подлинник хранится в деле (пример)\n#recipients Примерная школа № 1 | Примерная школа № 2\n#preparer Примеров П.П. | (00000) 0-00-00")
}

func draft() *doc.Document {
	d := paper("Проект (пример)", "#approval УТВЕРЖДЕНО | приказом (пример) | от __________ № ____\n#kind ПОЛОЖЕНИЕ\n#title О примере проекта\n"+text(9)+
		"#figure pie\n#table net\n#signature Начальник Управления | А.Б. Примерова", Table("net", "Сеть (пример)", 4, 20))
	d.Figures, d.Across, d.Header = Drawings(), "ПРОЕКТ", "Проект (пример)"
	return d
}

// contents has deep headings, some of them long, and a list of several pages.
func contents() *doc.Document {
	var m strings.Builder
	m.WriteString("#title Содержание (пример)\n#contents Содержание\n")
	for i := range 90 {
		long := ""
		if i%4 == 2 {
			long = ": " + words(2+i%6, i)
		}
		fmt.Fprintf(&m, "#heading %d. Заголовок %d (пример)%s\n%s", 1+i%3, i+1, long, text(1+i%2))
	}
	d := paper("Содержание (пример)", m.String())
	d.Report, d.Header = true, "Содержание (пример)"
	return d
}

// anyCharacters has every visible character of a font, and words that show them in
// their use.
func anyCharacters(has func(r rune) bool) *doc.Document {
	var m strings.Builder
	m.WriteString("#title Все знаки шрифта (пример)\nСъешь ещё этих мягких французских булок, да выпей чаю (пример); Größe, ğış, Ωμέγα, №, €, ₽.\n")
	count := 0
	for r := ' ' + 1; r <= unicode.MaxRune; r++ {
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) || !has(r) {
			continue
		}
		if unicode.Is(unicode.M, r) {
			m.WriteString("о") // a mark stands on a letter
		}
		m.WriteString(doc.Escape(string(r)))
		if count++; count%64 == 0 {
			m.WriteByte('\n')
		} else {
			m.WriteByte(' ')
		}
	}
	return paper("Все знаки шрифта (пример)", m.String())
}

// links has many, over line and page ends, in notes, items and points.
func links() *doc.Document {
	var m strings.Builder
	m.WriteString("#title Ссылки (пример)\n")
	for i := range 60 {
		m.WriteString([]string{"", "#item – ", "#item – ", "#clause " + fmt.Sprint(i/4+1) + ". "}[i%4])
		fmt.Fprintf(&m, "Пример %d: {link:https://example.ru/%d?a=b&c=(d) | %s}, почта {link:mailto:primer@example.ru}, адрес {link:https://example.ru/ochen/dlinnyi/adres/primera/kotoryi/ne/pomeschaetsya/v/stroku/%d}", i+1, i, words(1+i%9, i), i)
		if i%6 == 5 {
			fmt.Fprintf(&m, "{note:См. {link:http://example.ru/note/%d | сноску примера %d}.}", i, i)
		}
		m.WriteString(".\n")
	}
	return paper("Ссылки (пример)", m.String())
}
