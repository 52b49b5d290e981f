package sheet

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"doklad/generator/diag"
)

// openText reads a table in text: its encoding and separator are found out, for no
// program writes them down.
func openText(raw []byte) (*Book, error) {
	if len(raw) > maxCSV {
		return nil, refuse(shorten, "текст больше %d МБ", maxCSV>>20)
	}
	text, err := decodeText(raw)
	if err != nil {
		return nil, err
	}
	if err := unreadable(text); err != nil {
		return nil, err
	}
	text, separator := sniff(text)
	if strings.TrimSpace(text) == "" {
		return nil, refuse("проверьте, тот ли это файл", "файл пустой: в нём нет ни одной буквы")
	}
	return &Book{Sheets: []*Sheet{{content: &csvText{text, separator}}}}, nil
}

// decodeText makes UTF-8 of what Russian programs write: UTF-8, cp1251 and UTF-16.
func decodeText(raw []byte) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return decodeUTF16(raw[2:], false)
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return decodeUTF16(raw[2:], true)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(raw, 0) >= 0 {
		zeros := [2]int{}
		for i, c := range raw[:min(len(raw), 1000)] {
			if c == 0 {
				zeros[i%2]++
			}
		}
		if (zeros[0] == 0) == (zeros[1] == 0) {
			return "", notText()
		}
		return decodeUTF16(raw, zeros[0] > 0)
	}
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	text := decode1251(raw)
	if !likeRussian(text) {
		return "", refuse(saveAsUTF8, "кодировка текста не распознана: это не UTF-8 и не Windows-1251")
	}
	return text, nil
}

func notText() error { return refuse(sendXLSX, "это не таблица и не текст") }

func decodeUTF16(raw []byte, bigEndian bool) (string, error) {
	if len(raw)%2 != 0 {
		return "", refuse(sendAnew, "текст в UTF-16 обрывается на половине знака")
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		low, high := raw[2*i], raw[2*i+1]
		if bigEndian {
			low, high = high, low
		}
		units[i] = uint16(low) | uint16(high)<<8
	}
	return string(utf16.Decode(units)), nil
}

// high1251 are the characters 80–BF of Windows-1251; from C0 on stands the alphabet.
var high1251 = []rune("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї")

func decode1251(raw []byte) string {
	var b strings.Builder
	b.Grow(2 * len(raw))
	for _, c := range raw {
		switch {
		case c < 0x80:
			b.WriteByte(c)
		case c < 0xC0:
			b.WriteRune(high1251[c-0x80])
		default:
			b.WriteRune('А' + rune(c-0xC0))
		}
	}
	return b.String()
}

// likeRussian reports whether a text taken for Windows-1251 is one: that of DOS
// would be full of signs, that of KOI8-R has small letters for capitals.
func likeRussian(text string) bool {
	letters, strange, wrongCase, rightCase := 0, 0, 0, 0
	before := ' '
	for _, r := range text {
		if r >= utf8.RuneSelf {
			if isRussian(r) || strings.ContainsRune("№«»—–…„“”‘’•·°§±×\u00a0\u00ad", r) {
				letters++
			} else {
				strange++
			}
		}
		switch {
		case !isRussian(before) || !isRussian(r):
		case unicode.IsLower(before) && unicode.IsUpper(r):
			wrongCase++
		case unicode.IsUpper(before) && unicode.IsLower(r):
			rightCase++
		}
		before = r
	}
	return strange*4 <= letters && wrongCase <= rightCase+2
}

func isRussian(r rune) bool { return 'А' <= r && r <= 'я' || r == 'ё' || r == 'Ё' }

// unreadable finds what no person has written: signs of a lost encoding and of files
// that are no text.
func unreadable(text string) error {
	for i, r := range text {
		switch {
		case r == utf8.RuneError:
			return atLine(text, i, saveAsUTF8, "часть букв потеряна при сохранении: вместо них знак «\ufffd»")
		case r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f:
			return notText()
		}
	}
	if from, to := garbled(text); to > 0 {
		return atLine(text, from, saveAsUTF8, "вместо русских букв «"+clip([]byte(text[from:to]))+"»: файл открывали не в той кодировке")
	}
	return nil
}

// atLine refuses a text at an offset in bytes.
func atLine(text string, offset int, hint, what string) error {
	before := text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return &Refusal{diag.Problem{
		Line:   1 + strings.Count(before, "\n"),
		Column: 1 + utf8.RuneCountInString(before[start:]),
		Text:   what,
		Hint:   hint,
	}}
}
