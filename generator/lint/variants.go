package lint

import (
	"maps"
	"slices"
)

// use is one place where a thing is written in some form.
type use struct {
	paper  *paper
	text   *text
	offset int    // in bytes
	form   string // what is compared
	words  string // what is quoted
	told   bool   // Order tells of this place already
}

func (u use) at() spot { return u.text.at(u.offset) }

// rarer compares the uses within one order. It gives the first use of the rarer of
// the first two forms, of the later form when they are equal, and the first use of
// the other one.
func rarer(uses []use) (rare, usual use, mixed bool) {
	first := map[string]int{}
	count := map[string]int{}
	var forms []string
	for i, u := range uses {
		if count[u.form]++; count[u.form] == 1 {
			first[u.form] = i
			forms = append(forms, u.form)
		}
	}
	if len(forms) < 2 {
		return use{}, use{}, false
	}
	a, b := forms[0], forms[1]
	if count[a] < count[b] {
		a, b = b, a
	}
	return uses[first[b]], uses[first[a]], true
}

// usage gathers how several orders write each term: the first use of each form in
// each order.
type usage struct {
	uses map[string][]use // by term
	seen map[formIn]bool
}

type formIn struct {
	paper      *paper
	term, form string
}

func newUsage() *usage { return &usage{map[string][]use{}, map[formIn]bool{}} }

func (u *usage) add(term string, one use) {
	if id := (formIn{one.paper, term, one.form}); !u.seen[id] {
		u.seen[id] = true
		u.uses[term] = append(u.uses[term], one)
	}
}

// disagreements visits every use whose form is not the one that most orders have,
// with an example of another form. Where no form leads, every use is visited: it is
// not for us to say which order is right.
func (u *usage) disagreements(visit func(odd, other use)) {
	for _, term := range slices.Sorted(maps.Keys(u.uses)) {
		uses := u.uses[term]
		count := map[string]int{}
		for _, one := range uses {
			count[one.form]++
		}
		leader := leading(count)
		for _, one := range uses {
			other, found := example(uses, one, leader)
			if found && one.form != leader && !one.told {
				visit(one, other)
			}
		}
	}
}

// leading is the form that more orders have than any other; empty for a tie.
func leading(count map[string]int) string {
	leader, most := "", 0
	for form, n := range count {
		if n > most {
			leader, most = form, n
		} else if n == most {
			leader = ""
		}
	}
	return leader
}

// example finds another form in another order, the leading one if there is one.
func example(uses []use, of use, leader string) (use, bool) {
	for _, one := range uses {
		if one.form != of.form && one.paper != of.paper && (leader == "" || one.form == leader) {
			return one, true
		}
	}
	return use{}, false
}
