package lint

import (
	"slices"
	"strings"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// executors reads the cells «ответственные» by the directory: each name known, parted
// from the next one, and the same in every row.
func executors(p *paper) {
	if len(p.directory.Organizations)+len(p.directory.Institutions) == 0 {
		return // with nothing to compare with, every name would be unknown
	}
	r := newRoll(p)
	var cells []use
	for i := range p.rows {
		t := p.text(&p.rows[i], bodies)
		if t == nil || isBlank(t.words) {
			continue
		}
		form := "small"
		if startsCapital(t.words) {
			form = "capital"
		}
		cells = append(cells, use{paper: p, text: t, form: form, words: t.words})
		r.cell(t)
	}
	r.severalNames()
	if rare, usual, mixed := rarer(cells); mixed {
		p.tell("EXEC-NAME", rare.at(), "пишите одинаково: «"+short(withCapital(rare.words))+"»",
			"ячейки начинаются то с прописной, то со строчной буквы: «%s» и «%s»", short(rare.words), short(usual.words))
	}
}

// roll is what the cells of one roadmap name.
type roll struct {
	paper    *paper
	roster   *model.Roster
	bodies   map[string]model.Organization
	known    []string            // all names of the directory
	named    map[string][]naming // by ID of the body: the first place of each form
	order    []string            // IDs as they come
	unknown  map[string]bool
	external map[string]bool // bodies outside, already told
}

func newRoll(p *paper) *roll {
	r := &roll{
		paper: p, roster: p.directory.Roster(), bodies: map[string]model.Organization{},
		named: map[string][]naming{}, unknown: map[string]bool{}, external: map[string]bool{},
	}
	for _, o := range p.directory.Bodies() {
		r.bodies[o.ID] = o
		r.known = append(r.known, o.Names()...)
	}
	return r
}

func (r *roll) cell(t *text) {
	all := r.roster.Responsible(t.words)
	agreed := strings.Contains(t.words, "согласовани")
	for i, name := range all {
		at := spot{t.key, t.path, name.Offset}
		switch {
		case name.ID == "":
			r.unknownName(at, name.Name)
			continue
		case name.Joined:
			r.paper.tell("EXEC-SEP", at, "«"+all[i-1].Name+", "+name.Name+"»",
				"нет разделителя между ответственными: «%s %s»", all[i-1].Name, name.Name)
		}
		r.name(name, at)
		if body := r.bodies[name.ID]; body.External && !agreed && !r.external[name.ID] {
			r.external[name.ID] = true
			r.paper.tell("ORD-NOACK", at, "«"+name.Name+" (по согласованию)»", "поручено органу, который не подчинён: «%s»", name.Name)
		}
	}
}

// naming is a body called in some way.
type naming struct {
	form string
	at   spot
}

func (r *roll) name(name model.Responsible, at spot) {
	places := r.named[name.ID]
	if len(places) == 0 {
		r.order = append(r.order, name.ID)
	}
	if !slices.ContainsFunc(places, func(n naming) bool { return n.form == name.Name }) {
		r.named[name.ID] = append(places, naming{name.Name, at})
	}
}

// mostGuesses bounds the search for like names: where so many are unknown, the
// directory itself is unfinished.
const mostGuesses = 50

func (r *roll) unknownName(at spot, name string) {
	if r.unknown[name] {
		return
	}
	r.unknown[name] = true
	hint := "впишите его в organizations.toml"
	if len(r.unknown) <= mostGuesses {
		if nearest, found := russian.Nearest(name, r.known); found {
			hint = "может быть, «" + nearest + "»? если нет, " + hint
		}
	}
	r.paper.tell("EXEC-NAME", at, hint, "ответственного нет в справочнике: «%s»", short(name))
}

// severalNames: one body is called one way in a roadmap. The full name is right if it
// is used at all, else the first one.
func (r *roll) severalNames() {
	for _, id := range r.order {
		places := r.named[id]
		right := places[0].form
		for _, n := range places {
			if n.form == r.bodies[id].Full.Nominative {
				right = n.form
			}
		}
		for _, n := range places {
			// A name that begins a cell may have a capital for that reason alone.
			if n.form == right || n.at.offset == 0 && withSmall(n.form) == withSmall(right) {
				continue
			}
			r.paper.tell("EXEC-NAME", n.at, "пишите одинаково: «"+right+"»", "один исполнитель назван по-разному: «%s» и «%s»", n.form, right)
		}
	}
}
