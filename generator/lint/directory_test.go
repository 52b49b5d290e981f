package lint_test

import (
	"slices"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/model"
)

// What is wrong in the directory of an office is told at its files, once for all
// orders, and stops none.
func TestDirectory(t *testing.T) {
	if found := lint.Directory(directory()); len(found) > 0 {
		t.Errorf("nothing is wrong, but: %v", found)
	}
	lint.Directory(&model.Directory{})
	for i, m := range []mutation{
		{func(_ *model.Order, d *model.Directory) { d.Office.Letterhead[0] += ",  отдел №5" }, []string{
			`SP-NUM letterhead[1]@63: бланк: нет пробела после знака: «№5» | «№ 5»`,
			`SP-DOUBLE letterhead[1]@55: бланк: несколько пробелов подряд: «округа,  отдел» | оставьте один пробел`,
		}},
		{func(_ *model.Order, d *model.Directory) { d.Office.Full.Genitive = "Управления «Школа" }, []string{
			`QUO-BAL full.genitive@11: наименование: не закрыты кавычки перед словами «Школа» | закройте кавычки в конце: «…Школа»`,
		}},
		{func(_ *model.Order, d *model.Directory) { d.Organizations[1].Short.Dative = "oтделу" }, []string{
			`LOOKALIKE organization[2].short.dative@0: организация «otdel»: латинская «o» в русском слове «oтделу» | наберите букву по-русски`,
		}},
		{func(_ *model.Order, d *model.Directory) { d.Organizations[1].Aliases[0] = "отдел - школы" }, nil},
		{func(_ *model.Order, d *model.Directory) {
			d.People[0].Post.Dative = "директору - методисту"
		}, []string{
			`DASH-HYPHEN person[1].post.dative@10: должностное лицо «primerova»: дефис вместо тире: «директору - методисту» | «директору – методисту»`,
		}},
		{func(_ *model.Order, d *model.Directory) { d.People[0].Surname = "Примеpова" }, []string{
			`LOOKALIKE person[1].surname@5: должностное лицо «primerova»: латинская «p» в русском слове «Примеpова» | наберите букву по-русски`,
		}},
		{initials("ИИ"), []string{`NAME-DOT person[1].initials@0: должностное лицо «primerova»: инициалы записаны не как «И.О.»: «ИИ» | «И.И.»`}},
		{initials("Б,Б,"), []string{`NAME-DOT person[1].initials@0: должностное лицо «primerova»: инициалы записаны не как «И.О.»: «Б,Б,» | «Б.Б.»`}},
		{initials("?"), []string{`NAME-DOT person[1].initials@0: должностное лицо «primerova»: инициалы записаны не как «И.О.»: «?» | впишите initials = "И.О."`}},
		{initials("И.M."), []string{`LOOKALIKE person[1].initials@0: должностное лицо «primerova»: латинская «M» в инициалах «И.M.» | наберите букву по-русски`}},
		{initials("И. И."), nil},
		{initials("Ж.-Б."), nil},
		{initials("И."), nil},
	} {
		d := directory()
		m.change(nil, d)
		var got []string
		for _, p := range lint.Directory(d) {
			if got = append(got, say(p)); p.Severity == diag.Error {
				t.Errorf("an error: %s", p)
			}
		}
		if !slices.Equal(got, m.want) {
			t.Errorf("mutation %d:\n got %q\nwant %q", i+1, got, m.want)
		}
	}
}

func initials(words string) change {
	return func(_ *model.Order, d *model.Directory) { d.People[0].Initials = words }
}
