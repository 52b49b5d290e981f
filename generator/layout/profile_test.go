package layout

import (
	"slices"
	"testing"
)

// A sheet turned clockwise: what was left is on top.
func TestMargins(t *testing.T) {
	page := Page{Left: 20, LeftLongTerm: 30, Right: 10, Top: 20, Bottom: 20, LandscapeBinding: "top"}
	mirrored := page
	mirrored.Mirror = true
	byLeft := page
	byLeft.LandscapeBinding = "left"
	for _, test := range []struct {
		name                string
		page                Page
		landscape, longTerm bool
		number              int
		want                Margins
	}{
		{"upright, 5 years", page, false, false, 1, Margins{Left: 20, Right: 10, Top: 20, Bottom: 20}},
		{"upright, for ever", page, false, true, 1, Margins{Left: 30, Right: 10, Top: 20, Bottom: 20}},
		{"turned, for ever", page, true, true, 2, Margins{Left: 20, Right: 20, Top: 30, Bottom: 10}},
		{"turned, bound at the left", byLeft, true, true, 2, Margins{Left: 30, Right: 10, Top: 20, Bottom: 20}},
		{"mirrored, odd", mirrored, false, true, 3, Margins{Left: 30, Right: 10, Top: 20, Bottom: 20}},
		{"mirrored, even", mirrored, false, true, 2, Margins{Left: 10, Right: 30, Top: 20, Bottom: 20}},
		{"mirrored and turned, even", mirrored, true, true, 2, Margins{Left: 20, Right: 20, Top: 20, Bottom: 30}},
	} {
		if got := test.page.Margins(test.landscape, test.longTerm, test.number); got != test.want {
			t.Errorf("%s: got %+v, want %+v", test.name, got, test.want)
		}
	}
}

func TestAlign(t *testing.T) {
	var a Align
	if err := a.UnmarshalText([]byte("justified")); err != nil || a != Justified {
		t.Errorf("justified: %v, %v", a, err)
	}
	if err := a.UnmarshalText([]byte("посередине")); err == nil {
		t.Error("an unknown word is accepted")
	}
}

func TestCheck(t *testing.T) {
	bad := Profile{
		Title:        Style{Size: 140, Spacing: 1, Width: -1, Indent: 500},
		Page:         Page{Left: 200, LeftLongTerm: 300, NumberBaseline: 400, LandscapeBinding: "bottom"},
		Table:        Table{PadSide: 40, Rule: -1, WriteRow: 300, Gap: 30, Repeat: "nothing"},
		Cover:        Cover{KindAt: 1, Rule: -1, Pad: 40},
		SignatureGap: 500, ExecutorForm: "post-last",
	}
	wrong := bad.Check()
	for _, key := range []string{"title.size", "title.width", "title.indent", "page.left", "page.left_long_term",
		"page.number_baseline", "page.landscape_binding", "text.size", "table.size", "table.pad_side", "table.rule",
		"table.write_row", "table.gap", "table.repeat", "signature_gap", "executor_form",
		"cover.kind_at", "cover.rule", "cover.pad", "cover.foot.size"} {
		if wrong[key] == "" {
			t.Errorf("nothing is said of %s", key)
		}
	}
}

// What a style cannot do is refused, not passed over.
func TestCheckAlign(t *testing.T) {
	all := []Align{Left, Centre, Right, Justified}
	for style, allowed := range map[string][]Align{
		"text": all, "clause": all, "operative": all, "recipients": all,
		"title": {Left, Centre, Right}, "heading_2": {Left, Centre, Right}, "preparer": {Left, Centre, Right},
		"approval": {Right, Centre}, "signature": {Left, Centre}, "certification": {Left, Centre}, "registration": nil,
		"cover.subject": {Left, Centre, Right}, "cover.mark": {Centre},
	} {
		for _, align := range all {
			var p Profile
			p.styles()[style].Align = align
			if _, refused := p.Check()[style+".align"]; refused == slices.Contains(allowed, align) {
				t.Errorf("%s, %s: refused is %v", style, align, refused)
			}
		}
	}
}
