package intake

import (
	"strings"

	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/sheet"
)

// mostUnknown is how many institutions of a file may be unknown before it is taken for
// one of another place: each is compared with all that are known.
const mostUnknown = 200

// mostCalled is in how many ways a file may call institutions, besides two for each: to
// recognise a name takes time.
const mostCalled = 10_000

// longestKey, in bytes, is above any key, code, ID or INN.
const longestKey = 200

// municipalityRow is how the last row of a form of all is called.
var municipalityRow = russian.Skeleton("муниципалитет в целом")

// calling is what was recognised of the words that a file calls an institution by.
type calling struct {
	who   *sender
	wrong *fault
}

// recognise tells which institution the words call, and why it is not known.
func (f *reading) recognise(words string) (*sender, *fault) {
	if who := f.known[words]; who != nil && who.reports {
		return who, nil
	}
	if c, known := f.called[words]; known {
		return c.who, c.wrong
	}
	c := f.callingOf(words)
	f.called[words] = c
	if len(f.called) == mostCalled+2*len(f.senders) {
		f.refuseFile(faultf(codeWho, "оставьте по строке на учреждение", "учреждения названы слишком по-разному: дальше файл не прочитан"))
	}
	return c.who, c.wrong
}

func (f *reading) callingOf(words string) calling {
	found := f.registry.Recognise(words)
	if !found.IsSure() {
		f.unknown++
		text := "учреждение «%s» не узнано"
		if found.Certainty == model.SeveralMatch {
			text = "«%s»: подходят несколько учреждений"
		}
		wrong := faultf(codeWho, nearHint(found.Near, "впишите название или код учреждения из справочника"), text, shown(words))
		return calling{nil, &wrong}
	}
	who := f.senders[found.Institution.ID]
	if !who.reports {
		wrong := f.notReporting(who)
		return calling{who, &wrong}
	}
	return calling{who, nil}
}

// notReporting tells why an institution hands in no numbers of its own.
func (f *reading) notReporting(who *sender) fault {
	if who.Kind.IsGroup() {
		return faultf(codeWho, "впишите числа учреждений", "«%s» – группа учреждений: её числа считает программа", who.Name())
	}
	above := ""
	if parent := f.senders[who.Parent]; parent != nil {
		above = " «" + parent.Name() + "»"
	}
	return faultf(codeWho, "прибавьте числа к головному учреждению; если филиал сдаёт сам, отметьте в справочнике: separate = true",
		"филиал сдаёт в составе учреждения%s: «%s»", above, who.Name())
}

// nearHint offers those that may have been meant.
func nearHint(near []model.Institution, otherwise string) string {
	if len(near) == 0 {
		return otherwise
	}
	names := make([]string, len(near))
	for i, one := range near {
		names[i] = "«" + one.Name() + "» (" + one.ID + ")"
	}
	return "может быть, " + strings.Join(names, ", ") + "? " + otherwise
}

// senderOf is whose row of a wide or a long table it is: by the key, else by the code, else by the
// name. What the row says in two ways must agree.
func (f *reading) senderOf(t *table, row sheet.Row) (*sender, *fault) {
	name, code := row.Cell(t.roles[roleName]), row.Cell(t.roles[roleSenderCode])
	if code.Kind == sheet.Empty {
		code = row.Cell(t.roles[roleINN])
	}
	byName := func() (*sender, *fault) {
		if f.isWhole(name.Text) {
			return office, nil
		}
		return f.recognise(oneLine(name.Text))
	}
	hasName := name.Kind == sheet.Text && len(name.Text) < 2000
	var who *sender
	var wrong *fault
	if key := row.Cell(t.roles[roleKey]); !t.vertical && key.Kind == sheet.Text && len(key.Text) <= longestKey {
		who, wrong = f.byKey(key.Text)
	}
	if wrong != nil {
		return who, wrong
	}
	if len(code.Text) > longestKey {
		f.unknown++
		unknown := faultf(codeWho, "впишите код учреждения из справочника", "учреждение «%s» не узнано", shown(code.Text))
		return who, &unknown
	}
	if words := oneLine(code.Text); words != "" {
		coded, unknown := f.byCode(words)
		switch {
		case unknown != nil:
			return who, unknown
		case who == nil:
			who = coded
		case coded != who:
			return nil, f.disagree(who, coded, code.Text)
		}
	}
	switch {
	case who == nil && hasName:
		return byName()
	case who == nil: // a number, or a text too long for a name
		f.unknown++
		unknown := faultf(codeWho, "впишите название или код учреждения из справочника", "учреждение «%s» не узнано", shown(name.Text))
		return nil, &unknown
	case !hasName || who.isCalled(name.Text), who.isOffice() && f.isWhole(name.Text):
	default:
		// A name that nobody knows is no other's: the key or the code tells whose row it is.
		if named, _ := byName(); named != nil && named != who {
			return nil, f.disagree(who, named, name.Text)
		}
	}
	if who != nil && !who.reports {
		wrong := f.notReporting(who)
		return who, &wrong
	}
	return who, nil
}

// isCalled reports whether the text is the name to the letter.
func (s *sender) isCalled(text string) bool {
	return text == s.Short.Nominative || text == s.Full.Nominative
}

// isWhole reports whether a name is that of the row of the municipality.
func (f *reading) isWhole(name string) bool {
	return len(name) <= longestHeader && f.named.of(name, func(name string) bool { return russian.Skeleton(name) == municipalityRow })
}

// byKey reads the hidden key of a row; a damaged one says nothing.
func (f *reading) byKey(key string) (*sender, *fault) {
	parts, ok := form.ParseKey(key)
	if !ok || len(parts) != 1 {
		return nil, nil
	}
	f.rows++
	if parts[0] == "" {
		return office, nil
	}
	if who := f.senders[parts[0]]; who != nil {
		return who, nil
	}
	wrong := faultf(codeWho, howToGet, "учреждения с кодом «%s» в справочнике больше нет", shown(parts[0]))
	return nil, &wrong
}

// byCode knows an institution by its ID, its code or its INN.
func (f *reading) byCode(code string) (*sender, *fault) {
	if who := f.numbered[code]; who != nil && f.senders[code] == nil {
		return who, nil
	}
	if who := f.senders[code]; who != nil {
		if other, taken := f.numbered[code]; !taken || other == who {
			return who, nil
		}
	}
	who, wrong := f.recognise(code)
	if who != nil && !who.reports {
		return who, nil // told by who asks
	}
	return who, wrong
}

func (f *reading) disagree(a, b *sender, words string) *fault {
	name := func(s *sender) string {
		if s.isOffice() {
			return "муниципалитет в целом"
		}
		return s.Name()
	}
	f.mentioned[a.ID], f.mentioned[b.ID] = true, true
	wrong := faultf(codeKey, "строки перепутались, когда таблицу сортировали или копировали по частям: впишите числа в новую форму",
		"строка учреждения «%s», а стоит в ней «%s» («%s»)", name(a), name(b), shown(words))
	return &wrong
}
