package pdfa

import (
	"bytes"
	"embed"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"
)

//go:embed testdata
var testdata embed.FS

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := testdata.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func asPNG(t *testing.T, picture image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dot is a picture of two dots, the first of a colour, the second white.
func dot(picture interface {
	image.Image
	Set(x, y int, c color.Color)
}, c color.Color) image.Image {
	picture.Set(0, 0, c)
	picture.Set(1, 0, color.White)
	return picture
}

// Every kind of PNG comes out as plain dots of 8 bits: grey where all of it is, on
// white where it is transparent.
func TestPNG(t *testing.T) {
	two := image.Rect(0, 0, 2, 1)
	for _, test := range []struct {
		what    string
		picture image.Image
		space   string
		dots    []byte
	}{
		{"colour", dot(image.NewRGBA(two), color.RGBA{10, 20, 30, 255}), "DeviceRGB", []byte{10, 20, 30, 255, 255, 255}},
		{"grey", dot(image.NewGray(two), color.Gray{77}), "DeviceGray", []byte{77, 255}},
		{"grey in colours", dot(image.NewRGBA(two), color.RGBA{9, 9, 9, 255}), "DeviceGray", []byte{9, 255}},
		{"grey of 16 bits", dot(image.NewGray16(two), color.Gray16{0x4d4d}), "DeviceGray", []byte{0x4d, 255}},
		{"colour of 16 bits", dot(image.NewRGBA64(two), color.RGBA64{0x0a0a, 0x1414, 0x1e1e, 0xffff}), "DeviceRGB", []byte{10, 20, 30, 255, 255, 255}},
		{"palette", dot(image.NewPaletted(two, color.Palette{color.White, color.RGBA{200, 0, 0, 255}}), color.RGBA{200, 0, 0, 255}),
			"DeviceRGB", []byte{200, 0, 0, 255, 255, 255}},
		{"wholly transparent", dot(image.NewNRGBA(two), color.NRGBA{200, 0, 0, 0}), "DeviceGray", []byte{255, 255}},
		// Half of black over white is grey: 255 × (1 - 128/255) = 127.
		{"half transparent", dot(image.NewNRGBA(two), color.NRGBA{0, 0, 0, 128}), "DeviceGray", []byte{127, 255}},
	} {
		p, err := OpenPicture(asPNG(t, test.picture))
		if err != nil {
			t.Errorf("%s: %v", test.what, err)
			continue
		}
		if p.space != test.space || p.Width != 2 || p.Height != 1 {
			t.Errorf("%s: %s, %d × %d", test.what, p.space, p.Width, p.Height)
		}
		if got := unpack(t, p); !bytes.Equal(got, test.dots) {
			t.Errorf("%s: dots %v, want %v", test.what, got, test.dots)
		}
	}
}

func unpack(t *testing.T, p *Picture) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(p.data))
	if err != nil {
		t.Fatal(err)
	}
	dots, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return dots
}

// The dots of an interlaced PNG are in their places: the one at 3, 5 has the grey
// 3·30 + 5·2.
func TestInterlacedPNG(t *testing.T) {
	p, err := OpenPicture(file(t, "interlaced.png"))
	if err != nil {
		t.Fatal(err)
	}
	if dots := unpack(t, p); len(dots) != 64 || dots[5*8+3] != 100 {
		t.Errorf("got %v", dots)
	}
}

// A JPEG goes into the file as it is, but for the colours of printers, which a
// file whose colours are sRGB must not have (ISO 19005-2, 6.2.4.3).
func TestJPEG(t *testing.T) {
	for _, test := range []struct{ name, space, filter string }{
		{"progressive.jpg", "DeviceRGB", "DCTDecode"},
		{"turned.jpg", "DeviceRGB", "DCTDecode"},
		{"grey.jpg", "DeviceGray", "DCTDecode"},
		{"cmyk.jpg", "DeviceRGB", "FlateDecode"},
	} {
		data := file(t, test.name)
		p, err := OpenPicture(data)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if p.space != test.space || p.filter != test.filter || p.Width != 16 || p.Height != 12 {
			t.Errorf("%s: %s, %s, %d × %d", test.name, p.space, p.filter, p.Width, p.Height)
		}
		if same := bytes.Equal(p.data, data); same != (test.filter == "DCTDecode") {
			t.Errorf("%s: as it is: %v", test.name, same)
		}
	}
}

// What is wrong with a picture is said in Russian, and nothing panics: whatever is
// cut off a file.
func TestBadPictures(t *testing.T) {
	sound := asPNG(t, dot(image.NewRGBA(image.Rect(0, 0, 2, 1)), color.Black))
	huge := bytes.Clone(sound)
	copy(huge[16:], []byte{0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00}) // 65,536 × 65,536
	for _, test := range []struct {
		what string
		data []byte
		want string
	}{
		{"nothing", nil, "пуст"},
		{"a text", []byte("GIF89a"), "не рисунок PNG или JPEG"},
		{"a damaged size", huge, "повреждён"}, // its check sum is wrong
		{"half a PNG", sound[:len(sound)-20], "повреждён"},
		{"half a JPEG", file(t, "grey.jpg")[:300], "повреждён"},
	} {
		if _, err := OpenPicture(test.data); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.what, err)
		}
	}
	for _, name := range []string{"progressive.jpg", "cmyk.jpg", "interlaced.png"} {
		data := file(t, name)
		for end := range len(data) / 2 {
			if _, err := OpenPicture(data[:end]); err == nil {
				t.Errorf("%s cut at %d: no error", name, end)
			}
		}
	}
}

func TestHugePicture(t *testing.T) {
	wide := image.NewGray(image.Rect(0, 0, 40_001, 1000))
	if _, err := OpenPicture(asPNG(t, wide)); err == nil || !strings.Contains(err.Error(), "40001 × 1000 точек") {
		t.Errorf("got %v", err)
	}
}

// The same bytes are in the file once.
func TestSamePictureOnce(t *testing.T) {
	tree := NewTree()
	f := New(Info{}, &tree)
	open := func() *Picture {
		p, err := OpenPicture(file(t, "grey.jpg"))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	first, again := f.Image(open()), f.Image(open())
	if first != again || len(f.images) != 1 {
		t.Errorf("%d images", len(f.images))
	}
	if got, want := string(first.Place(nil, 1, 2, 30, 40)), "q 30 0 0 40 1 2 cm /I1 Do Q\n"; got != want {
		t.Errorf("got %q", got)
	}
}
