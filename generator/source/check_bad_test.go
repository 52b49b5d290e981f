package source

// soundChecks is a small file with one check of every kind, over soundIndicators.
const soundChecks = `[[check]] # 1
id = "U1"
title = "Сытых не больше, чем детей"
left = "A3"
operator = "<="
right = "1.5 * V1"
tolerance = 0.5
missing_left = "skip-if-all"
missing_right = "never-skip"
importance = "error"
message = "сытых больше, чем детей"
hint = "исправьте"
kinds = ["ДОО"]
clusters = ["north"]

[[check]] # 2
id = "U2"
title = "Скачок"
jump = "V1"
bound = 30
absolute = true
level = "both"
message = "детей стало не столько"
hint = "проверьте"

[[check]] # 3
id = "U3"
title = "Выброс"
outlier = "A1"
among = ["kind", "cluster"]
fence = 2
message = "балл не как у других"
hint = "проверьте"

[[check]] # 4
id = "U4"
title = "Садов столько же"
left = "sum(A4, V1_prev)"
operator = "both-or-none"
right = "A4"
level = "municipality"
message = "садов не столько"
hint = "проверьте"
`

// badChecks has a slip for every message about checks.
var badChecks = []struct {
	name  string
	edits [][2]string
}{
	{"nothing is wrong", nil},
	{"unknown key", [][2]string{{"tolerance = 0.5", "tolerence = 0.5"}}},
	{"wrong type", [][2]string{{"tolerance = 0.5", "tolerance = \"0,5\""}}},
	{"no id", [][2]string{{"id = \"U1\"\n", ""}}},
	{"id that is no beginning of a key", [][2]string{{`"U1"`, `"U.1"`}}},
	{"id twice", [][2]string{{`"U2"`, `"U1"`}}},
	{"no words", [][2]string{{"title = \"Выброс\"\n", ""}, {`"балл не как у других"`, `" "`}, {"hint = \"исправьте\"\n", ""}}},
	{"no message", [][2]string{{"message = \"сытых больше, чем детей\"\n", ""}}},
	{"unknown operator", [][2]string{{`"<="`, `"=<"`}}},
	{"an operator with a slip", [][2]string{{`"both-or-none"`, `"both-or-nome"`}}},
	{"no operator", [][2]string{{"operator = \"<=\"\n", ""}}},
	{"missing rules", [][2]string{{`"skip-if-all"`, `"skip-if-al"`}, {`"never-skip"`, `"zero"`}}},
	{"importance", [][2]string{{`importance = "error"`, `importance = "fatal"`}}},
	{"level", [][2]string{{`level = "both"`, `level = "school"`}}},
	{"kinds", [][2]string{{`["ДОО"]`, `["ДОУ", "ДОО", "ДОО", "кластер"]`}}},
	{"kinds of a municipality", [][2]string{{`level = "municipality"`, "level = \"municipality\"\nkinds = [\"ДОО\"]"}}},
	{"left and jump", [][2]string{{`jump = "V1"`, "left = \"V1\"\njump = \"V1\""}}},
	{"nothing to check", [][2]string{{"jump = \"V1\"\nbound = 30\nabsolute = true\n", ""}}},
	{"no right side", [][2]string{{"right = \"1.5 * V1\"\n", ""}}},
	{"negative bound", [][2]string{{"bound = 30", "bound = -30"}}},
	{"no bound", [][2]string{{"bound = 30\n", ""}}},
	{"negative tolerance", [][2]string{{"tolerance = 0.5", "tolerance = -0.5"}}},
	{"tolerance of presence", [][2]string{{"right = \"A4\"", "right = \"A4\"\ntolerance = 1"}}},
	{"keys of another kind", [][2]string{{"fence = 2", "fence = 2\nbound = 2\ntolerance = 1"}}},
	{"negative fence", [][2]string{{"fence = 2", "fence = -2"}}},
	{"among", [][2]string{{`["kind", "cluster"]`, `["kinds", "cluster", "cluster"]`}}},
	{"outlier of the municipality", [][2]string{{"fence = 2", "fence = 2\nlevel = \"municipality\""}}},
	{"a formula that is not finished", [][2]string{{`"1.5 * V1"`, `"1.5 * (V1"`}}},
	{"a formula with a comma", [][2]string{{`"1.5 * V1"`, `"1,5 * V1"`}}},
	{"a condition", [][2]string{{`"1.5 * V1"`, `"V1 > 1"`}}},
	{"unknown codes", [][2]string{{`"A3"`, `"A3 + A33"`}, {`jump = "V1"`, `jump = "V11"`}, {`outlier = "A1"`, `outlier = "Z1"`}}},
	{"an unknown code of the year before", [][2]string{{"V1_prev", "V9_prev"}}},
	{"a slip in the year before", [][2]string{{"V1_prev", "V1_prv"}}},
	{"no indicator", [][2]string{{`"A3"`, `"1"`}, {`"1.5 * V1"`, `"2"`}}},
	{"an indicator of the municipality", [][2]string{{`"A3"`, `"A3 + A4"`}}},
	{"an indicator of the institution", [][2]string{{"V1_prev", "A5_prev"}}},
	{"kinds that do not have the indicators", [][2]string{{`kinds = ["ДОО"]`, `kinds = ["СОШ"]`}}},
}
