//go:build e2e

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// e2eVeraFolder is where .ci/install-judges puts veraPDF.
const e2eVeraFolder = "../../.e2e/verapdf"

// e2eFlavours are what every paper is to be at once: PDF/A-2a and PDF/UA-1.
var e2eFlavours = []string{"2a", "ua1"}

// e2eVeraVerdict is what veraPDF finds wrong with a file, a rule a line.
type e2eVeraVerdict []string

// e2eVeraPDF has veraPDF judge files by a flavour, all in one call, for Java is
// slow to start. Every file has a verdict; an empty one is good.
func e2eVeraPDF(t testing.TB, flavour string, files []string) map[string]e2eVeraVerdict {
	t.Helper()
	if _, err := os.Stat(filepath.Join(e2eVeraFolder, "pom.xml")); err != nil {
		t.Fatalf("veraPDF is not installed: run .ci/install-judges (%v)", err)
	}
	args := []string{"-Xss4m", "-cp", filepath.Join(e2eVeraFolder, "*"), "org.verapdf.apps.GreenfieldCliWrapper",
		"-f", flavour, "--format", "json", "--maxfailuresdisplayed", "3"}
	// A bad file is an error to it too: what it printed says which.
	printed, complaint, err := e2eToolQuietly(t, "java", append(args, files...)...)
	var read struct {
		Report struct{ Jobs []e2eVeraJob }
	}
	if fault := json.Unmarshal([]byte(printed), &read); fault != nil {
		t.Fatalf("veraPDF %s: %v, %v\n%s%s", flavour, err, fault, complaint, printed)
	}
	verdicts := map[string]e2eVeraVerdict{}
	for _, job := range read.Report.Jobs {
		verdicts[job.ItemDetails.Name] = job.verdict(flavour)
	}
	for _, file := range files {
		if _, judged := verdicts[file]; !judged {
			t.Fatalf("veraPDF %s did not judge %s: %v\n%s", flavour, file, err, complaint)
		}
	}
	return verdicts
}

// e2eVeraBoth judges files by both flavours at a time.
func e2eVeraBoth(t *testing.T, files []string) map[string]map[string]e2eVeraVerdict {
	t.Helper()
	verdicts := make([]map[string]e2eVeraVerdict, len(e2eFlavours))
	t.Run("veraPDF", func(t *testing.T) {
		for i, flavour := range e2eFlavours {
			t.Run(flavour, func(t *testing.T) {
				t.Parallel()
				verdicts[i] = e2eVeraPDF(t, flavour, files)
			})
		}
	})
	if t.Failed() {
		t.FailNow()
	}
	both := map[string]map[string]e2eVeraVerdict{}
	for i, flavour := range e2eFlavours {
		both[flavour] = verdicts[i]
	}
	return both
}

// e2eVeraJob is what veraPDF says of a file.
type e2eVeraJob struct {
	ItemDetails      struct{ Name string }
	ValidationResult []struct {
		Compliant    bool
		JobEndStatus string
		ProfileName  string
		Details      struct{ RuleSummaries []e2eVeraRule }
	}
	TaskException struct{ Exception, ExceptionMessage string }
}

// e2eVeraRule is a rule that a file breaks.
type e2eVeraRule struct {
	Specification, Clause, Description string
	TestNumber, FailedChecks           int
	Checks                             []struct{ Context, ErrorMessage string }
}

func (r e2eVeraRule) String() string {
	text := fmt.Sprintf("%s, %s, test %d: %s; broken %d times", r.Specification, r.Clause, r.TestNumber, r.Description, r.FailedChecks)
	for _, check := range r.Checks {
		text += fmt.Sprintf("\n\t%s: %s", check.Context, check.ErrorMessage)
	}
	return text
}

func (j e2eVeraJob) verdict(flavour string) e2eVeraVerdict {
	faults := e2eVeraVerdict{}
	if len(j.ValidationResult) != 1 {
		return append(faults, fmt.Sprintf("%d verdicts: %s: %s", len(j.ValidationResult), j.TaskException.Exception, j.TaskException.ExceptionMessage))
	}
	result := j.ValidationResult[0]
	for _, rule := range result.Details.RuleSummaries {
		faults = append(faults, rule.String())
	}
	// «PDF/A-2A validation profile», «PDF/UA-1 validation profile».
	profile := strings.ToLower(strings.ReplaceAll(result.ProfileName, "-", ""))
	if result.JobEndStatus != "normal" || !strings.Contains(profile, flavour) || !result.Compliant && len(faults) == 0 {
		faults = append(faults, fmt.Sprintf("%s: ended «%s», compliant: %v", result.ProfileName, result.JobEndStatus, result.Compliant))
	}
	return faults
}

// e2eDamage is a change for the worse and what each flavour must say of it; none:
// nothing.
type e2eDamage struct {
	name   string
	change func(pdf []byte) []byte
	broken map[string][]string
}

func e2eSwap(from, to string) func([]byte) []byte {
	return func(pdf []byte) []byte { return bytes.ReplaceAll(pdf, []byte(from), []byte(to)) }
}

var e2eDamages = []e2eDamage{
	{"none", func(pdf []byte) []byte { return pdf }, nil},
	{"PDF/A part 3", e2eSwap("<pdfaid:part>2<", "<pdfaid:part>3<"), map[string][]string{"2a": {" 6.6.4, test"}}},
	{"PDF/A level B", e2eSwap("<pdfaid:conformance>A<", "<pdfaid:conformance>B<"), map[string][]string{"2a": {" 6.6.4, test"}}},
	{"PDF/UA part 2", e2eSwap("<pdfuaid:part>1<", "<pdfuaid:part>2<"), map[string][]string{"ua1": {" 5, test"}}},
	{"not marked", e2eSwap("/Marked true", "/Marked null"), map[string][]string{"2a": {" 6.7.2.2, test"}, "ua1": {" 6.2, test"}}},
	{"no structure", e2eSwap("/StructTreeRoot ", "/StructTreeNone "), map[string][]string{"2a": {" 6.7.3.3, test"}, "ua1": {" 7.1, test"}}},
	{"no language", e2eSwap("/Lang (", "/Lung ("), map[string][]string{"ua1": {" 7.2, test"}}},
	{"half a file", func(pdf []byte) []byte { return pdf[:len(pdf)/2] }, map[string][]string{"2a": {"parse"}, "ua1": {"parse"}}},
}

// TestE2EVeraPDF damages a good paper and looks whether veraPDF, as it is called
// here, finds each fault and nothing else.
func TestE2EVeraPDF(t *testing.T) {
	good := filepath.Join(e2eBuild(t, e2eData), "example", "orders", "proekt-rabochaya-gruppa.pdf")
	folder := t.TempDir()
	plain := filepath.Join(folder, "plain.pdf") // where the objects can be read
	e2eTool(t, "qpdf", "--object-streams=disable", "--stream-data=preserve", "--newline-before-endstream", good, plain)
	pdf, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	files := make([]string, len(e2eDamages))
	for i, damage := range e2eDamages {
		files[i] = filepath.Join(folder, fmt.Sprintf("damage-%d.pdf", i))
		bad := damage.change(bytes.Clone(pdf))
		if damage.broken != nil && bytes.Equal(bad, pdf) {
			t.Errorf("%s: there is nothing to damage", damage.name)
		}
		e2eWrite(t, files[i], string(bad))
	}
	for flavour, verdicts := range e2eVeraBoth(t, files) {
		for i, damage := range e2eDamages {
			e2eSameFaults(t, damage.name+" by "+flavour, verdicts[files[i]], damage.broken[flavour])
		}
	}
}

// e2eSameFaults compares a verdict with what must be found, and nothing else.
func e2eSameFaults(t *testing.T, name string, verdict e2eVeraVerdict, wanted []string) {
	t.Helper()
	for _, want := range wanted {
		if !slices.ContainsFunc(verdict, func(fault string) bool { return strings.Contains(fault, want) }) {
			t.Errorf("%s: nothing is said of «%s»", name, want)
		}
	}
	for _, fault := range verdict {
		if !slices.ContainsFunc(wanted, func(want string) bool { return strings.Contains(fault, want) }) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}
