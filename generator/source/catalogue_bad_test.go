package source

// soundIndicators is a small catalogue with one of everything.
const soundIndicators = `title = "Перечень"
short = "сады"
contingent = "V1"
[[scale]]
id = "five"
[[scale.threshold]]
level = "низкий"
at = 2
[[scale.threshold]]
level = "базовый"
at = 3
norm = true

[[indicator]] # 1
code = "A1"
title = "Балл"
area = "Питание"
unit = "балл"
decimals = 1
direction = "higher"
level = "both"
kinds = ["ДОО", "СОШ"]
filled_by = "municipality"
period = "calendar-year"
source = "МКДО"
explain = "Балл по отчёту."
total = "mean"
weight = "V1"
range = [1, 5]
usual = [2, 4.5]
scale = "five"
[[indicator.criterion]]
level = "низкий"
text = "Поднять"
addressee = "руководителю"
term = "до 1 декабря"

[[indicator]] # 2
code = "V1"
title = "Число детей"
unit = "чел."
direction = "none"
level = "both"
kinds = ["ДОО"]
filled_by = "institution"
period = "school-year"
as_of = "20 сентября"
source = "ОО-1"
explain = "По списку."
total = "sum"
range = [0, 500]

[[indicator]] # 3
code = "A2"
title = "Доля сытых"
area = "Питание"
unit = "%"
decimals = 1
direction = "lower"
level = "both"
kinds = ["ДОО"]
period = "date"
as_of = "1 января следующего года"
source = "отчёт"
explain = "Доля."
total = "formula"
formula = "100 * A3 / V1"
weight = "V1"
range = [0, 100]
verified = true
basis = "приказ"
[[indicator.threshold]]
level = "терпимо"
at = 25
[[indicator.threshold]]
level = "хорошо"
reference = "край"
norm = true
[[indicator.threshold]]
level = "отлично"
at = 5
[[indicator.reference]]
name = "край"
year = 2022
value = 12.5

[[indicator]] # 4
code = "A3"
title = "Сытые"
area = "Питание"
unit = "чел."
direction = "band"
level = "both"
kinds = ["ДОО"]
filled_by = "institution"
period = "calendar-year"
source = "отчёт"
explain = "Сытые дети."
total = "sum"
range = [0, 500]
[[indicator.threshold]]
level = "норма"
band = [10, 200]

[[indicator]] # 5
code = "A4"
title = "Доля садов"
area = "Сады"
unit = "%"
direction = "higher"
level = "municipality"
kinds = ["ДОО"]
period = "calendar-year"
source = "отчёт"
explain = "Доля."
share_where = "A1 >= 3"
trend = true
range = [0, 100]

[[indicator]] # 6
code = "A5"
title = "Есть ли сад"
unit = "да/нет"
direction = "none"
level = "institution"
kinds = ["ДОО"]
filled_by = "institution"
period = "calendar-year"
source = "отчёт"
explain = "Да или нет."
range = [0, 1]
[[indicator.method]]
year = 2021
text = "Считают и без сада"
[[indicator.method]]
year = 2019
text = "Считают на 1 сентября"
`

type indicatorEdits [][2]string

// badIndicators has a slip for every message about indicators.
var badIndicators = []struct {
	name  string
	edits indicatorEdits
}{
	{"nothing is wrong", nil},
	{"unknown key", indicatorEdits{{"decimals = 1\ndirection = \"higher\"", "decimal = 1\ndirection = \"higher\""}}},
	{"wrong type", indicatorEdits{{"weight = \"V1\"\nrange = [1, 5]", "weight = 1\nrange = [1, 5]"}}},
	{"several slips at once", indicatorEdits{{`title = "Балл"`, ""}, {`"Балл по отчёту."`, `"  "`}, {"source = \"МКДО\"\n", ""}, {`code = "A5"`, `code = "а5"`}}},
	{"code twice", indicatorEdits{{`code = "A5"`, `code = "V1"`}}},
	{"no code", indicatorEdits{{`code = "A5"`, ``}}},
	{"unit", indicatorEdits{{`unit = "балл"`, `unit = "баллы"`}}},
	{"no unit", indicatorEdits{{`unit = "балл"`, ``}}},
	{"direction", indicatorEdits{{`direction = "lower"`, `direction = "вниз"`}}},
	{"level", indicatorEdits{{`level = "institution"`, `level = "school"`}}},
	{"period", indicatorEdits{{`period = "school-year"`, `period = "year"`}}},
	{"filler", indicatorEdits{{`filled_by = "municipality"`, `filled_by = "region"`}}},
	{"no filler", indicatorEdits{{`filled_by = "municipality"`, ``}}},
	{"a filler of what is counted", indicatorEdits{{"weight = \"V1\"\nrange = [0, 100]", "filled_by = \"institution\"\nweight = \"V1\"\nrange = [0, 100]"}}},
	{"an institution fills the municipality's", indicatorEdits{{"share_where = \"A1 >= 3\"", "filled_by = \"institution\""}}},
	{"a day without a day", indicatorEdits{{"as_of = \"1 января следующего года\"\n", ""}}},
	{"not a day", indicatorEdits{{"as_of = \"20 сентября\"", "as_of = \"31 сентября\""}}},
	{"kinds", indicatorEdits{{`kinds = ["ДОО", "СОШ"]`, `kinds = ["ДОУ", "СОШ", "СОШ"]`}}},
	{"no kinds", indicatorEdits{{`kinds = ["ДОО", "СОШ"]`, ``}}},
	{"decimals", indicatorEdits{{"unit = \"балл\"\ndecimals = 1", "unit = \"балл\"\ndecimals = 9"}}},
	{"formula and condition", indicatorEdits{{`formula = "100 * A3 / V1"`, "formula = \"100 * A3 / V1\"\nshare_where = \"A1 >= 3\""}}},
	{"share of the institution", indicatorEdits{{`level = "municipality"`, "level = \"both\"\ntotal = \"mean\""}}},
	{"no total", indicatorEdits{{"total = \"mean\"\n", ""}}},
	{"total of nothing", indicatorEdits{{"explain = \"Да или нет.\"", "explain = \"Да или нет.\"\ntotal = \"sum\""}}},
	{"total by no formula", indicatorEdits{{"total = \"mean\"", "total = \"formula\""}}},
	{"sum of weighted", indicatorEdits{{"total = \"mean\"", "total = \"sum\""}}},
	{"unknown total", indicatorEdits{{"total = \"mean\"", "total = \"median\""}}},
	{"no range", indicatorEdits{{"range = [1, 5]\n", ""}}},
	{"range of one number", indicatorEdits{{"range = [1, 5]", "range = [1]"}}},
	{"range upside down", indicatorEdits{{"range = [1, 5]", "range = [5, 1]"}}},
	{"range of words", indicatorEdits{{"range = [1, 5]", "range = \"от 1 до 5\""}}},
	{"per cent above 100", indicatorEdits{{"range = [0, 100]\nverified", "range = [0, 120]\nverified"}}},
	{"people below zero", indicatorEdits{{"total = \"sum\"\nrange = [0, 500]\n\n[[indicator]] # 3", "total = \"sum\"\nrange = [-1, 500]\n\n[[indicator]] # 3"}}},
	{"yes or no of three", indicatorEdits{{"range = [0, 1]\n", "range = [0, 2]\n"}}},
	{"yes or no with decimals", indicatorEdits{{"unit = \"да/нет\"", "unit = \"да/нет\"\ndecimals = 1"}}},
	{"usual outside", indicatorEdits{{"usual = [2, 4.5]", "usual = [2, 6]"}}},
	{"thresholds in the wrong order", indicatorEdits{{"level = \"отлично\"\nat = 5", "level = \"отлично\"\nat = 30"}}},
	{"thresholds against the direction", indicatorEdits{{`direction = "lower"`, `direction = "higher"`}}},
	{"threshold outside", indicatorEdits{{"at = 25", "at = 125"}}},
	{"threshold finer than what is printed", indicatorEdits{{"at = 25", "at = 25.55"}}},
	{"threshold without a bound", indicatorEdits{{"at = 25", ""}}},
	{"threshold with two bounds", indicatorEdits{{"at = 25", "at = 25\nreference = \"край\""}}},
	{"band of a lower one", indicatorEdits{{"at = 25", "band = [0, 25]"}}},
	{"number of a band", indicatorEdits{{"band = [10, 200]", "at = 10"}}},
	{"threshold without a name", indicatorEdits{{"level = \"терпимо\"\n", ""}}},
	{"no norm", indicatorEdits{{"reference = \"край\"\nnorm = true", "reference = \"край\""}}},
	{"reference", indicatorEdits{{"name = \"край\"\nyear = 2022\nvalue = 12.5", "year = 22\nvalue = 112.5"}}},
	{"thresholds of a mere number", indicatorEdits{{`direction = "band"`, `direction = "none"`}}},
	{"unknown scale", indicatorEdits{{`scale = "five"`, `scale = "six"`}}},
	{"scale outside", indicatorEdits{{"range = [1, 5]\nusual = [2, 4.5]", "range = [0, 2.5]"}}},
	{"scale in the wrong order", indicatorEdits{{"level = \"базовый\"\nat = 3", "level = \"базовый\"\nat = 1"}}},
	{"empty scale", indicatorEdits{{"id = \"five\"\n", "[[scale]]\nid = \"five\"\n"}}},
	{"criterion of an unknown level", indicatorEdits{{"level = \"низкий\"\ntext", "level = \"высокий\"\ntext"}}},
	{"empty criterion", indicatorEdits{{"text = \"Поднять\"\naddressee = \"руководителю\"\nterm = \"до 1 декабря\"", "text = \"\""}}},
	{"criterion of nothing", indicatorEdits{{"range = [0, 1]\n", "range = [0, 1]\n[[indicator.criterion]]\nlevel = \"а\"\ntext = \"б\"\naddressee = \"в\"\nterm = \"г\"\n[[indicator.criterion]]\ntext = \"б\"\naddressee = \"в\"\nterm = \"г\"\n"}}},
	{"criterion: words that nothing knows", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nto = \"мэр\"\nof = \"school\"\nzone = \"синяя\"\npriority = 4"}}},
	{"criterion: level and zone", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nzone = \"red\""}}},
	{"criterion: kinds and clusters", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nkinds = [\"УДО\", \"ДОО\", \"ДОО\"]\nclusters = [\"a\", \"a\", \" \"]"}}},
	{"criterion: scope of another subject", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nof = \"municipality\"\nkinds = [\"ДОО\"]"}}},
	{"criterion: condition over an unknown indicator", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nwhen = \"V2 > 3\""}}},
	{"criterion: condition that is a number", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nwhen = \"V1 + 3\""}}},
	{"criterion: condition over the municipality's", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nwhen = \"A4 > 3\""}}},
	{"criterion: a day that does not exist", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 31 июня\""}}},
	{"criterion: a term without a day", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"по согласованию\""}}},
	{"criterion: a term of one year", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря 2022 года\""}}},
	{"criterion: a term in working days", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"в течение 10 рабочих дней со дня получения\""}}},
	{"criterion: a pupil", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nexpected = \"{ФИО} повысил результат\"\nreporting = \"справка И.И. Иванова\""}}},
	{"criterion: pay by results of ВПР", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nexpected = \"по итогам ВПР пересмотрены стимулирующие выплаты\""}}},
	{"criterion: two terms", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\n[[indicator.criterion]]\nlevel = \"низкий\"\ntext = \"Поднять\"\naddressee = \"руководителю\"\nterm = \"до 1 марта\""}}},
	{"criterion: two remedies", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\n[[indicator.criterion]]\nlevel = \"низкий\"\ntext = \"Оставить\"\naddressee = \"руководителю\"\nterm = \"до 1 декабря\""}}},
	{"criterion: said twice", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\n[[indicator.criterion]]\nlevel = \"низкий\"\ntext = \"Поднять\"\naddressee = \"руководителю\"\nterm = \"до 1 декабря\""}}},
	{"criterion: a remedy of two texts", indicatorEdits{{"term = \"до 1 декабря\"", "term = \"до 1 декабря\"\nremedy = \"питание\""},
		{"name = \"край\"\nyear = 2022\nvalue = 12.5", "name = \"край\"\nyear = 2022\nvalue = 12.5\n[[indicator.criterion]]\ntext = \"Покормить\"\naddressee = \"руководителю\"\nterm = \"до 1 декабря\"\nremedy = \"питание\""}}},
	{"a norm that is red", indicatorEdits{{"norm = true\n\n[[indicator]] # 1", "norm = true\nred = true\n\n[[indicator]] # 1"}}},
	{"a distance that is none", indicatorEdits{{"range = [1, 5]", "range = [1, 5]\nred_beyond = 110"}}},
	{"a self-assessment that is not there", indicatorEdits{{"range = [1, 5]", "range = [1, 5]\nself = \"V5\""}}},
	{"a self-assessment in other units", indicatorEdits{{"range = [1, 5]", "range = [1, 5]\nself = \"V1\""}}},
	{"a method of no year, of nothing, twice", indicatorEdits{{"range = [0, 1]\n", "range = [0, 1]\n[[indicator.method]]\nyear = 22\ntext = \"по-новому\"\n[[indicator.method]]\nyear = 2022\ntext = \" \"\n[[indicator.method]]\nyear = 2022\ntext = \"иначе\"\n[[indicator.method]]\nyear = 2101\n"}}},
	{"verified by nothing", indicatorEdits{{"basis = \"приказ\"\n", ""}}},
	{"weight that is not there", indicatorEdits{{"weight = \"V1\"\nrange = [1, 5]", "weight = \"V11\"\nrange = [1, 5]"}}},
	{"weight of itself", indicatorEdits{{"weight = \"V1\"\nrange = [1, 5]", "weight = \"A1\"\nrange = [1, 5]"}}},
	{"weight in per cent", indicatorEdits{{"weight = \"V1\"\nrange = [1, 5]", "weight = \"A2\"\nrange = [1, 5]"}}},
	{"weight that institutions lack", indicatorEdits{{"direction = \"none\"\nlevel = \"both\"\nkinds = [\"ДОО\"]\nfilled_by = \"institution\"", "direction = \"none\"\nlevel = \"municipality\"\nkinds = [\"ДОО\"]\nfilled_by = \"municipality\""}, {"explain = \"По списку.\"\ntotal = \"sum\"", "explain = \"По списку.\""}}},
	{"weight that is not the whole", indicatorEdits{{"weight = \"V1\"\nrange = [0, 100]", "weight = \"A3\"\nrange = [0, 100]"}}},
	{"unknown code in a formula", indicatorEdits{{"100 * A3 / V1", "100 * A3 / V2"}}},
	{"faults in a formula", indicatorEdits{{"100 * A3 / V1", "100 * A33 / 0 + «"}}},
	{"a formula of several faults", indicatorEdits{{"100 * A3 / V1", "avg(A3) / 0 + 'А' + B7"}}},
	{"a condition for a number", indicatorEdits{{"100 * A3 / V1", "A3 > V1"}}},
	{"a number for a condition", indicatorEdits{{"A1 >= 3", "A1 + 3"}}},
	{"a condition of the municipality", indicatorEdits{{"A1 >= 3", "A4 >= 3"}}},
	{"a formula of the institution's alone", indicatorEdits{{"100 * A3 / V1", "100 * A5 / V1"}}},
	{"a judged indicator without an area", indicatorEdits{{"title = \"Балл\"\narea = \"Питание\"", "title = \"Балл\"\narea = \" \""}}},
	{"an area that comes back", indicatorEdits{{"title = \"Доля сытых\"\narea = \"Питание\"", "title = \"Доля сытых\"\narea = \"Сады\""}}},
	{"a long short name", indicatorEdits{{`short = "сады"`, `short = "детские сады!"`}}},
	{"a short name of spaces", indicatorEdits{{`short = "сады"`, `short = " "`}}},
	{"a short name that no sheet may have", indicatorEdits{{`short = "сады"`, `short = "сады/ясли"`}}},
	{"a contingent that is not there", indicatorEdits{{`contingent = "V1"`, `contingent = "V7"`}}},
	{"a contingent that is not of people", indicatorEdits{{`contingent = "V1"`, `contingent = "A5"`}}},
	{"a contingent that institutions do not tell", indicatorEdits{{`contingent = "V1"`, `contingent = "A4"`}}},
	{"a circle", indicatorEdits{{"100 * A3 / V1", "A2 + V1"}}},
}
