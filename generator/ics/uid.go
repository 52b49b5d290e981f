package ics

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// readableLength keeps a UID far below 255 octets (RFC 7986, 5.3).
const readableLength = 60

// UID names an event by whatever names it, from the widest to the narrowest: the same
// parts give the same UID, other parts another. The Latin letters and digits of the
// parts are there to be read, the digest tells them apart.
func UID(parts ...string) string {
	digest := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(digest, "%d:%s", len(part), part) // «a», «bc» are not «ab», «c»
	}
	words := strings.FieldsFunc(strings.Join(parts, "-"), func(r rune) bool {
		return !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
	})
	readable := strings.Join(words, "-")
	readable = readable[:min(readableLength, len(readable))]
	if readable != "" {
		readable += "-"
	}
	return readable + hex.EncodeToString(digest.Sum(nil)[:16]) + "@doklad"
}
