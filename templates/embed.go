// Package templates carries the texts of the papers. Officials change them: the
// command «doklad templates» copies them out, and an office's own folder of
// templates wins over these.
package templates

import "embed"

// FS holds *.tmpl.
//
//go:embed *.tmpl
var FS embed.FS
