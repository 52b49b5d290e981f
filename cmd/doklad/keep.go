package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
	"github.com/rogpeppe/go-internal/robustio"

	"doklad/generator"
	"doklad/generator/diag"
)

// keeper adds to one record. Whoever else adds to it, or to its neighbours, waits:
// nothing that was read is outdated when it is written back.
type keeper struct {
	file     string // of the record
	out      *folder
	patience time.Duration
}

// lockName is the file that who writes to a folder of records holds. It stays when all
// is done: only the hold on it counts, and that ends with the program however it ends.
const lockName = ".doklad.lock"

const lockPatience = 30 * time.Second

// machineFault is a fault of the machine, not of the call.
type machineFault struct{ error }

func (m machineFault) Unwrap() error { return m.error }

var errBusy = errors.New("busy")

// keep makes the file anew while nobody else can, and puts it in its place. A file
// without a name is nothing to be written.
func keep[T any](k keeper, remake func() (generator.File, T, diag.List, error)) (T, diag.List, error) {
	var none T
	dir := filepath.Dir(k.file)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		// The first mark of an office: no folder is made for one that is refused.
		if file, recorded, problems, err := remake(); err != nil || problems.HasErrors() || file.Path == "" {
			return recorded, problems, err
		}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return none, nil, machineFault{err}
	}
	unlock, err := lock(filepath.Join(dir, lockName), k.patience)
	if err != nil {
		return none, nil, machineFault{err}
	}
	defer unlock()
	file, recorded, problems, err := remake()
	if err != nil || problems.HasErrors() || file.Path == "" {
		return recorded, problems, err
	}
	dropParts(dir, 0)              // only a killed program leaves them while the lock is ours
	k.out.rename = robustio.Rename // on Windows another program may look at the record for a moment
	if _, err := k.out.write(file); err != nil {
		return none, nil, machineFault{err}
	}
	return recorded, problems, nil
}

// lock waits for the file to be free.
func lock(name string, patience time.Duration) (unlock func(), err error) {
	type hold struct {
		unlock func()
		err    error
	}
	held, left := make(chan hold), make(chan struct{})
	go func() {
		var h hold
		h.unlock, h.err = lockedfile.MutexAt(name).Lock()
		select {
		case held <- h:
		case <-left:
			if h.err == nil {
				h.unlock()
			}
		}
	}()
	select {
	case h := <-held:
		return h.unlock, h.err
	case <-time.After(patience):
		close(left)
		return nil, errBusy
	}
}

// sayUnrecorded puts a fault of the machine into words with a cure.
func sayUnrecorded(err error, record string) string {
	where := record
	var at *fs.PathError
	if errors.As(err, &at) && !isPart(filepath.Base(at.Path)) && filepath.Base(at.Path) != lockName {
		where = filepath.ToSlash(at.Path)
	}
	say := func(what, cure string) string { return where + ": " + what + "\n  подсказка: " + cure }
	switch {
	case errors.Is(err, errBusy):
		return say("другая программа долго пишет в эту папку: ничего не записано",
			"подождите и повторите; если не помогает, закройте другие окна с doklad")
	case isDiskFull(err):
		return say("на диске нет места: ничего не записано", "освободите место и повторите; прежние отметки целы")
	case isOpenElsewhere(err), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return say("нет прав на запись: ничего не записано",
			"закройте файл в других программах, снимите с него «Только чтение» и проверьте права на папку")
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return say("на месте папки лежит файл: ничего не записано", "уберите его и повторите")
	case errors.Is(err, errors.ErrUnsupported), errors.Is(err, syscall.ENOLCK):
		return say("этот диск не даёт занять папку на время записи: ничего не записано",
			"перенесите папку данных на диск этого компьютера")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return say("слишком длинное имя файла: ничего не записано", "сократите имя файла данных")
	}
	return say(fmt.Sprintf("ничего не записано: %v", err), "проверьте диск и папку и повторите")
}

// isOpenElsewhere reports whether another program does not let the file be replaced.
func isOpenElsewhere(err error) bool {
	const sharing, locked = syscall.Errno(32), syscall.Errno(33) // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
	return runtime.GOOS == "windows" && (errors.Is(err, sharing) || errors.Is(err, locked))
}
