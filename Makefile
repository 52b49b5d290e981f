# Two commands on a fresh machine with Go: make, make test.

GO ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo разработка)
TESTFLAGS ?=

.PHONY: papers test e2e bench gallery golden dist clean

# All papers of data/ into out/.
papers:
	$(GO) run ./cmd/doklad build

test:
	$(GO) vet ./...
	$(GO) test -timeout 20m $(TESTFLAGS) ./...

# The outside judges: veraPDF, poppler, qpdf, pdfcpu and LibreOffice look at every paper,
# vobject at calendars.
e2e:
	.ci/install-judges
	$(GO) vet -tags e2e ./cmd/doklad
	$(GO) test -tags e2e -run E2E -count 1 -timeout 20m -v $(TESTFLAGS) ./cmd/doklad

# How long our works take, then our engine beside Typst and LibreOffice in one run:
# the ratios and the bars they are to meet.
bench:
	.ci/install-peers
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) vet -tags bench ./generator
	$(GO) test -tags bench -run '^TestPeers$$' -count 1 -timeout 30m -v ./generator

# The pictures of the README.
gallery: papers
	.ci/gallery

# Rewrites the expected texts; look at the difference before committing.
golden:
	$(GO) test ./generator ./generator/chart ./generator/formula ./generator/ics ./generator/pdf ./generator/source -update

dist:
	mkdir -p dist
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w -X "main.version=$(VERSION)"' -o dist/doklad.exe ./cmd/doklad
	GOOS=linux GOARCH=amd64 CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w -X "main.version=$(VERSION)"' -o dist/doklad ./cmd/doklad
	cp README.ru.md LICENSE generator/typeset/tinos/OFL.txt dist/

clean:
	rm -rf out dist
