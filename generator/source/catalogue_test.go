package source

import (
	"testing"
	"testing/fstest"

	"doklad/data"
)

func TestX(t *testing.T) {
	c := Open(fstest.MapFS{}, data.Common).Catalogue(".")
	for _, p := range c.Problems {
		t.Error(p)
	}
}
