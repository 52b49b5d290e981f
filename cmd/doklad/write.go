package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
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
	rename func(from, to string) error
}

type writable interface {
	Write([]byte) (int, error)
	Sync() error
	Close() error
}

func newFolder(dir string) *folder {
	return &folder{dir: dir, rename: os.Rename, create: func(name string) (writable, error) {
		return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	}}
}

const (
	partPrefix = ".doklad-"
	partSuffix = ".tmp"
)

func isPart(name string) bool {
	return strings.HasPrefix(name, partPrefix) && strings.HasSuffix(name, partSuffix)
}

// write puts a paper in its place; made is false where the same bytes are there
// already.
func (f *folder) write(file generator.File) (made bool, err error) {
	target := filepath.Join(f.dir, filepath.FromSlash(file.Path))
	if old, err := os.ReadFile(target); err == nil && bytes.Equal(old, file.Bytes) {
		return false, nil
	}
	dir := filepath.Dir(target)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return false, err
	}
	// By chance, not by process: in a container every run is process 1, and
	// would stumble over what a killed one left.
	part := filepath.Join(dir, partPrefix+rand.Text()+partSuffix)
	if err := f.writePart(part, file.Bytes); err != nil {
		_ = os.Remove(part) // best effort: the fault that matters is err
		return false, err
	}
	if err := f.rename(part, target); err != nil {
		_ = os.Remove(part)
		return false, err
	}
	return true, nil
}

// remove takes away a paper that holds no longer; it need not be there.
func (f *folder) remove(file generator.File) error {
	err := os.Remove(filepath.Join(f.dir, filepath.FromSlash(file.Path)))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil
	}
	return err
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
		dropParts(dir, time.Hour)
	}
}

// dropParts removes the parts in a folder that are older than that.
func dropParts(dir string, age time.Duration) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !isPart(e.Name()) {
			continue
		}
		if stat, err := e.Info(); err == nil && time.Since(stat.ModTime()) >= age {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// sayMachine puts a fault of the machine into words with a cure.
func sayMachine(err error) string {
	where := ""
	var path *fs.PathError
	var link *os.LinkError
	if errors.As(err, &path) && !isPart(filepath.Base(path.Path)) {
		where = filepath.ToSlash(path.Path) + ": "
	}
	switch {
	case isDiskFull(err):
		return where + "на диске нет места\n  подсказка: освободите место и повторите; прежние бумаги целы"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return where + "нет прав на запись\n  подсказка: закройте файл, если он открыт в Excel или в просмотре PDF, или назовите другую папку"
	case errors.As(err, &link) && errors.Is(err, fs.ErrExist):
		return where + "на месте бумаги лежит папка\n  подсказка: уберите её или назовите другую папку"
	case errors.Is(err, fs.ErrNotExist):
		return where + "нет такой папки или диска\n  подсказка: назовите другую папку"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return where + "на месте папки лежит файл\n  подсказка: уберите его или назовите другую папку"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return where + "слишком длинное имя файла\n  подсказка: сократите имя файла данных"
	}
	return err.Error()
}

// isDiskFull reports whether the disk, or the user's share of it, is full.
func isDiskFull(err error) bool {
	const windowsDiskFull = syscall.Errno(112) // ERROR_DISK_FULL
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) ||
		runtime.GOOS == "windows" && errors.Is(err, windowsDiskFull)
}

// paperPath is where a paper goes, as the user calls it.
func (s *session) paperPath(p generator.Paper) string { return s.outPath(p.Path) }

// outPath is a file of the folder of papers, as the user calls it.
func (s *session) outPath(name string) string {
	return filepath.ToSlash(filepath.Join(s.out, filepath.FromSlash(name)))
}
