package form

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Key is a hidden cell that tells what its row is about, wherever people move the row.
// It ends with a sum of its own: what the fill handle of Excel made of it is known.
func Key(parts ...string) string {
	escaped := make([]string, len(parts))
	for i, part := range parts {
		escaped[i] = escapeKey.Replace(part)
	}
	key := strings.Join(escaped, "|")
	return key + "|" + Sum(key)
}

// ParseKey gives the parts back; ok is false for what is no key, or is damaged.
func ParseKey(key string) (parts []string, ok bool) {
	key = strings.TrimSpace(key)
	at := strings.LastIndexByte(key, '|')
	if at < 0 || Sum(key[:at]) != key[at+1:] {
		return nil, false
	}
	parts = strings.Split(key[:at], "|")
	for i := range parts {
		parts[i] = unescapeKey.Replace(parts[i])
	}
	return parts, true
}

var (
	escapeKey   = strings.NewReplacer("%", "%25", "|", "%7C", "\n", "%0A", "\r", "%0D")
	unescapeKey = strings.NewReplacer("%25", "%", "%7C", "|", "%0A", "\n", "%0D", "\r")
)

// Sum is a short sum of texts: enough to find a change, not to keep a secret.
func Sum(texts ...string) string {
	h := sha256.New()
	for _, text := range texts {
		h.Write([]byte(text))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}
