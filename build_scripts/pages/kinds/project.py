"""One project: what was planned, what was done, with whose money."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from build_scripts.pages.addresses import record_path
from build_scripts.pages.book import Book
from build_scripts.pages.citing import use
from build_scripts.pages.kinds.charts import drawings_of
from build_scripts.pages.model import Page
from build_scripts.pages.rows import STAGES, FigureRow, by_measure_group, fact_rows, split_tables
from build_scripts.pages.said import staged_amount
from build_scripts.pages.sheet import Draft, crumbs, described, print_page, section
from build_scripts.pages.standing import sentence_of_missing, standing, sureness
from build_scripts.views.main_amount import main_amount

TABLES = ("projects", "funds", "observations")
ENDED = ("completed", "cancelled", "suspended")


def pages(book: Book) -> Iterator[Page]:
    """Yields a page for each project."""
    return (print_page(book, draft(book, row)) for row in book.index.rows["projects"].values())


def draft(book: Book, row: dict) -> Draft:
    key = row["project_id"]
    path, name = record_path("project", key), book.names.project(key)
    place = book.names.full_place(row["place_id"]) if row["place_id"] else ""
    charts = drawings_of(book, "project", key)
    shown = values(book, row)
    return Draft(
        path,
        "project",
        "project",
        name,
        described(book, book.text("pages.list_comma").join(filter(None, (name, place))), things(row, shown)),
        shown | {"charts": charts} | use(book, "projects", key, name, path, TABLES),
        crumbs(book, section(book, "projects"), (name, "")),
        image=charts[0].image if charts else "",
        names=tuple(filter(None, (row["title"], row["title_en"], *book.index.aliases.get(("project", key), ())))),
        meta={
            "place": place,
            "year": (row["period"] or row["status_date"] or "")[:4],
            "amount": amount(book, shown["money"]),
        },
    )


def things(row: dict, shown: dict) -> dict[str, bool]:
    """Returns what a project's page has, for its description."""
    return {
        "money": bool(shown["money"] or shown["member_money"]),
        "progress": row["status"] != "unknown",
        "members": bool(shown["members"]),
        "figures": bool(shown["groups"]),
    }


def values(book: Book, row: dict) -> dict:
    """Returns what the template shows of one project."""
    index, key = book.index, row["project_id"]
    own = index.facts.get(("project", key), [])
    members = index.members.get(key, [])
    rows = fact_rows(book, own)
    money, others = split_tables(rows)
    return {
        "row": row,
        "members": members,
        "money": money,
        "stages": by_stage(book, money),
        "groups": by_measure_group(book, others),
        "member_money": split_tables(
            fact_rows(book, (f for m in members for f in index.facts.get(("project", m["project_id"]), [])))
        )[0],
        "sure": sureness(book, (book.views.claims[c] for fact in own for c in fact.claims)),
        "inferred": [book.column_title("projects", name) for name in (row["inferred"] or "").split()],
        "unknown": unknown(book, row, money) if own else [],
        "not_stated": "" if own else not_stated(book, row),
        "original": row["title"],
        **(found := standing(book, "project", key)),
        "trust": [remark for remark in found["trust"] if money or remark.signal.rule != "no_amount"],  # said above
    }


def by_stage(book: Book, money: list[FigureRow]) -> list[tuple[str, list[FigureRow]]]:
    """Returns (stage, rows) from plan to payment, wholes only: what was planned stands beside what was
    paid. What is part of a sum of others alone is a whole of the project.
    """
    own = {r.claim.claim_id for r in money}
    wholes = [r for r in money if r.claim.part_of not in own]
    found = [(book.code("funds", "stage", s), [r for r in wholes if r.claim.stage == s]) for s in STAGES]
    return [(stage, rows) for stage, rows in found if rows]


def unknown(book: Book, row: dict, money: list[FigureRow]) -> list[Markup]:
    """Returns what no source of the ledger says of this project."""
    paid = any(r.claim.stage in ("received", "disbursed", "spent") for r in money)
    lines = {
        "no_money": not money,
        "no_paid": bool(money) and not paid,
        "no_status": row["status"] == "unknown",
        "no_date": not row["status_date"] and row["status"] in ENDED,
        "no_place": not row["place_id"],
        "no_pairing": not row["pairing_id"],
    }
    return [book.say(f"pages.project.unknown.{key}") for key, is_so in lines.items() if is_so]


def not_stated(book: Book, row: dict) -> Markup:
    """Returns one sentence of what no document states of a project without figures: said once, on a short page."""
    missing = {
        "money": True,
        "status": row["status"] == "unknown",
        "place": not row["place_id"],
        "pairing": not row["pairing_id"],
    }
    things = [book.say(f"pages.project.missing.{name}") for name, is_so in missing.items() if is_so]
    return sentence_of_missing(book, things)


def amount(book: Book, money: list[FigureRow]) -> str:
    """Returns the amount that says most, with its stage and window in words, for a search result."""
    main = main_amount(row.claim for row in money)
    return staged_amount(book, main) if main else ""
