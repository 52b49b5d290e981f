package lint

import (
	"regexp"
	"strings"
)

// titleAbbreviation ends a title with a stop of its own: «2021–2024 гг.», «Иванова И.И.».
var titleAbbreviation = regexp.MustCompile(`(?:^|[\s\d.,\x{A0}])(?:гг?|вв?|др|пр|т|[дпс]|руб|коп|тыс|млн|чел|обл|р-н|ул|им|ст|кв|уч|экз|[А-ЯЁ])\.$`)

// titleStops: a title has no full stop (layout rules, 1.6).
func titleStops(p *paper) {
	for i := range p.texts {
		t := &p.texts[i]
		if t.part != heading && t.key != "title" {
			continue
		}
		words := strings.TrimSpace(t.words)
		if !strings.HasSuffix(words, ".") || strings.HasSuffix(words, "..") || titleAbbreviation.MatchString(lastBytes(words, 20)) {
			continue
		}
		p.tell("TTL-DOT", t.at(strings.LastIndexByte(t.words, '.')), "уберите точку", "точка в конце заголовка: «…%s»", tail(words))
	}
}
