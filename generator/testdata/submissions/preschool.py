"""The values of kindergartens."""

from draw import FIRST_YEAR, NOT_APPLICABLE, answer, between, growth, part, rising, share, whole


def quarter(x):
    return round(x * 4) / 4


def values(one, year):
    """All values of one kindergarten, by code."""
    me = one["id"]
    rural = one.get("cluster") == "selo"
    size = between(28, 85, me, "size") if rural else between(110, 240, me, "size")
    children = round(size * growth(me, year))
    teachers = max(2, round(children / between(9.5, 12, me, "per teacher")))
    posts = quarter(teachers * between(1.0, 1.15, me, "posts"))
    families = part(children, 0.88, 0.95, me, "DV17")
    asked = part(children, 0.5, 0.8, me, "DV15", year)
    demands = whole(60, 90, me, "DV20")
    planned = max(1, round(children / 20)) * whole(370, 390, me, "DV28")
    # Of the days of illness those of quarantine are counted too since 2022.
    ill = between(6, 12, me, "DV19", year) * (1.3 if year >= 2022 else 1)
    advised = whole(2, 6, me, "DV30", year)
    v = {
        "DV01": children,
        "DV02": posts,
        "DV03": max(0.25, posts - quarter(between(0, 1.5, me, "DV03", year))),
        "DV04": teachers,
        "DV05": min(teachers, round(teachers * rising(0.35, 0.7, 0.02, 1, me, "DV05", year))),
        "DV06": min(teachers, round(teachers * rising(0.4, 0.75, 0.02, 1, me, "DV06", year))),
        "DV07": part(teachers, 0.8, 1.05, me, "DV07", year),
        "DV08": round(rising(2.9, 4.0, 0.08, 5, me, "DV08", year), 2),
        "DV09": answer(0.8, me, "DV09", year),
        "DV10": answer(0.85, me, "DV10", year),
        # A small kindergarten has no children with disabilities.
        "DV11": NOT_APPLICABLE if children < 45 else answer(0.6, me, "DV11", year),
        "DV12": answer(0.75, me, "DV12", year),
        "DV13": answer(0.6, me, "DV13", year),
        "DV14": answer(0.5, me, "DV14", year),
        "DV15": asked,
        "DV16": part(asked, 0.75, 0.98, me, "DV16", year),
        "DV17": families,
        "DV18": part(families, 0.5, 0.9, me, "DV18", year),
        "DV19": round(children * ill),
        "DV20": demands,
        "DV21": min(demands, round(demands * rising(0.6, 0.85, 0.03, 1, me, "DV21", year))),
        "DV28": planned,
        "DV29": part(planned, 0.93, 0.99, me, "DV29", year),
        # Nobody was advised before the first monitoring.
        "DV30": NOT_APPLICABLE if year == FIRST_YEAR else advised,
        "DV31": NOT_APPLICABLE if year == FIRST_YEAR else part(advised, 0.4, 1.05, me, "DV31", year),
        # The independent assessment comes once in three years.
        "D24": round(between(72, 96, me, "D24", year), 1) if (year + whole(0, 2, me, "D24")) % 3 == 0 else NOT_APPLICABLE,
        "D26": int(between(0, 2.4, me, "D26", year)) if share(me, "D26", year, "any") < 0.5 else 0,
    }
    for n in range(2, 11):
        code = f"D{n:02}"
        v[code] = round(rising(2.3, 3.6, 0.07, 5, me, code, year), 2)
    if v["DV11"] == NOT_APPLICABLE:
        v["D07"] = NOT_APPLICABLE
    return v


def municipality(all_values, year):
    """What is told of the municipality itself."""
    children = sum(v["DV01"] for v in all_values)
    return {
        "D29": whole(18, 40, "D29", year),
        "DV22": round(children * 0.74),
        "DV23": whole(0, 6, "DV23", year),
        "DV25": round(children * 0.24),
        "DV26": whole(15, 32, "DV26", year),
    }
