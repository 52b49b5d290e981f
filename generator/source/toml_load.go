package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
)

// maxSize is far above any file that a person writes: a larger one got its name
// by mistake.
const maxSize = 16 << 20

const saveAsUTF8 = "сохраните файл заново — Блокнот: Файл → Сохранить как → Кодировка UTF-8"

// load returns the file with its text.
func load(fsys fs.FS, name string) (*File, diag.List) {
	raw, l := loadBytes(fsys, name)
	if l != nil {
		return nil, l
	}
	return textOf(name, raw)
}

// textOf is the file with its text, the byte order mark removed and every line
// ended by \n, so that no value depends on the editor it was typed in.
func textOf(name string, raw []byte) (*File, diag.List) {
	if l := notText(raw); l != nil {
		return nil, l
	}
	text := strings.TrimPrefix(string(raw), "\ufeff")
	if !utf8.ValidString(text) {
		i := firstBadByte(text)
		return nil, diag.List{newFile(name, text).at(i, "файл не в кодировке UTF-8: байт %02X", text[i]).WithHint(saveAsUTF8)}
	}
	f := newFile(name, strings.ReplaceAll(text, "\r\n", "\n"))
	return f, f.rawControls()
}

func firstBadByte(text string) int {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return i
		}
	}
	return len(text)
}

func loadBytes(fsys fs.FS, name string) ([]byte, diag.List) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, diag.List{unreadable(name, err)}
	}
	defer file.Close()
	stat, err := file.Stat()
	if err != nil {
		return nil, diag.List{unreadable(name, err)}
	}
	if stat.IsDir() {
		return nil, diag.List{diag.Errorf("", "здесь папка, а нужен файл").
			WithHint("переименуйте папку и положите файл с этим именем")}
	}
	var read bytes.Buffer
	read.Grow(int(min(stat.Size(), maxSize)) + bytes.MinRead)
	if _, err := read.ReadFrom(io.LimitReader(file, maxSize+1)); err != nil {
		return nil, diag.List{unreadable(name, err)}
	}
	raw := read.Bytes()
	if len(raw) > maxSize {
		return nil, diag.List{diag.Errorf("", "файл больше %d МБ", maxSize>>20).
			WithHint("такой большой файл не читаем: проверьте, тот ли он, или разделите его")}
	}
	return raw, nil
}

func unreadable(name string, err error) diag.Problem {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return diag.Errorf("", "нет файла «%s»", name).WithHint("проверьте имя файла и папку")
	case errors.Is(err, fs.ErrPermission):
		return diag.Errorf("", "файл не открывается: нет прав на чтение").
			WithHint("закройте файл в других программах и проверьте права на него")
	case errors.Is(err, fs.ErrInvalid):
		return diag.Errorf("", "не годится имя файла «%s»", name).
			WithHint("имя пишется от папки данных, через «/» и без «..»")
	}
	return diag.Errorf("", "файл не читается: %v", err).
		WithHint("проверьте, открывается ли он в Блокноте")
}

// notText catches what people really put in the place of a text file.
func notText(raw []byte) diag.List {
	refuse := func(text, hint string) diag.List {
		return diag.List{diag.Errorf("", "%s", text).WithHint("%s", hint)}
	}
	has := func(prefix string) bool { return bytes.HasPrefix(raw, []byte(prefix)) }
	const typeAnew = "нужен простой текст: наберите его в Блокноте и сохраните в кодировке UTF-8"
	switch {
	case has("\xff\xfe"), has("\xfe\xff"):
		p := diag.Errorf("", "файл не в кодировке UTF-8, а в UTF-16").WithHint(saveAsUTF8)
		p.Line, p.Column = 1, 1
		return diag.List{p}
	case has("PK\x03\x04"):
		return refuse("это не текстовый файл, а книга Excel, документ Word или архив", typeAnew)
	case has("\xd0\xcf\x11\xe0"):
		return refuse("это не текстовый файл, а старый документ Word или Excel", typeAnew)
	case has("%PDF"):
		return refuse("это не текстовый файл, а PDF", typeAnew)
	case has(`{\rtf`):
		return refuse("это не текстовый файл, а документ RTF", typeAnew)
	case bytes.IndexByte(raw, 0) >= 0:
		return refuse("это не текстовый файл: в нём нулевые байты", typeAnew+"; если это текст, "+saveAsUTF8)
	}
	return nil
}
