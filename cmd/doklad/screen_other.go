//go:build !windows

package main

import "os"

// showsColours: terminals of other systems obey control sequences.
func showsColours(*os.File) bool { return true }
