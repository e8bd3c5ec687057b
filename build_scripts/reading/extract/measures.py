"""Which measure a figure belongs to: the longest and nearest word of measures.yaml whose unit fits."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.vocabulary import words

DIRECTED = "{}"
LONGEST = 8
JOBS = ("workshop_jobs", "enterprise_jobs")
OF_JOBS = ("labour_poor", "poor_people", "people_exited", "labour_total", "enterprise_jobs", "beneficiary_people")
SURE = 15.0  # points of a word of two characters right before the figure
OWN_UNIT = 3  # points for a measure whose unit is the printed one, of 人 and 人次
BOTH = {"officials_": "exchanged", "specialists_": "exchanged"}
BOTH |= {"delegates_": "total", "delegations_": "total", "visits_": "total"}
OTHER = {
    "": "piece",
    "foreign": "",
    "m": "",
    "m3": "",
    "m2": "m2",
    "park": "piece",
    "workshop": "piece",
    "grade": "piece",
}
OTHER |= {"cooperative": "piece", "kilowatt": "piece"}


@cache
def patterns() -> list[tuple[str, re.Pattern]]:
    return [
        (measure, re.compile("|".join(f"(?:{word})" for word in sorted(listed, key=len, reverse=True)), re.I))
        for measure, listed in words("measures")["words"].items()
    ]


@cache
def fitting(kind: str, units: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Returns the measures, {} unfilled, whose unit may count a printed class of unit."""
    allowed = words("measures")["units"]
    return frozenset(undirected(measure) for measure, unit in units if kind in allowed.get(unit, (unit,)))


@cache
def counting(units: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Returns the unit of each measure, {} unfilled."""
    return {undirected(measure): unit for measure, unit in units}


def undirected(measure: str) -> str:
    """Returns officials_{} for officials_to_provider."""
    stem = re.match(r"(officials_|specialists_|delegates_|delegations_|visits_)", measure)
    return stem[1] + DIRECTED if stem else measure


def measure_of(context: Context, units: dict[str, str], direction: str) -> tuple[str, float]:
    """Returns the measure of a figure and how sure it is; other_… of its unit where no word fits."""
    kind = context.found.kind
    candidates = fitting(kind, tuple(units.items()))
    counted = counting(tuple(units.items()))
    scored = [(score(pattern, context), m) for m, pattern in patterns() if m in candidates]
    scored = [(points, m) for points, m in scored if points > (SURE if is_loose(kind, counted[m]) else 0)]
    scored = [(points + OWN_UNIT * (counted[m] == kind), m) for points, m in scored]
    best, measure = max(scored, default=(0.0, ""))
    if best <= 0:
        return other(kind, units), 0.4
    return by_unit(directed(measure, direction), context), min(0.9, 0.45 + best / 60)


def by_unit(measure: str, context: Context) -> str:
    """Returns schools_paired for 430所, pairs_school for 430对; what is paired is not built."""
    if measure == "enterprise_jobs":
        shops, firms = (last_place(word, context.before) for word in ("车间|社区工厂|工坊|workshop", "企业|公司"))
        return "workshop_jobs" if shops > firms else measure
    stem = next((s for s in ("school", "hospital") if s in measure), "")
    paired = re.search("结对|结成对子|paired", context.sentence)
    if stem and measure == f"pairs_{stem}" and context.found.unit != "对":
        return f"{stem}s_paired"
    return f"{stem}s_paired" if stem and paired and measure in (f"{stem}s_built", f"other_{stem}") else measure


def last_place(word: str, text: str) -> int:
    return max((m.end() for m in re.finditer(word, text)), default=-1)


def is_of_whole(measure: str, whole: str) -> bool:
    """True where a part that no word names counts what its whole counts; so do workers of one kind among others."""
    return bool(whole) and (measure.startswith("other_") or whole in JOBS and measure in OF_JOBS)


def is_loose(kind: str, unit: str) -> bool:
    """True where a mere 个 or 家 is to count projects, parks or schools: only a word right beside it says so."""
    return kind in ("piece", "enterprise") and unit not in (kind, "piece")


def directed(measure: str, direction: str) -> str:
    stem = measure.removesuffix(DIRECTED)
    if stem == measure:
        return measure
    return stem + (direction or ("to_recipient" if stem in ("officials_", "specialists_") else "total")).replace(
        "both", BOTH[stem]
    )


def score(pattern: re.Pattern, context: Context) -> float:
    """Returns how well the words of a measure fit: longer and nearer ones better, those of the clause best."""
    wide = (
        3 if re.search("[A-Za-z]{3} |[A-Za-z]{3}$", context.near_before[-12:] + context.near_after[:6]) else 1
    )  # English takes more room
    after = (
        context.found.unit if context.found.unit.isalpha() and context.found.unit.isascii() else ""
    ) + context.near_after
    beside = context.near_before[-24 * wide :] + "#" + after[: 20 * wide]
    whole = re.split("[。;；]", context.before)[-1][-50 * wide :] + "#" + after[: 20 * wide]
    tied = [(8, m) for m in pattern.finditer(beside)] + [(3, m) for m in pattern.finditer(whole)]
    best = max((3.2 / wide * length(m) + base for base, m in tied if "#" in m.group()), default=0.0)
    for match in pattern.finditer(after[: 22 * wide]):
        best = max(best, 3.2 / wide * length(match) + 12 - 0.6 * match.start())
    near = context.near_before[-24 * wide :]
    for match in pattern.finditer(near):
        best = max(best, 3 / wide * length(match) + 12 - 0.7 / wide * (len(near) - match.end()))
    clause = re.split("[。;；]", context.before)[-1][-50 * wide :]
    for match in pattern.finditer(clause):
        best = max(best, 2.2 / wide * length(match) + 5 - 0.15 * (len(clause) - match.end()))
    for match in pattern.finditer(re.split("[,，。;；、]", context.after)[0][: 24 * wide]):
        best = max(best, 1.5 / wide * length(match) + 4 - 0.2 * match.start())
    return best


def length(match: re.Match) -> int:
    """Returns how long a word is; a pattern that reaches over a clause counts no more than LONGEST characters."""
    return min(len(match.group()), LONGEST if match.group()[:1] > "~" else 3 * LONGEST)


def other(kind: str, units: dict[str, str]) -> str:
    """Returns the measure for what no measure names, by the class of its unit; "" where the ledger has none."""
    name = f"other_{OTHER.get(kind, kind)}"
    if kind == "percent" and (not units or "share_other" in units):
        return "share_other"
    return name if name in units or not units else "other_piece"
