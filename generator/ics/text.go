package ics

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
)

// lineBreaks are all of Unicode: some readers divide the file at any of them.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// clean takes out what no text may have (RFC 5545, 3.1, CONTROL). The library escapes
// the line feeds that are left.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, lineBreaks.Replace(text))
}

// uri writes an address in the characters that it may have (RFC 3986, 2): Russian
// letters and spaces as they come from the address bar are put into octets.
func uri(address string) (string, error) {
	parsed, err := url.Parse(address)
	if err != nil || !parsed.IsAbs() || parsed.Host == "" && parsed.Path == "" && parsed.Opaque == "" {
		return "", fmt.Errorf("«%s» – не адрес: нужен полный, например https://example.org/1", clean(address))
	}
	var b strings.Builder
	for _, octet := range []byte(parsed.String()) {
		if octet <= ' ' || octet > '~' || strings.IndexByte("\"<>\\^`{|}", octet) >= 0 {
			fmt.Fprintf(&b, "%%%02X", octet)
		} else {
			b.WriteByte(octet)
		}
	}
	return b.String(), nil
}
