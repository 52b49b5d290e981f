package source

import (
	"slices"
	"strings"
)

// reservedNames are devices of Windows: no file may be called so.
var reservedNames = strings.Fields("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")

// refusedByWindows says why Windows refuses a file name; empty: it does not.
// Papers are called by the names of their data, and go to colleagues.
func refusedByWindows(name string) string {
	switch {
	case strings.ContainsAny(name, `<>:"/\|?*`):
		return `содержит один из знаков < > : " / \ | ? *`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "кончается точкой или пробелом"
	case slices.Contains(reservedNames, strings.ToLower(name)):
		return "занято системой"
	}
	return ""
}
