package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"doklad/generator"
)

// folder is where papers are written. A paper appears whole or not at all: it is
// written beside its place and then renamed.
type folder struct {
	dir string
	// create opens a new file for writing; tests replace it to fill the disk.
	create func(name string) (writable, error)
}

type writable interface {
	Write([]byte) (int, error)
	Sync() error
	Close() error
}

func newFolder(dir string) *folder {
	return &folder{dir: dir, create: func(name string) (writable, error) {
		return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	}}
}

const (
	partPrefix = ".doklad-"
	partSuffix = ".tmp"
)

// write puts a paper in its place; made is false where the same bytes are there
// already.
func (f *folder) write(file generator.File) (made bool, err error) {
	target := filepath.Join(f.dir, filepath.FromSlash(file.Path))
	if old, err := os.ReadFile(target); err == nil && bytes.Equal(old, file.Bytes) {
		return false, nil
	}
	dir, name := filepath.Split(target)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return false, err
	}
	part := filepath.Join(dir, fmt.Sprintf("%s%d-%s%s", partPrefix, os.Getpid(), name, partSuffix))
	if err := f.writePart(part, file.Bytes); err != nil {
		_ = os.Remove(part) // best effort: the fault that matters is err
		return false, err
	}
	if err := os.Rename(part, target); err != nil {
		_ = os.Remove(part)
		return false, err
	}
	return true, nil
}

// writePart writes a whole new file through to the disk.
func (f *folder) writePart(name string, data []byte) error {
	file, err := f.create(name)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Sync(), file.Close())
}

// dropLeftovers removes what an interrupted run left beside the papers. Files of
// the last hour stay: another run may be writing them.
func (f *folder) dropLeftovers(papers []generator.Paper) {
	dirs := map[string]bool{}
	for _, p := range papers {
		dirs[filepath.Dir(filepath.Join(f.dir, filepath.FromSlash(p.Path)))] = true
	}
	for dir := range dirs {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), partPrefix) || !strings.HasSuffix(e.Name(), partSuffix) {
				continue
			}
			if stat, err := e.Info(); err == nil && time.Since(stat.ModTime()) > time.Hour {
				_ = os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}

// sayMachine puts a fault of the machine into words with a cure.
func sayMachine(err error) string {
	var path *fs.PathError
	where := ""
	if errors.As(err, &path) {
		where = filepath.ToSlash(path.Path) + ": "
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return where + "на диске нет места\n  подсказка: освободите место и повторите; прежние бумаги целы"
	case errors.Is(err, fs.ErrPermission):
		return where + "нет прав на запись\n  подсказка: закройте файл, если он открыт в Excel или в просмотре PDF, или укажите другую папку: --out"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return where + "на месте папки лежит файл\n  подсказка: уберите его или укажите другую папку: --out"
	}
	return err.Error()
}

// paperPath is where a paper goes, as the user calls it.
func (s *session) paperPath(p generator.Paper) string {
	return filepath.ToSlash(filepath.Join(s.out, filepath.FromSlash(p.Path)))
}
