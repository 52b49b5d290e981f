package intake

// Code is the name of a kind of remarks.
type Code struct {
	Name    string
	Meaning string // one Russian line for the manual
}

// Codes lists every kind of remark that a reading can make.
var Codes = []Code{
	{codeFile, "файл не читается: не тот формат, пароль, повреждён, чужая кодировка"},
	{codeTable, "таблицы показателей нет, она стоит дважды, или её столбцы неясны"},
	{codeSheet, "лист с данными, который не прочитан"},
	{codeOffice, "форма другой организации, другого вида или другого перечня"},
	{codePeriod, "отчётный период не тот или не назван"},
	{codeWho, "учреждение не узнано, названо по-разному или сдаёт не само"},
	{codeKey, "скрытый ключ строки, код и название говорят о разном"},
	{codeCode, "кода нет в каталоге показателей"},
	{codeAlien, "показатель не для этого вида учреждений"},
	{codeDerived, "показатель считает программа, его не заполняют"},
	{codeTwice, "об одном и том же сказано дважды"},
	{codeSplit, "запись, похоже, разорвана на две строки"},
	{codeMerged, "объединённые ячейки: неясно, к чему относится число"},
	{codeGone, "строк или столбцов формы нет"},
	{codeAside, "числа в строке итога, подписи, примечания или в чужом столбце не прочитаны"},
	{codeRowNumber, "номер строки потерял ноль: «1.10» стало «1.1»"},
	{codeTextNumber, "число записано текстом или с лишними знаками"},
	{codeNumber, "не число, или число можно прочесть двояко"},
	{codeDate, "вместо числа дата или время: его изменил Excel"},
	{codeUncounted, "формула не посчитана"},
	{codeFormula, "взят сохранённый результат формулы"},
	{codeFault, "в ячейке ошибка формулы"},
	{codeWord, "слово или знак вместо числа прочитаны как «нет данных» или «не применимо»"},
	{codeContradiction, "стоит и число, и причина, почему его нет"},
	{codeNote, "сноска при числе"},
	{codeShare, "похоже на долю вместо процентов"},
	{codeUnit, "другая единица измерения"},
	{codeWhole, "дробь там, где считают людей или предметы"},
	{codeRange, "значение вне допустимых границ"},
	{codeUnusual, "значение необычно: проверьте"},
}

const (
	codeFile          = "IMP-FILE"
	codeTable         = "IMP-TABLE"
	codeSheet         = "IMP-SHEET"
	codeOffice        = "IMP-OFFICE"
	codePeriod        = "IMP-PERIOD"
	codeWho           = "IMP-WHO"
	codeKey           = "IMP-KEY"
	codeCode          = "IMP-CODE"
	codeAlien         = "IMP-ALIEN"
	codeDerived       = "IMP-DERIVED"
	codeTwice         = "IMP-TWICE"
	codeSplit         = "IMP-SPLIT"
	codeMerged        = "IMP-MERGED"
	codeGone          = "IMP-GONE"
	codeAside         = "IMP-ASIDE"
	codeRowNumber     = "IMP-ROWNUM"
	codeTextNumber    = "IMP-TEXTNUM"
	codeNumber        = "IMP-NUMBER"
	codeDate          = "IMP-DATE"
	codeUncounted     = "IMP-UNCOUNTED"
	codeFormula       = "IMP-FORMULA"
	codeFault         = "IMP-FAULT"
	codeWord          = "IMP-WORD"
	codeContradiction = "IMP-CONTRA"
	codeNote          = "IMP-NOTE"
	codeShare         = "IMP-SHARE"
	codeUnit          = "IMP-UNIT"
	codeWhole         = "IMP-WHOLE"
	codeRange         = "IMP-RANGE"
	codeUnusual       = "IMP-UNUSUAL"
)
