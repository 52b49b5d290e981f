// Command doklad makes the papers of a municipal education department out of one
// folder of data. This package is the only one that reads flags and the clock,
// writes files and ends the program.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"doklad/data"
	"doklad/generator"
	"doklad/generator/model"
	"doklad/templates"
)

// version is set by «make dist».
var version = "разработка"

// Exit statuses.
const (
	exitMade  = 0
	exitData  = 1 // the data is at fault, or a paper could not be written
	exitUsage = 2 // the command was called wrongly
)

func main() {
	// The program lives for a second: memory is given back only when there is much
	// of it.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(400 << 20)
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run carries out one command line and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	var failed failure
	switch {
	case err == nil:
		return exitMade
	case errors.As(err, &failed):
		if failed.text != "" {
			fmt.Fprintln(stderr, "doklad: "+failed.text)
		}
		return exitData
	}
	fmt.Fprintf(stderr, "doklad: %s\n  подсказка: %s\n", sayUsage(err), usageHint(root, args))
	return exitUsage
}

// failure ends a command with status 1: its text, if any, has not been printed.
type failure struct{ text string }

func (f failure) Error() string { return f.text }

// session is what the flags of a command say.
type session struct {
	data string
	out  string
	date string
}

func (s *session) addDataFlag(c *cobra.Command) {
	s.data = "data"
	c.Flags().Var((*folderName)(&s.data), "data", "папка данных")
}

func (s *session) addOutFlag(c *cobra.Command) {
	s.out = "out"
	c.Flags().Var((*folderName)(&s.out), "out", "папка бумаг")
}

// folderName is the value of a key that names a folder: "" would be the folder
// where the program happens to be called.
type folderName string

func (f *folderName) Set(name string) error {
	if strings.TrimSpace(name) == "" {
		return fmt.Errorf("не названа папка; без этого ключа – %s", *f)
	}
	*f = folderName(name)
	return nil
}

func (f *folderName) String() string { return string(*f) }
func (f *folderName) Type() string   { return "folder" }

func (s *session) addDateFlag(c *cobra.Command) {
	c.Flags().StringVar(&s.date, "date", "", "считать этот день сегодняшним")
}

// generator reads the flags; its errors are of wrong use.
func (s *session) generator() (generator.Generator, error) {
	clock := model.DateOf(time.Now())
	today := clock
	if s.date != "" {
		var err error
		if today, err = model.ParseDate(s.date); err != nil {
			return generator.Generator{}, fmt.Errorf("--date: %w; нужна дата вида 2021-06-25", err)
		}
	}
	stat, err := os.Stat(s.data)
	switch {
	case err != nil:
		return generator.Generator{}, fmt.Errorf("нет папки данных «%s»", s.data)
	case !stat.IsDir():
		return generator.Generator{}, fmt.Errorf("«%s» не папка", s.data)
	}
	return generator.Generator{
		Data: os.DirFS(s.data), Common: data.Common, Templates: templates.FS, Today: today, Clock: clock,
	}, nil
}

// plan reads all data and calls the places of its problems as the user would.
func (s *session) plan(ids ...string) (generator.Plan, error) {
	g, err := s.generator()
	if err != nil {
		return generator.Plan{}, err
	}
	return g.Plan(ids...), nil
}

// place is a file of the data folder as the user calls it.
func (s *session) place(file string) string {
	if file == "" {
		return filepath.ToSlash(filepath.Clean(s.data))
	}
	return filepath.ToSlash(filepath.Join(s.data, filepath.FromSlash(file)))
}
