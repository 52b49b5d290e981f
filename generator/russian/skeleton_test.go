package russian

import "testing"

func TestSkeleton(t *testing.T) {
	for _, same := range [][]string{
		{"исполнено", " ИСПОЛНЕНО. ", "Испо\u00adлнено", "иcпoлнeнo", "«исполнено»\u00a0"},
		{"в работе", "В\u00a0 РАБОТЕ", "b pабoтe", "вработе"},
		{"ещё не всё", "еще не все", "ЕЩЕ НЕ ВСЕ!"},
		{"район", "раион", "Рай\u200bон"},
	} {
		for _, s := range same[1:] {
			if Skeleton(s) != Skeleton(same[0]) {
				t.Errorf("%q is not taken for %q: %q, %q", s, same[0], Skeleton(s), Skeleton(same[0]))
			}
		}
	}
	for _, other := range [][2]string{{"исполнено", "не исполнено"}, {"школа 1", "школа 2"}, {"", "а"}} {
		if Skeleton(other[0]) == Skeleton(other[1]) {
			t.Errorf("%q is taken for %q", other[0], other[1])
		}
	}
}
