"""Which programmes are added together: the two rounds of East–West collaboration are one; the others stay apart."""

from __future__ import annotations

EAST_WEST = "east_west"
PROGRAMME_CLASSES = {"ew1": EAST_WEST, "ew2": EAST_WEST, "gz": "gz", "ca": "ca", "ip": "ip"}  # what mixes them has none
