# Makes openpyxl.xlsx: python3 make.py (openpyxl 3.1.5).
import datetime as d
import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

b = openpyxl.Workbook()
s = b.active
s.title = "Отметки"
s.append(["№ п/п", "Школа", "Доля", "Срок", "Время", "Готово", "Код", "Сумма", "Ошибка"])
s.append([1, "МБОУ «Оханская СОШ»", 0.5, d.date(2021, 6, 25), d.time(9, 5), True, 17, "=A2+1", "#REF!"])
s.append([2.5, "две\nстроки", 0.125, d.datetime(2021, 2, 1, 14, 30), d.time(23, 59, 59), False, 123456, 1234.5, None])
for r in (2, 3):
    s.cell(r, 3).number_format = "0.0%"
    s.cell(r, 7).number_format = "00000"
    s.cell(r, 8).number_format = "#,##0.00"
s["D2"].number_format = "dd.mm.yyyy"
s["D3"].number_format = 'dd.mm.yyyy hh:mm'
s["XFD1048576"] = "край"
s.merge_cells("A5:C6")
s["A5"] = "объединены"
s["A5"].font = Font(bold=True)
s["B2"].comment = Comment("примечание", "автор")
s.row_dimensions[3].hidden = True
s.column_dimensions["G"].hidden = True
h = b.create_sheet("Скрытый")
h.sheet_state = "hidden"
h["A1"] = "тайна"
v = b.create_sheet("Глубоко")
v.sheet_state = "veryHidden"
b.defined_names["Итог"] = DefinedName("Итог", attr_text="Отметки!$H$2")
b.save("openpyxl.xlsx")
