package intake

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/sheet"
)

// judge compares a number with what the indicator allows. A sum over institutions is
// not bound by what one of them can have.
func (i *indicator) judge(a *answer, who *sender) {
	if !a.value.IsKnown() || !a.isTaken() {
		return
	}
	x := a.value.Number
	switch {
	case i.Unit == model.UnitYesNo && x != 0 && x != 1:
		a.refuse(codeRange, "напишите «да» или «нет» (или 1, 0)", "%s – не ответ «да» или «нет»", printed(x))
		return
	case i.whole && x != math.Trunc(x):
		a.refuse(codeWhole, "впишите целое число", "%s: в единицах «%s» дробей не бывает", printed(x), i.Unit)
		return
	}
	if who.isOffice() && i.Total == model.TotalSum {
		return
	}
	switch {
	case !i.Range.IsZero() && !i.Range.Has(x):
		a.refuse(codeRange, "проверьте число", "%s – вне границ: бывает %s", printed(x), i.Range)
	case !i.Usual.IsZero() && !i.Usual.Has(x):
		a.add(faultf(codeUnusual, "если число верно, объясните его в примечании", "%s – необычно: обычно %s", printed(x), i.Usual).as(diag.Warning))
	}
}

// tells reports whether an institution fills an indicator.
func (i *indicator) tells(who *sender) bool {
	if who.isOffice() {
		return !i.derived && i.Tier.Covers(model.TierMunicipality)
	}
	return !i.derived && i.Tier.Covers(model.TierInstitution) && i.Concerns(who.kind)
}

// whyNot tells why an institution does not fill an indicator.
func (i *indicator) whyNot(who *sender) fault {
	switch {
	case i.derived:
		return faultf(codeDerived, "очистите ячейку", "показатель %s считает программа, его не заполняют", i.Code)
	case who.isOffice():
		return faultf(codeAlien, "впишите число в строку учреждения", "показатель %s – об учреждениях, а не о муниципалитете в целом", i.Code)
	case !i.Tier.Covers(model.TierInstitution):
		return faultf(codeAlien, "очистите ячейку", "показатель %s – о муниципалитете в целом, а не об учреждении", i.Code)
	}
	return faultf(codeAlien, "очистите ячейку или напишите «не применимо»", "показателя %s у учреждения этого вида (%s) нет", i.Code, who.kind)
}

// isAsked reports whether an empty cell is one that should have been filled: what the
// office tells of all may come of its institutions.
func (i *indicator) isAsked(who *sender) bool {
	return i.tells(who) && (!who.isOffice() || i.Tier == model.TierMunicipality)
}

func shareFault(x float64) fault {
	return faultf(codeShare, "если это доля, впишите проценты: "+printed(model.Fifteen(x*100))+"; если меньше процента, оставьте как есть",
		"похоже на долю: %s – это %s %%?", printed(x), printed(model.Fifteen(x*100))).as(diag.Warning)
}

// dateHint says what may have been typed before the spreadsheet made a day of it.
func dateHint(c sheet.Cell) string {
	const anew = "задайте ячейке формат «Числовой» и впишите число заново"
	if c.Day.IsZero() {
		return anew
	}
	day, month := strconv.Itoa(c.Day.Day), strconv.Itoa(int(c.Day.Month))
	return fmt.Sprintf("может быть, набрали «%s.%s» или «%s-%s»; %s, с запятой", day, month, day, month, anew)
}

// printed is a number as it is written in Russian; one of very many digits with a power of
// ten: 1,5·10^300.
func printed(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if len(s) > 25 {
		mantissa, power, _ := strings.Cut(strconv.FormatFloat(model.Fifteen(x), 'e', -1, 64), "e")
		n, _ := strconv.Atoi(power)
		s = mantissa + "·10^" + strconv.Itoa(n)
	}
	return russianSigns.Replace(s)
}

var russianSigns = strings.NewReplacer(".", ",", "-", "−")
