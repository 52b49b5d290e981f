package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// showsColours asks the console to obey control sequences; those before Windows 10 do
// not know how.
func showsColours(console *os.File) bool {
	handle := windows.Handle(console.Fd())
	var mode uint32
	return windows.GetConsoleMode(handle, &mode) == nil &&
		windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
