"""The records: `api/v1/<kind>/<id>.json`, each with every claim that names it or lies within it.

A place has the claims of all that lies in it and of the pairings it is an end of; a pairing those of its projects and
of the narrower pairings within it. A claim stands with its names, source and address, so that no second file is needed;
for pairings and places the same claims are also a sheet, `<id>.csv`. Where the address of a source of these claims was
gone or had changed when it was last asked, `watched` says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pandas as pd

from build_scripts.exports.encode import CSV, JSON, cells_of, csv_file, csv_lines, json_objects, plain_number
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_schema
from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.numbers import show_period
from build_scripts.views.columns import CLAIM_COLUMNS, TOTAL_COLUMNS, Column
from build_scripts.views.subjects import ENDINGS

ROOT = "api/v1"
KINDS = {"pairings": "pairing", "projects": "project", "places": "place", "sources": "source"}
CLAIM_KEYS = (
    "claim_id", "table", "subject_kind", "subject_id", "subject", "subject_en", "label", "label_en", "value", "unit",
    "qualifier", "basis", "period", "year_from", "year_to", "fund_source", "stage", "stage_name", "stage_name_en",
    "measure_id", "measure", "measure_en", "payer_place_id", "pairing_id", "project_id", "place_id", "as_printed",
    "part_of", "in_totals", "is_shown", "disagree", "added_in", "left_out_because", "source_id", "source", "source_en",
    "url", "published", "section", "start", "proof", "reliability", "record_url",
    "first_seen", "last_changed",
)  # fmt: skip
SHEETS = ("pairings", "places")  # whose claims are also a sheet of their own
CLAIM = tuple(column for column in CLAIM_COLUMNS if column.name in CLAIM_KEYS)
LIST = (Column("id", required=True), Column("name"), Column("name_en"), Column("claims", "integer", True),
        Column("record", required=True), Column("page", required=True))  # fmt: skip


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields a list of the records of each kind, and one file a record that has a page."""
    ids = edition.claims["claim_id"].tolist()
    told, lines = (dict(zip(ids, encode(edition.claims, CLAIM), strict=True)) for encode in (json_objects, csv_lines))
    sums = totals_by_subject(edition)
    for table, kind in KINDS.items():
        held = claims_of(edition, table)
        listed = list_of(edition, table, held)
        title = in_languages(f"exports.api_lists.{table}")
        content = json.dumps(listed.to_dict("records"), ensure_ascii=False, indent=0).encode()
        schema = wide_schema(LIST, edition.package)
        about = in_languages("pages.data.files.api_list")
        yield Download(f"{ROOT}/{table}.json", content, JSON, title, about, schema, row="ListedRecord")
        rows = edition.views.index.rows[table]
        for entry in listed.to_dict("records"):
            key = entry["id"]
            totals, claims = sums.get((kind, key), []), held.get(key, [])
            seen = watched_of(edition, [key] if table == "sources" else claims)
            content = record(entry, rows[key], totals, [told[each] for each in claims], seen)
            yield Download(entry["record"], content, JSON)
            if table in SHEETS and claims:
                yield Download(sheet_path(table, key), csv_file((lines[each] for each in claims), CLAIM), CSV)


def sheet_path(table: str, key: str) -> str:
    """Returns the path of the claims of a record as CSV; there is no such file where it has none."""
    return f"{ROOT}/{table}/{key}.csv"


def watched_of(edition: Edition, keys: list[str]) -> list[dict]:
    """Returns what the watch saw of sources, each named by its id or by a claim of it, with the words of pages."""
    views = edition.views
    if not views.watched:
        return []
    sources = dict.fromkeys(views.claims[key].source_id if key in views.claims else key for key in keys)
    return [seen_words(views.watched[key]) for key in sources if key in views.watched]


def seen_words(seen: dict) -> dict:
    """Returns a row of `source_watch` with `said` and `said_en` beside its cells."""
    day, number = seen["asked_on"], seen["missing_prints"]
    return seen | {
        "said" + ENDINGS[lang]: word(lang, f"evidence.watched.{seen['outcome']}", day=show_period(day, lang), n=number)
        for lang in LANGUAGES
    }


def record(entry: dict, row: dict, totals: list[bytes], claims: list[bytes], watched: list[dict]) -> bytes:
    """Returns a record: its names and addresses, its row as it stands in the table, its totals, its claims.

    `watched` is left out where there is none.
    """
    head = {key: entry[key] for key in ("id", "name", "name_en", "page")}
    seen = {"watched": watched} if watched else {}
    body = json.dumps({**head, "row": row, **seen}, ensure_ascii=False, default=plain_number)
    lists = {"totals": totals, "claims": claims}
    parts = [b'"%b":[\n%b\n]' % (name.encode(), b",\n".join(objects)) for name, objects in lists.items()]
    return b",\n".join([body[:-1].encode(), *parts]) + b"}\n"


def claims_of(edition: Edition, table: str) -> dict[str, list[str]]:
    """Returns id -> the claims that name a record of a table or lie within it, in the order of the frame."""
    keys = {"pairings": pairing_keys, "places": place_keys}
    own = {"projects": "project_id", "sources": "source_id"}
    frame = edition.claims
    named = keys[table](edition, frame) if table in keys else frame[["claim_id"]].assign(record=frame[own[table]])
    found = named.dropna(subset=["record"]).drop_duplicates()
    return found.groupby("record", sort=False)["claim_id"].agg(list).to_dict()


def pairing_keys(edition: Edition, claims: pd.DataFrame) -> pd.DataFrame:
    """Returns (claim_id, record): the pairing of a claim and every wider one."""
    of = claims.dropna(subset=["pairing_id"])[["claim_id", "pairing_id", "within"]]
    chains = of["pairing_id"] + " " + of["within"].fillna("")
    return of[["claim_id"]].assign(record=chains.str.split()).explode("record")


def place_keys(edition: Edition, claims: pd.DataFrame) -> pd.DataFrame:
    """Returns (claim_id, record): the place of a claim, both ends of its pairing, and every place above them."""
    spots = claims.melt("claim_id", ["place_id", "provider_place_id", "recipient_place_id"], value_name="spot")
    chains = spots["spot"].dropna().map(lambda place: edition.views.places.chain(place))
    return spots[["claim_id"]].assign(record=chains).explode("record")


def list_of(edition: Edition, table: str, held: dict[str, list[str]]) -> pd.DataFrame:
    """Returns the records of a table that have a page: id, names, number of claims, address of record and page."""
    rows = edition.views.index.rows[table]
    ids = [key for key in rows if table != "places" or key in edition.views.shown_places]
    if table == "sources":
        names = {key: (rows[key]["title"], rows[key]["title_en"]) for key in ids}
    else:
        chosen = edition.subjects[edition.subjects["subject_kind"] == KINDS[table]]
        told = chosen[["subject_id", "subject", "subject_en"]].itertuples(index=False)
        names = {key: (zh, en) for key, zh, en in told}
    return pd.DataFrame([
        {"id": key, "name": names[key][0], "name_en": names[key][1], "claims": len(held.get(key, [])),
         "record": f"{ROOT}/{table}/{key}.json", "page": f"{edition.address}{table}/{key}.html"}
        for key in ids
    ], dtype=object)  # fmt: skip


def totals_by_subject(edition: Edition) -> dict[tuple[str, str], list[bytes]]:
    """Returns (kind, id) -> its totals as JSON."""
    objects = json_objects(edition.totals, TOTAL_COLUMNS)
    subjects = cells_of(edition.totals, [Column("subject_kind"), Column("subject_id")])
    found: dict[tuple[str, str], list[bytes]] = {}
    for subject, text in zip(subjects, objects, strict=True):
        found.setdefault(subject, []).append(text)
    return found
