"""The values of schools."""

from draw import FIRST_YEAR, MISSING, NOT_APPLICABLE, answer, between, growth, part, rising, share, whole

CLASSES = {"НОШ": 4, "ООШ": 9, "СОШ": 11}
SIZES = {  # of pupils: in town, in a village
    "НОШ": ((120, 170), (15, 22)),
    "ООШ": ((190, 260), (55, 130)),
    "СОШ": ((450, 880), (160, 300)),
}
# Schools that are known for how small some of their groups are.
FOURTH_CLASS = {"shkola-14": {2020: 6, 2021: 5, 2022: 4}}
ELEVENTH_CLASS = {"shkola-7": {2020: 5, 2021: 4, 2022: 3}}


def values(one, year):
    """All values of one school, by code; those that its kind does not have are left out."""
    me, kind = one["id"], one["kind"]
    rural = one.get("cluster") == "selo"
    pupils = round(between(*SIZES[kind][rural], me, "size") * growth(me, year))
    grades = CLASSES[kind]
    fourth = FOURTH_CLASS.get(me, {}).get(year, max(3, part(round(pupils / grades), 0.9, 1.0, me, "SV04", year)))
    written = fourth * 3 if kind == "НОШ" else round(pupils * 5 / grades * between(2.6, 3.1, me, "SV01", year))
    in_journal = part(written, 0.88, 1.0, me, "SV06", year)
    lowered = part(in_journal, 0.08, 0.26, me, "SV07", year)
    raised = part(in_journal, 0.02, 0.06, me, "SV09", year)
    sound = part(written, 0.82, 0.96, me, "SV02", year)
    teachers = max(2, round(pupils / (8 if rural else 13)))
    from_fourth = fourth if kind == "НОШ" else round(pupils * (grades - 3) / grades)
    marked = round(pupils * (grades - 1) / grades)
    advised = whole(2, 7, me, "SV61", year)
    v = {
        "SV01": written,
        "SV02": sound,
        "SV03": part(sound, 0.42, 0.62, me, "SV03", year),
        "SV04": fourth,
        "SV05": part(fourth, 0.1, 0.3, me, "SV05", year),
        "SV06": in_journal,
        "SV07": lowered,
        "SV08": in_journal - lowered - raised,
        "SV09": raised,
        "SV14": NOT_APPLICABLE if share(me, "SV14", year, "any") < 0.2 else answer(0.7, me, "SV14", year),
        "SV15": "да" if share(me, "SV15", year) < 0.1 else "нет",
        "SV36": pupils,
        "SV37": "да" if share(me, "SV37") < 0.12 else "нет",
        "SV48": teachers,
        "SV49": min(teachers, round(teachers * rising(0.5, 0.8, 0.04, 1, me, "SV49", year))),
        "SV50": min(teachers, round(teachers * rising(0.4, 0.7, 0.02, 1, me, "SV50", year))),
        "SV51": min(teachers, round(teachers * rising(0.3, 0.55, 0.06, 1, me, "SV51", year))),
        "SV52": from_fourth,
        "SV53": part(from_fourth, 0.35, 0.62, me, "SV53", year),
        "SV54": answer(0.7, me, "SV54", year),
        "SV55": answer(0.45, me, "SV55", year),
        "SV61": NOT_APPLICABLE if year == FIRST_YEAR else advised,
        "SV62": NOT_APPLICABLE if year == FIRST_YEAR else part(advised, 0.4, 1.05, me, "SV62", year),
        "SV63": marked,
        "SV64": part(marked, 0.4, 0.58, me, "SV64", year),
        "SV65": part(marked, 0.965, 1.01, me, "SV65", year),
        "SV67": 1 if share(me, "SV67", year) < 0.2 else 0,
        "SV69": max(2 if grades == 4 and rural else grades, round(pupils / (12 if rural else 24))),
        # The index is published for some schools only.
        "S19": round(between(2, 38, me, "S19", year), 2) if share(me, "S19") < 0.85 else MISSING,
    }
    v["SV16"] = "да" if v["SV15"] == "да" and share(me, "SV15", year - 1) < 0.1 else "нет"
    if kind != "НОШ":
        v.update(ninth(me, year, max(3, round(pupils / grades * 0.95))))
    if kind == "СОШ":
        v.update(eleventh(me, year, ELEVENTH_CLASS.get(me, {}).get(year, max(6, round(pupils / grades * 0.45)))))
    return v


def ninth(me, year, leavers):
    """What is told of the end of the ninth class, and of functional literacy."""
    admitted = leavers - (1 if share(me, "SV22", year) < 0.2 else 0)
    passed = part(admitted, 0.88, 1.03, me, "SV23", year)
    tested = part(leavers, 0.8, 0.98, me, "SV40", year)
    v = {
        "SV17": admitted,
        "SV18": round(rising(3.5, 4.1, 0.03, 5, me, "SV18", year), 2),
        "SV19": admitted,
        "SV20": round(rising(3.3, 3.8, 0.03, 5, me, "SV20", year), 2),
        "SV22": admitted,
        "SV23": passed,
        "SV24": leavers,
        "SV25": leavers - passed if leavers - passed <= 3 else 3,
        "SV34": admitted,
        "SV35": part(admitted, 0.18, 0.45, me, "SV35", year),
        "SV40": tested,
        "SV47": part(tested, 0.04, 0.15, me, "SV47", year),
        "SV56": part(leavers, 0.95, 1.03, me, "SV56", year),
    }
    for n in range(41, 47):
        code = f"SV{n}"
        v[code] = round(100 * rising(0.5, 0.8, 0.02, 1, me, code, year), 1)
    return v


def eleventh(me, year, leavers):
    """What is told of the end of the eleventh class."""
    works = leavers * 3 - whole(0, leavers // 2, me, "SV30", year)
    medals = part(leavers, 0.05, 0.2, me, "SV32", year)
    deep = max(1, part(leavers, 0.4, 0.65, me, "SV27", year))
    return {
        "S12": round(between(58, 75, me, "S12", year), 1),
        "S13": round(between(44, 63, me, "S13", year), 1),
        "S16": 1 if share(me, "S16", year) < 0.12 else 0,
        "SV26": leavers,
        "SV27": deep,
        "SV28": leavers,
        "SV29": 1 if share(me, "SV29", year) < 0.25 else 0,
        "SV30": works,
        "SV31": part(works, 0.04, 0.16, me, "SV31", year),
        "SV32": medals,
        "SV33": part(medals, 0.7, 1.1, me, "SV33", year) if medals else NOT_APPLICABLE,
        "SV57": leavers,
        "SV58": part(leavers, 0.4, 0.75, me, "SV58", year),
    }


def municipality(all_values, year):
    """What is told of the municipality itself."""
    pupils = sum(v["SV36"] for v in all_values)
    checked = whole(110, 160, "SV12", year)
    return {
        "S28": whole(3, 8, "S28", year),
        "SV12": checked,
        "SV13": part(checked, 0.86, 0.96, "SV13", year),
        "SV38": 3,
        "SV39": whole(0, 2, "SV39", year),
        "SV59": round(pupils * 1.22),
        "SV60": round(pupils * 1.22 * (0.72 + 0.02 * (year - FIRST_YEAR))),
    }
