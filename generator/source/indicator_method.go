package source

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// checkMethods finds changes of a method that tell no year, or nothing: whoever compares
// two years is shown the text.
func checkMethods(l *diag.List, key string, i model.Indicator) {
	const first, last = 1990, 2100
	for n, m := range i.Methods {
		at := key + "." + indexed("method", n)
		sameYear := func(other model.MethodChange) bool { return other.Year == m.Year }
		switch {
		case m.Year < first || m.Year > last:
			l.Add(diag.Errorf(at+".year", "год смены методики – %d", m.Year).
				WithHint("впишите первый год, за который считают по-новому: year = 2022"))
		case slices.ContainsFunc(i.Methods[:n], sameYear):
			l.Add(diag.Errorf(at+".year", "смена методики в %d году описана дважды", m.Year).WithHint("оставьте одну запись [[indicator.method]]"))
		}
		if strings.TrimSpace(m.Text) == "" {
			l.Add(diag.Errorf(at+".text", "не сказано, что в методике изменилось").
				WithHint("впишите text = \"…\": что теперь считают иначе"))
		}
	}
}
