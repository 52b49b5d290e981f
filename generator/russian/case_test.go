package russian

import "testing"

func TestCaseString(t *testing.T) {
	for c, want := range map[Case]string{
		Nominative: "именительный", Genitive: "родительный", Dative: "дательный",
		Accusative: "винительный", Instrumental: "творительный", Prepositional: "предложный",
		-1: "падеж -1", 6: "падеж 6",
	} {
		if got := c.String(); got != want {
			t.Errorf("Case(%d) = %q, want %q", int(c), got, want)
		}
	}
}

func TestGenderText(t *testing.T) {
	for text, want := range map[string]Gender{
		"male": Male, "Male": Male, "мужской": Male, "м": Male, "М.": Male,
		"female": Female, "женский": Female, "Ж": Female, " ж ": Female, "": UnknownGender,
	} {
		var g Gender
		if err := g.UnmarshalText([]byte(text)); err != nil || g != want {
			t.Errorf("%q: %v, %v, want %v", text, g, err, want)
		}
	}
	var g Gender
	err := g.UnmarshalText([]byte("средний"))
	if want := "пол «средний» не понят"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	for _, g := range []Gender{UnknownGender, Male, Female} {
		text, err := g.MarshalText()
		var back Gender
		if err != nil || back.UnmarshalText(text) != nil || back != g {
			t.Errorf("%v is written as %q and read as %v", g, text, back)
		}
	}
	if _, err := Gender(7).MarshalText(); err == nil {
		t.Error("a gender that is not was written")
	}
}
