"""Which lists had how many pages in an earlier release: `datasets/numbered_pages.csv`, base of the address and pages.

A list that has become shorter keeps the addresses of its further pages, which say that there is nothing on them now.
"""

from __future__ import annotations

from pathlib import Path

from build_scripts.ledger.canonical import written
from build_scripts.ledger.tables import decode, split_records

NUMBERED = Path("datasets") / "numbered_pages.csv"
COLUMNS = ["base", "pages"]
MOST = 1_000  # pages of one list: more were never published


def read_numbered(root: Path) -> dict[str, int]:
    """Returns base of a list's address -> its most pages in any release; nothing where no release was made."""
    path = root / NUMBERED
    records = split_records(decode(path.read_bytes())[0])[0] if path.is_file() else []
    rows = (cells for _, cells in records[1:] if len(cells) == len(COLUMNS))
    return {base: int(pages) for base, pages in rows if pages.isascii() and pages.isdigit() and int(pages) <= MOST}


def numbered_csv(numbered: dict[str, int]) -> bytes:
    return written([COLUMNS, *([base, str(pages)] for base, pages in sorted(numbered.items()))]).encode()
