package formula

import (
	"errors"
	"strings"

	"github.com/expr-lang/expr/file"

	"doklad/generator/diag"
)

// unreadable says where the formula cannot be read.
func unreadable(text string, err error) diag.Problem {
	runes := []rune(text)
	offset := len(runes)
	var fault *file.Error
	if errors.As(err, &fault) {
		offset = min(fault.From, offset)
	}
	rest := strings.TrimSpace(string(runes[offset:]))
	switch {
	case strings.TrimSpace(text) == "":
		return at(0, "формула пуста").WithHint("%s", usage)
	case fault != nil && strings.Contains(fault.Message, "EOF") || rest == "":
		return at(len(runes), "формула не дописана").WithHint("проверьте, закрыты ли скобки и что стоит после знака")
	case fault != nil && strings.Contains(fault.Message, "maximum allowed nodes"):
		return at(offset, "формула слишком сложна").WithHint("посчитайте часть в отдельном показателе и назовите его код")
	}
	hint := usage
	switch {
	case strings.HasPrefix(rest, ","):
		hint = "дробь пишется с точкой: 0.5"
	case strings.ContainsRune("−–—×·÷:", []rune(rest)[0]):
		hint = "знаки набираются с клавиатуры: дефис - вместо минуса, * вместо ×, / вместо ÷"
	}
	return at(offset, "формула не читается с «%s»", shortened(rest)).WithHint("%s", hint)
}

func shortened(s string) string {
	const enough = 20
	if runes := []rune(s); len(runes) > enough {
		return string(runes[:enough]) + "…"
	}
	return s
}
