package narrative

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/formula"
	"doklad/generator/model"
)

// Paragraphs that follow each other begin in different ways, and the same case always in
// the same.
func TestNeighboursSoundDifferent(t *testing.T) {
	p, again := program(t), program(t)
	c := Case{Indicator: gridIndicator("%", 1, model.Higher), Year: 2022, YearBefore: 2021, Before: known(50), Now: known(66.7)}
	before := ""
	for n := 1; n <= 40; n++ {
		c.Indicator.Code = fmt.Sprintf("D%02d", n)
		said, err := p.Say(c)
		same, _ := again.Say(c)
		if err != nil || !reflect.DeepEqual(said, same) {
			t.Fatalf("%v\n%v\n%v", err, said, same)
		}
		if said.Text == before {
			t.Errorf("%s sounds as the one before it", c.Indicator.Code)
		}
		before = said.Text
	}
}

// The difference is that of the numbers shown: 66,7 − 50,0 is 16,7, though 66,65 − 49,96 is
// 16,69.
func TestTheDifferenceIsOfWhatIsShown(t *testing.T) {
	for _, test := range []struct {
		before, now float64
		want        string
	}{
		{49.96, 66.65, "16,7 процентного пункта"},
		{50.04, 50.06, "0,1 процентного пункта"},
		{50.01, 50.04, ""},
	} {
		c := Case{Indicator: gridIndicator("%", 1, model.Higher), Year: 2022, YearBefore: 2021, Before: known(test.before), Now: known(test.now)}
		said, _ := program(t).Say(c)
		if text := readable(said.Text); !strings.Contains(text, test.want) || test.want == "" && strings.Contains(text, "пункт") {
			t.Errorf("%v → %v: %s", test.before, test.now, text)
		}
	}
}

// A small share is told by its parts, and never differs by percentage points.
func TestSmallGroups(t *testing.T) {
	c := Case{Indicator: gridIndicator("%", 1, model.Higher), Year: 2022, YearBefore: 2021, Before: known(50),
		Now: small(40, &consolidation.Part{Count: 2, Of: 5}), Peers: []Peer{{Name: "Пермский край", Value: 55, FromCatalogue: true}}}
	c.Indicator.Thresholds = at(90)
	said, err := program(t).Say(c)
	text := readable(said.Text)
	if err != nil || !strings.Contains(text, "2 из 5 (40,0 %)") || strings.Contains(text, "пункт") || strings.Contains(text, "Пермский") || !strings.Contains(text, "не достигнут") {
		t.Error(text, err)
	}
}

// What was counted in another way is compared by no word, and that is said.
func TestMethodChanged(t *testing.T) {
	c := Case{Indicator: gridIndicator("%", 1, model.Higher), Year: 2022, YearBefore: 2021, Before: known(50), Now: known(66.7)}
	c.Indicator.Methods = []model.MethodChange{{Year: 2022, Text: "иначе."}}
	said, _ := program(t).Say(c)
	if text := readable(said.Text); strings.Contains(text, "50,0") || !strings.Contains(text, "изменена (иначе)") || !strings.Contains(text, "2021") {
		t.Error(text)
	}
}

// A sum that lacks some has not fallen for that, and a last value is told as its table
// prints it.
func TestWhatIsNotCompared(t *testing.T) {
	part, full := known(17), known(30)
	part.Told, part.Of, full.Told, full.Of = 2, 3, 3, 3
	people := gridIndicator("чел.", 0, model.Lower)
	share := gridIndicator("%", 1, model.Higher)
	answer := model.Indicator{Title: "Есть план", Unit: model.UnitYesNo, Direction: model.Higher}
	changed := share
	changed.Methods = []model.MethodChange{{Year: 2022}}
	none := consolidation.Cell{Concerned: true}
	for _, test := range []struct {
		name        string
		i           model.Indicator
		summed      bool
		before, now consolidation.Cell
		says, never string
	}{
		{"sum that lacks one", people, true, full, part, "не", "30"},
		{"sum that lacked one", people, true, part, full, "не", "17"},
		{"whole sums", people, true, full, full, "2021", "неполн"},
		{"mean that lacks one", people, false, full, part, "на 13 человек", "неполн"},
		{"small share before, nothing now", share, false, small(25, &consolidation.Part{Count: 1, Of: 4}), none, "1 из 4 (25,0 %)", "составлял"},
		{"answer before, nothing now", answer, false, known(1), none, "«да»", " 1"},
		{"other method before, nothing now", changed, false, known(50), none, "2022", "50"},
	} {
		for n := range 6 {
			test.i.Code = fmt.Sprintf("D%02d", n+1)
			c := Case{Indicator: test.i, Year: 2022, YearBefore: 2021, Before: test.before, Now: test.now, Summed: test.summed, Members: Schools}
			said, err := program(t).Say(c)
			proved(t, c, said)
			if text := readable(said.Text); err != nil || !strings.Contains(text, test.says) || strings.Contains(text, test.never) {
				t.Errorf("%s: %s %v", test.name, text, err)
			}
		}
	}
}

// One is compared with others, never with itself alone, nor twice with the same.
func TestGroupsToCompareWith(t *testing.T) {
	i := gridIndicator("%", 1, model.Higher)
	i.Code, i.Weight = "D01", "W01"
	peers := func(i model.Indicator, clusters []string, values ...model.Value) (names []string) {
		c, _ := OfUnit(consolidation.Years{Consolidation: clustered(i, clusters, values...)}, 0, 0)
		for _, p := range c.Peers {
			names = append(names, p.Name)
		}
		return names
	}
	const cluster, whole = "кластер «a»", "по муниципалитету"
	known := model.KnownValue
	sum := gridIndicator("чел.", 0, model.Higher)
	sum.Code, sum.Tier, sum.Total = "D01", model.TierBoth, model.TotalSum
	count, rate := sum, sum
	count.Total, count.Formula = model.TotalFormula, "W01 + W01"
	rate.Total, rate.Formula = model.TotalFormula, "W01 / W01"
	for _, test := range []struct {
		name     string
		i        model.Indicator
		clusters []string
		values   []model.Value
		want     []string
	}{
		{"cluster and whole", i, []string{"a", "a", "b"}, []model.Value{known(1), known(2), known(3)}, []string{cluster, whole}},
		{"alone in the cluster", i, []string{"a", "b", "b"}, []model.Value{known(1), known(2), known(3)}, []string{whole}},
		{"alone with a value", i, []string{"a", "b"}, []model.Value{known(1), model.MissingValue("")}, nil},
		{"a cluster of all", i, []string{"a", "a"}, []model.Value{known(1), known(2)}, []string{whole}},
		{"sums", sum, []string{"a", "a", "b"}, []model.Value{known(1), known(2), known(3)}, nil},
		{"a count by a formula", count, []string{"a", "a", "b"}, make([]model.Value, 3), nil},
		{"a rate by a formula", rate, []string{"a", "a", "b"}, make([]model.Value, 3), []string{cluster, whole}},
	} {
		if got := peers(test.i, test.clusters, test.values...); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// Nobody is named by what must not rank, nor with a small group, nor more than three.
func TestWhoIsNamed(t *testing.T) {
	share := gridIndicator("%", 1, model.Higher)
	share.Code, share.Weight = "D01", "W01"
	unranked, band := share, share
	unranked.Unranked = "результаты ВПР"
	band.Direction = model.Band
	few := model.Value{State: model.Known, Number: 12, Reason: "small"}
	known := model.KnownValue
	for _, test := range []struct {
		name   string
		i      model.Indicator
		values []model.Value
		named  []int
	}{
		{"best and worst", share, []model.Value{known(90), known(80), known(70)}, []int{1, 3}},
		{"ties", share, []model.Value{known(90), known(90), known(70)}, []int{1, 2, 3}},
		{"ties of many", share, []model.Value{known(90), known(70), known(70), known(70), known(70)}, []int{1}},
		{"ties as printed", share, []model.Value{known(90.01), known(89.99), known(70)}, []int{1, 2, 3}},
		{"small groups", share, []model.Value{known(90), known(80), few}, []int{1, 2}},
		{"one beside small groups", share, []model.Value{known(90), few, few}, nil},
		{"unranked", unranked, []model.Value{known(90), known(80), known(70)}, nil},
		{"band", band, []model.Value{known(90), known(80), known(70)}, nil},
		{"alike", share, []model.Value{known(90), known(90)}, nil},
		{"nothing known", share, []model.Value{known(90), model.MissingValue("")}, []int{2}},
	} {
		said, err := program(t).SayUnits(row(test.i, model.FullSchool, test.values...), 0)
		if err != nil {
			t.Fatal(err)
		}
		for n := range test.values {
			named := strings.Contains(said.Text, fmt.Sprintf("№ %d", n+1))
			wanted := false
			for _, m := range test.named {
				wanted = wanted || m == n+1
			}
			if named != wanted {
				t.Errorf("%s: unit %d named: %t\n%s", test.name, n+1, named, said.Text)
			}
		}
	}
}

// What is said of a consolidation is what stands in it.
func TestOfConsolidation(t *testing.T) {
	i := gridIndicator("%", 1, model.Higher)
	i.Code, i.Weight = "D01", "W01"
	i.References = []model.Reference{{Name: "Пермский край", Year: 2022, Value: 55}, {Name: "Пермский край", Year: 2021, Value: 54}}
	before := row(i, model.Kindergarten, model.KnownValue(40), model.KnownValue(60))
	before.Year = 2021
	now := row(i, model.Kindergarten, model.KnownValue(50), model.KnownValue(70), model.MissingValue(""))
	y := consolidation.Years{Consolidation: now, Before: []*consolidation.Consolidation{before}}
	whole, has := OfWhole(y, 0)
	if !has || whole.Before.Number != 50 || whole.Now.Number != 60 || len(whole.Peers) != 1 || whole.Peers[0].Value != 55 || whole.Members != Kindergartens {
		t.Errorf("%+v", whole)
	}
	said, _ := program(t).Say(whole)
	proved(t, whole, said)
	if text := readable(said.Text); !strings.Contains(text, "2 из 3 детских садов") {
		t.Error(text)
	}
	first, _ := OfUnit(y, 0, 0)
	if first.Before.Number != 40 || len(first.Peers) != 2 || first.Peers[0].Name != "по муниципалитету" || first.Name != "Учреждение № 1" {
		t.Errorf("%+v", first)
	}
	third, _ := OfUnit(y, 0, 2)
	if third.YearBefore != 0 {
		t.Errorf("it was not there the year before: %+v", third)
	}
	if people, has := OfUnit(y, 1, 0); !has || len(people.Peers) != 0 {
		t.Errorf("a sum is compared with one: %+v", people.Peers)
	}
}

// Every unit of the model has its words.
func TestEveryUnitHasWords(t *testing.T) {
	for _, unit := range model.Units {
		if _, has := unitWords[unit]; !has && unit != model.UnitYesNo {
			t.Error(unit)
		}
	}
}

func FuzzSay(f *testing.F) {
	f.Add(uint8(0), uint8(0), uint8(1), 66.7, 50.0, 90.0, 68.3, "Доля 4 кл. «А»", "№ 1", uint8(0))
	f.Add(uint8(2), uint8(1), uint8(0), 21.0, 1.0, 0.0, -1.0, "1", "", uint8(255))
	f.Add(uint8(6), uint8(3), uint8(0), 1.0, 0.0, 0.0, 0.0, "", "5", uint8(3))
	p := program(f)
	f.Fuzz(func(t *testing.T, unit, direction, decimals uint8, now, before, bound, peer float64, title, name string, how uint8) {
		i := model.Indicator{Code: "D01", Title: title, Unit: model.Units[int(unit)%len(model.Units)],
			Direction: model.Directions[int(direction)%len(model.Directions)], Decimals: int(decimals % 4)}
		c := Case{Indicator: i, Year: 2022, YearBefore: 2021, Name: name, Unit: "u1"}
		states := []consolidation.Cell{known(now), {}, {Concerned: true}, {Value: model.NoValue(), Concerned: true}}
		c.Now = states[int(how&3)]
		states[0] = known(before)
		c.Before = states[int(how>>2&3)]
		c.Now.Small, c.Before.Small = how&16 != 0, how&32 != 0
		c.Summed, c.Now.Of, c.Now.Told = decimals&16 != 0, 3, 3-int(decimals>>5&1)
		if decimals&4 != 0 {
			c.Indicator.Period = model.SchoolYear
		}
		if decimals&8 != 0 {
			c.Indicator.ShareWhere = "D01 >= 3"
		}
		if how&64 != 0 {
			c.Now.Part = &consolidation.Part{Count: 2, Of: 5}
		}
		if how&128 != 0 {
			c.YearBefore = 0
		}
		if !math.IsNaN(bound) && !math.IsInf(bound, 0) {
			if i.Direction == model.Band {
				c.Indicator.Thresholds = between(bound, bound+1)
			} else {
				c.Indicator.Thresholds = at(bound)
			}
		}
		if !math.IsNaN(peer) && !math.IsInf(peer, 0) {
			c.Peers = []Peer{{Name: "край", Value: peer, FromCatalogue: true}, {Name: "по муниципалитету", ID: "u1", Value: peer}}
		}
		said, err := p.Say(c)
		if err != nil || said.Text == "" {
			t.Fatal(said, err)
		}
		if strings.ContainsAny(name, "«»") {
			return // quotes of a name are the data's
		}
		proved(t, c, said)
	})
}

func BenchmarkRead(b *testing.B) {
	text := programText(b)
	for b.Loop() {
		if _, err := Read(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSay(b *testing.B) {
	p := program(b)
	c := Case{Indicator: gridIndicator("%", 1, model.Higher), Year: 2022, YearBefore: 2021, Before: known(50), Now: known(66.7)}
	c.Indicator.Thresholds = at(90)
	for b.Loop() {
		if _, err := p.Say(c); err != nil {
			b.Fatal(err)
		}
	}
}

// Clusters stand side by side where their values can be compared, and not where they are
// sums.
func TestGroups(t *testing.T) {
	for _, test := range []struct {
		total model.Total
		want  bool
	}{{model.TotalMean, true}, {model.TotalSum, false}} {
		i := model.Indicator{Code: "X", Title: "Показатель", Unit: "балл", Decimals: 1, Tier: model.TierBoth, Direction: model.Higher, Total: test.total, Kinds: []model.InstitutionKind{model.FullSchool}}
		in := consolidation.Input{Set: model.IndicatorSet{Indicators: []model.Indicator{i}}, Year: 2022, Clusters: []consolidation.Group{{ID: "a", Name: "Город"}, {ID: "b", Name: "Село"}}}
		in.Formulas, _ = formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{in.Set}})
		for n, cluster := range []string{"a", "b", "b"} {
			in.Units = append(in.Units, consolidation.Unit{ID: fmt.Sprint(n), Name: fmt.Sprint("Школа ", n), Kind: model.FullSchool, Cluster: cluster, Values: model.Values{"X": model.KnownValue(float64(n + 1))}})
		}
		said, err := program(t).SayUnits(consolidation.Count(in), 0)
		if has := strings.Contains(said.Text, "город – 1,0\u00a0балла, село – 2,5\u00a0балла."); err != nil || has != test.want {
			t.Errorf("%s: %s %v", test.total, said.Text, err)
		}
	}
}
