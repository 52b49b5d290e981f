package recommendation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/schedule"
)

// Rules are the criteria of a catalogue, ready to be applied («правила рекомендаций»). What
// has a fault is not among them, so that no rule that breaks a guard is ever applied. They
// may be used by many at once.
type Rules struct {
	// By code of the indicator: rules of one addressee together, those that say most of
	// their condition first.
	rules    map[string][]rule
	decimals map[string]int
}

// rule is one criterion; what it leaves unsaid is filled in.
type rule struct {
	model.Criterion
	condition  *formula.Formula // nil: none
	term       schedule.Reading
	remedy     string // the same where it is one recommendation
	particular int    // how much is said of the condition

	code     string
	key      string // «criterion[2]»
	isFaulty bool
}

// Fault is a problem of one criterion; its key is that within the indicator.
type Fault struct {
	Code string // of the indicator
	diag.Problem
}

// NewRules makes rules of the criteria of a catalogue. Its faults are those that only the
// catalogue as a whole can tell; those of a criterion by itself are told by [Faults].
func NewRules(c model.Catalogue) (*Rules, []Fault) {
	set := &Rules{rules: map[string][]rule{}, decimals: map[string]int{}}
	all := c.All()
	var codes []string
	for _, i := range all {
		codes = append(codes, i.Code)
		set.decimals[i.Code] = i.Decimals
	}
	w := &weighing{Catalogue: c, codes: codes, restricted: model.Restricted(all)}
	for _, i := range all {
		faulty := map[string]bool{} // by the key of the criterion
		for _, p := range Faults(i) {
			key, _, _ := strings.Cut(p.Key, ".")
			faulty[key] = true
		}
		for n, criterion := range i.Criteria {
			if key := keyOf(n); !faulty[key] {
				w.rules = append(w.rules, w.compile(i, criterion, key))
			}
		}
	}
	w.guard()
	w.contradictions()
	w.remedies()
	for _, r := range w.rules {
		if !r.isFaulty {
			set.rules[r.code] = append(set.rules[r.code], r)
		}
	}
	for _, list := range set.rules {
		slices.SortStableFunc(list, func(a, b rule) int {
			return cmp.Or(cmp.Compare(slices.Index(model.AddresseeKinds, a.To), slices.Index(model.AddresseeKinds, b.To)), cmp.Compare(b.particular, a.particular))
		})
	}
	return set, w.faults
}

func keyOf(criterion int) string { return fmt.Sprintf("criterion[%d]", criterion+1) }

// weighing is a catalogue while its rules are weighed against one another.
type weighing struct {
	model.Catalogue
	codes      []string
	restricted map[string]bool
	rules      []rule
	faults     []Fault
}

// tell reports a fault of a rule, which is then not applied.
func (w *weighing) tell(r *rule, field string, p diag.Problem) {
	r.isFaulty = true
	if p.Key = r.key; field != "" {
		p.Key += "." + field
	}
	w.faults = append(w.faults, Fault{r.code, p})
}

func (w *weighing) compile(i model.Indicator, c model.Criterion, key string) rule {
	c.Of, c.To, c.Priority = c.SubjectOf(i), c.AddresseeOf(i), c.Urgency()
	for _, text := range wordsOf(&c) {
		*text.of = strings.Join(strings.Fields(*text.of), " ")
	}
	r := rule{Criterion: c, term: schedule.Parse(c.Term), code: i.Code, key: key}
	if r.remedy = "мера " + c.Remedy; c.Remedy == "" {
		r.remedy = "текст " + russian.Fold(c.Text) + ", " + russian.Fold(c.Term)
	}
	for _, said := range []bool{c.Level != "" || c.Zone != "", c.When != "", len(c.Kinds) > 0, len(c.Clusters) > 0} {
		if said {
			r.particular++
		}
	}
	w.condition(&r)
	return r
}

// condition compiles the condition over other indicators.
func (w *weighing) condition(r *rule) {
	if strings.TrimSpace(r.When) == "" {
		return
	}
	f, problems := formula.Compile(r.When, w.codes)
	for _, p := range problems {
		w.tell(r, "when", p)
	}
	switch {
	case f == nil:
	case !f.IsCondition():
		w.tell(r, "when", diag.Errorf("", "нужно условие, а формула даёт число").WithHint("впишите сравнение: when = \"DV04 >= 10\""))
	default:
		r.condition = f
		tier, whose := model.TierInstitution, "учреждения"
		if r.Of != model.OfInstitution {
			tier, whose = model.TierMunicipality, "муниципалитета"
		}
		for _, code := range f.Codes() {
			if part, _ := w.Indicator(code); !part.Tier.Covers(tier) {
				w.tell(r, "when", diag.Errorf("", "«%s» – показатель не %s, а вывод о нём", code, whose).WithHint("возьмите другой показатель или исправьте of"))
			}
		}
	}
}

// guard finds rules of restricted results that say what must not follow of them. A remedy
// is guarded as a whole, for its rules are printed as one recommendation.
func (w *weighing) guard() {
	restricted := map[string]bool{} // by remedy
	for _, r := range w.rules {
		if w.isRestricted(r) {
			restricted[r.remedy] = true
		}
	}
	for n := range w.rules {
		r := &w.rules[n]
		if !restricted[r.remedy] {
			continue
		}
		for _, text := range wordsOf(&r.Criterion) {
			if word := forbiddenByResults(*text.of); word != "" {
				w.tell(r, text.key, diag.Errorf("", "по результатам ВПР нельзя ни оценивать и оплачивать труд педагогов, ни сравнивать школы местами: «%s»", word).
					WithHint("опишите, чему научить, что разобрать или чем помочь; меру, общую с другими показателями, вынесите в отдельный remedy"))
			}
		}
	}
}

// isRestricted: the indicator, the condition, or the words are of results of ВПР.
func (w *weighing) isRestricted(r rule) bool {
	if w.restricted[r.code] || r.condition != nil && slices.ContainsFunc(r.condition.Codes(), func(code string) bool { return w.restricted[code] }) {
		return true
	}
	return slices.ContainsFunc(wordsOf(&r.Criterion), func(t printed) bool { return model.NamesVPR(*t.of) })
}

// printed is a text of a criterion that comes on paper.
type printed struct {
	key string
	of  *string
}

func wordsOf(c *model.Criterion) []printed {
	return []printed{{"text", &c.Text}, {"addressee", &c.Addressee}, {"term", &c.Term},
		{"responsible", &c.Responsible}, {"expected", &c.Expected}, {"reporting", &c.Reporting}}
}
