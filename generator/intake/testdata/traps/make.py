# Makes the books and texts of the traps: python3 make.py (openpyxl 3.1.5).
import datetime as d
import hashlib
import openpyxl

KEY = "Ключ строки (не менять)"
VERTICAL = ["Код", "Показатель", "Ед. изм.", "Значение", "Если числа нет", "Прошлый год", "Как считать", "Примечание"]
TITLES = {
    "DV01": ("Численность воспитанников", "чел."), "DV02": ("Численность педагогов", "чел."), "DV10": ("Число групп", "ед."),
    "D02": ("Образовательные ориентиры", "балл"), "D16": ("Доля педагогов с категорией", "%"), "DV09": ("Программа размещена на сайте", "да/нет"),
}
ALL = list(TITLES)


def key(part):
    return part + "|" + hashlib.sha256((part + "\0").encode()).hexdigest()[:8]


def passport(book, kind, subject, body="", name="", folder="town", rows=0):
    s = book.create_sheet("Паспорт формы")
    s.sheet_state = "veryHidden"
    for pair in [("doklad-form", kind), ("version", "1"), ("folder", folder), ("office", "Управление образования"), ("subject", subject),
                 ("title", ""), ("body-id", body), ("body", name), ("source", ""), ("made", "01.02.2023"), ("rows", str(rows))]:
        s.append(pair)


def book(title="Показатели"):
    b = openpyxl.Workbook()
    b.active.title = title
    return b, b.active


def form_of_one(values, body="ds1", year=2022, codes=ALL):
    """values: code -> (value, reason, note); keys stand in the last column, hidden."""
    b, s = book()
    s.append(["Показатели качества дошкольного образования"])
    s.append(["Учреждение: Детский сад № 1"])
    s.append(["Отчётный период: %d год" % year])
    s.append(VERTICAL + [KEY])
    s.append(["Дошкольное образование"])
    for c in codes:
        v, reason, note = (list(values.get(c, ())) + [None] * 3)[:3]
        s.append([c, TITLES[c][0], TITLES[c][1], v, reason, 1, "", note, key(c)])
    s.column_dimensions["I"].hidden = True
    passport(b, "monitoring", "preschool/%d" % year, body, "Детский сад № 1", rows=len(codes))
    return b, s


def plain_of_one(rows, who="Учреждение: МБДОУ «Детский сад № 1»", year="Отчётный период: 2022 год"):
    b, s = book("Лист1")
    s.append([who])
    s.append([year])
    s.append(["Код", "Показатель", "Значение", "Примечание"])
    for code, v, *rest in rows:
        s.append([code, None, v] + rest)
    return b, s


def plain_of_all(codes, rows, first=("№", "Учреждение")):
    b, s = book("Свод")
    s.append(["Свод показателей"])
    s.append(["Отчётный период: 2022 год"])
    s.append(list(first) + ["%s. %s" % (c, TITLES.get(c, ("", ""))[0]) for c in codes])
    for r in rows:
        s.append(r)
    return b, s


def form_of_all(codes, rows):
    b, s = book()
    s.append(["№", "Учреждение", "Код учреждения"] + ["%s. %s, %s" % ((c,) + TITLES[c]) for c in codes] + [KEY])
    for r in rows:
        s.append(r)
    passport(b, "monitoring-all", "preschool/2022", rows=len(rows))
    return b, s


# I1, I7: numbers as texts.
b, s = plain_of_all(["D16", "DV01"], [
    [1, "Детский сад № 1", "87,5", "1\u00a0000"], [2, "Детский сад № 2", "87,5 %", "12 34"], [3, "Детский сад № 3", "87.5", "1.234.5"],
    [4, "СОШ № 1, детский сад", " 87,5", "1\u202f000"], [5, "Детский сад № 5", "\u22123", "1,2,3"], [6, "Детский сад № 6", "3-", "999"]])
for r in range(4, 10):
    s.cell(r, 4).quotePrefix = True
    s.cell(r, 4).number_format = "@"
b.save("i01-text-numbers.xlsx")

# I2: percentages.
b, s = plain_of_all(["D16", "DV01"], [[1, "Детский сад № 1", 0.875, 100], [2, "Детский сад № 2", 87.5, 0.5], [3, "Детский сад № 3", 1, 100]])
s["C4"].number_format = "0.0%"
s["D5"].number_format = "0%"
s["C6"].number_format = "0%"
b.save("i02-percent.xlsx")

# I3: numbers that became days.
b, s = plain_of_one([("D02", d.date(2022, 2, 1)), ("D16", d.datetime(2022, 12, 10)), ("DV01", d.time(10, 12)), ("DV02", 7)])
b.save("i03-dates.xlsx")

# I4: row numbers that lost a nought.
b, s = plain_of_all(["DV01", "DV02"], [["1.8", "Детский сад № 1", 10, 1], ["1.9", "Детский сад № 2", 20, 2], [1.1, "Детский сад № 3", 30, 3], [1.11, "Детский сад № 5", 40, 4]])
b.save("i04-row-numbers.xlsx")

# I5: merged names and values.
b, s = plain_of_all(["DV01", "DV02", "DV10"], [
    [1, "Детский сад № 1", 120, None, None], [None, None, None, 12, 5], [None, None, None, None, 6],
    [2, "Детский сад № 2", 80, 8, 4], [3, "Детский сад № 3", None, 7, 3], [4, "Детский сад № 5", 50, 5, None]])
s.merge_cells("B4:B6")
s.merge_cells("C7:C8")
s.merge_cells("D9:E9")
b.save("i05-merged.xlsx")

# I6: formulas without results (openpyxl computes nothing); make.js has one with a result.
b, s = plain_of_one([("DV01", "=100+20"), ("DV02", 12)])
b.save("i06-uncounted.xlsx")

# I8: sheets renamed, reordered, extra ones.
b, s = form_of_one({"DV01": (120,), "DV02": (12,), "DV10": (6,), "D02": (3.5,), "D16": (75,), "DV09": ("да",)})
s.title = "Моя таблица"
x = b.create_sheet("Черновик", 0)
x["B2"] = 17
b.save("i08-sheets.xlsx")
b, s = form_of_one({"DV01": (120,)}, codes=["DV01"])
c = b.copy_worksheet(s)
c.title = "Показатели (2)"
c["D6"] = 121
b.save("i08-two-sheets.xlsx")

# I9: rows sorted and deleted, columns inserted, the header moved down; keys apart from codes.
b, s = form_of_one({"DV01": (120,), "DV02": (12,), "D02": (3.5,), "D16": (75,)}, codes=["D16", "D02", "DV02", "DV01"])
s.insert_cols(4)
s["D4"] = "Проверил"
s.insert_rows(4, 3)
b.save("i09-moved.xlsx")
b, s = form_of_one({"DV01": (120,), "DV02": (12,), "DV10": (6,)}, codes=["DV01", "DV02", "DV10"])
for column in "ABC":
    s[column + "6"].value, s[column + "7"].value = s[column + "7"].value, s[column + "6"].value
b.save("i09-apart.xlsx")

# I10: names.
b, s = plain_of_all(["DV01", "DV02"], [
    [1, "МБДОУ Д/С №1", 10, 1], [2, "дет. сад № 02", 20, 2], [3, "Детский сад № 33", 30, 3], [4, "Лицей «Парус»", 40, 4]])
b.save("i10-names.xlsx")

# I11: branches.
b, s = plain_of_all(["DV01", "DV02"], [
    [1, "Детский сад № 1", 100, 10], [2, "Филиал детского сада № 1", 20, 2], [3, "СОШ № 1, детский сад", 30, 3], [4, "Городские учреждения", 150, 15]])
b.save("i11-branches.xlsx")

# I12: placeholders.
words = ["-", "–", "—", "…", "н/д", "нд", "нет данных", "нет сведений", "х", "x", "не участвовали", "не проводилось", "н/п", "не применимо", "нет", 0, None]
rows = [[i + 1, "У-%02d" % (i + 1), w] for i, w in enumerate(words)]
b, s = plain_of_all(["DV01", "DV02"], [], ("№", "Код учреждения"))
for r in rows:
    s.append(r + [i for i in [1]])
b.save("i12-placeholders.xlsx")
b, s = plain_of_all(["DV09", "DV10"], [[i + 1, "У-%02d" % (i + 1), w, 1] for i, w in enumerate(["да", "нет", "+", 1, 0, True, False, "-", 2, "н/п"])], ("№", "Код учреждения"))
b.save("i12-yes-no.xlsx")

# I13: sums, signatures, notes inside the range.
b, s = plain_of_all(["DV01", "DV02"], [
    [1, "Детский сад № 1", 100, 10], [2, "Детский сад № 2", 50, 5], [None, "Итого", 150, 15], [None, "В среднем по округу", 75, 7.5],
    [], ["Исполнитель:", None, "Иванова И. И.", None], ["М.П."], [3, "Детский сад № 3", 30, 3], [None, "Примечание: без филиалов"]])
b.save("i13-sums.xlsx")

# I14: footnotes in numbers.
b, s = plain_of_one([("D16", "95*"), ("D02", "3,5¹"), ("DV01", "12 (из 14)"), ("DV02", "12 из 14"), ("DV10", "12 (13)")])
b.save("i14-footnotes.xlsx")

# I15: units.
b, s = plain_of_all(["DV01", "D16"], [
    [1, "Детский сад № 1", "12 чел.", 0.87], [2, "Детский сад № 2", "12 тыс. руб.", "87 %"], [3, "Детский сад № 3", "87 %", "0,5 %"], [4, "Детский сад № 5", "12 человек", "87 балла"]])
b.save("i15-units.xlsx")
b, s = form_of_one({"DV01": (120,), "DV02": (12.5,), "DV10": (5000,), "D02": (4.5,), "D16": (75,)})
s["C6"] = "тыс. чел."
b.save("i15-unit-column.xlsx")

# I16: another year, in the passport and in a line.
b, s = form_of_one({"DV01": (120,)}, year=2021, codes=["DV01"])
b.save("i16-form-of-2021.xlsx")
b, s = plain_of_one([("DV01", 120)], year="Отчётный период: 2021 год")
b.save("i16-line-of-2021.xlsx")

# I17: duplicates.
b, s = plain_of_all(["DV01", "DV02"], [
    [1, "Детский сад № 1", 100, 10], [2, "Детский сад № 2", 50, 5], [3, "ДС № 1", 100, 10], [4, "ДС № 2", 55, 5]])
b.save("i17-duplicates.xlsx")

# I18: encodings of texts.
text = "Учреждение;МБДОУ «Детский сад № 1»\nОтчётный период;2022 год\nКод;Показатель;Значение\nDV01;Численность воспитанников;120\nD16;Доля педагогов с категорией;87,5\n"
open("i18-cp1251.csv", "wb").write(text.encode("cp1251"))
open("i18-utf8-bom.csv", "wb").write(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))
open("i18-mojibake.csv", "wb").write(text.encode("utf-8").decode("cp1251", "replace").encode("utf-8"))

# I19: a page that calls itself .xls.
open("i19-page.xls", "wb").write("<html><body><table><tr><td>Код</td><td>Значение</td></tr></table></body></html>".encode())

# I20: line breaks and no-break spaces in headers and cells.
b, s = book("Лист1")
s.append(["Отчётный  период:\u00a02022 год"])
s.append(["№\nп/п", "Наименование\n  учреждения ", "DV01.\nЧисленность\u00a0воспитанников", " DV02 "])
s.append([1, "Детский\u00a0сад\n№ 1", " 120\n", 12])
b.save("i20-spaces.xlsx")

# I21: a record split over two rows.
b, s = plain_of_all(["DV01", "DV02"], [
    [1, "Детский сад № 1", 100, None], [None, None, None, 10], [2, "Детский", 50, None], [None, "сад № 2", None, 5], [3, "Детский сад № 3", 30, 3]])
b.save("i21-split.xlsx")
b, s = plain_of_one([("DV01", None), (None, 120), ("DV02", 12)])
b.save("i21-split-one.xlsx")

# I22 to I24: texts that could be formulas stay texts, numbers numbers.
b, s = form_of_one({"DV01": (120, None, "'=1+1"), "DV02": (12, None, "@x"), "DV10": (6, None, "+7"), "D02": (None, "не применимо"), "D16": (None, "нет данных"), "DV09": ("да", "нет данных")})
for cell, note in ("H6", "=1+1"), ("H7", "@x"), ("H8", "+7"):
    s[cell].value = note
    s[cell].data_type = "s"
b.save("i22-notes.xlsx")

# The form of all; a code that nobody knows, one that is typed with look-alikes, and derived ones.
b, s = form_of_all(["DV01", "D02"], [
    [1, "Детский сад № 1", "101", 120, 3.5, key("ds1")], [2, "Детский сад № 2", "102", "нет данных", None, key("ds2")], [3, "СОШ № 1", "201", "не применимо", 3, key("sosh1")],
    [None, "муниципалитет в целом", None, None, None, key("")]])
b.save("form-of-all.xlsx")
b, s = plain_of_all(["DV01", "D02", "D01", "DV99", "МV01"], [[1, "Детский сад № 1", 120, 3.5, 3.5, 1, 7]])
b.save("codes.xlsx")
