package source

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"time"

	"doklad/generator/diag"

	"github.com/BurntSushi/toml"
)

// filler puts what the decoder saw into a struct and collects all that does not
// fit. The decoder itself would stop at the first misfit, overlook keys that no
// field has, and call the wrong line.
type filler struct {
	file     *File
	shapes   map[reflect.Type]*shape
	problems diag.List
}

var timeType = reflect.TypeFor[time.Time]()

// fill takes the decoded file into the struct that into points to. What fits is
// set even where its neighbours do not fit, so that the rest can be judged.
func (f *File) fill(decoded map[string]any, into any) diag.List {
	dst := reflect.ValueOf(into)
	if dst.Kind() != reflect.Pointer || dst.Elem().Kind() != reflect.Struct {
		panic(fmt.Sprintf("source: %s: cannot read into %T, want a pointer to a struct", f.Name, into))
	}
	r := &filler{file: f, shapes: map[reflect.Type]*shape{}}
	r.table(f.keys.root, decoded, dst.Elem(), nil)
	return r.problems
}

// owner is a table around the current one and what may stand in it.
type owner struct {
	at    *node
	shape *shape
	above *owner
}

func (r *filler) add(n *node, p diag.Problem) {
	p.Key = n.String()
	r.problems.Add(p)
}

// set puts one value into one place, which is settable.
func (r *filler) set(n *node, value any, dst reflect.Value, above *owner) {
	if dst.Kind() == reflect.Pointer {
		fresh := reflect.New(dst.Type().Elem())
		if !dst.IsNil() {
			fresh.Elem().Set(dst.Elem())
		}
		r.set(n, value, fresh.Elem(), above)
		dst.Set(fresh)
		return
	}
	if dst.Type() == timeType {
		if v, ok := value.(time.Time); ok {
			dst.Set(reflect.ValueOf(v))
		} else {
			r.wrong(n, dst.Type())
		}
		return
	}
	if r.setItself(n, value, dst) {
		return
	}
	switch v := value.(type) {
	case map[string]any:
		r.setTable(n, v, dst, above)
	case []any:
		setList(r, n, v, dst, above)
	case []map[string]any:
		setList(r, n, v, dst, above)
	default:
		r.setScalar(n, value, dst)
	}
}

// setItself lets a type read itself; its error is the message. A new value is
// used, so that nothing half-read is left of a bad one.
func (r *filler) setItself(n *node, value any, dst reflect.Value) bool {
	fresh := reflect.New(dst.Type())
	var err error
	switch v := fresh.Interface().(type) {
	case toml.Unmarshaler:
		err = v.UnmarshalTOML(value)
	case encoding.TextUnmarshaler:
		s, ok := value.(string)
		if !ok {
			r.wrong(n, dst.Type())
			return true
		}
		err = v.UnmarshalText([]byte(s))
	default:
		return false
	}
	if err == nil {
		dst.Set(fresh.Elem())
		return true
	}
	p := diag.Errorf("", "%s", err)
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		p.Hint = hinted.Hint()
	}
	r.add(n, p)
	return true
}

func (r *filler) setTable(n *node, value map[string]any, dst reflect.Value, above *owner) {
	switch dst.Kind() {
	case reflect.Struct:
		r.table(n, value, dst, above)
	case reflect.Map:
		whole := reflect.MakeMap(dst.Type())
		for old := dst.MapRange(); old.Next(); {
			whole.SetMapIndex(old.Key(), old.Value())
		}
		for _, child := range n.children {
			v := reflect.New(dst.Type().Elem()).Elem()
			r.set(child, value[child.name], v, above)
			whole.SetMapIndex(reflect.ValueOf(child.name).Convert(dst.Type().Key()), v)
		}
		dst.Set(whole)
	case reflect.Interface:
		dst.Set(reflect.ValueOf(value))
	default:
		r.wrong(n, dst.Type())
	}
}

// table fills a struct in the order of the file.
func (r *filler) table(n *node, value map[string]any, dst reflect.Value, above *owner) {
	here := &owner{at: n, shape: r.shape(dst.Type()), above: above}
	for _, child := range n.children {
		if index, ok := here.shape.fields[child.name]; ok {
			r.set(child, value[child.name], field(dst, index), here)
		} else {
			r.unknown(child, here)
		}
	}
}

func setList[T any](r *filler, n *node, values []T, dst reflect.Value, above *owner) {
	switch dst.Kind() {
	case reflect.Slice:
		whole := reflect.MakeSlice(dst.Type(), len(values), len(values))
		for i, v := range values {
			r.set(n.children[i], v, whole.Index(i), above)
		}
		dst.Set(whole)
	case reflect.Interface:
		dst.Set(reflect.ValueOf(values))
	default:
		r.wrong(n, dst.Type())
	}
}

func (r *filler) setScalar(n *node, value any, dst reflect.Value) {
	v := reflect.ValueOf(value)
	switch kind := dst.Kind(); {
	case kind == reflect.Interface:
		dst.Set(v)
	case kind == v.Kind() && kind != reflect.Float64 && kind != reflect.Int64 && kind != reflect.Struct:
		dst.Set(v.Convert(dst.Type())) // a string or a truth value
	case dst.CanInt() && v.CanInt():
		if dst.OverflowInt(v.Int()) {
			r.tooLarge(n)
		} else {
			dst.SetInt(v.Int())
		}
	case dst.CanFloat() && (v.CanFloat() || v.CanInt()):
		r.setFloat(n, v, dst)
	default:
		r.wrong(n, dst.Type())
	}
}

// setFloat takes a whole number too: people write 5 for 5.0. It refuses nan and
// inf, which TOML knows and no paper can print.
func (r *filler) setFloat(n *node, v, dst reflect.Value) {
	const exact = 1 << 53 // above it a float skips whole numbers
	if v.CanInt() {
		if v.Int() > exact || v.Int() < -exact {
			r.tooLarge(n)
			return
		}
		dst.SetFloat(float64(v.Int()))
		return
	}
	x := v.Float()
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		r.add(n, diag.Errorf("", "нужно число, а стоит %s", r.file.source(n)).
			WithHint("если числа нет, уберите ключ «%s»", n.keyName()))
	case dst.OverflowFloat(x):
		r.tooLarge(n)
	default:
		dst.SetFloat(x)
	}
}

func (r *filler) tooLarge(n *node) {
	r.add(n, diag.Errorf("", "слишком большое число %s", r.file.source(n)).
		WithHint("проверьте, нет ли лишних цифр"))
}
