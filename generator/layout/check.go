package layout

import (
	"fmt"
	"slices"
	"strings"
)

// limits collects what is impossible in a profile, in Russian, by key.
type limits map[string]string

func (l limits) within(key string, value, low, high float64, unit string) {
	if !(value >= low && value <= high) {
		l[key] = strings.TrimSpace(fmt.Sprintf("значение %g не подходит: нужно от %g до %g %s", value, low, high, unit))
	}
}

func (l limits) oneOf(key, value string, words ...string) {
	if value != "" && !slices.Contains(words, value) {
		l[key] = fmt.Sprintf("слово «%s» не подходит; бывает: %s", value, strings.Join(words, ", "))
	}
}

// Check says what is impossible in the profile: with it, text would stand off
// the sheet or over other text.
func (p *Profile) Check() map[string]string {
	l := limits{}
	for key, s := range p.styles() {
		l.align(key, s.Align)
		l.within(key+".size", s.Size, 6, 72, "пунктов")
		l.within(key+".spacing", s.Spacing, 0.8, 3, "")
		l.within(key+".spacing_min", s.SpacingMin, 0, 3, "")
		l.within(key+".width", s.Width, 0, 300, "мм")
		l.within(key+".indent", s.Indent, 0, 50, "мм")
		l.within(key+".before", s.Before, 0, 20, "строк")
		l.within(key+".after", s.After, 0, 20, "строк")
		if s.Italic && !s.Bold {
			l[key+".italic"] = "курсив бывает только жирный: впишите и bold = true"
		}
	}
	for key, margin := range map[string]float64{
		"left": p.Page.Left, "left_long_term": p.Page.LeftLongTerm, "right": p.Page.Right,
		"top": p.Page.Top, "bottom": p.Page.Bottom,
	} {
		l.within("page."+key, margin, 0, 60, "мм")
	}
	l.within("page.number_size", p.Page.NumberSize, 6, 20, "пунктов")
	l.within("page.number_baseline", p.Page.NumberBaseline, 5, 60, "мм")
	l.within("page.header_size", p.Page.HeaderSize, 6, 14, "пунктов")
	l.cover(p.Cover)
	l.contents(p.Contents)
	l.oneOf("page.landscape_binding", p.Page.LandscapeBinding, "top", "left")
	l.within("table.size", p.Table.Size, 6, 20, "пунктов")
	l.within("table.size_min", p.Table.SizeMin, 0, 20, "пунктов")
	l.within("table.rule", p.Table.Rule, 0, 5, "пунктов")
	l.within("table.pad_side", p.Table.PadSide, 0, 10, "мм")
	l.within("table.pad_top", p.Table.PadTop, 0, 10, "мм")
	l.within("table.write_row", p.Table.WriteRow, 0, 50, "мм")
	l.within("table.gap", p.Table.Gap, 0, 20, "строк")
	l.oneOf("table.repeat", p.Table.Repeat, RepeatHeader, RepeatNumbers)
	l.within("title_lines", float64(p.TitleLines), 0, 50, "строк")
	l.within("signature_gap", p.SignatureGap, 0, 90, "мм")
	l.oneOf("executor_form", p.ExecutorForm, ExecutorForms...)
	return l
}

func (p *Profile) styles() map[string]*Style {
	return map[string]*Style{
		"text": &p.Text, "clause": &p.Clause, "letterhead": &p.Letterhead, "kind": &p.Kind,
		"registration": &p.Registration, "title": &p.Title, "operative": &p.Operative,
		"signature": &p.Signature, "approval": &p.Approval, "annex_title": &p.AnnexTitle,
		"heading_1": &p.Heading1, "heading_2": &p.Heading2, "heading_3": &p.Heading3,
		"certification": &p.Certification, "recipients": &p.Recipients, "preparer": &p.Preparer,
		"item": &p.Item, "table_caption": &p.TableCaption, "figure_caption": &p.FigureCaption,
		"footnote": &p.Footnote, "cover.above": &p.Cover.Above, "cover.mark": &p.Cover.Mark,
		"cover.kind": &p.Cover.Kind, "cover.subject": &p.Cover.Subject, "cover.foot": &p.Cover.Foot,
	}
}
