// Package data carries in the program what is common to all offices, so that it
// works with any data folder: an office's folder and the folders above it are
// searched first, this last.
package data

import "embed"

// Common holds layouts/*.toml, calendar/*.toml, indicators/*.toml and checks/*.toml.
//
//go:embed layouts/*.toml calendar/*.toml indicators/*.toml checks/*.toml
var Common embed.FS
