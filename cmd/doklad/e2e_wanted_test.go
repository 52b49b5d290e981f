//go:build e2e

package main

import (
	"fmt"
	"strings"
	"testing"

	"doklad/generator/doc"
)

// e2eComposed turns composed text into blocks.
func e2eComposed(t testing.TB, text string) []*e2eBlock {
	t.Helper()
	text, _, _ = strings.Cut(text, "\n| ") // the rows of the tables follow
	read, faults := doc.Parse(text)
	if len(faults) > 0 {
		t.Fatalf("the composed text: %v", faults)
	}
	var blocks []*e2eBlock
	add := func(role doc.Role, parts ...string) {
		blocks = append(blocks, &e2eBlock{role: string(role), text: strings.Join(parts, " ")})
	}
	for _, b := range read {
		switch b.Role {
		case doc.Page, doc.TableRole:
		case doc.Registration:
			add("date", b.Parts[0])
			add("number", b.Parts[1])
		case doc.Signature:
			add("post", b.Parts[0])
			add("name", b.Parts[1])
		case doc.Certification:
			add(b.Role, append([]string{"Верно"}, b.Parts...)...)
		case doc.Paragraph:
			add("text", b.Parts...)
		case doc.Clause:
			add(b.Role, b.Label, b.Text())
		default:
			add(b.Role, b.Parts...)
		}
	}
	return blocks
}

// e2eWantedTables are the tables of an order in their order on paper.
func e2eWantedTables(order e2eOrder) []*e2eTable {
	var tables []*e2eTable
	if roadmap, ok := order["roadmap"].(map[string]any); ok {
		tables = append(tables, e2eWantedRoadmap(roadmap))
	}
	for _, appendix := range e2eList(order["appendix"]) {
		if appendix["columns"] == nil {
			continue
		}
		table := &e2eTable{header: e2eStrings(appendix["columns"])}
		for _, row := range appendix["rows"].([]any) {
			table.rows = append(table.rows, e2eStrings(row))
		}
		tables = append(tables, table)
	}
	for _, sheet := range []string{"agreement", "acquaintance"} {
		if lines := e2eList(order[sheet]); len(lines) > 0 {
			// Who stands on it is told by the directory: only the lines are counted.
			tables = append(tables, &e2eTable{rows: make([][]string, len(lines))})
		}
	}
	return tables
}

func e2eWantedRoadmap(roadmap map[string]any) *e2eTable {
	headers := map[string]string{"number": "№ п/п", "activity": "Мероприятие (содержание деятельности)",
		"responsible": "Ответственные", "schedule": "Срок исполнения", "result": "Планируемый результат"}
	if other, ok := roadmap["headers"].(map[string]any); ok {
		for column, header := range other {
			headers[column] = header.(string)
		}
	}
	columns := []string{"number", "activity", "responsible", "schedule", "result"}
	if roadmap["columns"] != nil {
		columns = e2eStrings(roadmap["columns"])
	}
	table := &e2eTable{}
	for _, column := range columns {
		table.header = append(table.header, headers[column])
	}
	for i, section := range e2eList(roadmap["section"]) {
		table.rows = append(table.rows, []string{fmt.Sprintf("%d. %s", i+1, section["title"])})
		for j, activity := range e2eList(section["activity"]) {
			number := fmt.Sprintf("%d.%d", i+1, j+1)
			if said, ok := activity["number"].(string); ok {
				number = said
			}
			value := map[string]any{"number": number, "activity": activity["text"], "responsible": activity["responsible"],
				"schedule": activity["schedule"], "result": activity["result"]}
			row := make([]string, len(columns))
			for k, column := range columns {
				row[k], _ = value[column].(string)
			}
			table.rows = append(table.rows, row)
		}
	}
	return table
}

func e2eList(v any) []map[string]any {
	list, _ := v.([]map[string]any)
	return list
}

func e2eStrings(v any) []string {
	var texts []string
	for _, each := range v.([]any) {
		texts = append(texts, each.(string))
	}
	return texts
}
