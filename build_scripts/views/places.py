"""Where a place belongs: parents, provinces, children and names, indexed once for everything national."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import pandas as pd

CARRIERS = {  # table -> columns that name a place
    "pairings": ("provider_place_id", "recipient_place_id"),
    "projects": ("place_id",),
    "funds": ("place_id",),
    "observations": ("place_id",),
    "organisations": ("place_id",),
    "events": ("from_place_id", "to_place_id"),
}
TOLD_APART = ("county", "zone", "township", "village")  # by the division above them
NAMED_AFTER = ("zone",)  # 靖江经济技术开发区 lies in 靖江市; a county or a village may bear the name of another place
CITY = "市"
Ends = dict[str, tuple[str | None, str | None]]  # pairing id -> (provider place, recipient place)


@dataclass(frozen=True)
class PlaceIndex:
    """The table of places as look-ups. Ids that are not in the table have no parent, level or province."""

    parents: dict[str, str | None]
    levels: dict[str, str]
    names: dict[str, tuple[str, str]]  # place id -> (name, English name), those of one name told apart
    plain_names: dict[str, tuple[str, str]]  # the same without what tells them apart
    below: dict[str, tuple[str, ...]]  # place id -> its children, in file order
    provinces: dict[str, str | None]  # place id -> province id; None above provinces and across them

    def chain(self, place_id: str | None) -> tuple[str, ...]:
        """Returns the place and its parents, up to the country; nothing for no place."""
        return chain_of(place_id, self.parents)

    def province_of(self, place_id: str | None) -> str | None:
        return self.provinces.get(place_id)

    def level(self, place_id: str | None) -> str | None:
        return self.levels.get(place_id)

    def children(self, place_id: str) -> tuple[str, ...]:
        return self.below.get(place_id, ())

    def name(self, place_id: str, lang: str) -> str:
        """Returns the name of a place; raises KeyError where there is no such place."""
        return self.names[place_id][0 if lang == "zh" else 1]

    def full_name(self, place_id: str, lang: str) -> str:
        """Returns the name with the division above it: 常州市新北区; Xinbei District, Changzhou.

        Only below cities, where names recur; raises KeyError where there is no such place.
        """
        above, at = self.parents[place_id], 0 if lang == "zh" else 1
        if not self.is_below(place_id):
            return self.name(place_id, lang)
        name, upper = self.plain_names[place_id][at], self.name(above, lang)
        return in_chinese(upper, name, self.levels[place_id]) if lang == "zh" else f"{name}, {upper}"

    def written_out(self, place_id: str) -> str:
        """Returns the Chinese name behind all of the division above it where `full_name` shortens that, as readers may
        type it: 苏州市太仓市; '' elsewhere.
        """
        if not self.is_below(place_id):
            return ""
        whole = self.name(self.parents[place_id], "zh") + self.plain_names[place_id][0]
        return whole if whole != self.full_name(place_id, "zh") else ""

    def is_below(self, place_id: str) -> bool:
        """True where the name of a place stands with the division above it."""
        return self.level(place_id) in TOLD_APART and is_told_apart(place_id, self.parents, self.levels)

    def county_of(self, place_id: str | None) -> str | None:
        """Returns the county (or zone) that the place is or lies in; None above counties."""
        return next((place for place in self.chain(place_id) if self.level(place) in ("county", "zone")), None)

    def related(self, a: str, b: str) -> bool:
        """True where one of two places is the other or lies in it; a group stands for the place it is in."""
        a, b = self.plain(a), self.plain(b)
        return a in self.chain(b) or b in self.chain(a)

    def plain(self, place_id: str) -> str:
        """Returns the place, or the parent of a group: the members of a group are not all known."""
        while self.level(place_id) == "group" and self.parents[place_id]:
            place_id = self.parents[place_id]
        return place_id


def index_places(places: pd.DataFrame) -> PlaceIndex:
    """Returns the PlaceIndex of the table `places`."""
    rows = places.to_dict("records")
    parents = {row["place_id"]: row["parent_id"] for row in rows}
    levels = {row["place_id"]: row["level"] for row in rows}
    below = defaultdict(list)
    for row in rows:
        if row["parent_id"]:
            below[row["parent_id"]].append(row["place_id"])
    provinces = {place: province_in(chain_of(place, parents), levels) for place in parents}
    chinese, english = (names_apart(rows, parents, levels, lang) for lang in ("zh", "en"))
    return PlaceIndex(
        parents,
        levels,
        names={place: (chinese[place], english[place]) for place in parents},
        plain_names={row["place_id"]: (row["name"], row["name_en"]) for row in rows},
        below={place: tuple(ids) for place, ids in below.items()},
        provinces=provinces,
    )


def names_apart(rows: list[dict], parents: dict[str, str | None], levels: dict[str, str], lang: str) -> dict[str, str]:
    """Returns place id -> name in a language, with the division above it where another place has the same name.

    朝阳区 is 北京市朝阳区 or 长春市朝阳区; Taizhou is Taizhou (Jiangsu) or Taizhou (Zhejiang).
    """
    plain = {row["place_id"]: row["name" if lang == "zh" else "name_en"] for row in rows}
    times = Counter(name for place, name in plain.items() if is_told_apart(place, parents, levels))
    shared = [place for place in plain if times[plain[place]] > 1 and is_told_apart(place, parents, levels)]
    return plain | {place: beside(plain[place], plain[parents[place]], lang) for place in shared}


def is_told_apart(place: str, parents: dict[str, str | None], levels: dict[str, str]) -> bool:
    """True where a place has a division above it that can stand beside its name."""
    is_low = levels[place] in ("prefecture", *TOLD_APART)
    return is_low and levels.get(parents[place]) not in (None, "country", "group")


def beside(name: str, above: str, lang: str) -> str:
    return above + name if lang == "zh" else f"{name} ({above})"


def in_chinese(upper: str, name: str, level: str) -> str:
    """Returns a name behind that of the division above it: 常州市新北区, but 苏州太仓市, as a city is not governed by a
    city, and 永寿县园区, which names it already.
    """
    stem = upper.removesuffix(CITY)
    if name.startswith(upper) or (level in NAMED_AFTER and len(stem) > 1 and name.startswith(stem)):
        return name
    return (stem if name.endswith(CITY) else upper) + name


def names_of(row: dict) -> list[str]:
    """Returns every name of a row of `places`; a former name stands without `@` and its year."""
    aliases = [alias.partition("@")[0].strip() for alias in (row["aliases"] or "").split(";")]
    return [name for name in (row["name"], row["name_en"], *aliases) if name]


def chain_of(place_id: str | None, parents: dict[str, str | None]) -> tuple[str, ...]:
    chain = []
    while place_id and place_id not in chain:  # a circle is a finding of the checks, not an endless loop
        chain.append(place_id)
        place_id = parents.get(place_id)
    return tuple(chain)


def province_in(chain: tuple[str, ...], levels: dict[str, str]) -> str | None:
    return next((place for place in chain if levels.get(place) == "province"), None)


def places_in_use(tables: dict[str, pd.DataFrame], places: PlaceIndex) -> dict[str, dict]:
    """Returns place id -> row of the places that carry anything, and of all above them, in the order of the table."""
    used = {place for table, columns in CARRIERS.items() for column in columns for place in tables[table][column]}
    found = {above for place in used for above in places.chain(place)}
    return {row["place_id"]: row for row in tables["places"].to_dict("records") if row["place_id"] in found}


def pairing_ends(tables: dict[str, pd.DataFrame]) -> Ends:
    """Returns pairing id -> (provider place, recipient place); an organisation stands for its place."""
    seat = dict(zip(tables["organisations"]["org_id"], tables["organisations"]["place_id"], strict=True))
    return {
        row["pairing_id"]: tuple(
            row[f"{end}_place_id"] or seat.get(row[f"{end}_org_id"]) for end in ("provider", "recipient")
        )
        for row in tables["pairings"].to_dict("records")
    }


def province_pairs(pairing_ends: dict[str, tuple[str | None, str | None]], places: PlaceIndex) -> Counter:
    """Returns (provider province, recipient province) -> pairings of all levels, those within a province left out."""
    ends = ([places.province_of(place) for place in pair] for pair in pairing_ends.values())
    return Counter((a, b) for a, b in ends if a and b and a != b)
