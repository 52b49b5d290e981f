package sheet

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// told is what both readers of XML can say: elements as they begin and end.
func told(raw io.Reader) (words []string, err error) {
	s := newXMLScanner("часть", raw, 1<<20)
	for {
		before := s.depth()
		begins := s.next()
		switch {
		case begins:
			name := s.open[s.starts[s.depth()-1]:]
			words = append(words, "<"+string(name))
		case s.err != nil:
			return nil, s.err
		case s.depth() < before:
			words = append(words, ">")
		default:
			return words, nil
		}
	}
}

func toldByGo(raw []byte) (words []string, err error) {
	d := xml.NewDecoder(bytes.NewReader(raw))
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return words, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if token.Name.Space != "" {
				name = token.Name.Space + ":" + name
			}
			words = append(words, "<"+name)
		case xml.EndElement:
			words = append(words, ">")
		}
	}
}

// A tag, a comment or a character may be divided anywhere by the window's end.
func TestXMLByBytes(t *testing.T) {
	text := "\ufeff<?xml version='1.0'?><!-- - -- --><a x='>' y = \"/\" ><b/><c:d xmlns:c='e'>я<![CDATA[]]]]></c:d ></a>\n<!---->"
	want := "<a <b > <c:d > >"
	for what, r := range map[string]io.Reader{
		"at once": strings.NewReader(text[3:]),
		"by one":  iotest.OneByteReader(strings.NewReader(text[3:])),
		"halves":  iotest.HalfReader(strings.NewReader(text[3:])),
	} {
		if words, err := told(r); err != nil || strings.Join(words, " ") != want {
			t.Errorf("%s: %q, %v", what, words, err)
		}
	}
}

// Where both readers take a text for XML, they see the same elements.
func FuzzXML(f *testing.F) {
	f.Add([]byte("<a x='>'><b/><!-- <c> --><![CDATA[<d>]]>&amp;</a>"))
	f.Add([]byte("<?xml version=\"1.0\"?>\n<x:a xmlns:x='y' >\r\n</x:a\t>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		ours, err := told(bytes.NewReader(raw))
		if err != nil {
			return
		}
		if byBytes, err := told(iotest.OneByteReader(bytes.NewReader(raw))); err != nil || !slices.Equal(ours, byBytes) {
			t.Fatalf("by bytes %q, %v; at once %q", byBytes, err, ours)
		}
		if theirs, err := toldByGo(raw); err == nil && !slices.Equal(ours, theirs) {
			t.Fatalf("%q, by encoding/xml %q", ours, theirs)
		}
	})
}
