package schedule

import "testing"

// Reading never fails, keeps the words, and never gives an end before its beginning.
func FuzzParse(f *testing.F) {
	for _, w := range append(wordings, others...) {
		f.Add(w.words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		r := Parse(words)
		if r.Words != words {
			t.Fatalf("%q became %q", words, r.Words)
		}
		if !r.IsUnderstood() && len(r.Doubts) != 1 {
			t.Fatalf("%q is not understood, and why is not told: %v", words, r.Doubts)
		}
		if r.Meaning() == "" {
			t.Fatalf("%q means nothing", words)
		}
		for _, s := range r.Spans {
			if s.IsZero() || s.From.Year > 0 && s.To.Year > 0 && s.To.Compare(s.From) < 0 {
				t.Fatalf("%q: %+v", words, s)
			}
		}
		for _, h := range []Horizon{plan, {}, {From: plan.From}, {To: plan.To}, {From: plan.To, To: plan.From}} {
			ids := map[string]bool{}
			for _, o := range r.Occurrences(h, []Happening{{Begin: day("25.06.2021")}, {}}, nil) {
				if !o.End.IsZero() && o.End.Compare(o.Begin) < 0 {
					t.Fatalf("%q: %+v within %+v", words, o, h)
				}
				if ids[o.ID] {
					t.Fatalf("%q: two occurrences %q within %+v", words, o.ID, h)
				}
				ids[o.ID] = true
			}
		}
	})
}
