"""Where records live: the paths of pages, below the tree of a language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import quote, urlsplit

from build_scripts.pages.html_text import html_id
from build_scripts.views.model import Audit, Claim, Conflict
from build_scripts.views.verdicts import AuditVerdict, ConflictVerdict

T = TypeVar("T")
ROWS_A_PAGE = {
    "source": 120,
    "funds": 60,
    "place": 80,
    "measure": 80,
    "audit": 40,
}  # receipts weigh ~0.25 KB each
FOLDERS = {
    "pairing": "pairings",
    "project": "projects",
    "place": "places",
    "source": "sources",
    "measure": "measures",
}


def record_path(kind: str, key: str, page: int = 1) -> str:
    """Returns the address of a record's page, such as `places/610924.html`; later pages end in `.p2.html`."""
    return f"{FOLDERS[kind]}/{key}{page_suffix(page)}.html"


def page_suffix(page: int) -> str:
    return "" if page == 1 else f".p{page}"


def split_rows(rows: Sequence[T], size: int) -> list[Sequence[T]]:
    """Returns the rows page by page; one empty page where there are none."""
    return [rows[i : i + size] for i in range(0, len(rows), size)] or [rows]


def page_links(base: str, pages: int) -> list[tuple[int, str]]:
    """Returns (number, path) of every page of a list whose first page is `<base>.html`; [] where there is
    only one.
    """
    return [(n, f"{base}{page_suffix(n)}.html") for n in range(1, pages + 1)] if pages > 1 else []


def claim_address(claim: Claim, place: int) -> str:
    """Returns where a claim stands on its source's page; `place` counts the source's claims from 1."""
    page = (place - 1) // ROWS_A_PAGE["source"] + 1
    return f"{record_path('source', claim.source_id, page)}#{claim_anchor(claim.claim_id)}"


def claim_anchor(claim_id: str) -> str:
    return html_id("c", claim_id)


def audit_page(verdict: AuditVerdict) -> str:
    """Returns the base of the page that lists the sums of a verdict."""
    return "audit" if verdict is AuditVerdict.FAILS else f"audit-{verdict}"


def conflict_page(verdict: ConflictVerdict) -> str:
    """Returns the base of the page that lists what sources print differently, by verdict."""
    named = {ConflictVerdict.CONFLICT: "audit-conflicts", ConflictVerdict.ROUNDING: "audit-sources-rounding"}
    return named.get(verdict, f"audit-{verdict}")


def audit_address(audit: Audit, place: int) -> str:
    """Returns where the row of an audit stands; `place` counts the audits of its verdict from 1."""
    return f"{audit_page(audit.verdict)}{suffix_of_row(place)}.html#{audit_anchor(audit)}"


def conflict_address(conflict: Conflict, place: int) -> str:
    """Returns where the row of a conflict stands; `place` counts the conflicts of its verdict from 1."""
    return f"{conflict_page(conflict.verdict)}{suffix_of_row(place)}.html#{conflict_anchor(conflict)}"


def suffix_of_row(place: int) -> str:
    return page_suffix((place - 1) // ROWS_A_PAGE["audit"] + 1)


def audit_anchor(audit: Audit) -> str:
    return html_id("audit", audit.audit_id)


def conflict_anchor(conflict: Conflict) -> str:
    return html_id("conflict", conflict.conflict_id)


def original_address(url: str | None, as_printed: str, hosts: Sequence[str]) -> str:
    """Returns the original page's address with a text fragment (WICG) of the print; '' where its host is
    not allowed.
    """
    if not url or not is_allowed(url, hosts):
        return ""
    joint = ":~:text=" if "#" in url else "#:~:text="
    return url + joint + quote(as_printed, safe="").replace("-", "%2D")


def is_allowed(url: str, hosts: Sequence[str]) -> bool:
    """True where the address is http(s) on one of the hosts or below one of them."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    return parts.scheme in ("http", "https") and any(host == each or host.endswith(f".{each}") for each in hosts)
