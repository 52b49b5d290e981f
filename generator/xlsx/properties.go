package xlsx

import (
	"time"

	"github.com/xuri/excelize/v2"
)

// noProperties replaces those of excelize's template, which name its author and
// the year 2006.
const noProperties = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`

// describe sets what belongs to the whole book.
func describe(f *excelize.File, p Properties) error {
	f.Pkg.Store("docProps/core.xml", []byte(noProperties))
	properties := &excelize.DocProperties{
		Title: p.Title, Creator: p.Author, LastModifiedBy: p.Author, Subject: p.Subject, Language: p.Language,
	}
	if !p.Created.IsZero() {
		properties.Created = p.Created.UTC().Format(time.RFC3339)
		properties.Modified = properties.Created
	}
	if err := f.SetDocProps(properties); err != nil {
		return err
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: "doklad"}); err != nil {
		return err
	}
	// The template asks Excel to forget the author when somebody saves.
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: new(false)}); err != nil {
		return err
	}
	// An older number makes Excel compute the book anew and ask to save it.
	const excel2019 = 191029
	if err := f.SetCalcProps(&excelize.CalcPropsOptions{CalcID: new(uint(excel2019))}); err != nil {
		return err
	}
	// Column widths are counted in digits of this font.
	return f.SetDefaultFont(fontName)
}
