package model

import "slices"

// takeINN parts an INN from the words around it, and from КПП and ОГРН beside it:
// «ИНН/КПП 0000000000/000000000». Two INNs are none.
func takeINN(words []string) (inn string, rest []string) {
	for _, w := range words {
		switch {
		case isNumber(w) && (len(w) == 10 || len(w) == 12):
			if inn != "" && inn != w {
				return "", words
			}
			inn = w
		case isNumber(w) && (len(w) == 9 || len(w) == 13), w == "инн", w == "кпп", w == "огрн":
		default:
			rest = append(rest, w)
		}
	}
	return inn, rest
}

// byINN: an INN is of a legal entity, so that it names no one where branches hand in
// numbers of their own; a name beside it must agree with it.
func (r *Registry) byINN(inn string, rest []string) Recognition {
	holders := r.inn[inn]
	if len(rest) == 0 {
		return r.byINNAlone(holders)
	}
	named := plainNumbers(rest)
	matches := union(r.keys[keyOf(rest)], r.byName(named))
	var agreeing []int
	for _, i := range matches {
		known := r.all[r.entity[i]].INN
		if known == inn || known == "" && len(holders) == 0 {
			agreeing = append(agreeing, i)
		}
	}
	switch {
	case len(agreeing) == 1 && len(holders) > 0:
		return r.sure(ByKey, agreeing[0])
	case len(agreeing) == 1:
		return r.sure(ByName, agreeing[0])
	case len(agreeing) > 1:
		return r.several(agreeing)
	case len(matches) > 0:
		return r.several(union(holders, matches))
	case len(holders) > 0:
		return Recognition{Near: r.those(holders)}
	}
	return Recognition{Near: r.near(named)}
}

func (r *Registry) byINNAlone(holders []int) Recognition {
	if len(holders) == 0 {
		return Recognition{}
	}
	matches := slices.Clone(holders)
	for i, one := range r.all {
		if one.Separate && slices.Contains(holders, r.entity[i]) {
			matches = append(matches, i)
		}
	}
	if matches = union(matches, nil); len(matches) > 1 {
		return r.several(matches)
	}
	return r.sure(ByKey, matches[0])
}
