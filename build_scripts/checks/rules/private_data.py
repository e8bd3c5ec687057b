"""No natural person can be found through the ledger: no identity number, mobile phone or bank card.

A number counts only where it could be real: an identity number has a date and the check digit of GB 11643,
a bank card the check digit of ISO/IEC 7812 and a network's first digit. Web addresses and codes are left out.
"""

from __future__ import annotations

import re

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables, filled_cells

IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
PHONE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?)[0-9]{4}(?:[- ]?)[0-9]{4}(?![0-9A-Za-z])"
)
CARD = re.compile(
    r"(?<![0-9A-Za-z])[3-6][0-9]{3}(?:[ -]?[0-9]{4}){2}[ -]?[0-9]{4}(?:[ -]?[0-9]{1,3})?(?![0-9A-Za-z])"
)
ADDRESS = re.compile(r"https?://\S+")
NOT_READ = ("url", "text_sha256", "also_at", "statement", "place_id")
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Text cells with a number of a person; the number itself is not repeated in the message."""
    texts = {
        (table, field["name"])
        for table, schema in package.schemas.items()
        for field in schema["fields"]
        if field["type"] == "string" and field["name"] not in NOT_READ
    }
    return [
        finding(table, line, column, kind)
        for table, line, column, cell in filled_cells(raw)
        if (table, column) in texts
        for kind in private_numbers(cell)
    ]


def private_numbers(cell: str) -> list[str]:
    """Returns what kinds of personal numbers stand in a cell, as codes."""
    if len(cell) < 11:
        return []
    text = ADDRESS.sub(" ", cell)
    tests = {
        "identity": any(is_identity(number) for number in IDENTITY.findall(text)),
        "mobile": bool(PHONE.search(text)),
        "card": any(passes_luhn(re.sub("[ -]", "", number)) for number in CARD.findall(text)),
    }
    return [kind for kind, found in tests.items() if found]


def is_identity(number: str) -> bool:
    """The check digit of GB 11643-1999 (ISO 7064 MOD 11-2)."""
    return (
        CHECKS[sum(w * int(d) for w, d in zip(WEIGHTS, number[:17], strict=True)) % 11] == number[17].upper()
    )


def passes_luhn(number: str) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    digits = [int(d) for d in reversed(number)]
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(digits)) % 10 == 0
