package crosscheck

import (
	"fmt"
	"math"
	"slices"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// enough is how many values make quartiles worth having.
const enough = 5

// defaultFence is what lies far out (Tukey, 1977).
const defaultFence = 3

// group is what comparable institutions have in common.
type group struct {
	kind    model.InstitutionKind
	cluster string
}

// spread are the quartiles of a group.
type spread struct {
	first, third float64
	count        int
}

// group is that of a subject; not ok where it has no cluster to be compared in.
func (r *rule) group(s Subject) (g group, ok bool) {
	for _, like := range r.check.Among {
		switch like {
		case model.SameKind:
			g.kind = s.Kind
		case model.SameCluster:
			if g.cluster = s.Cluster; g.cluster == "" {
				return g, false
			}
		}
	}
	return g, true
}

// spreads are those of all groups of the subjects that the check concerns.
func (r *rule) spreads(subjects []Subject) map[group]spread {
	numbers := map[group][]float64{}
	for _, s := range subjects {
		v := s.Values[r.check.Outlier]
		if g, ok := r.group(s); ok && v.IsKnown() && r.concerns(s, model.TierInstitution) {
			numbers[g] = append(numbers[g], v.Number)
		}
	}
	spreads := map[group]spread{}
	for g, list := range numbers {
		slices.Sort(list)
		spreads[g] = spread{quantile(list, 0.25), quantile(list, 0.75), len(list)}
	}
	return spreads
}

// quantile is that of a sorted list, between two values by their distance (QUARTILE.INC).
func quantile(list []float64, part float64) float64 {
	at := part * float64(len(list)-1)
	below := int(math.Floor(at))
	if below+1 >= len(list) {
		return list[below]
	}
	return model.Fifteen(list[below] + (at-float64(below))*(list[below+1]-list[below]))
}

// outlier compares a value with those of its group.
func (r *rule) outlier(s Subject, spreads map[group]spread) verdict {
	v := s.Values[r.check.Outlier]
	if !v.IsKnown() {
		return verdict{unmade: r.check.Outlier + ": " + shown(v)}
	}
	g, ok := r.group(s)
	if !ok {
		return verdict{unmade: "учреждение не входит ни в один кластер"}
	}
	q := spreads[g]
	distance := q.third - q.first
	switch {
	case q.count < enough:
		return verdict{unmade: "сравнимых учреждений с данными меньше " + russian.Number(enough)}
	case distance == 0:
		return verdict{unmade: "у большинства сравнимых учреждений значение одно и то же"}
	}
	fence := r.check.Fence
	if fence == 0 {
		fence = defaultFence
	}
	low, high := model.Fifteen(q.first-fence*distance), model.Fifteen(q.third+fence*distance)
	x, bound := model.Fifteen(v.Number), high
	switch {
	case x < low:
		bound = low
	case x <= high:
		return verdict{}
	}
	return verdict{finding: &Finding{Left: x, Right: bound, Text: fmt.Sprintf(
		"%s = %s, а у половины сравнимых учреждений (всего их %d) – от %s до %s",
		r.check.Outlier, number(x, digits(x)), q.count, number(q.first, few), number(q.third, few))}}
}
