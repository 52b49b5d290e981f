"""How values are drawn: from names alone, so that one does not depend on another."""

import random

MISSING = "нет данных"
NOT_APPLICABLE = "не применимо"
FIRST_YEAR = 2020


def share(*names):
    """A number from 0 to 1 that belongs to the names."""
    return random.Random("пример|" + "|".join(map(str, names))).random()


def between(low, high, *names):
    return low + (high - low) * share(*names)


def whole(low, high, *names):
    return random.Random("пример|" + "|".join(map(str, names))).randint(low, high)


def part(whole_number, low, high, *names):
    """A part of a count, never more than it."""
    return min(whole_number, round(whole_number * between(low, high, *names)))


def growth(institution, year):
    """How much larger an institution is than in the first year: a few per cent a year."""
    factor = 1.0
    for y in range(FIRST_YEAR + 1, year + 1):
        factor *= 1 + between(-0.02, 0.05, institution, "growth", y)
    return factor


def rising(low, high, step, top, institution, code, year):
    """A level that an institution keeps, with a step up each year and some chance."""
    level = between(low, high, institution, code)
    chance = between(-step, step, institution, code, year)
    return min(top, max(low / 2, level + step * (year - FIRST_YEAR) + chance))


def answer(chance, institution, code, year):
    """да or нет; who once said «да» does not take it back."""
    return "да" if share(institution, code) < chance + 0.07 * (year - FIRST_YEAR) else "нет"
