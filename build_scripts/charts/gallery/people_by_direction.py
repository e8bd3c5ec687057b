"""Who went where? Delegations, officials and specialists from provider to recipient and back.

Totals of views/totals.py, so a whole and its parts are never both counted. Where a source prints one
direction only, the other is shown as not printed, never as none.
"""

from __future__ import annotations

from collections import defaultdict

from build_scripts.charts.bars import Bar, Section, bar, bar_marks
from build_scripts.charts.cells import name_cell, sum_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import paint
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Total, Views

KINDS = (
    "delegates",
    "delegations",
    "officials",
    "specialists",
)  # measures `<kind>_to_recipient`, `<kind>_to_provider`
DIRECTIONS = {
    "to_recipient": "provider",
    "to_provider": "recipient",
}  # direction -> end that sets out, and its colour
MOST, FEWEST = 8, 2
Ways = dict[str, Total]  # direction -> total
Found = dict[str, dict[str, Ways]]  # pairing -> kind -> direction -> total


def ways_by_pairing(totals: tuple[Total, ...]) -> Found:
    """Returns the totals of people and delegations by pairing, kind and direction;
    only those with a figure.
    """
    measures = {f"measure:{kind}_{way}": (kind, way) for kind in KINDS for way in DIRECTIONS}
    found: Found = defaultdict(lambda: defaultdict(dict))
    for total in totals:
        if total.subject_kind == "pairing" and total.what in measures and total.included:
            kind, way = measures[total.what]
            found[total.subject_id][kind][way] = total
    return {pairing: dict(kinds) for pairing, kinds in found.items()}


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch a pairing with at least two such figures, and the national comparison."""
    found = ways_by_pairing(views.totals)
    enough = {key: kinds for key, kinds in found.items() if sum(map(len, kinds.values())) >= FEWEST}
    both = {key: kinds for key, kinds in found.items() if any(len(ways) == 2 for ways in kinds.values())}
    national = [national_sketch(both, names)] if len(both) >= FEWEST else []
    return national + [pairing_sketch(key, kinds, names) for key, kinds in enough.items()]


def pairing_sketch(pairing: str, kinds: dict[str, Ways], names: Names) -> Sketch:
    sections = [
        Section(
            tuple(direction_bar(way, ways.get(way), pairing, names) for way in DIRECTIONS),
            word(names.lang, f"charts.people.{kind}"),
        )
        for kind in KINDS
        if (ways := kinds.get(kind))
    ]
    marks, height = bar_marks(sections)
    kind = next((k for k in KINDS if len(kinds.get(k, {})) == 2), next(k for k in KINDS if k in kinds))
    said = {
        "list": said_ways(kinds[kind], pairing, names),
        "kind": word(names.lang, f"charts.people.{kind}"),
        "pairing": names.pairing(pairing),
    }
    return Sketch(
        name=f"people-by-direction.{pairing}",
        lang=names.lang,
        title=word(names.lang, "charts.people.title", **said),
        alt=word(names.lang, "charts.people.alt", **said),
        question=word(names.lang, "charts.people.question", **said),
        header=tuple(word(names.lang, "charts.people.header")),
        rows=tuple(rows({pairing: kinds}, names)),
        chart=paint(marks, height),
        subject=("pairing", pairing),
        note=word(names.lang, "charts.people.note"),
        title_claims=tuple(claim for total in kinds[kind].values() for claim in total.included),
    )


def direction_bar(way: str, total: Total | None, pairing: str, names: Names) -> Bar:
    """Returns the bar of one direction; a direction without a figure is said in words."""
    label = way_label(way, pairing, names)
    if total is None:
        return Bar(label, word(names.lang, "charts.not_printed"), ())
    return bar(label, figure(total, names), total.value, DIRECTIONS[way], direction=way)


def way_label(way: str, pairing: str, names: Names) -> str:
    row = names.pairings[pairing]
    start, end = ("provider", "recipient") if way == "to_recipient" else ("recipient", "provider")
    return f"{names.end(row, start)} → {names.end(row, end)}"


def figure(total: Total, names: Names) -> str:
    return names.value(total.value, total.unit, total.qualifier)


def said_ways(ways: Ways, pairing: str, names: Names) -> str:
    said = (
        word(
            names.lang,
            "charts.people.one_way",
            start=names.end(names.pairings[pairing], end),
            figure=figure(ways[way], names),
        )
        for way, end in DIRECTIONS.items()
        if way in ways
    )
    return word(names.lang, "charts.list_semicolon").join(said)


def rows(found: Found, names: Names):
    """Yields a row a figure: kind, from → to, figure."""
    for pairing, kinds in found.items():
        for kind in (k for k in KINDS if k in kinds):
            for way, total in sorted(kinds[kind].items(), reverse=True):
                cell = sum_cell(names, total.value, total.unit, total.qualifier, total.included)
                yield (
                    name_cell(word(names.lang, f"charts.people.{kind}")),
                    name_cell(way_label(way, pairing, names)),
                    cell,
                )


def national_sketch(found: Found, names: Names) -> Sketch:
    """Pairings with figures in both directions, a section a kind, the larger ones first."""
    both = {kind: {p: k[kind] for p, k in found.items() if len(k.get(kind, ())) == 2} for kind in KINDS}
    sections = [national_section(kind, pairs, names) for kind, pairs in both.items() if pairs]
    key = tuple((role, word(names.lang, f"charts.people.from_{role}")) for role in DIRECTIONS.values())
    marks, height = bar_marks(sections, key)
    ways = [w for pairs in both.values() for w in pairs.values()]
    more = sum(w["to_recipient"].value > w["to_provider"].value for w in ways)
    said = {"n": len(ways), "more": more, "pairs": len(found)}
    return Sketch(
        name="people-by-direction",
        lang=names.lang,
        title=word(names.lang, "charts.people.national_title", **said),
        alt=word(names.lang, "charts.people.national_alt", **said),
        question=word(names.lang, "charts.people.national_question"),
        header=tuple(word(names.lang, "charts.people.header")),
        rows=tuple(rows({p: {k: pairs[p] for k, pairs in both.items() if p in pairs} for p in found}, names)),
        chart=paint(marks, height),
        note=word(names.lang, "charts.people.national_note", most=MOST),
    )


def national_section(kind: str, pairs: dict[str, Ways], names: Names) -> Section:
    largest = sorted(pairs, key=lambda p: -max(t.value for t in pairs[p].values()))[:MOST]
    bars = tuple(b for pairing in largest for b in two_bars(pairing, pairs[pairing], names))
    return Section(bars, word(names.lang, f"charts.people.{kind}"))


def two_bars(pairing: str, ways: Ways, names: Names) -> list[Bar]:
    return [direction_bar(way, ways[way], pairing, names) for way in DIRECTIONS]
