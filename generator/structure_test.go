package generator

import (
	"doklad/generator/intake"
	"doklad/generator/lint"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// mayImport is the direction of data: who may import whom of our packages.
var mayImport = map[string][]string{
	"cmd/doklad":                {"data", "generator", "generator/diag", "generator/execution", "generator/model", "generator/russian", "templates"},
	"data":                      {},
	"templates":                 {},
	"generator":                 {"generator/annotate", "generator/chart", "generator/consolidation", "generator/crosscheck", "generator/cycle", "generator/diag", "generator/doc", "generator/effect", "generator/execution", "generator/finding", "generator/form", "generator/formula", "generator/ics", "generator/intake", "generator/layout", "generator/lint", "generator/model", "generator/narrative", "generator/pdf", "generator/recommendation", "generator/russian", "generator/schedule", "generator/sheet", "generator/source", "generator/typeset", "generator/xlsx"},
	"generator/annotate":        {"generator/diag", "generator/russian", "generator/sheet"},
	"generator/chart":           {"generator/doc", "generator/russian", "generator/typeset"},
	"generator/crosscheck":      {"generator/diag", "generator/formula", "generator/model", "generator/russian"},
	"generator/consolidation":   {"generator/formula", "generator/model"},
	"generator/cycle":           {"generator/model"},
	"generator/diag":            {},
	"generator/doc":             {},
	"generator/effect":          {"generator/consolidation", "generator/model"},
	"generator/execution":       {"generator/model", "generator/russian", "generator/schedule"},
	"generator/form":            {"generator/diag", "generator/model", "generator/russian", "generator/sheet", "generator/xlsx"},
	"generator/finding":         {"generator/consolidation", "generator/model"},
	"generator/formula":         {"generator/diag", "generator/model", "generator/russian"},
	"generator/ics":             {},
	"generator/intake":          {"generator/diag", "generator/form", "generator/model", "generator/russian", "generator/sheet"},
	"generator/internal/golden": {},
	"generator/layout":          {},
	"generator/lint":            {"generator/diag", "generator/execution", "generator/model", "generator/russian", "generator/schedule"},
	"generator/model":           {"generator/diag", "generator/russian"},
	"generator/narrative":       {"generator/consolidation", "generator/model", "generator/russian"},
	"generator/pdf":             {"generator/diag", "generator/doc", "generator/layout", "generator/pdf/pdfa", "generator/russian", "generator/typeset"},
	"generator/pdf/pdfa":        {"generator/typeset"},
	"generator/recommendation":  {"generator/diag", "generator/finding", "generator/formula", "generator/model", "generator/russian", "generator/schedule"},
	"generator/russian":         {},
	"generator/sample":          {"generator/chart", "generator/doc", "generator/ics"},
	"generator/schedule":        {"generator/model", "generator/russian"},
	"generator/sheet":           {"generator/diag", "generator/model"},
	"generator/source":          {"generator/crosscheck", "generator/diag", "generator/formula", "generator/layout", "generator/model", "generator/recommendation", "generator/russian", "generator/typeset"},
	"generator/typeset":         {"generator/diag", "generator/russian"},
	"generator/xlsx":            {"generator/diag", "generator/doc", "generator/typeset"},
}

// packages calls f for each package of the module.
func packages(t *testing.T, f func(name string, p *build.Package)) {
	t.Helper()
	err := filepath.WalkDir("..", func(dir string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if name := entry.Name(); name == "testdata" || name != ".." && strings.HasPrefix(name, ".") {
			return fs.SkipDir
		}
		p, err := build.ImportDir(dir, 0)
		if err != nil {
			return nil // no Go files
		}
		name, _ := filepath.Rel("..", dir)
		f(filepath.ToSlash(name), p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhoImportsWhom(t *testing.T) {
	packages(t, func(name string, p *build.Package) {
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("package %s is not on the map: a new package needs a reason (ARCHITECTURE.md)", name)
			return
		}
		for _, imported := range p.Imports {
			if ours, ok := strings.CutPrefix(imported, "doklad/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s must not import %s", name, ours)
			}
		}
	})
}

// Only source reads files, only cmd writes them, asks the clock or ends the
// program. PDF and Excel are known to one package each.
func TestOnlyOnePlaceTouchesTheWorld(t *testing.T) {
	fenced := map[string][]string{
		"codeberg.org/go-pdf/fpdf":     {"generator/pdf"},
		"github.com/xuri/excelize/v2":  {"generator/xlsx"},
		"github.com/BurntSushi/toml":   {"generator/source"},
		"github.com/spf13/cobra":       {"cmd/doklad"},
		"os":                           {"cmd/doklad", "generator/internal/golden"},
		"golang.org/x/image/font/sfnt": {"generator/typeset"},

		"github.com/rogpeppe/go-internal/lockedfile": {"cmd/doklad"},
		"github.com/rogpeppe/go-internal/robustio":   {"cmd/doklad"},

		"github.com/klauspost/compress/zlib": {"generator/pdf/pdfa"},
		"github.com/boombuler/barcode/qr":    {"generator/pdf"},
		"github.com/arran4/golang-ical":      {"generator/ics"},

		"github.com/expr-lang/expr":        {"generator/formula"},
		"github.com/expr-lang/expr/ast":    {"generator/formula"},
		"github.com/expr-lang/expr/conf":   {"generator/formula"},
		"github.com/expr-lang/expr/file":   {"generator/formula"},
		"github.com/expr-lang/expr/parser": {"generator/formula"},
		"github.com/expr-lang/expr/types":  {"generator/formula"},
		"github.com/expr-lang/expr/vm":     {"generator/formula"},

		// Pictures of users are opened in one place; samples are made.
		"image":      {"generator/pdf/pdfa", "generator/sample"},
		"image/jpeg": {"generator/pdf/pdfa", "generator/sample"},
		"image/png":  {"generator/pdf/pdfa", "generator/sample"},
	}
	packages(t, func(name string, p *build.Package) {
		for _, imported := range p.Imports {
			if homes, ok := fenced[imported]; ok && !slices.Contains(homes, name) {
				t.Errorf("%s must not import %s", name, imported)
			}
		}
		if name == "cmd/doklad" {
			return
		}
		for _, file := range p.GoFiles {
			text, err := os.ReadFile(path.Join("..", name, file))
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range []string{"time.Now(", "time.Since(", "rand."} {
				if strings.Contains(string(text), word) {
					t.Errorf("%s/%s has %s: the same input must give the same bytes", name, file, word)
				}
			}
		}
	})
}

// Each type of the model, and of what is derived from it, is called by a term of the
// office, named in its doc comment in «».
func TestModelTypesHaveRussianTerms(t *testing.T) {
	// Forms of what is said, not things of the office.
	exempt := []string{"Annex"}
	banned := regexp.MustCompile(`(Data|Info|Item|Manager|Helper|Util|Process|Handle|Context)`)
	term := regexp.MustCompile(`«[а-яё]`)
	for _, folder := range []string{"model", "schedule", "execution"} {
		files, err := parser.ParseDir(token.NewFileSet(), folder, func(f fs.FileInfo) bool {
			return !strings.HasSuffix(f.Name(), "_test.go")
		}, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range typesOf(files[folder]) {
			name := s.spec.Name.Name
			if banned.MatchString(name) {
				t.Errorf("%s.%s: a banned word in the name", folder, name)
			}
			if ast.IsExported(name) && !slices.Contains(exempt, name) && !term.MatchString(s.doc) {
				t.Errorf("%s.%s: no Russian term in «» in its comment", folder, name)
			}
		}
	}
}

type typeWithDoc struct {
	spec *ast.TypeSpec
	doc  string
}

func typesOf(p *ast.Package) (types []typeWithDoc) {
	for _, file := range p.Files {
		for _, d := range file.Decls {
			if declaration, ok := d.(*ast.GenDecl); ok && declaration.Tok == token.TYPE {
				for _, s := range declaration.Specs {
					types = append(types, typeWithDoc{s.(*ast.TypeSpec), declaration.Doc.Text()})
				}
			}
		}
	}
	return types
}

// The officials' manual explains every code that check can print.
func TestManualListsEveryCode(t *testing.T) {
	manual, err := os.ReadFile("../README.ru.md")
	if err != nil {
		t.Fatal(err)
	}
	explains := func(code string) {
		if !strings.Contains(string(manual), "| "+code+" |") {
			t.Errorf("README.ru.md does not explain %s", code)
		}
	}
	for _, c := range lint.Codes {
		explains(c.Name)
	}
	for _, c := range intake.Codes {
		explains(c.Name)
	}
}
