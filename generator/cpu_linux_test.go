package generator

import (
	"syscall"
	"time"
)

// worked is the time that the process has been at work: other programs on the
// machine must not fail a test.
func worked() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
