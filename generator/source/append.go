package source

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// recordHeading begins a new record.
const recordHeading = `# Ход исполнения дорожной карты приказа. Одна отметка – одна запись [[entry]];
# прежние записи не правят и не стирают: новая поправляет прежнюю.
#   activity    номер мероприятия
#   occurrence  какое исполнение, если их несколько: "2022", "2022-Q3"
#   status      work (в работе), done (исполнено), late (с опозданием), partly (частично),
#               failed (не исполнено), moved (перенесено до until), void (утратило
#               актуальность), event (событие, которого ждёт мероприятие)
#   date        когда это было; entered – когда записано; by – кто сообщил
#   result, reason, correction, note – итог, причина, что делается, примечание
# Под [[entry.evidence]] – подтверждающий документ: kind, number, date, title, link, file.
`

// AppendEntries puts entries after the text of a record. The old text stays as it is to
// the byte, its line ends are kept. What an entry says is read back equal; where it
// cannot be, there are problems instead, with keys that count the new entries alone.
func AppendEntries(old []byte, entries []model.ProgressEntry) ([]byte, diag.List) {
	return appendRecords(old, "entry", recordHeading, entries, writeEntry,
		func(added []byte) ([]model.ProgressEntry, diag.List) {
			var back model.Progress
			_, l := readBytes("", added, &back)
			return back.Entries, l
		}, func(back, e model.ProgressEntry) bool {
			e.Occurrence = model.OccurrenceID(strings.TrimSpace(string(e.Occurrence)))
			return same(back, e)
		})
}

// appendRecords is what all files have in common to which entries, tables of one name, are
// only added.
func appendRecords[T any](old []byte, table, heading string, entries []T, write func(*strings.Builder, T), read func([]byte) ([]T, diag.List), same func(back, said T) bool) ([]byte, diag.List) {
	var l diag.List
	var b strings.Builder
	for i, e := range entries {
		l = append(l, notUTF8(indexed(table, i), reflect.ValueOf(e))...)
		b.WriteString("\n[[" + table + "]]\n")
		write(&b, e)
	}
	if l != nil {
		return nil, l
	}
	added := b.String()
	back, l := read([]byte(added))
	if l.HasErrors() {
		return nil, l
	}
	for i, e := range entries {
		if len(back) != len(entries) || !same(back[i], e) {
			return nil, diag.List{diag.Errorf(indexed(table, i), "отметку не записать так, чтобы она прочлась такой же").
				WithHint("уберите необычные знаки и даты")}
		}
	}
	text := string(old)
	if blank := strings.TrimPrefix(text, "\ufeff"); strings.TrimSpace(blank) == "" {
		added = heading + added
	}
	if text != "" && text != "\ufeff" && !strings.HasSuffix(text, "\n") {
		added = "\n" + added
	}
	if bytes.Contains(old, []byte("\r\n")) {
		added = strings.ReplaceAll(added, "\n", "\r\n")
	}
	return append(bytes.Clone(old), added...), nil
}

// IsWhole reports whether a text ends where a line of TOML may end, so that nothing that
// is written after it becomes a part of its last value.
func IsWhole(raw []byte) bool {
	f, l := textOf("", raw)
	if l != nil {
		return false
	}
	_, stop := scan(f.text)
	return stop == nil
}

// same compares entries by what they say: no list of documents is an empty one.
func same(a, b model.ProgressEntry) bool {
	if len(a.Evidence)+len(b.Evidence) == 0 {
		a.Evidence, b.Evidence = nil, nil
	}
	return reflect.DeepEqual(a, b)
}

// notUTF8 finds the strings of an entry that are no text.
func notUTF8(key string, v reflect.Value) (l diag.List) {
	switch v.Kind() {
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			l.Add(diag.Errorf(key, "это не текст в кодировке UTF-8").WithHint("наберите значение заново"))
		}
	case reflect.Slice:
		for i := range v.Len() {
			l = append(l, notUTF8(fmt.Sprintf("%s[%d]", key, i+1), v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Tag.Get("toml"); name != "" {
				l = append(l, notUTF8(key+"."+name, v.Field(i))...)
			}
		}
	}
	return l
}
