package typeset

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"doklad/generator/russian"
)

// pieces of official texts that a line must not be broken in, with what stands
// around them in life: brackets, quotes, stops.
var hardPieces = []string{
	"№ 109", "(№ 26-01-06-697)", "№№ 1, 2", "«§ 5»", "п. 2.1", "(п. 3)", "пп. 2–5", "ст. 97", "ч. 6 ст. 97", "подп. «а» п. 4", "абз. 2 п. 3",
	"Приложение № 1", "г. Оханск", "(г. Пермь)", "в г. Оханске", "с. Дубровское", "д. Притыка", "ул. Ленина, д. 5, кв. 3", "им. А.С. Пушкина",
	"2021 г.", "до 2024 г.", "2021–2024 гг.", "(2021 г.),", "2021/22 уч. г.", "в 2021 году", "2020 и 2021 годов", "12 мая 2021 г.", "«25» июня 2021 г.",
	"Ю.С. Шиловой", "Ю. С. Шилова", "Шиловой Ю.С.,", "Шиловой Ю. С.,", "И.И. Образцову-Петрову", "(М.В. Дурновцева)", "Р.А. Зачерновских,",
	"ООО «Ромашка» – поставщик", "слово – слово", "слово — слово", "«Точка роста» – это", "5 – 7", "конец. – Начало", "и т. д.", "и т. п.", "т. е.", "в т. ч.",
	"32 066,50 руб.", "1 234 567 тыс. руб.", "5 %", "87,5 % детей", "12 чел.", "3 кв. м", "рис. 2", "табл. 4", "гл. IV", "стр. 15", "каб. 7", "тел. 8 (34279) 3-15-15",
	"и. о. начальника", "№ 5-ФЗ", "пункт 2", "от 25.06.2021 № 109", "в", "к", "с", "о", "у", "и", "а", "я", "В", "О", "И", "(в", "«О",
	"образовательных", "организаций", "муниципального", "округа", "мониторинга", "план-график", "Управление", "Отдел", "до", "на",
}

var (
	endsInSign      = regexp.MustCompile(`(^|[ («])(№+|§+)$`)
	endsInReference = regexp.MustCompile(`(^|[ («])(п|пп|подп|ст|ч|абз|рис|табл|гл|стр|каб|тел)\.$`)
	endsInPlace     = regexp.MustCompile(`(^|[ («])(г|с|д|ул|им|кв)\.$`)
	endsInAYear     = regexp.MustCompile(`(\d|уч\.) г\.$`)
	endsInInitials  = regexp.MustCompile(`(^|[ («])([А-ЯЁ]\. ?){1,3}$`)
	endsInOneLetter = regexp.MustCompile(`(?i)(^|[ («])[вксоуиая]$`)
	endsInDigit     = regexp.MustCompile(`\d$`)
	endsInT         = regexp.MustCompile(`(^|[ (])(т\.|и т\.|в т\.)$`)
	beginsWithDash  = regexp.MustCompile(`^[–—―-]( |$)`)
	beginsWithUnit  = regexp.MustCompile(`^(г|гг)\.|^(году|года|годов|руб|тыс|чел|млн)\b|^%|^кв\. м`)
	beginsWithDigit = regexp.MustCompile(`^[«(]*\d`)
	beginsWithName  = regexp.MustCompile(`^[«(]*[А-ЯЁ][а-яё]{2,}`)
	surnameInitials = regexp.MustCompile(`[А-ЯЁ][а-яё]+(ой|ова|их) ([А-ЯЁ]\. ?){1,3}$`)
	beginsInitials  = regexp.MustCompile(`^([А-ЯЁ]\. ?){1,3}[,. ]*`)
	months          = regexp.MustCompile(`^(мая|июня)`)
)

// faultOfEnd is what is wrong between two lines.
func faultOfEnd(line, next string, title bool) string {
	switch {
	case endsInSign.MatchString(line):
		return "ends in a sign"
	case beginsWithDash.MatchString(next):
		return "begins with a dash"
	case endsInReference.MatchString(line) && beginsWithDigit.MatchString(next) && !strings.HasSuffix(line, "т. п.") && !strings.HasSuffix(line, "т. ч."):
		return "ends in a reference"
	case endsInPlace.MatchString(line) && !endsInAYear.MatchString(line) && beginsWithName.MatchString(next) && !strings.HasSuffix(line, "т. д.") && !strings.HasSuffix(line, "т. п."):
		return "ends in a place"
	case endsInDigit.MatchString(line) && beginsWithUnit.MatchString(next):
		return "begins with a unit"
	case endsInDigit.MatchString(line) && months.MatchString(next):
		return "day without month"
	case endsInInitials.MatchString(line) && beginsWithName.MatchString(next) && !surnameInitials.MatchString(line):
		return "ends in initials"
	case endsInT.MatchString(line):
		return "ends in т."
	case title && endsInOneLetter.MatchString(line):
		return "ends in a one-letter word"
	}
	return ""
}

// Texts of hard pieces in any order, set at many widths: no line ends or begins as
// it must not (ГОСТ Р 7.0.97-2016; practice). The widths hold every bound group.
func TestLineEnds(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	faults := map[string]int{}
	for range 3000 {
		var words []string
		for range 2 + random.IntN(25) {
			words = append(words, hardPieces[random.IntN(len(hardPieces))])
		}
		text, title := strings.Join(words, " "), random.IntN(3) == 0
		s := Setting{Face: Tinos().Regular, Size: 14, Width: 250 + 250*random.Float64(), Manner: Manner(random.IntN(3)), Indent: 35 * random.Float64()}
		bind := russian.NoBreak
		if title {
			bind = russian.NoBreakTitle
			s.Manner = Balanced
		}
		lines := Break(bind(text), s)
		for i := range len(lines) - 1 {
			plain := func(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }
			if fault := faultOfEnd(plain(lines[i].Text), plain(lines[i+1].Text), title); fault != "" && faults[fault] < 5 {
				faults[fault]++
				t.Errorf("%s: %s | %s", fault, lines[i].Text, lines[i+1].Text)
			}
		}
	}
}
