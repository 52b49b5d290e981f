package pdf

import (
	"strings"
	"testing"

	"doklad/generator/typeset"
)

func TestWorstLines(t *testing.T) {
	text := strings.Repeat("Сведения о качестве дошкольного образования в округе проверены и представлены в установленный срок. ", 20)
	d, o := document(t, "#title Заголовок\n"+text+"\n"+text), Options{Profile: gost2025(t)}
	widest, narrowest, problems := WorstLines(d, o, 3)
	if len(problems) > 0 || len(widest) != 3 || len(narrowest) != 3 {
		t.Fatal(widest, narrowest, problems)
	}
	if widest[0].Share < widest[1].Share || narrowest[0].Share > narrowest[1].Share || widest[2].Share <= 1 || narrowest[2].Share >= 1 {
		t.Errorf("not the worst first: %v, %v", widest, narrowest)
	}
	// The spaces of a line, so much wider, make it as wide as the text: 170 mm, the
	// first line of a paragraph 157.5 mm.
	for _, line := range append(widest, narrowest...) {
		face := typeset.Tinos().Regular
		gaps := float64(strings.Count(line.Text, " "))
		width := face.Width(line.Text, 14) + gaps*(line.Share-1)*face.Width(" ", 14)
		if strings.HasPrefix(line.Text, "Сведения о качестве дошкольного") && width < 160*mm {
			width += 12.5 * mm
		}
		near(t, line.Text, width, 170*mm)
	}
}
