package lint

import "doklad/generator/diag"

// Code is the name of a rule with the weight of its findings in a draft.
type Code struct {
	Name     string
	Severity diag.Severity
	Meaning  string // one Russian line for the documentation
}

// Codes lists every rule.
var Codes = []Code{
	{"HDR-ORG", diag.Error, "на бланке нет наименования организации (реквизит 05)"},
	{"ANX-GRIF", diag.Error, "у приложения нет грифа «УТВЕРЖДЕН…» или слов «Приложение», или они не те, что названы в пункте"},
	{"ANX-EMPTY", diag.Error, "в разделе дорожной карты нет мероприятий, в таблице приложения нет строк"},
	{"ANX-TITLE", diag.Warning, "заголовки приказа и приложения расходятся, или в заголовке повтор"},

	{"TXT-YEAR", diag.Error, "«год» после промежутка лет вместо «годы»"},
	{"SP-YEAR", diag.Warning, "нет пробела между годом и «г.», или «г.» после цифровой даты"},
	{"SP-NUM", diag.Warning, "нет пробела после «№» или «§»"},
	{"SP-PERCENT", diag.Warning, "знак процента то с пробелом, то без него"},
	{"SP-DOUBLE", diag.Warning, "два пробела подряд"},
	{"DASH-RANGE", diag.Warning, "дефис или длинное тире в промежутке"},
	{"DASH-HYPHEN", diag.Warning, "дефис вместо тире между словами"},
	{"DASH-MIX", diag.Advice, "между словами то среднее тире, то длинное"},
	{"PUN-SLASH", diag.Warning, "косая черта вместо знаков препинания"},
	{"PUN-CELLDOT", diag.Advice, "точка в конце ячейки не как в остальных ячейках столбца"},
	{"TTL-DOT", diag.Warning, "точка в конце заголовка"},
	{"MD-RESIDUE", diag.Warning, "остатки разметки"},
	{"LOOKALIKE", diag.Warning, "латинская буква в русском слове или вместо него"},
	{"QUO-BAL", diag.Error, "кавычки не закрыты или не открыты"},
	{"QUO-NEST", diag.Advice, "кавычки внутри таких же кавычек"},

	{"CAP-MID", diag.Warning, "прописная буква в середине предложения"},
	{"CAP-TERM", diag.Warning, "одно и то же слово то с прописной, то со строчной буквы"},
	{"ENT-MIX", diag.Advice, "территория названа по-разному"},
	{"ABBR-UNDEF", diag.Warning, "сокращение не введено"},
	{"ABBR-WRONG", diag.Advice, "сокращение введено не тем наименованием"},

	{"NAME-DOT", diag.Warning, "инициалы без точек или с запятыми"},
	{"NAME-ORDER", diag.Warning, "инициалы то перед фамилией, то после неё"},
	{"DECL-CHECK", diag.Advice, "падеж фамилии поставлен по правилам и никем не подтверждён"},

	{"LST-DOUBLE", diag.Warning, "двойной знак перечня: тире или номер перед номером пункта"},
	{"NUM-DOT", diag.Warning, "номера строк то с точкой, то без неё"},
	{"NUM-SEQ", diag.Warning, "номер строки не по порядку"},

	{"TBL-SPLIT", diag.Error, "строка таблицы разорвана на две"},
	{"TBL-BLANK", diag.Warning, "пустая строка в таблице"},
	{"TBL-EMPTY-DEADLINE", diag.Error, "не указан срок исполнения"},
	{"TBL-EMPTY-EXEC", diag.Error, "не указаны ответственные"},
	{"TBL-EMPTY-RESULT", diag.Error, "не указан планируемый результат"},
	{"TBL-EMPTY-CELL", diag.Warning, "пустая ячейка или пустой абзац приложения, графа без заголовка"},
	{"TBL-RESULT-TRUNC", diag.Warning, "планируемый результат, похоже, обрезан"},

	{"EXEC-SEP", diag.Warning, "ответственные записаны без разделителя"},
	{"EXEC-NAME", diag.Warning, "ответственный не найден в справочнике или назван по-разному"},

	{"DL-CASE", diag.Advice, "сроки то с прописной, то со строчной буквы"},
	{"DL-YEARMARK", diag.Advice, "год в сроках то с «г.», то без него"},
	{"DL-VAGUE", diag.Warning, "«ежегодно» без месяца"},
	{"DL-UNKNOWN", diag.Advice, "срок не понят или не назван: за ним программа не следит"},
	{"DL-DAY", diag.Warning, "в сроке день, которого нет в календаре, или конец раньше начала"},
	{"DL-NOYEAR", diag.Advice, "в сроке не назван год"},
	{"DL-INCL", diag.Advice, "неясно, входит ли в срок последний день"},
	{"DL-HALF", diag.Advice, "неясно, календарное полугодие или учебное"},
	{"DL-SCHOOL", diag.Advice, "учебный год через дефис или тире, а не через косую черту"},
	{"DL-REPEAT", diag.Warning, "в сроке дважды названо одно и то же"},
	{"DL-ORDER", diag.Advice, "отчёт стоит перед мониторингом, на который опирается"},
	{"DL-HORIZON", diag.Advice, "неясно, каким днём кончается план"},

	{"RES-DUP", diag.Advice, "один результат у разных мероприятий"},
	{"RES-MISMATCH", diag.Warning, "результат не следует из мероприятия"},
	{"RES-TAUT", diag.Advice, "результат повторяет мероприятие и ничем не измеряется"},
	{"RES-STYLE", diag.Advice, "результаты то причастиями, то существительными"},

	{"CTRL-FORM", diag.Warning, "пункт о контроле не по принятой формуле"},
	{"DATE-MIX", diag.Advice, "даты то цифрами, то словами"},
	{"REF-ORDER", diag.Warning, "приказ ссылается на будущий акт, дата не растёт с номером, или копия заверена раньше приказа"},
	{"PRE-ORDER", diag.Advice, "части преамбулы в разных приказах стоят в разном порядке"},
	{"ORD-NOACK", diag.Advice, "исполнителей никто не обязан ознакомить, чужому органу поручено без согласования"},
	{"ORD-NOREPORT", diag.Warning, "никто не обязан отчитаться об исполнении"},

	{"PRG-WHERE", diag.Error, "отмечено мероприятие или исполнение, которого в дорожной карте нет"},
	{"PRG-DAY", diag.Error, "день отметки раньше приказа или ещё не наступил"},
	{"PRG-CONTRA", diag.Warning, "отметки противоречат друг другу или сроку"},
	{"PRG-TWICE", diag.Warning, "одна отметка записана дважды"},
	{"PRG-PROOF", diag.Warning, "исполнено, а подтверждающий документ не назван"},
	{"PRG-REASON", diag.Warning, "опоздание, перенос или отмена без причины"},
	{"PRG-MOVED", diag.Warning, "перенесено, а новый срок не назван или раньше переноса"},

	{"REC-DAY", diag.Error, "день отметки раньше рекомендаций, или день отметки, решения ещё не наступил"},
	{"REC-TWICE", diag.Warning, "одна отметка о рекомендации записана дважды"},
	{"REC-PROOF", diag.Warning, "рекомендация исполнена, а подтверждающий документ не назван"},
	{"REC-REASON", diag.Warning, "рекомендация не исполнена, исполнена частично или с опозданием, а причина не названа"},

	{"IND-VERIFY", diag.Advice, "показатели известны только из практики и не сверены с документом"},
	{"IND-NOREC", diag.Advice, "у показателя есть порог, а что рекомендовать, не сказано"},
	{"IND-UNUSED", diag.Warning, "число собирается, а ничто из него не считается"},
	{"IND-CLUSTER", diag.Warning, "критерий назван для кластера, которого нет среди учреждений"},
	{"CHK-CLUSTER", diag.Warning, "увязка названа для кластера, которого нет среди учреждений"},
	{"CHK-SAME", diag.Advice, "две увязки сверяют одно и то же"},

	{"RESTORED", diag.Warning, "место восстановлено по повреждённой копии"},
}

var severities = func() map[string]diag.Severity {
	m := map[string]diag.Severity{}
	for _, c := range Codes {
		m[c.Name] = c.Severity
	}
	return m
}()
