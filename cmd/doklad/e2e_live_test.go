//go:build e2e

package main
import "testing"
func TestE2ELive(t *testing.T) {
	file := e2eLiveBook(t)
	_ = file
	e2eToolQuietly(t, "cp", file, "/tmp/live.xlsx")
}
