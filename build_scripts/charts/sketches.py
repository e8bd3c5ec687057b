"""From a chart of the gallery to its sketches: a frame, a chart for each name in it, the evidence beside each row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from types import ModuleType

import pandas as pd
from altair.utils.schemapi import debug_mode

from build_scripts.charts.model import BEHIND, Sketch
from build_scripts.charts.statements import scope_of, time_words
from build_scripts.charts.text import undrawable
from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.names import Names
from build_scripts.ledger.kept import hash_of
from build_scripts.views.model import Views

OWN = ("chart", "of", "also", "said")  # name, subject such as ("pairing", id) or (), further pages, a row in words
TIMES = "period_words"  # the period in words, with all that must be said beside the figure; `period` is for programs
EVIDENCE = ("unit", "claims", "proof", "sources", "addresses")  # behind every row, after the chart's own columns


def sketches_of(chart: ModuleType, views: Views, names: Names, changed: str = "") -> Iterator[Sketch]:
    """Yields a sketch for each value of the frame's column `chart`, in their order.

    `changed` is the day on which the data last changed, '' where nobody knows it.
    """
    frame = chart.frame(views, names)
    if len(frame):
        frame = with_evidence(frame, views, names).reset_index(drop=True)
        rows = drawable(shown(frame), names)  # of all sketches at once: pandas counts by calls, not by rows
        for name, group in frame.groupby("chart", sort=False):
            own = rows.loc[group.index].reset_index(drop=True)
            yield sketch_of(chart, str(name), group.reset_index(drop=True), own, names, changed or views.today)


def shown(data: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame without the columns that only help to make the sketch."""
    return data.drop(columns=[column for column in OWN if column in data])


def with_evidence(frame: pd.DataFrame, views: Views, names: Names) -> pd.DataFrame:
    """Returns the frame with the columns that every chart has: subject, period, stage and EVIDENCE.

    A frame that does not say of whom it is (`of`) is of the whole ledger; one without `claims` counts rows of it.
    """
    frame = frame.assign(**{name: [()] * len(frame) for name in ("of", "claims") if name not in frame})
    urls = views.tables["sources"].set_index("source_id")["url"].to_dict()
    behind = [[views.claims[key] for key in keys] for keys in frame["claims"]]
    said = {
        "subject": [names.subject(*each) if each else word(names.lang, "charts.whole_ledger") for each in frame["of"]],
        "period": [joined(c.period for c in each) for each in behind],
        TIMES: [time_words(c[0], names) if len(c) == 1 else "" for c in behind],
        "stage": [joined(names.code("funds", "stage", c.stage) for c in each if c.stage) for each in behind],
        "unit": [joined(c.unit for c in each) for each in behind],
        "proof": [joined(sorted({c.proof for c in each})) for each in behind],
        "sources": [joined(c.source_id for c in each) for each in behind],
        "addresses": [joined(urls[c.source_id] for c in each) for each in behind],
    }  # fmt: skip
    found = frame.assign(**{name: values for name, values in said.items() if name not in frame})
    own = [name for name in found if name not in EVIDENCE and name != "subject"]
    return found[["subject", *own, *EVIDENCE]].astype(object).where(lambda cells: cells.notna(), None)


def joined(parts: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))


def sketch_of(
    chart: ModuleType, name: str, data: pd.DataFrame, rows: pd.DataFrame, names: Names, day: str
) -> Sketch:
    """Returns one sketch of its part of a frame, and of the same as it is drawn.

    Raises ValueError where the font lacks a character of it.
    """
    lang = names.lang
    words = word(lang, f"charts.{chart.KEY}") | {"lang": lang, "join": word(lang, "charts.list_comma")}
    said, first = chart.said(data, names), data.iloc[0]
    texts = {key: said.get(key) or words[key].format(**said) for key in ("title", "alt", "question", "note")}
    refuse_boxes(name, data, words["columns"])
    own = shown(data)
    return Sketch(
        name=name, lang=lang, **texts, data=own, columns=words["columns"],
        spec=partial(spec_of, chart.chart, rows, words),
        made_from=hash_of(json.dumps([chart.KEY, rows.to_dict("split"), words], ensure_ascii=False, default=str)),
        subject=first["of"] or None,
        scope=scope_of(own, names),
        signs=said.get("signs", ""),
        source=source_of(name, names, day),
        also=tuple(first["also"]) if "also" in data else (),
        title_claims=tuple(said.get("claims", ())),
    )  # fmt: skip


def refuse_boxes(name: str, data: pd.DataFrame, columns: Iterable[str]) -> None:
    """Raises ValueError for the first row with a character that would be drawn as a box."""
    for row in data.to_dict("records"):
        if missing := undrawable("".join(str(row[column] or "") for column in {*columns, "label"} & set(row))):
            raise ValueError(word("zh", "charts.no_glyph", chart=name, row=joined(row["claims"]) or row["subject"],
                                  missing=missing, points=" ".join(f"U+{ord(c):04X}" for c in missing)))  # fmt: skip


def drawable(data: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Returns the frame as a specification holds it: numbers, texts, nulls; `when` is the period in words, if one."""
    when = [names.period(each) if each and " " not in each else "" for each in data["period"]]
    plain = data.drop(columns=[name for name in data if name.endswith(BEHIND)])
    plain = plain.assign(claims=data["claims"].map(" ".join), when=when)
    return plain.map(lambda v: float(v) if isinstance(v, Decimal) else v).astype(object).where(plain.notna(), None)


def spec_of(chart: Callable, data: pd.DataFrame, words: dict, width: int) -> dict:
    """Returns the Vega-Lite specification; tests check that it is valid, which costs more than making it."""
    with debug_mode(False):
        return chart(data, words, width).to_dict(validate=False)


def source_of(name: str, names: Names, day: str) -> str:
    """Returns the line below a picture that leaves its page: address, edition and its day, licence."""
    address = f"{names.package.settings['address']}{LANGUAGES[names.lang].folder}embed/{name}.html"
    words = {"address": address, "edition": names.package.descriptor["version"], "day": names.period(day)}
    return word(names.lang, "charts.source_line", **words)
