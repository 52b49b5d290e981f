package form

import (
	"strconv"

	"doklad/generator/russian"
)

// FreeName is the name of the file of a form: by the ID, else by the name, else a
// number; one that is not taken yet, letter case aside.
func FreeName(id, name string, taken map[string]bool) string {
	base := russian.FileName(id)
	if base == "" {
		base = russian.FileName(name)
	}
	if base == "" {
		base = "forma"
	}
	free := base
	for n := 2; taken[free]; n++ {
		free = base + "-" + strconv.Itoa(n)
	}
	taken[free] = true
	return free
}
