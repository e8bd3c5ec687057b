"""All money: one sum a class and stage for the whole ledger, and the rows behind each, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from build_scripts.pages.addresses import ROWS_A_PAGE, page_links, page_suffix, split_rows
from build_scripts.pages.book import Book, count
from build_scripts.pages.kinds.charts import charts_named, flow_periods
from build_scripts.pages.model import Page
from build_scripts.pages.names import total_name
from build_scripts.pages.rows import claim_row, money_totals
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.views.ledger_totals import LEDGER
from build_scripts.views.main_amount import NEAREST_TO_PAYMENT
from build_scripts.views.model import Claim, Total
from build_scripts.views.periods import years_of
from build_scripts.views.programmes import PROGRAMME_CLASSES
from build_scripts.views.totals import CLASS_OF, MONEY_CLASSES


def pages(book: Book) -> Iterator[Page]:
    """Yields the overview, then the rows of each class and stage."""
    groups = rows_by_kind(book)
    yield overview(book, groups)
    totals = ledger_totals(book)
    for kind, claims in groups.items():
        yield from rows_pages(book, kind, claims, [t for k, t in totals.items() if (CLASS_OF[k[1]], k[2]) == kind])


def rows_by_kind(book: Book) -> dict[tuple[str, str], list[Claim]]:
    """Returns (class, stage) -> all statements of such money, the latest first, undated last."""
    claims = [claim for claim in book.views.claims.values() if claim.table == "funds"]
    claims.sort(key=lambda c: c.period or "", reverse=True)
    kinds = [(group, stage) for group in MONEY_CLASSES for stage in NEAREST_TO_PAYMENT]
    found = {kind: [c for c in claims if (CLASS_OF[c.fund_source], c.stage) == kind] for kind in kinds}
    return {kind: group for kind, group in found.items() if group}


def ledger_totals(book: Book) -> dict[tuple[str, str, str], Total]:
    """Returns (programme, fund source, stage) -> the sum over the whole ledger."""
    return {
        (programme, total.fund_source, total.stage): total
        for programme in dict.fromkeys(PROGRAMME_CLASSES.values())
        for total in money_totals(book.index.totals.get((LEDGER, programme), ()))
    }


def overview(book: Book, groups: dict) -> Page:
    title = book.text("pages.funds.title")
    return print_page(
        book,
        Draft(
            "funds/index.html",
            "funds",
            "list",
            title,
            book.text("pages.funds.description"),
            {
                "lines": sum_lines(book, groups),
                "periods": flow_periods(book),
                "charts": charts_named(book, "money-by-pairing", "national-series.money"),
            },
            crumbs(book, (title, "")),
        ),
    )


def sum_lines(book: Book, groups: dict[tuple[str, str], list[Claim]]) -> list[dict]:
    """Returns a line for each sum, East–West first; kinds of money that add to nothing come last."""
    totals = ledger_totals(book)
    summed = {(source, stage) for _, source, stage in totals}
    unsummed = {("", claim.fund_source, claim.stage) for claims in groups.values() for claim in claims}
    keys = [*totals, *(key for key in sorted(unsummed, key=in_order) if key[1:] not in summed)]
    return [
        {
            "programme": book.text(f"pages.programme_class.{programme or 'none'}"),
            "group_word": book.code("funds", "fund_source", source),
            "stage_word": book.code("funds", "stage", stage),
            "total": totals.get((programme, source, stage)),
            "rows": statements(totals.get((programme, source, stage)), of_source(groups, source, stage)),
            "years": years_of_sum(book, totals.get((programme, source, stage))),
            "path": f"funds/{CLASS_OF[source]}-{stage}.html",
        }
        for programme, source, stage in keys
    ]


def years_of_sum(book: Book, total: Total | None) -> Markup:
    """Returns the years that a sum speaks of, with their number where some between them are not in it."""
    claims = [book.views.claims[key] for key in total.included] if total else []
    years = sorted({year for claim in claims for year in years_of(claim.period)})
    if not years:
        return Markup()
    first, last = years[0], years[-1]
    has_holes = len(years) < last - first + 1
    holes = book.say("charts.money_by_pairing.holes", n=count(len(years))) if has_holes else ""
    return book.period(f"{first}/{last}" if first < last else str(first)) + holes


def in_order(key: tuple[str, str, str]) -> tuple[int, int]:
    _, source, stage = key
    return list(CLASS_OF).index(source), NEAREST_TO_PAYMENT.index(stage)


def of_source(groups: dict[tuple[str, str], list[Claim]], source: str, stage: str) -> list[Claim]:
    return [claim for claim in groups[CLASS_OF[source], stage] if claim.fund_source == source]


def statements(total: Total | None, claims: list[Claim]) -> int:
    """Returns how many statements a line stands for."""
    return len(total.included) + len(total.left_out) if total else len(claims)


def rows_pages(book: Book, kind: tuple[str, str], claims: list[Claim], totals: list[Total]) -> Iterator[Page]:
    """Yields the pages of all statements of one class and stage; what is said of all of them is worked out once."""
    base, parts = f"funds/{kind[0]}-{kind[1]}", split_rows(claims, ROWS_A_PAGE["funds"])
    words = {
        "group": book.text(f"pages.money_class.{kind[0]}"),
        "stage": book.code("funds", "stage", kind[1]),
    }
    name = book.text("pages.total_of_money", **words)
    of_all = {
        "title": name,
        "number_of": len(claims),
        "judged_stages": sum("stage" in claim.inferred for claim in claims),
        "pager": page_links(base, len(parts)),
        "sums": [(sum_title(book, total), total) for total in totals],
    }
    reasons = reasons_left_out(book, claims, totals)
    for number, part in enumerate(parts, start=1):
        rows = [(claim_row(book, claim), reasons.get(claim.claim_id, "")) for claim in part]
        yield print_page(book, rows_page(book, base, number, of_all | {"rows": rows, "number": number}))


def rows_page(book: Book, base: str, number: int, values: dict) -> Draft:
    name = values["title"]
    return Draft(
        f"{base}{page_suffix(number)}.html",
        "funds_rows",
        "list",
        name if number == 1 else book.text("pages.numbered", name=name, n=number),
        book.text("pages.funds.rows_description", name=name),
        values,
        crumbs(book, section(book, "funds"), (name, "")),
        is_found=number == 1,
        meta={"amount": ""},
    )


def sum_title(book: Book, total: Total) -> Markup:
    """Returns the programme and what is added: the two say what a sum holds."""
    return total_name(book, total) + " · " + book.text(f"pages.programme_class.{total.subject_id}")


def reasons_left_out(book: Book, claims: list[Claim], totals: list[Total]) -> dict[str, str]:
    """Returns claim id -> why it is in no sum, for those that are in none."""
    included = {claim for total in totals for claim in total.included}
    reasons = dict(pair for total in totals for pair in total.left_out)
    return {c.claim_id: reason(book, c, reasons) for c in claims if c.claim_id not in included}


def reason(book: Book, claim: Claim, reasons: dict[str, str]) -> str:
    """Returns why a statement of money is in no sum."""
    kinds = ("pairing", "project")
    other = "programme_unclear" if claim.subject_kind in kinds else "not_of_a_pairing"
    return book.text(f"evidence.left_out.{reasons.get(claim.claim_id, other)}")
