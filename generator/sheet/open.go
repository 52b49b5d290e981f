package sheet

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"unicode/utf16"
)

// Open reads the outline of a file and says by its bytes what it is. The name is
// only compared with that: a text that is called .xlsx is somebody's mistake.
func Open(name string, raw []byte) (*Book, error) {
	switch {
	case len(raw) == 0:
		return nil, refuse("попросите прислать файл ещё раз: при отправке он потерялся", "файл пустой: в нём 0 байт")
	case len(raw) > maxRaw:
		return nil, refuse(shorten, "файл больше %d МБ", maxRaw>>20)
	}
	if err := notTable(raw); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.HasPrefix(raw, []byte("PK\x05\x06")) {
		a, err := openArchive(raw)
		if err != nil {
			return nil, err
		}
		if err := a.notWorkbook(); err != nil {
			return nil, err
		}
		return openWorkbook(a)
	}
	if called := strings.ToLower(path.Ext(name)); slices.Contains([]string{".xlsx", ".xlsm", ".xls"}, called) {
		return nil, refuse("откройте его в Excel и сохраните как «Книга Excel (*.xlsx)»; таблицу в тексте назовите .csv",
			"это не книга Excel: файл только назван %s", called)
	}
	return openText(raw)
}

const tableFromDocument = "перенесите таблицу в Excel и пришлите книгу .xlsx"

// notTable knows by their first bytes the files that are sent in the place of a table.
func notTable(raw []byte) error {
	for _, known := range []struct{ prefix, what, cure string }{
		{"%PDF", "это PDF, а не таблица", tableFromDocument},
		{`{\rtf`, "это документ RTF, а не таблица", tableFromDocument},
		{"\xff\xd8\xff", "это картинка (JPEG), а не таблица", tableFromDocument},
		{"\x89PNG", "это картинка (PNG), а не таблица", tableFromDocument},
		{"GIF8", "это картинка (GIF), а не таблица", tableFromDocument},
		{"II*\x00", "это картинка (TIFF), а не таблица", tableFromDocument},
		{"MM\x00*", "это картинка (TIFF), а не таблица", tableFromDocument},
		{"Rar!", "это архив RAR, а не таблица", "распакуйте его и пришлите саму книгу"},
		{"7z\xbc\xaf", "это архив 7z, а не таблица", "распакуйте его и пришлите саму книгу"},
		{"\x1f\x8b", "это архив gzip, а не таблица", "распакуйте его и пришлите саму книгу"},
	} {
		if bytes.HasPrefix(raw, []byte(known.prefix)) {
			return refuse(known.cure, "%s", known.what)
		}
	}
	switch {
	case bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compound(raw)
	case len(raw) > 12 && string(raw[:4]) == "RIFF" && string(raw[8:12]) == "WEBP":
		return refuse(tableFromDocument, "это картинка (WebP), а не таблица")
	case len(raw) > 3 && raw[0] == 9 && bytes.IndexByte([]byte{0, 2, 4, 8}, raw[1]) >= 0 && bytes.IndexByte([]byte{4, 6, 8, 16}, raw[2]) >= 0 && raw[3] == 0:
		// A BOF record without a compound file around it: Excel 2 to 5.
		return oldExcel()
	}
	return markup(raw)
}

func oldExcel() error {
	return refuse("откройте его в Excel и сохраните как «Книга Excel (*.xlsx)»", "это книга Excel старого формата (.xls)")
}

// compound tells apart what has been kept in Microsoft's compound files: its streams
// are named in UTF-16.
func compound(raw []byte) error {
	stream := func(name string) bool {
		var wide []byte
		for _, u := range utf16.Encode([]rune(name)) {
			wide = append(wide, byte(u), byte(u>>8))
		}
		return bytes.Contains(raw, wide)
	}
	switch {
	case stream("EncryptedPackage"):
		return refuse("откройте его в Excel, снимите пароль (Файл → Сведения → Защита книги → Зашифровать с использованием пароля) и сохраните",
			"файл защищён паролем")
	case stream("Workbook"), stream("Book"):
		return oldExcel()
	case stream("WordDocument"):
		return refuse(tableFromDocument, "это документ Word (.doc), а не таблица")
	}
	return refuse("откройте его в Excel и сохраните как «Книга Excel (*.xlsx)»", "это файл старого Microsoft Office, а не книга .xlsx")
}

// markup knows pages of browsers and reports that programs call .xls.
func markup(raw []byte) error {
	head := bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 4<<10)], []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(head) == 0 || head[0] != '<' {
		return nil
	}
	const cure = "откройте его в Excel и сохраните как «Книга Excel (*.xlsx)»"
	lower := bytes.ToLower(head)
	switch {
	case bytes.Contains(lower, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return refuse(cure, "это «Таблица XML 2003», а не книга .xlsx")
	case bytes.Contains(lower, []byte("<html")), bytes.Contains(lower, []byte("<!doctype")), bytes.Contains(lower, []byte("<table")):
		return refuse(cure, "это страница HTML, а не книга Excel")
	case bytes.HasPrefix(lower, []byte("<?xml")):
		return refuse(cure, "это файл XML, а не книга Excel")
	}
	return nil
}

// notWorkbook knows the other archives by their parts.
func (a *archive) notWorkbook() error {
	const cure = "откройте его в Excel и сохраните как «Книга Excel (*.xlsx)»"
	folder := func(prefix string) bool {
		for name := range a.parts {
			if strings.HasPrefix(name, prefix) {
				return true
			}
		}
		return false
	}
	switch {
	case a.has("xl/workbook.bin"):
		return refuse(cure, "это двоичная книга Excel (.xlsb)")
	case a.has("content.xml") && a.has("mimetype"):
		return refuse("откройте его в Excel или LibreOffice и сохраните как «Книга Excel (*.xlsx)»",
			"это документ OpenDocument (.ods или .odt), а не книга .xlsx")
	case folder("word/"):
		return refuse(tableFromDocument, "это документ Word (.docx), а не таблица")
	case folder("ppt/"):
		return refuse(tableFromDocument, "это презентация (.pptx), а не таблица")
	case !a.has("_rels/.rels"):
		return refuse("если в архиве лежит книга, распакуйте его и пришлите её; иначе "+sendXLSX, "это архив ZIP, а не книга Excel")
	}
	return nil
}
