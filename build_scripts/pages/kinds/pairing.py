"""One pairing: who helps whom, with how much, since when, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from build_scripts.pages.account_rows import account_below
from build_scripts.pages.addresses import record_path
from build_scripts.pages.book import Book
from build_scripts.pages.citing import use
from build_scripts.pages.kinds.charts import drawings_of
from build_scripts.pages.model import Page
from build_scripts.pages.names import pairing_html, printed_place_name
from build_scripts.pages.rows import (
    by_measure_group,
    fact_rows,
    key_facts,
    money_totals,
    split_tables,
    total_title,
)
from build_scripts.pages.said import all_said, headline, short
from build_scripts.pages.sheet import Draft, crumbs, described, print_page, section
from build_scripts.pages.standing import sentence_of_missing, standing, sureness
from build_scripts.views.places import names_of
from build_scripts.views.programmes import FIRST_ROUND

KEY_GROUPS = ("poverty", "labour", "exchange", "talent", "training", "consumption")
SIDES = ("provider", "recipient")
FIGURES_SHOWN = 8  # in the answer block


def pages(book: Book) -> Iterator[Page]:
    """Yields a page for each pairing."""
    return (print_page(book, draft(book, row)) for row in book.index.rows["pairings"].values())


def draft(book: Book, row: dict) -> Draft:
    key = row["pairing_id"]
    path, name = record_path("pairing", key), book.names.pairing(key)
    full = book.names.pairing(key, full=True)
    programme = book.text(f"pages.programme.{row['programme']}")
    judged = [book.text("said.answer.judged")] * is_judged(book, row)
    comma = book.text("pages.list_comma")
    title = book.text("pages.pairing.title", name=name, programme=comma.join((programme, *judged)))
    charts, shown = drawings_of(book, "pairing", key), values(book, row)
    return Draft(
        path,
        "pairing",
        "pairing",
        title,
        described(book, comma.join((full, programme, *judged)), things(shown)),
        shown | {"charts": charts} | use(book, "pairings", key, title, path, TABLES),
        crumbs(book, section(book, "pairings"), (name, "")),
        image=charts[0].image if charts else "",
        names=other_names(book, row),
        meta={
            "place": place_words(book, row),
            "year": (row["valid_from"] or "")[:4],
            "amount": short(book, headline(book, "pairing", key).first),
        },
    )


TABLES = ("pairings", "pairing_claims", "projects", "funds", "observations", "events")


def is_judged(book: Book, row: dict) -> bool:
    """True where no document pairs the two: the editors read the pair."""
    answer = book.views.answers.get(row["recipient_place_id"])
    return answer is not None and row["pairing_id"] in answer.judged


def things(shown: dict) -> dict[str, bool]:
    """Returns what a pairing's page has, for its description."""
    printed = {name for row in shown["witnesses"] for name in printed_dates(row)}
    return {
        "money": bool(shown["money"] or shown["project_money"]),
        "projects": bool(shown["projects"]),
        "figures": bool(shown["groups"]),
        "start": printed == {"valid_from"},
        "end": printed == {"valid_to"},
        "term": len(printed) > 1,
    }


def printed_dates(row: dict) -> set[str]:
    """Returns which of the beginning and the end of a pairing a document states; the editors did not supply it."""
    supplied = (row["inferred"] or "").split()
    return {name for name in ("valid_from", "valid_to") if row[name] and name not in supplied}


def values(book: Book, row: dict) -> dict:
    """Returns what the template shows of one pairing."""
    index, key = book.index, row["pairing_id"]
    projects = index.projects_of_pairing.get(key, [])
    own = index.facts.get(("pairing", key), [])
    of_projects = [fact for project in projects for fact in index.facts.get(("project", project["project_id"]), [])]
    money, others = split_tables(fact_rows(book, own))
    project_money, _ = split_tables(fact_rows(book, of_projects))
    totals = money_totals(index.totals.get(("pairing", key), ()))
    statements = all_said(book, headline(book, "pairing", key))
    claims = [book.views.claims[c] for fact in own + of_projects for c in fact.claims]
    return {
        "row": row,
        "heading": pairing_html(book, key, full=True),
        "is_over": row["programme"] == FIRST_ROUND,
        "chains": {side: chain(book, row, side) for side in SIDES},
        "projects": projects,
        "money": money,
        "groups": by_measure_group(book, others),
        "project_money": project_money,
        "said": statements,
        "totals": [(total_title(book, total), total) for total in totals if len(total.included) > 1],
        "key_figures": key_facts(book, own, KEY_GROUPS)[: max(2, FIGURES_SHOWN - len(statements))],
        "events": sorted(index.events_of_pairing.get(key, []), key=lambda e: e["date"] or "9999"),
        "witnesses": [row, *index.witnesses.get(key, [])],
        "parts_below": index.parts_of_pairing.get(key, []),
        "next_rounds": index.next_rounds.get(key, []),
        "years": book.views.gaps.pairing_years.get(key, {}),
        "sure": sureness(book, claims),
        "unknown": unknown(book, row, money + project_money, projects) if claims else [],
        "not_stated": "" if claims else not_stated(book, row, projects),
        "inferred": [book.column_title("pairings", name) for name in (row["inferred"] or "").split()],
        "original": printed_sides(book, row),
        "account": account_below(book, "pairing", key),
        **standing(book, "pairing", key),
    }


def chain(book: Book, row: dict, side: str) -> list[str]:
    """Returns the places of one side, from the province down in Chinese and up to it in English."""
    found = [
        key
        for key in book.views.places.chain(row[f"{side}_place_id"])
        if book.row("places", key)["level"] not in ("country",)
    ]
    return found[::-1] if book.lang == "zh" else found


def unknown(book: Book, row: dict, money: list, projects: list) -> list[Markup]:
    """Returns what no source of the ledger says of this pairing."""
    years, stated = book.views.gaps.pairing_years.get(row["pairing_id"], {}), stated_dates(book, row)
    missing = [year for year, state in years.items() if state == "unknown"]
    lines = {
        "no_start": "valid_from" not in stated,
        "no_end": "valid_to" not in stated,
        "no_money": not money,
        "no_received": not any(r.claim.stage == "received" for r in money) and bool(money),
        "no_projects": not projects,
    }
    said = [book.say(f"pages.pairing.unknown.{key}") for key, is_so in lines.items() if is_so]
    return said + [book.say("pages.pairing.unknown.years", n=len(missing))] * bool(missing)


def not_stated(book: Book, row: dict, projects: list) -> Markup:
    """Returns one sentence of what no document states of a pairing without figures: said once, on a short page."""
    stated = stated_dates(book, row)
    missing = {
        "term": not stated,
        "start": stated == {"valid_to"},
        "end": stated == {"valid_from"},
        "money": True,
        "projects": not projects,
    }
    things = [book.say(f"pages.pairing.missing.{name}") for name, is_so in missing.items() if is_so]
    return sentence_of_missing(book, things)


def stated_dates(book: Book, row: dict) -> set[str]:
    """Returns which of the beginning and the end of a pairing any of its documents states."""
    rows = (row, *book.index.witnesses.get(row["pairing_id"], ()))
    return {name for name in ("valid_from", "valid_to") if any(each[name] for each in rows)}


def printed_sides(book: Book, row: dict) -> str:
    """Returns both Chinese names for the English page; '' where a side is no place."""
    sides = [row["provider_place_id"], row["recipient_place_id"]]
    return " → ".join(printed_place_name(book, side) for side in sides) if all(sides) else ""


def place_words(book: Book, row: dict) -> str:
    """Returns the recipient with what it belongs to, for a search result."""
    return book.names.full_place(row["recipient_place_id"]) if row["recipient_place_id"] else ""


def other_names(book: Book, row: dict) -> tuple[str, ...]:
    """Returns short names of the pairing, and names of both sides in both languages, with former names."""
    places = [book.row("places", p) for p in (row["provider_place_id"], row["recipient_place_id"]) if p]
    aliases = book.index.aliases.get(("pairing", row["pairing_id"]), ())
    return (*aliases, *(name for place in places for name in names_of(place)))
