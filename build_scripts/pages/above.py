"""What is told of a place above another, of which nobody is known to help it now."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True)
class AnswerAbove:
    """What is told of a place above another; not whole where helpers of before reached other parts of it alone. The
    `lines` leave out of all that is `known` what a nearer place tells, and make no difference between two answers.
    """

    place_id: str
    is_whole: bool
    known: tuple[Markup, ...]
    lines: tuple[Markup, ...] = field(compare=False)

    @property
    def anchor(self) -> str:
        return f"above-{self.place_id}"
