"""Which programmes are added together: the two rounds of East–West cooperation are one; the others stay apart.

The codes of the rounds stand here once, and the day at which they meet.
"""

from __future__ import annotations

EAST_WEST = "east_west"
PROGRAMME_CLASSES = {"ew1": EAST_WEST, "ew2": EAST_WEST, "gz": "gz", "ca": "ca", "ip": "ip"}  # what mixes them has none
FIRST_ROUND, PRESENT = "ew1", "ew2"  # the programme of the round that is over, and of the one that goes on
PRESENT_FROM = "2021-01-01"  # its first day
OF_EAST_WEST = (FIRST_ROUND, PRESENT, "gz")  # programmes told as East–West help
SEVERAL = "mixed"  # policies that a document names together
UNNAMED = "unknown"  # a policy that no document names
