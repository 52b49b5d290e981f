package ics_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"doklad/generator/ics"
)

// Whatever can be written is read as it was.
func FuzzWrite(f *testing.F) {
	f.Add("Пример", "Пример; два, три\\n\nи всё", "Пример, раз", "https://example.org/?a=1", int32(20000), uint16(0), uint16(3), uint8(0))
	f.Add("\ufeff", strings.Repeat("ж", 80), " ", "mailto:a@b", int32(-1), uint16(40000), uint16(3), uint8(1))
	f.Add("a\rb", strings.Repeat(" ", 200)+"\t<>", "\\", "urn:x", int32(0), uint16(2), uint16(65535), uint8(2))
	f.Fuzz(func(t *testing.T, name, text, category, address string, start int32, length, remind uint16, state uint8) {
		first := time.Unix(int64(start)*24*60*60, 0).UTC()
		c := ics.Calendar{Name: name, Description: text, Stamp: first, Events: []ics.Event{{
			UID: ics.UID(name, text), First: first, Last: first.AddDate(0, 0, int(length)), Summary: text, Description: name,
			Categories: []string{category, name, category}, URL: address, Remind: []int{int(remind), 1},
			Done: state == 1, Cancelled: state == 2, Sequence: int(state),
		}}}
		file, err := ics.Write(c)
		if err != nil {
			if utf8.ValidString(name+"|"+text+"|"+category) && address == "" && 1 < first.Year() && c.Events[0].Last.Year() < 9999 &&
				strings.TrimSpace(shown(name)) != "" && strings.TrimSpace(shown(text)) != "" {
				t.Errorf("refused: %v", err)
			}
			return
		}
		properLines(t, file)
		sameCalendar(t, read(t, file), c)
	})
}
