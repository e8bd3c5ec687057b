"""What stands in a cell of a table whose value the editors inferred, and the sentence below that explains a sign."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from markupsafe import Markup

from build_scripts.labels.remarks import JUDGED, JUDGED_MARK
from build_scripts.pages.book import Book
from build_scripts.views.model import Claim

FEW = 3  # cells of a table in which words stand; where there are more, a sign stands in each


class JudgedSign(NamedTuple):
    """What stands behind an inferred value, and the sentence that says what it means; '' where it is words."""

    cell: Markup
    note: Markup | str

    def at(self, column: str, inferred: Collection[str]) -> Markup:
        """Returns what stands in the cell of a column; empty where the value is printed."""
        return self.cell if column in inferred else Markup()


def judged_star(book: Book) -> JudgedSign:
    """Returns the sign for a table of which nobody knows which rows it will have."""
    return JudgedSign(Markup(JUDGED_MARK), book.say("pages.judged_note", sign=JUDGED_MARK))


def judged_sign(book: Book, claims: Iterable[Claim], *columns: str) -> JudgedSign:
    """Returns the sign for the `columns` of a table of claims; words where a name in it holds the star itself."""
    claims = tuple(claims)
    is_many = sum(column in claim.inferred for claim in claims for column in columns) > FEW
    if is_many and not any(JUDGED_MARK in name for claim in claims for name in names_of(book, claim)):
        return judged_star(book)
    return JudgedSign(Markup(" <small>{}</small>").format(book.text(JUDGED, text="").strip()), "")


def names_of(book: Book, claim: Claim) -> tuple[str, ...]:
    """Returns the names by which a table tells of a claim: a masked place (**区) or a printed label may hold a star."""
    return claim.label_zh or "", claim.label_en or "", book.names.subject(claim.subject_kind, claim.subject_id)
