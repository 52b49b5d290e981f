package model

import "strings"

// INNFault says what is wrong with an INN: 10 digits of an organization, 12 of a
// person, the last of them checking the others (приказ ФНС от 29.06.2012
// № ММВ-7-6/435@). Empty: nothing is.
func INNFault(inn string) string {
	switch {
	case strings.Trim(inn, "0123456789") != "":
		return "в ИНН должны быть только цифры"
	case len(inn) != 10 && len(inn) != 12:
		return "в ИНН должно быть 10 цифр (у предпринимателя 12)"
	case strings.HasPrefix(inn, "00"):
		return "ИНН не начинается с 00: это код региона"
	case !checksINN(inn):
		return "контрольная цифра ИНН не сходится"
	}
	return ""
}

var innWeights = []int{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}

// checksINN: the tenth digit checks nine; the eleventh checks ten, the twelfth eleven.
func checksINN(inn string) bool {
	if len(inn) == 10 {
		return checkDigit(inn[:9]) == inn[9]
	}
	return checkDigit(inn[:10]) == inn[10] && checkDigit(inn[:11]) == inn[11]
}

func checkDigit(digits string) byte {
	sum := 0
	for i, w := range innWeights[len(innWeights)-len(digits):] {
		sum += w * int(digits[i]-'0')
	}
	return byte('0' + sum%11%10)
}
