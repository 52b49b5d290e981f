"""Writes the values that the institutions of the example would have handed in."""

import csv
import io
import re
import subprocess
import tempfile
import tomllib
import zipfile
from datetime import date
from pathlib import Path

import openpyxl

import preschool
import school
from draw import MISSING, NOT_APPLICABLE

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "data" / "example"
YEARS = (2020, 2021, 2022)
FORMS_YEAR = 2022  # from which institutions send forms

# Of each set: how its tables are called, and who makes its values.
SETS = {"preschool": ("doo", preschool), "school": ("shkoly", school)}

SENT_NOTHING = {2022: {"ds-9"}}

# The forms of 2022, under the names that people gave them. What differs from the drawn
# values is put into the cells as it is said here.
FORMS = [
    ("ds-3", "МБДОУ дс 3 мониторинг (1).xlsx", {}),
    ("ds-5", "Форма детский сад 5.xlsx", {"DV05": lambda v: v["DV04"] + 2}),  # a part more than its whole
    ("ds-7", "Ёлочка_показатели_2022.xlsx", {"DV01": lambda v: "сто двадцать", "DV08": lambda v: 7.5}),  # to be returned
    ("shkola-1", "СОШ 1.xlsx", {}),
    ("shkola-1", "СОШ 1 исправленный.xlsx", {"SV02": lambda v: v["SV02"] + 4, "SV03": lambda v: v["SV03"] + 4}),
    ("shkola-6", "Гимназия №6 МОНИТОРИНГ.xlsx", {"SV41": lambda v: "87,5 %"}),
    ("shkola-13", "НОШ 13 (пример).xlsx", {}),
]
NOTES = {("ds-3", "DV04"): "двое – внешние совместители, не вошли"}

# What stands in the tables in place of the drawn values.
TROUBLES = {
    (2021, "shkola-11"): {f"SV{n}": NOT_APPLICABLE for n in range(41, 47)} | {"SV40": 0, "SV47": 0},
    (2022, "ds-4"): {"DV15": MISSING, "DV16": MISSING},
    (2022, "ds-8"): {"DV18": ""},
    (2022, "shkola-9"): {"SV51": MISSING},
    (2022, "shkola-10"): {"SV36": lambda v: round(v["SV36"] * 1.8)},  # a jump
}


def load(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def told(set_id):
    """The indicators of a set that nobody counts; those of the office replace the common ones."""
    own = {}
    for path in sorted((EXAMPLE / "indicators").glob("*.toml")):
        own |= {i["code"]: i for i in load(path)["indicator"]}
    common = load(ROOT / "data" / "indicators" / f"{set_id}.toml")["indicator"]
    return [i for i in (own.get(i["code"], i) for i in common) if "filled_by" in i]


def institutions(kinds, year):
    """Those of the kinds that were open in the year. A branch with numbers of its own is of
    the kind by whose programmes it works."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    known = {one["id"]: one for one in load(EXAMPLE / "institutions.toml")["institution"]}
    for one in known.values():
        if one.get("separate"):
            above = known[one["parent"]]
            one = {"cluster": above.get("cluster")} | one | {"kind": one.get("acts_as", above["kind"])}
        if one["kind"] in kinds and one.get("opened", first) <= last and one.get("closed", last) >= first:
            yield one


def concerns(indicator, one):
    return indicator["level"] != "municipality" and one["kind"] in indicator["kinds"]


def cell(value):
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)


def put(values, changes):
    """The values with what stands in place of some of them."""
    return values | {code: change(values) if callable(change) else change for code, change in changes.items()}


def write_table(path, year, columns, rows):
    """A table of a row per institution: of (institution or None, values)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, delimiter=";", lineterminator="\n")
        out.writerow(["Пример: вымышленные данные"])
        out.writerow([f"Отчётный период: {year} год"])
        out.writerow(["№", "Учреждение", "Код учреждения"] + [f"{i['code']}. {i['title']}, {i['unit']}" for i in columns])
        for n, (one, values) in enumerate(rows, 1):
            if one is None:
                head = ["", "Муниципалитет в целом", ""]
                concerned = {i["code"] for i in columns if i["level"] == "municipality"}
            else:
                head = [n, one.get("short", one["full"])["nominative"], one.get("code", one["id"])]
                concerned = {i["code"] for i in columns if concerns(i, one)}
            out.writerow(head + [cell(values[i["code"]]) if i["code"] in concerned else "" for i in columns])


def settled(raw):
    """The workbook without the day and the hour at which it was saved."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2022-07-20T09:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, (2022, 7, 20, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def fill_form(blank, path, institution, values):
    """A form as somebody fills it: numbers as numbers, reasons in their column."""
    book = openpyxl.load_workbook(blank)
    sheet = book["Показатели"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "Код")
    column = {c.value: c.column for c in header}
    for row in range(header[0].row + 1, sheet.max_row + 1):
        code = sheet.cell(row, column["Код"]).value
        value = values[code]
        where = "Если числа нет" if value in (MISSING, NOT_APPLICABLE) else "Значение"
        sheet.cell(row, column[where]).value = value
        if note := NOTES.get((institution, code)):
            sheet.cell(row, column["Примечание"]).value = note
    out = io.BytesIO()
    book.save(out)
    path.write_bytes(settled(out.getvalue()))


def fill(set_id, forms):
    table, model = SETS[set_id]
    indicators = told(set_id)
    kinds = {kind for i in indicators if i["level"] != "municipality" for kind in i["kinds"]}
    for year in YEARS:
        folder = EXAMPLE / "submissions" / str(year)
        drawn = {one["id"]: model.values(one, year) for one in institutions(kinds, year)}
        sent = [one for one in institutions(kinds, year) if one["id"] not in SENT_NOTHING.get(year, ())]
        rows = [(one, put(drawn[one["id"]], TROUBLES.get((year, one["id"]), {}))) for one in sent]
        whole = (None, model.municipality(list(drawn.values()), year))
        if year < FORMS_YEAR:
            write_table(folder / f"{table}.csv", year, indicators, rows + [whole])
            continue
        own = {institution for institution, _, _ in FORMS}
        asked = [i for i in indicators if i["filled_by"] == "institution"]
        write_table(folder / f"{table}.csv", year, asked, [r for r in rows if r[0]["id"] not in own])
        filled = [i for i in indicators if i["filled_by"] == "municipality"]
        write_table(folder / f"munitsipalitet-{table}.csv", year, filled, rows + [whole])
        for institution, name, changes in FORMS:
            if institution in drawn:
                blank = forms / "example" / "forms" / "monitoring" / str(year) / set_id / f"{institution}.xlsx"
                fill_form(blank, folder / name, institution, put(drawn[institution], changes))


def main():
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(["go", "run", "./cmd/doklad", "forms", "monitoring", str(FORMS_YEAR), "--office", "example", "--out", made,
                        "--date", f"{FORMS_YEAR + 1}-01-09"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        for set_id in SETS:
            fill(set_id, Path(made))


main()
