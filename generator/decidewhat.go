package generator

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// find are the filings that are meant.
func (now *collection) find(q Decide) ([]*filing, error) {
	var sets []string
	for _, r := range now.filings {
		if !slices.Contains(sets, r.set.ID) {
			sets = append(sets, r.set.ID)
		}
	}
	if q.Set != "" && !slices.Contains(sets, q.Set) {
		return nil, fmt.Errorf("--set: показателей «%s» здесь не собирают; есть: %s", q.Set, strings.Join(sets, ", "))
	}
	if q.All {
		return slices.DeleteFunc(slices.Clone(now.filings), func(r *filing) bool {
			return q.Set != "" && r.set.ID != q.Set || !now.waits(r, q.Decision)
		}), nil
	}
	registry := now.office.Directory.Registry()
	var found []*filing
	for _, words := range q.Who {
		id, err := now.called(registry, words)
		if err != nil {
			return nil, err
		}
		none := true
		for _, r := range now.filings {
			if r.institution.ID == id && (q.Set == "" || r.set.ID == q.Set) && (q.Set != "" || len(r.parts) > 0) {
				none = false
				if !slices.Contains(found, r) {
					found = append(found, r)
				}
			}
		}
		if none {
			return nil, fmt.Errorf("«%s»: за %d год ничего не прислано", words, now.year)
		}
	}
	return found, nil
}

// called is the ID of who is called so; empty: the office itself.
func (now *collection) called(registry *model.Registry, words string) (string, error) {
	office := now.office.Directory.Office
	for _, name := range []string{office.Folder, path.Base(office.Folder), oneLine(office.Full.Nominative), oneLine(office.Short.Nominative)} {
		if name != "" && strings.EqualFold(strings.TrimSpace(words), name) {
			return "", nil
		}
	}
	known := registry.Recognise(words)
	if known.IsSure() {
		return known.Institution.ID, nil
	}
	var near []string
	for _, one := range known.Near {
		near = append(near, fmt.Sprintf("%s (%s)", one.ID, oneLine(one.Name())))
	}
	switch {
	case known.Certainty == model.SeveralMatch:
		return "", fmt.Errorf("«%s» подходит нескольким учреждениям: %s; назовите id", words, strings.Join(near, ", "))
	case len(near) > 0:
		return "", fmt.Errorf("учреждения «%s» нет; похожи: %s", words, strings.Join(near, ", "))
	}
	return "", fmt.Errorf("учреждения «%s» нет; учреждения – в institutions.toml", words)
}

// waits reports whether a report is among those of --all.
func (now *collection) waits(r *filing, d model.Decision) bool {
	switch d {
	case model.Received:
		return len(r.parts) > 0
	case model.Accepted:
		return r.status == model.SentForReview
	case model.Approved:
		return r.status == model.SentForReview || r.status == model.SentAccepted && r.count(diag.Error) == 0
	}
	return false
}

// meant are the parts of a filing that are decided of; none where it was decided so
// already.
func (now *collection) meant(r *filing, q Decide) ([]*part, error) {
	who := now.who(r)
	parts := r.chosen
	switch {
	case q.Decision == model.Received:
		parts = r.parts
	case q.File != "":
		if parts = r.named(q.File); len(parts) != 1 {
			return nil, fmt.Errorf("%s: файла «%s» нет; прислано: %s", who, q.File, r.fileNames())
		}
	case r.status == model.SeveralSent:
		return nil, fmt.Errorf("%s: прислано несколько файлов: %s; назовите один ключом --file", who, r.fileNames())
	case r.status == model.SentBack && q.Decision != model.Returned:
		return nil, fmt.Errorf("%s: файл возвращён на доработку, нового нет; если возвращён по ошибке, назовите его ключом --file", who)
	case len(r.parts) == 0:
		return nil, fmt.Errorf("%s: за %d год ничего не прислано", who, now.year)
	}
	var fresh []*part
	for _, p := range parts {
		if n := p.counts[diag.Error]; n > 0 && q.Decision != model.Returned && q.Decision != model.Received {
			return nil, fmt.Errorf("%s: в файле «%s» ошибок: %d; верните его: doklad return %d %s --reason \"…\"", who, p.file.base, n, now.year, calledBy(r, now))
		}
		if !now.isDecided(r, p, q) {
			fresh = append(fresh, p)
		}
	}
	return fresh, nil
}

// named are the parts of the files of that name: with the folders inside that of the
// year, or without.
func (r *filing) named(file string) []*part {
	var parts []*part
	for _, p := range r.parts {
		if strings.EqualFold(p.file.base, path.Clean(strings.ReplaceAll(file, `\`, "/"))) || strings.EqualFold(path.Base(p.file.base), file) {
			parts = append(parts, p)
		}
	}
	return parts
}

func (r *filing) fileNames() string {
	var names []string
	for _, p := range r.parts {
		names = append(names, "«"+p.file.base+"»")
	}
	return strings.Join(names, ", ")
}

// calledBy is how a command calls who a filing is of.
func calledBy(r *filing, now *collection) string {
	if r.institution.ID == "" {
		return now.office.Directory.Office.Folder
	}
	return r.institution.ID
}

// isDecided reports whether the journal says so already: what is approved was accepted
// before.
func (now *collection) isDecided(r *filing, p *part, q Decide) bool {
	if q.Decision != model.Received {
		last := now.lastWord(r, p)
		if last < 0 {
			return false
		}
		e := now.journal.Entries[last]
		return e.Decision == q.Decision && e.Reason == q.Reason || q.Decision == model.Accepted && e.Decision == model.Approved
	}
	return slices.ContainsFunc(now.entries(r), func(i int) bool {
		e := now.journal.Entries[i]
		return e.Decision == model.Received && e.Sum == p.sum
	})
}
