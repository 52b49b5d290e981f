//go:build !linux

package intake

import "time"

var started = time.Now()

func worked() time.Duration { return time.Since(started) }
