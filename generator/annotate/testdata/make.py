# Makes school.xlsx: python3 make.py (openpyxl 3.1.5, Pillow for the picture). All content is invented.
import datetime as d
import io
import openpyxl
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

b = openpyxl.Workbook()
s = b.active
s.title = "Сведения д'Арк"
s["A1"] = "Сведения о школе"
s["A1"].font = Font(bold=True, size=16)
s.merge_cells("A1:D1")
s.append(["Показатель", "План", "Факт", "Доля"])
for i, (name, plan, fact) in enumerate([("Учеников", 100, 101), ("Классов", 10, 9), ("Срок", d.date(2026, 10, 1), None)]):
    s.append([name, plan, fact, f"=C{i+3}/B{i+3}"])
    s.cell(i + 3, 4).number_format = "0.0%"
    s.cell(i + 3, 3).protection = Protection(locked=False)
    s.cell(i + 3, 3).fill = PatternFill("solid", fgColor="FFFFFFCC")
    s.cell(i + 3, 2).border = Border(left=Side("thin"), right=Side("double"))
s["B3"].comment = Comment("примечание школы", "Школа")
s["D9"] = "объединены"
s.merge_cells("B9:C10")
s["B9"] = "по двум строкам"
s.column_dimensions["A"].width = 30
s.column_dimensions["C"].hidden = False
s.row_dimensions[7].height = 40
rule = DataValidation(type="list", formula1='"да,нет"', allow_blank=True)
rule.add("C3:C8")
s.add_data_validation(rule)
s.conditional_formatting.add("C3:C8", CellIsRule(operator="greaterThan", formula=["B3"], fill=PatternFill("solid", bgColor="FF00FF00")))
s.protection.sheet = True
s.print_title_rows = "2:2"
s.print_area = "A1:D10"
s.auto_filter.ref = "A2:D5"
s.freeze_panes = "B3"
picture = io.BytesIO()
Picture.new("RGB", (20, 20), "navy").save(picture, "PNG")
s.add_image(Image(picture), "F2")
hidden = b.create_sheet("Скрытый")
hidden.sheet_state = "hidden"
hidden["A1"] = 1
second = b.create_sheet("Замечания")
second["A1"] = "лист школы с таким именем"
second.print_title_rows = "1:1"
b.defined_names["Итог"] = DefinedName("Итог", attr_text="'Сведения д''Арк'!$D$3")
second.defined_names["Свой"] = DefinedName("Свой", attr_text="Замечания!$A$1")
b.active = 2
b.save("school.xlsx")

# strict.xlsx: the same in the strict form of ISO/IEC 29500-1.
import zipfile
with zipfile.ZipFile("school.xlsx") as old, zipfile.ZipFile("strict.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
    for entry in old.infolist():
        part = old.read(entry)
        for a, b in [
            (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
            (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
            (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
            (b"<workbook ", b'<workbook conformance="strict" '),
        ]:
            part = part.replace(a, b)
        new.writestr(entry, part)
