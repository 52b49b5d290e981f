package generator

import (
	"cmp"
	"slices"
	"strings"

	"doklad/generator/model"
	"doklad/generator/recommendation"
)

// recommendedTask is what several are recommended alike: one text, one last day («общая
// рекомендация»).
type recommendedTask struct {
	Addressee string // in the dative
	Text      string // as a part of a sentence
	Term      string // the last day
	Day       model.Date
	Whom      string // names of those concerned; empty: of the municipality
	Count     int
	Reason    string // why they were not done, where it is asked for
	Priority  int
	Last      bool // of its list
}

// every are all recommendations.
func (r *recommended) every() []*recommendation.Recommendation {
	list := make([]*recommendation.Recommendation, len(r.list))
	for n := range r.list {
		list[n] = &r.list[n]
	}
	return list
}

// tasks are the recommendations to a kind of addressees.
func (r *recommended) tasks(to model.AddresseeKind) []recommendedTask {
	list := slices.DeleteFunc(r.every(), func(one *recommendation.Recommendation) bool { return one.To != to })
	return alikeOnes(list, func(*recommendation.Recommendation) string { return "" })
}

// alikeOnes puts recommendations of one text, one last day and one reason together, the most
// urgent first; of one urgency those that are due sooner.
func alikeOnes(all []*recommendation.Recommendation, reason func(*recommendation.Recommendation) string) []recommendedTask {
	type alike struct {
		addressee, text, reason string
		day                     model.Date
		priority                int
	}
	of := func(one *recommendation.Recommendation) alike {
		return alike{one.Addressee, one.Text, reason(one), one.Term.Day, one.Priority}
	}
	counts := map[alike]int{}
	var list []*recommendation.Recommendation // the first of each
	names := map[alike][]string{}
	for _, one := range all {
		if _, known := names[of(one)]; !known {
			list = append(list, one)
			names[of(one)] = nil
		}
		counts[of(one)]++
		if one.Unit != "" {
			names[of(one)] = append(names[of(one)], oneLine(one.Name))
		}
	}
	slices.SortStableFunc(list, func(a, b *recommendation.Recommendation) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), a.Term.Day.Compare(b.Term.Day))
	})
	tasks := make([]recommendedTask, len(list))
	for n, one := range list {
		tasks[n] = recommendedTask{Addressee: one.Addressee, Text: lowerFirst(strings.TrimRight(oneLine(one.Text), ".;")),
			Term: one.Term.Day.String(), Day: one.Term.Day, Whom: strings.Join(names[of(one)], ", "), Count: counts[of(one)], Reason: reason(one), Priority: one.Priority}
	}
	return tasks
}

// byTerm puts what is due first in front; of one day the order is kept.
func byTerm(tasks []recommendedTask) []recommendedTask {
	slices.SortStableFunc(tasks, func(a, b recommendedTask) int { return a.Day.Compare(b.Day) })
	return tasks
}

// unitAdvice are recommendations by the values of one unit, to whomever they speak.
type unitAdvice struct {
	Name string
	List []*recommendation.Recommendation
}

// byUnit parts recommendations: the municipality and its groups first, then the institutions
// in the order that is given.
func byUnit(institutions []string, list []*recommendation.Recommendation) []unitAdvice {
	type unit struct {
		subject model.Subject
		id      string
	}
	var units []unitAdvice
	at := map[unit]int{}
	for _, one := range list {
		key := unit{one.Subject, one.Unit}
		if _, known := at[key]; !known {
			at[key] = len(units)
			units = append(units, unitAdvice{Name: oneLine(one.Name)})
		}
		units[at[key]].List = append(units[at[key]].List, one)
	}
	slices.SortStableFunc(units, func(a, b unitAdvice) int {
		return cmp.Compare(slices.Index(institutions, a.List[0].Unit), slices.Index(institutions, b.List[0].Unit))
	})
	return units
}
