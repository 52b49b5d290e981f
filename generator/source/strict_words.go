package source

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// source is the value as it is written.
func (f *File) source(n *node) string { return f.text[n.start:n.end] }

// keyName is the name of the key that the value, or the list around it, has.
func (n *node) keyName() string {
	for n.index > 0 {
		n = n.parent
	}
	return tomlName(n.name)
}

func isText(t reflect.Type) bool {
	return t.Kind() == reflect.String || t != timeType && reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// tables reports whether a list of the type is written as [[header]].
func tables(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return (t.Kind() == reflect.Struct || t.Kind() == reflect.Map) && t != timeType && !isText(t)
}

// need says what the type takes.
func need(n *node, t reflect.Type) string {
	switch {
	case t == timeType:
		return "нужна дата вида 2021-06-25"
	case isText(t):
		return "нужна строка"
	}
	switch t.Kind() {
	case reflect.Bool:
		return "нужно true или false"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return "нужно целое число"
	case reflect.Float32, reflect.Float64:
		return "нужно число"
	case reflect.Slice:
		switch {
		case tables(t.Elem()):
			return "нужен список таблиц [[" + n.heading() + "]]"
		case isText(t.Elem()):
			return "нужен список строк"
		}
		return "нужен список"
	case reflect.Struct, reflect.Map:
		if n.index > 0 {
			return "нужна таблица"
		}
		return "нужна таблица [" + n.heading() + "]"
	}
	panic(fmt.Sprintf("source: the type %v cannot be read", t))
}

// stands says what was found instead.
func (f *File) stands(n *node) string {
	written := f.source(n)
	switch n.kind {
	case kindString:
		if n.text == "" {
			return "пустая строка"
		}
		return "строка «" + shortened(n.text) + "»"
	case kindTable:
		if n.header {
			return "таблица [" + n.heading() + "]"
		}
		return "таблица"
	case kindArray:
		if n.header {
			return "список таблиц [[" + n.heading() + "]]"
		}
		return "список"
	}
	switch _, err := strconv.ParseInt(written, 0, 64); {
	case written == "true" || written == "false":
		return "логическое значение " + written
	case err == nil:
		return "число " + written
	case strings.Contains(written, ":") && len(written) > len("10:00:00.000"):
		return "дата и время " + written
	case strings.Contains(written, ":"):
		return "время " + written
	case len(written) == len("2021-06-25") && strings.Count(written[1:], "-") == 2:
		return "дата " + written
	}
	return "число " + written
}

// shortened is enough of a text to recognize it in the file.
func shortened(s string) string {
	const enough = 40
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > enough {
		return strings.TrimSpace(string(runes[:enough])) + "…"
	}
	return s
}

// cure shows how the value is written right.
func (f *File) cure(n *node, t reflect.Type) string {
	example := func(value string) string {
		if n.index > 0 {
			value = "[" + value + ", " + value + "]"
		}
		return "пример: " + n.keyName() + " = " + value
	}
	switch {
	case t == timeType:
		return example("2021-06-25") + ", без кавычек"
	case isText(t) && n.kind == kindScalar:
		return "возьмите значение в кавычки: " + inQuotes(f.source(n))
	case isText(t):
		return example(`"…"`)
	}
	switch t.Kind() {
	case reflect.Bool:
		return example("true") + ", без кавычек"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if _, err := strconv.ParseInt(n.text, 10, 64); err == nil && n.kind == kindString {
			return "уберите кавычки: " + n.text
		}
		return example("5") + ", без кавычек"
	case reflect.Float32, reflect.Float64:
		if x, err := strconv.ParseFloat(strings.Replace(n.text, ",", ".", 1), 64); err == nil && n.kind == kindString {
			return "уберите кавычки и пишите с точкой: " + strconv.FormatFloat(x, 'f', -1, 64)
		}
		return example("97.5") + ", без кавычек"
	case reflect.Slice:
		return f.cureList(n, t.Elem(), example)
	}
	switch {
	case n.kind == kindArray && n.header:
		return "оставьте одну таблицу с одинарными скобками: [" + n.heading() + "]"
	case n.index > 0:
		return "вместо списка пишите таблицы, каждую под заголовком [[" + n.heading() + "]]"
	}
	return "напишите заголовок [" + n.heading() + "], а под ним ключи таблицы"
}

func (f *File) cureList(n *node, element reflect.Type, example func(string) string) string {
	switch {
	case tables(element) && n.kind == kindTable && n.header:
		return "удвойте скобки: [[" + n.heading() + "]]"
	case tables(element):
		return "напишите заголовок [[" + n.heading() + "]], а под ним ключи таблицы; на каждую таблицу — свой заголовок"
	case n.kind == kindString && isText(element):
		return "возьмите строку в квадратные скобки: [" + inQuotes(shortened(n.text)) + "]"
	case n.kind == kindScalar && isText(element):
		return "возьмите значение в кавычки и квадратные скобки: [" + inQuotes(f.source(n)) + "]"
	case n.kind == kindScalar:
		return "возьмите значение в квадратные скобки: [" + f.source(n) + "]"
	case isText(element):
		return example(`["…", "…"]`)
	}
	return example("[1, 2]")
}
