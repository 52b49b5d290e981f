package russian

import (
	"strings"
	"testing"
)

func TestFileName(t *testing.T) {
	for s, want := range map[string]string{
		"ds-02": "ds-02",
		"Руководители ОО (пример)":  "rukovoditeli-oo-primer",
		"МБДОУ «Детский сад № 5»":   "mbdou-detskiy-sad-5",
		"Съезд, объединение, щётка": "sezd-obedinenie-shchetka",
		"CON":                        "con-1",
		"com1":                       "com1-1",
		"..":                         "",
		"а/б\\в:г*д?":                "a-b-v-g-d",
		strings.Repeat("слово ", 40): "slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo",
		"  . ":                       "",
		"日本":                         "",
	} {
		if got := FileName(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
