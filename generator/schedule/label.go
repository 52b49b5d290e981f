package schedule

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"doklad/generator/model"
	"doklad/generator/russian"
)

var (
	yearID    = regexp.MustCompile(`^\d{4}$`)
	schoolID  = regexp.MustCompile(`^\d{4}/\d{4}$`)
	halfID    = regexp.MustCompile(`^(\d{4})-H([12])$`)
	quarterID = regexp.MustCompile(`^(\d{4})-Q([1-4])$`)
	monthID   = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
)

var roman = map[string]string{"1": "I", "2": "II", "3": "III", "4": "IV"}

// Label is the occurrence as a paper calls it: «2022 год», «III квартал 2022 г.»,
// «15.03.2022»; empty where the activity is due but once.
func (o Occurrence) Label() string {
	switch id := o.ID; {
	case yearID.MatchString(id):
		return id + " год"
	case schoolID.MatchString(id):
		return id + " учебный год"
	case halfID.MatchString(id):
		m := halfID.FindStringSubmatch(id)
		return fmt.Sprintf("%s полугодие %s г.", roman[m[2]], m[1])
	case quarterID.MatchString(id):
		m := quarterID.FindStringSubmatch(id)
		return fmt.Sprintf("%s квартал %s г.", roman[m[2]], m[1])
	case monthID.MatchString(id):
		if day, err := time.Parse("2006-01", id); err == nil {
			return fmt.Sprintf("%s %d г.", russian.MonthName(day.Month(), russian.Nominative), day.Year())
		}
	case len(id) >= toDay:
		if day, err := model.ParseDate(id[:toDay]); err == nil {
			return strings.TrimSpace(day.String() + strings.Replace(id[toDay:], "-", " № ", 1))
		}
	}
	return o.ID
}
