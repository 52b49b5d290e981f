package lint_test

import (
	"fmt"
	"testing"
	"time"

	"doklad/generator/lint"
)

func TestTmp(t *testing.T) {
	s := time.Now()
	for _, m := range mutations[:5] {
		o := valid()
		m.change(o, directory())
		x := o.Preamble + o.Roadmap.Sections[1].Activities[0].Text + o.Roadmap.Sections[1].Activities[0].Responsible
		s = time.Now()
		lint.Order(strange(x), directory())
		fmt.Println(len(x), time.Since(s))
	}
}
