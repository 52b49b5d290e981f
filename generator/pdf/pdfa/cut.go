package pdfa

import (
	"encoding/binary"
	"errors"
	"slices"
)

// This file cuts a TrueType font down to some of its glyphs (OpenType
// specification, tables «glyf», «loca», «hmtx», «maxp»). No Go library for it is
// to be had but the one inside fpdf, which cannot be called from outside.

var be = binary.BigEndian

var errDamaged = errors.New("файл шрифта повреждён")

// source are the tables of a font that a cut one needs.
type source struct {
	head, hhea, maxp, loca, glyf, hmtx []byte
	longLoca                           bool
	glyphs, metrics                    int
}

func openSource(table func(tag string) []byte) (*source, error) {
	s := &source{head: table("head"), hhea: table("hhea"), maxp: table("maxp"),
		loca: table("loca"), glyf: table("glyf"), hmtx: table("hmtx")}
	if len(s.head) < 54 || len(s.hhea) < 36 || len(s.maxp) < 6 {
		return nil, errDamaged
	}
	s.longLoca = be.Uint16(s.head[50:]) != 0
	s.glyphs, s.metrics = int(be.Uint16(s.maxp[4:])), int(be.Uint16(s.hhea[34:]))
	if s.metrics == 0 || len(s.hmtx) < 4*s.metrics {
		return nil, errDamaged
	}
	return s, nil
}

// outline is the description of a glyph; a space has none.
func (s *source) outline(glyph int) ([]byte, error) {
	var from, to int
	switch {
	case glyph >= s.glyphs:
		return nil, errDamaged
	case s.longLoca && len(s.loca) >= 4*glyph+8:
		from, to = int(be.Uint32(s.loca[4*glyph:])), int(be.Uint32(s.loca[4*glyph+4:]))
	case !s.longLoca && len(s.loca) >= 2*glyph+4:
		from, to = 2*int(be.Uint16(s.loca[2*glyph:])), 2*int(be.Uint16(s.loca[2*glyph+2:]))
	default:
		return nil, errDamaged
	}
	if from > to || to > len(s.glyf) || (from < to && to-from < 10) {
		return nil, errDamaged
	}
	return s.glyf[from:to], nil
}

// advance is the width of a glyph in units of the font; the last one of the
// table holds for all glyphs after it.
func (s *source) advance(glyph int) int {
	return int(be.Uint16(s.hmtx[4*min(glyph, s.metrics-1):]))
}

func (s *source) bearing(glyph int) uint16 {
	at := 4*glyph + 2
	if glyph >= s.metrics {
		at = 4*s.metrics + 2*(glyph-s.metrics)
	}
	if at+2 > len(s.hmtx) {
		return 0
	}
	return be.Uint16(s.hmtx[at:])
}

// Flags of a part of a composite glyph.
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	matrix        = 1 << 7
)

// parts calls f with where the number of each part of a composite glyph stands.
func parts(outline []byte, f func(at int)) error {
	if len(outline) == 0 || int16(be.Uint16(outline)) >= 0 {
		return nil
	}
	for at := 10; ; {
		if at+4 > len(outline) {
			return errDamaged
		}
		flags := be.Uint16(outline[at:])
		f(at + 2)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return nil
		}
	}
}

// cut gives a font of these glyphs, numbered in their order, with the parts that
// they are composed of after them. The first is the one for what is missing.
func (s *source) cut(glyphs []int, table func(tag string) []byte) ([]byte, error) {
	glyphs = slices.Clone(glyphs)
	number := map[int]int{}
	for i, g := range glyphs {
		number[g] = i
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(glyphs); i++ {
		outline, err := s.outline(glyphs[i])
		if err != nil {
			return nil, err
		}
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		hmtx = be.AppendUint16(hmtx, uint16(s.advance(glyphs[i])))
		hmtx = be.AppendUint16(hmtx, s.bearing(glyphs[i]))
		begin := len(glyf)
		glyf = append(glyf, outline...)
		err = parts(outline, func(at int) {
			part := int(be.Uint16(outline[at:]))
			if _, known := number[part]; !known {
				number[part] = len(glyphs)
				glyphs = append(glyphs, part)
			}
			be.PutUint16(glyf[begin+at:], uint16(number[part]))
		})
		if err != nil {
			return nil, err
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(s.head), slices.Clone(s.hhea), slices.Clone(s.maxp)
	be.PutUint32(head[8:], 0)  // the sum is set when all is there
	be.PutUint16(head[50:], 1) // long offsets
	be.PutUint16(hhea[34:], uint16(len(glyphs)))
	be.PutUint16(maxp[4:], uint16(len(glyphs)))
	return assemble([]fontTable{
		{"cvt ", table("cvt ")}, {"fpgm", table("fpgm")}, {"glyf", glyf}, {"head", head}, {"hhea", hhea},
		{"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}, {"prep", table("prep")},
	}), nil
}

type fontTable struct {
	tag  string
	data []byte
}

// assemble puts tables, in the order of their tags, into a file.
func assemble(tables []fontTable) []byte {
	tables = slices.DeleteFunc(tables, func(t fontTable) bool { return len(t.data) == 0 })
	count := len(tables)
	power, selector := 1, 0
	for power*2 <= count {
		power, selector = power*2, selector+1
	}
	file := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{count, 16 * power, selector, 16 * (count - power)} {
		file = be.AppendUint16(file, uint16(v))
	}
	offset, headAt := 12+16*count, 0
	for _, t := range tables {
		file = append(file, t.tag...)
		for _, v := range []uint32{sum(t.data), uint32(offset), uint32(len(t.data))} {
			file = be.AppendUint32(file, v)
		}
		if t.tag == "head" {
			headAt = offset
		}
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		file = append(file, t.data...)
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
	}
	be.PutUint32(file[headAt+8:], 0xB1B0AFBA-sum(file))
	return file
}

// sum is the check sum of a table.
func sum(data []byte) uint32 {
	var total uint32
	for len(data) >= 4 {
		total += be.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return total + be.Uint32(rest[:])
}
