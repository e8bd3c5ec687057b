"""How a printed total was divided: a whole and the parts that a source gives of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.views.model import Claim

FEWEST = 3  # parts that make a division


@dataclass(frozen=True)
class Division:
    """A whole and its parts, largest first. `rest` is what the parts leave of it (negative: they exceed it)."""

    whole: Claim
    parts: tuple[Claim, ...]
    rest: Decimal

    @property
    def is_open(self) -> bool:
        """True where something of the whole is not listed."""
        return self.rest > 0 and not self.whole.parts_complete


def divisions(claims: dict[str, Claim]) -> list[Division]:
    """Returns every whole with enough parts in its own unit, in file order."""
    parts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.part_of and claim.value is not None and claim.unit == claims[claim.part_of].unit:
            parts[claim.part_of].append(claim)
    return [
        Division(claims[key], tuple(sorted(group, key=lambda c: -c.value)),
                 claims[key].value - sum(c.value for c in group))
        for key, group in parts.items()
        if len(group) >= FEWEST and claims[key].value
    ]  # fmt: skip
