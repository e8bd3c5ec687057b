"""What things are called in a chart: short names of places, pairings and projects, words of the code
lists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_scripts.labels import word
from build_scripts.labels.numbers import show_period, show_value
from build_scripts.ledger.package import read_yaml
from build_scripts.views.model import Claim, Views
from build_scripts.views.places import PlaceIndex

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"  # words of code lists stand there and nowhere else
PROVINCE_ENDS = re.compile("(维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市)$")
Row = dict[str, object]


@cache
def code_words(table: str, column: str) -> dict[str, dict[str, str]]:
    """Returns code -> {zh, en} of a code list of the schemas."""
    fields = read_yaml(SCHEMAS / f"{table}.yaml")["fields"]
    return next(field["codes"] for field in fields if field["name"] == column)


def code_word(table: str, column: str, code: str, lang: str) -> str:
    return code_words(table, column)[code][lang]


@dataclass(frozen=True, eq=False)
class Names:
    """Names in one language. Built once for all charts; look-ups only."""

    lang: str
    places: PlaceIndex
    organisations: dict[str, Row]
    pairings: dict[str, Row]
    projects: dict[str, Row]
    measures: dict[str, Row]

    def pick(self, row: Row, column: str) -> str:
        """Returns `column` in Chinese, `column_en` in English where it is filled."""
        return (row[column] if self.lang == "zh" else row[f"{column}_en"] or row[column]) or ""

    def place(self, place_id: str | None) -> str:
        return self.places.name(place_id, self.lang) if place_id in self.places.names else ""

    def province(self, place_id: str) -> str:
        """Returns the short name of a province: 内蒙古, Inner Mongolia."""
        name = self.place(place_id)
        return PROVINCE_ENDS.sub("", name) if self.lang == "zh" else name

    def end(self, row: Row, end: str) -> str:
        """Returns the name of one end of a pairing: its place, else its organisation."""
        if org := row[f"{end}_org_id"]:
            return self.pick(self.organisations[org], "name")
        return self.place(row[f"{end}_place_id"])

    def pairing(self, pairing_id: str) -> str:
        """Returns provider → recipient."""
        row = self.pairings[pairing_id]
        return f"{self.end(row, 'provider')} → {self.end(row, 'recipient')}"

    def pairings_apart(self, pairing_ids: Iterable[str]) -> dict[str, str]:
        """Returns pairing id -> name; those of the same name are told apart by programme and beginning."""
        names = {key: self.pairing(key) for key in pairing_ids}
        shared = {name for name, n in Counter(names.values()).items() if n > 1}
        apart = {
            key: word(self.lang, "charts.told_apart", pairing=name, term=self.term(key))
            for key, name in names.items()
            if name in shared
        }
        return names | apart

    def term(self, pairing_id: str) -> str:
        """Returns the programme in a few words and, where it is stated, the year in which it begins."""
        row = self.pairings[pairing_id]
        programme = word(self.lang, f"charts.programme.{row['programme']}")
        year = (row["valid_from"] or "")[:4]
        return word(self.lang, "charts.term", programme=programme, year=year) if year else programme

    def project(self, project_id: str) -> str:
        return self.pick(self.projects[project_id], "title")

    def measure(self, measure_id: str) -> str:
        return self.pick(self.measures[measure_id], "title")

    def label(self, claim: Claim) -> str:
        """Returns what a claim's figure is: its own label, else the name of its measure or stage of money."""
        own = claim.label_zh if self.lang == "zh" else claim.label_en or claim.label_zh
        if own:
            return self.with_payer(own, claim.payer_id)
        if claim.measure_id:
            return self.measure(claim.measure_id)
        return code_word("funds", "stage", claim.stage, self.lang)

    def with_payer(self, label: str, payer_id: str | None) -> str:
        """Returns what the money is, behind who gives it where the row itself says so: 东莞市：财政援助资金."""
        return word(self.lang, "pages.payer_label", payer=self.place(payer_id), label=label) if payer_id else label

    def figure(self, claim: Claim) -> str:
        """Returns the figure of a claim with unit and qualifier."""
        return self.value(claim.value, claim.unit, claim.qualifier)

    def value(self, value, unit: str, qualifier: str = "exact") -> str:
        return show_value(value, unit, qualifier, self.lang, code_words("measures", "unit"))

    def period(self, period: str | None) -> str:
        return show_period(period, self.lang)

    def subject(self, kind: str, key: str) -> str:
        """Returns the name of a claim's subject."""
        if kind == "organisation":
            return self.pick(self.organisations[key], "name")
        return {"pairing": self.pairing, "project": self.project, "place": self.place}[kind](key)


def names_in(views: Views, lang: str) -> Names:
    """Returns the Names of a ledger in one language."""
    keys = {
        "organisations": "org_id",
        "pairings": "pairing_id",
        "projects": "project_id",
        "measures": "measure_id",
    }
    rows = {t: {row[key]: row for row in views.tables[t].to_dict("records")} for t, key in keys.items()}
    return Names(lang, views.places, **rows)
