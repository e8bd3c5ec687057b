"""What things are called in one language: places, pairings, projects, documents, figures, codes.

The one giver of names, made once a language: charts and pages ask it. Words of code lists come from the ledger's own
schemas, all others from labels/<language>/.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.numbers import show_period, show_value, unit_after
from build_scripts.labels.remarks import SHOWN
from build_scripts.ledger.package import Package
from build_scripts.views.gaps import ANNOUNCED, WINDOW
from build_scripts.views.model import Claim, Row, Total, Views
from build_scripts.views.places import PlaceIndex

PROVINCE_ENDS = re.compile("(维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市)$")
SIDES = ("provider", "recipient")
NOT_ITS_OWN = (WINDOW, ANNOUNCED, "round", "counted")  # dates_basis of a beginning that no document prints


@dataclass(frozen=True, eq=False)
class Names:
    """Names in the language `lang`; look-ups only."""

    package: Package
    views: Views
    lang: str

    @property
    def places(self) -> PlaceIndex:
        return self.views.places

    @property
    def pairings(self) -> dict[str, Row]:
        return self.views.index.rows["pairings"]

    @property
    def projects(self) -> dict[str, Row]:
        return self.views.index.rows["projects"]

    def row(self, table: str, key: str) -> Row:
        return self.views.index.rows[table][key]

    def pick(self, row: Row, column: str) -> str:
        """Returns `column` in Chinese, `column_en` in English where it is filled."""
        return (row[column] if self.lang == "zh" else row[f"{column}_en"] or row[column]) or ""

    def codes(self, table: str, column: str) -> dict[str, str]:
        """Returns code -> word of a code list, in its order."""
        return {code: words[self.lang] for code, words in self.package.codes(table, column).items()}

    def code(self, table: str, column: str, code: str | None) -> str:
        """Returns the word of a code; '' where the cell is empty. Raises KeyError where the list lacks it."""
        return self.package.codes(table, column)[code][self.lang] if code else ""

    def place(self, place_id: str | None) -> str:
        """Returns the name of a place, those of one name told apart; '' for no place."""
        return self.places.name(place_id, self.lang) if place_id in self.places.names else ""

    def full_place(self, place_id: str) -> str:
        """Returns the name with the division above it: 常州市新北区, Xinbei District, Changzhou."""
        return self.places.full_name(place_id, self.lang)

    def province(self, place_id: str) -> str:
        """Returns the short name of a province: 内蒙古, Inner Mongolia."""
        name = self.place(place_id)
        return PROVINCE_ENDS.sub("", name) if self.lang == "zh" else name

    def organisation(self, org_id: str) -> str:
        return self.pick(self.row("organisations", org_id), "name")

    def end(self, row: Row, end: str, *, full: bool = False) -> str:
        """Returns the name of one end of a pairing: its organisation, else its place, else that it is not stated."""
        if organisation := row[f"{end}_org_id"]:
            return self.organisation(organisation)
        if place := row[f"{end}_place_id"]:
            return self.full_place(place) if full else self.place(place)
        return word(self.lang, "pages.side_not_stated")

    def pairing(self, pairing_id: str, *, full: bool = False) -> str:
        """Returns provider → recipient; `full` with the divisions above both."""
        row = self.pairings[pairing_id]
        return " → ".join(self.end(row, end, full=full) for end in SIDES)

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
        """Returns the programme in a few words and, where a document prints it, the year in which a pairing begins."""
        row = self.pairings[pairing_id]
        programme = word(self.lang, f"charts.programme.{row['programme']}")
        is_judged = "valid_from" in (row["inferred"] or "").split() or row["dates_basis"] in NOT_ITS_OWN
        year = "" if is_judged else (row["valid_from"] or "")[:4]
        return word(self.lang, "charts.term", programme=programme, year=year) if year else programme

    def project(self, project_id: str) -> str:
        return self.pick(self.projects[project_id], "title")

    def project_within(self, project_id: str) -> str:
        """Returns the project with the pairing it belongs to, or the place it lies in: they say whose it is."""
        row = self.projects[project_id]
        within = self.pairing(row["pairing_id"]) if row["pairing_id"] else self.place(row["place_id"])
        project = self.project(project_id)
        return word(self.lang, "charts.project_within", project=project, within=within) if within else project

    def source(self, source_id: str) -> str:
        """Returns the title of a document in this language, or as printed."""
        return self.pick(self.row("sources", source_id), "title")

    def measure(self, measure_id: str) -> str:
        return self.pick(self.row("measures", measure_id), "title")

    def subject(self, kind: str, key: str) -> str:
        """Returns the name of a claim's subject."""
        of_kind = {
            "pairing": self.pairing,
            "project": self.project,
            "place": self.place,
            "organisation": self.organisation,
        }
        return of_kind[kind](key)

    def what(self, claim: Claim) -> str:
        """Returns the measure, or the source of the money with its stage."""
        if claim.measure_id:
            return self.measure(claim.measure_id)
        source, stage = (self.code("funds", name, getattr(claim, name)) for name in ("fund_source", "stage"))
        return word(self.lang, "pages.fund_kind", fund_source=source, stage=stage)

    def measured(self, claim: Claim) -> str:
        """Returns the measure, or the source of the money with its stage, as the title of a series names it."""
        if claim.measure_id:
            return self.measure(claim.measure_id)
        money, stage = (self.code("funds", name, getattr(claim, name)) for name in ("fund_source", "stage"))
        return word(self.lang, "charts.money_title", money=money, stage=stage)

    def money(self, fund_source: str, stage: str) -> str:
        """Returns the name of a source and stage of money, as sums name it."""
        group = self.code("funds", "fund_source", fund_source)
        return word(self.lang, "pages.total_of_money", group=group, stage=self.code("funds", "stage", stage))

    def added(self, total: Total) -> str:
        """Returns the name of what a total adds: a measure, or a source and stage of money."""
        return self.measure(total.measure_id) if total.measure_id else self.money(total.fund_source, total.stage)

    def label(self, claim: Claim) -> str:
        """Returns in a few words what a claim's figure is: its own label, else its measure or stage of money."""
        own = claim.label_zh if self.lang == "zh" else claim.label_en or claim.label_zh
        if own:
            return self.with_payer(own, claim.payer_id)
        return self.measure(claim.measure_id) if claim.measure_id else self.code("funds", "stage", claim.stage)

    def full_label(self, claim: Claim) -> str:
        """Returns what a claim's figure is where it must stand alone, behind the payer where the row names one."""
        return self.with_payer(self.own_label(claim), claim.payer_id)

    def own_label(self, claim: Claim) -> str:
        """Returns what the figure is, whoever gives it: its own label, else `what`."""
        return (claim.label_zh if self.lang == "zh" else claim.label_en) or self.what(claim)

    def said_label(self, claim: Claim) -> str:
        """Returns the own label for a sentence: money of firms and gifts behind the name of their kind, unless it
        shows in the label itself: 企业投资（实际到位资金）.
        """
        label = self.own_label(claim)
        if claim.fund_source not in SHOWN or any(part in label.lower() for part in self.shown_by(claim.fund_source)):
            return label
        return word(self.lang, "said.of_kind", kind=self.code("funds", "fund_source", claim.fund_source), label=label)

    def shown_by(self, fund_source: str) -> list[str]:
        """Returns the parts of words that show a kind of money in a label."""
        return word(self.lang, f"said.shown_by.{fund_source}").split()

    def with_payer(self, label: str, payer_id: str | None) -> str:
        """Returns what the money is, behind who gives it where the row itself says so: 东莞市：财政援助资金."""
        return word(self.lang, "pages.payer_label", payer=self.place(payer_id), label=label) if payer_id else label

    def figure(self, claim: Claim) -> str:
        """Returns the figure of a claim with unit and qualifier."""
        return self.value(claim.value, claim.unit, claim.qualifier)

    def value(self, value, unit: str, qualifier: str = "exact") -> str:
        return show_value(value, unit, qualifier, self.lang, self.package.codes("measures", "unit"))

    def unit(self, unit: str, value: Decimal | None = None) -> str:
        """Returns the word of a unit, as it stands behind the value where one is given."""
        return unit_after(value, self.package.codes("measures", "unit")[unit], self.lang)

    def period(self, period: str | None) -> str:
        return show_period(period, self.lang)


def open_names(package: Package, views: Views) -> dict[str, Names]:
    """Returns language -> Names, for each language of the site."""
    return {lang: Names(package, views, lang) for lang in LANGUAGES}
