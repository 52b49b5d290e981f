package ics

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// check finds what cannot be written so that every program reads it.
func check(c Calendar) error {
	switch {
	case !areUTF8(c.Name, c.Description):
		return errNotUTF8
	case strings.TrimSpace(clean(c.Name)) == "":
		return errors.New("нет названия")
	case !hasYear(c.Stamp.UTC()):
		return errors.New("нет времени составления")
	case len(c.Events) == 0: // RFC 5545, 3.6: one component at least
		return errors.New("нет ни одного события")
	}
	numbers := map[string]int{}
	for i, event := range c.Events {
		if err := checkEvent(event); err != nil {
			return fmt.Errorf("событие %d: %w", i+1, err)
		}
		if other, twice := numbers[event.UID]; twice {
			return fmt.Errorf("событие %d: UID «%s» уже у события %d", i+1, event.UID, other)
		}
		numbers[event.UID] = i + 1
	}
	return nil
}

var errNotUTF8 = errors.New("текст не в кодировке UTF-8")

func areUTF8(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(text string) bool { return !utf8.ValidString(text) })
}

func checkEvent(e Event) error {
	if !areUTF8(e.Summary, e.Description, e.URL) || !areUTF8(e.Categories...) {
		return errNotUTF8
	}
	if err := checkUID(e.UID); err != nil {
		return err
	}
	if e.URL != "" {
		if _, err := uri(e.URL); err != nil {
			return err
		}
	}
	switch {
	case strings.TrimSpace(clean(e.Summary)) == "":
		return errors.New("нет названия")
	case !hasYear(e.First) || !hasYear(e.Last) || !hasYear(day(e.Last).AddDate(0, 0, 1)):
		return errors.New("нет дня или год не из четырёх цифр")
	case day(e.Last).Before(day(e.First)):
		return errors.New("последний день раньше первого")
	case e.Cancelled && e.Done:
		return errors.New("и отменено, и исполнено")
	case slices.ContainsFunc(e.Remind, func(days int) bool { return days < 0 }):
		return errors.New("напоминание после последнего дня")
	case e.Sequence < 0:
		return errors.New("номер изменения меньше нуля")
	}
	return nil
}

// checkUID wants what every program keeps as it is: no spaces, no signs to escape,
// 255 octets at most (RFC 7986, 5.3).
func checkUID(uid string) error {
	if uid == "" || len(uid) > 255 || strings.ContainsFunc(uid, func(r rune) bool {
		return r <= ' ' || r > '~' || strings.ContainsRune(`,;\`, r)
	}) {
		return fmt.Errorf("UID %q не годится: нужны от 1 до 255 знаков ASCII без пробелов, запятых, точек с запятой и обратных косых", uid)
	}
	return nil
}

// hasYear refuses the zero time and years that are not of four digits (RFC 5545, 3.3.4).
func hasYear(t time.Time) bool {
	return !t.IsZero() && 1 <= t.Year() && t.Year() <= 9999
}
