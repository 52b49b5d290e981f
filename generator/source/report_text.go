package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// parts finds sections that there are not, or that are spoken of twice.
func (c *reportCheck) parts() {
	var known []string
	for _, part := range model.ReportParts {
		known = append(known, string(part))
	}
	one := func(key string, part model.ReportPart, before []model.ReportPart) {
		switch {
		case part == "":
			c.fault(key, "назовите его; бывают: "+strings.Join(known, ", "), "не указано, какой это раздел")
		case !slices.Contains(model.ReportParts, part):
			c.fault(key, hintOfKnown(string(part), known), "раздела «%s» нет", part)
		case slices.Contains(before, part):
			c.fault(key, "оставьте одну запись о разделе", "раздел «%s» назван дважды", part)
		}
	}
	for n, part := range c.Without {
		one(indexed("without", n), part, c.Without[:n])
	}
	if !slices.ContainsFunc(model.ReportParts, c.Has) {
		c.fault("without", "оставьте хотя бы один: уберите его из without", "в докладе не остаётся ни одного раздела")
	}
	var before []model.ReportPart
	for n, s := range c.Sections {
		key := indexed("section", n)
		one(key+".id", s.ID, before)
		if before = append(before, s.ID); !c.Has(s.ID) {
			c.doubt(key+".id", "уберите его из without или уберите текст", "раздел «%s» убран, а текст для него есть: он не будет напечатан", s.ID)
		}
	}
}

// mostTitleLines is how much of a title stands on the title page.
const mostTitleLines = 6

// title finds lines of the title that print nothing, and too many of them.
func (c *reportCheck) title() {
	for n, line := range c.Title {
		if strings.TrimSpace(line) == "" {
			c.fault(indexed("title", n), "впишите её или уберите", "строка названия доклада пуста")
		}
	}
	if len(c.Title) > mostTitleLines {
		c.fault(indexed("title", mostTitleLines), "соедините соседние: длинную строку программа разобьёт сама",
			"в названии доклада строк %d, а на титульном листе их не больше %d", len(c.Title), mostTitleLines)
	}
}

// typedNumber is one that a table of the report says too: with a comma, or of per cent.
var typedNumber = regexp.MustCompile(`\d+,\d+|\d+(?:,\d+)?[ \x{00a0}]*%`)

// action is what a template does between its braces.
var action = regexp.MustCompile(`(?s)\{\{.*?\}\}`)

// texts finds what the office says in vain, and numbers that nobody would correct
// together with the tables.
func (c *reportCheck) texts() {
	for n, s := range c.Sections {
		key := indexed("section", n) + ".text"
		if strings.TrimSpace(s.Text) == "" {
			if c.file.Has(key) || strings.TrimSpace(s.Title) == "" {
				c.fault(key, "впишите text = \"…\" или уберите запись", "свой текст раздела пуст")
			}
			continue
		}
		blank := func(s string) string { return strings.Repeat(" ", len(s)) }
		for _, at := range typedNumber.FindAllStringIndex(action.ReplaceAllStringFunc(s.Text, blank), -1) {
			p := diag.Advisef(key, "число «%s» набрано руками и разойдётся с таблицами", s.Text[at[0]:at[1]]).
				WithHint("возьмите его из данных: {{value \"S12\"}}")
			p.Offset = utf8.RuneCountInString(s.Text[:at[0]])
			c.list.Add(p)
		}
	}
}
