package generator

import ("doklad/generator/doc"; "doklad/generator/xlsx")

type exhibit struct { Kind, Number, Name string; Table *doc.Table; Picture *picture }
type reportBook struct { Title, Office, Note string; Exhibits []exhibit; Base []xlsx.Sheet }
func reportSheets(b reportBook) []xlsx.Sheet { return b.Base }
