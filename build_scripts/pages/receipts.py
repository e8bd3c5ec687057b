"""The evidence of one page: every figure becomes a button, every button its receipt at the end of the page.

The receipts are popovers: they open without JavaScript. A Receipts object serves one page at a time and remembers, in
the order of first use, what it has shown on it.
"""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup, escape

from build_scripts.pages.book import Book
from build_scripts.pages.citing import total_footnote
from build_scripts.pages.evidence import claim_receipt, is_split
from build_scripts.pages.evidence_sums import audit_number, audit_receipt, group_receipt, total_receipt
from build_scripts.pages.html_text import html_id, one_line
from build_scripts.views.model import Audit, Claim, Total
from build_scripts.views.verdicts import AuditVerdict

STATES = ("excerpt", "position", "proved")  # of a claim's proof, the least first
UNSHOWN = Markup('<span class="unknown">{}</span>')


class Receipts:
    """Collects the evidence of the page at `path`; `to(path)` gives links as seen from there."""

    def __init__(self, book: Book, path: str = ""):
        self.book = book
        self.begin(path)

    def begin(self, path: str) -> None:
        """Turns to the page at `path`, of which nothing is shown yet."""
        self.path = path
        self.up = "../" * path.count("/")
        self.shown: dict[str, Markup] = {}  # HTML id -> receipt
        self.groups: dict[tuple[str, ...], str] = {}  # words and claims of a group -> HTML id

    def to(self, path: str) -> str:
        """Returns the relative address of a page of this language."""
        return self.up + path

    def root(self, path: str) -> str:
        """Returns the relative address of a file that both languages share."""
        return self.up + ("" if self.book.lang == "zh" else "../") + path

    def fig(self, claim_id: str, text: str | None = None, of: str = "") -> Markup:
        """Returns the figure of a claim as a button that opens its receipt; `text` replaces the formatted
        figure.
        """
        claim = self.book.views.claims[claim_id]
        target = html_id("r", claim_id)
        if target not in self.shown:
            self.shown[target] = self.kept_receipt(claim)
        return self.button(target, text or self.book.value(claim), claim.value, self.mark(claim), of=of)

    def kept_receipt(self, claim: Claim) -> Markup:
        """Returns a claim's receipt, rendered once a book for each depth of the page's address."""
        key = (claim.claim_id, self.up)
        if key not in self.book.kept:
            self.book.kept[key] = self.render("receipts/claim.html", claim_receipt(self.book, claim))
        return self.book.kept[key]

    def total(self, total: Total) -> Markup:
        """Returns a sum as a button; a sum of nothing is unknown, never zero."""
        if not total.included:
            return UNSHOWN.format(self.book.say("evidence.nothing_to_add"))
        target = html_id("t", total.subject_kind, total.subject_id, total.what)
        told, proof = self.kept_total(total, target)
        text = self.book.total_value(total)
        if target not in self.shown:
            footnote = total_footnote(self.book, told["name"], text, f"{self.path}#{target}")  # it names this page
            self.shown[target] = self.render("receipts/total.html", told | {"footnote": footnote})
        return self.button(target, text, total.value, proof)

    def kept_total(self, total: Total, target: str) -> tuple[dict, str]:
        """Returns what a total's receipt says, and how far its figures are proved, worked out once a book."""
        if target not in self.book.kept:
            claims = [self.book.views.claims[c] for c in total.included]
            self.book.kept[target] = total_receipt(self.book, total, target), least_proof(claims)
        return self.book.kept[target]

    def sum(self, audit: Audit, value: str) -> Markup:
        """Returns a number that the ledger worked out for an audit (`left`, `right` or `difference`)."""
        target = html_id("a", audit.audit_id)
        if target not in self.shown:
            self.shown[target] = self.render("receipts/audit.html", audit_receipt(self.book, audit, target))
        number = getattr(audit, value)
        mark = "split" if audit.verdict is AuditVerdict.FAILS else "excerpt"
        return self.button(target, audit_number(self.book, audit, number), number, mark, "worked_out")

    def group(self, text: str, claims: tuple[str, ...], value: object = None, of: str = "") -> Markup:
        """Returns a figure that stands on several claims, such as a point of a chart; `of` says of what it is the
        evidence, where the text does not.
        """
        if len(claims) == 1:
            return self.fig(claims[0], text, of)
        target = self.groups.setdefault((text, *claims), html_id("g", str(len(self.shown)), claims[0]))
        rows = [self.book.views.claims[c] for c in claims]
        if target not in self.shown:
            self.shown[target] = self.render("receipts/group.html", group_receipt(self.book, rows, target, text))
        split = any(is_split(self.book, claim) for claim in rows)
        return self.button(target, text, value, "split" if split else least_proof(rows), of=of)

    def mark(self, claim: Claim) -> str:
        return "split" if is_split(self.book, claim) else claim.proof

    def button(self, target: str, text: str, value: object, mark: str, word: str = "", of: str = "") -> Markup:
        """Returns the button of a figure; `data-value` is what it is worth in its bare unit, where that is a number."""
        said = " ".join(filter(None, (of, self.book.text(f"evidence.mark.{word or mark}"))))
        worth = f' data-value="{value:f}"' if isinstance(value, Decimal) else ""
        return Markup(
            f'<button type="button" class="fig fig--{mark}" popovertarget="{target}"{worth}>{escape(text)}'
            f'<span class="sr">{escape(said)}</span></button>'
        )

    def render(self, template: str, values: dict) -> Markup:
        return Markup(one_line(self.book.templates.get_template(template).render(to=self.to, **values)))

    def legend(self) -> Markup:
        """Returns what the seals of the page's figures mean."""
        return self.render("receipts/legend.html", {})

    def receipts(self) -> Markup:
        """Returns all receipts of the page, to stand at the end of its content."""
        return Markup("\n").join(self.shown.values())


def least_proof(claims: list[Claim]) -> str:
    """Returns the state of a figure that stands on several claims: that of the one that is proved least."""
    return min((claim.proof for claim in claims), key=STATES.index)
