package narrative

import (
	"math"

	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// peers says how the value compares. A share of a small group is compared with nothing,
// and where nobody may be ranked it is not said who is better.
func (t *telling) peers() {
	if t.Now.Small {
		return
	}
	i := t.Indicator
	for _, p := range t.Peers {
		decimals, what := i.Decimals, Value
		if p.FromCatalogue {
			decimals, what = max(decimals, decimalsOf(p.Value)), Reference
		}
		shown := model.Round(p.Value, decimals)
		n := Number{Printed: digits(shown, decimals), Code: t.code, Unit: p.ID, Year: t.Year, What: what}
		if p.FromCatalogue {
			n.Unit = p.Name
		}
		t.name("Peer", p.Name)
		t.quantity("PeerValue", n, unitWords[i.Unit], is)
		difference := model.Fifteen(i.Round(t.Now.Number) - shown)
		t.quantity("By", t.number(digits(math.Abs(difference), decimals), Difference), differenceWord(i), by)
		t.verdict("Better", i.Unranked == "" && i.Better(t.Now.Number, shown))
		t.verdict("Worse", i.Unranked == "" && i.Better(shown, t.Now.Number))
		switch {
		case difference > 0:
			t.say("above")
		case difference < 0:
			t.say("below")
		default:
			t.say("equal")
		}
	}
}

// verdict is a word that phrases only ask for, and do not print.
func (t *telling) verdict(word string, holds bool) {
	t.words[word] = ""
	if holds {
		t.words[word] = "да"
	}
}

// Peer is a value to compare with («с чем сравнивается»).
type Peer struct {
	Name  string // in the nominative, or «по муниципалитету»
	ID    string // of a cluster
	Value float64
	// FromCatalogue: the value is printed as it was written there, not as those counted.
	FromCatalogue bool
}

// groups are the cluster of a unit and the whole. A sum is nothing to compare one with, nor
// is a group of one, nor twice a cluster that is the whole.
func groups(c *consolidation.Consolidation, row int, u consolidation.Unit) (peers []Peer) {
	r := c.Rows[row]
	if isSum(r) || model.IsCount(r.Indicator.Unit) && r.Rule == consolidation.Told {
		return nil
	}
	for k, group := range c.Clusters {
		if cell := r.Clusters[k]; group.ID == u.Cluster && cell.IsRanked() && cell.Told > 1 && cell.Of < r.Whole.Of {
			peers = append(peers, Peer{Name: "кластер " + quoted(group.Name), ID: group.ID, Value: cell.Number})
		}
	}
	if r.Whole.IsRanked() && (r.Whole.Told > 1 || r.Rule == consolidation.Told) {
		peers = append(peers, Peer{Name: lowerFirst(oneLine(c.Whole)), Value: r.Whole.Number})
	}
	return peers
}

func references(i model.Indicator, year int) (peers []Peer) {
	for _, r := range i.References {
		if r.Year == year {
			peers = append(peers, Peer{Name: oneLine(r.Name), Value: r.Value, FromCatalogue: true})
		}
	}
	return peers
}
