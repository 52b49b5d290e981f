package source

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoad(t *testing.T) {
	const (
		save = "\n  подсказка: сохраните файл заново — Блокнот: Файл → Сохранить как → Кодировка UTF-8"
		anew = "\n  подсказка: нужен простой текст: наберите его в Блокноте и сохраните в кодировке UTF-8"
	)
	for name, c := range map[string]struct{ text, want string }{
		"empty":      {"", ""},
		"BOM":        {"\ufefftitle = 5\r\n", "1:9: нужна строка, а стоит число 5\n  подсказка: возьмите значение в кавычки: \"5\""},
		"cp1251":     {"number = \"1\"\n# ч\ntitle = \"я\xcf\xf0\"", "3:11: файл не в кодировке UTF-8: байт CF" + save},
		"cp1251 end": {"\xcf", "1:1: файл не в кодировке UTF-8: байт CF" + save},
		"UTF-16":     {"\xff\xfea\x00", "1:1: файл не в кодировке UTF-8, а в UTF-16" + save},
		"UTF-16 BE":  {"\xfe\xff\x00a", "1:1: файл не в кодировке UTF-8, а в UTF-16" + save},
		"NUL": {"a\x00 \x00=", "это не текстовый файл: в нём нулевые байты" + anew +
			"; если это текст, " + strings.TrimPrefix(save, "\n  подсказка: ")},
		"xlsx": {"PK\x03\x04\x00", "это не текстовый файл, а книга Excel, документ Word или архив" + anew},
		"doc":  {"\xd0\xcf\x11\xe0\xa1", "это не текстовый файл, а старый документ Word или Excel" + anew},
		"PDF":  {"%PDF-1.7", "это не текстовый файл, а PDF" + anew},
		"RTF":  {`{\rtf1`, "это не текстовый файл, а документ RTF" + anew},
		"large": {strings.Repeat("#", maxSize+1), "файл больше 16 МБ\n" +
			"  подсказка: такой большой файл не читаем: проверьте, тот ли он, или разделите его"},
	} {
		t.Run(name, func(t *testing.T) {
			var into struct {
				Title string `toml:"title"`
			}
			_, l := Read(oneFile(c.text), "f.toml", &into)
			if got := tomlSaid(l); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// failing is a folder whose every file fails with the same error.
type failing struct{ err error }

func (f failing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
}

// torn is a file that fails after it was opened.
type torn struct{ fs.File }

func (torn) Read([]byte) (int, error) { return 0, errors.New("диск испорчен") }

type tornFolder struct{ fs.FS }

func (f tornFolder) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	return torn{file}, err
}

func TestUnreadable(t *testing.T) {
	folder := fstest.MapFS{"orders/1.toml": {Data: []byte("a = 1")}}
	for _, c := range []struct {
		fsys       fs.FS
		name, want string
	}{
		{folder, "orders/2.toml", "orders/2.toml: ошибка: нет файла «orders/2.toml»\n  подсказка: проверьте имя файла и папку"},
		{folder, "orders", "orders: ошибка: здесь папка, а нужен файл\n  подсказка: переименуйте папку и положите файл с этим именем"},
		{failing{fs.ErrInvalid}, "../1.toml", "../1.toml: ошибка: не годится имя файла «../1.toml»\n  подсказка: имя пишется от папки данных, через «/» и без «..»"},
		{failing{fs.ErrPermission}, "1.toml", "1.toml: ошибка: файл не открывается: нет прав на чтение\n" +
			"  подсказка: закройте файл в других программах и проверьте права на него"},
		{tornFolder{folder}, "orders/1.toml", "orders/1.toml: ошибка: файл не читается: диск испорчен\n" +
			"  подсказка: проверьте, открывается ли он в Блокноте"},
	} {
		var into struct{}
		file, l := Read(c.fsys, c.name, &into)
		if file != nil || len(l) != 1 || l[0].String() != c.want {
			t.Errorf("%s: got %v, %v\nwant %s", c.name, file, l, c.want)
		}
	}
}
