package narrative

import "doklad/generator/model"

// Printed is a value as a sentence says it, first without its unit, then with it: «64,2»,
// «64,2 балла».
func Printed(i model.Indicator, x float64) (number, text string) {
	number = digits(x, i.Decimals)
	return number, quantity(number, unitWords[i.Unit], is)
}

// Norm is where the norm of a year lies, in words, «не менее 68,3 балла», and its numbers;
// empty where there is none.
func Norm(i model.Indicator, year int) (text string, numbers []Number) {
	if i.Trend {
		return trendNorms[i.Direction], nil
	}
	bound, known := i.NormIn(year)
	if !known {
		return "", nil
	}
	s := speech{code: i.Code, year: year, words: map[string]string{}}
	said := s.thresholdWords(i, bound)
	return said.Text, said.Numbers
}

// PrintedChange is by how much a value changed, with its sign: «+1,4», «+1,4 процентного
// пункта».
func PrintedChange(i model.Indicator, by float64) (number, text string) {
	number = digits(by, i.Decimals)
	text = quantity(number, differenceWord(i), is)
	if by > 0 {
		text = "+" + text
	}
	return number, text
}
