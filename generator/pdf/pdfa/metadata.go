package pdfa

import (
	"bytes"
	_ "embed"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf16"
)

const producer = "doklad"

// sRGB is the profile that says what the greys and colours mean (ISO 19005-2,
// 6.2.3). It was made by Little CMS and bears «No copyright, use freely».
//
//go:embed srgb.icc
var sRGB []byte

var packedSRGB = sync.OnceValue(func() []byte { return compress(sRGB) })

func (f *File) outputIntent() ref {
	profile := f.w.reserve()
	f.w.packed(profile, "/N 3", packedSRGB())
	return f.w.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %v>>", profile)
}

// infoDict repeats the metadata for programs that read no XMP.
func (f *File) infoDict() ref {
	day := text("D:" + f.info.Created.UTC().Format("20060102150405") + "+00'00'")
	return f.w.add("<</Title %s/Author %s/Producer %s/Creator %s/CreationDate %s/ModDate %s>>",
		text(f.info.Title), text(f.info.Author), text(producer), text(producer), day, day)
}

// xmp is the metadata (ISO 16684-1). A file that is both PDF/A and PDF/UA has to
// explain the words of PDF/UA itself (ISO 19005-2, 6.6.2.3.2).
const xmp = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%[1]s</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%[2]s</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>%[3]s</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>%[4]s</pdf:Producer>
<xmp:CreatorTool>%[4]s</xmp:CreatorTool>
<xmp:CreateDate>%[5]s</xmp:CreateDate>
<xmp:ModifyDate>%[5]s</xmp:ModifyDate>
<xmp:MetadataDate>%[5]s</xmp:MetadataDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`

func (f *File) metadata() ref {
	day := f.info.Created.UTC().Format(time.RFC3339)
	body := fmt.Sprintf(xmp, escapeXML(f.info.Title), escapeXML(f.info.Author), escapeXML(f.info.Language), producer, day)
	r := f.w.reserve()
	f.w.raw(r, "/Type/Metadata/Subtype/XML", []byte(body))
	return r
}

func escapeXML(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) //nolint:errcheck // a buffer takes everything
	return b.String()
}

// text writes a text string: Latin as it is, all else as UTF-16 (7.9.2.2).
func text(s string) string {
	for _, r := range s {
		if r < ' ' || r > '~' {
			return "<FEFF" + utf16Hex(s) + ">"
		}
	}
	return "(" + escapeString.Replace(s) + ")"
}

var escapeString = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`)

func utf16Hex(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}

// number writes a length without needless zeros, to a thousandth of a point.
func number(v float64) string {
	return string(appendNumber(nil, v))
}

func appendNumber(buf []byte, v float64) []byte {
	n := int64(math.Round(v * 1000))
	if n < 0 {
		buf, n = append(buf, '-'), -n
	}
	buf = strconv.AppendInt(buf, n/1000, 10)
	if n %= 1000; n == 0 {
		return buf
	}
	buf = append(buf, '.', byte('0'+n/100))
	if n %= 100; n > 0 {
		buf = append(buf, byte('0'+n/10))
		if n %= 10; n > 0 {
			buf = append(buf, byte('0'+n))
		}
	}
	return buf
}
