package source

import (
	"fmt"
	"reflect"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/russian"
)

// shape is what keys a struct has and where their fields are.
type shape struct {
	fields map[string][]int
	names  []string // in the order of the struct
}

// shape lists the keys of a struct: the name in the toml tag, or else the field's
// name in lower case. A struct embedded without a tag lends its keys; those of
// the outer struct hide them, as in Go.
func (r *filler) shape(t reflect.Type) *shape {
	if s := r.shapes[t]; s != nil {
		return s
	}
	s := &shape{fields: map[string][]int{}}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if name == "-" || lends(f) || !f.IsExported() || insideNamed(t, f.Index) {
			continue
		}
		if name == "" {
			name = strings.ToLower(f.Name)
		}
		if old, ok := s.fields[name]; ok && len(old) <= len(f.Index) {
			if len(old) == len(f.Index) {
				panic(fmt.Sprintf("source: two fields of %v have the key %q", t, name))
			}
			continue
		} else if !ok {
			s.names = append(s.names, name)
		}
		s.fields[name] = f.Index
	}
	r.shapes[t] = s
	return s
}

// lends reports whether the keys of an embedded struct belong to the outer one.
func lends(f reflect.StructField) bool {
	t := f.Type
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return f.Anonymous && f.Tag.Get("toml") == "" && t.Kind() == reflect.Struct
}

// insideNamed reports whether the field was promoted out of an embedded struct
// that has a key of its own.
func insideNamed(t reflect.Type, index []int) bool {
	for i := 1; i < len(index); i++ {
		if !lends(t.FieldByIndex(index[:i])) {
			return true
		}
	}
	return false
}

// field is the field of a struct, with the embedded pointers on the way set.
func field(v reflect.Value, index []int) reflect.Value {
	for i, at := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(at)
	}
	return v
}

// unknown reports a key that the struct has no field for, at the key itself.
func (r *filler) unknown(n *node, here *owner) {
	p := r.file.at(n.key, "неизвестный ключ «%s»", n.name)
	p.Key = n.String()
	p.Hint = here.guess(n.name)
	r.problems.Add(p)
}

// guess says what was meant: a key that TOML gave to the wrong table, because
// whatever follows a header belongs to it; a slip of the pen; or anything at all.
func (o *owner) guess(name string) string {
	for up := o.above; up != nil; up = up.above {
		if _, ok := up.shape.fields[name]; !ok {
			continue
		}
		if up.at.parent == nil {
			return "такой ключ бывает в начале файла: поставьте его выше первого заголовка в скобках"
		}
		return fmt.Sprintf("такой ключ бывает в таблице «%s»: поставьте его сразу под её заголовком", up.at.heading())
	}
	if near, ok := russian.Nearest(name, o.shape.names); ok {
		return fmt.Sprintf("может быть, «%s»?", near)
	}
	if len(o.shape.names) == 0 {
		return "здесь не должно быть ключей, удалите его"
	}
	return "здесь бывают ключи: " + strings.Join(o.shape.names, ", ")
}

// wrong reports a value of another sort than the type needs.
func (r *filler) wrong(n *node, t reflect.Type) {
	r.add(n, diag.Errorf("", "%s, а стоит %s", need(n, t), r.file.stands(n)).WithHint("%s", r.file.cure(n, t)))
}
