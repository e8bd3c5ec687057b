"""Currencies other than yuan, as documents print them: such a figure is no amount of the ledger."""

from __future__ import annotations

import re

FOREIGN = re.compile(
    r"美元|美金|台币|臺幣|港元|港币|港幣|欧元|歐元|日元|日圆|日圓|英镑|英鎊|澳元|加元|瑞郎|卢布|盧布|韩元|韓元|新加坡元|新元|"
    r"US\$|HK\$|[$€£]|\b(?:USD|HKD|EUR|JPY|GBP|AUD|CAD|CHF|TWD|SGD)\b|(?:dollar|euro|pound)s?\b|\byen\b",
    re.I,
)


def foreign_currency(print_: str | None) -> str | None:
    """Returns the name or sign of the first foreign currency in a print, None where there is none."""
    found = FOREIGN.search(print_ or "")
    return found[0] if found else None
