"""How a sum done again turns out, and how prints of one thing stand to each other."""

from __future__ import annotations

from enum import StrEnum


class AuditVerdict(StrEnum):
    """Of a sum; the gravest first."""

    FAILS = "fails"
    APART = "apart"  # of sides whose scope, period, item or stage differ: that they differ shows nothing
    ROUNDING = "rounding"  # equal within what the print allows
    UNKNOWN = "unknown"  # a term has no digits
    HOLDS = "holds"  # equal to the last digit


class ConflictVerdict(StrEnum):
    """Of prints of one thing; the gravest first."""

    CONFLICT = "conflict"
    PROVIDER_CHANGE = "provider_change"  # one round's provider followed another's
    SCOPE = "scope"  # labels, bases or periods differ, so both may be right
    ROUNDING = "rounding"
