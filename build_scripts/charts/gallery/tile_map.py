"""Which part does each province play? A tile a province, its place only roughly that on a map; no borders
are drawn.

The tile says whether the province's places provide, receive or both, and in how many pairings of the ledger
across provinces. A tile without any is hatched.
"""

from __future__ import annotations

from collections import Counter

from build_scripts.charts.bars import key_marks
from build_scripts.charts.cells import count_cell, name_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.picture import Mark, box, in_layers, paint, words
from build_scripts.charts.style import SMALL, TINY, WIDTH
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views

ROWS = (  # a row of tiles a line
    "------ ------ ------ ------ ------ ------ 230000",
    "650000 ------ ------ 150000 ------ ------ 220000",
    "630000 620000 640000 140000 110000 120000 210000",
    "540000 510000 610000 410000 130000 370000 ------",
    "------ ------ 500000 420000 340000 320000 310000",
    "------ 530000 520000 430000 360000 330000 ------",
    "------ ------ 450000 440000 350000 710000 ------",
    "------ ------ 460000 820000 810000 ------ ------",
)
TILES = {  # province -> (column, row)
    code: (column, row)
    for row, codes in enumerate(ROWS)
    for column, code in enumerate(codes.split())
    if code != "------"
}
SIDE = WIDTH / 7
WASH = {"provider": "provider-wash", "recipient": "recipient-wash"}
Roles = dict[str, Counter]  # province -> {"provider": n, "recipient": n}


def roles_of_provinces(views: Views, names: Names) -> Roles:
    """Returns in how many pairings across provinces each province provides and receives."""
    found: Roles = {province: Counter() for province in TILES}
    for ends in views.ends.values():
        provinces = [views.places.province_of(place) for place in ends]
        if all(provinces) and provinces[0] != provinces[1]:
            for province, role in zip(provinces, WASH, strict=True):
                found.setdefault(province, Counter())[role] += 1
    return found


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns the one national sketch, where provinces are paired at all."""
    roles = roles_of_provinces(views, names)
    return [sketch(roles, names)] if any(roles.values()) else []


def sketch(roles: Roles, names: Names) -> Sketch:
    key, y = key_marks(
        tuple(
            (role, word(names.lang, f"charts.tiles.{k}"))
            for role, k in (*((w, r) for r, w in WASH.items()), ("unknown", "none"))
        ),
        0,
    )
    marks = [mark for province in TILES for mark in tile(province, roles[province], y, names)]
    n = {role: sum(1 for counts in roles.values() if counts[role]) for role in WASH}
    said = {
        "providers": n["provider"],
        "recipients": n["recipient"],
        "none": sum(not counts for counts in roles.values()),
    }
    return Sketch(
        name="tile-map",
        lang=names.lang,
        title=word(names.lang, "charts.tiles.title", **said),
        alt=word(names.lang, "charts.tiles.alt", **said),
        question=word(names.lang, "charts.tiles.question"),
        header=tuple(word(names.lang, "charts.tiles.header")),
        rows=tuple(
            (name_cell(full_name(p, names)), count_cell(counts["provider"]), count_cell(counts["recipient"]))
            for p, counts in roles.items()
        ),
        chart=paint([*key, *in_layers(marks)], y + 8 * SIDE + 2),
        note=word(names.lang, "charts.tiles.note"),
    )


def full_name(province: str, names: Names) -> str:
    return names.place(province) or tile_name(province, names).replace("\n", "")


def tile_name(province: str, names: Names) -> str:
    """Returns the short name on a tile; a line break where it needs two lines."""
    return word(names.lang, f"charts.tile_names.p{province}")


def tile(province: str, counts: Counter, top: float, names: Names) -> list[Mark]:
    """Returns the square, the name and the numbers: left as provider, right as recipient where it is both."""
    column, row = TILES[province]
    x, y, side = column * SIDE, top + row * SIDE, SIDE - 3
    roles = [role for role in WASH if counts[role]]
    data = {"province": full_name(province, names), **{role: counts[role] for role in WASH}}
    share = side / max(len(roles), 1)
    marks = [box(x + i * share, y, share, side, WASH[role], data=data) for i, role in enumerate(roles)] or [
        box(x, y, side, side, "unknown", data=data)
    ]
    lines = tile_name(province, names).split("\n")
    size = SMALL if names.lang == "zh" else TINY
    marks += [
        words(x + side / 2, y + 17 + i * 12 + (5 if len(lines) == 1 else 0), text, "ink", size, "center")
        for i, text in enumerate(lines)
    ]
    return marks + [
        words(x + (i + 0.5) * share, y + side - 8, str(counts[role]), role, SMALL, "center")
        for i, role in enumerate(roles)
    ]
