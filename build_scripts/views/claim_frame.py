"""The one tidy frame of claims: a row a claim of funds and observations, with names beside codes in both languages.

Downloads, explorer and records take their rows from it by query, groupby, merge and pivot; nobody else joins names to
codes. Amounts are Decimals, exact to the last printed digit; missing where the print lost its digits, never zero. Sum
them with `min_count=1` and group with `dropna=False`, so that what is unknown neither becomes zero nor vanishes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from build_scripts.ledger.package import Package
from build_scripts.views.model import Claim, Total, Views
from build_scripts.views.periods import years_of
from build_scripts.views.row_days import with_days
from build_scripts.views.subjects import ENDINGS, with_words
from build_scripts.views.totals import CLASS_OF

SAME_NAME = ("table", "row", "subject_kind", "subject_id", "value", "unit", "qualifier", "basis", "period",
             "as_printed", "part_of", "parts_complete", "in_totals", "source_id", "section", "start", "proof",
             "fund_source", "stage", "instrument", "measure_id", "claim_id", "what")  # fmt: skip


def claim_frame(package: Package, views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame; money first, the newest year first, undated last, then by id.

    Its columns are those of `columns.CLAIM_COLUMNS` and more; `subjects` is the frame of what claims are about. Raises
    MergeError where an id stands twice in the table it is the key of.
    """
    shown = {fact.shown for fact in views.facts}
    ranks = {key: each.rank for key, each in views.reliability.items()}
    return (
        pd.DataFrame([own_cells(claim) for claim in views.claims.values()], dtype=object)
        .merge(subjects, on=["subject_kind", "subject_id"], how="left", validate="many_to_one")
        .merge(payer_columns(views), on="claim_id", how="left", validate="one_to_one")
        .merge(measure_columns(package, views), on="measure_id", how="left", validate="many_to_one")
        .merge(source_columns(views), on="source_id", how="left", validate="many_to_one")
        .assign(
            money_class=lambda f: f["fund_source"].map(CLASS_OF),
            aggregation=lambda f: f["aggregation"].where(f["stage"].isna(), "sum"),
            is_shown=lambda f: f["claim_id"].isin(shown),
            disagree=lambda f: f["claim_id"].isin(views.index.split_claims),
            order_in_source=lambda f: f["claim_id"].map(views.index.place_in_source),
            reliability=lambda f: f["source_id"].map(ranks),
        )
        .pipe(with_verdicts, views.totals)
        .pipe(with_days, views.history, ["claim_id"])
        .pipe(with_words, package, "funds", "fund_source", "stage", "instrument", "qualifier", "basis")
        .pipe(with_words, package, "measures", "unit")
        .sort_values(["table", "year_to", "claim_id"], ascending=[True, False, True], ignore_index=True)
    )  # fmt: skip


def own_cells(claim: Claim) -> dict[str, object]:
    """Returns what the claim itself says."""
    years = years_of(claim.period)
    return {
        **{name: getattr(claim, name) for name in SAME_NAME},
        "label": claim.label_zh, "label_en": claim.label_en, "note": claim.note_zh, "note_en": claim.note_en,
        "stated_of": claim.stated_of_zh, "stated_of_en": claim.stated_of_en,
        "period_length_as_printed": claim.period_length,
        "inferred": " ".join(claim.inferred) or None,
        "year_from": years[0] if years else None, "year_to": years[-1] if years else None,
    }  # fmt: skip


def payer_columns(views: Views) -> pd.DataFrame:
    """Returns who gives the money or the help, where the row says it and not only the pairing."""
    payers = pd.DataFrame(
        [(claim.claim_id, claim.payer_id) for claim in views.claims.values()], columns=["claim_id", "payer_place_id"]
    )
    names = {lang: {key: views.places.name(key, lang) for key in payers["payer_place_id"].dropna()} for lang in ENDINGS}
    return payers.assign(**{f"payer{end}": payers["payer_place_id"].map(names[lang]) for lang, end in ENDINGS.items()})


def measure_columns(package: Package, views: Views) -> pd.DataFrame:
    """Returns the measures: titles, group, and whether their figures may be added."""
    names = {"title": "measure", "title_en": "measure_en", "group": "measure_group", "group_name": "measure_group_name",
             "group_name_en": "measure_group_name_en"}  # fmt: skip
    words = views.tables["measures"].pipe(with_words, package, "measures", "group")
    return words[["measure_id", "aggregation", *names]].rename(columns=names)


def source_columns(views: Views) -> pd.DataFrame:
    """Returns the documents: the title in English only where a document has one."""
    names = {"title": "source", "title_en": "source_en"}
    return views.tables["sources"][["source_id", *names, "publisher", "published", "url"]].rename(columns=names)


def total_id(total: Total) -> str:
    """Returns the name of a total, which has no space: `pairing:ew1-jia-yi:money:assistance:received`."""
    return f"{total.subject_kind}:{total.subject_id}:{total.what}"


def with_verdicts(frame: pd.DataFrame, totals: Iterable[Total]) -> pd.DataFrame:
    """Returns the frame with `added_in`, the names of the totals that hold a claim, and `left_out_because`.

    Both are lists with spaces; a claim that one total holds another may have left out. What no total may hold, such
    as a percentage, has neither.
    """
    held, reasons = defaultdict(list), defaultdict(list)
    for total in totals:
        for claim in total.included:
            held[claim].append(total_id(total))
        for claim, reason in total.left_out:
            reasons[claim].append(reason)
    return frame.assign(
        added_in=frame["claim_id"].map({key: " ".join(names) for key, names in held.items()}),
        left_out_because=frame["claim_id"].map({key: " ".join(dict.fromkeys(each)) for key, each in reasons.items()}),
    )
