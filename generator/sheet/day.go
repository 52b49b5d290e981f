package sheet

import (
	"fmt"
	"math"
	"time"

	"doklad/generator/model"
)

const (
	secondsADay = 24 * 60 * 60
	lastSerial  = 2_958_465 // 31.12.9999 from 1900
	leap1900    = 60        // 29.02.1900, which Excel has after Lotus and the calendar has not
	from1904    = 1462      // days from 1900's first to 1904's
)

// setDay reads a number of days as Excel shows it. Days that no calendar has become
// a Fault: nobody can have meant them.
func (c *Cell) setDay(x float64, date1904 bool) {
	days, second := dayAndSecond(x)
	if date1904 {
		days += from1904
	}
	switch {
	case x < 0 || days > lastSerial:
		c.Kind, c.Text = Fault, "########"
		return
	case days == 0:
		c.Kind, c.Text = Fault, "00.01.1900"
	case days == leap1900:
		c.Kind, c.Text = Fault, "29.02.1900"
	case days < leap1900:
		c.Kind, c.Day = Day, serialDay(days+1)
	default:
		c.Kind, c.Day = Day, serialDay(days)
	}
	if c.Kind == Day {
		c.Text = c.Day.String()
	}
	if second > 0 {
		c.Text += " " + clockText(float64(second)/secondsADay, second%60 != 0)
	}
}

// serialDay counts from 30.12.1899, by which days from March 1900 on are right.
func serialDay(days int) model.Date {
	return model.DateOf(time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC))
}

func dayAndSecond(x float64) (days, second int) {
	if x < 0 || x > lastSerial+1 {
		return lastSerial + 1, 0
	}
	total := int64(math.Round(x * secondsADay))
	return int(total / secondsADay), int(total % secondsADay)
}

// clockText is a time of day or a span of more hours: 9:05, 36:30:15.
func clockText(x float64, seconds bool) string {
	sign := ""
	if x < 0 {
		sign, x = "−", -x
	}
	if x > lastSerial {
		return "########"
	}
	total := int64(math.Round(x * secondsADay))
	text := fmt.Sprintf("%s%d:%02d", sign, total/3600, total/60%60)
	if seconds {
		text += fmt.Sprintf(":%02d", total%60)
	}
	return text
}

// setISO reads a day as the strict form may keep it: 2021-06-25, 2021-06-25T14:30:00Z.
func (r *rowReader) setISO(c *Cell, value string) {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05", time.RFC3339} {
		t, err := time.Parse(layout, value)
		if err != nil {
			continue
		}
		c.Kind, c.Day = Day, model.DateOf(t)
		c.Text = c.Day.String()
		if second := t.Hour()*3600 + t.Minute()*60 + t.Second(); second > 0 {
			c.Text += " " + clockText(float64(second)/secondsADay, second%60 != 0)
		}
		c.Number = t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
		return
	}
	if t, err := time.Parse("15:04:05", value); err == nil {
		c.Kind = Clock
		c.Number = float64(t.Hour()*3600+t.Minute()*60+t.Second()) / secondsADay
		c.Text = clockText(c.Number, t.Second() != 0)
		return
	}
	r.fail("вместо дня стоит «%s»", clip([]byte(value)))
}
