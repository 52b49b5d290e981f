package generator

import "regexp"

// templateWords is a family of faults: what text/template says, what we say, and
// what to do.
type templateWords struct {
	pattern    *regexp.Regexp
	text, hint string
}

func says(pattern, text, hint string) templateWords {
	return templateWords{regexp.MustCompile(`(?s)^(?:` + pattern + `)`), text, hint}
}

const (
	onlyWords   = "внутри {{…}} пишите только слова данных с точкой"
	ownEnd      = "у каждого {{if}}, {{range}} и {{with}} должен быть свой {{end}}"
	asInProgram = "сравните эту строку с шаблоном программы: «doklad templates ПАПКА»"
	checkWord   = "проверьте, как оно пишется в шаблоне программы («doklad templates ПАПКА»)"
	oneByOne    = "слова данных ставьте по одному: {{.Kind}} {{.Title}}"
	innerName   = "имя пишут в прямых кавычках: {{template \"имя\" .}}"
	printList   = "список печатает {{parts .Letterhead}} или {{range .Preamble}}{{.}}{{end}}, часть записи – {{.Certified.Post}}"
	giveValue   = "дайте ему значение раньше: {{$$x := .Title}}"
	fromZero    = "места считаются с нуля; сколько их, говорит {{len …}}"
	sameSort    = "сравнивайте текст с текстом, число с числом: {{if eq .Number \"7\"}}"
)

// templateFaults is the English of text/template (parse/lex.go, parse/parse.go,
// parse/node.go, exec.go, funcs.go of Go 1.26) by families; the first that fits
// speaks, and the last two fit everything.
var templateFaults = []templateWords{
	// lex.go: what is opened is not closed, what is no sign of a template.
	says(`unclosed comment`, "не закрыто пояснение {{/* … */}}", "добавьте */}} в конце пояснения"),
	says(`comment ends before closing delimiter`, "после пояснения стоит лишнее", "сразу за */ должно стоять }}"),
	says(`unexpected EOF|unclosed action`, "не закрыто {{…}} или не хватает {{end}}", ownEnd),
	says(`unclosed left paren|unexpected "\}\}" in parenthesized`, "не закрыта скобка (", "добавьте ) перед }}"),
	says(`unexpected right paren`, "лишняя скобка )", "уберите её или добавьте ( раньше"),
	says(`unterminated (?:raw )?quoted string`, "не закрыты кавычки внутри {{…}}", "добавьте вторую такую же кавычку перед }}"),
	says(`unterminated character constant|malformed character constant`, "апостроф внутри {{…}} не заменяет кавычек", "текст ставьте в прямые кавычки: \"…\""),
	says(`invalid syntax`, "непонятный знак после \\ в кавычках", "уберите \\ или удвойте его: \\\\"),
	says(`(?:bad number syntax|illegal number syntax): "(.*?)"`, "непонятное число «$1»", "слово данных начинается с точки, текст стоит в прямых кавычках"),
	says(`integer overflow: "(.*?)"|(\S+) overflows int`, "слишком большое число $1$2", "текст ставьте в прямые кавычки: \"…\""),
	says(`expected :=`, "после : нет знака =", "имя дают так: {{$$x := .Title}}"),
	says(`(?:unrecognized|bad) character.*? U\+[0-9A-F]+ '(.)'`, "непонятный знак «$1»", onlyWords),
	says(`(?:unrecognized|bad) character.*? (U\+[0-9A-F]+)`, "невидимый знак $1 внутри {{…}}", "удалите всё между {{ и }} и напишите заново"),

	// parse.go: words out of place.
	says(`unexpected \{\{(\w+)\}\}`, "лишнее {{$1}}", "уберите его или добавьте начало: {{if}}, {{range}}, {{with}}"),
	says(`expected end; found`, "у одного {{if}}, {{range}} или {{with}} два {{else}}", "уберите второе {{else}} или добавьте {{end}} раньше"),
	says(`unexpected .* in (template|define|block) clause`, "после «$1» нет имени в кавычках", innerName),
	says(`unexpected <?"?(.+?)"?>? in (end|else|\{\{break\}\}|\{\{continue\}\})`, "лишнее «$1»", "{{end}}, {{else}}, {{break}} и {{continue}} стоят одни"),
	says(`unexpected <\.> in`, "лишняя точка", "между двумя точками должно стоять слово: {{.Certified.Post}}"),
	says(`unexpected <(\w+)> in`, "«$1» стоит не на месте", "поставьте его в свои скобки {{…}}"),
	says(`unexpected "?(.+?)"? in \w+`, "непонятный знак «$1»", onlyWords),
	says(`unexpected \. after term "(.*)"`, "точка после того, у чего нет частей", "уберите точку и слово за ней"),
	says(`missing value for (if|range|with)`, "после «$1» ничего не стоит", "напишите, что проверять: {{$1 .Preparer}}"),
	says(`missing value for (block|template|define)`, "после имени в «$1» ничего не стоит", "напишите, что ему дать: {{$1 \"имя\" .}}"),
	says(`missing value|empty command`, "пустые скобки", "напишите в них слово данных с точкой или уберите их"),
	says(`range can only initialize|too many declarations|can't use .* iterate over more than one variable`, "имён больше, чем значений",
		"одно значение – одно имя: {{$$x := .Title}}; два бывает у списка: {{range $$номер, $$текст := .Preamble}}"),
	says(`non executable command`, "после знака | стоит не действие", "напишите действие: {{.Letterhead | parts}}"),
	says(`function "(.*?)" not defined|"(.*?)" is not a defined function`, "нет такого действия: «$1$2»", "слова данных пишутся с точкой: {{.$1$2}}"),
	says(`undefined variable:? "?(\$\w*)"?`, "нет такого имени: «$1»", giveValue),
	says(`\{\{(\w+)\}\} outside`, "{{$1}} стоит вне {{range}}", "уберите его или поставьте между {{range}} и его {{end}}"),
	says(`max expression depth`, "слишком много скобок в скобках", onlyWords),
	says(`template: multiple definition of template "(.*)"`, "вложенный шаблон «$1» описан дважды", "оставьте одно {{define \"$1\"}}"),

	// exec.go: words that the data does not have, and values of a wrong sort.
	says(`can't evaluate field (\S+) in type \[\]`, "у списка нет слова «.$1»", "откройте список: {{range …}}{{.$1}}{{end}}"),
	says(`can't evaluate field (\S+) in type \S*(?:order|report|progress|consolidation|register|cycle|recommendation|draft|quarter)View|(\S+) is an unexported field|nil data; no entry for key "(.*)"|map has no entry for key "(.*)"`,
		"нет такого слова данных: «.$1$2$3$4»", checkWord),
	says(`can't evaluate field (\S+) in type`, "здесь нет слова «.$1»", "внутри {{range}} и {{with}} слова самой бумаги пишутся с долларом: {{$$.$1}}"),
	says(`nil pointer evaluating \S*?\.(\w+)$`, "«.$1» здесь нет: об этом в данных ничего не сказано", "поставьте строку между {{with …}} и {{end}}"),
	says(`template "(.*)" not defined|template: no template "(.*?)"`, "нет вложенного шаблона «$1$2»", "опишите его: {{define \"$1$2\"}}…{{end}}"),
	says(`printed too much`, "шаблон печатает слишком много", "уберите {{range}}, который повторяет строку без конца"),
	says(`exceeded maximum template depth`, "шаблон вставляет сам себя без конца", "уберите {{template …}} из его собственного текста"),
	says(`".*" is an incomplete or empty template`, "шаблон пуст", "выпишите шаблон программы заново: «doklad templates ПАПКА»"),
	says(`range can't iterate over|range over`, "{{range}} стоит при слове, которое не список", "напишите слово без {{range}}"),
	says(`can't give argument to non-function|(?:\S+) has arguments but|(?:\S+) is not a method`, "в одних скобках два слова", oneByOne),
	says(`nil is not a command|can't evaluate command|indirection through explicit nil`, "это слово ничего не печатает", onlyWords),
	says(`wrong number of args for (\w+): want (at least )?(\d+) got (\d+)`, "после «$1» стоит слов: $4, а нужно: $3", asInProgram),
	says(`wrong type for value; expected \[\]\S+; got|can't handle .* for arg of type \[\]|invalid value; expected \[\]|cannot assign nil to \[\]`,
		"слово не того вида: нужен список", "«parts» соединяет списки: Letterhead, Title, Approval, Mark"),
	says(`wrong type for value; expected string|expected string; found|can't handle .* for arg of type string`, "слово не того вида: нужен текст", printList),
	says(`expected (?:unsigned )?(?:integer|float|complex); found|wrong type for value; expected u?int`, "слово не того вида: нужно число", "напишите число цифрами, без кавычек"),
	says(`expected bool; found|if/with can't use|wrong type|can't handle|invalid value|cannot assign|dereference of nil`, "слово не того вида", asInProgram),
	says(`can't print|error calling escape: `, "это не слово, а список или запись", printList),

	// funcs.go: what the actions of text/template say for themselves.
	says(`error calling \w+: .*(?:index out of range|invalid slice index)`, "в списке нет такого места", fromZero),
	says(`error calling (index|slice): `, "действию «$1» нужны список и номер места в нём", fromZero),
	says(`error calling len: `, "«len» считает только буквы текста и места списка", asInProgram),
	says(`error calling (?:eq|ne|lt|le|gt|ge): missing argument`, "сравнивать не с чем", sameSort),
	says(`error calling (?:eq|ne|lt|le|gt|ge): `, "эти слова сравнить нельзя", sameSort),
	says(`error calling (\w+): `, "действие «$1» здесь не годится", asInProgram),
	says(``, "эта строка шаблона не понята", asInProgram),
}

// sayTemplateFault puts what text/template says into Russian.
func sayTemplateFault(english string) (text, cure string) {
	for _, f := range templateFaults {
		if m := f.pattern.FindStringSubmatchIndex(english); m != nil {
			expand := func(s string) string { return string(f.pattern.ExpandString(nil, s, english, m)) }
			return expand(f.text), expand(f.hint)
		}
	}
	panic("templateFaults has no last resort")
}
